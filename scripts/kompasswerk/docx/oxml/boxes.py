"""Raw XML: paragraphs that look like one box."""

from __future__ import annotations

from itertools import pairwise

from .base import Element, attribute, find_all, make, qualified
from .paragraph import is_paragraph

_GAP = 80
_AHEAD = 100
_BEHIND = 140
_LONGEST, _LETTERS = 14, 700
# Where keepNext, keepLines and spacing stand in w:pPr, by what may come before them.
_BEFORE_KEEP = ("w:pStyle",)
_BEFORE_SPACING = (
    *("w:pStyle", "w:keepNext", "w:keepLines", "w:pageBreakBefore", "w:numPr", "w:pBdr"),
    *("w:shd", "w:tabs", "w:suppressAutoHyphens"),
)


def join(elements: list[Element], *, titled: bool = True) -> list[Element]:
    """Let a small box stay on one page; set distances inside and behind a box.

    Distance inside stands only between paragraphs with the same indent: Word shades it
    there; between others it might show as a white stripe. The style of a title sees to the
    distance before the box; one that is not ``titled`` says it itself.
    """
    lines = [element for element in elements if is_paragraph(element)]
    letters = sum(len("".join(map(str, line.itertext()))) for line in lines)
    for before, after in pairwise(lines):
        if _indent(before) == _indent(after) and not _numbered(after):
            _space(after, "w:before", _GAP)
        if before is lines[0] or (len(lines) <= _LONGEST and letters <= _LETTERS):
            keep_with_next(before)
    if lines:
        if not titled:
            _space(lines[0], "w:before", _AHEAD)
        _space(lines[-1], "w:after", _BEHIND)
    return elements


def space_behind(elements: list[Element], twips: int) -> None:
    """Set the distance behind the last of these elements, if it is a paragraph."""
    if elements and is_paragraph(elements[-1]):
        _space(elements[-1], "w:after", twips)


def space_before(elements: list[Element], twips: int) -> None:
    """Set the distance before the first of these elements, if it is a paragraph."""
    if elements and is_paragraph(elements[0]):
        _space(elements[0], "w:before", twips)


def _properties(line: Element) -> Element:
    if not len(line) or line[0].tag != qualified("w:pPr"):
        line.insert(0, make("w:pPr"))
    return line[0]


def _indent(line: Element) -> tuple[str | None, str | None]:
    found = find_all(line, "w:pPr/w:ind")
    if not found:
        return (None, None)
    return (attribute(found[0], "w:left"), attribute(found[0], "w:hanging"))


def _numbered(line: Element) -> bool:
    return bool(find_all(line, "w:pPr/w:numPr"))


def keep_with_next(line: Element) -> None:
    """Let no page end behind a paragraph."""
    properties = _properties(line)
    if not find_all(properties, "w:keepNext"):
        properties.insert(_place(properties, _BEFORE_KEEP), make("w:keepNext"))


def hold(elements: list[Element]) -> None:
    """Let no page end behind the last of these that shows something, or what follows it."""
    for element in reversed(elements):
        rows = find_all(element, "w:tr[last()]")
        for line in find_all(rows[0], ".//w:p") if rows else [element]:
            if is_paragraph(line):
                keep_with_next(line)
        if "".join(map(str, element.itertext())):
            break


def _space(line: Element, side: str, twips: int) -> None:
    properties = _properties(line)
    found = find_all(properties, "w:spacing")
    if found:
        found[0].set(qualified(side), str(twips))
    else:
        spacing = make("w:spacing", {side: str(twips)})
        properties.insert(_place(properties, _BEFORE_SPACING), spacing)


def _place(properties: Element, before: tuple[str, ...]) -> int:
    tags = {qualified(name) for name in before}
    return sum(1 for child in properties if child.tag in tags)
