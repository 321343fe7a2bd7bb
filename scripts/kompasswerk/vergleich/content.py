"""What is compared: pieces of text with their place, and what a file holds."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass, field

_SIGN = re.compile(r"[^\w]|_")


def letters(text: str) -> str:
    """Return the letters and digits of a text, without spaces, hyphens and punctuation.

    Line ends, hyphenation, quotation marks and ligatures are the business of typesetting;
    what a reader takes in are these.
    """
    return _SIGN.sub("", unicodedata.normalize("NFKC", text))


@dataclass(frozen=True)
class Piece:
    """Something that a reader must meet.

    ``parts`` are its letters, cut where an exporter may add a page number or the mark of a
    note. ``kind`` is ``Absatz``, ``Überschrift``, ``Zelle``, ``Tabellenzeile``,
    ``Aufzählung`` (with its number), ``Beschriftung`` (of a box), ``Fußnote`` or ``Quelltext``.
    ``text`` is what a message quotes; ``source`` and ``line`` say where it was written.
    """

    kind: str
    parts: tuple[str, ...]
    text: str
    source: str
    line: int | None = None
    inner: tuple[Piece, ...] = ()

    @property
    def letters(self) -> str:
        """All letters of the piece."""
        return "".join(self.parts)


@dataclass(frozen=True)
class Expected:
    """What the pages of one book hold: pieces by document in order, and what is counted.

    ``anywhere`` are pieces whose place is the exporter's choice, as of notes. ``pictures``
    counts alternative texts, ``links`` addresses outside of the book, ``inner_links`` is the
    number of links inside it, ``formulas`` their letters in LaTeX.
    """

    documents: tuple[tuple[Piece, ...], ...]
    anywhere: tuple[Piece, ...] = ()
    pictures: Counter[str] = field(default_factory=Counter)
    links: Counter[str] = field(default_factory=Counter)
    inner_links: int = 0
    formulas: tuple[str, ...] = ()


@dataclass(frozen=True)
class Found:
    """What a file holds.

    ``body`` and ``notes`` are letters in reading order, without the table of contents, running
    heads and marks of notes. ``dangling`` names links whose target does not exist.
    """

    body: str
    notes: str = ""
    pictures: Counter[str] = field(default_factory=Counter)
    links: Counter[str] = field(default_factory=Counter)
    inner_links: int = 0
    dangling: tuple[str, ...] = ()
    formulas: int = 0
