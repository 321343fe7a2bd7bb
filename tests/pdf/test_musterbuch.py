"""The finished PDF of a realistic book."""

from __future__ import annotations

from collections.abc import Callable

import page
import pikepdf
import pytest

from kompasswerk.buch import blocks as b
from kompasswerk.pdf.walk import walk
from kompasswerk.pdf.write import PdfResult

from . import lesen
from .books import book, p, section, t
from .musterbuch import BOOK


@pytest.fixture(scope="module")
def text(sample: PdfResult) -> str:
    return " ".join(lesen.pages(sample.path))


@pytest.mark.parametrize("profile", ["ua1", "2a"])
def test_it_meets_the_standards_that_it_claims(sample: PdfResult, profile: str) -> None:
    report = page.validate_pdf(sample.path, profile=profile)

    assert [failure.message for failure in report.failures] == []
    assert report.is_compliant


def test_it_is_written_without_a_warning_and_counts_its_pages(sample: PdfResult) -> None:
    with pikepdf.open(sample.path) as pdf:
        assert sample.pages == len(pdf.pages)
    assert sample.warnings == ()


def test_it_says_what_it_is(sample: PdfResult) -> None:
    with pikepdf.open(sample.path) as pdf:
        assert str(pdf.Root.Lang) == "de"
        assert pdf.Root.ViewerPreferences.DisplayDocTitle
        assert str(pdf.docinfo["/Title"]) == "Kompass Leerstand"
        assert str(pdf.docinfo["/Author"]) == "Thüringer Aktionsbündnis „Leerstand bewältigen“"
        assert str(pdf.docinfo["/Keywords"]) == "Leerstand, Innenstadt"
        assert str(pdf.docinfo["/CreationDate"]).startswith("D:20261122")


def test_its_bookmarks_are_its_headings(sample: PdfResult) -> None:
    assert lesen.outline(sample.path) == [
        (0, "So arbeiten Sie mit dem Kompass"),
        (0, "Teil 1 Schritt für Schritt"),
        (1, "1 Erfassen und bewerten"),
        (2, "1.1 Worum es geht"),
        (3, "Listen"),
        (4, "Tiefer"),
        (5, "Noch tiefer"),
        (2, "1.2 Hinweise"),
        (2, "1.3 Bilder und Tabellen"),
        (2, "1.4 Alles Übrige"),
        (0, "Teil 2 Beispiele"),
        (1, "Blank – Agentur für Zwischennutzung"),
        (2, "Ausgangslage"),
        (2, "Vorgehen"),
        (2, "Ergebnis"),
        (0, "Anhang"),
        (1, "Glossar"),
        (1, "Register"),
    ]


def test_every_text_of_the_book_can_be_read_in_it(text: str) -> None:
    found = lesen.letters(text)
    texts = [node.text for _, node in walk(BOOK) if isinstance(node, b.Text)]

    assert len(texts) > 250
    # A long text may be interrupted by a page's foot and head, so long ones go word by word.
    missing = [
        part
        for each in texts
        for part in ([each] if len(each) < 90 else each.split())
        if lesen.letters(part) not in found
    ]
    assert missing == []


@pytest.mark.parametrize(
    "words",
    [
        "Tabelle 1: Gemeinden nach Größenklassen",
        "Abbildung 2: Leerstand nach Jahren",
        "Quelltext 1: Die Datei",
        "Teil 1 Schritt für Schritt",
        "Steckbrief (Seite 14)",
        "Seite 2 von 17",
        "4. Weiter 5. und fort",
        "II. gezählt",
        "a) Begehung b) Meldedaten c) Zähler",
        "☑ Auftrag vom Rat geholt ☐ Begehung mit dem Bauamt verabredet",
        "Register Leerstand, 16 Erfassung, 6 Zwischennutzung, 14",
        "Ausgabe 2026-11, Entwurf",
    ],
)
def test_it_adds_numbers_words_and_pages(text: str, words: str) -> None:
    assert lesen.letters(words) in lesen.letters(text)


def test_a_note_cited_often_stands_once_and_keeps_its_number(text: str) -> None:
    found = lesen.letters(text)

    assert found.count("EigeneErhebung,siehe") == 1
    assert found.count("jena-id227702155") == 1
    assert "Zwischennutzung2Steckbrief" in found


def test_left_pages_are_headed_by_the_part_and_right_ones_by_the_chapter(
    sample: PdfResult,
) -> None:
    pages = [lesen.letters(each) for each in lesen.pages(sample.path)]

    assert pages[5].startswith("SchrittfürSchritt1ErfassenundbewertenIndiesem")
    assert pages[6].startswith("1Erfassenundbewerten")
    assert pages[7].startswith("SchrittfürSchritt")


def test_parts_begin_on_right_pages(sample: PdfResult) -> None:
    pages = [lesen.letters(each) for each in lesen.pages(sample.path)]

    assert pages[4].startswith("Teil1SchrittfürSchritt")
    assert pages[11] == ""
    assert pages[12] == "Teil2Beispiele"
    assert pages[14] == "Anhang"


def test_header_rows_repeat_on_each_page_of_a_table(sample: PdfResult) -> None:
    pages = lesen.pages(sample.path)

    assert [n for n, each in enumerate(pages, 1) if "Wie erhoben" in each] == [8, 9, 10]


def test_alternative_texts_are_kept_and_decoration_has_none(sample: PdfResult) -> None:
    with pikepdf.open(sample.path) as pdf:
        alts = {str(obj["/Alt"]) for obj in pdf.objects if _is_figure(obj)}
    assert alts == {
        "Zwei Häuser am Markt, eines mit leeren Fenstern",
        "Säulen: Leerstand sinkt von 2021 bis 2024",
        "kleiner Markt",
    }


def _is_figure(obj: pikepdf.Object) -> bool:
    return isinstance(obj, pikepdf.Dictionary) and obj.get("/S") == "/Figure" and "/Alt" in obj


def test_the_same_book_gives_the_same_bytes(
    sample: PdfResult, write: Callable[..., PdfResult]
) -> None:
    assert write(BOOK).path.read_bytes() == sample.path.read_bytes()


def test_a_timestamp_becomes_the_date(write: Callable[..., PdfResult]) -> None:
    result = write(book(p("Text")), timestamp=1_700_000_000)

    with pikepdf.open(result.path) as pdf:
        assert str(pdf.docinfo["/CreationDate"]).startswith("D:20231114221320")


def test_a_single_sheet_has_no_cover_and_keeps_its_imprint(write: Callable[..., PdfResult]) -> None:
    sheet = book(section(1, "Blatt 1", p("Frage")), imprint=(p("Impressum"),), edition="Entwurf")
    result = write(sheet)

    assert result.pages == 1
    assert lesen.letters(lesen.pages(result.path)[0]) == "Blatt1FrageImpressumEntwurfSeite1von1"


def test_an_english_book_speaks_english(write: Callable[..., PdfResult]) -> None:
    table = b.Table((b.Row((b.Cell((p("x"),)),)),), (1,), caption=t("Towns"), number="1")
    result = write(book(section(1, "One", table), section(1, "Two"), language="en-GB"))

    text = lesen.letters(" ".join(lesen.pages(result.path)))
    assert "Contents" in text
    assert "Table1:Towns" in text
    assert "Page2of" in text
    with pikepdf.open(result.path) as pdf:
        assert str(pdf.Root.Lang) == "en-GB"
