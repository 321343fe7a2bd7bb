"""Small numbers are hidden, and nobody can work them out: every table that fits is tried."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

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
        ([2, 0], (FEW, 0), FEW),
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


@settings(max_examples=150, deadline=None)
@given(lists(integers(0, 6), min_size=1, max_size=4))
def test_no_row_gives_a_hidden_number_away(values):
    shown, total = row(values)
    check(Crossed((shown,), (total,), shown, total), [values], rows_only=True)


@settings(max_examples=120, deadline=None)
@given(lists(lists(integers(0, 5), min_size=2, max_size=2), min_size=2, max_size=3))
def test_no_table_gives_a_hidden_number_away(counts):
    check(crossed(counts), counts)


def check(table: Crossed, counts: list[list[int]], rows_only: bool = False) -> None:
    """Nothing few is shown, and each hidden few number differs between tables that fit."""
    fitting = list(tables_like(table, counts, rows_only))
    assert counts in fitting
    for number, line in enumerate(counts):
        for column, value in enumerate(line):
            assert table.cells[number][column] not in (1, 2)
            if value in (1, 2):
                assert len({each[number][column] for each in fitting}) > 1
        if sum(line) in (1, 2):
            assert len({sum(each[number]) for each in fitting}) > 1
            assert table.rows[number] not in (1, 2)


HIGHEST = 9
"""Readers may think of more; so many are enough to find a second table."""


def tables_like(
    table: Crossed, counts: list[list[int]], rows_only: bool
) -> Iterator[list[list[int]]]:
    """Yield all tables that look the same to readers who know the rules."""
    rows, columns = len(counts), len(counts[0])
    cells = [cell for line in table.cells for cell in line]
    vague = any(
        cell is KEPT and value in (1, 2) for cell, value in zip(cells, flat(counts), strict=True)
    )
    sums = [(sum(line), shown) for line, shown in zip(counts, table.rows, strict=True)]
    across = [sum(line[column] for line in counts) for column in range(columns)]
    if not rows_only:
        sums += list(zip(across, table.columns, strict=True))
    told = not any(shown is KEPT and value in (1, 2) for value, shown in sums)
    for numbers in product(*(possible(cell, vague) for cell in cells)):
        each = [list(numbers[number * columns :][:columns]) for number in range(rows)]
        fits = [fit(sum(line), shown, told) for line, shown in zip(each, table.rows, strict=True)]
        if not rows_only:
            downwards = [sum(line[column] for line in each) for column in range(columns)]
            pairs = zip(downwards, table.columns, strict=True)
            fits += [fit(value, shown, told) for value, shown in pairs]
        if all(fits) and fit(sum(numbers), table.total, told):
            yield each


def flat(counts: list[list[int]]) -> list[int]:
    return [value for line in counts for value in line]


def possible(cell: int | Hidden, vague: bool) -> range:
    if isinstance(cell, int):
        return range(cell, cell + 1)
    return range(1, 3) if cell is FEW else range(1 if vague else 3, HIGHEST)


def fit(value: int, shown: int | Hidden, told: bool) -> bool:
    if isinstance(shown, int):
        return value == shown
    return value in (1, 2) if shown is FEW else value >= (3 if told else 1)


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
