"""Nothing runs out of its cell or off the page: long words, long rows, what belongs together."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import page
import pikepdf
import pytest

from kompasswerk.buch import blocks as b
from kompasswerk.pdf.breaking import pieces
from kompasswerk.pdf.extent import lines_of
from kompasswerk.pdf.write import PdfResult

from . import lesen
from .books import book, p, row, section, span, t

Write = Callable[..., PdfResult]
ADDRESS = "https://example.org/leer/stand/" + "a1" * 90
TALL = tuple(p(f"Zeile {number}.") for number in range(1, 121))


@pytest.mark.parametrize(
    ("text", "fits", "expected"),
    [
        ("kurz und gut", 24, ["kurz und gut"]),
        ("siehe a.b/c hier", 3, ["siehe a.", "b/", "c hier"]),
        ("Rindfleischetikettierungsüberwachung", 24, ["Rindfleischetikettierungsüberwachung"]),
        ("0123456789", 4, list("0123456789")),
        ("漢字漢字漢字", 2, ["漢字漢字漢字"]),
    ],
)
def test_words_break_behind_punctuation_and_only_then_anywhere(
    text: str, fits: int, expected: list[str]
) -> None:
    assert pieces(text, fits) == expected


def test_lines_are_counted_by_what_fits_side_by_side() -> None:
    assert lines_of((p("x" * 100),), 50) == 3
    assert lines_of((b.CodeBlock("a\nb\nc"),), 50) == 5


def drawn(path: Path) -> list[float]:
    """Return how far to the right each run of glyphs begins, in points, on pages of 595."""
    return [x for _, x in lesen.positions(path)]


@pytest.mark.parametrize(
    "block",
    [
        p(ADDRESS),
        p(span(b.Mark.CODE, "x_1" * 80)),
        b.CodeBlock("y" * 300),
        b.Table((row(ADDRESS, "b", ADDRESS), row("c", "d", "e")), (1, 1, 1)),
        b.Table((row(*(f"Wert{n}" for n in range(30))),) * 3, (1,) * 30, 1),
    ],
)
def test_nothing_is_drawn_beyond_the_edge_of_the_page(block: b.Block, write: Write) -> None:
    result = write(book(section(1, "Lang", block)))

    with pikepdf.open(result.path) as pdf:
        width = max(float(each.mediabox[2]) for each in pdf.pages)
    assert max(drawn(result.path)) < width - 40
    assert page.validate_pdf(result.path, profile="ua1").failures == []


@pytest.mark.parametrize(
    "block",
    [
        b.Table((row("Kopf", "k"), b.Row((b.Cell(TALL), b.Cell((p("x"),))))), (1, 1), 1),
        b.Table(
            (
                b.Row((b.Cell((p("x"),), rows=120), b.Cell((TALL[0],)))),
                *(b.Row((b.Cell((each,)),)) for each in TALL[1:]),
            ),
            (1, 1),
        ),
        b.NextStep(t("Nächster Schritt"), ((t("Was"), TALL),)),
        b.Grid((b.Card(t("Karte"), TALL), b.Card(t("Karte"), TALL))),
        b.FactBox(t("Steckbrief"), ((t("Was"), TALL),)),
        b.Admonition("note", t("Hinweis"), TALL),
        b.Table(
            (b.Row((b.Cell((b.CodeBlock("\n".join(f"z{n}" for n in range(200))),)),)),) * 2, (1,)
        ),
    ],
)
def test_what_is_longer_than_a_page_goes_on_on_the_next(block: b.Block, write: Write) -> None:
    result = write(book(section(1, "Lang", block)))
    heights = [y for y, _ in lesen.positions(result.path)]

    assert result.pages > 1
    assert min(heights) > 30


def test_a_long_line_of_code_is_wrapped_with_a_mark_that_is_not_read(write: Write) -> None:
    result = write(book(section(1, "Code", b.CodeBlock("wert = " + "z" * 150))))
    text = lesen.letters(" ".join(lesen.pages(result.path)))

    assert "wert=" in text
    assert "z" * 150 in text.replace("↪", "")
    assert page.validate_pdf(result.path, profile="ua1").failures == []


def test_a_header_with_a_note_stands_once_and_one_with_an_anchor_repeats(write: Write) -> None:
    noted = b.Table(
        (
            b.Row((b.Cell((p("Kopf", b.NoteReference("n")),)),)),
            *(row(f"Zeile {n}") for n in range(70)),
        ),
        (1,),
        1,
    )
    marked = b.Table(
        (
            b.Row((b.Cell((p("Anker", b.Anchor("hier")),)),)),
            *(row(f"Zeile {n}") for n in range(70)),
        ),
        (1,),
        1,
    )
    link = p(b.InternalLink(t("dorthin"), "hier"))
    result = write(book(section(1, "Noten", noted, marked, link), notes={"n": (p("Note"),)}))

    text = lesen.letters(" ".join(lesen.pages(result.path)))
    assert text.count("Kopf") == 1
    assert text.count("Anker") > 1


def test_marks_that_pdf_refuses_are_left_out(write: Write) -> None:
    result = write(book(section(1, "Zeichen", p("a\ufeffb\ufffec\ufdd0d"))))

    assert "abcd" in lesen.letters(" ".join(lesen.pages(result.path)))
