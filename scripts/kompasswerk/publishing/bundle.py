"""The offline copy: website, PDF and Word in one ZIP that opens without a network."""

from __future__ import annotations

import os
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path

README = "LIESMICH.txt"
README_TEXT = """Kompass Leerstand: Ausgabe ohne Internet

1. Entpacken Sie diese ZIP-Datei in einen Ordner.
2. Öffnen Sie im Ordner „html“ die Datei „index.html“ mit einem Browser.
3. PDF und Word-Datei liegen daneben.

Es wird nichts installiert und nichts ins Internet gesendet.
"""


def write_bundle(folder: Path, target: Path) -> None:
    """Write everything in ``folder`` except ZIP files into ``target``, sorted, with fixed dates.

    The date is SOURCE_DATE_EPOCH, or 1 January 1980 if that is unset or earlier.
    """
    stamp = _stamp()
    beside = target.with_name(f".{target.name}.neu")
    with zipfile.ZipFile(beside, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as bundle:
        _add(bundle, README, README_TEXT.replace("\n", "\r\n").encode("utf-8-sig"), stamp)
        for path in _files(folder):
            _add(bundle, path.relative_to(folder).as_posix(), path.read_bytes(), stamp)
    beside.replace(target)


def _files(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.rglob("*"), key=lambda p: p.relative_to(folder).as_posix()):
        hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
        if path.is_file() and path.suffix != ".zip" and not hidden:
            yield path


def _add(
    bundle: zipfile.ZipFile, name: str, data: bytes, stamp: tuple[int, int, int, int, int, int]
) -> None:
    info = zipfile.ZipInfo(name, stamp)
    info.compress_type = zipfile.ZIP_DEFLATED
    info.external_attr = 0o644 << 16
    bundle.writestr(info, data)


def _stamp() -> tuple[int, int, int, int, int, int]:
    moment = time.gmtime(int(os.environ.get("SOURCE_DATE_EPOCH", "0")))
    if moment.tm_year < 1980:
        return (1980, 1, 1, 0, 0, 0)
    return (moment.tm_year, moment.tm_mon, moment.tm_mday, 0, 0, 0)
