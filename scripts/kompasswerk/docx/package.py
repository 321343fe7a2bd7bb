"""Zip files that come out the same every time and replace the old one only when complete."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from ..buch.placing import replace_file

_FIRST = "[Content_Types].xml"
PROPERTIES = "docProps/core.xml"
_SAVED = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")
_DAY = (1980, 1, 1, 0, 0, 0)


def write_zip(target: Path, files: Mapping[str, bytes]) -> None:
    """Write a package: part names sorted behind the content types, all with one date.

    The file is written beside ``target`` and then takes its place.
    """
    replace_file(target, zipped(files))


def zipped(files: Mapping[str, bytes]) -> bytes:
    """Return the bytes of a package."""
    buffer = BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED, compresslevel=6) as archive:
        for name in sorted(files, key=lambda name: (name != _FIRST, name)):
            info = ZipInfo(name, _DAY)
            info.compress_type = ZIP_DEFLATED
            info.external_attr = 0o600 << 16
            info.create_system = 3
            archive.writestr(info, files[name])
    return buffer.getvalue()


def repacked(blob: bytes) -> bytes:
    """Return a package with the same parts, in our order and with our date."""
    with ZipFile(BytesIO(blob)) as archive:
        return zipped({name: archive.read(name) for name in archive.namelist()})


def dated(blob: bytes, day: date) -> bytes:
    """Return a package that says it was written on a day, instead of the time of writing."""
    moment = f"{day.isoformat()}T00:00:00Z".encode()
    with ZipFile(BytesIO(blob)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts[PROPERTIES] = _SAVED.sub(rb"\g<1>" + moment, parts[PROPERTIES])
    return zipped(parts)
