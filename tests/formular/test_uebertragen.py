"""Answers of an older edition in the places of the new one."""

from __future__ import annotations

import json
from decimal import Decimal

import pytest

from kompasswerk.formular.answers import Fundstueck
from kompasswerk.formular.json_file import read_json
from kompasswerk.formular.transfer import annex, transfer, with_old_names
from kompasswerk.model.umbenannt import Umbenennung, read_general

RENAMED = tuple(
    Umbenennung(read_general(old), read_general(new), line)
    for line, (old, new) in enumerate(
        {
            "check.ganz-alt": "check.alt",
            "check.alt": "check.stunden",
            "frueher.amt": "check.name",
            "liste.gebaeude": "liste.haeuser",
            "liste.gebaeude[].titel": "liste.haeuser[].was",
            "liste.haeuser[].preis": "liste.haeuser[].wert",
            "check.rund": "check.kreis",
            "check.kreis": "check.rund",
        }.items(),
        1,
    )
)


@pytest.fixture
def moved(sheets):
    """Return a function that reads old answers and moves them to edition 2."""

    def move(answers):
        content = {"format": "kompass-antworten", "version": 1, "ausgabe": "1"}
        blob = json.dumps(content | {"antworten": answers}).encode()
        old = read_json("a.json", blob, with_old_names(sheets, RENAMED))
        return transfer(old, sheets, RENAMED, "2")

    return move


def test_answers_move_to_where_their_field_is_now(moved, sheets):
    found = moved(
        {
            "check.notiz": "bleibt",
            "check.ganz-alt": 12,
            "frueher.amt": "Bauamt",
            "liste.gebaeude[2].titel": "Mühle",
            "liste.gebaeude[2].leer": True,
            "liste.haeuser[3].preis": 7,
        }
    )
    assert {str(each.stelle): each.wert for each in found.ruecklauf.antworten} == {
        "check.name": "Bauamt",
        "check.notiz": "bleibt",
        "check.stunden": Decimal(12),
        "liste.haeuser[2].was": "Mühle",
        "liste.haeuser[2].leer": True,
        "liste.haeuser[3].wert": Decimal(7),
    }
    assert found.ohne_platz == ()
    assert found.ruecklauf.ausgabe == "2"
    assert dict(found.ruecklauf.versionen) == {each.slug: each.version for each in sheets}
    assert annex(found, sheets) == ""


def test_what_has_no_place_goes_to_the_annex(moved, sheets):
    found = moved(
        {"check.fort": "Wort\nzwei", "check.stunden": 5, "check.alt": 6, "check.rund": "x"}
    )
    assert found.ohne_platz == (
        Fundstueck("Stelle „check.alt“", "6"),
        Fundstueck("JSON-Datei, unbekannte Stelle „check.fort“", "Wort\nzwei"),
        Fundstueck("JSON-Datei, unbekannte Stelle „check.rund“", "x"),
    )
    assert annex(found, sheets) == (
        "# Ohne Platz in der neuen Ausgabe\n\n"
        "**Stelle „check.alt“**\n\n> 6\n\n"
        "**JSON-Datei, unbekannte Stelle „check.fort“**\n\n> Wort\n> zwei\n\n"
        "**JSON-Datei, unbekannte Stelle „check.rund“**\n\n> x\n"
    )


def test_an_answer_of_another_kind_is_read_anew_and_doubted(moved, sheets):
    found = moved({"check.ganz-alt": "zwei Tage"})
    (answer,) = found.ruecklauf.antworten
    assert (answer.text, answer.wert) == ("zwei Tage", None)
    assert annex(found, sheets) == (
        "# Bitte prüfen\n\n**Zeit (`check.stunden`)**\n\n> zwei Tage\n\n"
        "„zwei Tage“ ist keine einzelne Zahl.\n"
    )
