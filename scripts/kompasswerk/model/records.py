"""The small records that pages are made of: a source, a figure, an effect, a criterion."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

Number = int | Decimal


@dataclass(frozen=True, kw_only=True)
class Quelle:
    """A source that a reader can look up; ``fundstelle`` says where if it has no ``url``."""

    kennung: str
    titel: str
    herausgeber: str
    url: str | None = None
    jahr: int | None = None
    gesehen: str | None = None
    fundstelle: str | None = None


@dataclass(frozen=True, kw_only=True)
class Einwohner:
    """Number of inhabitants; ``stand`` is an ISO date, month or year as the source gives it."""

    wert: int | None = None
    stand: str | None = None
    quelle: str | None = None


@dataclass(frozen=True, kw_only=True)
class Zeitraum:
    """Years from ``beginn`` to ``ende``, each ``None`` if unknown.

    ``laufend`` is ``ja`` if a source says that the case goes on.
    """

    beginn: int | None = None
    ende: int | None = None
    laufend: str | None = None
    quelle: str | None = None


@dataclass(frozen=True, kw_only=True)
class Kosten:
    """One amount with what it paid for; ``einheit`` is EUR unless the field says otherwise."""

    wert: Number
    was: str
    einheit: str = "EUR"
    stand: str | None = None
    quelle: str | None = None


@dataclass(frozen=True, kw_only=True)
class Foerderung:
    """Who or which programme gave money; ``betrag`` in euros, ``None`` if no source names it."""

    name: str
    betrag: Number | None = None
    stand: str | None = None
    quelle: str | None = None


@dataclass(frozen=True, kw_only=True)
class Wirkung:
    """One measured effect; ``vorher`` is ``None`` if no source gives a value from before."""

    kennzahl: str
    nachher: Number
    vorher: Number | None = None
    einheit: str | None = None
    stand: str | None = None
    quelle: str | None = None


@dataclass(frozen=True, kw_only=True)
class Kontakt:
    """An institution, never a private person."""

    stelle: str
    web: str | None = None


@dataclass(frozen=True, kw_only=True)
class Bild:
    """Rights of one picture; the alternative text stands where the picture is shown."""

    datei: str
    lizenz: str
    herkunft: str


@dataclass(frozen=True, kw_only=True)
class Status:
    """A pilot's status at a time; ``stufe`` is a key of the closed list ``pilotstatus``."""

    stufe: str
    text: str
    stand: str | None = None
    quelle: str | None = None


@dataclass(frozen=True, kw_only=True)
class Standort:
    """A place where a pilot runs; ``termin`` is free text as precise as its source."""

    ort: str
    termin: str | None = None
    quelle: str | None = None


@dataclass(frozen=True, kw_only=True)
class Kriterium:
    """The verdict on one criterion: ``erfuellt`` is ja, teilweise, nein or offen."""

    kennung: str
    erfuellt: str
    grund: str
    quelle: str | None = None


@dataclass(frozen=True, kw_only=True)
class Indikator:
    """How a pilot is measured: value before (``vorher``), aim (``ziel``) with its day (``bis``).

    ``ist`` is the value as measured last, at ``stand``. ``None`` means that nobody has said so.
    """

    kennzahl: str
    einheit: str | None = None
    vorher: Number | None = None
    vorher_stand: str | None = None
    ziel: Number | None = None
    bis: str | None = None
    ist: Number | None = None
    stand: str | None = None
    quelle: str | None = None


@dataclass(frozen=True, kw_only=True)
class Begriff:
    """A term of the glossary; ``synonyme`` also lead to it in search."""

    begriff: str
    definition: str
    synonyme: tuple[str, ...] = ()
    quelle: str | None = None


@dataclass(frozen=True, kw_only=True)
class Gemeinde:
    """A municipality; ``ags`` is its official key, ``stadtrecht`` is ja for a town."""

    name: str
    ags: str
    kreis: str
    einwohner: int
    stadtrecht: str


@dataclass(frozen=True, kw_only=True)
class NaechsterSchritt:
    """Who does what until when; the end of every page of guidance."""

    wer: str
    was: str
    bis: str
