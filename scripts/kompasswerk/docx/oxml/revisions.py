"""Native tracked changes: what a document reads once all are accepted, or all rejected."""

from __future__ import annotations

import copy

from .base import Element, attribute, find_all, qualified

_KEPT = {True: ("w:ins", "w:moveTo"), False: ("w:del", "w:moveFrom")}


def settled(root: Element, *, accept: bool) -> Element:
    """Return a copy with all tracked changes accepted or rejected.

    Rows, runs and paragraph marks are treated as Word does: a paragraph whose mark goes is
    joined with the one behind it. Changes of formatting alone stay as they are.
    """
    root = copy.deepcopy(root)
    gone, kept = _KEPT[not accept], _KEPT[accept]
    _drop_rows(root, gone)
    ending = [p for p in root.iter(qualified("w:p")) if _marked(p, "w:pPr/w:rPr", gone)]
    for name in gone:
        for item in find_all(root, f"//{name}[not(parent::w:rPr or parent::w:trPr)]"):
            _remove(item)
    for name in kept:
        for item in find_all(root, f"//{name}[not(parent::w:rPr or parent::w:trPr)]"):
            _unwrap(item)
    for item in find_all(root, "//w:delText"):
        item.tag = qualified("w:t")
    for item in find_all(root, "//w:delInstrText"):
        item.tag = qualified("w:instrText")
    for paragraph in ending:
        _join(paragraph)
    return root


def drop_doubles(root: Element) -> None:
    """Remove bookmarks of deleted text that the new text has too; names must be unique."""
    starts: dict[str, list[Element]] = {}
    for start in find_all(root, "//w:bookmarkStart"):
        starts.setdefault((attribute(start, "w:name") or "").lower(), []).append(start)
    for doubled in starts.values():
        kept = next((start for start in doubled if not _is_deleted(start)), doubled[0])
        for start in doubled:
            if start is not kept:
                _drop_bookmark(start)


def _is_deleted(element: Element) -> bool:
    return bool(
        find_all(
            element,
            "ancestor::w:del | ancestor::w:moveFrom | ancestor::w:p/w:pPr/w:rPr/w:del"
            " | ancestor::w:tr/w:trPr/w:del",
        )
    )


def _drop_bookmark(start: Element) -> None:
    number = attribute(start, "w:id")
    following = find_all(start, f"following::w:bookmarkEnd[@w:id='{number}']")
    for item in [start, *following[:1]]:
        _remove(item)


def _marked(element: Element, path: str, names: tuple[str, ...]) -> bool:
    return any(find_all(element, f"{path}/{name}") for name in names)


def _drop_rows(root: Element, gone: tuple[str, ...]) -> None:
    for row in find_all(root, "//w:tr"):
        if _marked(row, "w:trPr", gone):
            _remove(row)
    for table in find_all(root, "//w:tbl[not(w:tr)]"):
        _remove(table)


def _remove(element: Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _unwrap(element: Element) -> None:
    parent = element.getparent()
    if parent is None:
        return
    place = parent.index(element)
    for offset, child in enumerate(list(element)):
        parent.insert(place + offset, child)
    parent.remove(element)


def _join(paragraph: Element) -> None:
    """Put the content of a paragraph before that of the next; alone if there is no next."""
    following = paragraph.getnext()
    content = [child for child in paragraph if child.tag != qualified("w:pPr")]
    if following is not None and following.tag == qualified("w:p"):
        start = 1 if len(following) and following[0].tag == qualified("w:pPr") else 0
        for offset, child in enumerate(content):
            following.insert(start + offset, child)
        _remove(paragraph)
    elif not content:
        _remove(paragraph)
