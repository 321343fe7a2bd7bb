"""Guess on which page bookmarks stand, for computers without a program that lays out pages."""

from __future__ import annotations

from .base import Element, qualified

_LINES = 46.0
_LETTERS = 88
_SPACE = 0.55
_PARAGRAPH, _LOOK, _CELL = qualified("w:p"), qualified("w:pPr"), qualified("w:tc")
_BREAK, _SECTION = qualified("w:pageBreakBefore"), qualified("w:sectPr")
_MARK, _NAME = qualified("w:bookmarkStart"), qualified("w:name")
_TEXT, _LINE, _EXTENT = qualified("w:t"), qualified("w:br"), qualified("wp:extent")


def estimated_pages(body: Element) -> dict[str, int]:
    """Return page numbers by bookmark, counted from lines of text; from 1, rarely far off."""
    pages: dict[str, int] = {}
    height = 0.0
    page = 1
    for line in body.iter(_PARAGRAPH):
        said = _said(line)
        if height and _BREAK in said:
            page, height = page + 1, 0.0
        needed = _height(line)
        if height + needed > _LINES and height:
            page, height = page + 1, 0.0
        for mark in line.iter(_MARK):
            pages[mark.get(_NAME) or ""] = page
        height += needed
        while height > _LINES:
            page, height = page + 1, height - _LINES
        if _SECTION in said:
            page, height = page + 1, 0.0
    return pages


def _said(line: Element) -> list[str]:
    """Return what the properties of a paragraph name."""
    first = line[0] if len(line) else None
    return [str(each.tag) for each in first] if first is not None and first.tag == _LOOK else []


def _height(line: Element) -> float:
    letters = breaks = 0
    drawn = 0.0
    for item in line.iter(_TEXT, _LINE, _EXTENT):
        if item.tag == _TEXT:
            letters += len(item.text or "")
        elif item.tag == _LINE:
            breaks += 1
        else:
            drawn += int(item.get("cy") or 0) / 190_000
    # Of a row of cells, only a share adds to the height of the page.
    share = 0.4 if next(line.iterancestors(_CELL), None) is not None else 1.0
    return share * (1 + letters // _LETTERS + breaks + _SPACE) + drawn
