"""What was chosen for a town and what was not, each with its reason; and how to choose."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

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
    """The pages of a town's workbook in groups, in the order of the book."""

    profil: Profil
    gruppen: tuple[Gruppe, ...]

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


_LITTLE = Umfang(2, 3, 2, 5, 2, schwer=False)
_SOME = Umfang(4, 4, 4, 8, 3)
_MUCH = Umfang(6, 6, 6, 12, 5)


def scope(stunden: Decimal | None) -> Umfang:
    """Return how much a town can read and do in its hours a week; a middle if nobody said."""
    if stunden is None or FEW_HOURS <= stunden < MANY_HOURS:
        return _SOME
    return _LITTLE if stunden < FEW_HOURS else _MUCH


@dataclass(frozen=True)
class Kandidat:
    """A page that could go in: how well it fits, why, and what speaks against it altogether."""

    seite: Seite
    punkte: int
    grund: str
    hindernis: str = ""


def pick(titel: str, candidates: Iterable[Kandidat], most: int) -> Gruppe:
    """Return the best candidates, best first, and the others by path; ties go by path."""
    ranked = sorted(candidates, key=lambda each: (-each.punkte, each.seite.path))
    able = [each for each in ranked if not each.hindernis]
    chosen = tuple(Gewaehlt(each.seite, each.grund) for each in able[:most])
    left = [Gewaehlt(each.seite, NOT_AMONG_THE_BEST) for each in able[most:]]
    left += [Gewaehlt(each.seite, each.hindernis) for each in ranked if each.hindernis]
    return Gruppe(titel, chosen, tuple(sorted(left, key=lambda each: each.seite.path)))


def sentences(*parts: str) -> str:
    """Return the parts that say something as sentences of one line."""
    return " ".join(f"{part.rstrip('.')}." for part in parts if part)
