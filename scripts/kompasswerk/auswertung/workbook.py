"""The report as a spreadsheet: a sheet for each topic, typed cells, no formulas."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from ..docx.spreadsheet import cell_of, file_of, new_book
from ..formular.privacy import Hidden
from .book import IMPRINT, METHOD, SUMMARY
from .report import Report, Share, Table, Value, Where, shown

WIDEST, NARROWEST = 60, 10
HEAD, TITLE = Font(bold=True), Font(bold=True, size=13)


def workbook(report: Report) -> bytes:
    """Return the file; the same report gives the same bytes."""
    book = new_book(report.title, "Kompass Leerstand")
    _texts(book.create_sheet("Überblick"), report)
    for topic in report.topics:
        _tables(book.create_sheet(topic.short[:31]), tuple(topic.tables(Where.DATA)))
    return file_of(book, report.stichtag)


def _texts(sheet: Worksheet, report: Report) -> None:
    sheet.column_dimensions["A"].width = 100
    lines = [(report.title, TITLE), (f"Stichtag {report.stichtag:%d.%m.%Y}", None)]
    lines += [(IMPRINT, None), (SUMMARY, HEAD), *((each, None) for each in report.summary)]
    lines += [(METHOD, HEAD), *((each, None) for each in report.method)]
    lines += [(f"{each.text} {each.url}".strip(), None) for each in report.sources]
    for text, font in lines:
        sheet.append([_cell(sheet, text, font)])


def _tables(sheet: Worksheet, tables: tuple[Table, ...]) -> None:
    sheet.page_setup.orientation = "landscape"
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.page_setup.fitToHeight = 0  # as many pages as it takes, one wide
    for place, width in enumerate(_widths(tables), 1):
        sheet.column_dimensions[get_column_letter(place)].width = width
    for table in tables:
        sheet.append([_cell(sheet, table.name, TITLE)])
        sheet.append([_cell(sheet, each, HEAD) for each in table.head])
        for row in table.rows:
            sheet.append([_cell(sheet, each) for each in row])
        sheet.append([])


def _widths(tables: Iterable[Table]) -> Iterator[int]:
    """Yield a width for each column: that of its longest text, within limits."""
    rows = [row for table in tables for row in (table.head, *table.rows)]
    for place in range(max(map(len, rows), default=0)):
        longest = max(len(shown(row[place])) for row in rows if place < len(row))
        yield min(max(longest + 2, NARROWEST), WIDEST)


def _cell(sheet: Worksheet, value: Value, font: Font | None = None) -> WriteOnlyCell:
    if isinstance(value, Share):
        cell = cell_of(sheet, value.value / 100)
        cell.number_format = "0.0%"
    elif isinstance(value, int | Decimal):
        cell = cell_of(sheet, value)
        cell.number_format = "#,##0" if value == int(value) and not _tenths(value) else "#,##0.0"
    else:
        cell = cell_of(sheet, None if value is None else shown(value))
        if isinstance(value, Hidden):
            # What stands in the place of a number stands where the number would.
            cell.alignment = Alignment(horizontal="right", wrap_text=True, vertical="top")
    if font is not None:
        cell.font = font
    return cell


def _tenths(value: int | Decimal) -> bool:
    return isinstance(value, Decimal) and value.as_tuple().exponent == -1
