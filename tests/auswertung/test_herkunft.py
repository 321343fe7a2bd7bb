"""From which town a file comes, and when nobody can say."""

from __future__ import annotations

import pytest

from kompasswerk.formular.answers import Antwort, Erkannt, Ruecklauf
from kompasswerk.formular.origin import origin_of
from kompasswerk.model.formular import Stelle

POESSNECK = "16075085"


def returned(stadt: str, ags: str, *fields: str) -> Ruecklauf:
    sheets = ("selbstcheck", "erprobungsprotokoll")
    answers = (
        Antwort(Stelle(sheet, "stadt"), text, text, Erkannt.TAG)
        for sheet, text in zip(sheets, fields, strict=False)
    )
    return Ruecklauf("a", stadt, ags, antworten=tuple(answers))


@pytest.mark.parametrize(
    ("stadt", "ags", "fields"),
    [
        ("", POESSNECK, ()),
        ("Pößneck", "", ()),
        ("", "", ("Bauamt der Stadt Pößneck",)),
        ("Pößneck", POESSNECK, ("Pösneck", "POESSNECK")),  # misspelled, but the key tells
        ("Pößneck", POESSNECK, ("Pößneck Ortsteil Öpitz", "Bauamt")),
        ("Pößneck/Thür.", "", ("Pösneck",)),  # one of the two is right
    ],
)
def test_what_agrees_is_that_town(stadt, ags, fields, places):
    found = origin_of(returned(stadt, ags, *fields), places)
    assert (found.stadt, found.ags, found.zweifel, found.hinweis) == ("Pößneck", POESSNECK, "", "")


@pytest.mark.parametrize(
    ("stadt", "ags", "fields", "named"),
    [
        ("Greiz", POESSNECK, (), "„Pößneck“ (Gemeindeschlüssel 16075085) und „Greiz“"),
        (
            "Pößneck",
            POESSNECK,
            ("Schleiz", "Schleiz"),
            "(Gemeindeschlüssel 16075085) und „Schleiz“",
        ),
        ("", "", ("Schleiz", "Greiz"), "„Schleiz“ und „Greiz“"),
        ("Pößneck", POESSNECK, ("Kronach",), "(Gemeindeschlüssel 16075085) und „Kronach“"),
        ("Kronach", "", ("Coburg",), "„Kronach“ und „Coburg“"),
    ],
)
def test_two_towns_in_one_file_are_a_doubt(stadt, ags, fields, named, places):
    found = origin_of(returned(stadt, ags, *fields), places)
    assert (found.stadt, found.ags) == ("", "")
    assert found.zweifel.startswith("Die Datei nennt verschiedene Städte: ")
    assert f"{named}. Bis zur Klärung" in found.zweifel


@pytest.mark.parametrize(
    ("written", "meant"),
    [("Pösneck", "Pößneck"), ("Greitz", "Greiz"), ("Neustadt", "Neustadt an der Orla")],
)
def test_a_spelling_near_a_listed_town_is_a_doubt(written, meant, places):
    found = origin_of(returned(written, ""), places)
    assert found.stadt == ""
    assert f"„{written}“ steht nicht in der Gemeindeliste. Meinen Sie „{meant}“?" in found.zweifel


def test_another_town_counts_with_a_note(places):
    found = origin_of(returned("Kronach", ""), places)
    assert (found.stadt, found.zweifel) == ("Kronach", "")
    assert found.hinweis.startswith("„Kronach“ steht nicht in der Gemeindeliste.")


def test_a_namesake_in_another_land_is_another_town(places):
    found = origin_of(returned("Eisenberg", "07333019"), places)
    assert (found.stadt, found.ags) == ("Eisenberg", "07333019")


def test_a_wrong_key_beside_a_right_name_is_noted(places):
    found = origin_of(returned("Pößneck", "16075086"), places)
    assert (found.ags, found.zweifel) == (POESSNECK, "")
    assert found.hinweis == (
        "Der Gemeindeschlüssel 16075086 gehört nicht zu „Pößneck“. Gezählt ist die Datei dort."
    )


def test_who_names_no_town_is_nobody(places):
    assert origin_of(returned("", "", "Bauamt"), places).zweifel.startswith(
        "Die Datei nennt keine Stadt."
    )
