"""Zipped files of other programs: hostile until checked. Nothing is unpacked to the disk."""

from __future__ import annotations

import io
import posixpath
import re
import zlib
from collections.abc import Mapping
from lzma import LZMAError
from zipfile import BadZipFile, ZipFile

from .gathering import RefusedFileError

LARGEST_FILE = 20 * 2**20
LARGEST_UNPACKED = 20 * 2**20
MOST_TAGS = 500_000
"""In one part; each fills some 200 bytes."""
LARGEST_LIST = 2**20
MOST_PARTS = 500
HIGHEST_RATIO = 200
SMALL = 2**20
"""Below this a part may be packed as tightly as it likes."""
_ENCRYPTED = 0x1
_OLD_OR_LOCKED = b"\xd0\xcf\x11\xe0"
_END = b"PK\x05\x06"
_DECLARATION = re.compile(rb"<!(DOCTYPE|ENTITY)", re.IGNORECASE)
_ENCODING = re.compile(rb"""\s*<\?xml[^>]{0,80}?encoding\s*=\s*["']([^"']*)""")
_PLAIN_ENCODINGS = (b"utf-8", b"us-ascii", b"ascii")
_MARK = b"\xef\xbb\xbf"
_MACROS = re.compile(r"vbaProject|vbaData|activeX/|\.bin$", re.IGNORECASE)


def checked_parts(name: str, blob: bytes) -> Mapping[str, bytes]:
    """Return the XML parts of a spreadsheet called ``name``.

    :class:`RefusedFileError` for what is no spreadsheet, too large, locked by a password,
    carries macros, names a place outside of itself, or declares entities.
    """
    if blob.startswith(_OLD_OR_LOCKED):
        raise RefusedFileError(
            f"„{name}“ ist mit einem Passwort geschützt oder hat das alte Format .xls. "
            "Bitte speichern Sie die Datei ohne Passwort als .xlsx."
        )
    if len(blob) > LARGEST_FILE:
        raise RefusedFileError(f"„{name}“ ist größer als {LARGEST_FILE // 2**20} MB.")
    end = blob.rfind(_END)
    if end < 0 or int.from_bytes(blob[end + 12 : end + 16], "little") > LARGEST_LIST:
        raise _damaged(name)
    try:
        with ZipFile(io.BytesIO(blob)) as archive:
            _check_list(name, archive)
            return {
                info.filename: _part(name, archive, info.filename)
                for info in archive.infolist()
                if info.filename.endswith((".xml", ".rels"))
            }
    # What the standard library raises for zips that lie about themselves.
    except (
        BadZipFile, zlib.error, LZMAError, NotImplementedError, EOFError, ValueError, OSError,
        RuntimeError,
    ) as error:  # fmt: skip
        raise _damaged(name) from error


def _damaged(name: str) -> RefusedFileError:
    return RefusedFileError(
        f"„{name}“ ist keine Excel-Datei oder ist beschädigt. Bitte lassen Sie sich die Datei "
        "noch einmal schicken."
    )


def _check_list(name: str, archive: ZipFile) -> None:
    infos = archive.infolist()
    names = [info.filename for info in infos]
    large = any(info.file_size > max(SMALL, HIGHEST_RATIO * info.compress_size) for info in infos)
    total = sum(info.file_size for info in infos)
    if large or len(infos) > MOST_PARTS or total > LARGEST_UNPACKED:
        raise RefusedFileError(f"„{name}“ ist entpackt zu groß.")
    if len({each.lower() for each in names}) < len(names):
        raise RefusedFileError(f"„{name}“ enthält ein Teil doppelt.")
    if any(info.flag_bits & _ENCRYPTED for info in infos):
        raise RefusedFileError(f"„{name}“ ist mit einem Passwort geschützt.")
    for each in names:
        if each.startswith("/") or "\\" in each or posixpath.normpath(each).startswith(".."):
            raise RefusedFileError(f"„{name}“ verweist aus sich hinaus: „{each}“.")
        if _MACROS.search(each):
            raise RefusedFileError(
                f"„{name}“ enthält Makros oder eingebettete Programme. "
                "Bitte speichern Sie die Datei als .xlsx ohne Makros."
            )


def _part(name: str, archive: ZipFile, part: str) -> bytes:
    size = archive.getinfo(part).file_size
    with archive.open(part) as stream:
        blob = stream.read(size + 1)
    # Other encodings would hide a declaration from the search; spreadsheets write UTF-8.
    encoding = _ENCODING.match(blob.removeprefix(_MARK))
    foreign = encoding is not None and encoding[1].lower() not in _PLAIN_ENCODINGS
    plain = blob.removeprefix(_MARK).lstrip()[:1] == b"<" and not foreign
    if blob.count(b"<") > MOST_TAGS:
        raise RefusedFileError(f"„{name}“ ist entpackt zu groß.")
    if len(blob) > size or _DECLARATION.search(blob) or b"\0" in blob or not plain:
        raise RefusedFileError(f"„{name}“ enthält Anweisungen, die Excel nicht schreibt.")
    return blob
