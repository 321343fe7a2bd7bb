"""Copies of one town become one; what contradicts is named."""

from __future__ import annotations

from decimal import Decimal

import pytest

from kompasswerk.formular.answers import Antwort, Erkannt, Fundstueck, Ruecklauf
from kompasswerk.formular.merge import merge_towns
from kompasswerk.formular.values import read_value
from kompasswerk.model.formular import Stelle


@pytest.fixture
def returned(sheets):
    """Return a function that makes a file from texts by place."""

    def make(datei: str, answers: dict[str, str], **others) -> Ruecklauf:
        read = []
        for name, text in answers.items():
            place = Stelle.read(name)
            field = next(sheet.field(place) for sheet in sheets if sheet.slug == place.blatt)
            read.append(Antwort(place, text, *read_value(field, text)[:1], Erkannt.TAG))
        return Ruecklauf(datei, antworten=tuple(read), **others)

    return make


def values(stand) -> dict[str, object]:
    return {str(each.stelle): each.wert for each in stand.ruecklauf.antworten}


def test_the_same_value_in_other_words_is_one_answer(returned, sheets):
    (stand,) = merge_towns(
        [
            returned("a", {"check.stunden": "10,0", "check.auftrag": "Ja"}, ags="16075085"),
            returned("b", {"check.stunden": "10 Stunden", "check.name": "Amt"}, ags="16075085"),
        ],
        sheets,
    )
    assert stand.dateien == ("a", "b")
    assert stand.konflikte == ()
    assert values(stand) == {
        "check.stunden": Decimal(10),
        "check.auftrag": True,
        "check.name": "Amt",
    }


def test_what_contradicts_is_named_and_counts_for_nobody(returned, sheets):
    (stand,) = merge_towns(
        [
            returned("b", {"check.stunden": "12"}, stadt="Stadt Pößneck"),
            returned("a", {"check.stunden": "10"}, stadt="Poessneck"),
            returned("c", {"check.stunden": "12"}, stadt="pößneck"),
        ],
        sheets,
    )
    (conflict,) = stand.konflikte
    assert str(conflict.stelle) == "check.stunden"
    assert [(file, answer.text) for file, answer in conflict.aussagen] == [
        ("a", "10"),
        ("b", "12"),
        ("c", "12"),
    ]
    (answer,) = stand.ruecklauf.antworten
    assert (answer.text, answer.wert) == ("10 / 12", None)
    assert answer.zweifel == "Die Rückläufe widersprechen sich."


def test_towns_are_known_by_key_then_name_and_else_stay_apart(returned, sheets):
    stands = merge_towns(
        [
            returned("1", {}, stadt="Jena", ags="16053000"),
            returned("2", {}, stadt="Jena"),
            returned("3", {}, stadt="Neustadt", ags="16000001"),
            returned("4", {}, stadt="Neustadt", ags="16000002"),
            returned("5", {}, stadt="Neustadt"),
            returned("6", {}),
            returned("7", {}),
        ],
        sheets,
    )
    assert [(stand.schluessel, stand.dateien) for stand in stands] == [
        ("16000001", ("3",)),
        ("16000002", ("4",)),
        ("16053000", ("1", "2")),
        ("neustadt", ("5",)),
        ("unbekannt", ("6",)),
        ("unbekannt", ("7",)),
    ]


def test_a_workbook_for_nobody_is_known_by_the_answer_to_the_first_question(sheets):
    place = Stelle("selbstcheck", "stadt")
    file = Ruecklauf("a", antworten=(Antwort(place, "Stadt Jena", "Stadt Jena", Erkannt.TAG),))
    (stand,) = merge_towns([file, Ruecklauf("b", stadt="Jena")], sheets)
    assert (stand.schluessel, stand.dateien) == ("jena", ("a", "b"))


ROWS_A = {
    "liste.haeuser[1].wert": "5",
    "liste.haeuser[2].was": "Mühle",
    "liste.haeuser[2].wert": "10",
    "liste.haeuser[3].was": "Garage",
}
ROWS_B = {
    "liste.haeuser[1].leer": "ja",
    "liste.haeuser[2].was": "Turm",
    "liste.haeuser[3].was": "mühle",
    "liste.haeuser[3].wert": "11",
    "liste.haeuser[3].leer": "nein",
    "liste.haeuser[4].wert": "7",
}


def test_rows_meet_by_number_where_printed_and_else_by_their_first_cell(returned, sheets):
    (stand,) = merge_towns(
        [returned("a", ROWS_A, stadt="X"), returned("b", ROWS_B, stadt="X")], sheets
    )
    assert values(stand) == {
        "liste.haeuser[1].wert": Decimal(5),
        "liste.haeuser[2].was": "Mühle",
        "liste.haeuser[2].wert": None,
        "liste.haeuser[3].was": "Garage",
        "liste.haeuser[1].leer": True,
        "liste.haeuser[4].was": "Turm",
        "liste.haeuser[2].leer": False,
        "liste.haeuser[5].wert": Decimal(7),
    }
    assert [str(each.stelle) for each in stand.konflikte] == ["liste.haeuser[2].wert"]


def test_a_first_cell_that_comes_twice_names_no_row(returned, sheets):
    one = {"liste.haeuser[2].was": "Garage", "liste.haeuser[2].wert": "1"}
    two = one | {"liste.haeuser[3].was": "Garage", "liste.haeuser[3].wert": "2"}
    (stand,) = merge_towns([returned("a", one, stadt="X"), returned("b", two, stadt="X")], sheets)
    assert stand.konflikte == ()
    assert values(stand) == {
        "liste.haeuser[2].was": "Garage",
        "liste.haeuser[2].wert": Decimal(1),
        "liste.haeuser[3].was": "Garage",
        "liste.haeuser[3].wert": Decimal(2),
    }


def test_the_same_file_twice_changes_nothing_but_its_name(returned, sheets):
    file = returned("a", ROWS_A, stadt="X")
    (stand,) = merge_towns([file, returned("b", ROWS_A, stadt="X")], sheets)
    assert stand.ruecklauf.antworten == file.antworten
    assert stand.konflikte == ()


def test_found_texts_name_their_file_and_fields_are_missing_only_everywhere(sheets):
    note, name = Stelle("check", "notiz"), Stelle("check", "name")
    (stand,) = merge_towns(
        [
            Ruecklauf("a", "X", leer=(name,), fundstuecke=(Fundstueck("Seite 1", "Ruf an"),)),
            Ruecklauf("b", "X", fehlend=(name, note)),
        ],
        sheets,
    )
    assert stand.ruecklauf.fundstuecke == (Fundstueck("a: Seite 1", "Ruf an"),)
    assert stand.ruecklauf.leer == (name,)
    assert stand.ruecklauf.fehlend == (note,)
