"""Lists of every kind → blocks."""

from __future__ import annotations

from collections.abc import Iterator

from docutils import nodes
from sphinx import addnodes

from . import blocks as b
from .flow import Blocks, contents, flow
from .inline import CHECKBOX, inline, inlines_of
from .place import Place

ENUMERATED = {
    style.value: style
    for style in b.ListStyle
    if style not in (b.ListStyle.BULLET, b.ListStyle.TASK, b.ListStyle.PLAIN)
}


@flow.register
def _(node: nodes.bullet_list, place: Place) -> Blocks:
    items = tuple(
        _item(child, place) for child in node.children if isinstance(child, nodes.list_item)
    )
    tasks = any(item.checked is not None for item in items)
    return (b.ListBlock(b.ListStyle.TASK if tasks else b.ListStyle.BULLET, items),)


@flow.register
def _(node: nodes.enumerated_list, place: Place) -> Blocks:
    style = ENUMERATED.get(node.get("enumtype", ""), b.ListStyle.ARABIC)
    items = tuple(
        _item(child, place) for child in node.children if isinstance(child, nodes.list_item)
    )
    return (b.ListBlock(style, items, node.get("start", 1)),)


def _item(node: nodes.list_item, place: Place) -> b.ListItem:
    return b.ListItem(contents(_without_box(node), place), _state(node), place.anchors(node))


def _state(node: nodes.list_item) -> bool | None:
    """Return whether a task is ticked, ``None`` for an item that is no task.

    MyST writes the box as raw HTML; read the state there, or it is lost.
    """
    box = next((raw for raw in _boxes(node)), None)
    return None if box is None else "checked" in box.astext()


def _boxes(node: nodes.list_item) -> Iterator[nodes.raw]:
    first = node.children[0] if node.children else None
    if isinstance(first, nodes.paragraph):
        yield from (
            child
            for child in first.children
            if isinstance(child, nodes.raw) and CHECKBOX.search(child.astext())
        )


def _without_box(node: nodes.list_item) -> list[nodes.Node]:
    boxes = {id(box) for box in _boxes(node)}
    if not boxes:
        return list(node.children)
    first, *rest = node.children
    text = nodes.paragraph("", "", *(c.deepcopy() for c in first.children if id(c) not in boxes))
    return [text, *rest]


@flow.register
def _(node: addnodes.hlist, place: Place) -> Blocks:
    columns = [child for child in node.children if isinstance(child, addnodes.hlistcol)]
    items = tuple(
        item
        for column in columns
        for listing in flow(column.children[0], place)
        if isinstance(listing, b.ListBlock)
        for item in listing.items
    )
    return (b.ListBlock(b.ListStyle.BULLET, items),)


@flow.register
def _(node: addnodes.acks, place: Place) -> Blocks:
    return contents(node.children, place)


# ---------------------------------------------------------------- terms


@flow.register
def _(node: nodes.definition_list, place: Place) -> Blocks:
    role = "glossary" if "glossary" in node["classes"] else "definitions"
    return (b.DefinitionList(tuple(_definition(child, place) for child in node.children), role),)


def _definition(node: nodes.Node, place: Place) -> b.Definition:
    terms: list[tuple[tuple[b.Inline, ...], tuple[str, ...]]] = []
    body: list[b.Block] = []
    for child in node.children:
        if isinstance(child, nodes.term):
            terms.append((inlines_of(child.children, place.compact()), place.anchors(child)))
        elif isinstance(child, nodes.classifier) and terms:
            words, anchors = terms.pop()
            terms.append(((*words, b.Text(" : "), *inline(child, place)), anchors))
        else:
            body += contents(child.children, place)
    return b.Definition(tuple(terms), tuple(body))


@flow.register(nodes.field_list)
@flow.register(nodes.docinfo)
def _(node: nodes.Element, place: Place) -> Blocks:
    return (b.DefinitionList(tuple(_field(child, place) for child in node.children), "fields"),)


def _field(node: nodes.Node, place: Place) -> b.Definition:
    name, body = node.children[0], node.children[-1]
    return b.Definition(((inline(name, place), ()),), contents(body.children, place))


@flow.register
def _(node: nodes.option_list, place: Place) -> Blocks:
    items = []
    for option in node.children:
        group, text = option.children
        term = (b.Span((b.Text(group.astext()),), b.Mark.CODE),)
        items.append(b.Definition(((term, ()),), contents(text.children, place)))
    return (b.DefinitionList(tuple(items)),)


@flow.register
def _(node: addnodes.desc, place: Place) -> Blocks:
    signatures = [child for child in node.children if isinstance(child, addnodes.desc_signature)]
    terms = tuple(
        ((b.Span(inlines_of(child.children, place.compact()), b.Mark.CODE),), place.anchors(child))
        for child in signatures
    )
    rest = [child for child in node.children if not isinstance(child, addnodes.desc_signature)]
    body = tuple(block for child in rest for block in contents(child.children, place))
    return (b.DefinitionList((b.Definition(terms, body),)),)
