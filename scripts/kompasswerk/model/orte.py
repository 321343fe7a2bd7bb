"""Where the places of the cases lie, as ``kompass/orte.yaml`` says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, order=True)
class Punkt:
    """A point of the map with its name; ``lat`` and ``lon`` in degrees (WGS 84)."""

    name: str
    lat: float
    lon: float


@dataclass(frozen=True)
class Ort:
    """A place as cases name it, with its points; without any it has no single place.

    ``zeile`` is the line of the file that says so.
    """

    ort: str
    land: str
    punkte: tuple[Punkt, ...] = ()
    zeile: int = 1


@dataclass(frozen=True)
class Orte:
    """All places by ``ort`` and ``land``; ``quelle``, ``lizenz`` and ``adresse`` of the points.

    ``vorhanden`` is false for a project without the file, which asks for no places.
    """

    orte: Mapping[tuple[str, str], Ort] = field(default_factory=dict)
    quelle: str = ""
    lizenz: str = ""
    adresse: str = ""
    vorhanden: bool = False

    def punkte(self, ort: str, land: str) -> tuple[Punkt, ...]:
        """Return the points of a place; empty if it is unknown or no single place."""
        found = self.orte.get((ort, land))
        return found.punkte if found else ()
