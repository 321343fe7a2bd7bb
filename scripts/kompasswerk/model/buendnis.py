"""What the alliance has on file: meetings, members, groups, addresses, each with its source."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from .records import Quelle

YES = "ja"


@dataclass(frozen=True)
class Spanne:
    """The days from ``von`` to ``bis``, both included."""

    von: date
    bis: date

    def holds(self, other: Spanne) -> bool:
        """Whether all days of the other are among its own."""
        return self.von <= other.von and other.bis <= self.bis

    def meets(self, other: Spanne) -> bool:
        """Whether both share at least one day."""
        return self.von <= other.bis and other.von <= self.bis


def days(text: str) -> Spanne:
    """Return the days of an ISO day, month or year."""
    year, month, day = ([int(each) for each in text.split("-")] + [0, 0])[:3]
    first, last = month or 1, month or 12
    return Spanne(date(year, first, day or 1), date(year, last, day or monthrange(year, last)[1]))


@dataclass(frozen=True, kw_only=True)
class Beleg:
    """Where an entry stands (``datei`` by its path, ``zeile``) and which source says it."""

    quelle: str
    fundstelle: str | None = None
    datei: str = ""
    zeile: int = 1


@dataclass(frozen=True, kw_only=True)
class Termin(Beleg):
    """A meeting or event on ``datum``, or ``anzahl`` of them between ``von`` and ``bis``.

    ``insgesamt`` is ``ja`` if ``anzahl`` is the total of its days: entries of the same kind
    that stand by themselves are among them. ``angekuendigt`` is ``ja`` if the source is older
    than what it says.
    """

    art: str
    titel: str
    datum: str | None = None
    von: str | None = None
    bis: str | None = None
    anzahl: int | None = None
    insgesamt: str | None = None
    ag: str | None = None
    ort: str | None = None
    ergebnis: str | None = None
    angekuendigt: str | None = None

    @property
    def total(self) -> bool:
        """Whether it counts other entries too."""
        return self.insgesamt == YES

    @property
    def count(self) -> int:
        """How many meetings it stands for."""
        return 1 if self.anzahl is None else self.anzahl

    @property
    def spanne(self) -> Spanne | None:
        """Its days; ``None`` if it has neither a date nor both ends, or they are turned round."""
        if self.datum:
            return days(self.datum)
        if not (self.von and self.bis):
            return None
        found = Spanne(days(self.von).von, days(self.bis).bis)
        return found if found.von <= found.bis else None


@dataclass(frozen=True, kw_only=True)
class Mitglied(Beleg):
    """An institution; ``genannt`` is the date of the source, ``neu`` when it is called new."""

    name: str
    bereich: str
    genannt: str
    neu: str | None = None


@dataclass(frozen=True, kw_only=True)
class Mitgliederzahl(Beleg):
    """How many members there are in the words of a source."""

    angabe: str
    stand: str


@dataclass(frozen=True, kw_only=True)
class Arbeitsgruppe(Beleg):
    """A working group by its key in the list ``ag``; ``leitung`` is an institution."""

    ag: str
    leitung: str
    schwerpunkt: str
    stand: str


@dataclass(frozen=True, kw_only=True)
class Anschrift(Beleg):
    """Whom to ask: an office, never a person."""

    stelle: str
    anschrift: str
    stand: str
    url: str | None = None


@dataclass(frozen=True)
class Buendnis:
    """Everything on file, in the order of files and lines; empty without files."""

    quellen: tuple[Quelle, ...] = ()
    termine: tuple[Termin, ...] = ()
    mitglieder: tuple[Mitglied, ...] = ()
    mitgliederzahlen: tuple[Mitgliederzahl, ...] = ()
    arbeitsgruppen: tuple[Arbeitsgruppe, ...] = ()
    anschriften: tuple[Anschrift, ...] = ()

    @property
    def belege(self) -> tuple[Beleg, ...]:
        """All entries that name a source."""
        return (
            *self.termine,
            *self.mitglieder,
            *self.mitgliederzahlen,
            *self.arbeitsgruppen,
            *self.anschriften,
        )
