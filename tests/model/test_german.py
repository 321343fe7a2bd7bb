"""Numbers and dates as German readers expect them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from kompasswerk.model import german


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0, "0"),
        (1234, "1.234"),
        (12345, "12.345"),
        (1234567, "1.234.567"),
        (-5, "−5"),
        (Decimal("2.5"), "2,5"),
        (Decimal("12345.60"), "12.345,60"),
    ],
)
def test_numbers(value, text):
    assert german.number(value) == text


@pytest.mark.parametrize(
    ("value", "text"), [(2026, "2026"), (Decimal("1E+3"), "1000"), (12345, "12.345"), (7, "7")]
)
def test_what_may_be_a_year_has_no_point(value, text):
    assert german.number_or_year(value) == text


def test_euro_stands_behind_the_number_and_does_not_break():
    assert german.amount(44649, "EUR") == "44.649\u00a0Euro"


@pytest.mark.parametrize(
    ("value", "text"),
    [("2026", "2026"), ("2026-03", "März 2026"), ("2026-11-02", "2.\u00a0November 2026")],
)
def test_dates_are_as_precise_as_they_were_given(value, text):
    assert german.date(value) == text


@pytest.mark.parametrize(
    ("begin", "end", "running", "text"),
    [
        (2020, None, True, "seit 2020"),
        (2020, None, False, "ab 2020"),
        (2019, 2021, False, "2019 bis 2021"),
        (2019, 2019, False, "2019"),
        (None, 2021, False, "bis 2021"),
        (None, None, False, None),
    ],
)
def test_years(begin, end, running, text):
    assert german.years(begin, end, running) == text
