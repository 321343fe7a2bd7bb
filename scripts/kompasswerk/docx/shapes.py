"""What becomes of tables in print: pairs of facts, room to write, headers on end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..buch.blocks import Answer, Block, Cell, Inline, Paragraph, Row, Table
from .emit import flattened, on_paper
from .inlines import plain
from .oxml.base import Element, qualified
from .oxml.boxes import keep_with_next

FILLED = ("katalog", "pilotstand")
"""Roles of tables whose widths follow what stands in them."""
WRITING = 500
"""Twips of a row where somebody writes by hand."""
TYPED = 420
"""… and of one where controls are filled in."""
TURNED = 2600
"""Twips of a header whose text stands on end."""
_BRIEF = 28
_CROWDED = 5
_ROWS, _LETTERS = 12, 650

Fact = tuple[tuple[Inline, ...], tuple[Block, ...]]


def is_short(table: Table) -> bool:
    """Return whether a table stays on one page; one that is filled in may go on on the next."""
    if table.form:
        return False
    if table.role in ("matrix", "kriterien", "next"):
        return True
    cells = [cell for row in table.rows for cell in row.cells]
    letters = sum(len(_text(cell)) for cell in cells)
    return len(table.rows) <= _ROWS and letters <= _LETTERS


def keep_together(rows: list[Element]) -> None:
    """Let no page end between these rows."""
    for row in rows[:-1]:
        for line in row.iter(qualified("w:p")):
            keep_with_next(line)


def written_columns(table: Table) -> bool:
    """Return whether a column below the header is empty, so that somebody can write there."""
    body = table.rows[table.header_rows :]
    if not table.header_rows or not body or table.role == "matrix":
        return False
    width = min(len(row.cells) for row in body)
    return any(all(_is_empty(row.cells[column]) for row in body) for column in range(width))


def has_answers(table: Table) -> bool:
    """Return whether a table holds controls that are filled in."""
    cells = (cell for row in table.rows for cell in row.cells)
    return any(isinstance(each, Answer) for cell in cells for each in flattened(cell.children))


def _is_empty(cell: Cell) -> bool:
    blocks = flattened(cell.children)
    return all(isinstance(each, Paragraph) and not each.children for each in blocks)


def is_crowded(table: Table) -> bool:
    """Return whether a table has so many columns that its letters are smaller."""
    return table.role in FILLED or (table.role == "data" and len(table.widths) >= _CROWDED)


def kind_of(cell: Cell | None, header: bool, column: int, table: Table) -> str:
    """Return what a cell is.

    In a matrix ``turned``, ``number`` or ``gap``, in a table of many columns ``narrow``; else
    the role of the table.
    """
    if is_crowded(table):
        return "narrow"
    if table.role != "matrix" or column == 0 or cell is None:
        return table.role
    if header:
        return "turned"
    return "number" if _text(cell).strip().isdigit() else "gap"


def _text(cell: Cell) -> str:
    return "".join(
        plain(each.children) if isinstance(each, Paragraph) else " " * 100
        for each in on_paper(cell.children)
    )


def paired(facts: Iterable[Fact]) -> Iterator[Row]:
    """Yield rows of four columns: two short facts side by side, a long one alone."""
    waiting: Fact | None = None
    for fact in facts:
        if waiting is not None and _is_brief(fact):
            yield Row((*_cells(waiting), *_cells(fact)))
            waiting = None
            continue
        if waiting is not None:
            yield Row(_cells(waiting, columns=3))
        waiting = fact if _is_brief(fact) else None
        if waiting is None:
            yield Row(_cells(fact, columns=3))
    if waiting is not None:
        yield Row(_cells(waiting, columns=3))


def _is_brief(fact: Fact) -> bool:
    value = Cell(fact[1])
    single = len(fact[1]) == 1 and isinstance(fact[1][0], Paragraph)
    return single and len(_text(value)) <= _BRIEF


def _cells(fact: Fact, columns: int = 1) -> tuple[Cell, Cell]:
    return Cell((Paragraph(fact[0]),), header=True), Cell(fact[1], columns=columns)
