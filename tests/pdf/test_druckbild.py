"""What print does otherwise than the screen: it pairs, folds and turns to save pages."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import page
import pytest

from kompasswerk.buch import blocks as b
from kompasswerk.pdf.write import PdfResult

from . import lesen
from .books import book, p, plain_list, row, section, span, t

Write = Callable[..., PdfResult]

FACTS = b.FactBox(
    t("Steckbrief"),
    (
        (t("Ort"), (p("Jena"),)),
        (t("Land"), (p("Thüringen"),)),
        (t("Kosten"), (p("44.649 Euro aus städtischen Mitteln für das Jahr 2020"),)),
        (t("Stand"), (p(span(b.Mark.LABEL, "Entwurf")),)),
    ),
)
LINKS = b.ListBlock(
    b.ListStyle.BULLET,
    (
        b.ListItem((p(b.InternalLink(t("Schritt 1"), "eins", page=True)),)),
        b.ListItem((p(b.InternalLink(t("Schritt 2"), "zwei", page=True)),)),
    ),
)
MENTIONS = b.Group((p("Wird erwähnt in", role="rubric"), LINKS), "erwaehnungen")
TASKS = b.ListBlock(
    b.ListStyle.TASK,
    tuple(b.ListItem((p(word),), checked=False) for word in ("a", "b", "c", "d", "e", "f", "g")),
)
MATRIX = b.Table(
    (row("Gebäudetyp", "Umnutzung"), row("Ladenlokal", "3"), row("Bahnhof", "gesucht")),
    (24, 7),
    header_rows=1,
    header_columns=1,
    role="matrix",
)


def text_of(path: Path) -> str:
    return lesen.letters(" ".join(lesen.pages(path)))


@pytest.mark.parametrize(
    ("block", "words"),
    [
        (FACTS, "OrtJenaLandThüringenKosten44.649EuroausstädtischenMittelnfürdasJahr2020Stand"),
        (MENTIONS, "Wirderwähntin:Schritt1(Seite1)·Schritt2(Seite1)"),
        (TASKS, "☐a☐b☐c☐d☐e☐f☐g"),
        (MATRIX, "GebäudetypUmnutzungLadenlokal3Bahnhofgesucht"),
    ],
)
def test_what_print_arranges_is_read_in_order(block: b.Block, words: str, write: Write) -> None:
    chapter = section(1, "Kapitel", p("Eins", anchors=("eins",)), p("Zwei", anchors=("zwei",)))
    result = write(book(chapter, block))

    assert words in text_of(result.path)
    report = page.validate_pdf(result.path, profile="ua1")
    assert [failure.message for failure in report.failures] == []


def test_a_part_opens_with_its_chapters_and_their_pages(write: Write) -> None:
    chapters = (
        section(1, "Erfassen", p("x"), anchors=("a",), number="1"),
        section(1, "Bewerten", p("y"), anchors=("b",), number="2"),
    )
    result = write(b.Book("Titel", (b.Part(t("Der Weg"), chapters),)), cover=False)

    assert lesen.letters(lesen.pages(result.path)[0]) == "DerWeg1Erfassen22Bewerten3"


def test_a_part_of_one_chapter_lists_nothing(write: Write) -> None:
    part = b.Part(t("Der Weg"), (section(1, "Erfassen", p("x"), anchors=("a",), number="1"),))
    result = write(b.Book("Titel", (part,)), cover=False)

    assert lesen.letters(lesen.pages(result.path)[0]) == "DerWeg"


def test_a_line_that_leads_to_a_list_does_not_end_a_page(write: Write) -> None:
    filling = [p(f"Absatz {number}") for number in range(46)]
    steps = plain_list(b.ListStyle.ARABIC, "eins", "zwei")
    ends = {
        count: lesen.letters(lesen.pages(write(book(*filling[:count], p("Dann:"), steps)).path)[0])
        for count in range(34, 46, 2)
    }

    assert not [count for count, shown in ends.items() if "Dann:" in shown and "eins" not in shown]
