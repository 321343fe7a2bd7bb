"""Pictures: measures, alternative text, drawings (SVG) with a PNG for old programs."""

from __future__ import annotations

import re
import struct
import tempfile
import zlib
from functools import lru_cache
from pathlib import Path

import typst
from docx.image.exceptions import (
    InvalidImageStreamError,
    UnexpectedEndOfFileError,
    UnrecognizedImageError,
)
from docx.image.image import Image

from ..buch.blocks import Figure, InlineImage
from ..buch.faces import stage_fonts
from ..buch.photos import FAULTS, converted
from .oxml.base import Element
from .oxml.drawing import Picture, picture
from .place import Place

EMU_PER_TWIP = 635
_EMU = {"cm": 360000, "mm": 36000, "in": 914400, "pt": 12700, "pc": 152400, "px": 9525, "": 9525}
_LENGTH = re.compile(r"\s*(\d+(?:\.\d+)?)\s*(%|cm|mm|in|pt|pc|px|)\s*")
_CAPTION = 1260  # twips that a caption needs on the page of its picture
_UNSAID = (0, 72)  # what python-docx answers for a file without resolution
_SVG_PPI = 220
# Typst sets the words of a drawing in the font around it.
_SVG_PAGE = """#set page(width: auto, height: auto, margin: 0pt)
#set text(font: "Source Sans Pro")
#image("drawing.svg")
"""
_FAULTS = (
    *FAULTS,
    InvalidImageStreamError,
    UnexpectedEndOfFileError,
    UnrecognizedImageError,
    typst.TypstError,
    KeyError,
    ZeroDivisionError,
)


def block_picture(figure: Figure, place: Place) -> Element | None:
    """Return the picture of a figure, ``None`` (and a warning) if the file is none."""
    link = place.relations.link(figure.url) if figure.url else None
    return _placed(figure.path, figure.alt, figure.width, link, place)


def inline_picture(image: InlineImage, place: Place) -> Element | None:
    """Return a picture in a line, ``None`` (and a warning) if the file is none."""
    return _placed(image.path, image.alt, image.width, None, place)


def _placed(
    path: Path, alt: str, width: str | None, link: str | None, place: Place
) -> Element | None:
    try:
        drawn = path.suffix.lower() == ".svg"
        blob = png_of_svg(path.read_bytes()) if drawn else converted(path)
        relation, image = place.relations.picture(path if blob is None else blob)
        svg = place.relations.drawing(path) if drawn else None
    except _FAULTS as fault:
        place.out.warn("picture", what=path.name, why=type(fault).__name__)
        return None
    wide, high = _measures(image, width, place)
    name = f"Bild {place.out.count('picture')}"
    return picture(Picture(relation, wide, high, alt.strip(), name, svg=svg, link=link))


def _measures(image: Image, width: str | None, place: Place) -> tuple[int, int]:
    room = place.room * EMU_PER_TWIP
    tallest = max(place.height - _CAPTION, _CAPTION) * EMU_PER_TWIP
    ratio = image.px_height / image.px_width
    natural = image.px_width * 914400 // (96 if image.horz_dpi in _UNSAID else image.horz_dpi)
    wide = min(length(width, room) or natural, room)
    if wide * ratio > tallest:
        wide = int(tallest / ratio)
    return max(wide, 1), max(int(wide * ratio), 1)


def length(written: str | None, room: int) -> int | None:
    """Return a width in EMU; percent are of ``room``; ``None`` if nothing useful is written."""
    match = _LENGTH.fullmatch(written or "")
    if match is None or float(match[1]) == 0:
        return None
    if match[2] == "%":
        return int(room * float(match[1]) / 100)
    return int(float(match[1]) * _EMU[match[2]])


@lru_cache(maxsize=32)
def png_of_svg(svg: bytes) -> bytes:
    """Return the drawing as a PNG, made by Typst; raises ``typst.TypstError`` or ``OSError``.

    Who writes many books needs the same drawings again and again.
    """
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "drawing.svg").write_bytes(svg)
        (Path(folder) / "main.typ").write_text(_SVG_PAGE, encoding="utf-8")
        stage_fonts(Path(folder) / "fonts")
        fonts = typst.Fonts(include_system_fonts=True, font_paths=[Path(folder) / "fonts"])
        found = typst.compile(
            str(Path(folder) / "main.typ"), format="png", ppi=_SVG_PPI, font_paths=fonts
        )
    return with_resolution(found if isinstance(found, bytes) else found[0], _SVG_PPI)


def with_resolution(png: bytes, ppi: int) -> bytes:
    """Return the PNG with its resolution written into it, where it says none."""
    metres = round(ppi / 0.0254)
    data = b"pHYs" + struct.pack(">IIB", metres, metres, 1)
    chunk = struct.pack(">I", 9) + data + struct.pack(">I", zlib.crc32(data))
    return png if b"pHYs" in png[:200] else png[:33] + chunk + png[33:]
