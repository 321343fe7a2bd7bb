"""Inlines as Typst content."""

from __future__ import annotations

from dataclasses import replace

from ..buch.blocks import (
    Anchor,
    CheckBox,
    ExternalLink,
    IndexEntry,
    Inline,
    InlineImage,
    InlineMath,
    InternalLink,
    LineBreak,
    Mark,
    NoteReference,
    PageReference,
    Span,
    Text,
)
from .emit import emit_inline, line
from .formulas import formula_of
from .marks import note_mark
from .place import Place
from .syntax import boolean, call, content, language, length, optional, string
from .walk import plain, walk

MARKS = {
    Mark.EMPHASIS: "emph",
    Mark.STRONG: "strong",
    Mark.STRIKE: "strike",
    Mark.SUBSCRIPT: "sub",
    Mark.SUPERSCRIPT: "super",
    Mark.KEYBOARD: "keyboard",
}
ASIDE = (NoteReference, Anchor, IndexEntry)


def without_asides(nodes: tuple[Inline, ...]) -> tuple[tuple[Inline, ...], tuple[Inline, ...]]:
    """Return the inlines without notes and anchors, and these apart.

    Headings are repeated in the contents and links must not hold links, so what may stand
    only once is set behind them.
    """
    asides = tuple(node for _, node in walk(nodes) if isinstance(node, ASIDE))
    return _stripped(nodes), asides


def listed(nodes: tuple[Inline, ...], kind: str, place: Place) -> str | None:
    """Return a caption for the list of its kind, ``None`` if the book has no such list."""
    if kind not in place.lists:
        return None
    return optional(line(without_asides(nodes)[0], replace(place, linked=True)))


def _stripped(nodes: tuple[Inline, ...]) -> tuple[Inline, ...]:
    kept = (node for node in nodes if not isinstance(node, ASIDE))
    return tuple(
        replace(node, children=_stripped(node.children))
        if isinstance(node, Span | ExternalLink | InternalLink)
        else node
        for node in kept
    )


@emit_inline.register
def _text(node: Text, place: Place) -> str:
    return place.text(node.text)


@emit_inline.register
def _span(node: Span, place: Place) -> str:
    body = _marked(node, place) if node.mark else line(node.children, place)
    spoken = language(node.language) if node.language else None
    if spoken is None or not body:
        return body
    region = string(spoken[1]) if spoken[1] else None
    return call("text", content(body), lang=string(spoken[0]), region=region)


def _marked(node: Span, place: Place) -> str:
    body = content(line(node.children, place))
    match node.mark:
        case Mark.CODE:
            return _code(node, place)
        case Mark.BADGE:
            return call("badge", body, role=string(node.role or ""))
        case Mark.LABEL:
            return call("gui-label", body, role=string(place.tags))
        case None:
            return line(node.children, place)
    return call(MARKS[node.mark], body)


def _code(node: Span, place: Place) -> str:
    if all(isinstance(child, Text) for child in node.children):
        parts = place.pieces(plain(node.children))
        return call("code-words", *map(string, parts)) if any(parts) else ""
    return call("code-text", content(line(node.children, place)))


@emit_inline.register
def _external(node: ExternalLink, place: Place) -> str:
    inside, asides = without_asides(node.children or (Text(node.url),))
    body = line(inside, replace(place, linked=True))
    if node.url and body and not place.linked:
        body = call("link", string(node.url), content(body))
    return body + line(asides, place)


@emit_inline.register
def _internal(node: InternalLink, place: Place) -> str:
    inside, asides = without_asides(node.children)
    body = line(inside, replace(place, linked=True))
    label = place.labels.get(node.anchor)
    if label and body and not place.linked:
        body = call("jump", string(label), content(body), page=boolean(node.page))
    return body + line(asides, place)


@emit_inline.register
def _page(node: PageReference, place: Place) -> str:
    label = place.labels.get(node.anchor)
    if label is None:
        return place.text("?")
    return call("page-of", string(label), linked=boolean(not place.linked))


@emit_inline.register
def _note(node: NoteReference, place: Place) -> str:
    return note_mark(node.note) if node.note in place.notes else ""


@emit_inline.register
def _break(node: LineBreak, place: Place) -> str:
    return "#linebreak()"


@emit_inline.register
def _check_box(node: CheckBox, place: Place) -> str:
    return call("check-box", boolean(node.checked))


@emit_inline.register
def _anchor(node: Anchor, place: Place) -> str:
    return place.anchor((node.name,))


@emit_inline.register
def _index_entry(node: IndexEntry, place: Place) -> str:
    return place.anchor((node.anchor,))


@emit_inline.register
def _image(node: InlineImage, place: Place) -> str:
    staged = place.pictures.get(node.path)
    if staged is None:
        return place.text(node.alt)
    alt = place.literal(node.alt) if node.alt.strip() else "none"
    return call("inline-picture", string(staged), alt=alt, width=length(node.width))


@emit_inline.register
def _math(node: InlineMath, place: Place) -> str:
    shown = formula_of(node.latex, place) or "none"
    return call("formula", place.literal(node.latex), shown)
