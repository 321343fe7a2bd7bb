"""Inline nodes of a resolved doctree → inlines. One small function for each node class."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from functools import singledispatch

from docutils import nodes
from sphinx import addnodes
from sphinx_design.badges_buttons import sd_badge
from sphinx_design.icons import fontawesome
from sphinx_design.shared import PassthroughTextElement

from ..sphinx_ext import nodes as own
from . import blocks as b
from .images import alternative, image_path
from .place import DOC_MARK, Place, anchor, anchor_of_uri, language_of
from .remarks import Remark
from .rohes import words_of_html

Inlines = tuple[b.Inline, ...]

STRIKE_OPEN, STRIKE_CLOSE = {"<s>", "<del>"}, {"</s>", "</del>"}
CHECKBOX = re.compile(r"<input[^>]*type=\"checkbox\"[^>]*>")


@singledispatch
def inline(node: nodes.Node, place: Place) -> Inlines:
    """Return the inlines of a node; an unknown one is named and its text kept."""
    place.project.warn(unknown(node), node)
    return children(node, place)


def unknown(node: nodes.Node) -> Remark:
    """Return the remark about a node that no function knows."""
    return Remark("unknown", type(node).__name__)


def children(node: nodes.Node, place: Place) -> Inlines:
    """Return the inlines of all children, with struck-out runs joined into spans."""
    return _joined(list(node.children), place)


def inlines_of(items: Iterable[nodes.Node], place: Place) -> Inlines:
    """Return the inlines of several nodes in order."""
    return _joined(list(items), place)


def _joined(items: list[nodes.Node], place: Place) -> Inlines:
    start = next((i for i, node in enumerate(items) if _raw(node) in STRIKE_OPEN), None)
    if start is None:
        return tuple(part for node in items for part in inline(node, place))
    end = next(
        (i for i, node in enumerate(items) if i > start and _raw(node) in STRIKE_CLOSE), len(items)
    )
    struck = b.Span(_joined(items[start + 1 : end], place), b.Mark.STRIKE)
    return (*_joined(items[:start], place), struck, *_joined(items[end + 1 :], place))


def _raw(node: nodes.Node) -> str:
    return node.astext().strip().lower() if isinstance(node, nodes.raw) else ""


def _span(node: nodes.Element, place: Place, mark: b.Mark | None) -> Inlines:
    language = language_of(node)
    inner = (*(b.Anchor(a) for a in place.anchors(node)), *children(node, place))
    if mark is None and language is None:
        return inner
    return (b.Span(inner, mark, language),)


@inline.register
def _(node: nodes.Text, place: Place) -> Inlines:
    text = (b.Text(str(node)),) if str(node) else ()
    return (b.Span(text, None, place.language),) if text and place.language else text


MARKS: dict[type[nodes.Element], b.Mark] = {
    nodes.emphasis: b.Mark.EMPHASIS,
    nodes.strong: b.Mark.STRONG,
    nodes.literal: b.Mark.CODE,
    nodes.subscript: b.Mark.SUBSCRIPT,
    nodes.superscript: b.Mark.SUPERSCRIPT,
    nodes.title_reference: b.Mark.EMPHASIS,
    addnodes.literal_emphasis: b.Mark.CODE,
    addnodes.literal_strong: b.Mark.CODE,
    addnodes.manpage: b.Mark.EMPHASIS,
    addnodes.desc_name: b.Mark.STRONG,
    addnodes.desc_parameter: b.Mark.EMPHASIS,
    addnodes.desc_type_parameter: b.Mark.EMPHASIS,
    sd_badge: b.Mark.BADGE,
    own.marke: b.Mark.LABEL,
}
"""Nodes that are nothing but a marked span."""


def _register_marks() -> None:
    for cls, mark in MARKS.items():
        inline.register(cls)(lambda node, place, mark=mark: _span(node, place, mark))


_register_marks()


@inline.register
def _(node: nodes.inline, place: Place) -> Inlines:
    classes = set(node["classes"])
    if classes & {"strike", "strikethrough"}:
        return _span(node, place, b.Mark.STRIKE)
    if "kbd" in classes:
        return _span(node, place, b.Mark.KEYBOARD)
    return _span(node, place, None)


@inline.register(nodes.generated)
@inline.register(nodes.acronym)
@inline.register(nodes.problematic)
@inline.register(nodes.caption)
@inline.register(nodes.title)
@inline.register(nodes.term)
@inline.register(nodes.classifier)
@inline.register(nodes.label)
@inline.register(nodes.field_name)
@inline.register(nodes.attribution)
@inline.register(nodes.paragraph)
@inline.register(addnodes.pending_xref)
@inline.register(addnodes.desc_sig_element)
@inline.register(addnodes.desc_signature_line)
@inline.register(PassthroughTextElement)
def _(node: nodes.Element, place: Place) -> Inlines:
    return _span(node, place, None)


@inline.register(addnodes.desc_addname)
@inline.register(addnodes.desc_annotation)
@inline.register(addnodes.desc_type)
@inline.register(addnodes.desc_returns)
@inline.register(addnodes.desc_content)
@inline.register(addnodes.desc_inline)
def _(node: nodes.Element, place: Place) -> Inlines:
    text = " → " if isinstance(node, addnodes.desc_returns) else ""
    return (*((b.Text(text),) if text else ()), *_span(node, place, None))


BRACKETS: dict[type[nodes.Element], tuple[str, str]] = {
    addnodes.desc_parameterlist: ("(", ")"),
    addnodes.desc_type_parameter_list: ("[", "]"),
    addnodes.desc_optional: ("[", "]"),
}


@inline.register(addnodes.desc_parameterlist)
@inline.register(addnodes.desc_type_parameter_list)
@inline.register(addnodes.desc_optional)
def _(node: nodes.Element, place: Place) -> Inlines:
    opening, closing = BRACKETS[type(node)]
    result: list[b.Inline] = [b.Text(opening)]
    for i, child in enumerate(node.children):
        result += [b.Text(", ")] if i else []
        result += inline(child, place)
    return (*result, b.Text(closing))


@inline.register
def _(node: nodes.abbreviation, place: Place) -> Inlines:
    explanation = node.get("explanation")
    tail = (b.Text(f" ({explanation})"),) if explanation else ()
    return (*children(node, place), *tail)


@inline.register(nodes.reference)
@inline.register(addnodes.number_reference)
def _(node: nodes.reference, place: Place) -> Inlines:
    content = children(node, place)
    uri = node.get("refuri", "")
    if node.get("refid"):
        if isinstance(_target(node), nodes.footnote):
            return (*content, b.NoteReference(anchor(place.docname, node["refid"])))
        name = anchor(place.docname, node["refid"])
        return (b.InternalLink(content, name, numbered=_is_numbered(node)),)
    if uri.startswith(DOC_MARK):
        docname, target = anchor_of_uri(uri)
        if docname not in place.project.docnames:
            return _outside(content, docname, target.partition(":")[2], place)
        paged = place.project.page_references and docname != place.docname
        page = place.pages and paged and not _is_term(node)
        return (b.InternalLink(content, target, page, _is_numbered(node)),)
    # A link without words shows its address.
    return (b.ExternalLink(content or (b.Text(uri),), uri),) if uri else content


def _is_numbered(node: nodes.reference) -> bool:
    return isinstance(node, addnodes.number_reference)


def _is_term(node: nodes.reference) -> bool:
    # A glossary is in alphabetical order; nobody needs its page.
    return any("std-term" in child.get("classes", ()) for child in node.findall(nodes.inline))


def _target(node: nodes.reference) -> nodes.Element | None:
    return node.document.ids.get(node["refid"]) if node.document else None


def _outside(content: Inlines, docname: str, name: str, place: Place) -> Inlines:
    """Return a link to a page that is not in the book: its web address, else only text."""
    if place.project.web is None:
        return content
    url = place.project.web(docname) + (f"#{name}" if name else "")
    return (b.ExternalLink(content, url),)


@inline.register
def _(node: addnodes.download_reference, place: Place) -> Inlines:
    uri = node.get("refuri", "")
    return (b.ExternalLink(children(node, place), uri),) if uri else children(node, place)


@inline.register
def _(node: nodes.footnote_reference, place: Place) -> Inlines:
    return (b.NoteReference(anchor(place.docname, node["refid"])),) if node.get("refid") else ()


@inline.register
def _(node: nodes.citation_reference, place: Place) -> Inlines:
    content = (b.Text("["), *children(node, place), b.Text("]"))
    target = node.get("refid")
    return (b.InternalLink(content, anchor(place.docname, target)),) if target else content


@inline.register
def _(node: own.quellenverweis, place: Place) -> Inlines:
    return (b.NoteReference(source_note(node["docname"], node["kennung"])),)


def source_note(docname: str, kennung: str) -> str:
    """Return the id of the note that a source becomes in a book."""
    return anchor(docname, f"quelle-{kennung}")


@inline.register
def _(node: nodes.target, place: Place) -> Inlines:
    return _span(node, place, None)


@inline.register
def _(node: nodes.image, place: Place) -> Inlines:
    path = image_path(node, place)
    if path is None:
        return (b.Text(node.get("alt") or f"[{node['uri']}]"),)
    return (b.InlineImage(path, alternative(node, place), node.get("width")),)


@inline.register
def _(node: nodes.math, place: Place) -> Inlines:
    return (b.InlineMath(node.astext()),)


@inline.register
def _(node: nodes.raw, place: Place) -> Inlines:
    text = node.astext()
    if CHECKBOX.match(text):
        return (b.CheckBox("checked" in text),)
    if re.fullmatch(r"\s*<br\s*/?>\s*", text):
        return (b.LineBreak(),)
    words = words_of_html(text) if "html" in node.get("format", "").split() else ""
    if words:
        place.project.warn(Remark("html"), node)
    return (b.Text(words),) if words else ()


@inline.register
def _(node: addnodes.index, place: Place) -> Inlines:
    # Each entry marks a place of its own: one term may be the target of several entries.
    found = [
        (entry, target)
        for kind, name, target, _main, _key in node["entries"]
        for entry in _index_entries(kind, name)
    ]
    return tuple(
        replace(entry, anchor=anchor(place.docname, f"{target}--stichwort-{number}"))
        for number, (entry, target) in enumerate(found, start=1)
    )


def _index_entries(kind: str, name: str) -> list[b.IndexEntry]:
    """Return what an index directive asks for, as in Sphinx's index; still without anchors."""
    parts = tuple(part.strip() for part in name.split(";"))
    match kind, parts:
        case ("see" | "seealso", (word, other)):
            return [b.IndexEntry((word,), "", see=other, also=kind == "seealso")]
        case "pair", (first, second):
            return [b.IndexEntry(terms, "") for terms in (parts, (second, first))]
        case "triple", (first, second, third):
            rows = (
                (first, f"{second} {third}"),
                (second, f"{third}, {first}"),
                (third, f"{first} {second}"),
            )
            return [b.IndexEntry(terms, "") for terms in rows]
        case "single", _:
            return [b.IndexEntry(parts, "")]
    return []


@inline.register(nodes.comment)
@inline.register(fontawesome)
@inline.register(nodes.substitution_definition)
@inline.register(nodes.system_message)
@inline.register(nodes.pending)
def _(node: nodes.Node, place: Place) -> Inlines:
    return ()
