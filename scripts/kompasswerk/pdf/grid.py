"""Where the cells of a table stand and how much room its columns want."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ..buch.blocks import Cell, Table
from .walk import plain

LONG_WORD = 18
"""Letters of a word that is never hyphenated; longer ones may be."""
WRITTEN = 40
"""Width, in letters, of a column that is left empty for writing."""
LINE = 96
"""Letters that fit side by side on an upright page, margins of cells included."""
FILLED = ("katalog", "pilotstand")
"""Roles of tables whose widths follow what stands in them."""

_NUMBER = re.compile(
    r"^[\s\u00a0\u202f]*(?:rund |ca\. |etwa |[<>≤≥~±+–−-] ?)?\d[\d.,\s\u00a0\u202f]*"
    r"(?:%|€|[A-Za-zäöüÄÖÜ²³€%]{1,6}|Euro|Mio\. Euro)?[\s\u00a0\u202f]*$"
)
_BLANK = re.compile(r"^[\s\u00a0]*(?:–|-|—|k\. A\.|n\. b\.|\.\.\.|…)?[\s\u00a0]*$")


def is_number(text: str) -> bool:
    """Return whether a text is a number, perhaps with its unit."""
    return bool(_NUMBER.match(text))


@dataclass(frozen=True)
class Placed:
    """A cell with its column and row, cut to the table where it spans too far."""

    cell: Cell
    column: int
    row: int

    @property
    def text(self) -> str:
        """What can be read in the cell."""
        return plain(self.cell.children)


@dataclass(frozen=True)
class Column:
    """The texts of the cells that stand in one column alone: header and body."""

    head: tuple[str, ...]
    body: tuple[str, ...]

    @property
    def is_written(self) -> bool:
        """Whether there is nothing in it yet, so that somebody can write there."""
        return bool(self.body) and not any(text.strip() for text in self.body)

    @property
    def is_numeric(self) -> bool:
        """Whether all that stands below the header are numbers."""
        filled = [text for text in self.body if not _BLANK.match(text)]
        return bool(filled) and all(map(is_number, filled))

    @property
    def longest_word(self) -> int:
        """Letters of the longest word that must stay whole."""
        words = (word for text in (*self.head, *self.body) for word in text.split())
        return min(max(map(len, words), default=0), LONG_WORD)

    @property
    def natural(self) -> int:
        """How wide, in letters, the column must be to hold all texts on one line."""
        return max(map(len, (*self.head, *self.body)), default=0) + 3

    @property
    def need(self) -> int:
        """How wide the column wants to be, in letters."""
        if self.is_written:
            return WRITTEN
        text = max(map(len, (*self.head, *self.body)), default=0)
        return max(self.longest_word + 3, min(text, 14) + 3, round(4 * math.sqrt(text)), 6)


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


def columns_of(table: Table, cells: list[Placed]) -> list[Column]:
    """Return every column; as many as the widest row or the named widths need."""
    count = max(len(table.widths), *(each.column + each.cell.columns for each in cells))
    alone = [each for each in cells if each.cell.columns == 1]
    return [
        Column(
            tuple(c.text for c in alone if c.column == index and c.row < table.header_rows),
            tuple(c.text for c in alone if c.column == index and c.row >= table.header_rows),
        )
        for index in range(count)
    ]


def repeated_rows(table: Table, cells: list[Placed]) -> int:
    """Return the rows to repeat: the header, and no cell reaches out of it.

    Zero where a header would be the whole table.
    """
    rows = table.header_rows
    for each in cells:
        if each.row < rows:
            rows = max(rows, each.row + each.cell.rows)
    return rows if rows < len(table.rows) else 0


def widths(table: Table, columns: list[Column]) -> list[int]:
    """Return relative widths; equal ones mean that the author named none.

    What our own tables hold changes with every case, so their widths follow it.
    """
    named = table.widths if len(table.widths) == len(columns) else ()
    if table.role in FILLED:
        named = ()
    if not named or max(named) - min(named) <= 1:
        return _widened(_spread(columns), columns)
    return _widened([max(width, 1) for width in named], columns)


def _widened(shares: list[int], columns: list[Column]) -> list[int]:
    """Return widths that break no word; the wide columns give what the narrow ones need."""
    given = [LINE * share // sum(shares) for share in shares]
    least = [column.longest_word + 3 for column in columns]
    lack = sum(max(want - have, 0) for want, have in zip(least, given, strict=True))
    spare = sum(max(have - want, 0) for want, have in zip(least, given, strict=True))
    if not lack or lack > spare:
        return shares
    return [
        want if have < want else have - (have - want) * lack // spare
        for want, have in zip(least, given, strict=True)
    ]


def _spread(columns: list[Column]) -> list[int]:
    """Return what the columns need; room that is left goes first to the one that lacks least."""
    found = [column.need for column in columns]
    lack = [column.natural - column.need for column in columns]
    for index in sorted(range(len(columns)), key=lack.__getitem__):
        found[index] += max(min(lack[index], LINE - sum(found)), 0)
    return found
