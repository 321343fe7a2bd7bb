"""Answers typed into a spreadsheet; the program that fills it in is openpyxl."""

from __future__ import annotations

import io
import zipfile
from contextlib import suppress
from datetime import date, datetime
from decimal import Decimal

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.comments import Comment

from kompasswerk.formular.answers import Fundstueck
from kompasswerk.formular.xlsx_file import read_xlsx
from kompasswerk.formular.xlsx_form import write_xlsx
from kompasswerk.reading.refused import RefusedFileError


def saved(book) -> bytes:
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def filled(sheet, answers) -> Workbook:
    book = load_workbook(io.BytesIO(write_xlsx(sheet)))
    rows = {row[0].value: row[3] for row in book.worksheets[0].iter_rows()}
    for place, value in answers.items():
        rows[place].value = value
    return book


def rezipped(blob: bytes, name: str, part: bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(blob)) as old, zipfile.ZipFile(stream, "w", 8) as new:
        for info in old.infolist():
            new.writestr(info.filename, part if info.filename == name else old.read(info))
        if name not in old.namelist():
            new.writestr(name, part)
    return stream.getvalue()


def test_cells_of_every_kind_come_back_as_values(sheets):
    answers = {
        "stadt": "Pößneck",
        "ags": 16075085,
        "check.name": 12,
        "check.stunden": 12.5,
        "check.tag": datetime(2026, 12, 24),
        "check.auftrag": True,
        "check.dauer": "3–12",
        "check.lage": "Rand; Tor, Mauer",
        "check.note": 4,
    }
    came = read_xlsx("a.xlsx", saved(filled(sheets[0], answers)), sheets)
    assert (came.stadt, came.ags) == ("Pößneck", "16075085")
    assert {str(each.stelle): each.wert for each in came.antworten} == {
        "check.name": "12",
        "check.stunden": Decimal("12.5"),
        "check.tag": date(2026, 12, 24),
        "check.auftrag": True,
        "check.dauer": "3–12",
        "check.lage": ("Tor, Mauer", "Rand"),
        "check.note": "4",
    }
    assert [str(place) for place in came.leer] == ["check.notiz"]
    assert came.fundstuecke == came.fehlend == ()


def test_a_formula_is_no_answer_but_is_not_lost(sheets):
    book = filled(sheets[0], {"check.stunden": "=1+1", "check.name": "=HYPERLINK(1)"})
    came = read_xlsx("a.xlsx", saved(book), sheets)
    assert [(each.text, each.wert, each.zweifel) for each in came.antworten] == [
        (
            "=HYPERLINK(1)",
            None,
            "„=HYPERLINK(1)“ ist gerechnet. Bitte das Ergebnis selbst eintragen.",
        ),
        ("=1+1", None, "„=1+1“ ist gerechnet. Bitte das Ergebnis selbst eintragen."),
    ]


def test_what_stands_elsewhere_in_the_file_is_listed(sheets):
    book = filled(sheets[0], {"check.name": "A"})
    form = book.worksheets[0]
    form["F4"] = "Rückruf"
    form["D5"].comment = Comment("unsicher", "Amt")
    book["Auswahl"]["A9"] = "versteckt"
    book.create_sheet("Zettel")["B2"] = "lose"
    came = read_xlsx("a.xlsx", saved(book), sheets)
    assert came.fundstuecke == (
        Fundstueck("Blatt „01 Check“, Zeile 4, außerhalb der Antwort", "Rückruf"),
        Fundstueck("Blatt „Auswahl“, Zeile 9", "versteckt"),
        Fundstueck("Blatt „Zettel“, Zeile 2", "lose"),
        Fundstueck("Notiz oder Textfeld der Tabelle", "unsicher"),
    )


def test_the_form_offers_what_can_be_chosen_and_leaves_only_answers_open(sheets):
    form = load_workbook(io.BytesIO(write_xlsx(sheets[0]))).worksheets[0]
    kinds = {str(each.sqref): each.type for each in form.data_validations.dataValidation}
    assert kinds == {"D6": "decimal", "D7": "date", "D8": "list", "D9": "list", "D11": "list"}
    assert {each.errorStyle for each in form.data_validations.dataValidation} == {"warning"}
    assert form.protection.sheet
    assert [form.cell(5, column).protection.locked for column in (1, 2, 3, 4)] == [
        True, True, True, False,
    ]  # fmt: skip
    assert (form["D7"].number_format, form["D9"].number_format) == ("dd.mm.yyyy", "@")


def test_the_same_sheet_gives_the_same_bytes_and_a_title_that_excel_takes(sheets):
    assert write_xlsx(sheets[1]) == write_xlsx(sheets[1])
    assert load_workbook(io.BytesIO(write_xlsx(sheets[1]))).sheetnames == [
        "02 Liste  alle Häuser", "Auswahl",
    ]  # fmt: skip


ENTITY = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'
HIDDEN = b'<?xml version="1.0" encoding="UTF-7"?><a/>'
SHEET = "xl/worksheets/sheet1.xml"
OPEN = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
CLOSE = b"</sheetData></worksheet>"


@pytest.mark.parametrize(
    ("name", "part", "message"),
    [
        (SHEET, ENTITY, "„a.xlsx“ enthält Anweisungen, die Excel nicht schreibt."),
        (SHEET, HIDDEN, "„a.xlsx“ enthält Anweisungen, die Excel nicht schreibt."),
        (SHEET, b"<a>", "„a.xlsx“ ist beschädigt."),
        (SHEET, b" " * 2**22, "„a.xlsx“ ist entpackt zu groß."),
        (SHEET, OPEN + b"<row/>" * 200_001, "„a.xlsx“ ist entpackt zu groß."),
        ("xl/vbaProject.bin", b"x", "„a.xlsx“ enthält Makros"),
        ("../a.xml", b"<a/>", "„a.xlsx“ verweist aus sich hinaus: „../a.xml“."),
        (
            SHEET,
            OPEN + b'<row r="99999999999"><c r="A1"><v>1</v></c></row>' + CLOSE,
            "„a.xlsx“ hat zu viele Zellen.",
        ),
        (
            SHEET,
            OPEN + b'<row r="1"><c r="XFD1"><v>1</v></c></row>' + CLOSE,
            "„a.xlsx“ hat mehr als 200 Spalten.",
        ),
        (
            SHEET,
            OPEN + b"<row><c><f>" + b"1+" * 5000 + b"1</f></c></row>" + CLOSE,
            "„a.xlsx“ enthält zu viele oder zu lange Formeln.",
        ),
    ],
)
def test_hostile_files_are_refused_in_one_line(name, part, message, sheets):
    blob = rezipped(write_xlsx(sheets[0]), name, part)
    with pytest.raises(RefusedFileError) as error:
        read_xlsx("a.xlsx", blob, sheets)
    assert str(error.value).startswith(message)


@pytest.mark.parametrize(
    ("blob", "message"),
    [
        (b"", "„a.xlsx“ ist keine Excel-Datei oder ist beschädigt."),
        (b"PK\x05\x06" + b"\0" * 18, "„a.xlsx“ ist beschädigt."),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "„a.xlsx“ ist mit einem Passwort geschützt oder"),
        (saved(Workbook()), "„a.xlsx“ hat keine Zeile mit den Überschriften"),
    ],
    ids=["nothing", "an empty zip", "locked", "a workbook without a form"],
)
def test_what_is_no_form_is_refused_in_one_line(blob, message, sheets):
    with pytest.raises(RefusedFileError) as error:
        read_xlsx("a.xlsx", blob, sheets)
    assert str(error.value).startswith(message)


def test_a_sheet_whose_name_keeps_it_from_being_checked_is_not_read(sheets):
    blob = rezipped(write_xlsx(sheets[0]), "xl/worksheets/sheet1.dat", ENTITY)
    for listed in ("xl/_rels/workbook.xml.rels", "[Content_Types].xml"):
        with zipfile.ZipFile(io.BytesIO(blob)) as archive:
            changed = archive.read(listed).replace(b"sheet1.xml", b"sheet1.dat")
        blob = rezipped(blob, listed, changed)
    with pytest.raises(RefusedFileError, match="hat keine Zeile mit den Überschriften"):
        read_xlsx("a.xlsx", blob, sheets)


def test_bytes_that_changed_on_the_way_never_stop_the_reading(sheets):
    whole = saved(filled(sheets[0], {"check.name": "A"}))
    for number in range(300):
        at = number * 7919 % len(whole)
        blob = whole[:at] + bytes([whole[at] ^ (1 + number % 255)]) + whole[at + 1 :]
        with suppress(RefusedFileError):
            assert read_xlsx("a.xlsx", blob, sheets).datei == "a.xlsx"
