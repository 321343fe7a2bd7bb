"""What stands before the text: title page, imprint, contents; and headers and footers."""

from __future__ import annotations

import re

from ..buch.blocks import Book
from .emit import emit_all
from .inlines import page_field
from .oxml import text as xml
from .oxml.base import Element
from .oxml.boxes import space_before
from .oxml.paragraph import ParagraphLook, contents_frame, paragraph
from .oxml.text import RunLook
from .place import Entry, Place

_PLAIN = RunLook()
_FIELDS = re.compile(r"(\{pages?\})")
_IMPRINT_LINE, _IMPRINT_LETTERS = 400, 95
"""Height of a line of the imprint with the gap behind it in twips, letters that it holds."""
_COUNTS = {"{page}": "PAGE", "{pages}": "NUMPAGES"}


def title_page(book: Book, place: Place) -> list[Element]:
    """Return title, subtitle, edition and author, one paragraph each; empty ones are left out."""
    lines = (
        ("Title", book.title),
        ("Subtitle", book.subtitle),
        ("Ausgabe", book.edition),
        ("Herausgeber", book.author),
    )
    # Height for the panel of our own title; a template with another title need not know it.
    styles = place.out.styles
    ours = styles.has("Titelfläche") or not styles.has("Title")
    panel = [_line("Titelfläche", "", place)] if ours else []
    return [*panel, *(_line(style, text, place) for style, text in lines if text)]


def _line(style: str, text: str, place: Place) -> Element:
    styles = place.out.styles
    stops = styles.to_margin(style) if "\t" in text else ()
    look = ParagraphLook(style=styles.paragraph(style), stops=stops)
    return paragraph(look, [xml.text_run(text, _PLAIN)])


def imprint(book: Book, place: Place) -> list[Element]:
    """Return the imprint, which stands at the foot of the page behind the title."""
    lines = emit_all(book.imprint, place)
    letters = (len("".join(map(str, line.itertext()))) for line in lines)
    height = sum(_IMPRINT_LINE * (1 + count // _IMPRINT_LETTERS) for count in letters)
    space_before(lines, max(place.height - height - _IMPRINT_LINE, 0))
    return lines


def contents(
    entries: list[Entry], depth: int, place: Place, *, new_page: bool, live: bool
) -> list[Element]:
    """Return the contents table, which lists the entries to ``depth``; nothing if there are none.

    Page numbers are filled in later. The lines are the result of a TOC field, unless ``live``
    asks for lines alone: LibreOffice keeps what stands inside a TOC field as it is, but counts
    the pages of references outside of one anew whenever it opens the file.
    """
    shown = [entry for entry in entries if entry.level <= depth]
    if not shown or depth < 1:
        return []
    out = place.out
    head = ParagraphLook(style=out.styles.paragraph("TOC Heading"), page_break=new_page)
    title = paragraph(head, [xml.text_run(out.words.contents, _PLAIN)])
    lines = [_entry(entry, place, _common(entries, shown)) for entry in shown]
    if not live:
        frame = xml.field(f'TOC \\o "1-{depth}" \\h \\z \\u', [], _PLAIN)
        lines[0][1][:0] = frame[:-1]
        lines[-1][1].extend(frame[-1:])
    return [contents_frame([title, *(paragraph(look, content) for look, content in lines)])]


_SHORT = 12
LISTS = {"figures": "figure", "tables": "table", "listings": "listing"}
"""Name of a list in a book → the kind of caption that it lists."""


def captions_list(name: str, place: Place, *, first: bool) -> list[Element]:
    """Return the list of figures, tables or listings; nothing if the book has none.

    The ``first`` one begins a page, as does a long one; short ones follow each other.
    Its lines are the result of a TOC field over the captions' counters.
    """
    out = place.out
    captions = out.captions.get(LISTS.get(name, ""), [])
    if not captions:
        return []
    head = ParagraphLook(
        style=out.styles.paragraph("TOC Heading"),
        page_break=first or len(captions) > _SHORT,
        before=None if first else 480,
    )
    title = paragraph(head, [xml.text_run(getattr(out.words, name), _PLAIN)])
    style = "table of figures"
    look = ParagraphLook(
        style=out.styles.paragraph(style), stops=out.styles.to_margin(style, "dot")
    )
    lines = [
        [
            xml.internal_link(
                mark, [xml.text_run(f"{text}\t", _PLAIN), *page_field(mark, _PLAIN)], text
            )
        ]
        for text, mark in captions
    ]
    frame = xml.field(f'TOC \\h \\z \\c "{getattr(out.words, LISTS[name])}"', [], _PLAIN)
    lines[0][:0] = frame[:-1]
    lines[-1] += frame[-1:]
    return [title, *(paragraph(look, line) for line in lines)]


def _common(entries: list[Entry], shown: list[Entry]) -> bool:
    return any(entry.number for entry in shown)


def _entry(entry: Entry, place: Place, numbered: bool) -> tuple[ParagraphLook, list[Element]]:
    out = place.out
    style = "Verzeichnis Teil" if entry.level == 0 else f"toc {min(entry.level, 3)}"
    # Without numbers there is nothing to hang the text on.
    before = f"{entry.number}\t" if entry.number and entry.level else ""
    content = [
        xml.text_run(f"{before}{entry.title}\t", _PLAIN),
        *page_field(entry.names[0], _PLAIN),
    ]
    indent = (entry.level - 1) * 284 if entry.level and not numbered else None
    look = ParagraphLook(
        style=out.styles.paragraph(style),
        left=indent,
        hanging=0 if indent is not None else None,
        stops=out.styles.to_margin(style, "dot"),
    )
    return look, [xml.internal_link(entry.names[0], content, entry.title)]


def header(book: Book, chapter: str, place: Place) -> list[Element]:
    """Return the line above the text: book on the left, chapter on the right."""
    text = f"{book.title}\t{chapter}" if chapter not in ("", book.title) else book.title
    return [_line("header", text, place)]


def footer(book: Book, place: Place) -> list[Element]:
    """Return the line below the text: edition on the left, „Seite X von Y“ on the right."""
    content = [xml.text_run(f"{book.edition}\t", _PLAIN)]
    for piece in _FIELDS.split(place.out.words.page_of):
        number = [xml.text_run("1", _PLAIN)]
        content += (
            xml.field(_COUNTS[piece], number, _PLAIN)
            if piece in _COUNTS
            else [xml.text_run(piece, _PLAIN)]
            if piece
            else []
        )
    styles = place.out.styles
    look = ParagraphLook(style=styles.paragraph("footer"), stops=styles.to_margin("footer"))
    return [paragraph(look, content)]
