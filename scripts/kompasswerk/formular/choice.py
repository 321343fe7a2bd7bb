"""What was chosen for a town and what was not, each with its reason; and how to choose."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from itertools import chain, islice
from operator import attrgetter
from typing import NamedTuple

from ..model.seiten import Seite
from .profile import Profil

FEW_HOURS, MANY_HOURS = 5, 20
NOT_AMONG_THE_BEST = "Passt auch, andere passen besser."


@dataclass(frozen=True)
class Gewaehlt:
    """A page with a German sentence that says why it is in the book, or why it is not."""

    seite: Seite
    grund: str

    @property
    def docname(self) -> str:
        """The page's path without ending, which names it in Sphinx and in a book."""
        return self.seite.path.removesuffix(".md")


@dataclass(frozen=True)
class Gruppe:
    """Pages of one kind: those of the book in its order, those left out by path."""

    titel: str
    gewaehlt: tuple[Gewaehlt, ...] = ()
    weggelassen: tuple[Gewaehlt, ...] = ()


@dataclass(frozen=True)
class Auswahl:
    """The pages of a workbook in groups, in the order of the book: entries and steps come first.

    ``gemerkt`` says that somebody has collected them and no rule has chosen.
    """

    profil: Profil
    gruppen: tuple[Gruppe, ...]
    gemerkt: bool = False

    @property
    def docnames(self) -> tuple[str, ...]:
        """All chosen pages in the order of the book."""
        return tuple(each.docname for gruppe in self.gruppen for each in gruppe.gewaehlt)


@dataclass(frozen=True)
class Umfang:
    """How many pages of each kind go in; ``schwer`` says that laborious cases may."""

    schritte: int
    instrumente: int
    faelle: int
    blaetter: int
    programme: int
    schwer: bool = True


_LITTLE = Umfang(2, 2, 2, 4, 1, schwer=False)
_SOME = Umfang(3, 3, 3, 5, 2)
_MUCH = Umfang(6, 6, 6, 12, 4)
_NEW = 10
"""How much it counts for a page that it is about something of the town that none before is."""


def scope(stunden: Decimal | None) -> Umfang:
    """Return how much a town can read and do in its hours a week; a middle if nobody said."""
    if stunden is None or FEW_HOURS <= stunden < MANY_HOURS:
        return _SOME
    return _LITTLE if stunden < FEW_HOURS else _MUCH


class Kandidat(NamedTuple):
    """A page that could go in: how well it fits, why, and what speaks against it altogether.

    ``zu`` are the situations and buildings of the town that it is about. A tuple and no data
    class, because the Selbstcheck weighs every case a thousand times.
    """

    seite: Seite
    punkte: int
    grund: str
    hindernis: str = ""
    zu: frozenset[str] = frozenset()


def pick(titel: str, candidates: Iterable[Kandidat], most: int) -> Gruppe:
    """Return the best candidates, best first, and the others by path; ties go by path.

    What is about a situation or building that no better page is about comes before its rank.
    """
    found = ranked(candidates)
    chosen = best_of(by_subject(each for each in found if not each.hindernis), most)
    inside = {each.seite.path for each in chosen}
    left = [
        Gewaehlt(each.seite, each.hindernis or NOT_AMONG_THE_BEST)
        for each in found
        if each.seite.path not in inside
    ]
    return Gruppe(
        titel,
        tuple(Gewaehlt(each.seite, each.grund) for each in chosen),
        tuple(sorted(left, key=lambda each: each.seite.path)),
    )


def ranked(candidates: Iterable[Kandidat]) -> list[Kandidat]:
    """Return the candidates with the most points first; ties go by path."""
    by_path = sorted(candidates, key=lambda each: each.seite.path)
    return sorted(by_path, key=attrgetter("punkte"), reverse=True)


def by_subject(able: Iterable[Kandidat]) -> list[list[Kandidat]]:
    """Return ranked candidates in groups that are about the same, each group ranked."""
    groups: dict[frozenset[str], list[Kandidat]] = {}
    for each in able:
        groups.setdefault(each.zu, []).append(each)
    return list(groups.values())


def best_of(groups: Iterable[Iterable[Kandidat]], most: int) -> list[Kandidat]:
    """Return the best of all groups as :func:`pick` chooses; only the first of a group can be."""
    first = chain.from_iterable(islice(group, most) for group in groups)
    left = sorted(first, key=lambda each: each.seite.path)
    chosen: list[Kandidat] = []
    while left and len(chosen) < most:
        covered = frozenset().union(*(each.zu for each in chosen))
        best = max(left, key=lambda one: one.punkte + _NEW * bool(one.zu - covered))
        left.remove(best)
        chosen.append(best)
    return chosen
