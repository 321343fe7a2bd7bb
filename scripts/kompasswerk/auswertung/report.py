"""The report as frozen data; page, Word file, PDF and spreadsheet are made from it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import Enum

from ..formular.privacy import Count, Hidden
from ..model.german import NO_BREAK, number


@dataclass(frozen=True)
class Share:
    """Per cent."""

    value: Decimal


Value = str | int | Decimal | Share | Hidden | None
"""What stands in a cell; ``None`` where there is nothing to say."""


class Where(Enum):
    """In which files a table stands."""

    ALL = "überall"
    TEXT = "Text"
    DATA = "Tabellendatei"


@dataclass(frozen=True)
class Table:
    """A table with one row of heads; ``name`` is what stands above it."""

    name: str
    head: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]
    where: Where = Where.ALL
    widths: tuple[int, ...] = ()


@dataclass(frozen=True)
class Chart:
    """A drawing of numbers that stand in the table behind it; ``alt`` says what it shows."""

    key: str
    name: str
    svg: str
    alt: str


@dataclass(frozen=True)
class Quotes:
    """Open answers to one question."""

    name: str
    answers: tuple[str, ...]


@dataclass(frozen=True)
class Heading:
    """A heading inside a topic."""

    text: str


Part = str | Table | Chart | Quotes | Heading
"""A string is a paragraph."""


@dataclass(frozen=True)
class Topic:
    """A chapter of results; ``annex`` is one to look things up in.

    ``key`` is its address, ``short`` the name of its sheet, 31 letters at most.
    """

    key: str
    title: str
    short: str
    parts: tuple[Part, ...]
    annex: bool = False

    def tables(self, where: Where) -> Iterator[Table]:
        """Yield the tables that stand in a kind of file."""
        for part in self.parts:
            if isinstance(part, Table) and part.where in (where, Where.ALL):
                yield part


@dataclass(frozen=True)
class Source:
    """Where a method comes from; ``url`` is empty for what is only on paper."""

    text: str
    url: str = ""


@dataclass(frozen=True)
class Report:
    """The whole report of one ``stichtag``; ``summary`` and ``method`` are sentences."""

    title: str
    stichtag: date
    summary: tuple[str, ...]
    method: tuple[str, ...]
    topics: tuple[Topic, ...]
    sources: tuple[Source, ...] = field(default=())


def shown(value: Value) -> str:
    """Return a cell as Germans read it; a dash where there is nothing."""
    match value:
        case None:
            return "–"
        case Hidden():
            return value.value
        case Share():
            return f"{number(value.value)}{NO_BREAK}%"
        case int() | Decimal():
            return number(value)
    return value


def answered(count: Count) -> str:
    """Return how many towns have answered, as a sentence."""
    match count:
        case Hidden.FEW:
            return "Weniger als drei Städte haben geantwortet."
        case Hidden():
            return "Wie viele Städte geantwortet haben, ist gesperrt."
        case 0:
            return "Keine Stadt hat geantwortet."
    return f"{number(count)} Städte haben geantwortet."


def percent(figure: Decimal | Hidden | None) -> Value:
    """Return per cent as a cell."""
    return Share(figure) if isinstance(figure, Decimal) else figure


def towns(count: int) -> str:
    """Return „1 Stadt“ or „12 Städte“."""
    return "1 Stadt" if count == 1 else f"{number(count)} Städte"
