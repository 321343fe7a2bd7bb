"""Answers that a book brings along stand in its controls and are read back as they were."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from zipfile import ZipFile

import pytest
from formularbuch import SHEET, form_book
from openxml_audit import OpenXmlValidator

from kompasswerk.buch.blocks import Answer, Table
from kompasswerk.buch.filled import MOST_ROWS, filled, places_of
from kompasswerk.buch.notes import walk
from kompasswerk.docx.audit import audit
from kompasswerk.docx.filled import read_filled
from kompasswerk.docx.oxml.base import Element, attribute, find_all, parse
from kompasswerk.docx.write import write_docx

ANSWERS = {
    "probe.stadt": "Pößneck",
    "probe.flaeche": "1.250,5",
    "probe.stichtag": "24.12.2026",
    "probe.notiz": "Erstens: feucht.\nZweitens: <kalt> & dunkel.",
    "probe.neu": "nein",
    "probe.lage": "Rand",
    "probe.klasse": "bis 20.000 Menschen",
    "probe.zustand": "4",
    "probe.haus[1].nutzung": "Laden",
    "probe.haus[1].raum": "40",
    "probe.haus[3].teil": "Dach",
    "probe.haus[5].teil": "Hof",
    "probe.haus[5].nutzung": "Wohnung",
    "probe.haus[5].raum": "7",
}
DOUBTFUL = {
    "probe.flaeche": "viel Platz",
    "probe.stichtag": "bald",
    "probe.lage": "im Tal",
    "probe.haus[2].nutzung": "Lager",
}


def written(answers: dict[str, str], template: Path, path: Path) -> Path:
    book = filled(form_book(town="Pößneck", ags="16075085"), answers)
    write_docx(book, path, template=template, pages={}, cover=False)
    return path


@pytest.fixture(scope="module")
def form(vorlage: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written(ANSWERS, vorlage, tmp_path_factory.mktemp("formular") / "blatt.docx")


@pytest.fixture(scope="module")
def body(form: Path) -> Element:
    with ZipFile(form) as archive:
        return parse(archive.read("word/document.xml"))


def control(body: Element, tag: str) -> Element:
    (found,) = find_all(body, f".//w:sdt[w:sdtPr/w:tag/@w:val='{tag}']")
    return found


def texts(path: Path) -> dict[str, str]:
    return {str(each.stelle): each.text for each in read_filled(path, (SHEET,)).antworten}


def test_word_opens_the_filled_form(form: Path) -> None:
    assert OpenXmlValidator(max_errors=0).validate(str(form)).errors == []
    assert audit(form) == []


def test_all_answers_come_back_and_nothing_else(form: Path) -> None:
    came = read_filled(form, (SHEET,))
    assert {str(each.stelle): each.text for each in came.antworten} == ANSWERS
    assert [each.zweifel for each in came.antworten if each.zweifel] == []
    assert (came.fehlend, came.fundstuecke) == ((), ())


def test_what_does_not_fit_its_field_comes_back_as_it_was(vorlage: Path, tmp_path: Path) -> None:
    path = written(DOUBTFUL, vorlage, tmp_path / "blatt.docx")
    assert texts(path) == DOUBTFUL
    assert audit(path) == []


def test_a_unit_is_not_said_twice_and_days_have_all_their_digits(
    vorlage: Path, tmp_path: Path
) -> None:
    said = {"probe.flaeche": "12 Quadratmeter", "probe.neu": "ja", "probe.stichtag": "1.2.2027"}
    path = written(said, vorlage, tmp_path / "blatt.docx")
    assert texts(path) == {
        "probe.flaeche": "12",
        "probe.stichtag": "01.02.2027",
        "probe.neu": "ja",
    }


def test_a_filled_control_is_no_placeholder(body: Element) -> None:
    for tag in ("stadt", "flaeche", "stichtag", "notiz", "klasse", "haus[1].nutzung"):
        found = control(body, f"probe.{tag}")
        assert find_all(found, "w:sdtPr/w:showingPlcHdr") == []
        assert find_all(found, ".//w:rStyle") == []
    assert len(find_all(control(body, "probe.haus[2].teil"), "w:sdtPr/w:showingPlcHdr")) == 1


def test_a_day_lines_and_boxes_are_those_of_word(body: Element) -> None:
    (day,) = find_all(control(body, "probe.stichtag"), "w:sdtPr/w:date")
    assert attribute(day, "w:fullDate") == "2026-12-24T00:00:00Z"
    note = control(body, "probe.notiz")
    assert len(find_all(note, ".//w:br")) == 1
    lines = [each.text for each in find_all(note, ".//w:t")]
    assert lines == ["Erstens: feucht. ", "Zweitens: <kalt> & dunkel."]
    checked = {
        tag: attribute(find_all(control(body, f"probe.{tag}"), ".//w14:checked")[0], "w14:val")
        for tag in ("lage#1", "lage#2", "neu#1", "neu#2")
    }
    assert checked == {"lage#1": "0", "lage#2": "1", "neu#1": "0", "neu#2": "1"}


def test_rows_run_to_the_last_answer_with_marks_of_their_own() -> None:
    book = filled(form_book(), {"probe.haus[5].raum": "7"})
    (table,) = (each for each in walk(book.parts) if isinstance(each, Table) and each.form)
    added = [each for row in table.rows[4:] for each in walk(row) if isinstance(each, Answer)]
    assert [each.place for each in added] == [
        *("probe.haus[4].teil", "probe.haus[4].nutzung", "probe.haus[4].raum"),
        *("probe.haus[5].teil", "probe.haus[5].nutzung", "probe.haus[5].raum"),
    ]
    assert added[3].title == "Das Haus, Zeile 5: Teil"


def test_a_number_of_a_row_from_outside_does_not_fill_the_memory() -> None:
    book = filled(form_book(), {"probe.haus[9999].raum": "7"})
    assert f"probe.haus[{MOST_ROWS}].raum" in places_of(book)
    assert "probe.haus[9999].raum" not in places_of(book)


def test_a_table_without_a_free_row_stays() -> None:
    (table,) = (each for each in walk(form_book().parts) if isinstance(each, Table) and each.form)
    book = form_book(replace(table, rows=table.rows[:2]))
    assert filled(book, {"probe.haus[2].raum": "7"}).parts == book.parts


def test_no_answers_change_no_byte(vorlage: Path, tmp_path: Path) -> None:
    paths = [tmp_path / name for name in ("leer.docx", "ohne.docx")]
    write_docx(form_book(), paths[0], template=vorlage, pages={}, cover=False)
    write_docx(filled(form_book(), {}), paths[1], template=vorlage, pages={}, cover=False)
    assert paths[0].read_bytes() == paths[1].read_bytes()
