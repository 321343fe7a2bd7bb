"""How a table gets onto paper: smaller letters first, then a turned page, then broken words.

Letters never get smaller than 7.5 pt.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from .grid import Column

UPRIGHT, TURNED = 163.0, 250.0
"""Width of the text in millimetres on an upright page and on a turned one."""
STEPS = ((9.75, 4.8), (9.0, 3.6), (8.25, 2.4), (7.5, 1.6))
"""Size of the letters in points and margins of a cell in millimetres, left and right together.

The template sets the same by the number of the step.
"""
LETTER = 0.178
"""Width of a letter in millimetres, for each point of its size."""
CROWDED = 5
"""Columns from which letters are smaller, whether they must or not."""
MATRIX_COLUMNS = 15
"""Columns of a matrix, whose headers stand on end, that fit on an upright page."""


@dataclass(frozen=True)
class Fit:
    """How a table is set: ``step`` of ``STEPS``, and whether its page is turned."""

    step: int
    turned: bool = False

    def letters(self, width: int, widths: Sequence[int]) -> int:
        """Return how many letters fit into a column of that share of the widths."""
        size, margin = STEPS[self.step]
        across = TURNED if self.turned else UPRIGHT
        return max(int((across * width / max(sum(widths), 1) - margin) / (LETTER * size)), 1)


def fit(columns: Sequence[Column], role: str = "data", *, may_turn: bool = True) -> Fit:
    """Return the largest setting in which the longest words stand side by side.

    Where there is none, it is the smallest one, and words are broken.
    """
    first = 1 if len(columns) >= CROWDED else 0
    if role == "matrix":
        return Fit(first, turned=may_turn and len(columns) > MATRIX_COLUMNS)
    return next(_settings(columns, first, may_turn=may_turn), Fit(len(STEPS) - 1, turned=may_turn))


def _settings(columns: Sequence[Column], first: int, *, may_turn: bool) -> Iterator[Fit]:
    """Yield the settings that hold the words, the best first."""
    upright = (Fit(step) for step in range(first, len(STEPS) - (1 if may_turn else 0)))
    turned = (Fit(step, turned=True) for step in range(1, len(STEPS)))
    for each in (*upright, *(turned if may_turn else ())):
        size, margin = STEPS[each.step]
        need = sum(LETTER * size * column.longest_word + margin for column in columns)
        if need <= (TURNED if each.turned else UPRIGHT):
            yield each
