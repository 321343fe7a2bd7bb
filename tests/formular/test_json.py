"""Answers as JSON: what the browser saves, and what somebody makes of it."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from kompasswerk.formular.answers import Erkannt, Fundstueck
from kompasswerk.formular.json_file import read_json, write_json
from kompasswerk.reading.refused import RefusedFileError

HEAD = '{"format": "kompass-antworten", "version": 1, '
FULL = (
    HEAD + '"ausgabe": "1", "stadt": "Pößneck", "ags": "16075085", "blaetter": {"check": "ab12"}, '
    '"antworten": {"check.name": "Bauamt", "check.notiz": "eins\\nzwei", "check.stunden": 12.5, '
    '"check.tag": "2026-12-24", "check.auftrag": true, "check.dauer": "3–12", '
    '"check.lage": ["Rand", "Tor, Mauer"], "check.note": "4", '
    '"liste.haeuser[1].wert": 250000, "liste.haeuser[2].was": "Mühle"}}'
)


def read(text: str, sheets):
    return read_json("a.json", text.encode(), sheets)


def test_every_kind_of_answer_comes_back_as_its_value(sheets):
    came = read(FULL, sheets)
    assert (came.datei, came.stadt, came.ags, came.ausgabe) == (
        "a.json", "Pößneck", "16075085", "1",
    )  # fmt: skip
    assert came.versionen == (("check", "ab12"),)
    assert {str(each.stelle): each.wert for each in came.antworten} == {
        "check.name": "Bauamt",
        "check.notiz": "eins\nzwei",
        "check.stunden": Decimal("12.5"),
        "check.tag": date(2026, 12, 24),
        "check.auftrag": True,
        "check.dauer": "3–12",
        "check.lage": ("Tor, Mauer", "Rand"),
        "check.note": "4",
        "liste.haeuser[1].wert": Decimal(250000),
        "liste.haeuser[2].was": "Mühle",
    }
    assert {each.erkannt for each in came.antworten} == {Erkannt.JSON}
    assert not any(each.zweifel for each in came.antworten)
    assert came.fundstuecke == came.fehlend == ()
    assert [str(place) for place in came.leer] == [
        "liste.haeuser[1].leer",
        "liste.haeuser[2].wert",
        "liste.haeuser[2].leer",
        "liste.haeuser[3].was",
        "liste.haeuser[3].wert",
        "liste.haeuser[3].leer",
    ]


def test_what_was_read_is_written_so_that_it_reads_the_same(sheets):
    came = read(FULL.replace('"Rand", "Tor, Mauer"', '"Tor, Mauer", "Rand"'), sheets)
    assert read_json("a.json", write_json(came), sheets) == came
    assert json.loads(write_json(came))["antworten"]["check.lage"] == ["Tor, Mauer", "Rand"]


def test_a_doubtful_answer_keeps_its_text_on_the_way(sheets):
    came = read(HEAD + '"antworten": {"check.stunden": "ca. 12", "check.tag": "Herbst"}}', sheets)
    assert [(each.text, each.wert, bool(each.zweifel)) for each in came.antworten] == [
        ("ca. 12", Decimal(12), True),
        ("Herbst", None, True),
    ]
    assert read_json("a.json", write_json(came), sheets) == came


@pytest.mark.parametrize(
    ("answers", "where", "text"),
    [
        ('{"check.alt": "Wort"}', "JSON-Datei, unbekannte Stelle „check.alt“", "Wort"),
        ('{"x": ["a", {"b": 2}]}', "JSON-Datei, unbekannte Stelle „x“", "a; b; 2"),
        ('{"FREI60": ""}', "JSON-Datei, unbekannte Stelle „FREI60“", "FREI60"),
        ('["lose"]', "JSON-Datei, „antworten“", "lose"),
    ],
)
def test_what_has_no_place_is_listed(answers, where, text, sheets):
    came = read(HEAD + f'"antworten": {answers}}}', sheets)
    assert came.fundstuecke == (Fundstueck(where, text),)


def test_who_answers_twice_has_a_doubt_and_no_value(sheets):
    came = read(HEAD + '"antworten": {"check.name": "A", "check.name": "B"}}', sheets)
    assert [(each.text, each.wert, each.zweifel) for each in came.antworten] == [
        ("A / B", None, "Die Datei beantwortet das zweimal und nicht gleich.")
    ]


def test_who_says_the_same_twice_has_said_it(sheets):
    came = read(HEAD + '"antworten": {"check.stunden": 9, "check.stunden": "9,0"}}', sheets)
    assert [(each.wert, each.zweifel) for each in came.antworten] == [(Decimal(9), "")]


def test_what_else_stands_in_the_file_is_listed(sheets):
    came = read(
        HEAD + '"ags": "12", "stadt": ["Jena"], "notiz": "Anruf", "blaetter": {"fremd": "1"}, '
        '"antworten": {}}',
        sheets,
    )
    assert came.fundstuecke == (
        Fundstueck("JSON-Datei, „ags“", "12"),
        Fundstueck("JSON-Datei, „stadt“", "Jena"),
        Fundstueck("JSON-Datei, „notiz“", "Anruf"),
        Fundstueck("JSON-Datei, unbekanntes Blatt", "fremd; 1"),
    )


def test_empty_answers_are_empty_fields(sheets):
    came = read(
        HEAD + '"antworten": {"check.name": "", "check.lage": [], "check.tag": null}}', sheets
    )
    assert came.antworten == came.fundstuecke == ()
    assert len(came.leer) == 8


DAMAGED = (
    "„a.json“ ist keine JSON-Datei oder ist beschädigt. "
    "Bitte lassen Sie sich die Datei noch einmal schicken."
)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", DAMAGED),
        ("{", DAMAGED),
        (HEAD + '"antworten": {"check.stunden": NaN}}', DAMAGED),
        ("[]", "„a.json“ enthält keine Antworten aus dem Kompass."),
        ('{"format": "anders"}', "„a.json“ enthält keine Antworten aus dem Kompass."),
        (
            '{"format": "kompass-antworten", "version": 2}',
            "„a.json“ stammt aus einer anderen Fassung des Programms. Bitte öffnen Sie die Datei "
            "im Arbeitsblatt und sichern Sie sie neu.",
        ),
        ("[" * 100_000, "„a.json“ ist zu tief verschachtelt."),
        ("[" + "1," * 20_001 + "1]", "„a.json“ hat mehr als 20000 Einträge."),
        (" " * (2 * 2**20 + 1), "„a.json“ ist größer als 2 MB."),
    ],
)
def test_what_is_no_file_of_answers_is_refused_in_one_line(text, message, sheets):
    with pytest.raises(RefusedFileError) as error:
        read(text, sheets)
    assert str(error.value) == message


def test_a_number_that_would_fill_the_memory_is_doubtful_text(sheets):
    came = read(HEAD + '"antworten": {"check.stunden": 1e999999999}}', sheets)
    (answer,) = came.antworten
    assert (answer.text, answer.wert) == ("1e999999999", None)


def test_half_a_letter_does_not_stop_the_writing(sheets):
    came = read(HEAD + '"antworten": {"check.name": "A\\ud800B"}}', sheets)
    assert b'"check.name": "AB"' in write_json(came)


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=9), inner),
    max_leaves=12,
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    value=ANYTHING,
    place=st.sampled_from(["check.stunden", "check.lage", "check.auftrag", "liste.x"]),
)
def test_no_json_value_stops_the_reading(value, place, sheets):
    content = {"format": "kompass-antworten", "version": 1, "x": value, "antworten": {place: value}}
    try:
        came = read_json("a.json", json.dumps(content).encode(), sheets)
    except RefusedFileError:
        return
    again = read_json("a.json", write_json(came), sheets)
    assert [each.wert for each in again.antworten] == [each.wert for each in came.antworten]
