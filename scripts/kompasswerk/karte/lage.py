"""Where points and names stand in a drawing, so that each can be hit and read.

Lengths are units of the drawing; at the width of a phone one unit is about one pixel.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import cos, hypot, radians, sin

from ..model.orte import Punkt
from .umriss import Ring, box

Spot = tuple[float, float]
"""Units to the right and down."""
Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""

MARGIN = 16.0
APART = 25.0
"""Distance of two points: 24 pixels on a phone of 390, where one unit is 0.98 of a pixel."""
DOT = 7.5
TEXT_SIZE, LETTER = 12.0, 7.0
"""Height of a name and the room that one letter takes at most on average."""
ROUNDS, HOMEWARD = 300, 150
"""How often points push each other at most, and how often of these they are drawn home too."""
PULL = 0.08
MOST_MOVES = 30_000
"""Points times rounds: what does not fit then stays where it is, and the list says it all."""
TURN = 2.4
"""Angle between the cases of one place as they set out from it (about the golden angle)."""
MIDDLE = 51.0
"""Latitude at which the drawing is true in both directions."""


@dataclass(frozen=True)
class Eintrag:
    """A page of the map: its docname and title, and its points."""

    seite: str
    titel: str
    punkte: tuple[Punkt, ...]


@dataclass(frozen=True)
class Ausschnitt:
    """A part of the world on a sheet of ``width`` and ``height`` units."""

    west: float
    north: float
    scale: float
    width: float
    height: float

    def spot(self, lon: float, lat: float) -> Spot:
        """Return where a position lies: degrees of longitude are shorter than of latitude."""
        x = (lon - self.west) * cos(radians(MIDDLE)) * self.scale
        return MARGIN + x, MARGIN + (self.north - lat) * self.scale


@dataclass(frozen=True)
class Marke:
    """The point of one page: where it stands."""

    eintrag: Eintrag
    x: float
    y: float


@dataclass(frozen=True)
class Stelle:
    """A place: where it lies, its points, and its name if there was room: x, y, anchor."""

    name: str
    x: float
    y: float
    marken: tuple[Marke, ...]
    schrift: tuple[float, float, str] | None


def ausschnitt(rings: tuple[Ring, ...], width: float) -> Ausschnitt:
    """Return the part that shows rings on a sheet of this width."""
    (west, south), (east, north) = box(rings)
    scale = (width - 2 * MARGIN) / ((east - west) * cos(radians(MIDDLE)))
    return Ausschnitt(west, north, scale, width, (north - south) * scale + 2 * MARGIN)


def stellen(eintraege: Iterable[Eintrag], part: Ausschnitt) -> list[Stelle]:
    """Return the places from north-west to south-east, their points pushed apart."""
    by_point: dict[Spot, list[tuple[Punkt, Eintrag]]] = defaultdict(list)
    for each in sorted(eintraege, key=lambda each: (each.titel, each.seite)):
        for punkt in each.punkte:
            by_point[part.spot(punkt.lon, punkt.lat)].append((punkt, each))
    homes = [home for home, here in sorted(by_point.items()) for _ in here]
    spots = iter(_apart(homes, part))
    marked = {
        home: tuple(Marke(eintrag, *next(spots)) for _, eintrag in here)
        for home, here in sorted(by_point.items())
    }
    names = {home: min(punkt.name for punkt, _ in here) for home, here in by_point.items()}
    written = _names(names, marked, part)
    found = [Stelle(names[h], *h, marken, written.get(h)) for h, marken in marked.items()]
    return sorted(found, key=lambda stelle: (stelle.name, stelle.x))


def _apart(homes: Sequence[Spot], part: Ausschnitt) -> list[Spot]:
    """Return a spot for each home, near it and at a distance from all others if there is room."""
    spots = [(x + cos(place * TURN), y + sin(place * TURN)) for place, (x, y) in enumerate(homes)]
    for number in range(min(ROUNDS, MOST_MOVES // max(len(homes), 1))):
        if number < HOMEWARD:
            spots = [_between(spot, home) for spot, home in zip(spots, homes, strict=True)]
        if not _push(spots, part) and number >= HOMEWARD:
            break
    return spots


def _between(spot: Spot, home: Spot) -> Spot:
    """Return a spot a little nearer to its home."""
    (x, y), (u, v) = spot, home
    return x + (u - x) * PULL, y + (v - y) * PULL


def _push(spots: list[Spot], part: Ausschnitt) -> bool:
    """Move spots that are too close apart, both the same way; return whether any were."""
    moved = False
    for one, other in _near(spots):
        (x, y), (u, v) = spots[one], spots[other]
        distance = hypot(u - x, v - y) or 0.01
        if distance < APART - 0.1:
            push = (APART - distance) / 2 / distance
            spots[one] = _within((x - (u - x) * push, y - (v - y) * push), part)
            spots[other] = _within((u + (u - x) * push, v + (v - y) * push), part)
            moved = True
    return moved


def _near(spots: Sequence[Spot]) -> Iterator[tuple[int, int]]:
    """Yield pairs that may be too close, looking only into neighbouring squares."""
    squares: dict[tuple[int, int], list[int]] = defaultdict(list)
    for place, (x, y) in enumerate(spots):
        squares[int(x // APART), int(y // APART)].append(place)
    around = [(right, down) for right in (-1, 0, 1) for down in (-1, 0, 1)]
    for (column, line), here in sorted(squares.items()):
        for right, down in around:
            there = squares.get((column + right, line + down), ())
            yield from ((one, other) for one in here for other in there if one < other)


def _within(spot: Spot, part: Ausschnitt) -> Spot:
    x, y = spot
    low = APART / 2
    return min(max(x, low), part.width - low), min(max(y, low), part.height - low)


def _names(
    names: Mapping[Spot, str], marked: Mapping[Spot, tuple[Marke, ...]], part: Ausschnitt
) -> dict[Spot, tuple[float, float, str]]:
    """Return where a name stands, only for those that have room; places with many cases first."""
    taken = [
        (mark.x - DOT, mark.y - DOT, mark.x + DOT, mark.y + DOT)
        for marks in marked.values()
        for mark in marks
    ]
    result: dict[Spot, tuple[float, float, str]] = {}
    for home in sorted(marked, key=lambda home: (-len(marked[home]), names[home], home)):
        for x, y, anchor, space in _candidates(marked[home], names[home]):
            inside = space[0] >= 1 and space[2] <= part.width - 1
            inside = inside and space[1] >= 1 and space[3] <= part.height - 1
            if inside and not any(_overlap(space, other) for other in taken):
                taken.append(space)
                result[home] = (x, y, anchor)
                break
    return result


def _candidates(marks: tuple[Marke, ...], name: str) -> Iterator[tuple[float, float, str, Box]]:
    """Yield spots beside, below and above each point, with the room that the name takes there."""
    width, gap = len(name) * LETTER, DOT + 3
    for mark in sorted(marks, key=lambda mark: -mark.x):
        x, y = mark.x, mark.y
        base = y + TEXT_SIZE * 0.35
        for side, anchor, left in (
            (x + gap, "start", x + gap), (x - gap, "end", x - gap - width),
        ):  # fmt: skip
            yield side, base, anchor, (left, base - TEXT_SIZE, left + width, base + 3)
        for low in (y + gap + TEXT_SIZE * 0.8, y - gap):
            yield x, low, "middle", (x - width / 2, low - TEXT_SIZE, x + width / 2, low + 3)


def _overlap(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
