"""Reading a finished PDF in pure Python: text layer, outline, what the document says of itself."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pikepdf

_RANGE = re.compile(r"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>")
_CHAR = re.compile(r"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>")
_SECTION = re.compile(r"begin(bfchar|bfrange)(.*?)end\1", re.DOTALL)


def pages(path: Path) -> list[str]:
    """Return the text of each page as reading programs get it, in the order of drawing."""
    with pikepdf.open(path) as pdf:
        return ["".join(_text(page)) for page in pdf.pages]


def positions(path: Path) -> list[tuple[float, float]]:
    """Return how high above the foot and how far from the left each run of glyphs begins."""
    with pikepdf.open(path) as pdf:
        return [place for page in pdf.pages for place in _starts(page)]


def letters(text: str) -> str:
    """Return what is compared: no white space, no soft hyphens or joiners, composed."""
    kept = "".join(text.split()).replace("\u00ad", "").replace("\u2060", "")
    return unicodedata.normalize("NFC", kept)


def outline(path: Path) -> list[tuple[int, str]]:
    """Return depth and title of every bookmark."""

    def below(items: list[pikepdf.OutlineItem], depth: int) -> Iterator[tuple[int, str]]:
        for item in items:
            yield depth, str(item.title)
            yield from below(list(item.children), depth + 1)

    with pikepdf.open(path) as pdf, pdf.open_outline() as tree:
        return list(below(list(tree.root), 0))


def _text(page: pikepdf.Page) -> Iterator[str]:
    fonts = {str(name): _unicode(font) for name, font in _fonts(page)}
    table: dict[int, str] = {}
    spoken = 0  # depth of marked content whose text is given instead of its glyphs
    for operands, operator in pikepdf.parse_content_stream(page):
        match str(operator):
            case "Tf":
                table = fonts[str(operands[0])]
            case "BDC" | "BMC":
                instead = _actual(operands)
                if instead is not None and not spoken:
                    yield instead
                spoken += 1 if spoken or instead is not None else 0
            case "EMC":
                spoken -= 1 if spoken else 0
            case "Tj" | "TJ" if not spoken:
                yield "".join(_shown(operands[0], table))
            case "ET":
                yield " "


def _starts(page: pikepdf.Page) -> Iterator[tuple[float, float]]:
    held, now, text = [], pikepdf.Matrix(), pikepdf.Matrix()
    for operands, operator in pikepdf.parse_content_stream(page):
        match str(operator):
            case "q":
                held.append(now)
            case "Q":
                now = held.pop()
            case "cm":
                now = pikepdf.Matrix(*map(float, operands)) @ now
            case "Tm":
                text = pikepdf.Matrix(*map(float, operands)) @ now
            case "Tj" | "TJ":
                yield float(text.f), float(text.e)


def _fonts(page: pikepdf.Page) -> Iterator[tuple[str, pikepdf.Object]]:
    resources = page.obj.get("/Resources", pikepdf.Dictionary())
    yield from resources.get("/Font", pikepdf.Dictionary()).items()


def _actual(operands: list[pikepdf.Object]) -> str | None:
    if len(operands) < 2 or not isinstance(operands[1], pikepdf.Dictionary):
        return None
    found = operands[1].get("/ActualText")
    return None if found is None else str(found)


def _shown(operand: pikepdf.Object, table: dict[int, str]) -> Iterator[str]:
    strings = operand if isinstance(operand, pikepdf.Array) else [operand]
    for string in strings:
        if isinstance(string, pikepdf.String):
            data = bytes(string)
            codes = (int.from_bytes(data[at : at + 2], "big") for at in range(0, len(data), 2))
            yield from (table.get(code, "") for code in codes)


def _unicode(font: pikepdf.Object) -> dict[int, str]:
    table: dict[int, str] = {}
    for kind, body in _SECTION.findall(font["/ToUnicode"].read_bytes().decode("latin-1")):
        if kind == "bfchar":
            table |= {int(code, 16): _utf16(value) for code, value in _CHAR.findall(body)}
        for first, last, value in _RANGE.findall(body) if kind == "bfrange" else ():
            start = int(value, 16)
            codes = range(int(first, 16), int(last, 16) + 1)
            table |= {code: chr(start + offset) for offset, code in enumerate(codes)}
    return table


def _utf16(value: str) -> str:
    return bytes.fromhex(value).decode("utf-16-be")
