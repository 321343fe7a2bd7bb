"""The catalogue as an XLSX workbook with typed cells.

Apart from the CSV, because the library for it takes a quarter of a second to load and the
workbook is seldom made.
"""

from __future__ import annotations

from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font
from openpyxl.worksheet.worksheet import Worksheet

from ..docx.spreadsheet import begin_table, cell_of, file_of, new_book
from .collection import LICENCE, Stock
from .katalog import COLUMNS, Cell, rows

YEARS = {"Beginn", "Ende"}
ABOUT = "Über diese Datei"


def xlsx_file(stock: Stock) -> bytes:
    """Return the table as a workbook, the same bytes for the same pages.

    The head stays in sight and filters; texts are never formulas. A second sheet says what the
    file is and how it may be used.
    """
    book = new_book(f"Fälle · {stock.head.titel}", stock.head.namensnennung)
    _cases(book.create_sheet("Fälle"), stock)
    _about(book.create_sheet(ABOUT), stock)
    return file_of(book, stock.head.stand)


def _cases(sheet: Worksheet, stock: Stock) -> None:
    table = list(rows(stock))
    begin_table(sheet, [(column.title, column.width) for column in COLUMNS], len(table))
    for row in table:
        sheet.append(
            [_cell(sheet, cell, column.title) for cell, column in zip(row, COLUMNS, strict=True)]
        )


def _cell(sheet: Worksheet, value: Cell, title: str) -> WriteOnlyCell:
    cell = cell_of(sheet, value)
    if isinstance(value, float):
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
        title = cell_of(sheet, name)
        title.font = Font(bold=True)
        sheet.append([title, cell_of(sheet, value)])
