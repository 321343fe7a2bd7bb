"""Rules about all pages together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..model.arten import ARTEN
from ..reading.markdown import read_body
from ..reading.notes import Entry
from ..reading.pages import INDEX, LoadedPage
from ..reading.wording import quoted
from .registry import Found, Stock, stock_rule

_NUMBERED = ("schritt", "arbeitsblatt")
_LEADING = {"instrument": "instrumente", "schritt": "schritte"}
PLACES = 2


@stock_rule("slug-doppelt", "Dateinamen sind je Art eindeutig")
def slug_twice(stock: Stock) -> Iterator[Found]:
    """Groß- und Kleinschreibung zählen nicht: Auf manchen Rechnern wäre es dieselbe Datei."""
    seen: dict[tuple[str, str], LoadedPage] = {}
    for page in stock.pages:
        if page.art is None or page.slug == INDEX:
            continue
        first = seen.setdefault((page.art.key, page.slug.lower()), page)
        if first is not page:
            message = f"Der Dateiname ist schon vergeben: {first.path}. Bitte umbenennen."
            yield Found(1, "", message, page.path)


@stock_rule("platz", "Jeder Platz einer Arbeitsgruppe ist höchstens einmal vergeben")
def place_twice(stock: Stock) -> Iterator[Found]:
    """Jede Arbeitsgruppe hat die Plätze 1 und 2."""
    seen: dict[tuple[object, object], LoadedPage] = {}
    for page in _of(stock, ("pilot",)):
        group, place = _value(page, "ag"), _value(page, "platz")
        if place is None:
            continue
        line = page.line("platz")
        if isinstance(place.value, int) and place.value > PLACES:
            message = f"Platz {place.value} gibt es nicht. Bitte 1 oder 2 angeben."
            yield Found(line, "platz", message, page.path)
        elif group is not None:
            first = seen.setdefault((group.value, place.value), page)
            if first is not page:
                message = f"Den Platz hat schon {first.path}. Bitte einen anderen angeben."
                yield Found(line, "platz", message, page.path)


@stock_rule("nummer-doppelt", "Schritte und Arbeitsblätter sind eindeutig nummeriert")
def number_twice(stock: Stock) -> Iterator[Found]:
    """Die Nummer bestimmt die Reihenfolge; jede kommt je Art nur einmal vor."""
    seen: dict[tuple[str, object], LoadedPage] = {}
    for page in _of(stock, _NUMBERED):
        number = _value(page, "nummer")
        if number is None or page.art is None:
            continue
        first = seen.setdefault((page.art.key, number.value), page)
        if first is not page:
            message = f"Die Nummer hat schon {first.path}. Bitte eine andere angeben."
            yield Found(number.line, "nummer", message, page.path)


@stock_rule("begriff-doppelt", "Jeder Begriff steht einmal im Glossar")
def term_twice(stock: Stock) -> Iterator[Found]:
    """Groß- und Kleinschreibung zählen nicht."""
    seen: dict[str, tuple[str, int]] = {}
    for page in _of(stock, ("glossar",)):
        for entry in page.entries:
            if entry.field.key != "begriff" or not isinstance(entry.value, str):
                continue
            here = (page.path, entry.line)
            first = seen.setdefault(entry.value.casefold(), here)
            if first != here:
                found = f"{quoted(entry.value)} steht schon in {first[0]}, Zeile {first[1]}."
                yield Found(entry.line, entry.key, f"{found} Bitte zusammenführen.", page.path)


@stock_rule("erreichbar", "Zu jedem Fall führen ein Instrument und ein Schritt")
def reached(stock: Stock) -> Iterator[Found]:
    """Der Kopf des Falls nennt sie, oder ihre Seite verweist im Text auf den Fall."""
    for page in _of(stock, ("fall",)):
        if page.slug == INDEX:
            continue
        for kind, key in _LEADING.items():
            if _value(page, key) is None and page.slug not in _told(stock, kind):
                name = ARTEN[kind].label
                message = (
                    f"Kein {name} führt zu diesem Fall. Bitte hier „{key}“ angeben "
                    f"oder dort im Text auf den Fall verweisen."
                )
                yield Found(1, key, message, page.path)


def _told(stock: Stock, kind: str) -> set[str]:
    """Return the cases that the pages of a kind refer to in their text."""
    bodies = (read_body(page.body, page.body_line) for page in _of(stock, (kind,)))
    return {role.target for body in bodies for role in body.roles if role.name == "fall"}


def _of(stock: Stock, kinds: Iterable[str]) -> Iterator[LoadedPage]:
    return (page for page in stock.pages if page.art is not None and page.art.key in kinds)


def _value(page: LoadedPage, key: str) -> Entry | None:
    return next((entry for entry in page.entries if entry.key == key), None)
