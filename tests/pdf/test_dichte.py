"""Chapters that would end with a nearly empty page are set a little closer."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

from kompasswerk.buch import blocks as b
from kompasswerk.pdf.copyfitting import copyfit
from kompasswerk.pdf.write import PdfResult

from .books import book, p, section

FULL = (34, 35, 41, 42)
"""Paragraphs on a page as usual, one more, as many as fit when set closer, one more."""


def laid_out(*rounds: list[list[float]]) -> Callable[[str], str]:
    """Return what Typst would answer in each round."""
    answers: Iterator[list[list[float]]] = iter(rounds)
    return lambda label: json.dumps(next(answers))


def test_only_a_chapter_that_saves_a_page_is_set_closer(tmp_path: Path) -> None:
    first = [[1, 2, 0.1], [2, 3, 0.05], [3, 2, 0.9], [4, 1, 0.1], [5, 3, 0.02]]
    second = [[1, 1, 0.99], [2, 3, 0.02], [3, 2, 0.9], [4, 1, 0.1], [5, 2, 0.97]]
    copyfit(tmp_path, laid_out(first, second))

    assert (tmp_path / "dichte.typ").read_text() == '#let dichte = ("1": 2, "5": 1, )\n'


def test_a_book_without_short_pages_is_laid_out_once(tmp_path: Path) -> None:
    copyfit(tmp_path, laid_out([[1, 2, 0.5]]))

    assert (tmp_path / "dichte.typ").read_text() == "#let dichte = (:)\n"


def test_a_line_too_many_makes_no_page_of_its_own(write: Callable[..., PdfResult]) -> None:
    lines = tuple(p(f"Absatz {number} der Seite.") for number in range(1, 60))
    pages = [write(book(section(1, "Kapitel", *lines[:count]))).pages for count in FULL]

    assert pages == [1, 1, 1, 2]


def test_what_is_long_is_set_as_usual(write: Callable[..., PdfResult]) -> None:
    sheet = section(1, "Kapitel", *(p(f"Absatz {number}") for number in range(60)))

    assert write(book(sheet, b.Rule())).pages == 2
