"""Sections, paragraphs, lists and other running blocks as Typst content."""

from __future__ import annotations

import unicodedata
from dataclasses import replace

from ..buch.blocks import (
    CodeBlock,
    Definition,
    DefinitionList,
    Group,
    IndexList,
    Inline,
    ListBlock,
    ListItem,
    ListStyle,
    Mark,
    MathBlock,
    Paragraph,
    Quote,
    Rule,
    Section,
    Span,
)
from .emit import boxed, emit, flow, item, line
from .formulas import formula_of
from .inline import listed, without_asides
from .marks import unit_mark
from .place import Place
from .syntax import array, boolean, call, code, comment, content, optional, string
from .walk import place_of, plain

DEEPEST = 6
SHORT_ITEM = 42
"""Characters up to which a task fits into half a page's width."""
NUMBERING = {
    ListStyle.ARABIC: "1.",
    ListStyle.LOWER_ALPHA: "a)",
    ListStyle.UPPER_ALPHA: "A)",
    ListStyle.LOWER_ROMAN: "i.",
    ListStyle.UPPER_ROMAN: "I.",
}


@emit.register
def _section(node: Section, place: Place) -> str:
    # PDF/UA-1 allows no skipped level, so a heading is at most one below the one above it.
    level = min(node.level + place.shift, place.heading + 1, DEEPEST)
    inside = replace(place, heading=level, where=place_of(node, place.where))
    title, asides = without_asides(node.title)
    new_page = (node.starts_page or node.level == 1) and not place.contained
    if not place.shows(plain(title)):
        return place.anchor(node.anchors) + _untitled(title, asides, node, place)
    # Contents, bookmarks and running heads take the title without links and their targets.
    words, linked = line(title, replace(place, linked=True)), line(title, place)
    if words != linked:
        words = line(title, replace(place, linked=True, labels={}))
    head = call(
        "section",
        content(words),
        linked=content(linked) if linked != words else None,
        level=str(level),
        rank=str(node.level),
        number=place.literal(node.number) if node.number else None,
        aside=optional(line(asides, place)),
        mark=place.mark(node.anchors),
        listed=boolean(node.in_contents and node.level <= place.contents_depth),
        new_page=boolean(new_page),
        sheet=place.literal(node.sheet) if new_page and node.sheet else None,
    )
    whole = f"{comment(inside.where)}{head}\n{flow(node.children, inside)}"
    return call("unit", unit_mark(), content(whole)) if new_page else whole


def _untitled(
    title: tuple[Inline, ...], asides: tuple[Inline, ...], node: Section, place: Place
) -> str:
    """Return a section whose title has no words: PDF/UA-1 knows no such heading."""
    shown = emit(Paragraph((*title, *asides), role="rubric"), place) if title else ""
    return f"{shown}\n{flow(node.children, place)}"


@emit.register
def _paragraph(node: Paragraph, place: Place) -> str:
    body = place.anchor(node.anchors) + line(node.children, place)
    if node.role == "body" and not _leads_on(node):
        return call("par", content(body))
    role = "intro" if node.role == "body" else node.role
    return call("paragraph", content(body), role=string(role))


def _leads_on(node: Paragraph) -> bool:
    """Return whether a paragraph must not stand at the foot of a page without what follows."""
    shown = [each for each in node.children if plain((each,)).strip()]
    strong = all(isinstance(each, Span) and each.mark is Mark.STRONG for each in shown)
    return bool(shown) and (strong or plain(tuple(shown)).rstrip().endswith(":"))


@emit.register
def _list(node: ListBlock, place: Place) -> str:
    items = [
        content(place.anchor(each.anchors) + item(each.children, place)) for each in node.items
    ]
    tight = boolean(all(_is_short(each) for each in node.items))
    match node.style:
        case ListStyle.BULLET:
            return call("list", *items, tight=tight)
        case ListStyle.PLAIN:
            return call("plain-list", *items)
        case ListStyle.TASK:
            states = array(boolean(bool(each.checked)) for each in node.items)
            short = boolean(all(len(plain(each.children)) <= SHORT_ITEM for each in node.items))
            return call("task-list", *items, states=states, short=short)
    numbering = string(NUMBERING[node.style])
    return call("enum", *items, start=str(max(node.start, 0)), numbering=numbering, tight=tight)


def _is_short(entry: ListItem) -> bool:
    """Return whether an item is one paragraph, perhaps with a list below."""
    return len(entry.children) <= 1 or (
        len(entry.children) == 2 and isinstance(entry.children[1], ListBlock)
    )


@emit.register
def _definitions(node: DefinitionList, place: Place) -> str:
    items = array(_definition(each, place) for each in node.items)
    return call("definitions", items, role=string(node.role))


def _definition(node: Definition, place: Place) -> str:
    terms = (content(place.anchor(anchors) + line(term, place)) for term, anchors in node.terms)
    return array((array(terms), content(item(node.children, place))))


@emit.register
def _quote(node: Quote, place: Place) -> str:
    by = optional(line(node.attribution, place))
    return call("quotation", content(boxed(node.children, place)), attribution=by)


@emit.register
def _code(node: CodeBlock, place: Place) -> str:
    block = call(
        "code-block",
        _marked_code(node, place) or place.code_literal(node.text.rstrip("\n")),
        caption=optional(line(node.caption, place)),
        number=place.literal(node.number) if node.number else None,
        listed=listed(node.caption, "listings", place),
        mark=place.mark(node.anchors),
    )
    return comment(f"{place.where} › Quelltext") + block


def _marked_code(node: CodeBlock, place: Place) -> str:
    return content(line(node.markup, place)) if node.markup else ""


@emit.register
def _math(node: MathBlock, place: Place) -> str:
    return call(
        "formula-block",
        place.code_literal(node.latex.strip()),
        formula_of(node.latex, place, block=True) or "none",
        number=place.literal(node.number) if node.number else None,
        mark=place.mark(node.anchors),
    )


@emit.register
def _group(node: Group, place: Place) -> str:
    match node:
        case Group((Paragraph() as title, ListBlock() as links), role="erwaehnungen"):
            return _mentions(title, links, place)
    return flow(node.children, place)


def _mentions(title: Paragraph, links: ListBlock, place: Place) -> str:
    """Return „Wird erwähnt in“ and its links as one line."""
    items = (content(item(each.children, place)) for each in links.items)
    return call("mentions", *items, title=optional(line(title.children, place)))


@emit.register
def _rule(node: Rule, place: Place) -> str:
    return "#rule()"


def _initial(terms: tuple[str, ...]) -> str:
    """Return the letter under which an entry stands: Ä under A, what is no letter under none."""
    first = unicodedata.normalize("NFD", terms[0].strip())[:1].upper() if terms else ""
    return first if first.isalpha() else ""


@emit.register
def _index(node: IndexList, place: Place) -> str:
    entries = array(
        code(
            "",
            terms=array(place.literal(term) for term in terms),
            letter=string(_initial(terms)),
            sees=array(
                array((place.literal(word), boolean(also)))
                for word, also in node.sees.get(terms, ())
            ),
            labels=array(string(place.labels[name]) for name in anchors if name in place.labels),
        )
        for terms, anchors in node.entries
    )
    return call("index-list", entries)
