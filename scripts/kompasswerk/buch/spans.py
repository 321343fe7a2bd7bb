"""What stands inside a line of text, as frozen data."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from pathlib import Path


class Mark(Enum):
    """How a span of text is meant; emitters decide how it looks."""

    EMPHASIS = "emphasis"
    STRONG = "strong"
    CODE = "code"
    STRIKE = "strike"
    SUBSCRIPT = "subscript"
    SUPERSCRIPT = "superscript"
    KEYBOARD = "keyboard"
    BADGE = "badge"
    LABEL = "label"


@dataclass(frozen=True)
class Text:
    """Running text; line breaks inside are spaces."""

    text: str


@dataclass(frozen=True)
class Span:
    """Inlines with a mark; ``language`` is a BCP 47 tag where it differs from the book's."""

    children: tuple[Inline, ...]
    mark: Mark | None = None
    language: str | None = None
    role: str | None = None


@dataclass(frozen=True)
class ExternalLink:
    """A link that leaves the book (``https:``, ``mailto:``)."""

    children: tuple[Inline, ...]
    url: str


@dataclass(frozen=True)
class InternalLink:
    """A link to an anchor of this book; ``page`` asks for „(Seite N)“ behind the text.

    ``numbered`` says that its words repeat the number of what it leads to („Abb. 2.1“).
    """

    children: tuple[Inline, ...]
    anchor: str
    page: bool = False
    numbered: bool = False


@dataclass(frozen=True)
class PageReference:
    """The number of the page on which ``anchor`` stands, nothing else."""

    anchor: str


@dataclass(frozen=True)
class NoteReference:
    """The mark of a footnote; a note cited again keeps its number."""

    note: str


@dataclass(frozen=True)
class LineBreak:
    """A break inside a paragraph."""


@dataclass(frozen=True)
class CheckBox:
    """A box of a checklist, ticked or not."""

    checked: bool


@dataclass(frozen=True)
class Anchor:
    """A place inside a line that links may name."""

    name: str


@dataclass(frozen=True)
class IndexEntry:
    """An invisible mark for the index; ``terms`` goes from main entry to sub-entry.

    ``see`` is another entry that the index points to: instead of a page, or besides the
    pages if ``also``. Empty means that the mark is a place with a page.
    """

    terms: tuple[str, ...]
    anchor: str
    see: str = ""
    also: bool = False


@dataclass(frozen=True)
class InlineImage:
    """A picture in a line; an empty ``alt`` means decorative."""

    path: Path
    alt: str
    width: str | None = None


@dataclass(frozen=True)
class InlineMath:
    """A formula in LaTeX notation; it is its own alternative text."""

    latex: str


Inline = (
    Text
    | Span
    | ExternalLink
    | InternalLink
    | PageReference
    | NoteReference
    | LineBreak
    | CheckBox
    | Anchor
    | IndexEntry
    | InlineImage
    | InlineMath
)
