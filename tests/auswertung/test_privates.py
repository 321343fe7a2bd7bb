"""What a town does not share is in no output, not even inside the files."""

from __future__ import annotations

import re
from zipfile import ZipFile

import pypdfium2
import pytest
from rueckgaben import CONTACTS, FEW_SAY, PRIVATE

MARKS = ("GEHEIM", "Geheimgasse", "Musterfrau", "03647", "stadt.example", "NUR-ZWEI")
NAMED = {"Friedrichroda", "Gotha", "Ohrdruf", "Waltershausen", "Kaltennordheim"}


@pytest.fixture(scope="module")
def texts(written) -> dict[str, str]:
    """All that stands in the files by name: parts of packages, pages of the PDF, raw bytes."""
    found = {}
    for path in (written.page, written.spreadsheet, written.word, written.pdf):
        found[path.name] = path.read_bytes().decode("utf-8", "replace")
    for path in (written.spreadsheet, written.word):
        with ZipFile(path) as archive:
            for name in archive.namelist():
                found[f"{path.name}:{name}"] = archive.read(name).decode("utf-8", "replace")
    document = pypdfium2.PdfDocument(written.pdf)
    for number, page in enumerate(document, 1):
        found[f"{written.pdf.name}:{number}"] = page.get_textpage().get_text_range()
    return found


def test_the_marks_were_planted():
    planted = " ".join([CONTACTS, *map(str, PRIVATE.values()), "NUR-ZWEI"])
    assert all(mark in planted for mark in MARKS)
    assert FEW_SAY.startswith("erprobungsprotokoll.")


@pytest.mark.parametrize("mark", MARKS)
def test_no_private_text_comes_out(texts, mark):
    assert [name for name, text in texts.items() if mark in text] == []


def test_what_was_taken_out_leaves_a_sign(texts):
    page = next(text for name, text in texts.items() if name.endswith(".html"))
    assert "1 von uns in [Stadt] fehlt ein Plan." in page
    assert "[entfernt]" in page


def test_only_towns_that_agree_are_named(texts, places):
    for town in places.by_ags.values():
        pattern = re.compile(rf"(?<!\w){re.escape(town.name)}(?!\w)")
        found = [name for name, text in texts.items() if pattern.search(text)]
        assert bool(found) == (town.name in NAMED), town.name


def test_no_official_key_comes_out(texts, places):
    for ags in places.by_ags:
        assert not [name for name, text in texts.items() if ags in text]


def test_a_private_field_has_no_question(collected):
    from kompasswerk.formular.questions import questions

    asked = {each.key for each in questions(collected.sheets.values())}
    shared_tables = {"wirkung-messen.zahlen", "pilot-pruefbogen.kriterien"}
    assert asked.isdisjoint(PRIVATE)
    assert not [key for key in asked if key.startswith("gebaeudebogen.")]
    assert {key.partition("[")[0] for key in asked if "[" in key} == {
        *shared_tables,
        "erprobungsprotokoll.mittel",
        "erprobungsprotokoll.blaetter",
        "leerstandskataster-blatt.ort",
        "leerstandskataster-blatt.nutzung",
    }
