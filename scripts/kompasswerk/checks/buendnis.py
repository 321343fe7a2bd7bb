"""Rules about the alliance's data: sources exist, days make sense, nothing is counted twice."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from ..model.buendnis import Beleg, Termin
from ..model.buendnis_zahlen import covers
from ..reading.wording import quoted, way_out
from .registry import Found, Stock, stock_rule


@stock_rule("buendnis-quelle", "Jeder Eintrag der Bündnisdaten nennt eine Quelle, die es gibt")
def names_sources(stock: Stock) -> Iterator[Found]:
    """Die Kennungen stehen unter „quellen“ in pilots/buendnis, jede nur einmal."""
    known = [each.kennung for each in stock.buendnis.quellen]
    for entry in stock.buendnis.belege:
        if entry.quelle not in known:
            hint = way_out(entry.quelle, known)
            yield _found(entry, "quelle", f"Die Quelle {quoted(entry.quelle)} fehlt. {hint}")
    for key in sorted({each for each in known if known.count(each) > 1}):
        message = f"Die Quelle {quoted(key)} steht in zwei Dateien. Bitte eine umbenennen."
        yield Found(1, f"quellen.{key}", message, "pilots/buendnis")


@stock_rule("buendnis-zeit", "Jeder Termin hat ein Datum oder einen Zeitraum mit Anzahl")
def has_days(stock: Stock) -> Iterator[Found]:
    """Entweder „datum“, oder „von“, „bis“ und „anzahl“; „bis“ liegt nicht vor „von“."""
    for each in stock.buendnis.termine:
        span = (each.von, each.bis, each.anzahl)
        if (each.datum is None) == (span == (None, None, None)):
            message = "Bitte entweder „datum“ angeben, oder „von“, „bis“ und „anzahl“."
            yield _found(each, "datum", message)
        elif each.datum is None and None in span:
            message = "Zu einem Zeitraum gehören „von“, „bis“ und „anzahl“. Bitte ergänzen."
            yield _found(each, "von", message)
        elif each.datum is not None and span != (None, None, None):
            message = "Neben „datum“ stehen „von“, „bis“ und „anzahl“ nicht. Bitte löschen."
            yield _found(each, "datum", message)
        elif each.spanne is None:
            message = f"{each.bis} liegt vor {each.von}. Bitte „von“ und „bis“ prüfen."
            yield _found(each, "bis", message)
        elif each.total and each.datum:
            message = "„insgesamt“ gehört zu „anzahl“ eines Zeitraums. Bitte löschen."
            yield _found(each, "insgesamt", message)


@stock_rule("buendnis-doppelt", "Kein Termin und kein Mitglied steht doppelt in den Bündnisdaten")
def counted_once(stock: Stock) -> Iterator[Found]:
    """Art, Tage, Arbeitsgruppe und Ort zählen; Gesamtzahlen überschneiden sich nie."""
    data = stock.buendnis
    for first, second in combinations(data.termine, 2):
        if covers(first, second) and second.total:
            message = (
                f"Diese Gesamtzahl überschneidet sich mit der in {_place(first)}. "
                "Bitte die Zeiträume trennen oder eine der Zeilen löschen."
            )
            yield _found(second, "anzahl", message)
        elif _sign(first) == _sign(second):
            message = (
                f"Der Termin steht schon in {_place(first)}. Bitte eine der Zeilen löschen; "
                "sind es zwei, unterscheiden sie sich in „ort“ oder „ag“."
            )
            yield _found(second, "titel", message)
    seen: dict[str, Beleg] = {}
    for member in data.mitglieder:
        before = seen.setdefault(member.name.casefold(), member)
        if before is not member:
            message = f"{quoted(member.name)} steht schon in {_place(before)}. Bitte löschen."
            yield _found(member, "name", message)


@stock_rule("buendnis-gesamtzahl", "Eine Gesamtzahl ist nicht kleiner als ihre einzelnen Termine")
def total_suffices(stock: Stock) -> Iterator[Found]:
    """Stehen mehr Termine einzeln da, als „anzahl“ sagt, ist eines von beidem falsch."""
    for total in stock.buendnis.termine:
        others = (each for each in stock.buendnis.termine if not each.total)
        inside = sum(each.count for each in others if covers(total, each))
        if total.total and inside > total.count:
            message = (
                f"{total.count} sind weniger als die {inside} Termine, die einzeln dastehen. "
                "Bitte „anzahl“ oder die einzelnen Termine prüfen."
            )
            yield _found(total, "anzahl", message)


def _sign(each: Termin) -> tuple[object, ...]:
    days = each.spanne
    return (each.art, days or each.zeile, each.ag, each.ort, each.total, each.datum is None)


def _place(entry: Beleg) -> str:
    return f"{entry.datei}, Zeile {entry.zeile}"


def _found(entry: Beleg, key: str, message: str) -> Found:
    return Found(entry.zeile, key, message, entry.datei)
