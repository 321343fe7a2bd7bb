"""Sections, paragraphs, quotes, code, formulas, definition lists, rules and the index."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ..buch.blocks import (
    CodeBlock,
    Definition,
    DefinitionList,
    IndexList,
    Inline,
    Mark,
    MathBlock,
    Paragraph,
    Quote,
    Rule,
    Section,
    Span,
)
from .captions import caption, counted
from .emit import anchored, emit, emit_all
from .inlines import formula, page_field, plain, runs_of, tab
from .numbers import STEP
from .oxml import text as xml
from .oxml.base import Element
from .oxml.controls import locked
from .oxml.paragraph import ParagraphLook, paragraph, put_around, wrap_in_bookmarks
from .oxml.text import RunLook
from .place import Entry, Place

ROLES = {
    "lead": "Leitsatz",
    "rubric": "Rubrik",
    "attribution": "Quellenangabe",
    "note": "Kleingedrucktes",
    "line": "Zeile",
    "mentions": "Erwähnungen",
    "anchor": "Abstand",
}
_INDENT = 454
_FIELD = 2268


def look_at(place: Place, style: str, *, keep_next: bool = False) -> ParagraphLook:
    """Return the look of a paragraph of a style at this place."""
    name, left, right = place.out.styles.paragraph(style), place.left or None, place.right
    if style == place.body:
        left, right = place.own_left, place.own_right
    return ParagraphLook(style=name, left=left, right=right, keep_next=keep_next)


@emit.register
def _(block: Section, place: Place) -> list[Element]:
    return [*heading(block, place), *emit_all(block.children, place)]


def heading(block: Section, place: Place) -> list[Element]:
    """Return the heading of a section and note it for the contents."""
    out, plan = place.out, place.out.headings
    look = ParagraphLook(
        style=out.styles.paragraph(f"heading {block.level}"),
        page_break=block.starts_page,
        before=0 if block.starts_page and block.level > 1 else None,
        number=plan.numbering(block.level, block.number),
    )
    content = runs_of(block.title, place)
    if block.number is not None and not plan.native:
        content = [xml.text_run(f"{block.number}\t", place.look), *content]
    title = paragraph(look, content)
    names = [*out.bookmarks(block.anchors), out.heading_mark(block.anchors)]
    wrap_in_bookmarks([title], names)
    if block.in_contents:
        names.reverse()
        out.entries.append(Entry(block.level, block.number, plain(block.title), tuple(names)))
    return [title]


@emit.register
def _(block: Paragraph, place: Place) -> list[Element]:
    # Inside a box or a table all paragraphs share one style, or the box would fall apart.
    style = place.body
    if block.role != "body" and not (place.box or place.cell or place.note):
        style = ROLES.get(block.role, place.body)
    inner = place.lettered(bold=True) if block.role == "rubric" and place.box else place
    look = look_at(place, style, keep_next=not place.cell and leads_on(block))
    if block.role == "anchor":
        look = replace(look, keep_next=True, after=0)
    content = runs_of(block.children, inner)
    if place.box and place.depth and content:
        # The bar of a box stands at the first line; so that one begins where the box does.
        stop = ("left", place.left, "")
        look = replace(look, hanging=place.depth * STEP, stops=(stop,))
        content = [tab(place), *content]
    return anchored([paragraph(look, content)], block.anchors, place)


def leads_on(block: Paragraph) -> bool:
    """Return whether a paragraph must not stand at the foot of a page without what follows."""
    shown = [each for each in block.children if plain((each,)).strip()]
    strong = all(isinstance(each, Span) and each.mark is Mark.STRONG for each in shown)
    return bool(shown) and (strong or plain(shown).rstrip().endswith(":"))


@emit.register
def _(block: Quote, place: Place) -> list[Element]:
    if place.box or place.cell:
        content = emit_all(block.children, place.lettered(italic=True))
    else:
        content = emit_all(block.children, replace(place, body="Quote", left=place.left + _INDENT))
    if not block.attribution:
        return content
    line = [xml.text_run("– ", place.look), *runs_of(block.attribution, place)]
    style = place.body if place.box or place.cell else "Quellenangabe"
    look = replace(look_at(place, style), left=place.left + _INDENT)
    return [*content, paragraph(look, line)]


@emit.register
def _(block: CodeBlock, place: Place) -> list[Element]:
    text = block.text.replace("\r\n", "\n").rstrip("\n")
    look = look_at(place, "Quelltext")
    if place.left:
        look = replace(look, left=place.left + 170)
    content = runs_of(block.markup, place) or [xml.text_run(text, RunLook())]
    if block.locked:
        return [locked(_lines(text, look))]
    lines = paragraph(look, content)
    above = caption(
        "listing", block.number, block.caption, place, above=True, anchors=block.anchors
    )
    return anchored([*above, lines], block.anchors, place)


def _lines(text: str, look: ParagraphLook) -> Iterator[Element]:
    """Yield a paragraph for each line: LibreOffice loses line ends inside of a control."""
    lines = text.split("\n")
    for number, line in enumerate(lines, 1):
        inner = replace(look, before=None if number == 1 else 0)
        inner = replace(inner, after=None if number == len(lines) else 0)
        yield paragraph(inner, [xml.text_run(line, RunLook())])


@emit.register
def _(block: MathBlock, place: Place) -> list[Element]:
    content = [xml.text_run("\t", place.look), *formula(block.latex, place)]
    if block.number is not None:
        number = counted("Formel", block.number, place, block.anchors)
        content += [
            xml.text_run("\t(", place.look),
            *number,
            xml.text_run(")", place.look),
        ]
    return anchored([paragraph(_formula_look(place), content)], block.anchors, place)


def _formula_look(place: Place) -> ParagraphLook:
    """Return a look with the formula in the middle of its place and its number at the edge."""
    inside = place.box or place.cell
    look = look_at(place, place.body if inside else "Formel")
    if not inside and not place.left:
        return look
    end = place.left + place.room
    return replace(look, stops=(("center", place.left + place.room // 2, ""), ("right", end, "")))


@emit.register
def _(block: DefinitionList, place: Place) -> list[Element]:
    write = _field if block.role == "fields" and not place.box else _definition
    return [element for item in block.items for element in write(item, place)]


def _definition(item: Definition, place: Place) -> list[Element]:
    style = place.body if place.box or place.cell else "Begriff"
    strong = place.lettered(bold=True)
    terms = []
    for title, anchors in item.terms:
        look = look_at(place, style, keep_next=True)
        line = [paragraph(look, runs_of(title, place if style == "Begriff" else strong))]
        terms.extend(anchored(line, anchors, place))
    body = place.body if place.box or place.cell else "Begriffserklärung"
    inner = replace(place, body=body, left=place.left + (0 if place.box else 284))
    return [*terms, *emit_all(item.children, inner)]


def _field(item: Definition, place: Place) -> list[Element]:
    """Name and first paragraph side by side, what follows below it."""
    style = place.body if place.cell else "Feld"
    name = replace(place, look=RunLook(style=place.out.styles.character("Feldname")))
    column = place.left + min(_FIELD, place.room // 2)
    look = replace(look_at(place, style), left=column, hanging=column - place.left)
    titles: list[Inline] = [inline for title, _ in item.terms for inline in title]
    content = runs_of(titles, name)
    rest = list(item.children)
    if rest and isinstance(rest[0], Paragraph):
        content += [tab(place), *runs_of(rest[0].children, place)]
        anchors = rest.pop(0).anchors  # type: ignore[union-attr]
    else:
        anchors = ()
    names = tuple(name for _, found in item.terms for name in found)
    first = anchored([paragraph(look, content)], (*names, *anchors), place)
    return [*first, *emit_all(rest, replace(place, left=column, body=style))]


@emit.register
def _(block: Rule, place: Place) -> list[Element]:
    return [paragraph(look_at(place, "Linie"))]


@emit.register
def _(block: IndexList, place: Place) -> list[Element]:
    place.out.count("index")
    lines = [
        _index_line(terms, anchors, block.sees.get(terms, ()), place)
        for terms, anchors in block.entries
    ]
    if lines:
        begin = xml.field('INDEX \\c "2" \\e "\t" \\h "A"', [], RunLook())
        put_around(lines, begin[:-1], begin[-1:])
    return lines


def _index_line(
    terms: tuple[str, ...],
    anchors: tuple[str, ...],
    sees: tuple[tuple[str, bool], ...],
    place: Place,
) -> Element:
    level = min(len(terms), 2)
    content = [xml.text_run(terms[-1] if terms else "", place.look)]
    for anchor in anchors:
        name = place.out.anchors.get(anchor)
        if name is None:
            place.out.warn("index_nowhere", what=anchor)
            continue
        content.append(xml.text_run(", ", place.look))
        content.append(xml.internal_link(name, page_field(name, place.look), terms[-1]))
    for word, also in sees:
        pointer = place.out.words.see_also if also else place.out.words.see
        content.append(xml.text_run(f", {pointer} {word}", place.look))
    return paragraph(ParagraphLook(style=place.out.styles.paragraph(f"index {level}")), content)
