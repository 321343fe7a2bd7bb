"""The tables of the editors' state as an XLSX workbook with typed cells."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from io import BytesIO

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from ...docx.package import dated
from .tafel import Cell, Tafel

HEAD = PatternFill("solid", fgColor="0B4F6C")
LATE = PatternFill("solid", fgColor="FBE3E0")
WRAPPED = Alignment(wrap_text=True, vertical="top")
DUE = "Prüfen bis"


def xlsx_file(tables: Sequence[Tafel], notes: Sequence[str], day: date) -> bytes:
    """Return the tables, each on a sheet, and a last sheet with notes: the same bytes for equals.

    A day of review that is over has a ground of its own. Texts are never formulas.
    """
    book = Workbook(write_only=True)
    book.properties.title = "Redaktionsstand"
    book.properties.creator = "Redaktion des Kompass Leerstand"
    book.properties.language = "de-DE"
    for table in tables:
        _fill(book.create_sheet(table.titel), table, day)
    about = book.create_sheet("Über diese Datei")
    about.column_dimensions["A"].width = 100
    for note in notes:
        about.append([_cell(about, note)])
    buffer = BytesIO()
    book.save(buffer)
    return dated(buffer.getvalue(), day)


def _fill(sheet: Worksheet, table: Tafel, day: date) -> None:
    for number, column in enumerate(table.spalten, 1):
        sheet.column_dimensions[get_column_letter(number)].width = column.breite
    sheet.freeze_panes = "B2"
    last = get_column_letter(len(table.spalten))
    sheet.auto_filter.ref = f"A1:{last}{len(table.zeilen) + 1}"
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.page_setup.orientation, sheet.page_setup.fitToHeight = "landscape", 0
    sheet.print_title_rows = "1:1"
    heads = [_cell(sheet, column.titel) for column in table.spalten]
    for cell in heads:
        cell.font, cell.fill = Font(bold=True, color="FFFFFF"), HEAD
    sheet.append(heads)
    due = next((i for i, column in enumerate(table.spalten) if column.titel == DUE), None)
    for row in table.zeilen:
        cells = [_cell(sheet, value) for value in row]
        when = None if due is None else row[due]
        if due is not None and isinstance(when, date) and when < day:
            cells[due].fill = LATE
        sheet.append(cells)


def _cell(sheet: Worksheet, value: Cell) -> WriteOnlyCell:
    text = ILLEGAL_CHARACTERS_RE.sub("", value) or None if isinstance(value, str) else value
    cell = WriteOnlyCell(sheet, text)
    cell.alignment = WRAPPED
    if isinstance(text, str):
        # A text that begins with „=“ is text, never a formula.
        cell.data_type = "s"
    elif isinstance(value, date):
        cell.number_format = "dd.mm.yyyy"
    return cell
