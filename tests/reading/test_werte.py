"""What the text of a value becomes, and what an editor reads when it becomes nothing."""

from __future__ import annotations

from decimal import Decimal

import pytest

from kompasswerk.reading.addresses import address_problem, is_slug, slug_problem
from kompasswerk.reading.scalars import Wrong, read_date, read_number, read_year, read_yes_no
from kompasswerk.reading.wording import nearest, quoted, way_out


@pytest.mark.parametrize(
    ("text", "value"),
    [("0", 0), ("12000", 12000), ("-3", -3),
     ("1.5", Decimal("1.5")), ("44649.50", Decimal("44649.5")),
     ("0.125", Decimal("0.125")), ("12.1250", Decimal("12.125")), ("9" * 15, 10**15 - 1)],
)  # fmt: skip
def test_numbers_are_read_from_digits(text, value):
    assert read_number(text, whole=False) == value


@pytest.mark.parametrize(
    ("text", "way_out_of_it"),
    [
        (
            "12.000",
            "mehrdeutig (Tausender oder Dezimalstellen). Bitte ohne Punkt schreiben: 12000.",
        ),
        ("1.234.567", "Bitte ohne Punkt schreiben: 1234567."),
        ("1300.000", "Bitte ohne Punkt schreiben: 1300000."),
        ("ca. 12000", "ist keine Zahl. Bitte nur Ziffern: 12000."),
        ("12 000 Menschen", "Bitte nur Ziffern: 12000."),
        ("1,5", "Bitte mit Punkt schreiben: 1.5."),
        ("1.234,56 EUR", "Bitte mit Punkt schreiben: 1234.56."),
        ("007", "Bitte nur Ziffern: 7."),
        ("−5", "Bitte nur Ziffern: -5."),
        ("10 bis 20", "Bitte nur Ziffern, höchstens 15."),
        ("viele", "Bitte nur Ziffern, höchstens 15."),
        ("1e5", "Bitte nur Ziffern, höchstens 15."),
        ("٣", "Bitte nur Ziffern, höchstens 15."),
        ("1" * 16, "Bitte nur Ziffern, höchstens 15."),
        ("0x1F", "Bitte nur Ziffern, höchstens 15."),
    ],
)
def test_other_numbers_are_refused_with_a_way_out(text, way_out_of_it):
    wrong = read_number(text, whole=False)
    assert isinstance(wrong, Wrong)
    assert wrong.message.endswith(way_out_of_it)


@pytest.mark.parametrize("text", ["1.5", "1,5", "0.0"])
def test_a_whole_number_has_no_decimals(text):
    wrong = read_number(text, whole=True)
    assert isinstance(wrong, Wrong)
    assert wrong.message.endswith("Bitte ohne Dezimalstellen schreiben.")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("seit 2020", "„seit 2020“ ist kein Jahr. Bitte vier Ziffern: 2020."),
        ("20", "„20“ ist kein Jahr. Bitte vier Ziffern, zum Beispiel 2024."),
        ("2020-2024", "„2020-2024“ ist kein Jahr. Bitte vier Ziffern, zum Beispiel 2024."),
        ("3000", "„3000“ ist kein Jahr. Bitte vier Ziffern, zum Beispiel 2024."),
    ],
)
def test_years_have_four_digits(text, message):
    assert read_year(text) == Wrong("jahr", message)
    assert read_year("2024") == 2024


@pytest.mark.parametrize("text", ["2026-11-22", "2024-02-29", "1000-01-01"])
def test_iso_days_stay_as_they_are(text):
    assert read_date(text, approximate=False) == text
    assert read_date(text, approximate=True) == text


@pytest.mark.parametrize("text", ["2026", "2026-11"])
def test_years_and_months_are_dates_only_where_they_may_be_approximate(text):
    assert read_date(text, approximate=True) == text
    assert isinstance(read_date(text, approximate=False), Wrong)


@pytest.mark.parametrize(
    ("text", "end"),
    [("22.11.2026", ": 2026-11-22."), ("1. 2. 2026", ": 2026-02-01."), ("31.02.2026", "TT."),
     ("11/2026", ": 2026-11."), ("März 2026", ": 2026-03."), ("2026-13", "TT."),
     ("2026-11-31", "TT."),
     ("20261122", "TT."), ("2026-W01-1", "TT."), ("gestern", "TT."), ("0999-01-01", "TT.")],
)  # fmt: skip
def test_other_dates_are_refused_with_a_way_out(text, end):
    wrong = read_date(text, approximate=True)
    assert isinstance(wrong, Wrong)
    assert wrong.message.endswith(end)


@pytest.mark.parametrize("text", ["yes", "Ja", "true", "1", ""])
def test_only_ja_and_nein_answer_a_question(text):
    assert isinstance(read_yes_no(text), Wrong)
    assert (read_yes_no("ja"), read_yes_no("nein")) == ("ja", "nein")


@pytest.mark.parametrize(
    "address",
    ["https://a.example", "http://a.example:8080/x?y=z#q", "https://müller.example/ä",
     "https://kika-live.example./x", "HTTPS://A.EXAMPLE"],
)  # fmt: skip
def test_web_addresses_in_good_shape_pass(address):
    assert address_problem(address) is None


@pytest.mark.parametrize(
    ("address", "part"),
    [
        ("www.a.example", "beginnt nicht mit https://"),
        ("ftp://a.example", "beginnt nicht mit https://"),
        ("javascript:alert(1)", "beginnt nicht mit https://"),
        ("https://a.example/x y", "Leerzeichen"),
        ("https://ich@a.example", "Zugangsdaten"),
        ("https://localhost/x", "keinen gültigen Rechner"),
        ("https://", "keinen gültigen Rechner"),
        ("https://a..example", "keinen gültigen Rechner"),
        ("https://[::1", "keine Web-Adresse"),
        ("https://a.example:99999", "keine Web-Adresse"),
    ],
)
def test_other_web_addresses_are_refused(address, part):
    assert part in (address_problem(address) or "")


@pytest.mark.parametrize("slug", ["a", "blank-jena", "markt-33-ummerstadt", "0", "x" * 80])
def test_slugs_are_small_ascii_words_with_hyphens(slug):
    assert is_slug(slug)


@pytest.mark.parametrize(
    ("slug", "better"),
    [("Blank Jena", "blank-jena"), ("größe", "groesse"), ("a_b", "a-b"), ("a--b", "a-b"),
     ("é", "e"),
     ("-a-", "a"), ("A", "a")],
)  # fmt: skip
def test_a_bad_slug_comes_with_a_better_one(slug, better):
    assert not is_slug(slug)
    assert slug_problem(slug).endswith(f"Bitte so: {better}.")


@pytest.mark.parametrize("slug", ["", "con", "lpt1", "x" * 81, "—"])
def test_where_no_better_slug_is_known_the_rule_is_told(slug):
    assert not is_slug(slug)
    assert slug_problem(slug).endswith("Bitte höchstens 80 Zeichen aus a–z, 0–9 und Bindestrich.")


def test_quotes_are_german_short_and_on_one_line():
    assert quoted("a\n  b") == "„a b“"
    assert quoted("x" * 61) == "„" + "x" * 59 + "…“"


def test_the_nearest_word_ignores_case_and_may_be_none():
    assert nearest("ZWISCHENNUTZNG", ["umnutzung", "zwischennutzung"]) == "zwischennutzung"
    assert nearest("xyz", ["umnutzung"]) is None
    assert nearest("x" * 1000, ["x" * 1001]) is None


def test_the_way_out_is_a_word_or_the_list_or_that_there_is_none():
    assert way_out("hohc", ["hoch", "mittel"]) == "Meintest du „hoch“?"
    assert way_out("xyz", ["hoch", "mittel"]) == "Möglich sind: hoch, mittel."
    assert way_out("xyz", []) == "Es gibt noch keine."
