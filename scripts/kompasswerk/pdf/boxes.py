"""Boxes, cards and what was behind tabs as Typst content."""

from __future__ import annotations

from dataclasses import replace

from ..buch.blocks import (
    Admonition,
    Block,
    Card,
    CodeBlock,
    FactBox,
    Figure,
    Grid,
    NextStep,
    Paragraph,
    Table,
    Titled,
)
from .emit import boxed, emit, emit_inline, item, labelled, line
from .extent import lines_of
from .place import Place
from .syntax import array, boolean, call, comment, content, optional, string
from .walk import place_of, plain, walk

BRIEF = 30
"""Characters up to which a fact stands beside another one."""
NARROW = 700
"""Characters up to which an item of a grid fits into half a page's width."""
WHOLE, HALF = 24, 40
"""Lines up to which a box stays on one page; letters of a line in half a page's width."""


@emit.register
def _admonition(node: Admonition, place: Place) -> str:
    inside = replace(place, where=place_of(node, place.where))
    box = call(
        "admonition",
        content(boxed(node.children, inside)),
        kind=string(node.kind),
        title=optional(line(node.title, place)),
        mark=place.mark(node.anchors),
    )
    return comment(inside.where) + box


@emit.register
def _card(node: Card, place: Place) -> str:
    inside = replace(place, framed=False, tags="card")
    title = line(node.title, place)
    if node.link:
        linked = replace(node.link, children=node.title or node.link.children)
        title = emit_inline(linked, place)
    return call(
        "card",
        content(boxed(node.children, inside)),
        title=optional(title),
        footer=optional(boxed(node.footer, inside)),
        framed=boolean(not place.framed),
        mark=place.mark(node.anchors),
    )


@emit.register
def _grid(node: Grid, place: Place) -> str:
    columns = min(max(node.columns, 1), 3, max(len(node.items), 1))
    if any(_is_wide(each) for each in node.items):
        columns = 1
    framed = all(isinstance(each, Card) for each in node.items)
    inside = replace(place, framed=framed)
    items = array(content(boxed((each,), inside)) for each in node.items)
    whole = all(lines_of(each, HALF) <= WHOLE for each in node.items)
    return call(
        "card-grid", items, columns=str(columns), framed=boolean(framed), whole=boolean(whole)
    )


def _is_wide(block: Block) -> bool:
    wide = any(isinstance(node, Table | Figure | CodeBlock) for _, node in walk(block))
    return wide or len(plain(block)) > NARROW


@emit.register
def _titled(node: Titled, place: Place) -> str:
    return call(
        "titled",
        content(boxed(node.children, place)),
        title=content(line(node.title, place)),
        role=string(node.role),
        mark=place.mark(node.anchors),
    )


@emit.register
def _facts(node: FactBox, place: Place) -> str:
    inside = replace(place, tags="facts")
    rows = (
        array((content(line(label, place)), content(item(body, inside)), boolean(_is_brief(body))))
        for label, body in node.rows
    )
    box = call(
        "fact-box",
        array(rows),
        title=optional(line(node.title, place)),
        mark=place.mark(node.anchors),
    )
    return comment(place_of(node, place.where)) + box


def _is_brief(value: tuple[Block, ...]) -> bool:
    """Return whether a fact fits beside another one."""
    text = plain(value)
    single = len(value) == 1 and isinstance(value[0], Paragraph)
    return single and len(text) <= BRIEF


@emit.register
def _next_step(node: NextStep, place: Place) -> str:
    return call(
        "next-step",
        labelled(node.rows, place),
        title=optional(line(node.title, place)),
        whole=boolean(lines_of(node.rows) <= WHOLE),
    )
