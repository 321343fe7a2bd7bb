"""Rules about single values of the front matter."""

from __future__ import annotations

from collections.abc import Iterator

from ..model.findings import Severity
from ..reading.wording import quoted
from .registry import Found, Stock, Subject, page_rule


@page_rule("laenge", "Texte sind nicht zu lang")
def too_long(subject: Subject, stock: Stock) -> Iterator[Found]:
    """Kurztext höchstens 200, Teaser höchstens 280, Titel höchstens 120 Zeichen.

    Karten und Listen haben nicht mehr Platz.
    """
    for entry in subject.loaded.entries:
        limit = entry.field.max_length
        if limit is not None and isinstance(entry.value, str) and len(entry.value) > limit:
            length = len(entry.value)
            message = f"{length} Zeichen, erlaubt sind {limit}. Bitte um {length - limit} kürzen."
            yield Found(entry.line, entry.key, message)


@page_rule("jahr-zukunft", "Quellen stammen nicht aus der Zukunft")
def source_from_future(subject: Subject, stock: Stock) -> Iterator[Found]:
    """Das Jahr einer Quelle liegt nicht nach dem laufenden Jahr."""
    for entry in subject.loaded.entries:
        is_source = entry.key.startswith("quellen.") and entry.field.key == "jahr"
        if is_source and isinstance(entry.value, int) and entry.value > stock.today.year:
            yield Found(
                entry.line,
                entry.key,
                f"{entry.value} liegt in der Zukunft. Bitte das Erscheinungsjahr prüfen.",
            )


@page_rule("stand-zukunft", "Stand liegt nicht in der Zukunft", Severity.WARNING)
def stand_in_future(subject: Subject, stock: Stock) -> Iterator[Found]:
    """Die Angaben „stand“ und „gesehen“ nennen keinen Zeitpunkt, der noch kommt."""
    today = stock.today.isoformat()
    for entry in subject.loaded.entries:
        if entry.field.key not in ("stand", "gesehen") or not isinstance(entry.value, str):
            continue
        if entry.value > today:  # a month or year sorts before its own days
            message = f"{quoted(entry.value)} liegt in der Zukunft. Bitte das Datum prüfen."
            yield Found(entry.line, entry.key, message)


@page_rule("pruefen-bis", "Die Seite ist nicht zur Prüfung fällig", Severity.WARNING)
def review_due(subject: Subject, stock: Stock) -> Iterator[Found]:
    """Ist der Tag vorbei, wird die Seite erneut geprüft und „pruefen_bis“ neu gesetzt."""
    for entry in subject.loaded.entries:
        if entry.key != "pruefen_bis" or not isinstance(entry.value, str):
            continue
        if entry.value < stock.today.isoformat():
            message = f"Die Prüfung war bis {entry.value} fällig. Bitte prüfen und neu setzen."
            yield Found(entry.line, entry.key, message)


@page_rule("zeitraum", "Ein Zeitraum endet nicht vor seinem Beginn")
def ends_before_begin(subject: Subject, stock: Stock) -> Iterator[Found]:
    """Das Jahr „ende“ ist nicht kleiner als das Jahr „beginn“."""
    years = {
        entry.key: entry.value
        for entry in subject.loaded.entries
        if entry.key in ("zeitraum.beginn", "zeitraum.ende") and isinstance(entry.value, int)
    }
    begin, end = years.get("zeitraum.beginn"), years.get("zeitraum.ende")
    if begin is not None and end is not None and end < begin:
        message = f"Das Ende {end} liegt vor dem Beginn {begin}. Bitte die Jahre prüfen."
        yield Found(subject.loaded.line("zeitraum.ende"), "zeitraum.ende", message)


@page_rule("fundstelle", "Jede Quelle ist auffindbar")
def source_without_place(subject: Subject, stock: Stock) -> Iterator[Found]:
    """Eine Quelle hat eine Web-Adresse (url) oder eine Fundstelle, am besten beides."""
    lines = subject.loaded.lines
    for entry in subject.loaded.entries:
        if entry.field.key != "quellen" or entry.key == "quellen":
            continue
        if f"{entry.key}.url" not in lines and f"{entry.key}.fundstelle" not in lines:
            message = "Die Quelle hat weder url noch fundstelle. Bitte eines von beiden ergänzen."
            yield Found(entry.line, entry.key, message)
