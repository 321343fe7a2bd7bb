"""Answers typed in from paper into a spreadsheet, read. Formulas are never trusted."""

from __future__ import annotations

import io
import re
import warnings
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, time
from typing import IO, Any
from xml.etree import ElementTree
from zipfile import ZipFile

from openpyxl import load_workbook

from ..model.formular import Blatt
from ..reading.refused import RefusedFileError
from ..reading.zipped import Kind, Limits, checked_parts
from .answers import Erkannt, Ruecklauf
from .gathering import Gathering
from .rows import MOST_ROWS, Cells, refuse_without_head, take_rows
from .values import NoAnswer, Roh

KIND = Kind("Excel", ".xlsx", ".xls")
LIMITS = Limits(20 * 2**20, 20 * 2**20, 500, 200, 40 * 10**6)
"""Room for thirty times the longest form that is sent out."""
LISTS = "Auswahl"
"""The sheet that holds what can be chosen."""
MOST_COLUMNS = 200
LAST_ROW = 100_000
MOST_CELLS = 500_000
MOST_SHEETS = 60
MOST_FORMULAS = 2_000
LONGEST_FORMULA = 8_192
_FORMULA = re.compile(rb"<(?:\w+:)?f[\s>/]")
_LONG_FORMULA = re.compile(rb"<(?:\w+:)?f(?:\s[^>]*)?>[^<]{%d}" % LONGEST_FORMULA)
_BESIDE = re.compile(r"xl/(?:comments|threadedComments|drawings)[^_]*\.xml")


def read_xlsx(name: str, blob: bytes, sheets: Iterable[Blatt]) -> Ruecklauf:
    """Return the answers of a spreadsheet called ``name``.

    All its sheets count. Notes, text boxes and sheets of another kind are listed as found.
    :class:`RefusedFileError` for what is hostile, damaged, too large, or has no head at all.
    """
    parts = checked_parts(name, io.BytesIO(blob), KIND, LIMITS)
    _check_formulas(name, parts)
    gathering = Gathering.of(sheets, Erkannt.TABLE)
    known = tuple(gathering.sheets.values())
    try:
        ours = _take_sheets(name, parts, known, gathering)
        _find_beside(parts, gathering)
    except RefusedFileError:
        raise
    except Exception as error:  # openpyxl raises whatever a broken part makes it stumble over
        raise RefusedFileError(
            f"„{name}“ ist beschädigt. Bitte öffnen und speichern Sie die Datei noch einmal."
        ) from error
    if not ours:
        raise refuse_without_head(name)
    return gathering.result(name, complete=True)


def _check_formulas(name: str, parts: Mapping[str, bytes]) -> None:
    """Refuse so many or so long formulas that reading them takes forever."""
    for blob in parts.values():
        many = sum(1 for _ in _FORMULA.finditer(blob)) > MOST_FORMULAS
        if many or _LONG_FORMULA.search(blob):
            raise RefusedFileError(f"„{name}“ enthält zu viele oder zu lange Formeln.")


def _take_sheets(
    name: str, parts: Mapping[str, bytes], sheets: tuple[Blatt, ...], gathering: Gathering
) -> bool:
    with warnings.catch_warnings(action="ignore"):
        book = load_workbook(_zip_of(parts), read_only=True, keep_links=False)
        if len(book.worksheets) > MOST_SHEETS:
            raise RefusedFileError(f"„{name}“ hat mehr als {MOST_SHEETS} Blätter.")
        ours = False
        left = MOST_CELLS
        for sheet in book.worksheets:
            sheet.reset_dimensions()
            rows = _Rows(name, sheet, left)
            if sheet.title == LISTS:
                _find_unknown(rows, sheets, gathering)
            else:
                ours = take_rows(rows, sheets, gathering) or ours
            left = rows.left
    return ours


def _zip_of(parts: Mapping[str, bytes]) -> IO[bytes]:
    """Return a zip of checked parts alone: a sheet may have a name that no check looks into."""
    stream = io.BytesIO()
    with ZipFile(stream, "w") as archive:
        for name, blob in parts.items():
            archive.writestr(name, blob)
    return stream


class _Rows:
    """The rows of one sheet with their places; counts down how many cells may still come."""

    def __init__(self, name: str, sheet: Any, left: int) -> None:
        self.name, self.sheet, self.left = name, sheet, left

    def __iter__(self) -> Iterator[tuple[str, Cells]]:
        filled = 0
        for number, cells in enumerate(self.sheet.iter_rows(), 1):
            self.left -= len(cells) + 1
            if number > LAST_ROW or self.left < 0:
                raise RefusedFileError(f"„{self.name}“ hat zu viele Zellen.")
            values = [_value(cell) for cell in cells]
            if any(value is not None for value in values[MOST_COLUMNS:]):
                raise RefusedFileError(f"„{self.name}“ hat mehr als {MOST_COLUMNS} Spalten.")
            filled += any(value is not None for value in values)
            if filled > MOST_ROWS:
                raise RefusedFileError(f"„{self.name}“ hat mehr als {MOST_ROWS} Zeilen.")
            yield f"Blatt „{self.sheet.title}“, Zeile {number}", values[:MOST_COLUMNS]


def _value(cell: Any) -> Roh:
    value = cell.value
    if cell.data_type in ("f", "e"):
        return NoAnswer(getattr(value, "text", None) or value)
    if value is None or isinstance(value, str | bool | int | float | date | time):
        return value
    return str(value)


def _find_unknown(rows: _Rows, sheets: Iterable[Blatt], gathering: Gathering) -> None:
    """List what stands among the choices and is none."""
    fields = [field for sheet in sheets for each in sheet.felder for field in (each, *each.spalten)]
    values = {value for field in fields for value in (*field.werte, "ja", "nein")}
    for where, cells in rows:
        gathering.find(where, tuple(cell for cell in cells if cell not in values))


def _find_beside(parts: Mapping[str, bytes], gathering: Gathering) -> None:
    for part, blob in sorted(parts.items()):
        if _BESIDE.fullmatch(part):
            # Safe: declarations and other encodings have been refused.
            root = ElementTree.fromstring(blob)  # noqa: S314
            texts = [each.text for each in root.iter() if each.tag.rpartition("}")[2] == "t"]
            gathering.find("Notiz oder Textfeld der Tabelle", " ".join(filter(None, texts)))
