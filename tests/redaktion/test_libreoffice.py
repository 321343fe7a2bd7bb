"""A form goes through LibreOffice: saved by it, and filled in by its scripting interface."""

from __future__ import annotations

from datetime import date

import pytest
from bogen import CASE, TEXT, changed, form_in, project_in
from buero import Buero

from kompasswerk.publishing.returned_form import read_comparison
from kompasswerk.reading.files import load_bestand

TODAY = date(2026, 11, 27)
ANSWERS = {
    "fallbogen.titel": ("T", "Café am Markt"),
    "fallbogen.ort": ("T", "Probstadt"),
    "fallbogen.ansatz": ("B", "2"),
    "fallbogen.stand": ("D", "2026-11-20"),
    "fallbogen.einwohner-wert": ("T", "12.345"),
    "fallbogen.beleg": ("B", "1"),
    "fallbogen.quellen[1].kennung": ("T", "q1"),
    "fallbogen.quellen[1].titel": ("T", "Neues Café"),
    "fallbogen.quellen[1].gesehen": ("T", "11/2026"),
}


@pytest.fixture(scope="module")
def office(tmp_path_factory):
    return Buero(tmp_path_factory.mktemp("profil"))


@pytest.fixture(scope="module")
def root(tmp_path_factory):
    return project_in(tmp_path_factory.mktemp("projekt"))


def test_a_form_that_libreoffice_saved_says_what_the_page_says(office, root, tmp_path):
    form = form_in(root, tmp_path / "bogen.docx")
    saved = office.convert(form, tmp_path / "gesichert.docx")
    found = read_comparison(load_bestand(root), saved, TODAY)
    assert (found.path, found.fields, found.texts, found.lost, found.remarks) == (
        *(CASE, (), (), (), ()),
    )
    assert found.after == TEXT


def test_a_form_that_libreoffice_filled_is_read(office, root, tmp_path):
    form = form_in(root, tmp_path / "leer.docx", "")
    written = changed(
        form,
        tmp_path / "text.docx",
        lambda text: text.replace("Bitte hier schreiben.", "Leer seit 2015. [q1]", 1),
    )
    filled = office.answer(written, tmp_path / "voll.docx", ANSWERS)
    text = read_comparison(load_bestand(root), filled, TODAY).after
    for line in (
        "titel: 'Café am Markt'",
        "ort: Probstadt",
        "einwohner: {wert: 12345}",
        "ansatz: [umnutzung]",
        "beleg: hoch",
        "stand: 2026-11-20",
        "  q1: {titel: 'Neues Café', gesehen: 2026-11}",
        "Leer seit 2015. {quelle}`q1`",
    ):
        assert f"\n{line}\n" in text
