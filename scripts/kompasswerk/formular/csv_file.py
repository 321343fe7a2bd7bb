"""Answers typed in from paper as CSV: read whatever program wrote it, written for Excel."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator

from ..model.formular import Blatt
from ..reading.refused import RefusedFileError
from .answers import Erkannt, Ruecklauf
from .gathering import Gathering
from .rows import COLUMNS, MOST_ROWS, Cells, form_rows, refuse_without_head, take_rows

LARGEST = 2 * 2**20
MOST_CELLS = 200
DELIMITERS = ";,\t"
_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


def read_csv(name: str, blob: bytes, sheets: Iterable[Blatt]) -> Ruecklauf:
    """Return the answers of a CSV file called ``name``.

    UTF-8, UTF-16 with a mark, or else Windows-1252; parted by semicolon, comma or tabulator.
    :class:`RefusedFileError` for what is too large, no text, or has no head.
    """
    if len(blob) > LARGEST:
        raise RefusedFileError(f"„{name}“ ist größer als {LARGEST // 2**20} MB.")
    text = _decoded(name, blob)
    gathering = Gathering.of(sheets, Erkannt.TABLE)
    if not take_rows(_rows(name, text), sheets, gathering):
        raise refuse_without_head(name)
    return gathering.result(name, complete=True)


def write_csv(sheet: Blatt) -> bytes:
    """Return the empty form of a sheet: UTF-8 with the mark that Excel needs, semicolons."""
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, delimiter=";", lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for row in form_rows(sheet):
        writer.writerow((row.stelle, row.frage, row.hinweis, ""))
    return stream.getvalue().encode("utf-8-sig")


def _decoded(name: str, blob: bytes) -> str:
    encoding = next((encoding for mark, encoding in _MARKS if blob.startswith(mark)), "utf-8")
    try:
        text = blob.decode(encoding)
    except UnicodeDecodeError:
        # Excel on a German Windows writes this; a letter that it lacks shows as a question mark.
        text = blob.decode("cp1252", "replace")
    if "\0" in text:
        raise RefusedFileError(f"„{name}“ ist keine CSV-Datei. Bitte als CSV (UTF-8) speichern.")
    return text


def _rows(name: str, text: str) -> Iterator[tuple[str, Cells]]:
    """Yield each row with its number in the file; ``sep=;`` in front is Excel's, not a row."""
    start = text.partition("\n")[0].strip().lower()
    if start.startswith("sep=") and len(start) == 5:
        delimiter = start[4]
        text = text.partition("\n")[2]
    else:
        delimiter = _delimiter(text)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        for number, cells in enumerate(reader, 1):
            if number > MOST_ROWS:
                raise RefusedFileError(f"„{name}“ hat mehr als {MOST_ROWS} Zeilen.")
            if len(cells) > MOST_CELLS:
                raise RefusedFileError(f"„{name}“ hat mehr als {MOST_CELLS} Spalten.")
            yield f"Zeile {reader.line_num}", cells
    except csv.Error as error:
        raise RefusedFileError(
            f"„{name}“, Zeile {reader.line_num}: Ein Anführungszeichen steht falsch oder eine "
            "Zelle ist zu lang. Bitte prüfen und neu speichern."
        ) from error


def _delimiter(text: str) -> str:
    """Return what parts the cells of the head."""
    lines = text.splitlines()[:20]
    head = next((line for line in lines if "stelle" in line.lower()), "")
    return max(DELIMITERS, key=head.count)
