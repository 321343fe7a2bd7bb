"""Lists with Word's own numbering, and checklists with boxes that can be ticked."""

from __future__ import annotations

from dataclasses import replace

from ..buch.blocks import ListBlock, ListItem, ListStyle, Paragraph
from .emit import anchored, emit, emit_all, flattened
from .inlines import check_box, plain, runs_of, tab
from .numbers import STEP
from .oxml.base import Element
from .oxml.boxes import space_behind
from .oxml.paragraph import ParagraphLook, paragraph
from .place import Place

_CELL_STEP = 227
_BEHIND = 140  # twips behind a whole list; between its items there is less


@emit.register
def _(block: ListBlock, place: Place) -> list[Element]:
    boxed = place.box
    level = min(place.depth, 8)
    lists = place.out.lists
    number = None
    if block.style is ListStyle.BULLET:
        number = (lists.bullet(boxed), level)
    elif block.style not in (ListStyle.TASK, ListStyle.PLAIN):
        number = (lists.numbered(block.style, boxed, level, block.start), level)
    inner = replace(
        place,
        left=place.left + (_CELL_STEP if place.cell else STEP),
        depth=place.depth + 1,
        body=place.body if place.box or place.cell or place.note else "List Paragraph",
    )
    elements = [element for item in block.items for element in _item(item, number, inner)]
    if not (place.depth or place.box or place.cell or place.note):
        space_behind(elements, _BEHIND)
    return elements


def _item(item: ListItem, number: tuple[int, int] | None, place: Place) -> list[Element]:
    blocks = list(flattened(item.children))
    first: Paragraph = Paragraph(())
    if blocks and isinstance(blocks[0], Paragraph):
        first, blocks = blocks[0], blocks[1:]
    line = _first_line(item, first, number, place)
    anchors = (*item.anchors, *first.anchors)
    return [*anchored([line], anchors, place), *emit_all(blocks, place)]


def _first_line(
    item: ListItem, first: Paragraph, number: tuple[int, int] | None, place: Place
) -> Element:
    content = runs_of(first.children, place)
    if item.checked is not None:
        title = plain(first.children) or place.out.words.done
        content = [check_box(item.checked, title, place), tab(place), *content]
        number = None
    aligned = place.left == STEP * place.depth and number is not None
    whole = place.box or (aligned and not place.cell)
    look = ParagraphLook(
        style=place.out.styles.paragraph(place.body),
        number=number,
        left=None if whole and not place.box else place.left,
        hanging=_hanging(number, item, place),
        right=place.right,
        keep_next=not first.children,
    )
    return paragraph(look, content)


def _hanging(number: tuple[int, int] | None, item: ListItem, place: Place) -> int | None:
    if number is None and item.checked is None:
        return None
    if place.box:
        return STEP * place.depth
    if place.cell:
        return _CELL_STEP
    return None if number is not None and place.left == STEP * place.depth else STEP
