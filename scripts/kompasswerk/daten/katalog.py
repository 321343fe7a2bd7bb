"""The catalogue of cases as a table: one row a case, German headings, words instead of keys."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from ..model import german
from ..model.arten import ARTEN
from ..model.seiten import Fall
from ..sphinx_ext.steckbrief import FORMATS, Context
from .collection import Entry, Stock

Cell = str | int | float | date | None
WIDE, MIDDLE, NARROW = 44, 26, 12


@dataclass(frozen=True)
class Column:
    """One column: heading, width in characters, and what stands in the row of a case."""

    title: str
    width: int
    cell: Callable[[Entry, Fall, Stock], Cell]


def rows(stock: Stock) -> Iterator[list[Cell]]:
    """Yield the cells of each case, in the order of their documents."""
    for entry in stock.entries.get("fall", ()):
        if isinstance(entry.page, Fall):
            yield [column.cell(entry, entry.page, stock) for column in COLUMNS]


def _label(key: str) -> str:
    field = ARTEN["fall"].field(key)
    return field.label if field else key


def _text(key: str, width: int = MIDDLE) -> Column:
    return Column(_label(key), width, lambda entry, fall, stock: getattr(fall, key))


def _part(key: str, inner: str, title: str, width: int = NARROW) -> Column:
    """Return a column with one value of a record, empty without the record."""

    def cell(entry: Entry, fall: Fall, stock: Stock) -> Cell:
        record = getattr(fall, key)
        value: Cell = None if record is None else getattr(record, inner)
        return value

    return Column(title, width, cell)


def _day(key: str) -> Column:
    def cell(entry: Entry, fall: Fall, stock: Stock) -> date | None:
        value = getattr(fall, key)
        return date.fromisoformat(value) if value else None

    return Column(_label(key), NARROW, cell)


def _names(key: str) -> Column:
    """Return a column with the names of values of a closed list, one a line."""

    def cell(entry: Entry, fall: Fall, stock: Stock) -> str:
        value = getattr(fall, key) or ()
        keys = (value,) if isinstance(value, str) else value
        return "\n".join(stock.vocabulary.label(key, each) for each in keys)

    return Column(_label(key), MIDDLE, cell)


def _titles(key: str, art: str) -> Column:
    """Return a column with the titles of other pages, one a line."""

    def cell(entry: Entry, fall: Fall, stock: Stock) -> str:
        return "\n".join(stock.titel(art, slug) for slug in getattr(fall, key))

    return Column(_label(key), MIDDLE, cell)


def _records(key: str) -> Column:
    """Return a column with what the fact box says, one record a line."""

    def cell(entry: Entry, fall: Fall, stock: Stock) -> str:
        context = Context(entry.seite, fall, stock.vocabulary)
        return "\n".join(_spoken(context, each) for each in getattr(fall, key))

    return Column(_label(key), WIDE, cell)


def _spoken(context: Context, record: Any) -> str:
    text = "".join(node.astext() for node in FORMATS[type(record)](context, record))
    return text.replace(german.NO_BREAK, " ")


def _size(entry: Entry, fall: Fall, stock: Stock) -> str:
    size = stock.vocabulary.groessenklasse(fall.einwohner.wert if fall.einwohner else None)
    return size.name if size else ""


def _position(axis: str) -> Callable[[Entry, Fall, Stock], Cell]:
    """Return a cell with the place of the first point; a case with several has more in JSON."""

    def cell(entry: Entry, fall: Fall, stock: Stock) -> float | None:
        points = stock.orte.punkte(fall.ort, fall.land)
        return float(getattr(points[0], axis)) if points else None

    return cell


COLUMNS = (
    _text("titel", WIDE),
    _text("kurz", WIDE),
    _text("ort"),
    _text("land"),
    _part("einwohner", "wert", "Einwohner"),
    _part("einwohner", "stand", "Einwohner: Stand"),
    Column("Größenklasse", 18, _size),
    _names("ansatz"),
    _names("gebaeudetyp"),
    _names("akteure"),
    _names("massnahmenfeld"),
    _names("eigentum"),
    _part("zeitraum", "beginn", "Beginn"),
    _part("zeitraum", "ende", "Ende"),
    _part("zeitraum", "laufend", "Läuft noch"),
    _records("kosten"),
    _records("foerderung"),
    _titles("instrumente", "instrument"),
    _titles("schritte", "schritt"),
    _names("aufwand"),
    _records("wirkung"),
    _names("beleg"),
    _part("kontakt", "stelle", "Kontakt", MIDDLE),
    _part("kontakt", "web", "Kontakt: Adresse", MIDDLE),
    _names("freigabe"),
    _day("stand"),
    _day("pruefen_bis"),
    Column("Quellen", NARROW, lambda e, fall, s: len(fall.quellen)),
    Column("Breite", NARROW, _position("lat")),
    Column("Länge", NARROW, _position("lon")),
    Column("Seite", MIDDLE, lambda entry, f, s: entry.adresse),
)
"""All columns, in the order of the fact box."""
