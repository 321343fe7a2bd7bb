"""Raw XML: links and page numbers that lead nowhere become plain text."""

from __future__ import annotations

from collections.abc import Container

from .base import Element, attribute, find_all, qualified


def loosen_dead(root: Element) -> None:
    """Untie what leads to a bookmark that this part does not have."""
    marks = find_all(root, "//w:bookmarkStart")
    loosen(root, {attribute(mark, "w:name") or "" for mark in marks})


def loosen(root: Element, known: Container[str]) -> list[str]:
    """Untie links and page fields whose bookmark is not ``known``; return those bookmarks."""
    lost = []
    for link in find_all(root, "//w:hyperlink[@w:anchor]"):
        name = attribute(link, "w:anchor") or ""
        if name not in known:
            lost.append(name)
            _unwrap(link)
    for code in find_all(root, "//w:instrText[contains(., 'REF ')]"):
        kind, name, *_ = [*(code.text or "").split(), ""]
        if kind in ("PAGEREF", "REF") and name not in known:
            lost.append(name)
            _flatten(code, "?" if kind == "PAGEREF" else None)
    return lost


def _unwrap(link: Element) -> None:
    parent = link.getparent()
    if parent is not None:
        position = parent.index(link)
        parent[position : position + 1] = list(link)


def _flatten(code: Element, shown: str | None) -> None:
    """Replace a field by its result: begin, code, separator, result, end.

    ``shown`` takes the place of the result.
    """
    middle = code.getparent()
    parent = None if middle is None else middle.getparent()
    if middle is None or parent is None:
        return
    position = parent.index(middle)
    begin, separator, result, end = (parent[position + step] for step in (-1, 1, 2, 3))
    for letters in result.iter(qualified("w:t")) if shown is not None else ():
        letters.text = shown
    for item in (begin, middle, separator, end):
        parent.remove(item)
