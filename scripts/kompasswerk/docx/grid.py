"""The grid of a table: which cell covers which place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..buch.blocks import Cell, Row


@dataclass(frozen=True)
class Placed:
    """A place of the grid: a cell where it begins, or what continues one from above."""

    cell: Cell | None
    columns: int
    merge: str | None = None


def grid(rows: Sequence[Row], stated: int) -> list[list[Placed]]:
    """Return the rows with a place for every column: spans continue, gaps get empty cells."""
    columns = max(stated, columns_of(rows, stated))
    below: dict[int, tuple[int, int]] = {}  # column → rows still covered, columns covered
    result = []
    for row in rows:
        line, waiting, column = [], list(row.cells), 0
        while column < columns:
            if column in below:
                left, wide = below.pop(column)
                if left > 1:
                    below[column] = (left - 1, wide)
                line.append(Placed(None, wide, "continue"))
            else:
                cell = waiting.pop(0) if waiting else Cell(())
                wide = _fitting(_wide(cell, column, stated), column, columns, below)
                if cell.rows > 1:
                    below[column] = (cell.rows - 1, wide)
                line.append(Placed(cell, wide, "restart" if cell.rows > 1 else None))
            column += line[-1].columns
        result.append(line)
    return result


def columns_of(rows: Sequence[Row], stated: int) -> int:
    """Return how many columns the cells of all rows need, what hangs from above included.

    Spans end at the ``stated`` number of columns; cells that others push aside go beyond it.
    """
    widest = 1
    below: dict[int, int] = {}  # column → rows still covered
    for row in rows:
        column = 0
        hanging = {place: left - 1 for place, left in below.items() if left > 1}
        for cell in row.cells:
            while column in below:
                column += 1
            covered = range(column, column + _wide(cell, column, stated))
            hanging |= dict.fromkeys(covered, cell.rows - 1) if cell.rows > 1 else {}
            column = covered.stop
        widest = max(widest, column, max(below, default=0) + 1)
        below = hanging
    return widest


def _wide(cell: Cell, column: int, stated: int) -> int:
    return max(min(cell.columns, stated - column), 1)


def _fitting(wanted: int, column: int, columns: int, taken: dict[int, tuple[int, int]]) -> int:
    room = next((other for other in range(column + 1, columns) if other in taken), columns)
    return max(1, min(wanted, room - column))
