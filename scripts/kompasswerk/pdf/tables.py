"""Tables as Typst content: every cell at its computed place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ..buch.blocks import Cell, Table
from .emit import boxed, emit, item, line
from .place import Place
from .syntax import array, boolean, call, code, comment, content, optional, string
from .walk import plain, walk

WIDE = 9
"""Columns from which a table is turned."""
_NUMBER = re.compile(
    r"^[\s\u00a0\u202f]*(?:rund |ca\. |etwa |[<>≤≥~±+–−-] ?)?\d[\d.,\s\u00a0\u202f]*"
    r"(?:%|€|[A-Za-zäöüÄÖÜ²³€%]{1,6}|Euro|Mio\. Euro)?[\s\u00a0\u202f]*$"
)
_BLANK = re.compile(r"^[\s\u00a0]*(?:–|-|—|k\. A\.|n\. b\.|\.\.\.|…)?[\s\u00a0]*$")


@dataclass(frozen=True)
class Placed:
    """A cell with its column and row, cut to the table where it spans too far."""

    cell: Cell
    column: int
    row: int


def placed(table: Table) -> Iterator[Placed]:
    """Yield the cells with their places; what an earlier cell spans is skipped."""
    taken: set[tuple[int, int]] = set()
    for row, each in enumerate(table.rows):
        column = 0
        for cell in each.cells:
            while (column, row) in taken:
                column += 1
            rows = max(1, min(cell.rows, len(table.rows) - row))
            columns = _free(taken, column, row, max(cell.columns, 1))
            fitted = replace(cell, columns=columns, rows=rows)
            taken.update(
                (column + right, row + down) for right in range(columns) for down in range(rows)
            )
            yield Placed(fitted, column, row)
            column += columns


def _free(taken: set[tuple[int, int]], column: int, row: int, wanted: int) -> int:
    """Return how many of the wanted columns are free from here on."""
    blocked = (width for width in range(1, wanted) if (column + width, row) in taken)
    return next(blocked, wanted)


def repeated_rows(table: Table, cells: list[Placed]) -> int:
    """Return the rows to repeat: the header, and no cell reaches out of it.

    Zero where a header would be the whole table.
    """
    rows = table.header_rows
    for each in cells:
        if each.row < rows:
            rows = max(rows, each.row + each.cell.rows)
    return rows if rows < len(table.rows) else 0


def number_columns(cells: list[Placed], columns: int, header_rows: int) -> list[bool]:
    """Return for each column whether all that stands in it below the header are numbers."""
    texts: list[list[str]] = [[] for _ in range(columns)]
    for each in cells:
        if each.row >= header_rows and each.cell.columns == 1:
            texts[each.column].append(plain(each.cell.children))
    return [_are_numbers(column) for column in texts]


def _are_numbers(texts: list[str]) -> bool:
    filled = [text for text in texts if not _BLANK.match(text)]
    return bool(filled) and all(_NUMBER.match(text) for text in filled)


@emit.register
def _table(node: Table, place: Place) -> str:
    cells = list(placed(node))
    if not cells:
        return place.anchor(node.anchors)
    columns = max(len(node.widths), *(each.column + each.cell.columns for each in cells))
    header = repeated_rows(node, cells)
    numbers = number_columns(cells, columns, node.header_rows)
    inside = replace(place, contained=True)
    table = call(
        "data-table",
        columns=array(_widths(node.widths, columns)),
        aligns=array("right" if number else "left" for number in numbers),
        head=array(_cell(each, node, inside) for each in cells if each.row < header),
        rows=array(_cell(each, node, inside) for each in cells if each.row >= header),
        header_rows=str(node.header_rows),
        role=string(node.role),
        caption=optional(line(node.caption, place)),
        number=place.literal(node.number) if node.number else None,
        mark=place.mark(node.anchors),
        summary=place.literal(node.summary) if node.summary else None,
        turned=boolean(columns >= WIDE and not place.contained),
    )
    return comment(f"{place.where} › Tabelle {node.number or plain(node.caption)}") + table


def _widths(widths: tuple[int, ...], columns: int) -> Iterator[str]:
    usual = max(1, sum(widths) // len(widths)) if widths else 1
    for column in range(columns):
        yield f"{max(1, widths[column] if column < len(widths) else usual)}fr"


def _cell(each: Placed, table: Table, place: Place) -> str:
    cell = each.cell
    body = item(cell.children, place) if _is_plain(cell) else boxed(cell.children, place)
    if cell.header or each.row < table.header_rows or each.column < table.header_columns:
        body = call("head-cell", content(body))
    return code(
        "table.cell",
        content(body),
        x=str(each.column),
        y=str(each.row),
        colspan=str(cell.columns) if cell.columns > 1 else None,
        rowspan=str(cell.rows) if cell.rows > 1 else None,
    )


def _is_plain(cell: Cell) -> bool:
    return not any(isinstance(node, Table) for _, node in walk(cell.children))
