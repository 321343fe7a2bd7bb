"""Worksheets on paper: room to write, boxes, and on each page what sheet it is."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
from formularbuch import QUESTIONS, ROWS, form_book

from kompasswerk.buch.blocks import Book, Part, Section
from kompasswerk.pdf.write import PdfResult

from .books import p, section, t
from .lesen import letters, pages

Write = Callable[..., PdfResult]


@pytest.fixture
def sheet(write: Write) -> Path:
    return write(form_book(QUESTIONS, p("Das Haus"), ROWS), cover=False).path


def test_units_and_values_are_printed_once(sheet: Path) -> None:
    text = letters(" ".join(pages(sheet)))
    assert text.count("Quadratmeter") == 1
    assert text.count("☐amMarkt") == text.count("☐Rand") == 1
    assert text.count("☐Laden☐Wohnung") == 3


def test_rows_are_high_enough_to_write_by_hand(write: Write) -> None:
    heights = [lowest(write(form_book(*[ROWS] * n), f"{n}.pdf", cover=False).path) for n in (1, 2)]
    point = 72 / 25.4
    # A header, three rows of at least eight millimetres.
    assert heights[0] - heights[1] >= 3 * 8 * point


def lowest(path: Path) -> float:
    """Return how high above the foot of the page the lowest rule is drawn, footers aside."""
    with pikepdf.open(path) as pdf:
        (page,) = pdf.pages
        places = []
        for operands, operator in pikepdf.parse_content_stream(page):
            if str(operator) == "cm":
                places.append(float(operands[5]))
    return min(place for place in places if place > 80)


def test_each_page_of_a_sheet_names_it_and_no_other_page_does(write: Write) -> None:
    (part,) = form_book(QUESTIONS, p("Text. " * 900), QUESTIONS).parts
    after: Section = section(1, "Danach", p("Schluss."), starts_page=True)
    book = Book("Titel", (Part(t("Teil"), (*part.children, after)),))
    found = [letters(page) for page in pages(write(book, cover=False).path)]
    named = ["Blatt3·probe" in page for page in found]
    first = next(n for n, page in enumerate(found) if "Blatt3:Probeblatt" in page)
    last = next(n for n, page in enumerate(found) if "Schluss." in page)
    assert last - first >= 2
    assert named == [first <= n < last for n in range(len(found))]
