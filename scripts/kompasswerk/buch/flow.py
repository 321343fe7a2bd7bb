"""Block nodes of a resolved doctree → blocks. One small function for each node class.

Lists, tables and pictures have modules of their own; importing ``from_doctree`` registers all.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import singledispatch
from typing import Any, cast

from docutils import nodes
from sphinx import addnodes
from sphinx.locale import admonitionlabels

from . import blocks as b
from .inline import inline, inlines_of, unknown
from .place import Place, anchor
from .remarks import Remark

Blocks = tuple[b.Block, ...]


@singledispatch
def flow(node: nodes.Node, place: Place) -> Blocks:
    """Return the blocks of a node; an unknown one is named and its text kept."""
    place.project.warn(unknown(node), node)
    if isinstance(node, nodes.Element) and not node.children:
        return source_of(node)
    return contents(node.children, place)


Known = Callable[[Any, Place], Blocks]
BY_NAME: dict[str, Known] = {}
"""Class name → function, for nodes of extensions that need not be installed."""

SOURCES = ("code", "uml", "source", "content", "text")


def source_of(node: nodes.Element) -> Blocks:
    """Return the source of a diagram and the like as code; nothing if a node holds none."""
    found = (node.get(name) for name in SOURCES)
    text = next((value for value in found if isinstance(value, str) and value.strip()), "")
    return (b.CodeBlock(text.strip("\n")),) if text else ()


def contents(items: Iterable[nodes.Node], place: Place) -> Blocks:
    """Return the blocks of several nodes; inline nodes between blocks become paragraphs."""
    result: list[b.Block] = []
    loose: list[nodes.Node] = []
    for node in items:
        if is_inline(node):
            loose.append(node)
            continue
        result += _paragraph_of(loose, place)
        loose = []
        result += _with_marks(node, place)
    return (*result, *_paragraph_of(loose, place))


def _with_marks(node: nodes.Node, place: Place) -> Blocks:
    """Return the blocks of a node, with a mark before them for each id that none carries."""
    blocks = _blocks_of(node, place)
    if not isinstance(node, nodes.Element) or not node.get("ids"):
        return blocks
    carried = {name for block in blocks for name in getattr(block, "anchors", ())}
    missing = [name for name in place.anchors(node) if name not in carried]
    if not missing or isinstance(node, nodes.footnote | nodes.citation):
        return blocks
    return (b.Paragraph(tuple(b.Anchor(name) for name in missing), "anchor"), *blocks)


def _blocks_of(node: nodes.Node, place: Place) -> Blocks:
    """Return the blocks of a node; one that an extension built differently keeps its text."""
    try:
        return BY_NAME.get(type(node).__name__, flow)(node, place.spoken(node))
    except (AttributeError, LookupError, StopIteration, TypeError, ValueError):
        place.project.warn(Remark("broken", type(node).__name__), node)
        text = node.astext().strip()
        return (b.Paragraph((b.Text(text),)),) if text else ()


def is_inline(node: nodes.Node) -> bool:
    """Return whether a node stands inside a line rather than below the last one.

    An unknown node stands in the line unless it holds something that cannot.
    """
    if isinstance(node, nodes.image):
        return isinstance(node.parent, nodes.TextElement)
    if isinstance(node, addnodes.index | nodes.raw | nodes.target | nodes.Text):
        return True
    as_block = flow.dispatch(type(node)) is not flow.dispatch(object)
    as_inline = inline.dispatch(type(node)) is not inline.dispatch(object)
    if as_block or type(node).__name__ in BY_NAME:
        return False
    if as_inline:
        return all(map(is_inline, node.children)) if isinstance(node, nodes.inline) else True
    return bool(node.children) and all(map(is_inline, node.children))


def _paragraph_of(loose: list[nodes.Node], place: Place) -> Blocks:
    content = inlines_of(loose, place)
    return (b.Paragraph(content),) if any(visible(part) for part in content) else _carrier(content)


def _carrier(content: tuple[b.Inline, ...]) -> Blocks:
    kept = tuple(part for part in content if isinstance(part, b.Anchor | b.IndexEntry))
    return (b.Paragraph(kept, role="anchor"),) if kept else ()


def visible(part: b.Inline) -> bool:
    """Return whether a reader sees anything of an inline."""
    if isinstance(part, b.Text):
        return bool(part.text.strip())
    return not isinstance(part, b.Anchor | b.IndexEntry)


# ---------------------------------------------------------------- structure


@flow.register
def _(node: nodes.document, place: Place) -> Blocks:
    return contents(node.children, place)


@flow.register
def _(node: nodes.section, place: Place) -> Blocks:
    if "kompass-quellen" in node["classes"]:
        return contents(node.children[1:], place)
    title, *rest = node.children
    return (
        b.Section(
            place.level,
            inline(title, place.compact()),
            contents(rest, place.deeper()),
            anchors=place.anchors(node),
            number=place.project.numbers.get(id(node)),
            in_contents=place.project.all_headings or id(node) in place.project.numbers,
        ),
    )


@flow.register
def _(node: nodes.rubric, place: Place) -> Blocks:
    return (b.Paragraph(inlines_of(node.children, place), "rubric", place.anchors(node)),)


@flow.register(nodes.title)
@flow.register(nodes.subtitle)
@flow.register(addnodes.centered)
def _(node: nodes.Element, place: Place) -> Blocks:
    return (b.Paragraph(inlines_of(node.children, place), "rubric", place.anchors(node)),)


@flow.register
def _(node: nodes.paragraph, place: Place) -> Blocks:
    if not all(map(is_inline, node.children)):
        return contents(node.children, place)  # Sphinx puts lists into paragraphs of fields
    content = inlines_of(node.children, place)
    if not any(visible(part) for part in content):
        return _carrier(content)
    return (b.Paragraph(content, anchors=place.anchors(node)),)


@flow.register(nodes.compound)
@flow.register(addnodes.compact_paragraph)
@flow.register(addnodes.glossary)
@flow.register(addnodes.start_of_file)
def _(node: nodes.Element, place: Place) -> Blocks:
    if isinstance(node, addnodes.compact_paragraph) and all(map(is_inline, node.children)):
        return _paragraph_of(list(node.children), place)
    return contents(node.children, place)


@flow.register
def _(node: nodes.transition, place: Place) -> Blocks:
    return (b.Rule(),)


@flow.register
def _(node: nodes.line_block, place: Place) -> Blocks:
    return tuple(block for child in node.children for block in flow(child, place))


@flow.register
def _(node: nodes.line, place: Place) -> Blocks:
    return (b.Paragraph(inlines_of(node.children, place), "line"),)


# ---------------------------------------------------------------- boxes


@flow.register
def _(node: nodes.block_quote, place: Place) -> Blocks:
    sayings = [child for child in node.children if isinstance(child, nodes.attribution)]
    rest = [child for child in node.children if not isinstance(child, nodes.attribution)]
    said_by = inlines_of(sayings, place)
    return (b.Quote(contents(rest, place), said_by),)


def _admonition(node: nodes.Element, place: Place) -> Blocks:
    kind = "note" if isinstance(node, nodes.admonition) else type(node).__name__
    items = list(node.children)
    if items and isinstance(items[0], nodes.title):
        title = inline(items.pop(0), place)
    else:
        title = (b.Text(str(admonitionlabels.get(kind, kind))),)
    if "einschaetzung" in node["classes"]:
        kind = "editors"
    elif isinstance(node, nodes.admonition):
        kind = next((c for c in node["classes"] if c in admonitionlabels), kind)
    return (b.Admonition(kind, title, contents(items, place), place.anchors(node)),)


# A mixin that only elements have; its subclasses cover note, tip, warning and the rest.
flow.register(cast("type[nodes.Element]", nodes.Admonition), _admonition)


@flow.register(nodes.topic)
@flow.register(nodes.sidebar)
def _(node: nodes.Element, place: Place) -> Blocks:
    items = list(node.children)
    title = inline(items.pop(0), place) if items and isinstance(items[0], nodes.title) else ()
    return (b.Admonition("note", title, contents(items, place), place.anchors(node)),)


@flow.register
def _(node: addnodes.versionmodified, place: Place) -> Blocks:
    return contents(node.children, place)


# ---------------------------------------------------------------- formulas and grammars


@flow.register
def _(node: nodes.math_block, place: Place) -> Blocks:
    number = place.project.numbers.get(id(node)) or node.get("number")
    return (b.MathBlock(node.astext(), str(number) if number else None, place.anchors(node)),)


@flow.register
def _(node: addnodes.productionlist, place: Place) -> Blocks:
    return (b.CodeBlock("\n".join(child.astext() for child in node.children)),)


# ---------------------------------------------------------------- notes and what has no look


@flow.register
def _(node: nodes.citation, place: Place) -> Blocks:
    label, *rest = node.children
    term = (inline(label, place), place.anchors(node))
    return (b.DefinitionList((b.Definition((term,), contents(rest, place)),)),)


@flow.register
def _(node: nodes.footnote, place: Place) -> Blocks:
    if node.get("backrefs"):
        return ()  # stands where the page cites it
    label, *rest = node.children
    return (
        b.DefinitionList((b.Definition(((inline(label, place), ()),), contents(rest, place)),)),
    )


@flow.register(nodes.comment)
@flow.register(nodes.decoration)
@flow.register(nodes.substitution_definition)
@flow.register(nodes.pending)
@flow.register(nodes.meta)
@flow.register(addnodes.highlightlang)
@flow.register(addnodes.tabular_col_spec)
@flow.register(addnodes.toctree)
def _(node: nodes.Node, place: Place) -> Blocks:
    return ()


@flow.register
def _(node: nodes.system_message, place: Place) -> Blocks:
    return ()


def notes_of(document: nodes.document, place: Place) -> dict[str, Blocks]:
    """Return the footnotes of a document by note id, without their labels."""
    return {
        anchor(place.docname, name): contents(node.children[1:], place.compact())
        for node in document.findall(nodes.footnote)
        for name in node["ids"]
    }
