"""Places of answers and pages that had another name in an older edition."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .formular import Stelle

DOCNAME = re.compile(r"[a-z0-9][a-z0-9-]*(?:/[a-z0-9][a-z0-9-]*)+")
"""A page below a content folder: its path without „.md“."""
_ANY_ROW = re.compile(r"(?P<table>[^\[\]]+)\[\]\.(?P<column>[^\[\]]+)")


@dataclass(frozen=True)
class Umbenennung:
    """An old place and the new one; a column stands for all rows, with ``zeile`` 0.

    ``zeile`` is the line of the file that says so.
    """

    alt: Stelle
    neu: Stelle
    zeile: int


@dataclass(frozen=True)
class Umzug:
    """A page whose file was renamed or moved: two docnames; ``zeile`` of the list says so."""

    alt: str
    neu: str
    zeile: int


@dataclass(frozen=True)
class Umbenannt:
    """Everything that the list says: fields and pages, each in the order of its lines."""

    felder: tuple[Umbenennung, ...] = ()
    seiten: tuple[Umzug, ...] = ()


def read_general(text: str) -> Stelle | None:
    """Return a place without row: ``blatt.feld``, or ``blatt.tabelle[].spalte`` for a column.

    ``None`` for any other text.
    """
    match = _ANY_ROW.fullmatch(text.strip())
    if match is None:
        place = Stelle.read(text)
        return None if place is None or place.spalte else place
    column = Stelle.read(f"{match['table']}[1].{match['column']}")
    return None if column is None else general(column)


def general(place: Stelle) -> Stelle:
    """Return the same place for all rows."""
    return Stelle(place.blatt, place.key, 0, place.spalte)


def shown_general(place: Stelle) -> str:
    """Return what :func:`read_general` reads."""
    field = f"{place.blatt}.{place.key}"
    return f"{field}[].{place.spalte}" if place.spalte else field
