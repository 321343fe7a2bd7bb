"""Write a book as a Word document."""

from __future__ import annotations

import datetime
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

from docx.document import Document

from ..buch.blocks import Book
from ..buch.notes import walk
from ..buch.placing import replace_file
from ..buch.words import Words, words_for
from ..model.gestaltung import Gestaltung
from ..reading.gestaltung import read_gestaltung
from . import boxes, figures, flow, forms, lists, tables
from .anchors import bookmark_names
from .divisions import divisions, emit_division
from .edges import FOOTER, HEADER, Edge, add_edge
from .front import LISTS, captions_list, contents, footer, header, imprint, title_page
from .headings import heading_plan, prepared
from .languages import full_language, runs_leftwards
from .layout import LibreOffice
from .manifest import add_form_manifest, add_manifest
from .notes import add_notes, costly_fields
from .numbers import ListNumbers
from .oxml import parts
from .oxml.adopting import one_language
from .oxml.base import Element, find_all, may_be_ignored, tidy
from .oxml.direction import right_to_left
from .oxml.estimate import estimated_pages
from .oxml.pages import (
    TemplatePage,
    count_notes_in_digits,
    section,
    template_page,
    text_height,
    text_width,
)
from .oxml.paragraph import closed, end_section, number_ids, style_starts
from .oxml.text import fill_page_numbers
from .package import repacked
from .place import Collected, Place
from .properties import set_properties
from .references import goals
from .relations import Relations
from .stylemap import StyleMap
from .template_file import open_template

# Each of these modules registers how its blocks are written.
WRITERS = (boxes, figures, flow, forms, lists, tables)
_ROUNDS = 3


@dataclass(frozen=True)
class DocxResult:
    """What was written: ``pages_from`` is ``libreoffice``, ``given`` or ``estimate``."""

    path: Path
    warnings: tuple[str, ...]
    pages_from: str


def write_docx(
    book: Book,
    target: Path,
    *,
    template: Path,
    pages: Mapping[str, int] | None = None,
    layout: LibreOffice | None = None,
    words: Words | None = None,
    cover: bool = True,
    timestamp: datetime.datetime | None = None,
    gestaltung: Gestaltung | None = None,
    speech: str | None = None,
) -> DocxResult:
    """Write ``book`` to ``target`` in the looks of ``template`` and say what was amiss.

    Page numbers come from ``pages`` (by anchor, from 1); without it from ``layout``; without
    either they are estimated, and the contents are lines that LibreOffice counts anew.
    ``cover=False`` leaves out title page and imprint.
    Styles that the template lacks are made from ``gestaltung``, by default the package's own;
    ``speech`` is the language of warnings, by default the book's.
    ``timestamp`` replaces the book's date in the properties. The same input gives the same
    bytes; the old file stays until the new one is complete. ``TemplateError`` for a template
    that cannot serve.
    """
    looks = gestaltung or read_gestaltung()
    own_words = words or words_for(book.language)
    writer = _Writer(
        book, open_template(template, looks), own_words, looks, speech or book.language
    )
    writer.write(cover, timestamp, live=pages is None and layout is None)
    numbers = writer.estimate() | writer.known(pages or {})
    source = "given" if pages is not None else "estimate"
    blob = writer.bytes_with(numbers)
    if pages is None and layout is not None:
        found = _laid_out(writer, blob, layout)
        if found is not None:
            blob, source = found, "libreoffice"
    replace_file(target, blob)
    return DocxResult(target, writer.warnings(template), source)


def docx_bytes(book: Book, **settings: Any) -> bytes:
    """Return a Word file as :func:`write_docx` writes it, with the same settings."""
    with tempfile.TemporaryDirectory(prefix="kompass-word-") as folder:
        path = Path(folder) / "buch.docx"
        write_docx(book, path, **settings)
        return path.read_bytes()


def _laid_out(writer: _Writer, blob: bytes, layout: LibreOffice) -> bytes | None:
    """Return the document with pages as LibreOffice lays it out; ``None`` if it cannot."""
    before: dict[str, int] | None = None
    for _ in range(_ROUNDS):
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "buch.docx"
            path.write_bytes(blob)
            found = layout.pages(path, writer.estimate())
        if not found:
            return None
        if found == before:
            break
        blob, before = writer.bytes_with(writer.estimate() | found), found
    return blob


class _Writer:
    """One document in the making."""

    def __init__(
        self, book: Book, document: Document, words: Words, gestaltung: Gestaltung, speech: str
    ) -> None:
        self.book = book
        self.document = document
        self.body = document.element.body
        self.page = _page_of(document)
        self.language = full_language(book.language)
        width = text_width(self.page.page)
        items = tuple(walk(book))
        style_map = StyleMap(document.styles.element, gestaltung, width)
        counting = ListNumbers(document.part.numbering_part.element)
        self.out = Collected(
            styles=style_map,
            words=words,
            anchors=bookmark_names(items),
            notes=book.notes,
            headings=prepared(heading_plan(items), style_map, counting),
            lists=counting,
            goals=dict(goals(items)),
            language=self.language,
            speech=speech,
            answers=book.answers,
            fixed_notes=costly_fields(items),
            note_kind="endnote" if book.notes_at == "end" else "footnote",
            captions={LISTS[name]: [] for name in book.lists if name in LISTS},
        )
        self.place = Place(
            out=self.out,
            relations=Relations(document.part),
            width=width,
            height=text_height(self.page.page),
        )

    def write(self, cover: bool, timestamp: datetime.datetime | None, *, live: bool) -> None:
        """Fill the document: text, notes, numbering, properties."""
        for child in list(self.body):
            self.body.remove(child)
        self.body.extend(self._sections(cover, live))
        if self.out.note_numbers:
            add_notes(self.document, self.place)
        if self.out.note_kind == "endnote":
            count_notes_in_digits(self.body)
        self.out.loosen(self.body)
        number_ids(self.body)
        self.out.lists.finish()
        if runs_leftwards(self.language):
            right_to_left(self.document.styles.element, self.body)
        one_language(self.document.styles.element)
        parts.default_language(self.document.styles.element, self.language)
        set_properties(self.document, self.book, self.language, timestamp)
        add_manifest(self.document, self.book, self.out.anchors)
        add_form_manifest(self.document, self.book, self.out.fields.values())
        if self.out.fields:
            may_be_ignored(self.document.element, "w15")
        tidy(self.document.element)

    def _sections(self, cover: bool, live: bool) -> list[Element]:
        """Return everything in the body; each division ends in a section of its own."""
        chapters = [
            (division.header, emit_division(division, self.place))
            for division in divisions(self.book)
        ]
        book, place = self.book, self.place
        before = imprint(book, place) if cover else []
        before += contents(
            self.out.entries, book.contents_depth, place, new_page=bool(before), live=live
        )
        listed: list[Element] = []
        for name in book.lists if cover else ():
            listed += captions_list(name, place, first=not listed)
        before += listed
        sections = ([("", before)] if before else []) + chapters
        footer_id = self._edge(FOOTER, footer(book, place))
        result = []
        if cover:
            spacer = self.out.styles.paragraph("Abstand")
            title = title_page(book, place) or []
            result = end_section(title, section(self.page.first, None, None, "nextPage"), spacer)
        return result + self._joined(sections, footer_id)

    def _edge(self, kind: Edge, content: list[Element]) -> str | None:
        """Return the relation of a new header or footer, ``None`` if the template's stays."""
        stays = self.page.header if kind is HEADER else self.page.footer
        return None if stays else add_edge(self.document, kind, content)

    def _joined(
        self, sections: list[tuple[str, list[Element]]], footer_id: str | None
    ) -> list[Element]:
        result: list[Element] = []
        spacer = self.out.styles.paragraph("Abstand")
        look = self.page.page
        for number, (chapter, elements) in enumerate(sections, 1):
            header_id = self._edge(HEADER, header(self.book, chapter, self.place))
            page = section(look, header_id, footer_id, "nextPage")
            start = style_starts(elements, self.out.index_style)
            if start is not None:
                result += end_section(elements[:start], page, spacer)
                elements = elements[start:]  # noqa: PLW2901
                page = section(look, header_id, footer_id, "continuous", columns=2)
            if number < len(sections):
                result += end_section(elements, page, spacer)
            else:
                result += [*closed(elements, spacer), page]
        return result or [section(look, None, footer_id, "nextPage")]

    def estimate(self) -> dict[str, int]:
        """Return a guess at the page of each bookmark."""
        return estimated_pages(self.body)

    def known(self, pages: Mapping[str, int]) -> dict[str, int]:
        """Return given pages by bookmark; a heading takes that of any of its anchors."""
        names = {
            self.out.anchors[anchor]: page
            for anchor, page in pages.items()
            if anchor in self.out.anchors
        }
        for entry in self.out.entries:
            page = next((names[name] for name in entry.names if name in names), None)
            if page is not None:
                names |= dict.fromkeys(entry.names, page)
        return names

    def bytes_with(self, numbers: Mapping[str, int]) -> bytes:
        """Return the file with these page numbers."""
        fill_page_numbers(self.body, numbers)
        buffer = BytesIO()
        self.document.save(buffer)
        return repacked(buffer.getvalue())

    def warnings(self, template: Path) -> tuple[str, ...]:
        """Return messages for the editors, each once."""
        if self.out.styles.missing:
            names = ", ".join(self.out.styles.missing)
            self.out.warn("styles", what=template.name, names=names)
        return tuple(self.out.warnings)


def _page_of(document: Document) -> TemplatePage:
    part = document.part
    page = find_all(document.element.body, "w:sectPr")[-1]
    found = template_page(page, lambda relation: part.related_parts[relation].element)
    if not (found.header and found.footer):
        parts.same_edges(document.settings.element)
    return found
