"""Fields of a worksheet, described once for paper, Word, browser and reading back."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from hashlib import sha256
from typing import NamedTuple


class FormKind(Enum):
    """What a town writes into a field; the value is what stands behind ``:art:``."""

    TEXT = "text"
    LONG_TEXT = "langtext"
    NUMBER = "zahl"
    DATE = "datum"
    YES_NO = "ja-nein"
    CHOICE = "auswahl"
    CHOICES = "mehrfach"
    SCALE = "skala"
    TABLE = "tabelle"


WITH_VALUES = frozenset({FormKind.CHOICE, FormKind.CHOICES})
SCALE_STEPS = ("1", "2", "3", "4", "5")
IDENTIFYING = frozenset({"stadt", "rueckfrage"})
"""Fields that name the town or an office: they say whose answers these are, no more."""
BOX = "☐"
"""The sign that paper shows before each value to choose."""


@dataclass(frozen=True)
class Formularfeld:
    """One field of a worksheet.

    ``key`` is permanent and unique on its sheet; in a table, unique among its columns.
    ``einheit`` is the unit of a number, ``werte`` are what can be chosen, in order.
    ``spalten`` are the columns of a table, ``zeilen`` how many rows are printed and
    ``vorgaben`` what the first cells of the first rows say. A field is private unless
    ``teilen`` says that it may leave the town; a column, unless it or its table says so.
    """

    key: str
    label: str
    art: FormKind
    hilfe: str = ""
    pflicht: bool = False
    teilen: bool = False
    einheit: str = ""
    werte: tuple[str, ...] = ()
    zeilen: int = 0
    vorgaben: tuple[str, ...] = ()
    spalten: tuple[Formularfeld, ...] = ()


_PLACE = re.compile(
    r"(?P<blatt>[a-z0-9-]+)\.(?P<key>[a-z0-9-]+)(?:\[(?P<zeile>[1-9]\d{0,3})\]\.(?P<spalte>[a-z0-9-]+))?"
)


class Stelle(NamedTuple):
    """Where an answer belongs: a field of a sheet, or a column in a row of its table.

    Written ``selbstcheck.stadt`` or ``bewertung.gebaeude[3].adresse``; rows count from 1,
    ``zeile`` 0 means that the field is no table.
    """

    blatt: str
    key: str
    zeile: int = 0
    spalte: str = ""

    def __str__(self) -> str:
        """Return the written form, which :meth:`read` understands."""
        cell = f"[{self.zeile}].{self.spalte}" if self.spalte else ""
        return f"{self.blatt}.{self.key}{cell}"

    @classmethod
    def read(cls, text: str) -> Stelle | None:
        """Return the place that a text names, ``None`` for any other text."""
        match = _PLACE.fullmatch(text.strip())
        if match is None:
            return None
        return cls(match["blatt"], match["key"], int(match["zeile"] or 0), match["spalte"] or "")


def answer_title(field: Formularfeld, zeile: int = 0, spalte: Formularfeld | None = None) -> str:
    """Return the title that names an answer by itself, also one in a row of a table."""
    return f"{field.label}, Zeile {zeile}: {spalte.label}" if spalte else field.label


@dataclass(frozen=True)
class Blatt:
    """A worksheet: its fields in the order of the page."""

    slug: str
    titel: str
    nummer: int
    schritt: str
    felder: tuple[Formularfeld, ...]

    @property
    def version(self) -> str:
        """Eight letters that change whenever a field of the sheet does."""
        return sha256(repr(self.felder).encode()).hexdigest()[:8]

    @property
    def kennung(self) -> str:
        """What stands on each page of the sheet, so that answers on paper find their place."""
        return f"Blatt {self.nummer} · {self.slug}"

    def field(self, stelle: Stelle) -> Formularfeld | None:
        """Return the field or column that a place names, ``None`` if the sheet has none such."""
        found = next((each for each in self.felder if each.key == stelle.key), None)
        if found is None or bool(found.spalten) != bool(stelle.spalte):
            return None
        if not stelle.spalte:
            return found
        return next((each for each in found.spalten if each.key == stelle.spalte), None)

    def shared(self, stelle: Stelle) -> bool:
        """Whether an answer may leave the town; a table decides for all its columns."""
        field = self.field(stelle)
        table = any(each.key == stelle.key and each.teilen for each in self.felder)
        return field is not None and (field.teilen or table)
