"""Raw XML of paragraphs and the frame around the contents table."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from .base import Element, attribute, find_all, make, qualified, remembered, valued
from .text import bookmark


@dataclass(frozen=True)
class ParagraphLook:
    """What distinguishes a paragraph from its style; twips throughout, ``None``: as the style.

    ``number`` is numbering instance and level, ``(0, 0)`` switches numbering off. ``stops`` are
    tab stops: kind (``right``, ``clear`` …), place, leader.
    """

    style: str | None = None
    keep_next: bool = False
    keep_lines: bool = False
    page_break: bool = False
    number: tuple[int, int] | None = None
    before: int | None = None
    after: int | None = None
    left: int | None = None
    right: int | None = None
    hanging: int | None = None
    align: str | None = None
    stops: tuple[tuple[str, int, str], ...] = ()


def paragraph(look: ParagraphLook, children: Iterable[Element] = ()) -> Element:
    """``<w:p><w:pPr/>children</w:p>``."""
    element = _empty_paragraph(look)
    element.extend(list(children))
    return element


@remembered
def _empty_paragraph(look: ParagraphLook) -> Element:
    properties = paragraph_properties(look)
    return make("w:p", children=[properties] if len(properties) else [])


def paragraph_properties(look: ParagraphLook) -> Element:
    """``<w:pPr>`` with style, keeps, break, numbering, spacing, indent, alignment in order."""
    parts = [
        valued("w:pStyle", look.style) if look.style else None,
        make("w:keepNext") if look.keep_next else None,
        make("w:keepLines") if look.keep_lines else None,
        make("w:pageBreakBefore") if look.page_break else None,
        _numbering(look.number),
        tab_stops(look.stops) if look.stops else None,
        _attributes("w:spacing", {"before": look.before, "after": look.after}),
        _attributes("w:ind", {"left": look.left, "right": look.right, "hanging": look.hanging}),
        valued("w:jc", look.align) if look.align else None,
    ]
    return make("w:pPr", children=[part for part in parts if part is not None])


def _numbering(number: tuple[int, int] | None) -> Element | None:
    if number is None:
        return None
    instance, level = number
    return make("w:numPr", children=[valued("w:ilvl", level), valued("w:numId", instance)])


def tab_stops(stops: Iterable[tuple[str, int, str]]) -> Element:
    """``<w:tabs><w:tab w:val="right" w:pos="9242" w:leader="dot"/></w:tabs>``."""
    return make(
        "w:tabs",
        children=[
            make(
                "w:tab",
                {"w:val": kind, "w:pos": str(place)} | ({"w:leader": leader} if leader else {}),
            )
            for kind, place, leader in stops
        ],
    )


def _attributes(name: str, values: dict[str, int | None]) -> Element | None:
    given = {f"w:{key}": str(value) for key, value in values.items() if value is not None}
    return make(name, given) if given else None


def is_paragraph(element: Element) -> bool:
    """Say whether this is a ``w:p``."""
    return element.tag == qualified("w:p")


def is_table(element: Element) -> bool:
    """Say whether this is a ``w:tbl``."""
    return element.tag == qualified("w:tbl")


def wrap_in_bookmarks(elements: list[Element], names: Iterable[str]) -> bool:
    """Put bookmarks around the content of the first paragraph; ``False`` if there is none."""
    first = next(
        (found for item in elements for found in item.iter(qualified("w:p"))),
        None,
    )
    if first is None:
        return False
    start = 1 if len(first) and first[0].tag == qualified("w:pPr") else 0
    for name in names:
        begin, end = bookmark(name)
        first.insert(start, begin)
        first.append(end)
    return True


def put_first(element: Element, runs: Iterable[Element]) -> bool:
    """Put runs before the text of the first paragraph; ``False`` if there is none."""
    first = next(iter(element.iter(qualified("w:p"))), None)
    if first is None:
        return False
    start = 1 if len(first) and first[0].tag == qualified("w:pPr") else 0
    for offset, item in enumerate(runs):
        first.insert(start + offset, item)
    return True


def put_around(elements: list[Element], before: list[Element], after: list[Element]) -> None:
    """Put runs at the start of the first and at the end of the last of these paragraphs."""
    put_first(elements[0], before)
    elements[-1].extend(after)


def contents_frame(elements: Iterable[Element]) -> Element:
    """``<w:sdt>…<w:docPartGallery w:val="Table of Contents"/>…``: what Word calls a contents."""
    part = make(
        "w:docPartObj",
        children=[valued("w:docPartGallery", "Table of Contents"), make("w:docPartUnique")],
    )
    return make(
        "w:sdt",
        children=[
            make("w:sdtPr", children=[valued("w:id", 0), part]),
            make("w:sdtContent", children=elements),
        ],
    )


def style_starts(elements: list[Element], style: str | None) -> int | None:
    """Return where the first paragraph of a style stands behind others; ``None`` if nowhere."""
    for number, element in enumerate(elements if style else ()):
        found = find_all(element, "w:pPr/w:pStyle") if is_paragraph(element) else []
        if found and attribute(found[0], "w:val") == style:
            return number or None
    return None


def end_section(elements: list[Element], page: Element, spacer: str | None) -> list[Element]:
    """Return the elements so that the last paragraph ends a section of pages.

    A table or frame at the end gets a paragraph of style ``spacer`` behind it.
    """
    elements = closed(elements, spacer)
    last = elements[-1]
    if not len(last) or last[0].tag != qualified("w:pPr"):
        last.insert(0, make("w:pPr"))
    last[0].append(page)
    return elements


def closed(elements: list[Element], spacer: str | None) -> list[Element]:
    """Return the elements with a paragraph at the end, of style ``spacer`` if it is new."""
    if elements and is_paragraph(elements[-1]):
        return elements
    return [*elements, paragraph(ParagraphLook(style=spacer))]


def number_ids(root: Element, first: int = 1) -> None:
    """Give bookmarks, content controls and drawings numbers in document order, from ``first``."""
    _number_bookmarks(root, first)
    for number, control in enumerate(find_all(root, "//w:sdtPr/w:id"), first):
        control.set(qualified("w:val"), str(number))
    for number, drawing in enumerate(find_all(root, "//wp:docPr"), first):
        drawing.set("id", str(number))


def _number_bookmarks(root: Element, first: int) -> None:
    start, end = qualified("w:bookmarkStart"), qualified("w:bookmarkEnd")
    unfinished: list[str] = []
    following = first
    for item in root.iter(start, end):
        if item.tag == start:
            unfinished.append(str(following))
            item.set(qualified("w:id"), unfinished[-1])
            following += 1
        elif unfinished:
            item.set(qualified("w:id"), unfinished.pop())
