"""The picture that messengers show beside a link: title and kind on the colour of the handbook.

1200 × 630 pixels are what Open Graph's users expect. Four shades in a palette and the fonts of
the PDF: about 6 kB and 4 ms a card, the same bytes for the same text.
"""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import as_file, files
from io import BytesIO

from PIL import Image, ImageColor, ImageDraw, ImageFont

WIDTH, HEIGHT = 1200, 630
MARGIN = 80
SHADES = 16
LARGEST, SMALLEST, STEP = 84, 44, 8
"""Sizes of a title in pixels: the largest in which it fits."""
HIGHEST = 290
"""Pixels of a title from its first line to its last."""
LEADING = 1.16


def card(title: str, kind: str, name: str, ground: str) -> bytes:
    """Return a PNG; ``ground`` is a dark ``#rrggbb`` on which white can be read.

    ``kind`` stands above the title and may be empty, ``name`` below it.
    """
    picture = Image.new("L", (WIDTH, HEIGHT), 0)
    draw = ImageDraw.Draw(picture)
    draw.rectangle((MARGIN, MARGIN, MARGIN + 96, MARGIN + 8), fill=255)
    if kind:
        draw.text((MARGIN, MARGIN + 32), kind, font=_font("Semibold", 36), fill=200)
    size, lines = _set(title)
    top = MARGIN + 100
    for number, line in enumerate(lines):
        place = (MARGIN, top + round(number * size * LEADING))
        draw.text(place, line, font=_font("Bold", size), fill=255)
    draw.text((MARGIN, HEIGHT - MARGIN - 40), name, font=_font("Regular", 36), fill=220)
    return _png(picture, ground)


def _set(title: str) -> tuple[int, list[str]]:
    """Return size and lines of a title; one that fits in no size ends with „…“."""
    for size in range(LARGEST, SMALLEST - 1, -STEP):
        lines = _lines(title, size)
        wide = any(_width(line, size) > WIDTH - 2 * MARGIN for line in lines)
        if not wide and len(lines) * size * LEADING <= HIGHEST:
            return size, lines
    kept = int(HIGHEST / (SMALLEST * LEADING)) - 1
    return SMALLEST, [*_lines(title, SMALLEST)[:kept], "…"]


def _lines(title: str, size: int) -> list[str]:
    lines: list[str] = []
    for word in title.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and _width(longer, size) <= WIDTH - 2 * MARGIN:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _width(text: str, size: int) -> float:
    return _font("Bold", size).getlength(text)


@lru_cache(maxsize=16)
def _font(face: str, size: int) -> ImageFont.FreeTypeFont:
    with as_file(files("font_source_sans_pro") / "files" / f"SourceSansPro-{face}.ttf") as path:
        # Basic layout: the other one depends on a library that not every machine has.
        return ImageFont.truetype(str(path), size, layout_engine=ImageFont.Layout.BASIC)


def _png(picture: Image.Image, ground: str) -> bytes:
    low = ImageColor.getrgb(ground)[:3]
    shades = picture.point([value * SHADES // 256 for value in range(256)])
    shades = shades.convert("P")
    palette = [
        low[channel] + (255 - low[channel]) * shade // (SHADES - 1)
        for shade in range(SHADES)
        for channel in range(3)
    ]
    shades.putpalette(palette)
    file = BytesIO()
    shades.save(file, "PNG", bits=4)
    return file.getvalue()
