"""Files of answers that are no Word documents, by the ending of their names."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from ..model.formular import Blatt
from ..reading.refused import RefusedFileError
from .answers import Ruecklauf
from .csv_file import read_csv
from .json_file import read_json
from .xlsx_file import read_xlsx

Reader = Callable[[str, bytes, Iterable[Blatt]], Ruecklauf]
READERS: Mapping[str, Reader] = {".json": read_json, ".csv": read_csv, ".xlsx": read_xlsx}
LARGEST = 25 * 2**20


def read_file(path: Path, sheets: Iterable[Blatt]) -> Ruecklauf:
    """Return what a file brought back; its ending decides how it is read.

    :class:`RefusedFileError` with a German sentence for another ending and for whatever its
    reader refuses. ``OSError`` for a file that cannot be read.
    """
    reader = READERS.get(path.suffix.lower())
    if reader is None:
        known = ", ".join(READERS)
        raise RefusedFileError(f"„{path.name}“ ist keine Datei mit Antworten ({known}).")
    with path.open("rb") as stream:
        blob = stream.read(LARGEST + 1)
    if len(blob) > LARGEST:
        raise RefusedFileError(f"„{path.name}“ ist größer als {LARGEST // 2**20} MB.")
    return reader(path.name, blob, sheets)
