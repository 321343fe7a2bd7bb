"""What the working group should look for next: approach × building type × size of town.

A cell without a case is a gap. Gaps are ordered by how many towns asked for what they stand for;
a town asks for a value by an answer that it shares, and for its size by sending something back.
Numbers of one or two towns are taken for none, as decision 0022 asks.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from math import prod

from ...formular.collecting import Collected
from ...formular.privacy import FEWEST
from ...model.formular import FormKind, Formularfeld
from ...model.seiten import Fall
from ...model.vocabulary import Vocabulary

LISTS = ("ansatz", "gebaeudetyp", "groessenklasse")
SIZES = ("kleine-kleinstadt", "grosse-kleinstadt", "kleine-mittelstadt")
"""The sizes of town that the handbook is made for."""


@dataclass(frozen=True)
class Nachfrage:
    """How many towns asked, by list and key; ``staedte`` is how many have answered at all.

    ``fragen`` are the questions that were counted, ``stumm`` the lists of which no shared
    question asks: their values weigh the same.
    """

    staedte: int = 0
    zahlen: Mapping[tuple[str, str], int] = field(default_factory=dict)
    fragen: tuple[str, ...] = ()
    stumm: tuple[str, ...] = LISTS

    def towns(self, name: str, key: str) -> int:
        """Return how many towns asked for a value; one or two count as none."""
        count = self.zahlen.get((name, key), 0)
        return count if count >= FEWEST else 0


@dataclass(frozen=True)
class Luecke:
    """A cell without a case. ``anderswo`` counts cases of other sizes in the same cell."""

    ansatz: str
    gebaeudetyp: str
    groesse: str
    gewicht: int
    anderswo: int


def gaps(cases: Iterable[Fall], vocabulary: Vocabulary, demand: Nachfrage) -> tuple[Luecke, ...]:
    """Return every empty cell: the heaviest first, of equal ones those known from other sizes.

    The weight is the product of „one more than the towns that asked“ over the three lists, so
    that a value nobody asked for still counts. Cases whose inhabitants nobody knows fill no
    cell, but count for ``anderswo``.
    """
    full: set[tuple[str, str, str]] = set()
    pairs: Counter[tuple[str, str]] = Counter()
    for case in cases:
        size = vocabulary.groessenklasse(case.einwohner.wert if case.einwohner else None)
        for pair in {(a, b) for a in case.ansatz for b in case.gebaeudetyp}:
            pairs[pair] += 1
            if size is not None:
                full.add((*pair, size.key))
    found = [
        Luecke(*cell, _weight(cell, demand), pairs[cell[:2]])
        for cell in _cells(vocabulary)
        if cell not in full
    ]
    return tuple(sorted(found, key=lambda gap: (-gap.gewicht, -gap.anderswo)))


def without_size(cases: Iterable[Fall]) -> int:
    """Return how many cases fill no cell, since nobody knows how many people live there."""
    return sum(case.einwohner is None or case.einwohner.wert is None for case in cases)


def _cells(vocabulary: Vocabulary) -> Iterable[tuple[str, str, str]]:
    sizes = [key for key in vocabulary.keys("groessenklasse") if key in SIZES]
    for approach in vocabulary.keys("ansatz"):
        for kind in vocabulary.keys("gebaeudetyp"):
            for size in sizes:
                yield approach, kind, size


def _weight(cell: tuple[str, str, str], demand: Nachfrage) -> int:
    return prod(1 + demand.towns(name, key) for name, key in zip(LISTS, cell, strict=True))


def demand_of(collected: Collected, vocabulary: Vocabulary) -> Nachfrage:
    """Return what the towns ask for by the answers that they share."""
    asked: dict[tuple[str, str], set[int]] = {}
    questions: list[str] = []
    names = {name: {each.name: each.key for each in vocabulary.lists[name]} for name in LISTS}
    for number, town in enumerate(collected.towns):
        key = names["groessenklasse"].get(town.size)
        if key:
            asked.setdefault(("groessenklasse", key), set()).add(number)
    counted = {"groessenklasse"} if collected.towns else set()
    for slug, sheet in sorted(collected.sheets.items()):
        for question in sheet.felder:
            name = _list_of(question, names)
            if name is None or not question.teilen:
                continue
            questions.append(f"{sheet.titel}: {question.label}")
            counted.add(name)
            for number, said in collected.values.get(f"{slug}.{question.key}", {}).items():
                for label in said if isinstance(said, tuple) else (said,):
                    if str(label) in names[name]:
                        asked.setdefault((name, names[name][str(label)]), set()).add(number)
    numbers = {place: len(towns) for place, towns in asked.items()}
    silent = tuple(name for name in LISTS if name not in counted)
    return Nachfrage(len(collected.towns), numbers, tuple(questions), silent)


def _list_of(question: Formularfeld, names: Mapping[str, Mapping[str, str]]) -> str | None:
    """Return the list of approaches or building types that a question offers, if it does."""
    if question.art not in (FormKind.CHOICE, FormKind.CHOICES):
        return None
    return next(
        (name for name in ("ansatz", "gebaeudetyp") if question.werte == tuple(names[name])), None
    )
