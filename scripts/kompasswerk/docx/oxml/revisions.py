"""Native tracked changes: what a document reads once all are accepted, or all rejected."""

from __future__ import annotations

import copy
from collections.abc import Iterator

from .base import Element, attribute, find_all, qualified
from .lines import NOWHERE, lines
from .paragraph import wrap_in_bookmarks

_START, _PARAGRAPH, _TAG = qualified("w:bookmarkStart"), qualified("w:p"), "number"
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


def take_bookmarks(root: Element, old: Element, new: Element) -> None:
    """Give a document with tracked changes the bookmarks of both documents that it leads to.

    A name that both have belongs to the new text. What got lost is put around the paragraph of
    the same number among those that say something.
    """
    _tag(root)
    accepted = settled(root, accept=True)
    staying = {mark.get(_TAG) for mark in accepted.iter(_START)}
    wanted = {name.lower() for name in _names(new)}
    for mark in list(root.iter(_START)):
        if mark.get(_TAG) not in staying and (attribute(mark, "w:name") or "").lower() in wanted:
            _drop_bookmark(mark)
    _restore(root, accepted, new)
    _restore(root, settled(root, accept=False), old)
    for item in root.iter(_START, _PARAGRAPH):
        if _TAG in item.attrib:
            del item.attrib[_TAG]


def _tag(root: Element) -> None:
    for number, item in enumerate(root.iter(_START, _PARAGRAPH)):
        item.set(_TAG, str(number))


def _names(root: Element) -> set[str]:
    return {attribute(mark, "w:name") or "" for mark in root.iter(_START)}


def _restore(root: Element, view: Element, original: Element) -> None:
    """Add what bookmarks a view of ``root`` lacks, by the paragraphs that it shares with it."""
    by_tag = {item.get(_TAG): item for item in root.iter(_PARAGRAPH)}
    present = _names(view) | _names(root)
    for (here, _), (_, names) in zip(_telling(view), _telling(original), strict=False):
        missing = [name for name in names if name not in present]
        wrap_in_bookmarks([by_tag[here.get(_TAG)]], missing)


def _telling(root: Element) -> Iterator[tuple[Element, tuple[str, ...]]]:
    """Yield paragraphs that say something, with the bookmarks since the one before."""
    names: tuple[str, ...] = ()
    for paragraph, line in zip(root.iter(_PARAGRAPH), lines(root, NOWHERE), strict=True):
        names += line.bookmarks
        if line.text:
            yield paragraph, names
            names = ()


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
