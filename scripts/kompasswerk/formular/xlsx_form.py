"""The empty form of a worksheet as a spreadsheet, for typing in what stands on paper."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from datetime import datetime
from itertools import count
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from ..model.formular import Blatt, FormKind, Formularfeld
from .rows import COLUMNS, Row, form_rows
from .xlsx_file import LISTS

WIDTHS = (34, 48, 52, 40)
FREE_ROWS = 20
"""Rows below the last one that stay open, for tables longer than on paper."""
LETTERS_A_LINE = 44
LINE_HEIGHT = 15
LONGEST_TITLE = 31
_FORBIDDEN = re.compile(r"[\\/*?:\[\]]")
_TEXT, _DAY, _EURO, _ANY = "@", "dd.mm.yyyy", "#,##0.00", "General"
_HEAD = PatternFill("solid", fgColor="1F4E5F")
_PRINTED = PatternFill("solid", fgColor="F2F2F2")
_LINE = Border(*[Side("thin", color="BFBFBF")] * 4)
_WRAPPED = Alignment(wrap_text=True, vertical="top")
_MOMENT = datetime(1980, 1, 1)
_TIMES = re.compile(rb"(<dcterms:(created|modified)[^>]*>)[^<]*")


def write_xlsx(sheet: Blatt) -> bytes:
    """Return the form of a sheet, the same bytes for the same fields.

    What is printed is locked without a password, answers are free. Choices are lists, days and
    texts have their number format; a wrong entry brings a warning, never a refusal.
    """
    book = Workbook()
    form = book.active
    form.title = _FORBIDDEN.sub(" ", f"{sheet.nummer:02} {sheet.titel}")[:LONGEST_TITLE].strip()
    lists = book.create_sheet(LISTS)
    lists.sheet_state = "hidden"
    _head(form)
    columns = count(1)
    for number, row in enumerate(form_rows(sheet), 2):
        _row(form, number, row)
        for validation in _validations(row.feld, lists, columns):
            form.add_data_validation(validation)
            validation.add(form.cell(number, len(COLUMNS)))
    _free_rows(form)
    _set_up(form)
    stream = io.BytesIO()
    book.save(stream)
    return _repacked(stream.getvalue())


def _head(form: Worksheet) -> None:
    for number, (name, width) in enumerate(zip(COLUMNS, WIDTHS, strict=True), 1):
        cell = form.cell(1, number, name)
        cell.font = Font(bold=True, color="FFFFFF")
        cell.fill = _HEAD
        form.column_dimensions[get_column_letter(number)].width = width


def _row(form: Worksheet, number: int, row: Row) -> None:
    for column, text in enumerate((row.stelle, row.frage, row.hinweis), 1):
        cell = form.cell(number, column)
        _put_text(cell, text)
        cell.fill, cell.border, cell.alignment = _PRINTED, _LINE, _WRAPPED
        cell.font = Font(color="7F7F7F", size=9) if column == 1 else Font()
    answer = form.cell(number, len(COLUMNS))
    answer.border = _LINE
    answer.alignment = Alignment(wrap_text=True, vertical="top", horizontal="left")
    answer.protection = Protection(locked=False)
    answer.number_format = _format(row.feld)
    lines = max(-(-len(text) // LETTERS_A_LINE) for text in (row.frage, row.hinweis, " "))
    form.row_dimensions[number].height = LINE_HEIGHT * lines + 3


def _put_text(cell: Any, text: str) -> None:
    """Put a text into a cell, also one that looks like a formula."""
    cell.value = text
    cell.data_type = "s"


def _format(field: Formularfeld | None) -> str:
    if field is None:
        return _TEXT
    if field.art is FormKind.DATE:
        return _DAY
    if field.art is FormKind.NUMBER:
        return _EURO if field.einheit.startswith("Euro") else _ANY
    # As text, „3–12“ stays what it is and does not turn into a day.
    return _TEXT


def _validations(
    field: Formularfeld | None, lists: Worksheet, columns: count[int]
) -> Iterator[DataValidation]:
    """Yield the check of an answer; lists stand on a sheet, since values may hold commas."""
    values = () if field is None or field.art is FormKind.CHOICES else field.werte
    if field is not None and field.art is FormKind.YES_NO:
        values = ("ja", "nein")
    if values:
        letter = get_column_letter(next(columns))
        for row, value in enumerate(values, 1):
            _put_text(lists[f"{letter}{row}"], value)
        source = f"{LISTS}!${letter}$1:${letter}${len(values)}"
        yield _asked("list", formula1=source, error="Bitte einen Wert der Liste wählen.")
    elif field is not None and field.art is FormKind.DATE:
        bounds = {"formula1": "DATE(1900,1,1)", "formula2": "DATE(2100,12,31)"}
        yield _asked("date", operator="between", error="Bitte so: 24.12.2026", **bounds)
    elif field is not None and field.art is FormKind.NUMBER:
        bounds = {"formula1": "-1000000000000", "formula2": "1000000000000"}
        yield _asked("decimal", operator="between", error="Bitte nur eine Zahl.", **bounds)


def _asked(kind: str, **settings: str) -> DataValidation:
    return DataValidation(
        type=kind,
        allow_blank=True,
        showErrorMessage=True,
        errorStyle="warning",
        errorTitle="Passt das?",
        **settings,
    )


def _free_rows(form: Worksheet) -> None:
    last = form.max_row
    for number in range(last + 1, last + 1 + FREE_ROWS):
        for column in range(1, len(COLUMNS) + 1):
            cell = form.cell(number, column)
            cell.protection = Protection(locked=False)
            cell.number_format = _TEXT


def _set_up(form: Worksheet) -> None:
    form.freeze_panes = "A2"
    form.protection.sheet = True
    form.protection.formatColumns = form.protection.formatRows = False
    form.page_setup.orientation = "landscape"
    form.page_setup.paperSize = 9
    form.page_setup.fitToHeight = 0
    form.sheet_properties.pageSetUpPr.fitToPage = True
    form.print_title_rows = "1:1"


def _repacked(blob: bytes) -> bytes:
    """Return the same file without the moment of its making."""
    stream = io.BytesIO()
    moment = _MOMENT.strftime("%Y-%m-%dT%H:%M:%SZ").encode()
    with ZipFile(io.BytesIO(blob)) as old, ZipFile(stream, "w", ZIP_DEFLATED) as new:
        for info in old.infolist():
            part = old.read(info)
            if info.filename == "docProps/core.xml":
                part = _TIMES.sub(rb"\g<1>" + moment, part)
            new.writestr(ZipInfo(info.filename, _MOMENT.timetuple()[:6]), part, ZIP_DEFLATED)
    return stream.getvalue()
