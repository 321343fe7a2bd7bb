"""A book of worksheets with answers in it, and with as many rows as they need."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from ..model.formular import Stelle
from . import blocks as b
from .excerpt import rewritten
from .notes import walk

MOST_ROWS = 500
"""So many rows of a table are written at most: a number in a file from outside says nothing."""


def filled(book: b.Book, answers: Mapping[str, str]) -> b.Book:
    """Return the book with answers by written ``Stelle``, and rows for those beyond the printed.

    Where no row of a table is free to be repeated, none is added.
    """
    last: dict[str, int] = {}
    for place in filter(None, map(Stelle.read, answers)):
        table = str(Stelle(place.blatt, place.key))
        last[table] = max(last.get(table, 0), place.zeile)

    def rule(item: Any) -> tuple[Any, ...] | None:
        if type(item) is not b.Table or not item.form:
            return None
        return (_with_rows(item, min(last.get(item.form, 0), MOST_ROWS)),)

    parts = (replace(part, children=rewritten(part.children, rule)) for part in book.parts)
    return replace(book, parts=tuple(parts), answers=answers)


def places_of(book: b.Book) -> frozenset[str]:
    """Return the written places of all answers that a book has room for."""
    return frozenset(each.place for each in walk(book.parts) if isinstance(each, b.Answer))


def is_free(row: b.Row) -> bool:
    """Return whether every cell of a row is an answer, so that the row can be repeated."""
    return all(any(isinstance(each, b.Answer) for each in cell.children) for cell in row.cells)


def _with_rows(table: b.Table, last: int) -> b.Table:
    """Return a table whose rows run to number ``last``, if its last one is free."""
    if len(table.rows) <= table.header_rows or not is_free(table.rows[-1]):
        return table
    printed = len(table.rows) - table.header_rows
    more = (_numbered(table.rows[-1], number) for number in range(printed + 1, last + 1))
    return replace(table, rows=(*table.rows, *more))


def _numbered(row: b.Row, number: int) -> b.Row:
    """Return a row whose answers belong to the row of another number."""

    def rule(item: Any) -> tuple[Any, ...] | None:
        place = Stelle.read(item.place) if type(item) is b.Answer else None
        if place is None:
            return None
        title = item.title.replace(f", Zeile {place.zeile}: ", f", Zeile {number}: ")
        return (replace(item, place=str(place._replace(zeile=number)), title=title),)

    return replace(row, cells=rewritten(row.cells, rule))
