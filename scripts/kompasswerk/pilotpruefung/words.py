"""The words of a check that page and sheet share."""

from __future__ import annotations

from collections.abc import Iterator

from ..model.pilotkriterien import NO, OPEN, YES
from .check import Pruefung
from .similar import Aehnlich
from .verdict import Befund

SUBTITLE = "Prüfung als Pilotprojekt"
TRIED, MONEY, TOWNS = "Schon in Thüringen erprobt?", "Finanzierung", "Standorte"
CRITERIA, INDICATORS, CASES = "Kriterien", "Indikatoren", "Ähnliche Fälle"
HEADS = ("Kriterium", "Urteil", "Begründung", "Was fehlt")
MEASURES = ("Kennzahl", "Ausgangswert", "Ziel", "Ist", "Für SMART fehlt")
NO_INDICATORS = (
    "Die Seite nennt keinen Indikator. Bitte ergänzen Sie mindestens einen mit Ausgangswert, Ziel "
    "und Datum."
)
NOTHING = "–"
NO_CASES = "Im Handbuch steht kein ähnlicher Fall."
NO_TOWNS = "nicht genannt"
BY_HAND = "Ob ein Ziel attraktiv und realistisch ist, beurteilen Menschen."
DUE = "Messung überfällig"
IMPRINT = (
    "Vom Programm aus der Seite des Projekts erzeugt. Begründungen sind Einschätzungen der "
    "Redaktion, das Bündnis hat sie nicht beschlossen. Kriterien: {}."
)
_FLAGS = {YES: "Pflicht", NO: "", OPEN: "Pflicht offen"}


def flag(befund: Befund) -> str:
    """Return whether a criterion is a minimum, empty for one that is not."""
    return _FLAGS.get(befund.mindest, "")


def rows(pruefung: Pruefung) -> Iterator[tuple[str, str, str, str]]:
    """Yield the table of criteria: name, verdict, reasons, what is missing."""
    for each in pruefung.befunde:
        yield each.name, each.urteil.value, " ".join(each.gruende), " ".join(each.fehlt) or NOTHING


def measures(pruefung: Pruefung) -> Iterator[tuple[str, str, str, str, str]]:
    """Yield the table of indicators; a dash where nothing is said."""
    for each in pruefung.messungen:
        missing = [*each.fehlt, *([DUE] if each.faellig else [])]
        yield (
            each.kennzahl,
            each.vorher or NOTHING,
            each.ziel or NOTHING,
            each.ist or NOTHING,
            ", ".join(missing) or "nichts",
        )


def facts(pruefung: Pruefung) -> Iterator[tuple[str, str]]:
    """Yield what stands above the table: label and words."""
    yield TRIED, pruefung.erprobt
    yield MONEY, pruefung.finanzierung
    towns = ", ".join(f"{town} ({size})" for town, size in pruefung.standorte.orte)
    yield TOWNS, towns or NO_TOWNS


def case_line(found: Aehnlich) -> str:
    """Return a similar case in one line."""
    own = " Das ist der Versuch selbst." if found.eigener else ""
    return f"{found.fall.titel} ({found.fall.ort}, {found.fall.land}): {found.fall.kurz}{own}"
