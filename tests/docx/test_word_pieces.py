"""Small parts of the Word writer, each by itself."""

from __future__ import annotations

from typing import Any

from alle_bausteine import cell, p, t

from kompasswerk.buch.blocks import Book, Cell, Part, Row, Section
from kompasswerk.buch.notes import walk
from kompasswerk.docx.anchors import bookmark_name, bookmark_names
from kompasswerk.docx.grid import Placed, grid
from kompasswerk.docx.headings import heading_plan
from kompasswerk.docx.pictures import length
from kompasswerk.docx.widths import column_widths


def chapter(number: str | None, *inner: Section) -> Section:
    return Section(1, t("K"), inner, (f"k{number}",), number)


def book(*sections: Section) -> list[Any]:
    return list(walk(Book("B", (Part((), sections),))))


def test_a_plain_anchor_names_its_bookmark() -> None:
    assert bookmark_name("kosten_2026") == "kosten_2026"


def test_other_anchors_get_short_names_of_their_own() -> None:
    names = {bookmark_name(anchor) for anchor in ("a-b", "a b", "ä" * 90, "1x")}
    assert len(names) == 4
    assert all(len(name) <= 40 and name.isascii() and name[0] == "a" for name in names)


def test_bookmarks_differ_in_more_than_case() -> None:
    found = bookmark_names(book(Section(1, t("x"), (), ("Haus", "haus"))))
    assert found["Haus"] == "Haus"
    assert found["haus"].lower() != "haus"


def test_counting_reaches_plain_numbers() -> None:
    inner = Section(2, t("x"), (), (), "1.1")
    plan = heading_plan(book(chapter("1", inner), chapter(None), chapter("2")))
    assert (plan.native, plan.start) == (True, 1)


def test_counting_does_not_reach_a_gap() -> None:
    assert not heading_plan(book(chapter("1"), chapter("3"))).native


def test_spans_cover_places_and_gaps_are_filled() -> None:
    wide, tall = cell("w", columns=2), cell("t", rows=2)
    assert grid((Row((tall, wide)), Row((cell("a"),))), 3) == [
        [Placed(tall, 1, "restart"), Placed(wide, 2, None)],
        [Placed(None, 1, "continue"), Placed(cell("a"), 1, None), Placed(Cell(()), 1, None)],
    ]


def test_a_span_never_leaves_the_table() -> None:
    wide = cell("w", columns=9)
    assert grid((Row((wide,)),), 2) == [[Placed(wide, 2, None)]]


def test_widths_of_the_author_are_shares() -> None:
    lines = grid((Row((cell("a"), cell("b"))),), 2)
    assert column_widths(lines, (1, 3), 8000) == [2000, 6000]


def test_without_widths_the_longer_text_gets_more_room() -> None:
    lines = grid((Row((cell("Nr."), Cell((p("Ein langer Text über Leerstand " * 5),)))),), 2)
    first, second = column_widths(lines, (1, 1), 9000)
    assert first + second == 9000
    assert second > 4 * first


def test_lengths_are_read_in_the_units_of_authors() -> None:
    assert length("50%", 1000) == 500
    assert length("2cm", 1000) == 720000
    assert length("10", 1000) == 95250
    assert length("breit", 1000) is None


def test_a_column_that_the_author_made_too_narrow_for_its_word_gets_room() -> None:
    lines = grid((Row((cell("Leerstandsbewältigung"), cell("kurz"))),), 2)
    first, second = column_widths(lines, (1, 9), 9000)
    assert first >= 2400
    assert first + second == 9000


def test_a_cell_that_spans_push_aside_keeps_its_place_in_a_wider_table() -> None:
    tall = cell("t", rows=2)
    second = (cell("a"), cell("b"))
    found = grid((Row((tall, cell("x"))), Row(second)), 2)
    assert [item.cell for item in found[1]] == [None, *second]
    assert len(found[0]) == 3


def test_long_columns_give_way_and_short_ones_stay_whole() -> None:
    words = ("Zwischennutzungsvereinbarung", "Städtebauförderungsrichtlinie", "ja", "nein")
    line = [Placed(cell(word), 1) for word in words]
    long, longer, short, brief = column_widths([line], (), 4000)
    assert (short, brief) == (230 + 2 * 115, 230 + 4 * 115)
    assert long + longer + short + brief == 4000


def test_a_column_of_short_words_takes_no_more_than_its_line() -> None:
    rows = [
        ("Königsee", "Leerstandsmanager, aus LEADER gefördert, zugleich Wegewart im Ort", "2020"),
        ("Jena", "Agentur für Zwischennutzung bei einer Stiftung der ganzen Stadt", "2020"),
    ]
    lines = [[Placed(cell(text), 1) for text in row] for row in rows]
    place, answer, year = column_widths(lines, (1, 1, 1), 6000)
    assert (place, year) == (230 + 8 * 115, 230 + 4 * 115)
    assert place + answer + year == 6000


def test_a_column_to_write_in_has_room() -> None:
    lines = [
        [Placed(cell(text), 1) for text in row] for row in (("Frage", "Antwort"), ("Wer?", ""))
    ]
    question, answer = column_widths(lines, (), 9000)
    assert answer > 5 * question
