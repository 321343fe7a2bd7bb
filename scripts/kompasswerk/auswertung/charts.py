"""Charts as SVG: bars with their numbers written on them, in the colours of the project."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from html import escape
from textwrap import wrap

from ..formular.privacy import Count, Hidden
from .report import Value, shown

Colours = Mapping[str, str]
WIDTH, LABEL, GAP, RIGHT = 960, 360, 16, 90
BAR, STEP, TOP = 26, 44, 14
LEGEND = 40
LETTERS = 36
"""Letters of a label on one line."""
NARROWEST = 26
"""A part of a bar that is narrower shows no number."""
FONT = "Source Sans Pro, Source Sans 3, Arial, sans-serif"
PALETTES = {
    2: ("haupt", "akzent"),
    3: ("haupt", "linie", "akzent"),
    5: ("akzent", "flaeche_warm", "linie", "leise", "haupt_dunkel"),
}
DARK = frozenset({"haupt", "haupt_dunkel", "akzent", "leise"})


@dataclass(frozen=True)
class Bar:
    """A bar of parts whose sum is ``n``; what is hidden is left as a gap."""

    label: str
    n: Count
    parts: tuple[Count, ...]


def stacked(bars: Sequence[Bar], legend: Sequence[str], colours: Colours) -> str:
    """Return bars of the same length, each divided as the answers of its towns are."""
    palette = PALETTES[len(legend)]
    lines = [*_legend(legend, palette, colours)]
    for place, bar in enumerate(bars):
        top = TOP + LEGEND + place * STEP
        lines += _label(bar.label, top, colours)
        lines += _parts(bar, top, palette, colours)
        n = bar.n if isinstance(bar.n, int) else 0
        note = f"n = {n}" if n else shown(bar.n)
        lines.append(_text(WIDTH - RIGHT + 12, top + 18, note, colours["leise"]))
    return _drawing(lines, TOP + LEGEND + len(bars) * STEP, colours)


def plain(rows: Sequence[tuple[str, Value]], colours: Colours) -> str:
    """Return one bar for each number, the longest for the greatest; hidden ones are named."""
    most = max((float(v) for _, v in rows if isinstance(v, int | Decimal)), default=0) or 1
    lines: list[str] = []
    for place, (label, value) in enumerate(rows):
        top = TOP + place * STEP
        lines += _label(label, top, colours)
        length = float(value) / most if isinstance(value, int | Decimal) else 0
        wide = length * (WIDTH - LABEL - GAP - RIGHT)
        if wide:
            lines.append(_box(LABEL + GAP, top, wide, "haupt", colours))
        lines.append(_text(LABEL + GAP + wide + 8, top + 18, shown(value), colours["text"]))
    return _drawing(lines, TOP + len(rows) * STEP, colours)


def _parts(bar: Bar, top: float, palette: Sequence[str], colours: Colours) -> Iterator[str]:
    room = WIDTH - LABEL - GAP - RIGHT
    left = float(LABEL + GAP)
    if not isinstance(bar.n, int) or not bar.n:
        return
    for count, colour in zip(bar.parts, palette, strict=True):
        if not isinstance(count, int) or not count:
            continue
        wide = room * count / bar.n
        yield _box(left, top, wide - 2, colour, colours)
        if wide >= NARROWEST:
            ink = colours["weiss" if colour in DARK else "text"]
            yield _text(left + wide / 2 - 1, top + 18, str(count), ink, anchor="middle")
        left += wide
    rest = LABEL + GAP + room - left
    if any(isinstance(each, Hidden) for each in bar.parts) and rest > 1:
        look = f'fill="none" stroke="{colours["leise"]}" stroke-dasharray="4 3"'
        yield f'<rect x="{left:.1f}" y="{top + 0.5}" width="{rest - 2:.1f}" height="{BAR}" {look}/>'
        if rest >= 3 * NARROWEST:
            yield _text(left + 8, top + 18, "gesperrt", colours["leise"])


def _legend(legend: Sequence[str], palette: Sequence[str], colours: Colours) -> Iterator[str]:
    left = float(LABEL + GAP)
    for name, colour in zip(legend, palette, strict=True):
        yield _box(left, TOP, 16, colour, colours, high=16)
        yield _text(left + 22, TOP + 13, name, colours["text"])
        left += 44 + 8.5 * len(name)


def _label(label: str, top: float, colours: Colours) -> Iterator[str]:
    lines = wrap(label, LETTERS)[:2] or [""]
    first = top + 18 - 9 * (len(lines) - 1)
    for place, line in enumerate(lines):
        yield _text(LABEL, first + 18 * place, line, colours["text"], anchor="end")


def _box(left: float, top: float, wide: float, fill: str, colours: Colours, high: int = BAR) -> str:
    # The edge makes pale parts visible beside the white ground.
    return (
        f'<rect x="{left:.1f}" y="{top}" width="{max(wide, 1):.1f}" height="{high}" rx="2" '
        f'fill="{colours[fill]}" stroke="{colours["leise"]}" stroke-width="0.75"/>'
    )


def _text(left: float, base: float, words: str, colour: str, anchor: str = "start") -> str:
    place = f'x="{left:.1f}" y="{base:.1f}" font-size="16" text-anchor="{anchor}"'
    return f'<text {place} fill="{colour}">{escape(words)}</text>'


def _drawing(lines: Sequence[str], height: float, colours: Colours) -> str:
    size = f'viewBox="0 0 {WIDTH} {height:.0f}" width="{WIDTH}" height="{height:.0f}"'
    ground = f'<rect width="{WIDTH}" height="{height:.0f}" fill="{colours["weiss"]}"/>'
    inside = "\n".join([ground, *lines])
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} font-family="{FONT}">\n{inside}\n</svg>\n'
    )
