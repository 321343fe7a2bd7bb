"""Containers: cards, grids, tabs and drop-downs of sphinx-design, and plain ones."""

from __future__ import annotations

from collections.abc import Callable

from docutils import nodes
from sphinx_design.shared import PassthroughTextElement, is_component

from . import blocks as b
from .code import code_with_caption
from .flow import Blocks, contents, flow
from .inline import inline, inlines_of
from .place import Place


@flow.register
def _(node: nodes.container, place: Place) -> Blocks:
    if node.get("literal_block"):
        return code_with_caption(node, place)
    component = COMPONENTS.get(node.get("design_component", ""))
    if component is not None:
        return component(node, place)
    inner = contents(node.children, place)
    return (b.Group(inner, " ".join(node["classes"])),) if inner else ()


def _card(node: nodes.container, place: Place) -> Blocks:
    place = place.compact()
    parts = {
        name: [block for part in _parts(node, name) for block in _flow_of(part, place)]
        for name in ("card-header", "card-overlay", "card-body", "card-footer")
    }
    title = next((inlines_of(t.children, place) for t in _parts(node, "card-title")), ())
    pictures = [
        block
        for child in node.children
        if isinstance(child, nodes.image)
        for block in flow(child, place)
    ]
    return (
        b.Card(
            title,
            (*pictures, *parts["card-header"], *parts["card-overlay"], *parts["card-body"]),
            tuple(parts["card-footer"]),
            _link(node, place),
            place.anchors(node),
        ),
    )


def _parts(node: nodes.Element, name: str) -> list[nodes.Element]:
    """Return the nearest parts of a name; what is nested inside one of them is its own."""
    found: list[nodes.Element] = []
    for child in _elements(node):
        if is_component(child, name):
            found.append(child)
        elif child.get("design_component") != node.get("design_component"):
            found += _parts(child, name)
    return found


def _flow_of(part: nodes.Element, place: Place) -> Blocks:
    return contents(
        [
            child
            for child in part.children
            if not is_component(child, "card-title")
            and not isinstance(child, PassthroughTextElement)
        ],
        place,
    )


def _link(node: nodes.Element, place: Place) -> b.ExternalLink | b.InternalLink | None:
    for holder in node.findall(PassthroughTextElement):
        for part in inline(holder, place):
            if isinstance(part, b.ExternalLink | b.InternalLink):
                return part
    return None


def _grid(node: nodes.container, place: Place) -> Blocks:
    items = [
        block
        for item in _parts(node, "grid-item")
        for block in contents(item.children, place.compact())
    ]
    return (b.Grid(tuple(items)),) if items else ()


def _tab(node: nodes.container, place: Place) -> Blocks:
    label, *rest = _elements(node)
    body = [block for part in rest for block in contents(part.children, place)]
    return (b.Titled(inlines_of(label.children, place), tuple(body), "tab", place.anchors(label)),)


def _dropdown(node: nodes.container, place: Place) -> Blocks:
    items = list(node.children)
    title: tuple[b.Inline, ...] = ()
    anchors = place.anchors(node)
    if node.get("has_title"):
        head = _elements(node)[0]
        items.remove(head)
        title, anchors = inlines_of(head.children, place), (*anchors, *place.anchors(head))
    return (b.Titled(title, contents(items, place), "dropdown", anchors),)


def _elements(node: nodes.Element) -> list[nodes.Element]:
    return [child for child in node.children if isinstance(child, nodes.Element)]


def _transparent(node: nodes.container, place: Place) -> Blocks:
    return contents(node.children, place)


@flow.register
def _(node: PassthroughTextElement, place: Place) -> Blocks:
    content = inlines_of(node.children, place)
    return (b.Paragraph(content),) if content else ()


COMPONENTS: dict[str, Callable[[nodes.container, Place], Blocks]] = {
    "card": _card,
    "grid-container": _grid,
    "tab-set": _transparent,
    "tab-item": _tab,
    "dropdown": _dropdown,
    "accordion": _transparent,
    "card-carousel": _transparent,
}
"""Name of a sphinx-design component → what it is in a book; others are plain groups."""
