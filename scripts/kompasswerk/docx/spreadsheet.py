"""Spreadsheets beside our books: typed cells, no formulas, the same bytes for the same content."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from io import BytesIO

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from .package import dated

HEAD = PatternFill("solid", fgColor="0B4F6C")
WRAPPED = Alignment(wrap_text=True, vertical="top")


def new_book(title: str, creator: str) -> Workbook:
    """Return an empty German workbook."""
    book = Workbook(write_only=True)
    book.properties.title = title
    book.properties.creator = creator
    book.properties.language = "de-DE"
    return book


def file_of(book: Workbook, day: date) -> bytes:
    """Return a workbook as a file that bears this day."""
    buffer = BytesIO()
    book.save(buffer)
    return dated(buffer.getvalue(), day)


def begin_table(sheet: Worksheet, columns: Sequence[tuple[str, float]], rows: int) -> None:
    """Write the head of a table with titles and widths; it stays in sight, filters and repeats.

    ``rows`` is how many will follow. In print all columns stand side by side.
    """
    for number, (_, width) in enumerate(columns, 1):
        sheet.column_dimensions[get_column_letter(number)].width = width
    sheet.freeze_panes = "B2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(columns))}{rows + 1}"
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.page_setup.orientation, sheet.page_setup.fitToHeight = "landscape", 0
    sheet.print_title_rows = "1:1"
    heads = [cell_of(sheet, title) for title, _ in columns]
    for cell in heads:
        cell.font, cell.fill = Font(bold=True, color="FFFFFF"), HEAD
    sheet.append(heads)


def cell_of(sheet: Worksheet, value: str | float | Decimal | date | None) -> WriteOnlyCell:
    """Return a cell with a text, a number or a day; an empty text is an empty cell."""
    text = ILLEGAL_CHARACTERS_RE.sub("", value) or None if isinstance(value, str) else value
    cell = WriteOnlyCell(sheet, text)
    cell.alignment = WRAPPED
    if isinstance(text, str):
        # A text that begins with „=“ is text, never a formula.
        cell.data_type = "s"
    elif isinstance(value, date):
        cell.number_format = "dd.mm.yyyy"
    return cell
