"""Answers are content controls that can be found again (decision 0019)."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from zipfile import ZipFile

import pytest
from alle_bausteine import cell, p
from formularbuch import QUESTIONS, SHEET, TOWN, answer, form_book
from lxml import etree
from openxml_audit import OpenXmlValidator

from kompasswerk.buch.blocks import Book, Row, Table
from kompasswerk.docx.audit import audit
from kompasswerk.docx.oxml.base import Element, attribute, find_all, parse
from kompasswerk.docx.write import write_docx


@pytest.fixture(scope="module")
def form(vorlage: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("formular") / "blatt.docx"
    book = form_book(town="Pößneck", ags="16075085")
    write_docx(book, path, template=vorlage, pages={}, cover=False)
    return path


@pytest.fixture(scope="module")
def body(form: Path) -> Element:
    return part(form, "word/document.xml")


def part(path: Path, name: str) -> Element:
    with ZipFile(path) as archive:
        return parse(archive.read(name))


def parts(path: Path) -> list[str]:
    with ZipFile(path) as archive:
        return archive.namelist()


def control(body: Element, tag: str) -> Element:
    (found,) = find_all(body, f".//w:sdt[w:sdtPr/w:tag/@w:val='{tag}']")
    return found


def value(root: Element, path: str) -> str | None:
    (found,) = find_all(root, path)
    return attribute(found, "w:val")


def text(root: Element) -> str:
    return "".join(item.text or "" for item in find_all(root, ".//w:t"))


def marked(body: Element, name: str) -> str:
    """Return the text between the ends of a bookmark."""
    inside, found = None, ""
    for item in body.iter():
        if item.tag.endswith("}bookmarkStart") and attribute(item, "w:name") == name:
            inside = attribute(item, "w:id")
        elif item.tag.endswith("}bookmarkEnd") and attribute(item, "w:id") == inside:
            return found
        elif item.tag.endswith("}t") and inside is not None:
            found += item.text or ""
    raise AssertionError(name)


def test_word_opens_the_form(form: Path) -> None:
    assert OpenXmlValidator(max_errors=0).validate(str(form)).errors == []
    assert audit(form) == []


def test_an_answer_has_tag_title_and_bookmark_and_cannot_be_deleted(body: Element) -> None:
    town = control(body, "probe.stadt")
    assert value(town, "w:sdtPr/w:alias") == "Stadt oder Gemeinde"
    assert value(town, "w:sdtPr/w:lock") == "sdtLocked"
    assert marked(body, "F_ab58900c42") == "Bitte eintragen\xa0"


@pytest.mark.parametrize(
    ("tag", "kind", "hint"),
    [
        ("probe.stadt", "w:text[not(@w:multiLine)]", "Bitte eintragen"),
        ("probe.flaeche", "w:text[not(@w:multiLine)]", "Zahl eintragen"),
        ("probe.stichtag", "w:date/w:dateFormat[@w:val='dd.MM.yyyy']", "TT.MM.JJJJ"),
        ("probe.notiz", "w:text[@w:multiLine='1']", "Bitte eintragen"),
        ("probe.klasse", "w:dropDownList", "Bitte wählen"),
        ("probe.haus[2].teil", "w:text[not(@w:multiLine)]", "eintragen"),
        ("probe.haus[2].nutzung", "w:dropDownList", "wählen"),
        ("probe.haus[2].raum", "w:text[not(@w:multiLine)]", "Zahl"),
    ],
)
def test_each_kind_has_its_control_and_hint(body: Element, tag: str, kind: str, hint: str) -> None:
    found = control(body, tag)
    assert len(find_all(found, f"w:sdtPr/{kind}")) == 1
    assert len(find_all(found, "w:sdtPr/w:showingPlcHdr")) == 1
    assert text(found) == hint
    assert value(found, ".//w:rStyle") == "PlaceholderText"


def test_days_are_german(body: Element) -> None:
    day = control(body, "probe.stichtag")
    assert value(day, "w:sdtPr/w:date/w:lid") == "de-DE"
    assert value(day, "w:sdtPr/w:date/w:calendar") == "gregorian"


def test_a_list_offers_the_hint_first_and_then_each_value(body: Element) -> None:
    items = find_all(control(body, "probe.haus[2].nutzung"), ".//w:listItem")
    shown = [(attribute(i, "w:displayText"), attribute(i, "w:value")) for i in items]
    assert shown == [("wählen", ""), ("Laden", "Laden"), ("Wohnung", "Wohnung")]


def test_few_values_have_a_box_each_below_one_bookmark(body: Element) -> None:
    box = control(body, "probe.lage#2")
    assert value(box, "w:sdtPr/w:alias") == "Wo liegt es?: Rand"
    assert len(find_all(box, "w:sdtPr/w14:checkbox")) == 1
    assert marked(body, "F_3aa074049c") == "☐\xa0am\xa0Markt☐\xa0Rand"


def test_boxes_of_yes_and_no_and_of_a_scale_are_numbered(body: Element) -> None:
    tags = [attribute(each, "w:val") for each in find_all(body, ".//w:tag")]
    assert [tag for tag in tags if tag and tag.startswith(("probe.neu", "probe.zustand"))] == [
        *("probe.neu#1", "probe.neu#2", "probe.zustand#1", "probe.zustand#2"),
        *("probe.zustand#3", "probe.zustand#4", "probe.zustand#5"),
    ]


def test_the_unit_stands_behind_the_mark(body: Element) -> None:
    (line,) = (each for each in find_all(body, ".//w:p") if "Quadratmeter" in text(each))
    assert text(line) == "Zahl eintragen\xa0Quadratmeter"
    assert marked(body, "F_7cecdb5b01") == "Zahl eintragen\xa0"


def test_rows_without_given_text_are_a_section_that_grows(body: Element) -> None:
    (section,) = find_all(body, ".//w:sdt[w:sdtPr/w15:repeatingSection]")
    items = find_all(section, "w:sdtContent/w:sdt[w:sdtPr/w15:repeatingSectionItem]")
    assert [len(find_all(item, "w:sdtContent/w:tr")) for item in items] == [1, 1]
    assert find_all(section, "w:sdtPr/w:alias") == []
    table = section.getparent()
    assert table is not None
    assert [text(row)[:6] for row in find_all(table, "w:tr")] == ["TeilNu", "Keller"]
    assert "w15" in (attribute(body, "mc:Ignorable") or "")


def test_rows_do_not_break_and_two_stay_with_their_head(body: Element) -> None:
    (section,) = find_all(body, ".//w:sdt[w:sdtPr/w15:repeatingSection]")
    rows = find_all(section.getparent(), ".//w:tr")  # type: ignore[arg-type]
    assert [len(find_all(row, "w:trPr/w:cantSplit")) for row in rows] == [1, 1, 1, 1]
    assert [bool(find_all(row, ".//w:keepNext")) for row in rows] == [True, True, False, False]


MANIFEST = "{urn:kompasswerk:formular:1}"


def test_the_manifest_says_for_whom_which_sheets_and_which_fields(form: Path) -> None:
    root = part(form, "customXml/item2.xml")
    assert root.tag == f"{MANIFEST}arbeitsbuch"
    assert dict(root.attrib) == {"ausgabe": "2", "stadt": "Pößneck", "ags": "16075085"}
    sheet, text = root
    assert text.tag == f"{MANIFEST}text"
    assert dict(sheet.attrib) == {"name": "probe", "version": SHEET.version, "titel": "Probeblatt"}
    fields = {each.get("stelle"): each for each in sheet.iter(f"{MANIFEST}feld")}
    assert len(fields) == 16
    assert dict(fields["probe.stadt"].attrib) == {
        "stelle": "probe.stadt",
        "marke": "F_ab58900c42",
        "titel": "Stadt oder Gemeinde",
        "hinweis": "Bitte eintragen",
    }
    assert fields["probe.neu"].get("hinweis") == ""


def test_properties_repeat_what_belongs_to_the_file(form: Path) -> None:
    said = {each.get("name"): text_of(each) for each in part(form, "docProps/custom.xml")}
    marks = part(form, "customXml/item2.xml").findtext("{*}text").split()
    assert said.pop("kompass-text-001") == "".join(marks)
    assert said == {
        "kompass-ausgabe": "2",
        "kompass-stadt": "Pößneck",
        "kompass-ags": "16075085",
        "kompass-blatt-probe": SHEET.version,
    }


def text_of(element: Element) -> str:
    return etree.tostring(element, method="text", encoding="unicode")


def test_a_file_without_answers_has_neither(vorlage: Path, tmp_path: Path) -> None:
    path = tmp_path / "buch.docx"
    write_docx(form_book(p("Text.")), path, template=vorlage, pages={}, cover=False)
    assert [n for n in parts(path) if n.endswith(("custom.xml", "item2.xml"))] == []
    assert "w15" not in (attribute(part(path, "word/document.xml"), "mc:Ignorable") or "")


def test_a_place_shown_twice_is_marked_once(vorlage: Path, tmp_path: Path) -> None:
    path = tmp_path / "buch.docx"
    book = form_book(QUESTIONS, p("Noch einmal."), QUESTIONS)
    write_docx(book, path, template=vorlage, pages={}, cover=False)
    assert audit(path) == []
    marks = find_all(part(path, "word/document.xml"), "//w:bookmarkStart")
    assert [attribute(each, "w:name") for each in marks].count("F_ab58900c42") == 1


def test_a_tag_that_word_would_not_take_is_left_out(vorlage: Path, tmp_path: Path) -> None:
    long = f"zeilen[1].{'x' * 60}"
    table = Table((Row((cell("Frage"), answer(TOWN, long, "T" * 70))),), (1, 1))
    path = tmp_path / "buch.docx"
    write_docx(form_book(table), path, template=vorlage, pages={}, cover=False)
    (found,) = find_all(part(path, "word/document.xml"), "//w:sdt[w:sdtPr/w:lock]")
    assert find_all(found, "w:sdtPr/w:tag") == []
    assert value(found, "w:sdtPr/w:alias") == "T" * 64


def test_the_same_book_gives_the_same_bytes(form: Path, vorlage: Path, tmp_path: Path) -> None:
    again: Book = form_book(town="Pößneck", ags="16075085")
    path = tmp_path / "blatt.docx"
    write_docx(replace(again), path, template=vorlage, pages={}, cover=False)
    assert path.read_bytes() == form.read_bytes()
