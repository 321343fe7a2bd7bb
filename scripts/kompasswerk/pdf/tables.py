"""Tables as Typst content: every cell at its computed place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from ..buch.blocks import Cell, NoteReference, Row, Table
from .emit import boxed, emit, item, line
from .extent import lines_of
from .fitting import Fit, fit
from .grid import Column, Placed, columns_of, is_number, placed, repeated_rows, widths
from .inline import listed
from .marks import own_groups
from .place import Place
from .syntax import array, boolean, call, code, comment, content, optional, string
from .walk import plain, walk

SHORT_ROWS, SHORT_TEXT = 12, 650
"""Rows and characters up to which a table stays on one page."""
WHOLE_ROWS, WHOLE_LINES = 24, 60
"""Rows, and lines of their highest cells, up to which a matrix or criteria stay on one page."""
FORM_ROWS = 8
"""Rows up to which a table that is filled in stays on one page."""
CELL_LETTERS = 40
"""Letters of a line in a cell, where only the height of a table is guessed."""
LONG_CELL, LONG_SPAN = 16, 8
"""Lines of a cell, and rows that it spans, from which it may be broken."""


@dataclass(frozen=True)
class Layout:
    """What all cells of a table need to know of it."""

    table: Table
    columns: list[Column]
    widths: list[int]
    fit: Fit
    header: int
    cells: list[Placed]

    @cached_property
    def long(self) -> frozenset[int]:
        """The rows that may be broken: Typst breaks none in which one cell must be whole."""
        return frozenset(
            each.row + down
            for each in self.cells
            if each.cell.rows > LONG_SPAN
            or lines_of(each.cell.children, self.letters(each)) > LONG_CELL
            for down in range(each.cell.rows)
        )

    def letters(self, each: Placed) -> int:
        """Return how many letters fit side by side into a cell."""
        width = sum(self.widths[each.column : each.column + each.cell.columns])
        return self.fit.letters(width, self.widths)


@emit.register
def _table(node: Table, place: Place) -> str:
    cells = list(placed(node))
    if not cells:
        return place.anchor(node.anchors)
    columns = columns_of(node, cells)
    header = repeated_rows(node, cells)
    fitted = fit(columns, node.role, may_turn=not place.contained)
    layout = Layout(node, columns, widths(node, columns), fitted, header, cells)
    inside = replace(place, contained=True)
    written = [(each.row < header, _cell(each, layout, inside)) for each in cells]
    table = call(
        "data-table",
        columns=array(f"{width}fr" for width in layout.widths),
        aligns=array('"right"' if column.is_numeric else '"left"' for column in columns),
        head=array(body for is_head, body in written if is_head),
        rows=array(body for is_head, body in written if not is_head),
        header_rows=str(node.header_rows),
        repeated=boolean(not any(_has_notes(row) for row in node.rows[:header])),
        step=str(fitted.step),
        role=string(node.role),
        caption=optional(line(node.caption, place)),
        number=place.literal(node.number) if node.number else None,
        listed=listed(node.caption, "tables", place),
        mark=place.mark(node.anchors),
        summary=place.literal(node.summary) if node.summary else None,
        turned=boolean(fitted.turned),
        together=boolean(_is_short(node)),
    )
    ahead = "".join(place.anchor(names) for names in _header_anchors(node.rows[:header]))
    where = comment(f"{place.where} › Tabelle {node.number or plain(node.caption)}")
    return f"{where}{ahead}{table}"


def _has_notes(row: Row) -> bool:
    """Return whether a header cites notes: these may stand only once, so it is not repeated."""
    return any(isinstance(node, NoteReference) for _, node in walk(row))


def _header_anchors(rows: tuple[Row, ...]) -> Iterator[tuple[str, ...]]:
    """Yield the anchors of header rows, which stand before the table: a header is repeated."""
    for _, node in walk(rows):
        yield from own_groups(node)


def _is_short(table: Table) -> bool:
    if table.form:  # its rows are high
        return len(table.rows) <= FORM_ROWS
    if _height(table) > WHOLE_LINES:
        return False
    if table.role in ("matrix", "kriterien"):
        return len(table.rows) <= WHOLE_ROWS
    return len(table.rows) <= SHORT_ROWS and len(plain(table.rows)) <= SHORT_TEXT


def _height(table: Table) -> int:
    """Return the lines that the highest cells of all rows take, one below the other."""
    rows = ([lines_of(cell.children, CELL_LETTERS) for cell in row.cells] for row in table.rows)
    return sum(max(cells, default=0) for cells in rows)


def _cell(each: Placed, layout: Layout, place: Place) -> str:
    letters = layout.letters(each)
    in_head = each.row < layout.header
    inside = replace(place, fits=min(letters, place.fits), silent=in_head)
    return code(
        "table.cell",
        content(_inside(each, layout, inside)),
        x=str(each.column),
        y=str(each.row),
        colspan=str(each.cell.columns) if each.cell.columns > 1 else None,
        rowspan=str(each.cell.rows) if each.cell.rows > 1 else None,
        breakable="true" if each.row in layout.long and not in_head else None,
    )


def _inside(each: Placed, layout: Layout, place: Place) -> str:
    cell, table = each.cell, layout.table
    body = item(cell.children, place) if _is_plain(cell) else boxed(cell.children, place)
    if table.role == "matrix" and each.column and body:
        if each.row < table.header_rows:
            return call("turned-head", content(body))
        return call("matrix-cell", content(body), empty=boolean(not is_number(each.text)))
    if cell.header or each.row < table.header_rows or each.column < table.header_columns:
        return call("head-cell", content(body))
    return body or ("#write-space()" if layout.columns[each.column].is_written else "")


def _is_plain(cell: Cell) -> bool:
    return not any(isinstance(node, Table) for _, node in walk(cell.children))
