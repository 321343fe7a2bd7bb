"""Tables, fact boxes and next steps."""

from __future__ import annotations

from dataclasses import replace

from ..buch.blocks import Block, Cell, FactBox, Inline, NextStep, Paragraph, Row, Table
from .captions import caption
from .emit import anchored, emit, emit_all, on_paper
from .forms import repeating_rows
from .grid import Placed, grid
from .inlines import plain
from .oxml import table as xml
from .oxml.base import Element
from .oxml.table import CellLook, TableLook
from .place import Place
from .shapes import (
    FILLED,
    TURNED,
    TYPED,
    WRITING,
    has_answers,
    is_crowded,
    is_short,
    keep_together,
    kind_of,
    paired,
    written_columns,
)
from .widths import column_widths, matrix_widths

_STYLES = {
    "data": "Kompass Tabelle",
    "matrix": "Kompass Matrix",
    "facts": "Kompass Steckbrief",
    "next": "Kompass Nächster Schritt",
}
_TEXTS = {
    "facts": "Steckbrieftext",
    "number": "Matrix Zahl",
    "gap": "Matrix Lücke",
    "narrow": "Tabellentext eng",
}
_PADDING = 200


@emit.register
def _(block: Table, place: Place) -> list[Element]:
    lines = grid(block.rows, len(block.widths))
    given = () if block.role in FILLED else block.widths
    above = caption("table", block.number, block.caption, place, above=True, anchors=block.anchors)
    if not lines:
        return anchored(above, block.anchors, place)
    look = TableLook(
        style=place.out.styles.table(_STYLES.get(block.role, _STYLES["data"])),
        columns=matrix_widths(len(lines[0]), place.room)
        if block.role == "matrix"
        else column_widths(lines, given, place.room, narrow=is_crowded(block)),
        left=place.left,
        caption=plain(block.caption),
        summary=block.summary or "",
        header_row=block.header_rows > 0,
        header_column=block.header_columns > 0,
        height=WRITING if written_columns(block) else TYPED if has_answers(block) else None,
    )
    rows = [_row(line, number, block, look, place) for number, line in enumerate(lines)]
    least = block.header_rows + (2 if block.form else 1)
    keep_together(rows if is_short(block) else rows[:least])
    return anchored([*above, xml.table(look, repeating_rows(block, rows))], block.anchors, place)


def _row(line: list[Placed], number: int, block: Table, look: TableLook, place: Place) -> Element:
    header = number < block.header_rows
    cells, column = [], 0
    for item in line:
        width = sum(look.columns[column : column + item.columns])
        head = header or column < block.header_columns or bool(item.cell and item.cell.header)
        kind = kind_of(item.cell, header, column, block)
        cells.append(_cell(item, width, head, place, kind))
        column += item.columns
    whole = all(_short(item.cell) for item in line)
    height = TURNED if header and block.role == "matrix" else look.height
    return xml.row(cells, header=header, whole=whole or header, height=height)


def _short(cell: Cell | None) -> bool:
    # A row that fills half a page must be allowed to break.
    return cell is None or sum(len(_text(block)) for block in on_paper(cell.children)) < 1200


def _text(block: Block) -> str:
    if isinstance(block, Paragraph):
        return plain(block.children)
    return " " * 200


def _cell(item: Placed, width: int, head: bool, place: Place, kind: str) -> Element:
    turned, middle = kind == "turned", kind in ("number", "gap")
    look = CellLook(width, item.columns, item.merge, turned=turned, middle=middle)
    text = _TEXTS.get(kind, "Tabellentext")
    style = ("Tabellenkopf eng" if kind == "narrow" else "Tabellenkopf") if head else text
    if kind == "next" and item.columns > 1:
        style = "Tabellenkopf hell"
    inner = replace(
        place,
        left=0,
        right=None,
        width=width - _PADDING,
        body=style,
        depth=0,
        box=False,
        cell=True,
        tags="" if kind == "facts" else None,
    )
    blocks = item.cell.children if item.cell is not None else ()
    content = emit_all(blocks, inner) or emit(Paragraph(()), inner)
    return xml.cell(look, content)


@emit.register
def _(block: FactBox, place: Place) -> list[Element]:
    table = Table(
        rows=tuple(paired(block.rows)),
        widths=(21, 33, 14, 32),
        header_columns=1,
        role="facts",
        summary=plain(block.title) or None,
    )
    title = Paragraph(block.title, role="rubric")
    elements = emit(title, place) if block.title else []
    return anchored([*elements, *emit(table, place)], block.anchors, place)


@emit.register
def _(block: NextStep, place: Place) -> list[Element]:
    head = Row((Cell((Paragraph(block.title),), columns=2, header=True),))
    table = Table(
        rows=(head, *_labelled(block.rows)),
        widths=(18, 82),
        header_rows=1,
        header_columns=1,
        role="next",
        summary=plain(block.title) or None,
    )
    return emit(table, place)


def _labelled(rows: tuple[tuple[tuple[Inline, ...], tuple[Block, ...]], ...]) -> tuple[Row, ...]:
    return tuple(
        Row((Cell((Paragraph(label),), header=True), Cell(content))) for label, content in rows
    )
