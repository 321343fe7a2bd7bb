"""Guess on which page bookmarks stand, for computers without a program that lays out pages."""

from __future__ import annotations

from .base import Element, attribute, qualified

_LINES = 46.0
_LETTERS = 88
_SPACE = 0.55


def estimated_pages(body: Element) -> dict[str, int]:
    """Return page numbers by bookmark, counted from lines of text; from 1, rarely far off."""
    pages: dict[str, int] = {}
    height = 0.0
    page = 1
    for line in body.iter(qualified("w:p")):
        if height and _says(line, "w:pageBreakBefore"):
            page, height = page + 1, 0.0
        needed = _height(line)
        if height + needed > _LINES and height:
            page, height = page + 1, 0.0
        for mark in line.iter(qualified("w:bookmarkStart")):
            pages[attribute(mark, "w:name") or ""] = page
        height += needed
        while height > _LINES:
            page, height = page + 1, height - _LINES
        if _says(line, "w:sectPr"):
            page, height = page + 1, 0.0
    return pages


def _says(line: Element, name: str) -> bool:
    properties = line.find(qualified("w:pPr"))
    return properties is not None and properties.find(qualified(name)) is not None


def _height(line: Element) -> float:
    letters = sum(len(item.text or "") for item in line.iter(qualified("w:t")))
    breaks = sum(1 for _ in line.iter(qualified("w:br")))
    # Of a row of cells, only a share adds to the height of the page.
    share = 0.4 if next(line.iterancestors(qualified("w:tc")), None) is not None else 1.0
    drawn = sum(int(size.get("cy") or 0) / 190_000 for size in line.iter(qualified("wp:extent")))
    return share * (1 + letters // _LETTERS + breaks + _SPACE) + drawn
