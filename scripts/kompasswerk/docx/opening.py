"""Word files from outside: hostile until checked.

The limits keep a file that was made to harm from filling memory or disk. Nothing is unpacked to
the disk, and nothing that a file points to is fetched.
"""

from __future__ import annotations

import posixpath
import re
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from lzma import LZMAError
from pathlib import Path
from typing import IO
from zipfile import BadZipFile, ZipFile, ZipInfo

from .oxml.base import Element, parse

MAIN = "word/document.xml"
LARGEST_LIST = 4 * 2**20
"""Bytes of the list of parts; a longer one would fill memory before anybody could count it."""
SMALL = 2**20
"""Below this a part may be packed as tightly as it likes."""
_ENCRYPTED = 0x1
_OLD_OR_LOCKED = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_END, _END_SIZE, _LARGE = b"PK\x05\x06", 22, b"PK\x06\x07"
_DECLARATION = re.compile(rb"<!(DOCTYPE|ENTITY)", re.IGNORECASE)
_ENCODING = re.compile(rb"""\s*<\?xml[^>]{0,80}?encoding\s*=\s*["']([^"']*)""")
_PLAIN_ENCODINGS = (b"utf-8", b"utf8", b"us-ascii", b"ascii")
_MARK = b"\xef\xbb\xbf"
_MACROS = re.compile(r"vbaProject|vbaData|activeX/|\.bin$", re.IGNORECASE)
_AS_XML = (".xml", ".rels")
DAMAGED = (
    "„{name}“ ist keine Word-Datei oder ist beschädigt. Bitte lassen Sie sich die Datei "
    "noch einmal schicken."
)


@dataclass(frozen=True)
class Limits:
    """How much of a file is too much; sizes in bytes.

    ``unpacked`` is for all parts together, ``ratio`` how many times larger than packed a part may
    be, ``memory`` what the tree of one part may fill by estimate. Unless ``whole``, only the parts
    in XML are read, and a broken one shows when somebody needs it.
    """

    file: int
    unpacked: int
    parts: int
    ratio: int
    memory: int
    whole: bool = True


HANDBOOK = Limits(100 * 2**20, 500 * 2**20, 10_000, 1_000, 2_000 * 2**20)
"""Room for a handbook with hundreds of pictures."""
RETURNED = Limits(25 * 2**20, 200 * 2**20, 5_000, 200, 150 * 2**20, whole=False)
"""Room for a filled workbook with photos of buildings."""


class HostileFileError(Exception):
    """A file is no Word document or not safe to read; the message is a German sentence."""


def opened(path: Path, limits: Limits = HANDBOOK) -> Mapping[str, bytes]:
    """Return the parts of a Word document by name.

    :class:`HostileFileError` for what is no document, is too large, is locked by a password,
    carries macros, names a place outside of itself, or declares entities. ``OSError`` for a file
    that cannot be read.
    """
    name = path.name
    if path.stat().st_size > limits.file:
        raise HostileFileError(f"„{name}“ ist größer als {limits.file // 2**20} MB.")
    with path.open("rb") as stream:
        _check_ends(name, stream)
        try:
            with ZipFile(stream) as archive:
                infos = archive.infolist()
                _check_list(name, infos, limits)
                parts = dict(_read(name, archive, infos, limits))
        # What the standard library raises for zips that lie about themselves.
        except (
            BadZipFile, zlib.error, LZMAError, NotImplementedError, EOFError, ValueError, OSError,
            RuntimeError,
        ) as error:  # fmt: skip
            raise HostileFileError(DAMAGED.format(name=name)) from error
    if MAIN not in parts:
        raise HostileFileError(f"„{name}“ ist kein Word-Dokument.")
    return parts


def _check_ends(name: str, stream: IO[bytes]) -> None:
    if stream.read(8) == _OLD_OR_LOCKED:
        raise HostileFileError(
            f"„{name}“ ist mit einem Passwort geschützt oder hat das alte Format .doc. "
            "Bitte speichern Sie die Datei ohne Passwort als .docx."
        )
    size = stream.seek(0, 2)
    stream.seek(max(0, size - 2**16 - 2 * _END_SIZE))
    tail = stream.read()
    stream.seek(0)
    at = len(tail) - _END_SIZE
    if not (tail[at : at + 4] == _END and tail[-2:] == b"\0\0"):
        at = tail.rfind(_END)
    length = int.from_bytes(tail[at + 12 : at + 16], "little")
    if at < 0 or length > size:
        raise HostileFileError(DAMAGED.format(name=name))
    if length > LARGEST_LIST or _LARGE in tail[max(0, at - _END_SIZE) : at]:
        raise HostileFileError(f"„{name}“ ist entpackt zu groß.")


def _check_list(name: str, infos: list[ZipInfo], limits: Limits) -> None:
    names = [info.filename for info in infos]
    if len(infos) > limits.parts or sum(info.file_size for info in infos) > limits.unpacked:
        raise HostileFileError(f"„{name}“ ist entpackt zu groß.")
    for info in infos:
        if info.file_size > max(SMALL, limits.ratio * info.compress_size):
            raise HostileFileError(f"„{name}“ ist entpackt zu groß: „{info.filename}“.")
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


def _read(
    name: str, archive: ZipFile, infos: list[ZipInfo], limits: Limits
) -> Iterator[tuple[str, bytes]]:
    for info in infos:
        markup = info.filename.endswith(_AS_XML)
        if not markup and not limits.whole:
            continue
        with archive.open(info) as stream:
            blob = stream.read(info.file_size + 1)
        if len(blob) > info.file_size:
            raise HostileFileError(f"„{name}“ nennt falsche Größen.")
        if markup:
            _check_xml(name, blob, limits)
        yield info.filename, blob


def _check_xml(name: str, blob: bytes, limits: Limits) -> None:
    # Other encodings would hide a declaration from the search; Word and LibreOffice write UTF-8.
    encoding = _ENCODING.match(blob.removeprefix(_MARK))
    foreign = encoding is not None and encoding[1].lower() not in _PLAIN_ENCODINGS
    plain = blob.removeprefix(_MARK).lstrip()[:1] == b"<" and not foreign
    if _DECLARATION.search(blob) or b"\x00" in blob or not plain:
        raise HostileFileError(f"„{name}“ enthält Anweisungen, die Word nicht schreibt.")
    # A node fills some 200 bytes, an attribute with its value as much again.
    if 200 * (blob.count(b"<") + blob.count(b"=")) + len(blob) > limits.memory:
        raise HostileFileError(f"„{name}“ ist entpackt zu groß.")
    if limits.whole:
        root_of(name, blob)


def root_of(name: str, blob: bytes) -> Element:
    """Return the root of a part that has been checked; :class:`HostileFileError` if broken."""
    try:
        return parse(blob)
    except SyntaxError as error:  # what lxml raises for broken XML
        raise HostileFileError(f"„{name}“ ist beschädigt: {error}.") from error
