"""How large the towns of a pilot are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from ..formular.towns import Places
from ..model.records import Standort

UNKNOWN = "Größe nicht bekannt"


@dataclass(frozen=True)
class Standorte:
    """The towns of a pilot by the name of their size class, in the order of the page.

    ``passend`` counts those of a class that pilots are meant for, ``andere`` those of others;
    towns that the handbook does not know count for neither.
    """

    orte: tuple[tuple[str, str], ...]
    passend: int
    andere: int

    @property
    def worte(self) -> str:
        """Return how many towns are of which class, empty without any."""
        counts = Counter(size for _, size in self.orte)
        return ", ".join(f"{count} × {size}" for size, count in counts.items())


def sizes(places: Iterable[Standort], known: Places, wanted: tuple[str, ...]) -> Standorte:
    """Return the size classes of the towns of a pilot; ``wanted`` are keys of classes."""
    towns, fitting, others = [], 0, 0
    for each in places:
        town = known.known("", each.ort)
        choice = known.vocabulary.groessenklasse(town.einwohner) if town else None
        towns.append((each.ort, choice.name if choice else UNKNOWN))
        if choice is not None:
            fitting += choice.key in wanted
            others += choice.key not in wanted
    return Standorte(tuple(towns), fitting, others)
