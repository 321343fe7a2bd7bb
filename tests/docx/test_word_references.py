"""References repeat numbers and titles with fields, so that Word can renew them."""

from __future__ import annotations

import re
from pathlib import Path
from zipfile import ZipFile

import pytest
from alle_bausteine import t

from kompasswerk.buch.blocks import (
    Block,
    Book,
    InternalLink,
    MathBlock,
    Paragraph,
    Part,
    Section,
    Span,
    Table,
)
from kompasswerk.docx.audit import audit
from kompasswerk.docx.oxml.base import Element, attribute, find_all, parse
from kompasswerk.docx.write import write_docx

TABLE = Table((), (), caption=t("Zahlen"), number="2.1", anchors=("tab",))
FORMULA = MathBlock("a = b", "4", ("formel",))


def link(words: str, anchor: str, *, numbered: bool = False) -> InternalLink:
    return InternalLink((Span(t(words), None),), anchor, numbered=numbered)


def body_with(reference: InternalLink, folder: Path, template: Path, number: str | None) -> Element:
    blocks: tuple[Block, ...] = (Paragraph((reference,)), TABLE, FORMULA)
    chapter = Section(1, t("Lage der Stadt"), blocks, ("lage",), number, starts_page=True)
    target = folder / "buch.docx"
    result = write_docx(Book("B", (Part((), (chapter,)),)), target, template=template, pages={})
    assert result.warnings == ()
    assert audit(target) == []
    with ZipFile(target) as archive:
        return parse(archive.read("word/document.xml"))


@pytest.mark.parametrize(
    ("reference", "words", "shown"),
    [
        (link("Tab. 2.1", "tab", numbered=True), r"REF _Ref\d{9} \\h", "2.1"),
        (link("(4)", "formel"), r"REF _Ref\d{9} \\h", "4"),
        (link("Abschnitt 3 (Lage)", "lage", numbered=True), r"REF lage \\r \\h", "3"),
        (link("Lage der Stadt", "lage"), r"REF lage \\h \\\* MERGEFORMAT", "Lage der Stadt"),
    ],
)
def test_a_reference_is_a_field_with_number_or_title(
    reference: InternalLink, words: str, shown: str, tmp_path: Path, vorlage: Path
) -> None:
    body = body_with(reference, tmp_path, vorlage, "3")
    anchor = find_all(body, f"//w:hyperlink[@w:anchor='{reference.anchor}'][.//w:instrText]")[-1]
    said = "".join(each.text or "" for each in find_all(anchor, ".//w:t"))
    assert said == "".join(part.text for part in reference.children[0].children)  # type: ignore[union-attr]
    code = find_all(anchor, ".//w:instrText")[0].text or ""
    assert re.fullmatch(words, code.strip())
    runs = find_all(anchor, "w:r")
    begin = next(i for i, run in enumerate(runs) if find_all(run, "w:instrText"))
    assert "".join(each.text or "" for each in find_all(runs[begin + 2], "w:t")) == shown


def test_the_bookmark_of_a_number_stands_around_the_number(tmp_path: Path, vorlage: Path) -> None:
    body = body_with(link("Tab. 2.1", "tab", numbered=True), tmp_path, vorlage, "3")
    code = next(
        each.text or "" for each in find_all(body, "//w:instrText") if " REF " in (each.text or "")
    )
    start = find_all(body, f"//w:bookmarkStart[@w:name='{code.split()[1]}']")[0]
    said, item = "", start.getnext()
    while item is not None and not str(item.tag).endswith("bookmarkEnd"):
        said += "".join(each.text or "" for each in find_all(item, "w:t"))
        item = item.getnext()
    assert said == "2.1"


@pytest.mark.parametrize(
    ("reference", "number"),
    [
        (link("Schritt 3", "lage"), "3"),  # the author's own number
        (link("Lage der Stadt", "lage"), "A"),  # the bookmark holds number and title
        (link("Kapitel A", "lage", numbered=True), "A"),
    ],
)
def test_other_words_stay_words(
    reference: InternalLink, number: str, tmp_path: Path, vorlage: Path
) -> None:
    body = body_with(reference, tmp_path, vorlage, number)
    codes = [each.text or "" for each in find_all(body, "//w:instrText")]
    assert not [code for code in codes if code.split()[0] == "REF"]
    assert attribute(find_all(body, "//w:hyperlink[.='" + mere(reference) + "']")[0], "w:anchor")


def mere(reference: InternalLink) -> str:
    return reference.children[0].children[0].text  # type: ignore[union-attr]
