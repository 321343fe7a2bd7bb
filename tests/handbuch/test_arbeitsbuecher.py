"""Workbooks from the real handbook: no profile has a dead link, files stand every audit."""

from __future__ import annotations

from decimal import Decimal
from itertools import product

import pytest
from echtes_handbuch import ROOT
from openxml_audit import OpenXmlValidator

from kompasswerk.buch.excerpt import dead_links
from kompasswerk.buch.library_builder import FILE, read_library
from kompasswerk.docx.audit import audit
from kompasswerk.docx.write import write_docx
from kompasswerk.formular.handbook import read_handbook
from kompasswerk.formular.profile import LAGEN, Profil
from kompasswerk.formular.selbstcheck_fragen import QUESTIONS
from kompasswerk.formular.selection import choose
from kompasswerk.publishing.workbook import workbook
from kompasswerk.reading.files import load_bestand

pytestmark = pytest.mark.xdist_group("handbuch")

SITUATIONS = ((), *((each.key,) for each in LAGEN), ("problemhaus", "ladenleerstand"))
HOURS = (Decimal(3), Decimal(10), Decimal(30))


@pytest.fixture(scope="module")
def library(build_real):
    return read_library(build_real("bausteine") / FILE)


@pytest.fixture(scope="module")
def handbuch():
    return read_handbook(load_bestand(ROOT))


def combinations(handbuch):
    buildings = ((), *((key,) for key in handbuch.vocabulary.keys("gebaeudetyp")))
    sizes = handbuch.vocabulary.keys("groessenklasse")
    for number, (lage, gebaeude, size) in enumerate(product(SITUATIONS, buildings, sizes)):
        hours = HOURS[number % len(HOURS)]
        yield Profil("Musterhausen", size, lage=lage, gebaeude=gebaeude, stunden=hours)


def needed(profil, handbuch):
    """Yield the sheets without which the first week of the town's situation cannot be done."""
    for lage in profil.lage:
        yield from (slug for art, slug in handbuch.einstiege[lage].sofort if art == "arbeitsblatt")


def test_no_combination_of_situation_building_and_size_has_a_dead_link(library, handbuch):
    count = 0
    for profil in combinations(handbuch):
        book = workbook(choose(profil, handbuch), library, handbuch.vocabulary)
        assert list(dead_links(book)) == [], profil
        names = {page.name for page in book.pages}
        assert {f"kompass/arbeitsblaetter/{slug}" for slug in needed(profil, handbuch)} <= names
        count += 1
    assert count == 5 * 15 * 6


@pytest.mark.parametrize("lage", SITUATIONS, ids="+".join)
def test_a_word_file_stands_both_audits_and_nothing_is_amiss(lage, library, handbuch, tmp_path):
    profil = Profil("Pößneck", "grosse-kleinstadt", ags="16075085", einwohner=11960, lage=lage)
    book = workbook(choose(profil, handbuch), library, handbuch.vocabulary)
    target = tmp_path / "poessneck.docx"
    looks = library.looks
    result = write_docx(book, target, template=looks.docx_template, gestaltung=looks.gestaltung)
    assert result.warnings == ()
    assert list(audit(target)) == []
    assert not OpenXmlValidator(max_errors=0).validate(str(target)).errors


def test_the_steps_of_the_questions_are_those_of_the_selbstcheck():
    page = (ROOT / "kompass/arbeitsblaetter/selbstcheck.md").read_text(encoding="utf-8")
    keys = [line.removeprefix(":::{feld} ") for line in page.splitlines() if "{feld}" in line]
    assert [key for key, _ in QUESTIONS] == keys[5:19]
    assert "| 10 oder 11 | {schritt}`nutzungen-entwickeln` |" in page
    assert "| 14 | {schritt}`fortschreiben` |" in page


def test_every_situation_has_its_entry_page_and_the_few_sheets_are_read(handbuch):
    assert set(handbuch.einstiege) == {each.key for each in LAGEN}
    assert handbuch.wenige == {
        "auftrag",
        "gebiet-und-ziele",
        "gebaeudebogen",
        "bewertung",
        "eigentuemergespraech",
    }
