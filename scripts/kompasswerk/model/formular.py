"""Fields of a worksheet, described once for paper, Word, browser and reading back."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


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


@dataclass(frozen=True)
class Formularfeld:
    """One field of a worksheet.

    ``key`` is permanent and unique on its sheet; in a table, unique among its columns.
    ``einheit`` is the unit of a number, ``werte`` are what can be chosen, in order.
    ``spalten`` are the columns of a table, ``zeilen`` how many rows are printed and
    ``vorgaben`` what the first cells of the first rows say. A field is private unless
    ``teilen`` says that it may leave the town.
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
