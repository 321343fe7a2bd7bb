"""What towns write, and what is understood of it."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

import pytest
from hypothesis import given, settings, strategies as st

from kompasswerk.formular.values import read_raw, read_value, show_value
from kompasswerk.model.formular import SCALE_STEPS, FormKind, Formularfeld

TEXT = Formularfeld("t", "Text", FormKind.TEXT)
LONG = Formularfeld("l", "Langtext", FormKind.LONG_TEXT)
PLAIN = Formularfeld("z", "Zahl", FormKind.NUMBER)
EURO = Formularfeld("e", "Kosten", FormKind.NUMBER, einheit="Euro")
YEARLY = Formularfeld("j", "Folgekosten", FormKind.NUMBER, einheit="Euro je Jahr")
HOURS = Formularfeld("s", "Zeit", FormKind.NUMBER, einheit="Stunden je Woche")
SPACE = Formularfeld("q", "Fläche", FormKind.NUMBER, einheit="Quadratmeter")
NOTE = Formularfeld("n", "Zustand", FormKind.NUMBER, einheit="1–5")
DAY = Formularfeld("d", "Tag", FormKind.DATE)
YES_NO = Formularfeld("y", "Ja?", FormKind.YES_NO)
SCALE = Formularfeld("k", "Note", FormKind.SCALE, werte=SCALE_STEPS)
WHO = ("will und kann", "will, kann aber nicht", "nicht erreichbar", "Kommune")
OWNER = Formularfeld("o", "Lage", FormKind.CHOICE, werte=WHO)
SIZE = Formularfeld("g", "Wie?", FormKind.CHOICE, werte=("groß", "klein", "teilweise groß"))
MONTHS = Formularfeld("m", "Seit", FormKind.CHOICE, werte=("unter 3", "3–12", "12–24"))
USES = Formularfeld("u", "Was?", FormKind.CHOICES, werte=("Text", "Fotos", "Bau, Energie", "Preis"))


@pytest.mark.parametrize(
    ("field", "text", "wert"),
    [
        (PLAIN, "1.234,5", Decimal("1234.5")),
        (PLAIN, "1.234", Decimal(1234)),
        (PLAIN, "3,5", Decimal("3.5")),
        (PLAIN, "12 500", Decimal(12500)),
        (PLAIN, "−7", Decimal(-7)),
        (PLAIN, "50 %", Decimal(50)),
        (EURO, "12.000 Euro", Decimal(12000)),
        (EURO, "12.000,- €", Decimal(12000)),
        (EURO, "1,2 Mio. Euro", Decimal(1200000)),
        (EURO, "20 Tsd. EUR", Decimal(20000)),
        (YEARLY, "500 €/Jahr", Decimal(500)),
        (YEARLY, "500 Euro", Decimal(500)),
        (HOURS, "10 Std.", Decimal(10)),
        (HOURS, "10 Stunden pro Woche", Decimal(10)),
        (HOURS, "10 h / Woche", Decimal(10)),
        (SPACE, "85 m²", Decimal(85)),
        (NOTE, "5", Decimal(5)),
        (DAY, "24.12.2026", date(2026, 12, 24)),
        (DAY, "4.1.26", date(2026, 1, 4)),
        (DAY, "24. Dezember 2026", date(2026, 12, 24)),
        (DAY, "Do., 24. Dez. 2026", date(2026, 12, 24)),
        (DAY, "Donnerstag, den 24.12.2026", date(2026, 12, 24)),
        (DAY, "5. März 2027", date(2027, 3, 5)),
        (DAY, "2026-12-24", date(2026, 12, 24)),
        (YES_NO, "Ja", True),
        (YES_NO, "n", False),
        (YES_NO, "☐ ja ☒ nein", False),
        (SIZE, "GROSS", "groß"),
        (SIZE, "kl", "klein"),
        (MONTHS, "3-12", "3–12"),
        (OWNER, "will, kann aber nicht", "will, kann aber nicht"),
        (OWNER, "☐ will und kann ☑ Kommune", "Kommune"),
        (USES, "preis, Text", ("Text", "Preis")),
        (USES, "Bau, Energie, Fotos", ("Fotos", "Bau, Energie")),
        (USES, "☒ Text ☐ Fotos ☒ Preis", ("Text", "Preis")),
        (SCALE, "3", "3"),
        (SCALE, "4 von 5", "4"),
        (TEXT, " Markt\t3 \n Haus\u200b ", "Markt 3 Haus"),
        (LONG, "eins\r\nzwei\x07\u2028drei ", "eins\nzwei\ndrei"),
    ],
)
def test_what_is_clear_is_read_without_doubt(field, text, wert):
    assert read_value(field, text) == (wert, "")


@pytest.mark.parametrize(
    ("field", "text", "wert", "doubt"),
    [
        (PLAIN, "ca. 12", Decimal(12), "„ca. 12“ ist als 12 gelesen."),
        (PLAIN, "1.5", Decimal("1.5"), "„1.5“ ist als 1,5 gelesen."),
        (
            EURO,
            "8.000 € (Stand 2025)",
            Decimal(8000),
            "„8.000 € (Stand 2025)“ ist als 8000 gelesen.",
        ),
        (PLAIN, "12 Häuser", Decimal(12), "„12 Häuser“ ist als 12 gelesen."),
        (SIZE, "klein, nur hinten", "klein", "„klein, nur hinten“ ist als „klein“ gelesen."),
        (YES_NO, "ja, aber erst 2027", True, "„ja, aber erst 2027“ ist als „ja“ gelesen."),
        (DAY, "24/12/2026", date(2026, 12, 24), "„24/12/2026“ ist als 24.12.2026 gelesen."),
        (SCALE, "3 (mittel)", "3", "„3 (mittel)“ ist als „3“ gelesen."),
        (
            USES,
            "Text; Fotoss",
            ("Text",),
            "„Fotoss“ steht nicht zur Wahl. Gemeint ist vielleicht „Fotos“.",
        ),
    ],
)
def test_what_says_more_than_its_field_asks_is_read_with_doubt(field, text, wert, doubt):
    assert read_value(field, text) == (wert, doubt)


@pytest.mark.parametrize(
    ("field", "text", "doubt"),
    [
        (PLAIN, "zwölf", "„zwölf“ ist keine einzelne Zahl."),
        (PLAIN, "10–12", "„10–12“ ist keine einzelne Zahl."),
        (PLAIN, "1,234.50", "„1,234.50“ ist keine einzelne Zahl."),
        (PLAIN, "9" * 40, f"„{'9' * 40}“ hat zu viele Stellen."),
        (EURO, "50 %", "„50 %“ nennt „%“, gefragt ist „Euro“."),
        (
            YEARLY,
            "500 Euro im Monat",
            "„500 Euro im Monat“ nennt „Euro im Monat“, gefragt ist „Euro je Jahr“.",
        ),
        (NOTE, "7", "„7“ liegt nicht im Bereich 1–5."),
        (DAY, "12/2026", "„12/2026“ nennt keinen Tag. Gemeint ist etwa „24.12.2026“."),
        (DAY, "Herbst", "„Herbst“ nennt keinen Tag. Gemeint ist etwa „24.12.2026“."),
        (DAY, "31.2.2026", "Den Tag „31.2.2026“ gibt es nicht."),
        (DAY, "24.12.2206", "„24.12.2206“ liegt nicht zwischen 1900 und 2100."),
        (YES_NO, "ja, nein", "Genannt sind „ja“, „nein“; gefragt ist eins."),
        (YES_NO, "☒ ja ☒ nein", "Genannt sind „ja“, „nein“; gefragt ist eins."),
        (MONTHS, "1", "„1“ steht nicht zur Wahl."),
        (OWNER, "will", "„will“ steht nicht zur Wahl."),
        (SCALE, "2–3", "„2–3“ ist keine Stufe von 1 bis 5."),
    ],
)
def test_what_cannot_be_meant_costs_the_value_and_says_why(field, text, doubt):
    assert read_value(field, text) == (None, doubt)


@pytest.mark.parametrize(
    ("field", "text"), [(TEXT, " \x00 "), (YES_NO, "☐ ja ☐ nein"), (USES, "☐ Text ☐ Fotos")]
)
def test_nothing_written_is_no_answer_and_no_doubt(field, text):
    assert read_value(field, text) == (None, "")


@pytest.mark.parametrize(
    ("field", "raw", "text", "wert"),
    [
        (PLAIN, 0.1 + 0.2, "0,3", Decimal("0.3")),
        (PLAIN, 12500, "12.500", Decimal(12500)),
        (EURO, Decimal("1E+3"), "1000", Decimal(1000)),
        (TEXT, 12.0, "12", "12"),
        (DAY, datetime(2026, 12, 24), "24.12.2026", date(2026, 12, 24)),
        (TEXT, date(2026, 12, 24), "24.12.2026", "24.12.2026"),
        (YES_NO, True, "ja", True),
        (SCALE, 3, "3", "3"),
    ],
)
def test_what_a_program_stored_counts_as_what_a_person_would_write(field, raw, text, wert):
    assert read_raw(field, raw) == (text, wert, "")


@pytest.mark.parametrize("raw", [float("inf"), float("nan"), Decimal("1E+999999999"), 10**40])
def test_numbers_that_nobody_means_are_doubtful_and_cost_no_memory(raw):
    text, wert, doubt = read_raw(PLAIN, raw)
    assert (wert, bool(doubt)) == (None, True)
    assert len(text) < 500


def test_an_answer_that_goes_on_forever_is_doubtful_unless_it_is_free_text():
    assert read_value(USES, "a," * 600) == (
        None,
        f"„{'a,' * 29}a…“ ist länger als eine Antwort auf diese Frage.",
    )
    assert read_value(LONG, "ab " * 600)[1] == ""


WORDS = st.text(st.characters(exclude_characters="☐□☑☒✓✔🗹🗷"), max_size=80)
LETTERS = st.text("abcäöüßABC123 ,.-–()", min_size=1, max_size=12)
CHOICES = st.lists(
    LETTERS.map(lambda text: " ".join(text.split())).filter(bool),
    min_size=2,
    max_size=6,
    unique=True,
)


@pytest.mark.parametrize(
    ("unit", "text", "doubt"),
    [
        ("Stunden je Woche", "900", "„900“ ist mehr als 168 Stunden je Woche."),
        ("Stunden je Woche", "−5", "„−5“ ist kleiner als null."),
        ("Stunden je Monat", "745", "„745“ ist mehr als 744 Stunden je Monat."),
        ("Minuten", "99999", "„99999“ ist mehr als 10.080 Minuten."),
        ("Prozent", "101", "„101“ ist mehr als 100 Prozent."),
        ("Einheiten", "-1", "„-1“ ist kleiner als null."),
    ],
)
def test_what_no_unit_can_hold_is_doubted(unit, text, doubt):
    field = Formularfeld("b", "Grenze", FormKind.NUMBER, einheit=unit)
    assert read_value(field, text) == (None, doubt)


@pytest.mark.parametrize(
    ("unit", "text", "wert"),
    [("Stunden je Woche", "168", 168), ("Euro", "-5", -5), ("Prozent", "0", 0), ("", "-3", -3)],
)
def test_the_ends_themselves_and_debts_can_be_meant(unit, text, wert):
    field = Formularfeld("b", "Grenze", FormKind.NUMBER, einheit=unit)
    assert read_value(field, text) == (Decimal(wert), "")


@settings(deadline=None)
@given(st.decimals(-(10**9), 10**9, places=4) | st.integers(-(10**14), 10**14).map(Decimal))
def test_a_number_reads_as_it_is_shown(wert):
    assert read_value(PLAIN, show_value(PLAIN, wert)) == (wert, "")


@settings(deadline=None)
@given(st.dates(date(1900, 1, 1), date(2100, 12, 31)))
def test_a_day_reads_as_it_is_shown(wert):
    assert read_value(DAY, show_value(DAY, wert)) == (wert, "")


@settings(deadline=None)
@given(CHOICES, st.data())
def test_choices_read_as_they_are_shown(werte, data):
    one = Formularfeld("a", "A", FormKind.CHOICE, werte=tuple(werte))
    many = Formularfeld("b", "B", FormKind.CHOICES, werte=tuple(werte))
    chosen = data.draw(st.sampled_from(werte))
    some = data.draw(st.sets(st.sampled_from(werte), min_size=1))
    ordered = tuple(each for each in werte if each in some)
    assert read_value(one, show_value(one, chosen)) == (chosen, "")
    assert read_value(many, show_value(many, ordered)) == (ordered, "")


@settings(deadline=None)
@given(WORDS, st.sampled_from([TEXT, LONG]))
def test_a_text_that_was_read_reads_as_it_is_shown(text, field):
    wert, _ = read_value(field, text)
    assert read_value(field, show_value(field, wert)) == (wert, "")


@settings(deadline=None)
@given(st.text(max_size=60), st.sampled_from([PLAIN, EURO, DAY, YES_NO, OWNER, USES, SCALE, NOTE]))
def test_no_text_stops_the_reading(text, field):
    wert, doubt = read_value(field, text)
    if wert is not None and not doubt:
        assert read_value(field, show_value(field, wert)) == (wert, "")
