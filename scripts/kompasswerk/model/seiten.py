"""The kinds of pages: a case, a pilot, an instrument, a sheet, a step, a plain page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from .records import (
    Begriff,
    Bild,
    Einwohner,
    Foerderung,
    Gemeinde,
    Indikator,
    Kontakt,
    Kosten,
    Kriterium,
    Quelle,
    Standort,
    Status,
    Wirkung,
    Zeitraum,
)


@dataclass(frozen=True, kw_only=True)
class Seite:
    """A page of the handbook; every other kind is a page with more fields.

    ``slug`` is the file's stem and the page's permanent address; ``path`` is relative to
    the project root. Dates are ISO strings, lists keep the order of the file, and a list
    that the file leaves out is empty. ``None`` means that the file does not say.
    """

    slug: str
    path: str
    titel: str
    kurz: str | None = None
    freigabe: str
    stand: str
    pruefen_bis: str | None = None
    bilder: tuple[Bild, ...] = ()
    quellen: tuple[Quelle, ...] = ()

    @property
    def ueberschrift(self) -> str:
        """The title as readers see it, with the number where pages of the kind are counted."""
        return self.titel

    def quelle(self, kennung: str) -> Quelle | None:
        """Return the source with this key, ``None`` if the page defines none."""
        return next((q for q in self.quellen if q.kennung == kennung), None)


@dataclass(frozen=True, kw_only=True)
class Fall(Seite):
    """A best-practice case of ``bestpractice/``; the fact box shows its fields."""

    teaser: str
    ort: str
    land: str
    einwohner: Einwohner | None = None
    ansatz: tuple[str, ...]
    gebaeudetyp: tuple[str, ...]
    akteure: tuple[str, ...]
    massnahmenfeld: tuple[str, ...] = ()
    eigentum: tuple[str, ...] = ()
    zeitraum: Zeitraum
    kosten: tuple[Kosten, ...] = ()
    foerderung: tuple[Foerderung, ...] = ()
    instrumente: tuple[str, ...] = ()
    schritte: tuple[str, ...] = ()
    aufwand: str | None = None
    wirkung: tuple[Wirkung, ...] = ()
    beleg: str
    kontakt: Kontakt | None = None
    ausnahme: str | None = None


@dataclass(frozen=True, kw_only=True)
class Pilot(Seite):
    """A pilot project of the alliance; each working group has ``platz`` 1 and 2."""

    ag: str
    platz: int
    status: tuple[Status, ...]
    standorte: tuple[Standort, ...] = ()
    zielgruppen: tuple[str, ...] = ()
    massnahmenfeld: tuple[str, ...] = ()
    kriterien: tuple[Kriterium, ...] = ()
    ansatz: tuple[str, ...] = ()
    gebaeudetyp: tuple[str, ...] = ()
    finanzierung: str | None = None
    finanzierungsstand: str | None = None
    indikatoren: tuple[Indikator, ...] = ()
    ausnahme: str | None = None


@dataclass(frozen=True, kw_only=True)
class Instrument(Seite):
    """A tool that a town can use; ``kategorie`` says of which sort it is."""

    kategorie: str
    rechtsgrundlage: str | None = None
    voraussetzungen: str | None = None
    aufwand: str | None = None
    geeignet_fuer: tuple[str, ...] = ()
    gebaeudetyp: tuple[str, ...] = ()
    eigentuemerlage: tuple[str, ...] = ()
    schritte: tuple[str, ...] = ()
    ausnahme: str | None = None


@dataclass(frozen=True, kw_only=True)
class Programm(Seite):
    """A funding programme; ``informationsstand`` is the date of the newest source.

    ``satz`` and ``frist`` are one line each, as the sources give them.
    """

    geber: str
    ebene: tuple[str, ...]
    zweck: tuple[str, ...]
    antragsteller: tuple[str, ...]
    status: str
    satz: str
    frist: str
    informationsstand: str
    adresse: str | None = None
    instrumente: tuple[str, ...] = ()
    ausnahme: str | None = None


@dataclass(frozen=True, kw_only=True)
class Schritt(Seite):
    """One step of the process; ``nummer`` gives the order."""

    nummer: int
    ziel: str
    instrumente: tuple[str, ...] = ()

    @property
    def ueberschrift(self) -> str:
        """„Schritt 1: …“."""
        return f"Schritt {self.nummer}: {self.titel}"


@dataclass(frozen=True, kw_only=True)
class Arbeitsblatt(Seite):
    """A sheet to fill in.

    ``dauer`` is in minutes; ``teilen`` says whether answers may leave the town.
    """

    nummer: int
    schritt: str
    dauer: int | None = None
    wer: str | None = None
    braucht: str | None = None
    teilen: str = "nein"

    @property
    def ueberschrift(self) -> str:
        """„Blatt 1: …“."""
        return f"Blatt {self.nummer}: {self.titel}"


@dataclass(frozen=True, kw_only=True)
class Glossar(Seite):
    """The page that defines the terms, in the order of the file."""

    begriffe: tuple[Begriff, ...]


@dataclass(frozen=True, kw_only=True)
class Gemeindeliste(Seite):
    """The municipalities that the handbook is made for; ``stichtag`` is that of their numbers."""

    stichtag: str
    gemeinden: tuple[Gemeinde, ...]


@dataclass(frozen=True)
class Bestand:
    """All pages of the project, each kind sorted by path."""

    seiten: tuple[Seite, ...] = ()

    def of(self, kind: type[Seite]) -> Iterator[Seite]:
        """Yield the pages of exactly this kind, sorted by path."""
        return (seite for seite in self.seiten if type(seite) is kind)

    def find(self, kind: type[Seite], slug: str) -> Seite | None:
        """Return the page of this kind with this slug, ``None`` if there is none."""
        return next((seite for seite in self.of(kind) if seite.slug == slug), None)
