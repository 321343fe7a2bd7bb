"""Tables as Typst content: every cell at its computed place."""

from __future__ import annotations

from dataclasses import replace

from ..buch.blocks import Cell, Table
from .emit import boxed, emit, item, line
from .grid import Column, Placed, columns_of, is_number, is_wide, placed, repeated_rows, widths
from .place import Place
from .syntax import array, boolean, call, code, comment, content, optional, string
from .walk import plain, walk

SHORT_ROWS, SHORT_TEXT = 12, 650
"""Rows and characters up to which a table stays on one page."""
WHOLE_ROWS = 24
"""Rows up to which a matrix or the criteria of a pilot stay on one page."""
LONG_CELL = 1500
"""Characters from which a cell may be broken."""


@emit.register
def _table(node: Table, place: Place) -> str:
    cells = list(placed(node))
    if not cells:
        return place.anchor(node.anchors)
    columns = columns_of(node, cells)
    header = repeated_rows(node, cells)
    inside = replace(place, contained=True)
    written = [_cell(each, node, columns, inside) for each in cells]
    table = call(
        "data-table",
        columns=array(f"{width}fr" for width in widths(node, columns)),
        aligns=array('"right"' if column.is_numeric else '"left"' for column in columns),
        head=array(body for each, body in zip(cells, written, strict=True) if each.row < header),
        rows=array(body for each, body in zip(cells, written, strict=True) if each.row >= header),
        header_rows=str(node.header_rows),
        role=string(node.role),
        caption=optional(line(node.caption, place)),
        number=place.literal(node.number) if node.number else None,
        mark=place.mark(node.anchors),
        summary=place.literal(node.summary) if node.summary else None,
        turned=boolean(is_wide(columns, node.role) and not place.contained),
        together=boolean(_is_short(node)),
    )
    return comment(f"{place.where} › Tabelle {node.number or plain(node.caption)}") + table


def _is_short(table: Table) -> bool:
    if table.role in ("matrix", "kriterien"):
        return len(table.rows) <= WHOLE_ROWS
    return len(table.rows) <= SHORT_ROWS and len(plain(table.rows)) <= SHORT_TEXT


def _cell(each: Placed, table: Table, columns: list[Column], place: Place) -> str:
    return code(
        "table.cell",
        content(_inside(each, table, columns, place)),
        x=str(each.column),
        y=str(each.row),
        colspan=str(each.cell.columns) if each.cell.columns > 1 else None,
        rowspan=str(each.cell.rows) if each.cell.rows > 1 else None,
        breakable="true" if len(each.text) > LONG_CELL else None,
    )


def _inside(each: Placed, table: Table, columns: list[Column], place: Place) -> str:
    cell = each.cell
    body = item(cell.children, place) if _is_plain(cell) else boxed(cell.children, place)
    if table.role == "matrix" and each.column and body:
        if each.row < table.header_rows:
            return call("turned-head", content(body))
        return call("matrix-cell", content(body), empty=boolean(not is_number(each.text)))
    if cell.header or each.row < table.header_rows or each.column < table.header_columns:
        return call("head-cell", content(body))
    return body or ("#write-space()" if columns[each.column].is_written else "")


def _is_plain(cell: Cell) -> bool:
    return not any(isinstance(node, Table) for _, node in walk(cell.children))
