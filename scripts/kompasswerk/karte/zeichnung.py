"""The drawing as inline SVG: outlines, and each page as a link that a finger can hit."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from html import escape
from math import hypot

from .lage import Ausschnitt, Eintrag, Marke, Stelle, ausschnitt, stellen
from .umriss import THUERINGEN, Ring, read_umriss

WIDTH = 360.0
TARGET, DOT = 12.5, 6.5
"""Radius of what can be hit and of what is seen."""
MOVED = 4.0
"""From this distance on a line leads from the place to its point."""

Address = Callable[[str], str]
"""Docname → address of the page, as seen from the page with the map."""


def thueringen(eintraege: Iterable[Eintrag], label: str, address: Address) -> str:
    """Return the SVG of Thuringia with the pages; ``label`` is its name for screen readers."""
    rings = read_umriss().thueringen
    part = ausschnitt(rings, WIDTH)
    outline = f'<path class="land thueringen" d="{_path(rings, part)}"/>'
    return _svg(part, [outline, *_places(eintraege, part, address)], label)


def deutschland(eintraege: Iterable[Eintrag], label: str, address: Address) -> str:
    """Return the SVG of all states with the pages; Thuringia is set off."""
    states = read_umriss().laender
    part = ausschnitt(tuple(ring for rings in states.values() for ring in rings), WIDTH)
    outlines = [
        f'<path class="land{" thueringen" if name == THUERINGEN else ""}" '
        f'd="{_path(rings, part)}"/>'
        # Berlin lies inside Brandenburg, Thuringia's border is to be seen: both come last.
        for name, rings in sorted(states.items(), key=lambda s: (s[0] in _LAST, s[0]))
    ]
    return _svg(part, [*outlines, *_places(eintraege, part, address)], label)


_LAST = ("Berlin", "Bremen", "Hamburg", THUERINGEN)


def _svg(part: Ausschnitt, lines: Iterable[str], label: str) -> str:
    size = f"0 0 {part.width:.0f} {part.height:.0f}"
    body = "\n".join(lines)
    return f'<svg viewBox="{size}" role="group" aria-label="{escape(label)}">\n{body}\n</svg>\n'


def _path(rings: tuple[Ring, ...], part: Ausschnitt) -> str:
    return "".join(
        "M" + " ".join(f"{x:.1f},{y:.1f}" for x, y in (part.spot(*p) for p in ring)) + "Z"
        for ring in rings
    )


def _places(eintraege: Iterable[Eintrag], part: Ausschnitt, address: Address) -> Iterator[str]:
    for stelle in stellen(eintraege, part):
        yield f'<g class="stelle" data-ort="{stelle.x:.1f} {stelle.y:.1f}">'
        yield from (_link(marke, stelle, address) for marke in stelle.marken)
        yield f"<text {_writing(stelle)}>{escape(stelle.name)}</text>"
        yield "</g>"


def _writing(stelle: Stelle) -> str:
    """Return where the name stands; without room it is hidden until a selection makes some."""
    if stelle.schrift is None:
        return 'class="ohne-platz"'
    x, y, anchor = stelle.schrift
    return f'x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}"'


def _link(marke: Marke, stelle: Stelle, address: Address) -> str:
    """Return one point; out of the tab order, as the list beside the map leads there too."""
    page, at = marke.eintrag, f'cx="{marke.x:.1f}" cy="{marke.y:.1f}"'
    line = ""
    if hypot(marke.x - stelle.x, marke.y - stelle.y) >= MOVED:
        line = (
            f'<path class="linie" d="M{stelle.x:.1f},{stelle.y:.1f} {marke.x:.1f},{marke.y:.1f}"/>'
        )
    return (
        f'<a data-seite="{escape(page.seite)}" href="{escape(address(page.seite))}" tabindex="-1">'
        f"<title>{escape(stelle.name)}: {escape(page.titel)}</title>{line}"
        f'<circle class="ziel" {at} r="{TARGET}"/><circle class="punkt" {at} r="{DOT}"/></a>'
    )
