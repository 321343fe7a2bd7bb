"""Zipped files of other programs (Word, Excel): hostile until checked.

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
from typing import IO
from zipfile import BadZipFile, ZipFile, ZipInfo

from .refused import RefusedFileError

LARGEST_LIST = 2**20
"""Bytes of the list of parts; a longer one would fill memory before anybody could count it."""
SMALL = 2**20
"""Below this a part may be packed as tightly as it likes."""
NODE = 200
"""Bytes that a node fills in a tree; an attribute with its value as much again."""
_ENCRYPTED = 0x1
_OLD_OR_LOCKED = b"\xd0\xcf\x11\xe0"
_END, _END_SIZE, _LARGE = b"PK\x05\x06", 22, b"PK\x06\x07"
_DECLARATION = re.compile(rb"<!(DOCTYPE|ENTITY)", re.IGNORECASE)
_ENCODING = re.compile(rb"""\s*<\?xml[^>]*?encoding\s*=\s*["']([^"']*)""")
_PLAIN_ENCODINGS = (b"utf-8", b"us-ascii", b"ascii")
_MARK = b"\xef\xbb\xbf"
# Excel and Word keep the settings of the printer in such a part; nobody runs it.
_PRINTER = r"(?<!printerSettings\d)(?<!printerSettings\d\d)"
_MACROS = re.compile(rf"vbaProject|vbaData|activeX/|{_PRINTER}\.bin$", re.IGNORECASE)
_AS_XML = (".xml", ".rels")


@dataclass(frozen=True)
class Kind:
    """What messages call a kind of file: its program, its ending, that of its old format."""

    program: str
    ending: str
    old: str


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
    whole: bool = False


def checked_parts(name: str, stream: IO[bytes], kind: Kind, limits: Limits) -> Mapping[str, bytes]:
    """Return the parts of a file called ``name`` by their names, in the order of the file.

    Whether their XML is sound is not checked. :class:`RefusedFileError` for what is no zip, is
    too large, is locked by a password, carries macros, names a place outside of itself, declares
    entities or has an encoding that could hide them. ``OSError`` for a stream that fails.
    """
    check = _Check(name, kind, limits)
    check.ends(stream)
    try:
        with ZipFile(stream) as archive:
            infos = archive.infolist()
            check.list_of(infos)
            return dict(check.parts(archive, infos))
    # What the standard library raises for zips that lie about themselves.
    except (
        BadZipFile, zlib.error, LZMAError, NotImplementedError, EOFError, ValueError, OSError,
        RuntimeError,
    ) as error:  # fmt: skip
        raise check.damaged() from error


def is_xml(part: str) -> bool:
    """Return whether a part of that name counts as XML."""
    return part.lower().endswith(_AS_XML)


@dataclass(frozen=True)
class _Check:
    name: str
    kind: Kind
    limits: Limits

    def refused(self, why: str) -> RefusedFileError:
        return RefusedFileError(f"„{self.name}“ {why}")

    def damaged(self) -> RefusedFileError:
        return self.refused(
            f"ist keine {self.kind.program}-Datei oder ist beschädigt. Bitte lassen Sie sich die "
            "Datei noch einmal schicken."
        )

    def ends(self, stream: IO[bytes]) -> None:
        size = stream.seek(0, 2)
        if size > self.limits.file:
            raise self.refused(f"ist größer als {self.limits.file // 2**20} MB.")
        stream.seek(0)
        if stream.read(len(_OLD_OR_LOCKED)) == _OLD_OR_LOCKED:
            raise self.refused(
                f"ist mit einem Passwort geschützt oder hat das alte Format {self.kind.old}. "
                f"Bitte speichern Sie die Datei ohne Passwort als {self.kind.ending}."
            )
        stream.seek(max(0, size - 2**16 - 2 * _END_SIZE))
        tail = stream.read()
        at = len(tail) - _END_SIZE
        if not (tail[at : at + 4] == _END and tail[-2:] == b"\0\0"):
            at = tail.rfind(_END)
        length = int.from_bytes(tail[at + 12 : at + 16], "little")
        if at < 0 or length > size:
            raise self.damaged()
        if length > LARGEST_LIST or _LARGE in tail[max(0, at - _END_SIZE) : at]:
            raise self.refused("ist entpackt zu groß.")

    def list_of(self, infos: list[ZipInfo]) -> None:
        names = [info.filename for info in infos]
        total, ratio = sum(info.file_size for info in infos), self.limits.ratio
        tight = any(info.file_size > max(SMALL, ratio * info.compress_size) for info in infos)
        if tight or len(infos) > self.limits.parts or total > self.limits.unpacked:
            raise self.refused("ist entpackt zu groß.")
        if len({each.lower() for each in names}) < len(names):
            raise self.refused("enthält ein Teil doppelt.")
        if any(info.flag_bits & _ENCRYPTED for info in infos):
            raise self.refused("ist mit einem Passwort geschützt.")
        for each in names:
            if each.startswith("/") or "\\" in each or posixpath.normpath(each).startswith(".."):
                raise self.refused(f"verweist aus sich hinaus: „{each}“.")
            if _MACROS.search(each):
                raise self.refused(
                    "enthält Makros oder eingebettete Programme. "
                    f"Bitte speichern Sie die Datei als {self.kind.ending} ohne Makros."
                )

    def parts(self, archive: ZipFile, infos: list[ZipInfo]) -> Iterator[tuple[str, bytes]]:
        for info in infos:
            markup = is_xml(info.filename)
            if not markup and not self.limits.whole:
                continue
            with archive.open(info) as stream:
                blob = stream.read(info.file_size + 1)
            if len(blob) != info.file_size:
                raise self.refused("nennt falsche Größen.")
            if markup:
                self.xml(blob)
            yield info.filename, blob

    def xml(self, blob: bytes) -> None:
        # Other encodings would hide a declaration from the search; offices write UTF-8.
        text = blob.removeprefix(_MARK)
        encoding = _ENCODING.match(text)
        foreign = encoding is not None and encoding[1].lower() not in _PLAIN_ENCODINGS
        plain = text.lstrip()[:1] == b"<" and not foreign
        declares = b"<!" in blob and _DECLARATION.search(blob)
        if declares or b"\0" in blob or not plain:
            raise self.refused(f"enthält Anweisungen, die {self.kind.program} nicht schreibt.")
        if NODE * (blob.count(b"<") + blob.count(b"=")) + len(blob) > self.limits.memory:
            raise self.refused("ist entpackt zu groß.")
