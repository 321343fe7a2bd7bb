"""The installed LibreOffice saves and fills workbooks, as Word and by way of ODT."""

from __future__ import annotations

from pathlib import Path

import arbeitsbuch as buch
import pytest
from buero import Buero
from formularbuch import SHEET, form_book

from kompasswerk.docx.filled import read_filled
from kompasswerk.docx.leftovers import NOT_COMPARED
from kompasswerk.docx.write import write_docx

SAID: dict[str, buch.Said] = {
    "selbstcheck.stadt": "Pößneck",
    "selbstcheck.datum": "24.12.2026",
    "selbstcheck.stunden": "3,5",
    "selbstcheck.lage": "Läden stehen leer",
    "selbstcheck.klasse": "c",
    "selbstcheck.bedarf": ("Geld", "Wissen"),
    "selbstcheck.bereit": "ja",
    "selbstcheck.note": "4",
    "bewertung.gebaeude[1].objekt": "12",
    "bewertung.gebaeude[1].druck": "hoch",
    "bewertung.gebaeude[1].dabei": "nein",
    "bewertung.gebaeude[4].objekt": "77",
    "bewertung.gebaeude[4].dabei": "ja",
    "bewertung.runde[2].wer": "Frau A",
}


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Buero:
    return Buero(tmp_path_factory.mktemp("profil"))


@pytest.fixture(scope="module")
def saved(office: Buero, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("libreoffice")
    filled = buch.Workbook(said=SAID, more={"bewertung.gebaeude": 1}).save(folder / "buch.docx")
    odt = office.convert(filled, folder / "buch.odt")
    return {
        "word": office.convert(filled, folder / "gesichert.docx"),
        "odt": office.convert(odt, folder / "zurück.docx"),
    }


@pytest.mark.parametrize("way", ["word", "odt"])
def test_libreoffice_loses_no_value(saved, way):
    ruecklauf = read_filled(saved[way], buch.SHEETS)
    texts = {str(each.stelle): each.text for each in ruecklauf.antworten}
    assert texts == SAID | {"selbstcheck.bedarf": "Geld; Wissen"}
    assert [each.zweifel for each in ruecklauf.antworten if each.zweifel] == []
    assert ruecklauf.fehlend == ()


def test_libreoffice_keeps_what_tells_our_text_from_theirs_in_a_word_file(saved):
    ruecklauf = read_filled(saved["word"], buch.SHEETS)
    assert (ruecklauf.stadt, ruecklauf.fundstuecke) == ("Pößneck", ())


def test_after_odt_the_protocol_says_that_text_could_not_be_compared(saved):
    assert read_filled(saved["odt"], buch.SHEETS).fundstuecke[0].text == NOT_COMPARED


@pytest.mark.parametrize("way", ["word", "odt"])
def test_what_people_fill_into_our_own_form_is_read(way, office, vorlage, tmp_path):
    form = tmp_path / "blatt.docx"
    book = form_book(town="Pößneck", ags="16075085")
    write_docx(book, form, template=vorlage, pages={}, cover=False)
    filled = office.fill(form, tmp_path / f"ausgefüllt.{'docx' if way == 'word' else 'odt'}")
    back = filled if way == "word" else office.convert(filled, tmp_path / "zurück.docx")
    ruecklauf = read_filled(back, (SHEET,))
    texts = {str(each.stelle): each.text for each in ruecklauf.antworten}
    assert texts["probe.stadt"] == "Wert 1"
    assert texts["probe.stichtag"] == "24.12.2026"
    assert texts["probe.lage"] == "am Markt; Rand"
    assert texts["probe.zustand"] == "1; 2; 3; 4; 5"
    assert texts["probe.haus[3].nutzung"] == "Wohnung"
    assert len(texts) == 16
    assert (ruecklauf.stadt, ruecklauf.leer, ruecklauf.fehlend) == ("Pößneck", (), ())
    assert way == "odt" or ruecklauf.fundstuecke == ()
