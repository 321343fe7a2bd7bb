"""Counts of meetings: nothing twice, nothing divided, nothing invented."""

from __future__ import annotations

from datetime import date

import pytest

from kompasswerk.model.buendnis import Spanne, Termin, days
from kompasswerk.model.buendnis_zahlen import counted

YEAR = Spanne(date(2023, 1, 1), date(2023, 12, 31))


def meeting(**given) -> Termin:
    return Termin(**{"art": "ag-sitzung", "titel": "Sitzung", "quelle": "s1", **given})


ALL = meeting(von="2023-02-23", bis="2023-11-30", anzahl=22, insgesamt="ja")


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2024", date(2024, 1, 1), date(2024, 12, 31)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2023-02-23", date(2023, 2, 23), date(2023, 2, 23)),
    ],
)
def test_a_year_and_a_month_are_all_their_days(text, first, last):
    assert days(text) == Spanne(first, last)


def test_a_total_counts_what_stands_by_itself_only_once():
    single = meeting(datum="2023-11-16", angekuendigt="ja")
    found = counted((ALL, single), "ag-sitzung", YEAR)
    assert (found.summe, found.einzeln, found.angekuendigt) == (22, 1, 1)


def test_what_lies_outside_a_total_is_added():
    others = (meeting(datum="2023-12-07"), meeting(von="2023-12", bis="2023-12", anzahl=2))
    assert counted((ALL, *others), "ag-sitzung", YEAR).summe == 25


def test_a_total_of_one_group_leaves_the_others_alone():
    own = meeting(von="2023", bis="2023", anzahl=7, insgesamt="ja", ag="klima")
    singles = (meeting(datum="2023-03-01", ag="klima"), meeting(datum="2023-03-02", ag="wulis"))
    assert counted((own, *singles), "ag-sitzung", YEAR).summe == 8


def test_a_number_that_reaches_beyond_the_period_is_named_and_not_divided():
    half = Spanne(date(2023, 1, 1), date(2023, 6, 30))
    found = counted((ALL, meeting(datum="2023-03-02")), "ag-sitzung", half)
    assert (found.summe, found.unteilbar) == (1, (ALL,))


def test_other_kinds_and_other_years_do_not_count():
    others = (meeting(art="jour-fixe", datum="2023-03-01"), meeting(datum="2024-03-01"))
    assert counted(others, "ag-sitzung", YEAR).summe == 0
