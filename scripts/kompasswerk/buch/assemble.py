"""All documents of a book, resolved for one builder, become one :class:`Book`."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.util import logging

from . import blocks as b
from .cover import has_cover
from .flow import Blocks
from .from_doctree import all_notes, blocks_of
from .notes import cited_in_order, index_of
from .numbers import caption_numbers, section_numbers
from .order import Chapter, PartOrder, docnames, extract, reading_order
from .place import Place, Project, anchor
from .remarks import Remarks
from .words import words_for

if TYPE_CHECKING:
    from sphinx.builders import Builder

logger = logging.getLogger(__name__)

INDEX = anchor("stichwoerter")


@dataclass(frozen=True)
class Title:
    """What stands on the title page."""

    title: str
    author: str = ""
    subtitle: str = ""
    edition: str = ""
    number: str = ""
    state: str = ""
    date: str = "1980-01-01"
    language: str = "de"
    imprint: tuple[str, ...] = ()


def assemble(builder: Builder, start: str, title: Title, pages: tuple[str, ...] = ()) -> b.Book:
    """Return the book that begins at document ``start``, with everything below it.

    ``pages`` makes it an extract of these documents, with the numbers of the whole book.
    """
    env = builder.env
    whole = reading_order(env, start)
    parts = extract(whole, pages) if pages else whole
    documents = {docname: resolved(builder, docname) for docname in docnames(parts)}
    sections = section_numbers(env, documents)
    remarks = Remarks(builder.config.language or "en")
    project = Project(
        Path(builder.srcdir),
        frozenset(documents),
        remarks,
        {**sections, **caption_numbers(env, documents, docnames(whole))},
        all_headings=not sections and len(whole) == 1,
        web=web_of(builder),
    )
    book_parts = tuple(_part(part, documents, project) for part in parts)
    notes: dict[str, Blocks] = {}
    for docname, document in documents.items():
        notes.update(all_notes(document, Place(project, docname)))
    say(remarks, builder)
    book = _book(title, book_parts, notes)
    said = _said_of(env.get_doctree(start))
    book = replace(
        book,
        pages=(*_pages(parts, documents), *book.pages),
        sheets=tuple(each["blatt"] for each in documents.values() if "blatt" in each),
        description=said.get("description", ""),
        keywords=tuple(
            filter(None, (each.strip() for each in said.get("keywords", "").split(",")))
        ),
    )
    if pages:
        book = replace(book, parts=_signed(book, _source_line(title, project, start)))
    return book if has_cover(book) else replace(book, contents_depth=0)


def _pages(
    parts: tuple[PartOrder, ...], documents: Mapping[str, nodes.document]
) -> Iterator[b.Page]:
    for part in parts:
        if part.title:
            yield b.Page("", part.title, anchor(f"teil-{part.title}"))
        for chapter in part.chapters:
            for docname in chapter.walk():
                heading = documents[docname].next_node(nodes.title)
                title = heading.astext() if heading is not None else docname
                yield b.Page(docname, title, anchor(docname))


def _said_of(document: nodes.document) -> dict[str, str]:
    """Return what the first document says of the book with ``.. meta::``, by name."""
    return {
        each["name"]: each["content"] for each in document.findall(nodes.meta) if "name" in each
    }


def _source_line(title: Title, project: Project, start: str) -> b.Paragraph:
    """Return „Kompass Leerstand · Entwurf 3, … · https://…“: where an extract is from."""
    words: list[b.Inline] = [b.Text(" · ".join(filter(None, (title.title, title.edition))))]
    if project.web is not None:
        url = project.web(start)
        words += [b.Text(" · "), b.ExternalLink((b.Text(url),), url)]
    return b.Paragraph(tuple(words), "note")


def _signed(book: b.Book, line: b.Paragraph) -> tuple[b.Part, ...]:
    *before, last = book.parts
    return (*before, replace(last, children=(*last.children, line)))


def _book(title: Title, parts: tuple[b.Part, ...], notes: Mapping[str, Blocks]) -> b.Book:
    index = index_of(parts)
    last: tuple[b.Page, ...] = ()
    if index.entries:
        last = (b.Page("", words_for(title.language).index, INDEX),)
        heading = b.Section(1, (b.Text(last[0].title),), (index,), (INDEX,), starts_page=True)
        parts = (*parts, b.Part((), (heading,)))
    book = titled(title, title.title, parts, notes)
    return replace(book, subtitle=title.subtitle, imprint=imprint(title), pages=last)


def titled(
    title: Title, name: str, parts: tuple[b.Part, ...], notes: Mapping[str, Blocks]
) -> b.Book:
    """Return a book called ``name`` with what a title says of its edition, and the cited notes."""
    return b.Book(
        name,
        parts,
        author=title.author,
        edition=title.edition,
        number=title.number,
        state=title.state,
        date=title.date,
        language=title.language,
        notes={each: notes[each] for each in cited_in_order(parts, notes)},
    )


def imprint(title: Title) -> tuple[b.Paragraph, ...]:
    """Return the lines of the imprint as small print."""
    return tuple(b.Paragraph((b.Text(line),), "note") for line in title.imprint)


def resolved(builder: Builder, docname: str) -> nodes.document:
    """Return a document with all its references resolved for a builder."""
    document = builder.env.get_doctree(docname)
    builder.env.apply_post_transforms(document, docname)
    return document


def _part(part: PartOrder, documents: Mapping[str, nodes.document], project: Project) -> b.Part:
    children = tuple(
        block
        for chapter in part.chapters
        for block in chapter_blocks(chapter, 1, documents, project)
    )
    title = (b.Text(part.title),) if part.title else ()
    return b.Part(title, children, anchors=(anchor(f"teil-{part.title}"),) if part.title else ())


def chapter_blocks(
    chapter: Chapter, level: int, documents: Mapping[str, nodes.document], project: Project
) -> Iterator[b.Block]:
    """Yield a chapter with those below it; ``documents`` are resolved."""
    place = Place(project, chapter.docname, level)
    blocks = blocks_of(documents[chapter.docname], place)
    below = tuple(
        block
        for child in chapter.children
        for block in chapter_blocks(child, min(level + 1, 6), documents, project)
    )
    section = next((block for block in blocks if isinstance(block, b.Section)), None)
    if section is None:
        yield from (b.Group(blocks, "document"), *below) if blocks else below
        return
    head = blocks.index(section)
    yield replace(
        section,
        children=(*blocks[:head], *section.children, *blocks[head + 1 :], *below),
        anchors=(anchor(chapter.docname), *section.anchors),
        in_contents=True,
        starts_page=True,
        sheet=_sheet(documents[chapter.docname]),
    )


def _sheet(document: nodes.document) -> str:
    return document["blatt"].kennung if "blatt" in document else ""


def web_of(builder: Builder) -> Callable[[str], str] | None:
    """Return what gives the address of a document on the website, ``None`` if nobody knows it."""
    base: str = builder.config.html_baseurl
    suffix: str = builder.config.html_file_suffix or ".html"
    return (lambda docname: f"{base.rstrip('/')}/{docname}{suffix}") if base else None


def say(remarks: Remarks, builder: Builder) -> None:
    """Hand the remarks of a book to Sphinx as warnings."""
    kind = f"kompass.{builder.name}"
    remarks.say(
        lambda sentence, node: logger.warning(sentence, type=kind, subtype="node", location=node)
    )
