"""The tables of the editors' state as an XLSX workbook with typed cells."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from openpyxl.styles import PatternFill
from openpyxl.worksheet.worksheet import Worksheet

from ...docx.spreadsheet import begin_table, cell_of, file_of, new_book
from .tafel import Tafel

LATE = PatternFill("solid", fgColor="FBE3E0")
DUE = "Prüfen bis"


def xlsx_file(tables: Sequence[Tafel], notes: Sequence[str], day: date) -> bytes:
    """Return the tables, each on a sheet, and a last sheet with notes: the same bytes for equals.

    A day of review that is over has a ground of its own. Texts are never formulas.
    """
    book = new_book("Redaktionsstand", "Redaktion des Kompass Leerstand")
    for table in tables:
        _fill(book.create_sheet(table.titel), table, day)
    about = book.create_sheet("Über diese Datei")
    about.column_dimensions["A"].width = 100
    for note in notes:
        about.append([cell_of(about, note)])
    return file_of(book, day)


def _fill(sheet: Worksheet, table: Tafel, day: date) -> None:
    columns = [(column.titel, column.breite) for column in table.spalten]
    begin_table(sheet, columns, len(table.zeilen))
    due = next((i for i, column in enumerate(table.spalten) if column.titel == DUE), None)
    for row in table.zeilen:
        cells = [cell_of(sheet, value) for value in row]
        when = None if due is None else row[due]
        if due is not None and isinstance(when, date) and when < day:
            cells[due].fill = LATE
        sheet.append(cells)
