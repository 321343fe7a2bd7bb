"""The computed chapters on pilot projects, the handbook and returned workbooks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..buch import blocks as b
from ..buch.edition import Edition
from ..model import german
from ..model.records import Quelle, Status
from ..model.seiten import Arbeitsblatt, Bestand, Fall, Instrument, Pilot, Programm, Seite
from .alliance import GROUPS, Desk
from .tables import bullets, paragraph

STATES = "pilotstatus"
PLACES = 2
OPEN = "noch frei"
UNKNOWN = "bis zum Stichtag nicht belegt"
COUNTED: tuple[tuple[type[Seite], str], ...] = (
    (Fall, "Fälle"),
    (Instrument, "Instrumente"),
    (Arbeitsblatt, "Arbeitsblätter"),
    (Programm, "Förderprogramme"),
    (Pilot, "Pilotprojekte"),
)


@dataclass(frozen=True)
class Returned:
    """Returned workbooks: from how many towns, in how many files."""

    towns: int
    files: int


@dataclass(frozen=True)
class Handbook:
    """The handbook's pages and edition; ``returned`` is ``None`` if nobody named a folder."""

    bestand: Bestand
    edition: Edition | None = None
    returned: Returned | None = None


def pilots(desk: Desk, handbook: Handbook) -> Iterator[b.Block]:
    """Yield the places, how many pilots are in which state, and what each one is."""
    found = [each for each in handbook.bestand.of(Pilot) if isinstance(each, Pilot)]
    by_place = {(each.ag, each.platz): each for each in found}
    rows = []
    for group in desk.vocabulary.lists.get(GROUPS, ()):
        for place in range(1, PLACES + 1):
            pilot = by_place.get((group.key, place))
            state = _state(desk, pilot) if pilot else "–"
            rows.append((group.name, str(place), pilot.titel if pilot else OPEN, state))
    head = ("Arbeitsgruppe", "Platz", "Pilotprojekt", "Stand am Stichtag")
    yield desk.tables.table("Plätze für Pilotprojekte", head, rows, (28, 9, 28, 35))
    states = [_last(desk, each) for each in found]
    counts = [
        (choice.name, german.number(number))
        for choice in desk.vocabulary.lists.get(STATES, ())
        if (number := sum(each is not None and each.stufe == choice.key for each in states))
    ]
    unknown = states.count(None)
    counts += [(UNKNOWN, german.number(unknown))] if unknown else []
    yield desk.tables.table("Pilotprojekte nach Stand", ("Stand", "Zahl"), counts, (70, 30))
    groups = desk.vocabulary.keys(GROUPS)
    for each in sorted(found, key=lambda pilot: (groups.index(pilot.ag), pilot.platz)):
        yield b.Section(2, (b.Text(each.titel),), tuple(_pilot(desk, each)))


def _pilot(desk: Desk, pilot: Pilot) -> Iterator[b.Block]:
    yield paragraph(pilot.kurz or pilot.titel)
    known = [each for each in pilot.status if each.stand and desk.known(each.stand)]
    sources = {each.kennung: each for each in pilot.quellen}
    if known:
        yield bullets(_status(desk, each, sources) for each in known)
    else:
        yield paragraph(f"Stand: {UNKNOWN}.")
    groups = ", ".join(desk.vocabulary.label("zielgruppe", each) for each in pilot.zielgruppen)
    if groups:
        yield paragraph(f"Zielgruppen: {groups}.")


def _status(desk: Desk, status: Status, sources: dict[str, Quelle]) -> tuple[b.Inline, ...]:
    when = german.date(status.stand or "")
    name = desk.vocabulary.label(STATES, status.stufe)
    said = b.Text(f"{name} (Stand {when}): {status.text} ")
    source = sources.get(status.quelle or "")
    return (said, desk.citing.number(source)) if source else (said,)


def _last(desk: Desk, pilot: Pilot) -> Status | None:
    known = [each for each in pilot.status if each.stand and desk.known(each.stand)]
    return known[-1] if known else None


def _state(desk: Desk, pilot: Pilot) -> str:
    last = _last(desk, pilot)
    if last is None:
        return UNKNOWN
    return f"{desk.vocabulary.label(STATES, last.stufe)} ({german.date(last.stand or '')})"


def numbers(desk: Desk, handbook: Handbook) -> Iterator[b.Block]:
    """Yield how much the handbook holds and what came back, if it existed on the last day."""
    edition = handbook.edition
    if edition is None or edition.date > desk.period.bis:
        yield paragraph(
            "Das Handbuch liegt erst in einer Ausgabe vor, die jünger ist als der Stichtag. "
            "Deshalb stehen hier keine Zahlen."
        )
    else:
        rows = [
            (name, german.number(len(list(handbook.bestand.of(kind))))) for kind, name in COUNTED
        ]
        name = f"Inhalt des Handbuchs, {edition.line('de')}"
        yield desk.tables.table(name, ("Was", "Zahl"), rows, (70, 30))
    if handbook.returned is None:
        yield paragraph("Rückläufe sind nicht ausgewertet: Es war kein Ordner angegeben.")
    else:
        towns, files = handbook.returned.towns, handbook.returned.files
        several = f"aus {german.number(towns)} Städten" if towns != 1 else "aus einer Stadt"
        word = "Dateien" if files != 1 else "Datei"
        yield paragraph(
            f"Zurückgekommen sind Arbeitsbücher {several}, zusammen {german.number(files)} "
            f"{word} mit Antworten. Gezählt ist, was bei der Erzeugung im Ordner lag."
        )
