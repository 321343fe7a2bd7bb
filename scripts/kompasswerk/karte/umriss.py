"""Outlines of the German states, from a small file that ``umrechnen`` has made."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

Position = tuple[float, float]
"""Longitude, then latitude, in degrees (WGS 84)."""
Ring = tuple[Position, ...]
"""A closed line without its closing point."""

FILE = Path(__file__).with_name("umriss.json")
THUERINGEN = "Thüringen"


@dataclass(frozen=True)
class Umriss:
    """``laender`` are coarse rings by the state's name; ``thueringen`` is finer."""

    laender: Mapping[str, tuple[Ring, ...]]
    thueringen: tuple[Ring, ...]


@cache
def read_umriss() -> Umriss:
    """Return the outlines of all 16 states."""
    data = json.loads(FILE.read_text(encoding="utf-8"))
    return Umriss(
        {name: tuple(map(_ring, rings)) for name, rings in data["laender"].items()},
        tuple(map(_ring, data["thueringen"])),
    )


def _ring(text: str) -> Ring:
    numbers = [float(word) for word in text.split()]
    return tuple(zip(numbers[::2], numbers[1::2], strict=True))


def box(rings: tuple[Ring, ...]) -> tuple[Position, Position]:
    """Return the south-western and the north-eastern corner of what rings enclose."""
    lons = [lon for ring in rings for lon, _ in ring]
    lats = [lat for ring in rings for _, lat in ring]
    return (min(lons), min(lats)), (max(lons), max(lats))


def inside(point: Position, rings: tuple[Ring, ...]) -> bool:
    """Return whether a point lies inside one of the rings (a ray to the east crosses it)."""
    return any(_crossings(point, ring) % 2 for ring in rings)


def _crossings(point: Position, ring: Ring) -> int:
    x, y = point
    count = 0
    for (a, b), (c, d) in zip(ring, (*ring[1:], ring[0]), strict=True):
        if (b > y) != (d > y) and x < a + (y - b) * (c - a) / (d - b):
            count += 1
    return count
