"""The JSON Schema of a sheet, judged by the library that others use."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal

import pytest
from jsonschema import Draft202012Validator

from kompasswerk.formular.answers import Antwort, Erkannt, Ruecklauf
from kompasswerk.formular.field_list import field_list
from kompasswerk.formular.json_file import write_json
from kompasswerk.formular.schema import schema_of
from kompasswerk.model.formular import Stelle

GOOD = {
    "check.name": "Amt",
    "check.stunden": 12.5,
    "check.tag": "2026-12-24",
    "check.auftrag": False,
    "check.dauer": "3–12",
    "check.lage": ["Rand", "Markt"],
    "check.note": "4",
    "anderes.blatt": {"ganz": "egal"},
}


def errors(sheet, answers):
    schema = schema_of(sheet)
    Draft202012Validator.check_schema(schema)
    content = {"format": "kompass-antworten", "version": 1, "antworten": answers}
    found = Draft202012Validator(schema).iter_errors(content)
    return sorted(".".join(map(str, each.absolute_path)) for each in found)


def test_answers_of_the_right_kind_are_valid(sheets):
    assert errors(sheets[0], GOOD) == []
    assert errors(sheets[1], {"liste.haeuser[12].wert": 3, "liste.haeuser[1].leer": True}) == []


@pytest.mark.parametrize(
    ("place", "value"),
    [
        ("check.stunden", "12"),
        ("check.stunden", 169),
        ("check.stunden", -1),
        ("check.tag", "24.12.2026"),
        ("check.auftrag", "ja"),
        ("check.dauer", "5"),
        ("check.lage", "Rand"),
        ("check.note", 4),
    ],
)
def test_another_kind_of_answer_is_an_error_at_its_place(place, value, sheets):
    assert errors(sheets[0], GOOD | {place: value}) == [f"antworten.{place}"]


def test_keys_that_the_sheet_does_not_have_are_errors(sheets):
    assert errors(sheets[0], {"check.fremd": "x"}) == ["antworten"]
    assert errors(sheets[1], {"liste.haeuser[0].wert": 1}) == ["antworten"]


def test_what_we_write_without_doubt_is_valid(sheets):
    answers = {"stunden": Decimal(3), "tag": date(2026, 1, 2), "lage": ("Rand",), "auftrag": True}
    came = Ruecklauf(
        "a",
        antworten=tuple(
            Antwort(Stelle("check", key), "…", wert, Erkannt.TAG) for key, wert in answers.items()
        ),
    )
    content = json.loads(write_json(came))
    assert list(Draft202012Validator(schema_of(sheets[0])).iter_errors(content)) == []


def test_the_list_of_fields_has_a_row_for_each_field_and_column(sheets):
    text = field_list(sheets)
    assert "| `check.stunden` | Zeit | zahl | Stunden je Woche |  |  |" in text
    assert "| `check.name` | Wie heißt die Stelle? | text |  | ja |  |" in text
    assert "| `liste.haeuser[].wert` | Wert | zahl | Euro |  |  |" in text
    assert text.startswith("## 1. Check (`check`, Fassung `")
