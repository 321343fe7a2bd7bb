"""Widths of columns: as the author says, otherwise by what stands in them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from math import sqrt

from ..buch.blocks import Cell, ListBlock, Paragraph
from .emit import on_paper
from .grid import Placed
from .inlines import plain

_LETTER = 115  # twips of an average letter in a table
_NARROW = 96  # … and of one in a table of many columns
_PADDING = 230
_SHORT = 45  # letters
_PAIR = 2
_LINE = 60  # letters that a line of a cell should have at most


def column_widths(
    lines: Sequence[Sequence[Placed]], given: Sequence[int], room: int, *, narrow: bool = False
) -> list[int]:
    """Return the width of each column in twips; together they fill ``room``.

    Each column gets room for its longest word where that is possible. Unequal widths of the
    author are shares of the whole. Equal or missing ones say nothing; then the rest goes to
    columns whose text needs more lines than one. ``narrow`` says that the letters are small.
    """
    columns = sum(item.columns for item in lines[0]) if lines else max(len(given), 1)
    letter = _NARROW if narrow else _LETTER
    said = [(column, list(_texts(cell))) for column, cell in _single_cells(lines)]
    longest = [_PADDING + letter] * columns
    amount = [1.0] * columns
    for column, texts in said:
        for text in texts:
            word = max(map(len, text.split()), default=1)
            longest[column] = max(longest[column], _PADDING + letter * min(word, 22))
        amount[column] = max(amount[column], float(sum(map(len, texts))))
    if sum(longest) >= room:
        return _shares(_fair(longest, room), room)
    if len(given) == columns and len(set(given)) > 1:
        return _widened(_shares(list(given), room), longest)
    longest = _on_one_line(longest, [_PADDING + letter * round(n) for n in amount], room)
    empty = _empty_columns(lines)
    signs = [_LINE if n in empty else min(round(each), _LINE) for n, each in enumerate(amount)]
    wanted = [_PADDING + letter * each for each in signs]
    return _shares(_grown(longest, wanted, amount, room), room)


def _grown(least: list[int], wanted: list[int], amount: list[float], room: int) -> Iterator[float]:
    """Yield widths: who needs more than the least gets it in proportion, up to one line.

    What is left when all have their line goes where most text is.
    """
    rest = float(room - sum(least))
    gaps = [max(want - have, 0) for want, have in zip(wanted, least, strict=True)]
    share = min(rest / sum(gaps), 1.0) if any(gaps) else 0.0
    over = rest - share * sum(gaps)
    weights = [sqrt(letters) for letters in amount]
    for have, gap, weight in zip(least, gaps, weights, strict=True):
        yield have + gap * share + over * weight / sum(weights)


def _empty_columns(lines: Sequence[Sequence[Placed]]) -> set[int]:
    """Return the columns below whose head nothing stands: somebody will write there."""
    filled = {column for column, cell in _single_cells(lines[1:]) if any(_texts(cell))}
    seen = {column for column, _ in _single_cells(lines[1:])}
    return seen - filled


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


def _shares(shares: Iterable[float], room: int) -> list[int]:
    parts = list(shares)
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
    for block in on_paper(cell.children):
        if isinstance(block, Paragraph):
            yield plain(block.children)
        elif isinstance(block, ListBlock):
            for item in block.items:
                yield from _texts(Cell(item.children))
