"""What a town has answered, however it came back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum

from ..model.formular import Stelle

Wert = str | Decimal | date | bool | tuple[str, ...] | None
"""A checked value: text, number, day, yes or no, choices; ``None`` where it is doubtful."""


class Erkannt(Enum):
    """By which mark an answer was recognised; the value is what the protocol prints."""

    TAG = "Kennung des Feldes"
    BOOKMARK = "Lesezeichen"
    TITLE = "Titel des Feldes"
    PLACE = "Platz in der Tabelle"
    JSON = "Schlüssel in der JSON-Datei"
    TABLE = "Zeile der Tabelle"


@dataclass(frozen=True)
class Antwort:
    """One answer that is not empty.

    ``text`` is what the town wrote, ``wert`` what was understood; choices are joined by „; “
    in the text. ``zweifel`` is a German sentence where the text does not fit its field.
    """

    stelle: Stelle
    text: str
    wert: Wert
    erkannt: Erkannt
    zweifel: str = ""


@dataclass(frozen=True)
class Fundstueck:
    """Text that somebody wrote outside of all fields; ``ort`` says in German where."""

    ort: str
    text: str


@dataclass(frozen=True)
class Ruecklauf:
    """What one file brought back.

    ``stadt`` and ``ags`` come from the workbook itself, empty if it names none; ``ausgabe`` is
    the number of its edition. ``leer`` are the fields without an answer, ``fehlend`` those
    that the file no longer holds, ``versionen`` the version of each sheet by slug.
    """

    datei: str
    stadt: str = ""
    ags: str = ""
    ausgabe: str = ""
    antworten: tuple[Antwort, ...] = ()
    leer: tuple[Stelle, ...] = ()
    fehlend: tuple[Stelle, ...] = ()
    fundstuecke: tuple[Fundstueck, ...] = ()
    versionen: tuple[tuple[str, str], ...] = ()

    def of(self, blatt: str, key: str) -> Iterator[Antwort]:
        """Yield the answers to one field, those of a table row by row."""
        found = (each for each in self.antworten if each.stelle.blatt == blatt)
        yield from (each for each in found if each.stelle.key == key)
