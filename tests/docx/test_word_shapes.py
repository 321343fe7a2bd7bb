"""What Word prints otherwise than the screen shows: pairs, one line for a list, upright heads."""

from __future__ import annotations

from pathlib import Path
from zipfile import ZipFile

import pytest
from alle_bausteine import cell, p, t
from openxml_audit import OpenXmlValidator

from kompasswerk.buch.blocks import (
    Admonition,
    Block,
    Book,
    Cell,
    FactBox,
    Group,
    IndexList,
    InternalLink,
    ListBlock,
    ListItem,
    ListStyle,
    Mark,
    Paragraph,
    Part,
    Row,
    Section,
    Span,
    Table,
)
from kompasswerk.docx.audit import audit
from kompasswerk.docx.oxml.base import Element, find_all, parse
from kompasswerk.docx.write import write_docx

LONG = "44.649 Euro aus städtischen Mitteln für das Jahr 2020"
FACTS = FactBox(
    t("Steckbrief"),
    (
        (t("Ort"), (p("Jena"),)),
        (t("Land"), (p("Thüringen"),)),
        (t("Kosten"), (p(LONG),)),
        (t("Stand"), (Paragraph((Span(t("Entwurf"), Mark.LABEL),)),)),
    ),
)
LINKS = ListBlock(
    ListStyle.BULLET,
    tuple(
        ListItem((Paragraph((InternalLink(t(name), "kapitel", page=True),)),))
        for name in ("Schritt 1", "Schritt 2")
    ),
)
MENTIONS = Group((Paragraph(t("Wird erwähnt in"), role="rubric"), LINKS), "erwaehnungen")
MATRIX = Table(
    tuple(
        Row(tuple(cell(text) for text in line))
        for line in (("Gebäude", "Umnutzung"), ("Laden", "3"), ("Bahnhof", "gesucht"))
    ),
    (24, 7),
    header_rows=1,
    header_columns=1,
    role="matrix",
)
SHEET = Table(
    (
        Row((cell("Frage"), cell("Ihre Antwort"))),
        Row((cell("Wer?"), Cell(()))),
        Row((cell("Wann?"), Cell(()))),
    ),
    (50, 50),
    header_rows=1,
)
INDEX = IndexList((((("Leerstand",)), ("kapitel",)), ((("Umbau",)), ("kapitel",))))


@pytest.fixture
def body(vorlage: Path, tmp_path: Path, request: pytest.FixtureRequest) -> Element:
    block: Block = request.param
    chapter = Section(1, t("Kapitel"), (block,), ("kapitel",), "1", starts_page=True)
    path = tmp_path / "buch.docx"
    write_docx(Book("Buch", (Part((), (chapter,)),)), path, template=vorlage, pages={})
    assert OpenXmlValidator(max_errors=0).validate(str(path)).errors == []
    assert audit(path) == []
    with ZipFile(path) as archive:
        return parse(archive.read("word/document.xml"))


def rows(body: Element) -> list[list[str]]:
    return [[_text(each) for each in find_all(line, "w:tc")] for line in find_all(body, ".//w:tr")]


def _text(element: Element) -> str:
    return "".join(item.text or "" for item in find_all(element, ".//w:t"))


def values(body: Element, path: str) -> list[str]:
    return [str(found.values()[0]) for found in find_all(body, path)]


@pytest.mark.parametrize("body", [FACTS], indirect=True)
def test_short_facts_stand_in_pairs_and_long_ones_alone(body: Element) -> None:
    assert rows(body) == [
        ["Ort", "Jena", "Land", "Thüringen"],
        ["Kosten", LONG],
        ["Stand", "Entwurf"],
    ]
    assert values(body, ".//w:gridSpan") == ["3", "3"]
    assert find_all(body, ".//w:tc//w:rStyle") == []


@pytest.mark.parametrize("body", [MENTIONS], indirect=True)
def test_mentions_are_one_line(body: Element) -> None:
    lines = [_text(line) for line in find_all(body, ".//w:p") if "erwähnt" in _text(line)]
    assert [line.replace("\u00a0", " ") for line in lines] == [
        "Wird erwähnt in: Schritt 1 (Seite 3) · Schritt 2 (Seite 3)"
    ]


@pytest.mark.parametrize("body", [MATRIX], indirect=True)
def test_the_heads_of_a_matrix_stand_on_end_and_its_gaps_are_small(body: Element) -> None:
    assert values(body, ".//w:textDirection") == ["btLr"]
    assert values(body, ".//w:trHeight") == ["2600"]
    assert values(body, ".//w:tc//w:pStyle") == [
        *("Tabellenkopf", "Tabellenkopf", "Tabellenkopf"),
        *("MatrixZahl", "Tabellenkopf", "MatrixLuecke"),
    ]


@pytest.mark.parametrize("body", [SHEET], indirect=True)
def test_rows_to_write_in_are_high_and_stay_together(body: Element) -> None:
    assert values(body, ".//w:trHeight") == ["500", "500", "500"]
    kept = [len(find_all(line, ".//w:keepNext")) for line in find_all(body, ".//w:tr")]
    assert kept == [2, 2, 0]


@pytest.mark.parametrize("body", [INDEX], indirect=True)
def test_the_index_stands_in_two_columns_below_its_heading(body: Element) -> None:
    pages = find_all(body, ".//w:sectPr")[-2:]
    assert [values(page, "w:type") for page in pages] == [["nextPage"], ["continuous"]]
    assert len(find_all(pages[1], "w:cols[@w:num='2']")) == 1
    assert find_all(pages[0], "w:cols[@w:num]") == []


@pytest.mark.parametrize(
    ("body", "kept"),
    [
        (Admonition("note", t("Titel"), (p("kurz"), p("noch kürzer"))), [True, True, False]),
        (Admonition("note", t("Titel"), (p("lang " * 80), p("lang " * 80))), [True, False, False]),
    ],
    indirect=["body"],
)
def test_a_long_box_may_break_but_not_behind_its_title(body: Element, kept: list[bool]) -> None:
    boxed = [line for line in find_all(body, ".//w:p") if _style(line).startswith("Hinweis")]
    assert [bool(find_all(line, "w:pPr/w:keepNext")) for line in boxed] == kept


@pytest.mark.parametrize("body", [p("Prüfen Sie:")], indirect=True)
def test_a_line_that_leads_on_stays_with_what_follows(body: Element) -> None:
    line = next(each for each in find_all(body, ".//w:p") if "Prüfen" in _text(each))
    assert find_all(line, "w:pPr/w:keepNext") != []


def _style(line: Element) -> str:
    return next(iter(values(line, "w:pPr/w:pStyle")), "")


def test_a_part_of_several_chapters_lists_them(vorlage: Path, tmp_path: Path) -> None:
    chapters = (
        Section(1, t("Erfassen"), (p("x"),), ("a",), "1", starts_page=True),
        Section(1, t("Bewerten"), (p("y"),), ("b",), "2", starts_page=True),
    )
    path = tmp_path / "buch.docx"
    write_docx(Book("Buch", (Part(t("Der Weg"), chapters),)), path, template=vorlage, pages={})
    with ZipFile(path) as archive:
        body = parse(archive.read("word/document.xml"))

    lines = [each for each in find_all(body, "w:body/w:p") if _style(each) == "TOC1"]
    assert [_text(line)[:9] for line in lines] == ["1Erfassen", "2Bewerten"]


ENTRY = "[von der herausgebenden Stelle zu ergänzen]"
PAIRS = Table(
    (Row((cell("Angabe"), cell("Eintrag"))), Row((cell("Name und Rechtsform " * 4), cell(ENTRY)))),
    (50, 50),
    header_rows=1,
)


@pytest.mark.parametrize("body", [PAIRS], indirect=True)
def test_a_short_answer_stays_on_one_line(body: Element) -> None:
    letters = 43
    width = int(values(body, ".//w:gridCol")[1])
    assert width >= letters * 115
