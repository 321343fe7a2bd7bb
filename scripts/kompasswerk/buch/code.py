"""Code: blocks whose spaces and line ends count, with a caption or with links inside."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from docutils import nodes

from . import blocks as b
from .flow import Blocks, flow
from .inline import children, inlines_of
from .place import Place

_MARKUP = (nodes.reference, nodes.strong, nodes.emphasis)
_GAP = re.compile(r"(?<= ) |^ ", re.MULTILINE)


@flow.register(nodes.literal_block)
@flow.register(nodes.doctest_block)
def _(node: nodes.Element, place: Place) -> Blocks:
    marked = any(True for each in node.findall() if isinstance(each, _MARKUP))
    markup = tuple(_spaced(children(node, place))) if marked else ()
    block = b.CodeBlock(node.astext(), node.get("language"), anchors=place.anchors(node))
    return (replace(block, markup=markup),)


def _spaced(inlines: Iterable[b.Inline]) -> Iterator[b.Inline]:
    """Yield the inlines with line ends as breaks and spaces that do not collapse."""
    for each in inlines:
        if isinstance(each, b.Text):
            for number, line in enumerate(each.text.split("\n")):
                yield from (b.LineBreak(),) if number else ()
                yield b.Text(_GAP.sub("\N{NO-BREAK SPACE}", line.expandtabs(4)))
        elif isinstance(each, b.Span | b.ExternalLink | b.InternalLink):
            yield replace(each, children=tuple(_spaced(each.children)))
        else:
            yield each


def code_with_caption(node: nodes.container, place: Place) -> Blocks:
    """Return a code block with the caption that its wrapper holds."""
    caption, block = node.children[0], node.children[-1]
    (code,) = flow(block, place)
    if not isinstance(code, b.CodeBlock):
        return (code,)
    return (
        replace(
            code,
            caption=inlines_of(caption.children, place),
            number=place.project.numbers.get(id(node)),
            anchors=(*place.anchors(node), *code.anchors),
        ),
    )
