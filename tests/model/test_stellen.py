"""Places of answers and what a sheet says of them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kompasswerk.model.formular import Blatt, FormKind, Formularfeld, Stelle

STREET = Formularfeld("anschrift", "Straße", FormKind.TEXT)
USE = Formularfeld("art", "Art", FormKind.TEXT, teilen=True)
LIST = Formularfeld("liste", "Liste", FormKind.TABLE, spalten=(STREET, USE), zeilen=2)
TOWN = Formularfeld("stadt", "Stadt", FormKind.TEXT, teilen=True)
NOTE = Formularfeld("notiz", "Notiz", FormKind.LONG_TEXT)
BLATT = Blatt("kataster", "Kataster", 7, "bestand-erfassen", (TOWN, NOTE, LIST))


@pytest.mark.parametrize("text", ["kataster.stadt", "kataster.liste[12].art"])
def test_a_place_reads_as_it_is_written(text):
    assert str(Stelle.read(text)) == text


@pytest.mark.parametrize(
    "text", ["", "stadt", "a.b[0].c", "a.b[1]", "a.b.c", "A.b", "a.b[99999].c"]
)
def test_other_texts_are_no_place(text):
    assert Stelle.read(text) is None


def test_a_sheet_knows_its_fields_and_columns():
    assert BLATT.field(Stelle("kataster", "stadt")) is TOWN
    assert BLATT.field(Stelle("kataster", "liste", 2, "art")) is USE
    for nowhere in ("kataster.liste", "kataster.stadt[1].art", "kataster.mehr"):
        assert BLATT.field(Stelle.read(nowhere)) is None


def test_a_sheet_is_named_by_number_and_slug_on_paper():
    assert BLATT.kennung == "Blatt 7 · kataster"


def test_only_what_says_so_may_leave_the_town():
    shared = {
        str(place): BLATT.shared(place)
        for place in map(
            Stelle.read,
            (
                "kataster.stadt",
                "kataster.notiz",
                "kataster.liste[1].anschrift",
                "kataster.liste[1].art",
                "kataster.liste[1].mehr",
            ),
        )
    }
    assert list(shared.values()) == [True, False, False, True, False]


def test_a_table_that_may_be_shared_shares_all_its_columns():
    sheet = replace(BLATT, felder=(replace(LIST, teilen=True),))
    assert sheet.shared(Stelle("kataster", "liste", 1, "anschrift"))


def test_the_version_follows_the_fields():
    assert BLATT.version == replace(BLATT, titel="Anders").version
    assert BLATT.version != replace(BLATT, felder=(TOWN, LIST)).version
