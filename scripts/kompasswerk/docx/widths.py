"""Widths of columns: as the author says, otherwise by what stands in them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import sqrt

from ..buch.blocks import Cell, ListBlock, Paragraph
from .emit import flattened
from .grid import Placed
from .inlines import plain

_LETTER = 115  # twips of an average letter in a table
_NARROW = 96  # … and of one in a table of many columns
_PADDING = 230
_SHORT = 45  # letters
_PAIR = 2


def column_widths(
    lines: Sequence[Sequence[Placed]], given: Sequence[int], room: int, *, narrow: bool = False
) -> list[int]:
    """Return the width of each column in twips; together they fill ``room``.

    Each column gets room for its longest word where that is possible. Unequal widths of the
    author are shares of the whole. Equal or missing ones say nothing; then the rest is shared
    by the amount of text. ``narrow`` says that the letters are small.
    """
    columns = sum(item.columns for item in lines[0]) if lines else max(len(given), 1)
    letter = _NARROW if narrow else _LETTER
    longest = [_PADDING + letter] * columns
    amount = [1.0] * columns
    for column, cell in _single_cells(lines):
        for text in _texts(cell):
            word = max((len(word) for word in text.split()), default=1)
            longest[column] = max(longest[column], _PADDING + letter * min(word, 22))
        whole = sum(len(text) for text in _texts(cell))
        amount[column] = max(amount[column], float(whole))
    if sum(longest) >= room:
        return _shares(_fair(longest, room), room)
    if len(given) == columns and len(set(given)) > 1:
        return _widened(_shares(list(given), room), longest)
    longest = _on_one_line(longest, [_PADDING + letter * round(n) for n in amount], room)
    rest = room - sum(longest)
    weights = [sqrt(letters) for letters in amount]
    shares = (rest * weight / sum(weights) for weight in weights)
    return _shares([least + more for least, more in zip(longest, shares, strict=True)], room)


def _on_one_line(least: list[int], whole: list[int], room: int) -> list[int]:
    """Return widths that keep a short answer beside a question on one line."""
    if len(least) != _PAIR or not least[-1] < whole[-1] <= _PADDING + _LETTER * _SHORT:
        return least
    wanted = [*least[:-1], whole[-1]]
    return wanted if sum(wanted) <= room else least


def matrix_widths(columns: int, room: int) -> list[int]:
    """Return a first column for names and equal ones for what is counted; together ``room``."""
    return _shares([2050.0, *([(room - 2050) / (columns - 1)] * (columns - 1))], room)


def _widened(widths: list[int], least: list[int]) -> list[int]:
    """Return widths of which none breaks a word; the wide ones give what the narrow ones need."""
    needed = sum(max(want - have, 0) for have, want in zip(widths, least, strict=True))
    spare = sum(max(have - want, 0) for have, want in zip(widths, least, strict=True))
    if not needed or not spare:
        return widths
    return _shares(
        [
            want if have < want else have - (have - want) * needed / spare
            for have, want in zip(widths, least, strict=True)
        ],
        sum(widths),
    )


def _fair(wanted: list[int], room: int) -> list[float]:
    """Return widths that leave short columns whole; only the long ones give way."""
    given: list[float] = [0.0] * len(wanted)
    left, rest = sorted(range(len(wanted)), key=lambda column: wanted[column]), float(room)
    while left:
        share = rest / len(left)
        column = left.pop(0)
        given[column] = min(float(wanted[column]), share)
        rest -= given[column]
    return given


def _shares(parts: Sequence[float], room: int) -> list[int]:
    whole = sum(parts) or 1
    widths = [max(int(room * part / whole), 1) for part in parts]
    widths[-1] += max(room - sum(widths), 0)
    return widths


def _single_cells(lines: Sequence[Sequence[Placed]]) -> Iterator[tuple[int, Cell]]:
    for line in lines:
        column = 0
        for item in line:
            if item.cell is not None and item.columns == 1:
                yield column, item.cell
            column += item.columns


def _texts(cell: Cell) -> Iterator[str]:
    for block in flattened(cell.children):
        if isinstance(block, Paragraph):
            yield plain(block.children)
        elif isinstance(block, ListBlock):
            for item in block.items:
                yield from _texts(Cell(item.children))
