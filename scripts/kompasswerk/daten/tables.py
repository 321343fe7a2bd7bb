"""The catalogue as CSV for a German Excel."""

from __future__ import annotations

import csv
from io import StringIO

from .collection import Stock
from .katalog import COLUMNS, Cell, rows

FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""Beginnings that a spreadsheet takes for a formula."""


def csv_file(stock: Stock) -> bytes:
    """Return the table as UTF-8 with the mark that Excel needs, parted by semicolons.

    Numbers have a decimal comma, days are ISO dates. A text that a spreadsheet would take for a
    formula gets an apostrophe in front.
    """
    stream = StringIO(newline="")
    writer = csv.writer(stream, delimiter=";", lineterminator="\r\n")
    writer.writerow([column.title for column in COLUMNS])
    writer.writerows([_written(cell) for cell in row] for row in rows(stock))
    return stream.getvalue().encode("utf-8-sig")


def _written(cell: Cell) -> str:
    if isinstance(cell, str):
        text = cell.replace("\n", "; ")
        return f"'{text}" if text.startswith(FORMULA) else text
    if isinstance(cell, float):
        return str(cell).replace(".", ",")
    return "" if cell is None else str(cell)
