"""Numbers of towns: what is shown from how many towns on, and what stays hidden."""

from __future__ import annotations

from decimal import Decimal

import pytest

from kompasswerk.formular.evaluation import mean_tells_nothing, one_of, several_of
from kompasswerk.formular.privacy import Hidden, Published, crossed
from kompasswerk.formular.statistics import Groups, ratio, summary

FEW, KEPT = Hidden.FEW, Hidden.KEPT
ALL = Groups(("alle",), (frozenset(range(40)),))


def numbers(*values: int) -> dict[int, Decimal]:
    return {town: Decimal(value) for town, value in enumerate(values)}


def shown(*values: int):
    found = summary("x", numbers(*values), ALL, Published())
    return found.n, found.total, found.mean, found.median, found.low, found.high


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ((), (0, KEPT, KEPT, KEPT, KEPT, KEPT)),
        ((4, 8), (FEW, FEW, FEW, FEW, FEW, FEW)),
        ((1, 2, 9), (3, 12, Decimal("4.0"), KEPT, KEPT, KEPT)),
        ((1, 2, 3, 4, 5, 7), (6, 22, Decimal("3.7"), Decimal("3.5"), KEPT, KEPT)),
        (
            (1, 2, 3, 4, 5, 6, 7, 8, 90),
            (9, 126, Decimal("14.0"), Decimal("5.0"), Decimal("2.0"), Decimal("35.0")),
        ),
    ],
)
def test_mean_from_three_median_from_six_ends_from_nine(values, expected):
    assert shown(*values) == expected


def test_the_greatest_value_is_never_shown():
    assert Decimal(90) not in shown(1, 2, 3, 4, 5, 6, 7, 8, 90)


def test_a_sum_over_nearly_the_same_towns_stays_hidden():
    published = Published()
    summary("leer", numbers(*range(10)), ALL, published)
    again = summary("leer", numbers(*range(9)), ALL, published)
    assert (again.n, again.total, again.mean) == (9, KEPT, KEPT)


def test_groups_of_few_towns_hide_another_group():
    groups = Groups(
        ("klein", "mittel", "groß"),
        (frozenset(range(5)), frozenset(range(5, 11)), frozenset({11})),
    )
    found = summary("leer", numbers(*range(12)), groups, Published())
    assert found.groups == ((KEPT, KEPT), (6, Decimal("7.5")), (FEW, FEW))


def test_a_share_is_that_of_the_sums():
    pairs = {town: (Decimal(1), Decimal(10)) for town in range(4)} | {5: (Decimal(60), Decimal(60))}
    found = ratio(("leer", "alle"), pairs, ALL, Published())
    assert (found.n, found.part, found.whole, found.percent) == (5, 64, 100, Decimal("64.0"))


def test_no_share_of_two_towns():
    pairs = {town: (Decimal(1), Decimal(10)) for town in range(2)}
    assert ratio(("leer", "alle"), pairs, ALL, Published()).percent is FEW


def test_who_may_choose_several_is_hidden_if_nearly_all_chose():
    said = {town: frozenset({"Word"}) for town in range(9)} | {9: frozenset({"Papier"})}
    table = several_of(("Word", "Papier"), said, ALL)
    assert (table.rows, table.total) == ((KEPT, FEW), 10)


def test_two_towns_tell_nothing_of_what_they_chose():
    said = {3: frozenset({"Word"}), 4: frozenset({"Word"})}
    assert several_of(("Word", "Papier"), said, ALL).rows == (FEW, FEW)
    groups = Groups(("klein", "groß"), (frozenset(range(9)), frozenset({9, 10})))
    said = {town: frozenset({"Word"} if town < 5 else {"Browser"}) for town in range(11)}
    table = several_of(("Word", "Browser", "Papier"), said, groups)
    assert [line[1] for line in table.cells] == [FEW, FEW, FEW]


def test_one_choice_of_each_town():
    said = {town: frozenset({"ja" if town < 6 else "nein"}) for town in range(10)}
    assert one_of(("ja", "nein", "offen"), said, ALL).rows == (6, 4, 0)


def test_a_mean_beside_hidden_steps_must_not_tell_them():
    # 1 and 49 towns have 99 points, 2 and 48 towns 98: both means are 2.0.
    assert mean_tells_nothing(crossed([[1], [49], [0], [0], [0]]), Decimal("2.0"))
    # 1 and 4 towns have 21 points, mean 4.2; 2 and 3 towns have 17, mean 3.4.
    assert not mean_tells_nothing(crossed([[1], [0], [0], [0], [4]]), Decimal("4.2"))
