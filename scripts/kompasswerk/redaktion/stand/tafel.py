"""The tables of the editors' state, once for page, screen and spreadsheet: titles and cells."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from ...model.vocabulary import Vocabulary
from .alter import Altes
from .eintrag import Eintrag, kind_words, step_words
from .luecken import Luecke, Nachfrage

Cell = str | int | date | None
NEVER = "ohne Datum"


@dataclass(frozen=True)
class Spalte:
    """A column: its title and its width in characters."""

    titel: str
    breite: int


@dataclass(frozen=True)
class Tafel:
    """A table; ``seiten`` are the documents that its rows stand for, if they do."""

    titel: str
    spalten: tuple[Spalte, ...]
    zeilen: tuple[tuple[Cell, ...], ...]
    seiten: tuple[str, ...] = ()


STAND = (
    Spalte("Seite", 38),
    Spalte("Art", 15),
    Spalte("Freigabe", 14),
    Spalte("Prüfen bis", 12),
    Spalte("Nächster Schritt", 34),
    Spalte("Wen fragen", 38),
    Spalte("Offene Punkte", 10),
    Spalte("Angaben in Prozent", 11),
    Spalte("Leere Angaben", 44),
    Spalte("Quellen", 9),
    Spalte("Älteste gesehen", 13),
)
ALTES = (
    Spalte("Was", 10),
    Spalte("Seite", 38),
    Spalte("Angabe", 60),
    Spalte("Stand", 12),
    Spalte("Alter in Monaten", 11),
    Spalte("Adresse", 60),
)
LUECKEN = (
    Spalte("Rang", 7),
    Spalte("Ansatz", 32),
    Spalte("Gebäudetyp", 28),
    Spalte("Stadtgröße", 20),
    Spalte("Gewicht", 10),
    Spalte("Fälle anderswo", 10),
)
PUNKTE = (Spalte("Seite", 38), Spalte("Offener Punkt", 90))


def state_table(rows: Iterable[Eintrag], vocabulary: Vocabulary) -> Tafel:
    """Return one row for each page."""
    rows = tuple(rows)
    cells: list[tuple[Cell, ...]] = [
        (
            row.titel,
            kind_words(row.art),
            vocabulary.label("freigabe", row.freigabe),
            row.faellig,
            step_words(row.schritt, vocabulary),
            row.fragen,
            len(row.offen),
            row.umfang.prozent,
            ", ".join(row.umfang.leer),
            row.quellen,
            row.quellen_gesehen or NEVER,
        )
        for row in rows
    ]
    return Tafel("Stand", STAND, tuple(cells), tuple(row.seite for row in rows))


def renewal_table(found: Sequence[Altes]) -> Tafel:
    """Return one row for each web source and figure to renew."""
    cells: list[tuple[Cell, ...]] = [
        (each.art, each.titel, each.was, each.stand or NEVER, each.monate, each.adresse)
        for each in found
    ]
    return Tafel("Erneuern", ALTES, tuple(cells), tuple(each.seite for each in found))


def gap_table(found: Sequence[Luecke], vocabulary: Vocabulary) -> Tafel:
    """Return one row for each gap, the most wanted first; equals share a rank."""
    cells: list[tuple[Cell, ...]] = []
    ranks: dict[tuple[int, int], int] = {}
    for number, gap in enumerate(found, 1):
        rank = ranks.setdefault((gap.gewicht, gap.anderswo), number)
        names = (
            vocabulary.label("ansatz", gap.ansatz),
            vocabulary.label("gebaeudetyp", gap.gebaeudetyp),
            vocabulary.label("groessenklasse", gap.groesse),
        )
        cells.append((rank, *names, gap.gewicht, gap.anderswo))
    return Tafel("Gesucht", LUECKEN, tuple(cells))


def point_table(rows: Iterable[Eintrag]) -> Tafel:
    """Return one row for each open point."""
    found = [(row, point) for row in rows for point in row.offen]
    cells = tuple((row.titel, point) for row, point in found)
    return Tafel("Offene Punkte", PUNKTE, cells, tuple(row.seite for row, _ in found))


def demand_words(demand: Nachfrage, vocabulary: Vocabulary) -> str:
    """Return how the gaps were weighted, in German sentences."""
    if not demand.staedte:
        return (
            "Es liegen keine Rückläufe von Städten vor. Alle Lücken wiegen deshalb gleich; zuerst "
            "stehen Verbindungen, für die es schon Fälle aus Städten anderer Größe gibt."
        )
    towns = "1 Stadt" if demand.staedte == 1 else f"{demand.staedte} Städte"
    parts = [f"Gewichtet nach Rückläufen ({towns}): Stadtgröße"]
    parts += [f"Antworten auf „{question}“" for question in demand.fragen]
    names = {"ansatz": "Ansatz", "gebaeudetyp": "Gebäudetyp", "groessenklasse": "Stadtgröße"}
    silent = " und ".join(names[name] for name in demand.stumm)
    said = ", ".join(parts) + ". Zahlen von einer oder zwei Städten zählen nicht mit."
    return f"{said} Nach {silent} fragt kein geteiltes Feld: gleiches Gewicht." if silent else said
