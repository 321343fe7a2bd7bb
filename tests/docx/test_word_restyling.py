"""A reader who changes a style changes everything in it: nothing is formatted by hand."""

from __future__ import annotations

from pathlib import Path
from zipfile import ZipFile

import pytest
from alle_bausteine import items, p, t

from kompasswerk.buch.blocks import (
    Admonition,
    Block,
    Book,
    Card,
    ListBlock,
    ListItem,
    ListStyle,
    Mark,
    MathBlock,
    Part,
    Section,
    Span,
    Titled,
)
from kompasswerk.docx.oxml.base import Element, attribute, find_all, parse
from kompasswerk.docx.write import write_docx

FLOW = {"pStyle", "keepNext", "pageBreakBefore", "numPr", "sectPr"}
"""What says where a paragraph stands, not how it looks."""


def body_of(template: Path, folder: Path, *blocks: Block) -> Element:
    title = (*t("Kapitel "), Span(t("code"), Mark.CODE))
    inner = Section(2, t("Abschnitt"), blocks, (), None)
    chapter = Section(1, title, (inner,), ("kapitel",), "1", starts_page=True)
    target = folder / "buch.docx"
    write_docx(Book("B", (Part((), (chapter,)),)), target, template=template, pages={})
    with ZipFile(target) as archive:
        return parse(archive.read("word/document.xml"))


def named(body: Element, style: str) -> list[Element]:
    return find_all(body, f"//w:p[w:pPr/w:pStyle/@w:val='{style}']")


def said_by_hand(line: Element) -> set[str]:
    settings = find_all(line, "w:pPr/* | .//w:r/w:rPr/*[not(self::w:rStyle)]")
    return {str(each.tag).rpartition("}")[2] for each in settings} - FLOW


def test_headings_look_as_their_styles_say(vorlage: Path, tmp_path: Path) -> None:
    body = body_of(vorlage, tmp_path)
    for style in ("Heading1", "Heading2"):
        (line,) = named(body, style)
        assert said_by_hand(line) == set()


@pytest.mark.parametrize(("number", "counting"), [(None, []), ("1", ["Heading1"])])
def test_only_styles_whose_headings_have_numbers_count(
    number: str | None, counting: list[str], vorlage: Path, tmp_path: Path
) -> None:
    inner = Section(2, t("Abschnitt"), (), (), None)
    chapter = Section(1, t("Kapitel"), (inner,), ("kapitel",), number, starts_page=True)
    target = tmp_path / "buch.docx"
    write_docx(Book("B", (Part((), (chapter,)),)), target, template=vorlage, pages={})
    with ZipFile(target) as archive:
        body, sheet = (parse(archive.read(f"word/{name}.xml")) for name in ("document", "styles"))
    assert find_all(body, "//w:p[starts-with(w:pPr/w:pStyle/@w:val, 'Heading')]//w:numPr") == []
    carrying = find_all(sheet, "//w:style[w:pPr/w:numPr][w:name[starts-with(@w:val, 'heading')]]")
    ids = [attribute(style, "w:styleId") for style in carrying]
    assert [each for each in ids if each in ("Heading1", "Heading2")] == counting


def test_boxes_have_their_edges_from_their_styles(vorlage: Path, tmp_path: Path) -> None:
    boxes = (
        Admonition("note", t("Hinweis"), (p("eins"),)),
        Card(t("Karte"), (p("zwei"),)),
        Titled(t("Reiter"), (p("drei"),), "tab"),
    )
    body = body_of(vorlage, tmp_path, *boxes)
    for style in ("Hinweis", "Kachel", "Reiter"):
        (title,), (text,) = named(body, f"{style}Titel"), named(body, style)
        assert said_by_hand(title) == set()
        assert said_by_hand(text) == {"spacing"}  # the last line keeps its distance


def test_a_box_in_a_box_stands_further_in(vorlage: Path, tmp_path: Path) -> None:
    inner = Admonition("tip", t("Tipp"), (p("innen"),))
    body = body_of(vorlage, tmp_path, Admonition("note", t("Hinweis"), (inner,)))
    (line,) = named(body, "Tipp")
    assert find_all(line, "w:pPr/w:ind[@w:left='454']")


def test_a_formula_in_a_box_stays_in_the_box(vorlage: Path, tmp_path: Path) -> None:
    box = Admonition("note", t("Hinweis"), (MathBlock("a", "7", ("f",)),))
    body = body_of(vorlage, tmp_path, box)
    assert named(body, "Formel") == []
    (line,) = named(body, "Hinweis")
    stops = [each.attrib.values() for each in find_all(line, "w:pPr/w:tabs/w:tab")]
    # Between 227 and 9242 - 120 twips.
    assert stops == [["center", "4674"], ["right", "9122"]]


def test_what_follows_in_an_item_of_a_box_begins_at_the_bar(vorlage: Path, tmp_path: Path) -> None:
    item = ListItem((p("eins"), p("dazu"), ListBlock(ListStyle.BULLET, items("innen"))))
    box = Admonition("note", t("Hinweis"), (ListBlock(ListStyle.ARABIC, (item,)),))
    body = body_of(vorlage, tmp_path, box)
    _, second, inner = named(body, "Hinweis")
    # 227 twips for the box and 425 for each step; the first line hangs back to the bar.
    for line, left in ((second, "652"), (inner, "1077")):
        (edge,) = find_all(line, "w:pPr/w:ind")
        assert (edge.attrib.values()[0], edge.attrib.values()[-1]) == (left, str(int(left) - 227))
    assert find_all(second, "w:r[1]/w:tab")
