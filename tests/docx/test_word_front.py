"""What stands before and behind the text: imprint, lists, mentions."""

from __future__ import annotations

from pathlib import Path
from zipfile import ZipFile

from alle_bausteine import cell, p, t

from kompasswerk.buch.blocks import Anchor, Block, Book, Paragraph, Part, Row, Section, Table
from kompasswerk.docx.oxml.base import Element, attribute, find_all, parse
from kompasswerk.docx.write import write_docx


def body_of(template: Path, folder: Path, *blocks: Block, **more: object) -> Element:
    chapter = Section(1, t("Kapitel"), blocks, ("kapitel",), "1", starts_page=True)
    book = Book("B", (Part((), (chapter,)),), **more)  # type: ignore[arg-type]
    target = folder / "buch.docx"
    write_docx(book, target, template=template, pages={})
    with ZipFile(target) as archive:
        return parse(archive.read("word/document.xml"))


def saying(body: Element, text: str) -> Element:
    return find_all(body, f"//w:p[.='{text}']")[0]


def test_the_imprint_stands_at_the_foot_of_its_page(vorlage: Path, tmp_path: Path) -> None:
    lines = (p("Erste Zeile", "note"), p("Zweite Zeile", "note"))
    body = body_of(vorlage, tmp_path, imprint=lines)
    (first,) = find_all(saying(body, "Erste Zeile"), "w:pPr/w:spacing")
    assert 12000 < int(attribute(first, "w:before") or 0) < 13500
    assert find_all(saying(body, "Zweite Zeile"), "w:pPr/w:spacing") == []


def test_short_lists_share_a_page(vorlage: Path, tmp_path: Path) -> None:
    table = Table((Row((cell("x"),)),), (1,), caption=t("Zahlen"), number="1", anchors=("t",))
    body = body_of(vorlage, tmp_path, table, lists=("tables", "listings", "figures"))
    assert find_all(saying(body, "Tabellen"), "w:pPr/w:pageBreakBefore")
    titles = find_all(body, "//w:p[w:pPr/w:pStyle/@w:val='TOCHeading']")
    assert ["".join(title.itertext()) for title in titles] == ["Inhalt", "Tabellen"]


def test_mentions_never_begin_a_page(vorlage: Path, tmp_path: Path) -> None:
    mentions = Paragraph(t("Wird erwähnt in: Glossar"), role="mentions")
    table = Table((Row((cell("oben"),)), Row((cell("unten"),))), (1,))
    body = body_of(vorlage, tmp_path, table, mentions)
    assert find_all(saying(body, "unten"), "w:pPr/w:keepNext")
    gap = saying(body, "Wird erwähnt in: Glossar").getprevious()
    assert gap is not None
    assert find_all(gap, "w:pPr/w:keepNext")


def test_what_only_marks_a_place_takes_no_room(vorlage: Path, tmp_path: Path) -> None:
    marks = Paragraph((Anchor("hier"),), role="anchor")
    line = saying(body_of(vorlage, tmp_path, marks, p("Danach")), "Danach").getprevious()
    assert line is not None
    assert find_all(line, "w:pPr[w:pStyle/@w:val='Abstand'][w:keepNext]/w:spacing[@w:after='0']")
