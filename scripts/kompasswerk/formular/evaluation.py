"""Answers of towns as numbers that may be shown: nothing behind this module names a town."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from itertools import product

from ..model.formular import FormKind
from .answers import Wert
from .collecting import OPEN, Collected
from .privacy import (
    FEWEST,
    Count,
    Crossed,
    Hidden,
    Published,
    crossed,
    few,
    nothing_of,
    row,
    zeros_under,
)
from .questions import Frage
from .redaction import GONE, without_towns
from .statistics import Figure, Groups, Summary, rounded, summary

SAME_QUANTITY = {
    "leerstandskataster-blatt.gesamt": "alle Einheiten",
    "gebiet-und-ziele.gesamt": "alle Einheiten",
    "wirkung-messen.zahlen[1].heute": "alle Einheiten",
    "leerstandskataster-blatt.leer": "leere Einheiten",
    "wirkung-messen.zahlen[2].heute": "leere Einheiten",
    "leerstandskataster-blatt.lange-leer": "lange leer",
    "wirkung-messen.zahlen[4].heute": "lange leer",
    "erprobungsprotokoll.stunden": "Stunden je Woche",
    "wirkung-messen.stunden": "Stunden je Woche",
}
"""Questions that ask for the same: whoever knows one sum could subtract it from the other."""


MOST_HIDDEN_STEPS = 3
"""More hidden steps of a scale are not worth the search."""


@dataclass(frozen=True)
class Choices:
    """How often each value was chosen, by group of towns.

    ``several`` says that a town may choose more than one. ``table`` has a row for each value
    and a column for each group; if ``several``, its sums of columns are numbers of towns.
    ``mean`` is that of a scale, ``None`` for other kinds.
    """

    frage: Frage
    werte: tuple[str, ...]
    table: Crossed
    several: bool = False
    mean: Figure | None = None

    @property
    def n(self) -> Count:
        """How many towns have answered."""
        return self.table.total

    def count(self, wert: str) -> Count:
        """Return how many towns chose a value."""
        return self.table.rows[self.werte.index(wert)]


@dataclass(frozen=True)
class Numbers:
    """A number that towns gave, in the unit of its field."""

    frage: Frage
    summary: Summary

    @property
    def n(self) -> Count:
        """How many towns have answered."""
        return self.summary.n


@dataclass(frozen=True)
class Texts:
    """Open answers in the order of the alphabet; none where fewer than three towns answered."""

    frage: Frage
    n: Count
    answers: tuple[str, ...]


Result = Choices | Numbers | Texts


@dataclass
class Evaluation:
    """All that has come back, ready to be shown in part.

    ``sizes`` are the size classes of the towns; ``published`` remembers which sums are shown,
    so the order of questions matters: the first sum wins.
    """

    collected: Collected
    sizes: Groups
    published: Published

    @classmethod
    def of(cls, collected: Collected) -> Evaluation:
        """Return the evaluation of what was collected."""
        sizes = {number: town.size for number, town in enumerate(collected.towns)}
        return cls(collected, Groups.of(collected.places.classes, sizes), Published())

    def result(self, frage: Frage, names: tuple[str, ...]) -> Result:
        """Return what may be shown of a question; ``names`` are those of towns."""
        given = self.given(frage)
        if frage.feld.art in OPEN:
            said = {town: [str(each) for each in several] for town, several in given.items()}
            return Texts(frage, *open_answers(said, names))
        if frage.feld.art is FormKind.NUMBER:
            return Numbers(frage, self.numbers(frage.key, sums(given)))
        return self._choices(frage, given)

    def given(self, frage: Frage) -> Mapping[int, tuple[Wert, ...]]:
        """Return the answers of each town, one if rows are not alike."""
        if not frage.listed:
            values = self.collected.values.get(frage.key, {})
            return {town: (wert,) for town, wert in sorted(values.items())}
        found: dict[int, list[Wert]] = {}
        for town, cells in self.collected.listed(frage.stelle.blatt, frage.stelle.key):
            if frage.stelle.spalte in cells:
                found.setdefault(town, []).append(cells[frage.stelle.spalte])
        return {town: tuple(values) for town, values in found.items()}

    def numbers(self, key: str, values: Mapping[int, Decimal]) -> Summary:
        """Return what may be shown of one number for each town."""
        return summary(SAME_QUANTITY.get(key, key), values, self.sizes, self.published)

    def _choices(self, frage: Frage, given: Mapping[int, tuple[Wert, ...]]) -> Choices:
        said = {town: frozenset(_words(values)) for town, values in given.items()}
        werte = frage.feld.werte or tuple(sorted(frozenset[str]().union(*said.values())))
        if frage.feld.art is FormKind.YES_NO:
            werte = ("ja", "nein")
        if frage.listed or frage.feld.art is FormKind.CHOICES:
            return Choices(frage, werte, several_of(werte, said, self.sizes), several=True)
        table = one_of(werte, said, self.sizes)
        if frage.feld.art is not FormKind.SCALE:
            return Choices(frage, werte, table)
        steps = [int(*each) for each in said.values()]
        mean = rounded(Decimal(sum(steps)) / len(steps)) if steps else None
        if mean is None or all(isinstance(each, int) for each in table.rows):
            return Choices(frage, werte, table, mean=mean)
        if len(steps) < FEWEST:
            return Choices(frage, werte, table, mean=Hidden.FEW)
        # The mean says more than the steps; beside it, no cell may narrow down what is hidden.
        silent = replace(table, cells=tuple(tuple(Hidden.KEPT for _ in c) for c in table.cells))
        if not mean_tells_nothing(table, mean):
            silent = replace(silent, rows=tuple(Hidden.KEPT for _ in werte))
        return Choices(frage, werte, silent, mean=mean)


def one_of(werte: Sequence[str], said: Mapping[int, frozenset[str]], groups: Groups) -> Crossed:
    """Return how many towns of each group chose each value, every town one."""
    return crossed(
        [
            [sum(wert in said.get(town, ()) for town in members) for members in groups.members]
            for wert in werte
        ]
    )


def several_of(werte: Sequence[str], said: Mapping[int, frozenset[str]], groups: Groups) -> Crossed:
    """Return how many towns chose each value, with numbers of towns as sums of the columns.

    A number is hidden too if only one or two towns did not choose the value.
    """
    if few(len(said)):
        return nothing_of(len(werte), len(groups.members))
    answered = [members & said.keys() for members in groups.members]
    columns, total = row([len(each) for each in answered])
    lines = []
    for wert in werte:
        values = [sum(wert in said[town] for town in members) for members in answered]
        others = [len(each) - value for each, value in zip(answered, values, strict=True)]
        marks = [few(each) for each in (*others, sum(others))]
        cells, chosen = row(values, marks)
        pairs = zip(cells, zeros_under(columns), strict=True)
        shown = tuple((sign or 0) if cell == 0 else cell for cell, sign in pairs)
        lines.append((shown, chosen))
    return Crossed(
        tuple(cells for cells, _ in lines), tuple(each for _, each in lines), columns, total
    )


def open_answers(
    said: Mapping[int, Sequence[str]], names: tuple[str, ...]
) -> tuple[Count, tuple[str, ...]]:
    """Return number of towns and their texts without names of towns."""
    if few(len(said)):
        return Hidden.FEW, ()
    written = (each for several in said.values() for each in several)
    texts = {" ".join(without_towns(each, names).split()) for each in written} - {GONE}
    return len(said), tuple(sorted(texts, key=lambda each: (each.casefold(), each)))


def mean_tells_nothing(table: Crossed, mean: Decimal) -> bool:
    """Whether each hidden step of a scale could have another number of towns with this mean."""
    n = table.total
    hidden = [place for place, each in enumerate(table.rows) if isinstance(each, Hidden)]
    told_apart = any(table.rows[place] is Hidden.FEW for place in hidden)
    if not isinstance(n, int) or not told_apart or len(hidden) > MOST_HIDDEN_STEPS:
        return False
    shown = {place: each for place, each in enumerate(table.rows) if isinstance(each, int)}
    rest = n - sum(shown.values())
    points = sum((place + 1) * each for place, each in shown.items())
    fitting = [
        counts
        for counts in product(*(_thinkable(table.rows[place], rest) for place in hidden))
        if sum(counts) == rest and rounded(Decimal(points + _points(hidden, counts)) / n) == mean
    ]
    return all(len(set(numbers)) > 1 for numbers in zip(*fitting, strict=True))


def _thinkable(sign: Count, rest: int) -> range:
    """Return what readers think of, who know that „gesperrt“ beside „unter 3“ is not few."""
    return range(1, FEWEST) if sign is Hidden.FEW else range(FEWEST, rest + 1)


def _points(places: Sequence[int], counts: Sequence[int]) -> int:
    return sum((place + 1) * each for place, each in zip(places, counts, strict=True))


def decimals(given: Mapping[int, tuple[Wert, ...]]) -> dict[int, Decimal]:
    """Return the numbers that towns gave."""
    return {town: each for town, (each, *_) in given.items() if isinstance(each, Decimal)}


def sums(given: Mapping[int, tuple[Wert, ...]]) -> dict[int, Decimal]:
    """Return for each town the sum of the numbers that it gave."""
    found = {
        town: [each for each in values if isinstance(each, Decimal)]
        for town, values in given.items()
    }
    return {town: sum(values, Decimal()) for town, values in found.items() if values}


def _words(values: Sequence[Wert]) -> Iterator[str]:
    for value in values:
        match value:
            case bool():
                yield "ja" if value else "nein"
            case date():
                yield str(value.year)
            case tuple():
                yield from value
            case str():
                yield value
