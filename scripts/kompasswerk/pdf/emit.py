"""The two functions that every emitter registers with.

``emit`` turns a block into Typst content, ``emit_inline`` an inline. A new block kind needs
one function with ``@emit.register`` and, where it has a look, one function in the template.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import singledispatch

from ..buch.blocks import Block, Inline, Paragraph
from .marks import close_notes
from .place import Place
from .syntax import array, content


@singledispatch
def emit(node: object, place: Place) -> str:
    """Return a block as Typst content; ``TypeError`` for a class without emitter."""
    raise TypeError(f"no Typst emitter for block {type(node).__name__}")


@singledispatch
def emit_inline(node: object, place: Place) -> str:
    """Return an inline as Typst content; ``TypeError`` for a class without emitter."""
    raise TypeError(f"no Typst emitter for inline {type(node).__name__}")


def flow(nodes: Iterable[Block], place: Place) -> str:
    """Return blocks below each other."""
    return "\n".join(emit(node, place) for node in nodes)


def boxed(nodes: Iterable[Block], place: Place) -> str:
    """Return blocks that stand in a box, a cell or an item, where no page may begin."""
    return flow(nodes, replace(place, contained=True))


def line(nodes: Iterable[Inline], place: Place) -> str:
    """Return inlines next to each other."""
    return "".join(emit_inline(node, place) for node in close_notes(nodes))


def item(nodes: tuple[Block, ...], place: Place, roles: tuple[str, ...] = ("body",)) -> str:
    """Return the blocks of an item; a leading paragraph needs no paragraph of its own.

    ``roles`` are those of paragraphs for which this holds.
    """
    if nodes and isinstance(nodes[0], Paragraph) and nodes[0].role in roles:
        first = place.anchor(nodes[0].anchors) + line(nodes[0].children, place)
        return f"{first}\n{boxed(nodes[1:], place)}" if nodes[1:] else first
    return boxed(nodes, place)


def labelled(rows: Iterable[tuple[tuple[Inline, ...], tuple[Block, ...]]], place: Place) -> str:
    """Return rows of label and text as an array of pairs."""
    return array(
        array((content(line(label, place)), content(item(children, place))))
        for label, children in rows
    )
