"""Inlines to runs, links and fields."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import singledispatch

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
    Paragraph,
    Span,
    Text,
)
from ..buch.formulas import read_formula
from .languages import full_language
from .oxml import text as xml
from .oxml.base import Element
from .oxml.controls import Marks, check_box as box
from .oxml.formulas import omml
from .oxml.text import RunLook
from .pictures import inline_picture
from .place import Place, digits

_STYLES = {
    Mark.CODE: "Quelltext Zeichen",
    Mark.KEYBOARD: "Tastatur",
    Mark.BADGE: "Marke",
    Mark.LABEL: "Beschriftung",
}
_POSITIONS = {Mark.SUBSCRIPT: "subscript", Mark.SUPERSCRIPT: "superscript"}
_SPACES = str.maketrans("\n\r\t", "   ")


@singledispatch
def runs(inline: Inline, place: Place) -> list[Element]:
    """Return what stands in the paragraph for one inline."""
    raise TypeError(f"no function writes {type(inline).__name__} to Word")


def runs_of(inlines: Iterable[Inline], place: Place) -> list[Element]:
    """Return what stands in the paragraph for these inlines."""
    return [element for inline in inlines for element in runs(inline, place)]


@singledispatch
def _letters(inline: Inline) -> str:
    return ""


def plain(inlines: Iterable[Inline]) -> str:
    """Return the letters of inlines without notes, pictures and marks."""
    return "".join(_letters(inline) for inline in inlines)


@_letters.register
def _(inline: Text) -> str:
    return _on_one_line(inline.text)


def _on_one_line(text: str) -> str:
    # To translate every text of a book costs more than to look for what few of them have.
    known = "\n" in text or "\t" in text or "\r" in text
    return text.translate(_SPACES) if known else text


@_letters.register(Span)
@_letters.register(ExternalLink)
@_letters.register(InternalLink)
def _(inline: Span | ExternalLink | InternalLink) -> str:
    return plain(inline.children)


@_letters.register
def _(inline: InlineMath) -> str:
    return inline.latex


@_letters.register
def _(inline: LineBreak) -> str:
    return " "


@runs.register
def _(inline: Text, place: Place) -> list[Element]:
    return [xml.text_run(_on_one_line(inline.text), place.look)] if inline.text else []


@runs.register
def _(inline: Span, place: Place) -> list[Element]:
    look = place.look
    if inline.language is not None:
        look = replace(look, language=full_language(inline.language))
    return runs_of(inline.children, replace(place, look=_marked(look, inline.mark, place)))


def _marked(look: RunLook, mark: Mark | None, place: Place) -> RunLook:
    if mark is None:
        return look
    if mark is Mark.LABEL and place.tags is not None:
        return replace(look, style=place.out.styles.character(place.tags) if place.tags else None)
    if mark in _STYLES:
        return replace(look, style=place.out.styles.character(_STYLES[mark]))
    return replace(
        look,
        bold=look.bold or mark is Mark.STRONG,
        italic=look.italic or mark is Mark.EMPHASIS,
        strike=look.strike or mark is Mark.STRIKE,
        position=_POSITIONS.get(mark, look.position),
    )


def _linked(place: Place) -> Place:
    style = place.look.style or place.out.styles.character("Hyperlink")
    return replace(place, link=True, look=replace(place.look, style=style))


@runs.register
def _(inline: ExternalLink, place: Place) -> list[Element]:
    if place.link:
        return runs_of(inline.children, place)
    content = runs_of(inline.children, _linked(place))
    return [xml.external_link(place.relations.link(inline.url), content, inline.url)]


@runs.register
def _(inline: InternalLink, place: Place) -> list[Element]:
    name = place.out.anchors.get(inline.anchor)
    if name is None:
        place.out.warn("link_nowhere", what=plain(inline.children), where=inline.anchor)
        return runs_of(inline.children, place)
    if place.link:
        return runs_of(inline.children, place)
    tip = plain(inline.children)
    linked = _linked(place)
    words = place.out.renewed(inline, linked.look)
    content = runs_of(inline.children, linked) if words is None else words
    result = [xml.internal_link(name, content, tip)]
    if inline.page:
        before, _, after = place.out.words.page.replace(" ", "\u00a0").partition("{page}")
        result += [
            xml.text_run(f" ({before}", place.look),
            *page_field(name, place.look),
            xml.text_run(f"{after})", place.look),
        ]
    return result


def page_field(bookmark: str, look: RunLook) -> list[Element]:
    """Return a field with the page of a bookmark; its result is filled in later."""
    return xml.field(f"PAGEREF {bookmark} \\h", [xml.text_run("0", look)], look)


@runs.register
def _(inline: PageReference, place: Place) -> list[Element]:
    name = place.out.anchors.get(inline.anchor)
    if name is None:
        place.out.warn("page_nowhere", what=inline.anchor)
        return [xml.text_run("?", place.look)]
    return page_field(name, place.look)


@runs.register
def _(inline: NoteReference, place: Place) -> list[Element]:
    out = place.out
    look = raised(place)
    number = out.note_numbers.get(inline.note)
    if number is not None:
        return _cited_again(inline.note, [xml.text_run(str(number), look)], place)
    if inline.note not in out.notes:
        out.warn("note_missing", what=inline.note)
        return []
    if place.note:
        return _nested_note(inline.note, place)
    number = len(out.note_numbers) + 1
    out.note_numbers[inline.note] = number
    mark = xml.note_reference(number, look, out.note_kind)
    out.written.add(_note_bookmark(inline.note))
    return xml.bookmark(_note_bookmark(inline.note), [mark])


def _cited_again(note: str, number: list[Element], place: Place) -> list[Element]:
    name = _note_bookmark(note)
    if not place.out.fixed_notes:
        return xml.field(f"NOTEREF {name} \\f \\h", number, raised(place))
    return number if place.link else [xml.internal_link(name, number)]


def raised(place: Place) -> RunLook:
    """Return the look of a note's number."""
    return RunLook(style=place.out.styles.character(f"{place.out.note_kind} reference"))


def _note_bookmark(note: str) -> str:
    return f"{xml.NOTE_MARK}{digits(note)}"


def _nested_note(note: str, place: Place) -> list[Element]:
    # Word has no notes on notes; the text of the inner one stands in brackets.
    inner = [block for block in place.out.notes[note] if isinstance(block, Paragraph)]
    place.out.warn("note_in_note", what=note)
    content = [run for block in inner for run in runs_of(block.children, place)]
    return [xml.text_run(" (", place.look), *content, xml.text_run(")", place.look)]


@runs.register
def _(inline: LineBreak, place: Place) -> list[Element]:
    return [xml.text_run("\n", place.look)]


@runs.register
def _(inline: CheckBox, place: Place) -> list[Element]:
    return [check_box(inline.checked, place.out.words.done, place)]


def check_box(checked: bool, title: str, place: Place) -> Element:
    """Return a box that people can tick; its tag counts the boxes of the document."""
    number = place.out.count("check box")
    return box(checked, Marks(f"kaestchen-{number}", title or "Kästchen"))


@runs.register
def _(inline: Anchor, place: Place) -> list[Element]:
    names = place.out.bookmarks((inline.name,))
    return [element for name in names for element in xml.bookmark(name)]


@runs.register
def _(inline: IndexEntry, place: Place) -> list[Element]:
    names = place.out.bookmarks((inline.anchor,))
    entry = ":".join(term.replace('"', "'").replace(":", "\\:") for term in inline.terms)
    found = [element for name in names for element in xml.bookmark(name)]
    # A note cannot be indexed: Word allows XE fields in the text only.
    return (
        found if place.note else [*found, *xml.mark_field(f'XE "{entry}"{_pointer(inline, place)}')]
    )


def _pointer(inline: IndexEntry, place: Place) -> str:
    """Return the switch that prints „siehe …“ instead of a page, empty for a place."""
    if not inline.see:
        return ""
    words = place.out.words.see_also if inline.also else place.out.words.see
    target = inline.see.replace('"', "'")
    return f' \\t "{words} {target}"'


@runs.register
def _(inline: InlineImage, place: Place) -> list[Element]:
    drawn = inline_picture(inline, place)
    return [xml.text_run(inline.alt, place.look) if drawn is None else drawn]


@runs.register
def _(inline: InlineMath, place: Place) -> list[Element]:
    return formula(inline.latex, place)


def formula(latex: str, place: Place) -> list[Element]:
    """Return a formula as Word's mathematics; one that nobody can read stays LaTeX."""
    math = read_formula(latex)
    if math is not None:
        return [omml(math)]
    place.out.warn("formula", what=latex.strip())
    return [xml.text_run(_on_one_line(latex), place.look)]


def tab(place: Place) -> Element:
    """Return a tab stop in the look of the place."""
    return xml.text_run("\t", place.look)
