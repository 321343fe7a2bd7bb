"""What a report says of itself: how it counts, what it leaves out and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from ..formular.collecting import Collected
from ..formular.privacy import FEWEST, Hidden
from ..formular.statistics import FEWEST_FOR_ENDS, FEWEST_FOR_MEDIAN
from ..model import german
from .report import Source, Table, Topic, Where

SOURCES = (
    Source(
        "Statistik der Bundesagentur für Arbeit: Regeln der statistischen Geheimhaltung "
        "(mindestens drei Fälle, primäre und sekundäre Geheimhaltung), gesehen November 2026",
        "http://statistik.arbeitsagentur.de/Navigation/Statistik/Grundlagen/"
        "Statistische-Geheimhaltung/Regelungen-Geheimhaltung/Statistische-Geheimhaltung-Nav.html",
    ),
    Source(
        "Paul B. Massell: Cell Suppression and Audit Programs used for Economic Magnitude Data, "
        "U.S. Bureau of the Census, Research Report RR2001/01, 2001 (Sperrungen als Netzwerk)",
    ),
    Source(
        "Handbook on Statistical Disclosure Control, Kapitel 4 (Tabellen mit Summen), "
        "gesehen November 2026",
        "https://sdctools.github.io/HandbookSDC/04-magnitude-tabular-data.html",
    ),
)


def method(collected: Collected, stichtag: date) -> Iterator[str]:
    """Yield the paragraphs on how the report counts."""
    day = german.date(stichtag.isoformat())
    yield (
        f"Der Stichtag {day} ist das Datum des Berichts. Gezählt wird alles, was bei der "
        "Auswertung im Ordner lag; der Stichtag sortiert keine Antwort aus."
    )
    yield (
        f"{_read(collected.files)} Jede Stadt zählt einmal. "
        "Widersprechen sich Dateien einer Stadt, zählt keine der Antworten, bis die Stadt sie "
        "klärt."
    )
    yield from towns_in_doubt(collected)
    yield (
        "Nennt eine Stadt ein Blatt oder Instrument in mehreren Zeilen, zählen alle Zeilen: "
        "Minuten werden addiert, und die Stadt zählt bei jeder Bewertung, die sie gibt, einmal."
    )
    if collected.doubtful:
        yield (
            f"{german.number(collected.doubtful)} Antworten passten nicht zu ihrem Feld und "
            "zählen nicht mit."
        )
    if collected.older:
        yield (
            f"{german.number(collected.older)} Dateien stammen von Blättern mit anderen Feldern. "
            "Aus ihnen zählt, was es auf den heutigen Blättern noch gibt."
        )
    yield from _privacy()


def towns_in_doubt(collected: Collected) -> Iterator[str]:
    """Yield which files count for no town, and how many towns nobody has compared to the list."""
    if collected.unsettled:
        one = collected.unsettled == 1
        files = (
            "Eine Datei zählt" if one else f"{german.number(collected.unsettled)} Dateien zählen"
        )
        yield (
            f"{files} nicht mit, weil nicht feststeht, aus welcher Stadt sie "
            f"{'kommt' if one else 'kommen'}."
        )
    if collected.unlisted:
        one = collected.unlisted == 1
        towns = "Eine Stadt steht" if one else f"{german.number(collected.unlisted)} Städte stehen"
        yield (
            f"{towns} nicht in der Gemeindeliste und {'zählt' if one else 'zählen'} nach "
            f"{'ihrem' if one else 'ihren'} Namen. Prüfen Sie vor dem Weitergeben, ob keine Stadt "
            "zweimal zählt."
        )


def _read(files: int) -> str:
    if files == 1:
        return "Gelesen wurde 1 Datei."
    return f"Gelesen wurden {german.number(files)} Dateien."


def _privacy() -> Iterator[str]:
    yield (
        "In den Bericht kommen nur Felder, die auf dem Blatt zum Weitergeben bestimmt sind. Alle "
        "anderen Antworten werden beim Lesen verworfen, auch Adressen und Namen."
    )
    yield (
        f"Hinter jeder Zahl stehen mindestens {FEWEST} Städte. Trifft etwas nur auf eine oder "
        f"zwei Städte zu, steht dort „{Hidden.FEW.value}“. Eine Null erscheint nur, wenn "
        f"mindestens {FEWEST} Städte gefragt sind."
    )
    yield (
        f"„{Hidden.KEPT.value}“ heißt: Die Zahl beträfe genug Städte, aber mit ihr ließe sich "
        "eine gesperrte Zahl ausrechnen, etwa Summe minus gezeigte Zahlen. Das Programm prüft "
        "jede Tabelle mit allen Summen und sperrt so lange weiter, bis jede gesperrte Zahl "
        "mindestens zwei Werte haben kann."
    )
    yield (
        "Zwei Summen über fast dieselben Städte erscheinen nie zugleich: Ihre Städte sind gleich "
        f"oder unterscheiden sich um mindestens {FEWEST}. Sonst verriete die Differenz einzelne "
        "Angaben."
    )
    yield (
        f"Den Median gibt es ab {FEWEST_FOR_MEDIAN} Städten. Kleinste und größte Werte gehören "
        f"immer einer einzelnen Stadt; deshalb steht dort ab {FEWEST_FOR_ENDS} Städten das Mittel "
        f"aus {FEWEST} Werten. Bei Punkten von 1 bis 5 geht das Mittel vor: Verriete es neben der "
        "Verteilung einzelne Angaben, entfällt die Verteilung."
    )
    yield (
        f"Offene Antworten erscheinen erst, wenn mindestens {FEWEST} Städte geantwortet haben: in "
        "der Reihenfolge des Alphabets, ohne Namen von Städten, ohne Adressen, Telefonnummern und "
        "E-Mail-Adressen. Personennamen erkennt das Programm nicht sicher. Lesen Sie die offenen "
        "Antworten, bevor Sie den Bericht weitergeben."
    )
    yield (
        "Grenzen: Wer die Antworten einzelner Städte kennt, kann mehr erschließen. Eine sehr große "
        "Stadt kann eine Summe bestimmen; eine eigene Regel dafür gibt es nicht. Zwei Berichte mit "
        "verschiedenen Stichtagen lassen sich voneinander abziehen: Veröffentlichen Sie einen "
        "zweiten erst, wenn mindestens drei Städte hinzugekommen sind."
    )


def hidden_share(topics: Iterable[Topic]) -> tuple[int, int]:
    """Return how many numbers of all data tables are hidden, and how many there are."""
    tables: list[Table] = [table for topic in topics for table in topic.tables(Where.DATA)]
    cells = [cell for table in tables for row in table.rows for cell in row]
    hidden = sum(isinstance(cell, Hidden) for cell in cells)
    return hidden, hidden + sum(not isinstance(cell, str | Hidden | None) for cell in cells)
