"""The pages of a project as blocks, each by itself, so that many books can be put together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from docutils import nodes

from . import blocks as b
from .assemble import Title, chapter_blocks, resolved, say, web_of
from .flow import Blocks
from .from_doctree import all_notes
from .notes import walk
from .numbers import caption_numbers
from .order import Chapter, docnames, reading_order
from .place import Place, Project
from .remarks import Remarks

if TYPE_CHECKING:
    from sphinx.builders import Builder

    from ..model.formular import Blatt
    from ..model.gestaltung import Gestaltung


@dataclass(frozen=True)
class Leaf:
    """A page as a chapter of its own.

    ``leads_to`` are the documents that its links lead to, itself left out. ``captions`` says
    whether something in it has a number, which counts from 1 on every page. ``sheet`` is the
    worksheet that it shows, ``None`` for other pages. ``web`` is its address on the website,
    empty if nobody knows it.
    """

    docname: str
    title: str
    blocks: Blocks
    notes: Mapping[str, Blocks]
    leads_to: frozenset[str]
    captions: bool
    sheet: Blatt | None = None
    web: str = ""


@dataclass(frozen=True)
class Looks:
    """How books of the project look; a template is ``None`` where the package's own serves."""

    gestaltung: Gestaltung
    docx_template: Path | None = None
    pdf_template: Path | None = None
    pdf_fonts: tuple[Path, ...] = ()


@dataclass(frozen=True)
class Library:
    """All pages of a book by document, in reading order, what its title page says, its looks."""

    title: Title
    leaves: Mapping[str, Leaf]
    looks: Looks


def make_library(builder: Builder, start: str, title: Title, looks: Looks) -> Library:
    """Return the pages of the book that begins at document ``start``.

    Only one resolved document is held at a time.
    """
    order = docnames(reading_order(builder.env, start))
    remarks = Remarks(builder.config.language or "en")
    leaves = {docname: _leaf(builder, docname, order, remarks) for docname in order}
    say(remarks, builder)
    return Library(title, leaves, looks)


def _leaf(builder: Builder, docname: str, order: tuple[str, ...], remarks: Remarks) -> Leaf:
    document = {docname: resolved(builder, docname)}
    numbers = caption_numbers(builder.env, document, (docname,))
    project = Project(Path(builder.srcdir), frozenset(order), remarks, numbers, all_headings=False)
    blocks = tuple(chapter_blocks(Chapter(docname), 1, document, project))
    notes = all_notes(document[docname], Place(project, docname))
    heading = document[docname].next_node(nodes.title)
    web = web_of(builder)
    return Leaf(
        docname,
        heading.astext() if heading is not None else docname,
        blocks,
        notes,
        frozenset(_goals((blocks, tuple(notes.values())))) - {docname},
        bool(numbers),
        document[docname].get("blatt"),
        web(docname) if web else "",
    )


def _goals(item: object) -> Iterator[str]:
    for each in walk(item):
        if isinstance(each, b.InternalLink | b.PageReference):
            yield document_of(each.anchor)


def document_of(anchor: str) -> str:
    """Return the document in which an anchor stands."""
    return anchor.partition(":")[0]
