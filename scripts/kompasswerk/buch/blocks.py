"""The book as frozen data. Word and PDF are two emitters over these classes.

Inline elements stand inside a line of text, blocks below each other. Nothing here knows
docutils, Word or Typst. An *anchor* is a string that is unique in one book; links name it.

    Book ── Part ── Section (level 1 = chapter) ── blocks ── inlines
      └ notes: what footnotes say, by id
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path

from ..model.formular import Blatt, Formularfeld
from .spans import (
    Anchor as Anchor,
    CheckBox as CheckBox,
    ExternalLink as ExternalLink,
    IndexEntry as IndexEntry,
    Inline as Inline,
    InlineImage as InlineImage,
    InlineMath as InlineMath,
    InternalLink as InternalLink,
    LineBreak as LineBreak,
    Mark as Mark,
    NoteReference as NoteReference,
    PageReference as PageReference,
    Span as Span,
    Text as Text,
)

# ---------------------------------------------------------------- blocks


@dataclass(frozen=True)
class Section:
    """A heading with what belongs to it.

    ``level`` runs from 1 (chapter) to 6 and never skips downwards. ``number`` is the number
    as it reads (``"2.3"``), ``None`` for a heading without one. ``starts_page`` marks what
    begins on a new page. ``short`` replaces the title in running headers. ``sheet`` is what
    each page of a worksheet says of it, empty for all other pages.
    """

    level: int
    title: tuple[Inline, ...]
    children: tuple[Block, ...]
    anchors: tuple[str, ...] = ()
    number: str | None = None
    in_contents: bool = True
    starts_page: bool = False
    sheet: str = ""


@dataclass(frozen=True)
class Paragraph:
    """A paragraph.

    ``role`` is ``body``, or what it is instead: ``lead``, ``rubric``, ``attribution``,
    ``note`` (small print), ``line`` (one line of a verse or address), ``anchor`` (nothing
    visible, only marks for links and the index).
    """

    children: tuple[Inline, ...]
    role: str = "body"
    anchors: tuple[str, ...] = ()


class ListStyle(Enum):
    """How items are marked."""

    BULLET = "bullet"
    ARABIC = "arabic"
    LOWER_ALPHA = "loweralpha"
    UPPER_ALPHA = "upperalpha"
    LOWER_ROMAN = "lowerroman"
    UPPER_ROMAN = "upperroman"
    TASK = "task"
    PLAIN = "plain"


@dataclass(frozen=True)
class ListItem:
    """One item; ``checked`` is ``None`` unless the item is a task."""

    children: tuple[Block, ...]
    checked: bool | None = None
    anchors: tuple[str, ...] = ()


@dataclass(frozen=True)
class ListBlock:
    """A list; ``start`` is the first number. Lists nest inside items."""

    style: ListStyle
    items: tuple[ListItem, ...]
    start: int = 1


@dataclass(frozen=True)
class Definition:
    """Terms that share one explanation; each term has its own anchors."""

    terms: tuple[tuple[tuple[Inline, ...], tuple[str, ...]], ...]
    children: tuple[Block, ...]


@dataclass(frozen=True)
class DefinitionList:
    """Terms with explanations; ``role`` is ``definitions``, ``fields`` or ``glossary``."""

    items: tuple[Definition, ...]
    role: str = "definitions"


@dataclass(frozen=True)
class Cell:
    """A cell where it begins; ``columns`` and ``rows`` count what it spans."""

    children: tuple[Block, ...]
    columns: int = 1
    rows: int = 1
    header: bool = False


@dataclass(frozen=True)
class Row:
    """Cells that begin in this row, left to right; spanned places have none."""

    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class Table:
    """A table. ``widths`` are relative; ``header_rows`` of the rows repeat on each page.

    ``role`` is ``data`` or ``matrix`` or ``facts``. ``number`` reads like ``"3"`` and is
    ``None`` for a table without caption. ``summary`` describes it for screen readers.
    ``form`` is the ``Stelle`` of a table of answers whose rows repeat, else empty.
    """

    rows: tuple[Row, ...]
    widths: tuple[int, ...]
    header_rows: int = 0
    header_columns: int = 0
    caption: tuple[Inline, ...] = ()
    number: str | None = None
    anchors: tuple[str, ...] = ()
    role: str = "data"
    summary: str | None = None
    form: str = ""


@dataclass(frozen=True)
class Figure:
    """A picture that stands alone; an empty ``alt`` means decorative.

    ``path`` is PNG, JPEG or SVG. ``number`` is ``None`` without a caption. ``width`` is as
    the author wrote it (``"50%"``, ``"8cm"``), ``None`` for the natural size.
    """

    path: Path
    alt: str
    caption: tuple[Inline, ...] = ()
    legend: tuple[Block, ...] = ()
    number: str | None = None
    anchors: tuple[str, ...] = ()
    width: str | None = None
    url: str | None = None


@dataclass(frozen=True)
class Admonition:
    """A box with a title.

    ``kind`` is note, tip, hint, important, warning, caution, danger, error, attention,
    seealso, or ``editors`` for a judgement of the editors.
    """

    kind: str
    title: tuple[Inline, ...]
    children: tuple[Block, ...]
    anchors: tuple[str, ...] = ()


@dataclass(frozen=True)
class Quote:
    """A quotation with its attribution, if it has one."""

    children: tuple[Block, ...]
    attribution: tuple[Inline, ...] = ()


@dataclass(frozen=True)
class CodeBlock:
    """Text whose spaces and line ends count.

    ``markup`` says the same with links and emphasis; it is empty for plain code. ``locked``
    asks Word to keep people from changing it.
    """

    text: str
    language: str | None = None
    caption: tuple[Inline, ...] = ()
    number: str | None = None
    anchors: tuple[str, ...] = ()
    markup: tuple[Inline, ...] = ()
    locked: bool = False


@dataclass(frozen=True)
class MathBlock:
    """A formula of its own in LaTeX notation."""

    latex: str
    number: str | None = None
    anchors: tuple[str, ...] = ()


@dataclass(frozen=True)
class Card:
    """A titled box, alone or in a grid; a link on the whole card is in ``link``.

    Its title is what can be followed; the own words of the link count where there is no title.
    """

    title: tuple[Inline, ...]
    children: tuple[Block, ...]
    footer: tuple[Block, ...] = ()
    link: ExternalLink | InternalLink | None = None
    anchors: tuple[str, ...] = ()


@dataclass(frozen=True)
class Grid:
    """Cards or other blocks side by side; ``columns`` is a wish, paper may use fewer."""

    items: tuple[Block, ...]
    columns: int = 2


@dataclass(frozen=True)
class Titled:
    """A tab or a drop-down: on paper a small heading and what was behind it.

    ``role`` is ``tab`` or ``dropdown``.
    """

    title: tuple[Inline, ...]
    children: tuple[Block, ...]
    role: str
    anchors: tuple[str, ...] = ()


@dataclass(frozen=True)
class FactBox:
    """The *Steckbrief*: labelled facts of a page, each a few blocks."""

    title: tuple[Inline, ...]
    rows: tuple[tuple[tuple[Inline, ...], tuple[Block, ...]], ...]
    anchors: tuple[str, ...] = ()


@dataclass(frozen=True)
class NextStep:
    """Who does what until when: the end of a page of guidance.

    ``rows`` are label and text, in the order wer, was, bis.
    """

    title: tuple[Inline, ...]
    rows: tuple[tuple[tuple[Inline, ...], tuple[Block, ...]], ...]


@dataclass(frozen=True)
class Group:
    """Blocks that belong together; ``role`` says why and may be ignored by an emitter."""

    children: tuple[Block, ...]
    role: str = ""


@dataclass(frozen=True)
class Answer:
    """Where one answer is written; an emitter without forms shows ``children``.

    ``place`` is the written form of a ``Stelle``, ``title`` names the answer by itself.
    """

    field: Formularfeld
    place: str
    title: str
    children: tuple[Block, ...] = ()


@dataclass(frozen=True)
class Rule:
    """A line across, a change of subject."""


@dataclass(frozen=True)
class IndexList:
    """The printed index: entries sorted, each with the anchors where it is marked.

    ``sees`` are pointers by the terms of their entry: word and whether it is „see also“. An
    entry that only points has no anchors.
    """

    entries: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]
    sees: Mapping[tuple[str, ...], tuple[tuple[str, bool], ...]] = field(default_factory=dict)


Block = (
    Section
    | Paragraph
    | ListBlock
    | DefinitionList
    | Table
    | Figure
    | Admonition
    | Quote
    | CodeBlock
    | MathBlock
    | Card
    | Grid
    | Titled
    | FactBox
    | NextStep
    | Group
    | Answer
    | Rule
    | IndexList
)

# ---------------------------------------------------------------- book


@dataclass(frozen=True)
class Part:
    """A part of the book; ``title`` is empty for pages that stand before the first part."""

    title: tuple[Inline, ...]
    children: tuple[Block, ...]
    number: str | None = None
    anchors: tuple[str, ...] = ()


@dataclass(frozen=True)
class Page:
    """Where a document begins; the opening of a part and the index have no ``name``."""

    name: str
    title: str
    anchor: str


@dataclass(frozen=True)
class Book:
    """A whole book, or one page as a book with one part.

    ``notes`` holds the text of each footnote by id, in order of first citation.
    ``edition`` is the line on every page („Entwurf 3, 22. November 2026“), ``number`` and
    ``state`` are parts of it, empty where the project names none. ``date`` is the ISO day that
    documents carry as created and modified. ``pages`` says where each document begins.
    ``language`` is a BCP 47 tag. ``keywords`` and ``description`` are what searches see.
    ``notes_at`` is ``page`` for footnotes or ``end`` for endnotes. ``lists`` names the lists
    that follow the contents: ``figures``, ``tables``, ``listings``. ``sheets`` are the
    worksheets in the book, in order; ``town`` and ``ags`` (its official key) say for whom it
    was made, empty for nobody in particular. ``answers`` are what stands in its fields already,
    by written ``Stelle``.
    """

    title: str
    parts: tuple[Part, ...]
    subtitle: str = ""
    author: str = ""
    edition: str = ""
    number: str = ""
    state: str = ""
    date: str = "1980-01-01"
    language: str = "de"
    keywords: tuple[str, ...] = ()
    description: str = ""
    imprint: tuple[Block, ...] = ()
    notes: Mapping[str, tuple[Block, ...]] = field(default_factory=dict)
    contents_depth: int = 2
    notes_at: str = "page"
    lists: tuple[str, ...] = ()
    pages: tuple[Page, ...] = ()
    sheets: tuple[Blatt, ...] = ()
    town: str = ""
    ags: str = ""
    answers: Mapping[str, str] = field(default_factory=dict)
