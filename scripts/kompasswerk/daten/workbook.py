"""The catalogue as an XLSX workbook with typed cells.

Apart from the CSV, because the library for it takes a quarter of a second to load and the
workbook is seldom made.
"""

from __future__ import annotations

from datetime import date
from io import BytesIO

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from ..docx.package import dated
from .collection import LICENCE, Stock
from .katalog import COLUMNS, Cell, rows

HEAD = PatternFill("solid", fgColor="0B4F6C")
WRAPPED = Alignment(wrap_text=True, vertical="top")
YEARS = {"Beginn", "Ende"}
ABOUT = "Über diese Datei"


def xlsx_file(stock: Stock) -> bytes:
    """Return the table as a workbook, the same bytes for the same pages.

    The head stays in sight and filters; texts are never formulas. A second sheet says what the
    file is and how it may be used.
    """
    book = Workbook(write_only=True)
    book.properties.title = f"Fälle · {stock.head.titel}"
    book.properties.creator = stock.head.namensnennung
    book.properties.language = "de-DE"
    _cases(book.create_sheet("Fälle"), stock)
    _about(book.create_sheet(ABOUT), stock)
    buffer = BytesIO()
    book.save(buffer)
    return dated(buffer.getvalue(), stock.head.stand)


def _cases(sheet: Worksheet, stock: Stock) -> None:
    for number, column in enumerate(COLUMNS, 1):
        sheet.column_dimensions[get_column_letter(number)].width = column.width
    sheet.freeze_panes = "B2"
    table = list(rows(stock))
    last = get_column_letter(len(COLUMNS))
    sheet.auto_filter.ref = f"A1:{last}{len(table) + 1}"
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.page_setup.orientation, sheet.page_setup.fitToHeight = "landscape", 0
    sheet.print_title_rows = "1:1"
    sheet.append([_head(sheet, column.title) for column in COLUMNS])
    for row in table:
        sheet.append(
            [_cell(sheet, cell, column.title) for cell, column in zip(row, COLUMNS, strict=True)]
        )


def _head(sheet: Worksheet, title: str) -> WriteOnlyCell:
    cell = _cell(sheet, title)
    cell.font, cell.fill = Font(bold=True, color="FFFFFF"), HEAD
    return cell


def _cell(sheet: Worksheet, value: Cell, title: str = "") -> WriteOnlyCell:
    text = ILLEGAL_CHARACTERS_RE.sub("", value) if isinstance(value, str) else value
    cell = WriteOnlyCell(sheet, text or None if isinstance(text, str) else text)
    cell.alignment = WRAPPED
    if isinstance(text, str) and text:
        # A text that begins with „=“ is text, never a formula.
        cell.data_type = "s"
    elif isinstance(value, date):
        cell.number_format = "dd.mm.yyyy"
    elif isinstance(value, float):
        cell.number_format = "0.00"
    elif isinstance(value, int) and title not in YEARS:
        cell.number_format = "#,##0"
    return cell


def _about(sheet: Worksheet, stock: Stock) -> None:
    head = stock.head
    sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width = 18, 90
    lines: tuple[tuple[str, Cell], ...] = (
        ("Titel", f"Fälle des Handbuchs „{head.titel}“"),
        ("Ausgabe", f"{head.zustand} {head.ausgabe}"),
        ("Stand", head.stand),
        ("Rechte", head.rechte),
        ("Lizenz", LICENCE),
        ("Bitte nennen", head.namensnennung),
        ("Lage der Orte", f"{stock.orte.quelle}, {stock.orte.lizenz}, {stock.orte.adresse}"),
        ("Hinweis", "Aufwand und Beleg sind Einschätzungen der Redaktion. Alle Quellen und der "
                    "vollständige Text stehen auf der Seite des Falls."),
    )  # fmt: skip
    for name, value in lines:
        title = _cell(sheet, name)
        title.font = Font(bold=True)
        sheet.append([title, _cell(sheet, value)])
