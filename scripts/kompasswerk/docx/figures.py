"""Figures: picture, caption and legend."""

from __future__ import annotations

from dataclasses import replace

from ..buch.blocks import Figure
from .captions import caption
from .emit import anchored, emit, emit_all
from .oxml import text as xml
from .oxml.base import Element
from .oxml.paragraph import ParagraphLook, paragraph
from .pictures import block_picture
from .place import Place


@emit.register
def _(block: Figure, place: Place) -> list[Element]:
    drawn = block_picture(block, place)
    if drawn is None:
        drawn = xml.text_run(f"[{block.alt}]" if block.alt else "", place.look)
    described = bool(block.caption or block.number)
    look = ParagraphLook(
        style=place.out.styles.paragraph(place.body if place.box else "Abbildung"),
        left=place.own_left if place.box else place.left or None,
        right=place.own_right if place.box else place.right,
        keep_next=described,
    )
    elements = [
        paragraph(look, [drawn]),
        *caption("figure", block.number, block.caption, place, above=False, anchors=block.anchors),
    ]
    legend = emit_all(block.legend, replace(place, body=_small(place)))
    return [*anchored(elements, block.anchors, place), *legend]


def _small(place: Place) -> str:
    return place.body if place.box or place.cell else "Kleingedrucktes"
