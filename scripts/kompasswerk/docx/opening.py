"""Word files from outside: hostile until checked.

The limits leave room for a handbook with hundreds of pictures and keep a file that was made to
harm from filling memory or disk. Nothing is unpacked to the disk.
"""

from __future__ import annotations

import posixpath
import re
import zlib
from collections.abc import Iterator, Mapping
from pathlib import Path
from zipfile import BadZipFile, ZipFile, ZipInfo

from .oxml.base import parse

MAIN = "word/document.xml"
LARGEST_FILE = 100 * 2**20
LARGEST_UNPACKED = 500 * 2**20
MOST_PARTS = 10_000
_ENCRYPTED = 0x1
_OLD_OR_LOCKED = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_DECLARATION = re.compile(rb"<!(DOCTYPE|ENTITY)", re.IGNORECASE)
_MACROS = re.compile(r"vbaProject|vbaData|activeX/|\.bin$", re.IGNORECASE)
_AS_XML = (".xml", ".rels")


class HostileFileError(Exception):
    """A file is no Word document or not safe to read; the message is a German sentence."""


def opened(path: Path) -> Mapping[str, bytes]:
    """Return the parts of a Word document by name.

    :class:`HostileFileError` for what is no document, is too large, is locked by a password,
    carries macros, names a place outside of itself, or declares entities. ``OSError`` for a file
    that cannot be read.
    """
    name = path.name
    if path.stat().st_size > LARGEST_FILE:
        raise HostileFileError(f"„{name}“ ist größer als {LARGEST_FILE // 2**20} MB.")
    with path.open("rb") as stream:
        if stream.read(8) == _OLD_OR_LOCKED:
            raise HostileFileError(
                f"„{name}“ ist mit einem Passwort geschützt oder hat das alte Format .doc. "
                "Bitte speichern Sie die Datei ohne Passwort als .docx."
            )
    try:
        with ZipFile(path) as archive:
            infos = archive.infolist()
            _check_list(name, infos)
            parts = dict(_read(name, archive, infos))
    except (BadZipFile, zlib.error, NotImplementedError, EOFError) as error:
        raise HostileFileError(
            f"„{name}“ ist keine Word-Datei oder ist beschädigt. Bitte lassen Sie sich die Datei "
            "noch einmal schicken."
        ) from error
    if MAIN not in parts:
        raise HostileFileError(f"„{name}“ ist kein Word-Dokument.")
    return parts


def _check_list(name: str, infos: list[ZipInfo]) -> None:
    names = [info.filename for info in infos]
    if len(infos) > MOST_PARTS or sum(info.file_size for info in infos) > LARGEST_UNPACKED:
        raise HostileFileError(f"„{name}“ ist entpackt zu groß.")
    if len({each.lower() for each in names}) < len(names):
        raise HostileFileError(f"„{name}“ enthält ein Teil doppelt.")
    if any(info.flag_bits & _ENCRYPTED for info in infos):
        raise HostileFileError(f"„{name}“ ist mit einem Passwort geschützt.")
    for each in names:
        if each.startswith("/") or "\\" in each or posixpath.normpath(each).startswith(".."):
            raise HostileFileError(f"„{name}“ verweist aus sich hinaus: „{each}“.")
        if _MACROS.search(each):
            raise HostileFileError(
                f"„{name}“ enthält Makros oder eingebettete Programme. "
                "Bitte speichern Sie die Datei als .docx ohne Makros."
            )


def _read(name: str, archive: ZipFile, infos: list[ZipInfo]) -> Iterator[tuple[str, bytes]]:
    for info in infos:
        with archive.open(info) as stream:
            blob = stream.read(info.file_size + 1)
        if len(blob) > info.file_size:
            raise HostileFileError(f"„{name}“ nennt falsche Größen.")
        if info.filename.endswith(_AS_XML):
            _check_xml(name, blob)
        yield info.filename, blob


def _check_xml(name: str, blob: bytes) -> None:
    # UTF-16 would hide a declaration from the search; Word and LibreOffice write UTF-8.
    if _DECLARATION.search(blob) or b"\x00" in blob:
        raise HostileFileError(f"„{name}“ enthält Anweisungen, die Word nicht schreibt.")
    try:
        parse(blob)
    except SyntaxError as error:  # what lxml raises for broken XML
        raise HostileFileError(f"„{name}“ ist beschädigt: {error}.") from error
