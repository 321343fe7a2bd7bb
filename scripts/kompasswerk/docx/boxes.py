"""Boxes: admonitions, cards, tabs and drop-downs as paragraphs with a bar and a ground."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from ..buch.blocks import Admonition, Block, Card, ExternalLink, Inline, InternalLink, Titled
from .emit import anchored, emit, emit_all
from .inlines import runs_of
from .oxml.base import Element
from .oxml.boxes import join
from .oxml.paragraph import ParagraphLook, paragraph
from .place import Place
from .template_boxes import BOX_LEFT, BOX_RIGHT

_KINDS = {
    "tip": "Tipp",
    "hint": "Tipp",
    "important": "Wichtig",
    "warning": "Warnung",
    "caution": "Warnung",
    "attention": "Warnung",
    "danger": "Gefahr",
    "error": "Gefahr",
    "seealso": "Siehe auch",
    "editors": "Einschätzung",
}


def box(
    style: str, title: Iterable[Inline], blocks: Iterable[Block], place: Place
) -> list[Element]:
    """Return title and content as one box of a style; nothing of it merges with a neighbour."""
    left, right = place.left + BOX_LEFT, BOX_RIGHT + (place.right or 0)
    inner = replace(place, left=left, right=right, body=style, box=True, depth=0, cell=False)
    name = place.out.styles.paragraph(f"{style} Titel")
    head = runs_of(title, replace(inner, look=place.look))
    look = ParagraphLook(style=name, left=inner.own_left, right=inner.own_right)
    first = [paragraph(look, head)] if head else []
    return join([*first, *emit_all(blocks, inner)], titled=bool(head))


@emit.register
def _(block: Admonition, place: Place) -> list[Element]:
    style = _KINDS.get(block.kind, "Hinweis")
    return anchored(box(style, block.title, block.children, place), block.anchors, place)


@emit.register
def _(block: Titled, place: Place) -> list[Element]:
    return anchored(box("Reiter", block.title, block.children, place), block.anchors, place)


@emit.register
def _(block: Card, place: Place) -> list[Element]:
    title = block.title
    if isinstance(block.link, ExternalLink | InternalLink):
        title = (replace(block.link, children=block.title or block.link.children),)
    content = (*block.children, *block.footer)
    inside = replace(place, tags="Beiläufig")
    return anchored(box("Kachel", title, content, inside), block.anchors, place)
