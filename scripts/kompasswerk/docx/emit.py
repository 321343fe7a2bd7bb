"""The one entry for blocks: a function per class, registered where its subject lives."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import singledispatch

from ..buch.blocks import (
    Admonition,
    Answer,
    Block,
    Card,
    CodeBlock,
    Grid,
    Group,
    Inline,
    ListBlock,
    Mark,
    Paragraph,
    Span,
    Text,
    Titled,
)
from .answers import room_for
from .oxml.base import Element
from .oxml.boxes import hold
from .oxml.paragraph import ParagraphLook, is_table, paragraph, wrap_in_bookmarks
from .place import Place

_BOXED = (Admonition, Card, Titled, CodeBlock)


@singledispatch
def emit(block: Block, place: Place) -> list[Element]:
    """Return the paragraphs and tables of a block, in order."""
    raise TypeError(f"no function writes {type(block).__name__} to Word")


def emit_all(blocks: Iterable[Block], place: Place) -> list[Element]:
    """Return the elements of all blocks; neighbouring boxes and tables are kept apart."""
    elements: list[Element] = []
    previous: Block | None = None
    for block in flattened(blocks):
        found = emit(block, place)
        if elements and found:
            table = is_table(elements[-1])
            if table or (isinstance(previous, _BOXED) and isinstance(block, _BOXED)):
                elements.append(_gap(place, wide=table))
            if isinstance(block, Paragraph) and block.role == "mentions":
                hold(elements)  # a page with nothing but mentions would be a waste
        elements.extend(found)
        previous = block
    return elements


def _gap(place: Place, wide: bool) -> Element:
    # Word makes one of two tables, and one of two boxes, that have no paragraph between them.
    style = place.out.styles.paragraph("Abstand")
    return paragraph(ParagraphLook(style=style, after=None if wide else 0))


def flattened(blocks: Iterable[Block]) -> Iterator[Block]:
    """Yield blocks, with the blocks of groups and grids in place of these."""
    for block in blocks:
        if isinstance(block, Group) and block.role == "erwaehnungen":
            yield from _as_line(block)
        elif isinstance(block, Group):
            yield from flattened(block.children)
        elif isinstance(block, Grid):
            yield from flattened(block.items)
        else:
            yield block


def on_paper(blocks: Iterable[Block]) -> Iterator[Block]:
    """Yield blocks as :func:`flattened`, and what answers need room for in place of these."""
    for block in flattened(blocks):
        yield from flattened(room_for(block)) if isinstance(block, Answer) else (block,)


def _as_line(group: Group) -> Iterator[Block]:
    """Yield „Wird erwähnt in“ and its links as one paragraph, anything else as it is."""
    match group.children:
        case (Paragraph() as title, ListBlock() as links):
            entries = [each.children[0] for each in links.items if each.children]
        case _:
            yield from flattened(group.children)
            return
    words: list[Inline] = [Span((*title.children, Text(": ")), Mark.STRONG)]
    for number, entry in enumerate(entries):
        words.append(Text("\u00a0· " if number else ""))
        words.extend(entry.children if isinstance(entry, Paragraph) else ())
    yield Paragraph(tuple(words), role="mentions", anchors=title.anchors)


def anchored(elements: list[Element], anchors: tuple[str, ...], place: Place) -> list[Element]:
    """Return the elements with bookmarks at their beginning; an empty list gets a paragraph."""
    names = place.out.bookmarks(anchors)
    if names and not wrap_in_bookmarks(elements, names):
        elements = [paragraph(ParagraphLook(style=place.out.styles.paragraph("Abstand")))]
        wrap_in_bookmarks(elements, names)
    return elements
