"""Word files from outside: hostile until checked."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from ..reading.refused import RefusedFileError
from ..reading.zipped import Kind, Limits, checked_parts, is_xml
from .oxml.base import Element, parse
from .oxml.strict import transitional

Result = TypeVar("Result")
MAIN = "word/document.xml"
KIND = Kind("Word", ".docx", ".doc")
HANDBOOK = Limits(100 * 2**20, 500 * 2**20, 10_000, 1_000, 2_000 * 2**20, whole=True)
"""Room for a handbook with hundreds of pictures."""
RETURNED = Limits(25 * 2**20, 200 * 2**20, 5_000, 200, 150 * 2**20)
"""Room for a filled workbook with photos of buildings."""
PICTURED = replace(RETURNED, whole=True)
"""The same where the pictures are read too."""
DAMAGED = (
    "ist beschädigt. Bitte öffnen Sie die Datei in Word oder LibreOffice, speichern Sie sie neu "
    "als .docx und schicken Sie sie noch einmal."
)
TANGLED = (
    "ist beschädigt: Felder und Änderungen greifen ineinander. Das macht LibreOffice bei "
    "verfolgten Änderungen. Bitte nehmen Sie dort alle Änderungen an, speichern Sie die Datei neu "
    "als .docx und schicken Sie sie noch einmal."
)
_CROSSED = "tag mismatch"
_OF_CONTROLS = ("sdt", "ins", "del", "moveFrom", "moveTo")


def opened(path: Path, limits: Limits = HANDBOOK) -> Mapping[str, bytes]:
    """Return the parts of a Word document by name; those of a strict one as in ordinary files.

    Raises what :func:`..reading.zipped.checked_parts` raises, :class:`RefusedFileError` too for
    what is no document and, if all of it is read, for broken XML. ``OSError`` for a file that
    cannot be read.
    """
    name = path.name
    with path.open("rb") as stream:
        read = checked_parts(name, stream, KIND, limits)
    parts = {part: transitional(blob) if is_xml(part) else blob for part, blob in read.items()}
    if limits.whole:
        for part, blob in parts.items():
            if is_xml(part):
                root_of(name, blob)
    if MAIN not in parts:
        raise RefusedFileError(f"„{name}“ ist kein Word-Dokument.")
    return parts


def root_of(name: str, blob: bytes) -> Element:
    """Return the root of a part that has been checked; :class:`RefusedFileError` if broken."""
    return read_part(name, blob, parse)


def read_part(name: str, blob: bytes, read: Callable[[bytes], Result]) -> Result:
    """Return what ``read`` makes of a part that has been checked.

    :class:`RefusedFileError` for broken XML.
    """
    try:
        return read(blob)
    except SyntaxError as error:  # what lxml raises for it
        crossed = _CROSSED in str(error) and any(f": {each}" in str(error) for each in _OF_CONTROLS)
        raise RefusedFileError(f"„{name}“ {TANGLED if crossed else DAMAGED}") from error
