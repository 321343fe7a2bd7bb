"""Answers typed in from paper as CSV, and whatever stands beside them."""

from __future__ import annotations

from contextlib import suppress
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from kompasswerk.formular.answers import Erkannt, Fundstueck
from kompasswerk.formular.csv_file import read_csv, write_csv
from kompasswerk.reading.refused import RefusedFileError

TYPED = (
    "stelle;frage;antwort\r\nstadt;;Pößneck\r\nags;;16075085\r\n"
    'check.name;;"Bau; Amt"\r\ncheck.stunden;;12,25\r\ncheck.tag;;24.12.2026\r\n'
    "check.auftrag;;Ja\r\ncheck.note;;\r\nliste.haeuser[12].was;;Schloß\r\n"
)


@pytest.mark.parametrize(
    "blob",
    [
        TYPED.encode(),
        TYPED.encode("utf-8-sig"),
        TYPED.encode("cp1252"),
        TYPED.encode("utf-16"),
        TYPED.replace("Bau; Amt", "Bau\r Amt").replace(";", ",").replace("12,25", '"12,25"')
        .replace("Bau\r Amt", "Bau; Amt").encode(),
        TYPED.replace(";", "\t").replace("Bau\t Amt", "Bau; Amt").encode(),
        b"sep=;\r\n" + TYPED.encode("cp1252"),
    ],
    ids=["utf-8", "mark", "windows", "utf-16", "comma", "tabulator", "sep"],
)  # fmt: skip
def test_whatever_program_wrote_the_csv_the_answers_are_the_same(blob, sheets):
    came = read_csv("a.csv", blob, sheets)
    assert (came.stadt, came.ags) == ("Pößneck", "16075085")
    assert {str(each.stelle): each.wert for each in came.antworten} == {
        "check.name": "Bau; Amt",
        "check.stunden": Decimal("12.25"),
        "check.tag": date(2026, 12, 24),
        "check.auftrag": True,
        "liste.haeuser[12].was": "Schloß",
    }
    assert {each.erkannt for each in came.antworten} == {Erkannt.TABLE}
    assert came.fundstuecke == ()
    assert [str(place) for place in came.leer] == ["check.note"]
    assert [str(place) for place in came.fehlend[:2]] == ["check.notiz", "check.dauer"]


def test_the_form_has_a_row_for_every_place_and_reads_as_empty(sheets):
    check, liste = sheets
    form = write_csv(check)
    assert form.startswith(b"\xef\xbb\xbfstelle;frage;hinweis;antwort\r\nstadt;")
    assert write_csv(liste).decode("utf-8-sig").splitlines()[3:5] == [
        "liste.haeuser[1].wert;Häuser, Zeile 1 (Rathaus): Wert;Zahl in Euro;",
        "liste.haeuser[1].leer;Häuser, Zeile 1 (Rathaus): Leer?;ja oder nein;",
    ]
    came = read_csv("a.csv", form, sheets)
    assert (came.antworten, came.fundstuecke, came.fehlend) == ((), (), ())
    assert len(came.leer) == 8


def test_a_text_in_the_column_of_places_is_listed(sheets):
    typed = "stelle;frage;antwort\ncheck.name;;A\nUNTEN8;;\nBitte anrufen;;12\n"
    came = read_csv("a.csv", typed.encode(), sheets)
    assert came.fundstuecke == (
        Fundstueck("Zeile 3, unbekannte Stelle „UNTEN8“", "UNTEN8"),
        Fundstueck("Zeile 4, unbekannte Stelle „Bitte anrufen“", "12"),
    )


def test_a_number_that_a_comma_has_divided_is_doubted(sheets):
    came = read_csv("a.csv", b"stelle,frage,antwort\ncheck.stunden,,8,5\n", sheets)
    assert [(each.text, each.wert) for each in came.antworten] == [("8 | 5", None)]
    assert came.antworten[0].zweifel == "„8 | 5“ ist keine einzelne Zahl."


def test_what_stands_beside_the_answers_is_listed(sheets):
    came = read_csv(
        "a.csv",
        (
            "Abgetippt von Amt 3\nstelle;frage;antwort\n"
            "check.name;Wie heißt die Stelle?;A;und mehr\n"
            "check.notiz;Ruft bitte an;B\ncheck.fort;;C\n;Nachtrag;D\nags;;kenne ich nicht\n"
        ).encode(),
        sheets,
    )
    assert [each.text for each in came.antworten] == ["A", "B"]
    assert came.fundstuecke == (
        Fundstueck("Zeile 1", "Abgetippt von Amt 3"),
        Fundstueck("Zeile 3, außerhalb der Antwort", "und mehr"),
        Fundstueck("Zeile 4, außerhalb der Antwort", "Ruft bitte an"),
        Fundstueck("Zeile 5, unbekannte Stelle „check.fort“", "C"),
        Fundstueck("Zeile 6, außerhalb der Antwort", "Nachtrag; D"),
        Fundstueck("Zeile 7, „ags“", "kenne ich nicht"),
    )


@pytest.mark.parametrize(
    ("blob", "message"),
    [
        (b"", "„a.csv“ hat keine Zeile mit den Überschriften"),
        (b"name;wert\na;b\n", "„a.csv“ hat keine Zeile mit den Überschriften"),
        (b"PK\x03\x04\x00\x00", "„a.csv“ ist keine CSV-Datei."),
        (b'stelle;antwort\ncheck.name;"offen\n', "„a.csv“, Zeile 2: Ein Anführungszeichen"),
        (b"stelle;antwort\n" + b";" * 300, "„a.csv“ hat mehr als 200 Spalten."),
        (b"stelle;antwort\n" + b";\n" * 20_001, "„a.csv“ hat mehr als 20000 Zeilen."),
        (b" " * (2 * 2**20 + 1), "„a.csv“ ist größer als 2 MB."),
    ],
)
def test_what_is_no_table_of_answers_is_refused_in_one_line(blob, message, sheets):
    with pytest.raises(RefusedFileError) as error:
        read_csv("a.csv", blob, sheets)
    assert str(error.value).startswith(message)
    assert "\n" not in str(error.value)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(blob=st.binary(max_size=200), with_head=st.booleans())
def test_no_bytes_stop_the_reading(blob, with_head, sheets):
    head = b"stelle;antwort\ncheck.name;A\n" if with_head else b""
    with suppress(RefusedFileError):
        assert read_csv("a.csv", head + blob, sheets).datei == "a.csv"
