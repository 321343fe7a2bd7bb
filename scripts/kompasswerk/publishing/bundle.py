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
2. Öffnen Sie darin die Datei „start.html“ mit einem Doppelklick.
3. PDF und Word-Datei liegen daneben.

Es wird nichts installiert und nichts ins Internet gesendet.
"""

START = "start.html"
START_PAGE = """<!doctype html>
<html lang="de">
<meta charset="utf-8">
<meta http-equiv="refresh" content="0; url=html/index.html">
<title>Kompass Leerstand</title>
<p><a href="html/index.html">Weiter zum Kompass Leerstand</a></p>
</html>
"""
"""Beside the books, so that nobody has to look for the page to begin with."""
FOR_SERVERS = {"404.html", "sitemap.xml", "robots.txt"}
"""What only means something on a web server."""


def write_bundle(folder: Path, target: Path) -> None:
    """Write what a reader needs of ``folder`` into ``target``, sorted, with fixed dates.

    The date is SOURCE_DATE_EPOCH, or 1 January 1980 if that is unset or earlier.
    """
    stamp = _stamp()
    beside = target.with_name(f".{target.name}.neu")
    with zipfile.ZipFile(beside, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as bundle:
        _add(bundle, README, README_TEXT.replace("\n", "\r\n").encode("utf-8-sig"), stamp)
        if (folder / "html").is_dir():
            _add(bundle, START, START_PAGE.encode(), stamp)
        for path in _files(folder):
            _add(bundle, path.relative_to(folder).as_posix(), path.read_bytes(), stamp)
    beside.replace(target)


def _files(folder: Path) -> Iterator[Path]:
    """Yield the files in a fixed order, without ZIP files and what is for servers or hidden."""
    for path in sorted(folder.rglob("*"), key=lambda p: p.relative_to(folder).as_posix()):
        hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
        left_out = hidden or path.suffix == ".zip" or path.name in FOR_SERVERS
        if path.is_file() and not left_out:
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
