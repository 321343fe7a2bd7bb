"""Where cells stand, what repeats, how columns are set."""

from __future__ import annotations

import pytest

from kompasswerk.buch import blocks as b
from kompasswerk.pdf.fitting import Fit, fit
from kompasswerk.pdf.grid import Column, columns_of, placed, repeated_rows, widths

from .books import p, row
from .musterbuch import MATRIX, TABLE


def test_cells_skip_what_others_span() -> None:
    places = [(each.text, each.column, each.row) for each in placed(TABLE)]

    assert places[:5] == [
        ("Größenklasse", 0, 0),
        ("Gemeinden", 1, 0),
        ("Anteil", 3, 0),
        ("2011", 1, 1),
        ("2024", 2, 1),
    ]


def test_a_span_ends_where_another_cell_stands() -> None:
    down = b.Cell((p("hinunter"),), rows=2)
    table = b.Table(
        (b.Row((b.Cell((p("a"),)), down)), b.Row((b.Cell((p("breit"),), columns=2),))), ()
    )

    cells = {each.text: each.cell for each in placed(table)}
    assert cells["breit"].columns == 1
    assert cells["hinunter"].rows == 2


def test_the_repeated_header_takes_in_what_reaches_below_it() -> None:
    tall = b.Row((b.Cell((p("Kopf"),), rows=2), b.Cell((p("x"),))))
    table = b.Table((tall, row("y"), row("z", "1")), (1, 1), header_rows=1)

    assert repeated_rows(table, list(placed(table))) == 2


def test_a_table_of_headers_alone_repeats_none() -> None:
    table = b.Table((row("Kopf"),), (1,), header_rows=1)

    assert repeated_rows(table, list(placed(table))) == 0


@pytest.mark.parametrize(
    ("texts", "numeric"),
    [
        (("1.234", "32", "–"), True),
        (("33 %", "16\u202f%"), True),
        (("rund 20", "ca. 4.000 €"), True),
        (("44.649 Euro", "-3,5 m²"), True),
        (("2011", "ohne Jahr"), False),
        (("1. Oktober 2026",), False),
        (("", "–"), False),
        ((), False),
    ],
)
def test_columns_of_numbers_are_recognised(texts: tuple[str, ...], numeric: bool) -> None:
    assert Column(("Kopf",), texts).is_numeric is numeric


def test_widths_that_the_author_named_are_kept() -> None:
    assert widths(TABLE, columns_of(TABLE, list(placed(TABLE)))) == [50, 15, 15, 20]


def test_equal_widths_give_way_to_what_the_columns_need() -> None:
    long = "Leerstandsmanagerinnen ergänzen die Angaben nach dem ersten Gespräch mit allen."
    table = b.Table((row("Jahr", "Was"), row("2024", long)), (50, 50), header_rows=1)

    first, second = widths(table, columns_of(table, list(placed(table))))
    assert first * 3 < second


def test_a_column_for_writing_gets_room() -> None:
    assert Column(("Ihre Antwort",), ("", " ")).need == 40


@pytest.mark.parametrize(
    ("count", "word", "expected"),
    [
        (4, "Gemeinschaft", Fit(0)),
        (5, "Gemeinde", Fit(1)),
        (10, "Leerstand", Fit(2)),
        (12, "Gemeinschaft", Fit(2, turned=True)),
        (14, "Gemeinschaft", Fit(3, turned=True)),
        (30, "Gemeinschaft", Fit(3, turned=True)),
    ],
)
def test_letters_shrink_before_the_page_is_turned(count: int, word: str, expected: Fit) -> None:
    table = b.Table((row(*(word,) * count),), ())

    assert fit(columns_of(table, list(placed(table)))) == expected


def test_a_table_in_a_box_cannot_be_turned() -> None:
    assert fit([Column((), ("Gemeinschaft",))] * 14, may_turn=False) == Fit(3)


def test_many_narrow_columns_stay_upright() -> None:
    assert not fit(columns_of(MATRIX, list(placed(MATRIX)))).turned


def test_a_matrix_stays_upright_because_its_headers_stand_on_end() -> None:
    columns = [Column(("Zwischennutzung",), ("gesucht",))] * 13

    assert fit(columns).turned
    assert not fit(columns, "matrix").turned


def test_a_column_that_would_break_a_word_gets_room_from_a_wide_one() -> None:
    table = b.Table((row("Einheit", "Was"), row("Nebengebäude", "frei")), (5, 95), header_rows=1)

    assert widths(table, columns_of(table, list(placed(table)))) == [15, 80]


def test_a_short_text_stays_on_one_line_where_there_is_room() -> None:
    entry = "[von der herausgebenden Stelle zu ergänzen]"
    table = b.Table((row("Angabe", "Eintrag"), row("Anschrift", entry)), (50, 50), header_rows=1)

    assert widths(table, columns_of(table, list(placed(table)))) == [12, 46]
