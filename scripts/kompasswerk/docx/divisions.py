"""A book as divisions: what begins on a new page and has its own running header."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from ..buch.blocks import Block, Book, Part, Section
from .emit import emit_all, flattened
from .inlines import page_field, plain, runs_of
from .oxml import text as xml
from .oxml.base import Element
from .oxml.paragraph import ParagraphLook, paragraph, wrap_in_bookmarks
from .place import Entry, Place


@dataclass(frozen=True)
class Division:
    """Blocks under one running header; ``part`` opens with its title, ``None`` otherwise."""

    header: str
    blocks: tuple[Block, ...]
    part: Part | None = None


def divisions(book: Book) -> Iterator[Division]:
    """Yield the divisions in order: part titles, then one for each chapter on a new page."""
    for part in book.parts:
        if part.title:
            yield Division("", (), part)
        yield from _chapters(part)


def _chapters(part: Part) -> Iterator[Division]:
    title = plain(part.title)
    gathered: list[Block] = []
    header = title
    for block in flattened(part.children):
        if isinstance(block, Section) and block.level == 1:
            if gathered and block.starts_page:
                yield Division(header, tuple(gathered))
                gathered = []
            if not gathered:
                # The division itself begins a page.
                header = _running(block)
                block = replace(block, starts_page=False)  # noqa: PLW2901
        gathered.append(block)
    if gathered:
        yield Division(header, tuple(gathered))


def _running(chapter: Section) -> str:
    title = plain(chapter.title)
    return f"{chapter.number}  {title}" if chapter.number else title


def emit_division(division: Division, place: Place) -> list[Element]:
    """Return the elements of a division."""
    opening = _opening(division.part, place) if division.part is not None else []
    return [*opening, *emit_all(division.blocks, place)]


def _opening(part: Part, place: Place) -> list[Element]:
    out = place.out
    before = []
    if part.number is not None:
        number = xml.text_run(f"{out.words.part} {part.number}", place.look)
        before = [paragraph(ParagraphLook(style=out.styles.paragraph("Teil Nummer")), [number])]
    look = ParagraphLook(style=out.styles.paragraph("Teil"), before=None if before else 3600)
    title = paragraph(look, runs_of(part.title, place))
    names = [out.heading_mark(part.anchors), *out.bookmarks(part.anchors)]
    wrap_in_bookmarks([title], names)
    numbered = f"{out.words.part} {part.number}: " if part.number else ""
    out.entries.append(Entry(0, None, numbered + plain(part.title), tuple(names)))
    return [*before, title, *_chapter_lines(part, place)]


def _chapter_lines(part: Part, place: Place) -> list[Element]:
    """Return a line with number, title and page for each chapter, if there are several."""
    chapters = [
        (block, name)
        for block in flattened(part.children)
        if isinstance(block, Section) and block.level == 1 and block.in_contents
        for name in [place.out.anchors.get(anchor) for anchor in block.anchors[:1]]
        if name is not None
    ]
    styles = place.out.styles
    look = ParagraphLook(style=styles.paragraph("toc 1"), stops=styles.to_margin("toc 1", "dot"))
    return [
        paragraph(look, [_chapter_line(chapter, name, place)])
        for chapter, name in (chapters if len(chapters) > 1 else [])
    ]


def _chapter_line(chapter: Section, name: str, place: Place) -> Element:
    title = plain(chapter.title)
    words = f"{chapter.number}\t{title}\t" if chapter.number else f"\t{title}\t"
    content = [xml.text_run(words, place.look), *page_field(name, place.look)]
    return xml.internal_link(name, content, title)
