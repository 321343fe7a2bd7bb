"""A form goes through LibreOffice, empty and filled, as DOCX and by way of ODT."""

from __future__ import annotations

import re
from pathlib import Path
from zipfile import ZipFile

import pytest
from buero import Buero
from formularbuch import form_book

from kompasswerk.docx.oxml.base import Element, attribute, find_all, parse
from kompasswerk.docx.write import write_docx

TOWN, AREA, DAY = "F_ab58900c42", "F_7cecdb5b01", "F_325ab111c8"
SPOT, USE = "F_3aa074049c", "F_0d271f01cf"
FIELDS = 16


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Buero:
    return Buero(tmp_path_factory.mktemp("profil"))


@pytest.fixture(scope="module")
def form(vorlage: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("formular") / "blatt.docx"
    book = form_book(town="Pößneck", ags="16075085")
    write_docx(book, path, template=vorlage, pages={}, cover=False)
    return path


@pytest.fixture(scope="module", params=["docx", "odt"])
def way(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def saved(office: Buero, form: Path, way: str) -> Path:
    """The empty form, saved as DOCX at once or by way of ODT."""
    if way == "docx":
        return office.convert(form, form.with_name("gesichert.docx"))
    middle = office.convert(form, form.with_name("mitte.odt"))
    return office.convert(middle, form.with_name("ueber-odt.docx"))


@pytest.fixture(scope="module")
def filled(office: Buero, form: Path, way: str) -> Path:
    """The form filled in, saved as DOCX at once or by way of ODT."""
    if way == "docx":
        return office.fill(form, form.with_name("ausgefuellt.docx"))
    middle = office.fill(form, form.with_name("ausgefuellt.odt"))
    return office.convert(middle, form.with_name("ausgefuellt-ueber-odt.docx"))


def document(path: Path) -> Element:
    with ZipFile(path) as archive:
        return parse(archive.read("word/document.xml"))


def marked(path: Path) -> dict[str, str]:
    """Return the text between the ends of each bookmark of an answer."""
    found: dict[str, str] = {}
    inside: dict[str | None, str] = {}
    for item in document(path).iter():
        kind = str(item.tag).rpartition("}")[2]
        name = attribute(item, "w:name") or ""
        if kind == "bookmarkStart" and name.startswith("F_"):
            inside[attribute(item, "w:id")] = name
            found[name] = ""
        elif kind == "bookmarkEnd":
            inside.pop(attribute(item, "w:id"), None)
        elif kind == "t":
            for open_mark in inside.values():
                found[open_mark] += item.text or ""
    return {name: text.strip("\xa0 ") for name, text in found.items()}


def test_every_bookmark_and_hint_survives(saved: Path) -> None:
    texts = marked(saved)
    assert len(texts) == FIELDS
    assert texts[TOWN] == "Bitte eintragen"
    assert texts[DAY] == "TT.MM.JJJJ"
    assert texts[USE] == "wählen"
    assert texts[SPOT] == "☐\xa0am\xa0Markt☐\xa0Rand"


def test_all_rows_survive_though_their_section_does_not(saved: Path) -> None:
    root = document(saved)
    assert len(find_all(root, "//w:tbl[.//w:t[.='Keller']]//w:tr")) == 4
    assert find_all(root, "//w15:repeatingSection") == []


def test_boxes_days_and_lists_stay_controls(saved: Path) -> None:
    root = document(saved)
    assert len(find_all(root, "//w:sdtPr/w14:checkbox")) == 9
    assert len(find_all(root, "//w:sdtPr/w:date")) == 1
    assert len(find_all(root, "//w:sdtPr/w:dropDownList")) == 4


def test_edition_town_and_versions_survive(saved: Path) -> None:
    with ZipFile(saved) as archive:
        said = archive.read("docProps/custom.xml").decode()
    assert re.findall(r'name="(kompass-[a-z0-9-]+)"', said) == [
        *("kompass-ags", "kompass-ausgabe", "kompass-blatt-probe", "kompass-stadt"),
        "kompass-text-001",
    ]
    assert "Pößneck" in said


def test_what_people_fill_in_stands_inside_the_marks(filled: Path) -> None:
    texts = marked(filled)
    assert len(texts) == FIELDS
    assert texts[TOWN] == "Wert 1"
    assert re.fullmatch(r"Wert \d+", texts[AREA])
    assert texts[DAY] == "24.12.2026"
    assert texts[USE] == "Wohnung"
    assert texts[SPOT] == "☒\xa0am\xa0Markt☒\xa0Rand"


def test_ticks_and_days_are_also_kept_as_data(filled: Path) -> None:
    root = document(filled)
    ticks = [attribute(each, "w14:val") for each in find_all(root, "//w14:checked")]
    assert ticks == ["1"] * 9
    (day,) = find_all(root, "//w:sdtPr/w:date")
    assert attribute(day, "w:fullDate") == "2026-12-24T00:00:00Z"
