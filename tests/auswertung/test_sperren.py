"""Small numbers are hidden, and nobody can work them out: every table that fits is tried."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product
from typing import TypeVar

import pytest
from hypothesis import given, settings
from hypothesis.strategies import integers, lists

from kompasswerk.formular.privacy import (
    Crossed,
    Hidden,
    Published,
    crossed,
    parts_of_known,
    row,
)

FEW, KEPT = Hidden.FEW, Hidden.KEPT
T = TypeVar("T")


@pytest.mark.parametrize(
    ("values", "shown", "total"),
    [
        ([12, 5, 0], (12, 5, 0), 17),
        ([9, 5, 1], (9, KEPT, FEW), 15),
        ([9, 1, 2], (9, FEW, FEW), 12),
        ([9, 1, 1], (KEPT, FEW, FEW), 11),
        ([9, 2, 2], (KEPT, FEW, FEW), 13),
        ([4, 2], (KEPT, FEW), 6),
        # „unter 3“ would tell 3 and 1 apart: the other is three at least.
        ([3, 1], (KEPT, KEPT), 4),
        # Of two towns nothing is told, not even what nobody chose.
        ([2, 0], (FEW, FEW), FEW),
        ([1, 1], (FEW, FEW), FEW),
        ([0, 0], (0, 0), 0),
    ],
)
def test_a_row_hides_few_towns_and_what_would_tell_them(values, shown, total):
    assert row(values) == (shown, total)


def test_a_number_is_hidden_too_where_nearly_all_towns_are_meant():
    assert row([5, 9, 14], [True, False, False, False]) == ((KEPT, KEPT, 14), 28)


def test_parts_of_a_sum_that_everybody_knows():
    assert parts_of_known([60, 5, 1]) == (60, KEPT, FEW)
    assert parts_of_known([2, 0]) == (KEPT, KEPT)


def test_sums_are_shown_before_cells():
    table = crossed([[3, 1, 0], [8, 3, 0], [54, 12, 15]])
    assert (table.rows, table.columns, table.total) == ((4, 11, 81), (65, 16, 15), 96)
    assert table.cells == ((KEPT, KEPT, 0), (KEPT, KEPT, 0), (54, 12, 15))


def test_a_group_of_few_towns_tells_nothing():
    table = crossed([[20, 2], [15, 0], [9, 0]])
    assert [line[1] for line in table.cells] == [FEW, FEW, FEW]
    assert table.columns == (KEPT, FEW)


@settings(max_examples=150, deadline=None)
@given(lists(integers(0, 6), min_size=1, max_size=4))
def test_no_row_gives_a_hidden_number_away(values):
    shown, total = row(values)
    check(Crossed((shown,), (total,), tuple(values), total), [values], rows_only=True)


@settings(max_examples=120, deadline=None)
@given(lists(lists(integers(0, 5), min_size=2, max_size=2), min_size=2, max_size=3))
def test_no_table_gives_a_hidden_number_away(counts):
    check(crossed(counts), counts)


def check(table: Crossed, counts: list[list[int]], rows_only: bool = False) -> None:
    """Nothing few is shown, and each hidden few number differs between tables that fit."""
    fitting = list(tables_like(table, counts, rows_only))
    assert counts in fitting
    shown = [*flat(table.cells), *table.rows, *(() if rows_only else table.columns)]
    true, *others = (
        [*flat(each), *down(each), *(() if rows_only else across(each))]
        for each in (counts, *fitting)
    )
    for place, value in enumerate(true):
        assert shown[place] not in (1, 2)
        assert value not in (1, 2) or len({each[place] for each in others}) > 1


HIGHEST = 9
"""Readers may think of more; so many are enough to find a second table."""


def tables_like(
    table: Crossed, counts: list[list[int]], rows_only: bool
) -> Iterator[list[list[int]]]:
    """Yield all tables that look the same to readers who know the rules."""
    cells, width = flat(table.cells), len(counts[0])
    vague = few_behind(cells, flat(counts))
    zeros = [
        hides_zeros(row_sum, table.rows) or hides_zeros(column_sum, table.columns)
        for row_sum in table.rows
        for column_sum in table.columns
    ]
    blank = all(cell is KEPT for cell in cells)
    ranges = [possible(cell, vague, zero or blank) for cell, zero in zip(cells, zeros, strict=True)]
    for numbers in product(*ranges):
        each = [list(numbers[start : start + width]) for start in range(0, len(numbers), width)]
        fits = fit(down(each), table.rows, down(counts))
        fits = fits and (rows_only or fit(across(each), table.columns, across(counts)))
        if fits and fit([sum(numbers)], (table.total,), [sum(flat(counts))]):
            yield each


def down(counts: Sequence[Sequence[int]]) -> list[int]:
    return [sum(line) for line in counts]


def across(counts: Sequence[Sequence[int]]) -> list[int]:
    return [sum(column) for column in zip(*counts, strict=True)]


def few_behind(shown: Sequence[int | Hidden], true: Sequence[int]) -> bool:
    """Whether „gesperrt“ stands for one or two somewhere, so that it may do so everywhere."""
    return any(each is KEPT and value in (1, 2) for each, value in zip(shown, true, strict=True))


def hides_zeros(own: int | Hidden, sums: tuple[int | Hidden, ...]) -> bool:
    """Whether zeros are hidden below a sum: if it is few, or if signs do not tell which are."""
    return own is FEW or (own is KEPT and FEW not in sums)


def flat(counts: Sequence[Sequence[T]]) -> list[T]:
    return [value for line in counts for value in line]


def possible(cell: int | Hidden, vague: bool, edge: bool) -> range:
    """Return what a cell may be; ``edge`` says that one of its sums is hidden, it may be zero."""
    if isinstance(cell, int):
        return range(cell, cell + 1)
    if cell is FEW:
        return range(0 if edge else 1, 3)
    return range(0 if edge else 1 if vague else 3, HIGHEST)


def fit(values: Sequence[int], shown: Sequence[int | Hidden], true: Sequence[int]) -> bool:
    lowest = 1 if few_behind(shown, true) else 3
    return all(
        value == sign or (sign is FEW and value < 3) or (sign is KEPT and value >= lowest)
        for value, sign in zip(values, shown, strict=True)
    )


def test_two_sums_over_nearly_the_same_towns_are_not_both_shown():
    published = Published()
    published.add("leer", frozenset(range(10)))
    assert published.may("leer", frozenset(range(10)))
    assert not published.may("leer", frozenset(range(9)))
    assert not published.may("leer", frozenset(range(12)))
    assert published.may("leer", frozenset(range(7)))
    assert published.may("leer", frozenset(range(13)))
    assert published.may("gesamt", frozenset(range(9)))
    assert not published.may("gesamt", frozenset(range(2)))


def test_what_subtraction_leaves_counts_as_shown():
    published = Published()
    published.add("leer", frozenset(range(10)))
    published.add("leer", frozenset(range(6)))
    assert not published.may("leer", frozenset({6, 7, 8}))
    assert published.may("leer", frozenset({6, 7, 8, 9}))


def test_groups_stay_hidden_until_the_rest_has_three_towns():
    published = Published()
    everyone = frozenset(range(12))
    published.add("leer", everyone)
    groups = {0: frozenset(range(6)), 1: frozenset(range(6, 11)), 2: frozenset({11})}
    assert published.groups("leer", groups, ()) == {0}
