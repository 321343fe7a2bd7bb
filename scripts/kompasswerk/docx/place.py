"""Where a block stands (goes down, never changes) and what writing collects (comes back)."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from ..buch.blocks import Block, InternalLink
from ..buch.words import Words
from .headings import HeadingPlan
from .messages import message
from .numbers import ListNumbers
from .oxml.base import Element
from .oxml.form_manifest import FormField
from .oxml.links import loosen
from .oxml.text import PLAIN, RunLook
from .references import Goal, as_field
from .relations import Relations
from .stylemap import StyleMap
from .template_boxes import BOX_LEFT, BOX_RIGHT


@dataclass(frozen=True)
class Entry:
    """A line of the contents: ``level`` 0 is a part; ``names`` are bookmarks of the heading."""

    level: int
    number: str | None
    title: str
    names: tuple[str, ...]


def digits(name: str) -> str:
    """Return nine digits made from a name, as Word uses them in bookmarks of its own."""
    digest = hashlib.sha256(name.encode("utf-8", "surrogatepass")).digest()
    return f"{int.from_bytes(digest[:8]) % 10**9:09d}"


@dataclass
class Collected:
    """What writing a book brings together; one for each document.

    ``captions`` are text and bookmark of each caption, by the kinds that a list asks for;
    ``fixed_notes`` says that a note cited again is a link with its number, not a field;
    ``fields`` are the fields of worksheets by the places of their answers, ``answers`` what
    stands in them already.
    """

    styles: StyleMap
    words: Words
    anchors: Mapping[str, str]
    notes: Mapping[str, tuple[Block, ...]]
    headings: HeadingPlan
    lists: ListNumbers
    goals: Mapping[str, Goal] = field(default_factory=dict)
    language: str = "de-DE"
    speech: str = "de"
    answers: Mapping[str, str] = field(default_factory=dict)
    note_kind: str = "footnote"
    fixed_notes: bool = False
    note_numbers: dict[str, int] = field(default_factory=dict)
    entries: list[Entry] = field(default_factory=list)
    written: set[str] = field(default_factory=set)
    marks: set[str] = field(default_factory=set)
    counters: dict[str, int] = field(default_factory=dict)
    captions: dict[str, list[tuple[str, str]]] = field(default_factory=dict)
    fields: dict[str, FormField] = field(default_factory=dict)
    warnings: dict[str, None] = field(default_factory=dict)

    def warn(self, kind: str, **values: str) -> None:
        """Remember a message for the editors; the same one only once."""
        self.warnings.setdefault(message(kind, self.speech, **values))

    @property
    def index_style(self) -> str | None:
        """The style of entries of the index if the book has one."""
        return self.styles.ids.get(("paragraph", "index 1")) if self.counters.get("index") else None

    def loosen(self, root: Element) -> None:
        """Untie what leads to places that were not written, such as notes nobody cites."""
        names = {name: anchor for anchor, name in self.anchors.items()}
        headings = {name for entry in self.entries for name in entry.names}
        for name in loosen(root, self.written | headings):
            self.warn("not_in_book", what=names.get(name, name))

    def count(self, what: str) -> int:
        """Return 1, 2, 3 … for each kind of thing."""
        self.counters[what] = self.counters.get(what, 0) + 1
        return self.counters[what]

    def heading_mark(self, anchors: tuple[str, ...]) -> str:
        """Return the bookmark that the contents lead to.

        It is made from the heading's anchor, so that another edition has the same one.
        """
        mark = f"_Toc{digits(anchors[0])}" if anchors else ""
        if not mark or mark in self.marks:
            mark = f"_Toc{self.count('heading'):06d}"
        self.marks.add(mark)
        return mark

    def number_mark(self, anchors: tuple[str, ...]) -> str | None:
        """Return the bookmark for a number that references repeat, ``None`` if none does."""
        if not anchors or self.anchors.get(anchors[0]) is None:
            return None
        mark = f"_Ref{digits(anchors[0])}"
        if mark in self.written:
            return None
        self.written.add(mark)
        return mark

    def renewed(self, inline: InternalLink, look: RunLook) -> list[Element] | None:
        """Return the words of a reference with a field, ``None`` if they are no number or title."""
        goal = self.goals.get(inline.anchor)
        if goal is None:
            return None
        mark = self.anchors[inline.anchor] if goal.mark is None else f"_Ref{digits(goal.mark)}"
        return as_field(inline, goal, mark, look, counted=self.headings.native)

    def bookmarks(self, anchors: tuple[str, ...]) -> list[str]:
        """Return the bookmark names of anchors; one that stood before is reported, not doubled."""
        names = []
        for anchor in anchors:
            name = self.anchors.get(anchor)
            if name is None or name in self.written:
                self.warn("anchor_twice", what=anchor)
                continue
            self.written.add(name)
            names.append(name)
        return names


@dataclass(frozen=True)
class Place:
    """Where something is written.

    ``left`` and ``right`` are twips from the margins, ``width`` and ``height`` those of the text
    on a page, ``body`` the style of paragraphs, ``depth`` that of lists. ``box``, ``cell``,
    ``note`` and ``link`` say inside what it stands; ``tags`` is the character style of labels
    there, empty for none.
    """

    out: Collected
    relations: Relations
    width: int
    height: int
    left: int = 0
    right: int | None = None
    body: str = "Body Text"
    depth: int = 0
    box: bool = False
    link: bool = False
    note: bool = False
    cell: bool = False
    tags: str | None = None
    look: RunLook = PLAIN

    @property
    def own_left(self) -> int | None:
        """What a paragraph must say of its left edge; ``None`` where its style says it."""
        return None if self.left == (BOX_LEFT if self.box else 0) else self.left

    @property
    def own_right(self) -> int | None:
        """What a paragraph must say of its right edge; ``None`` where its style says it."""
        return None if self.right == (BOX_RIGHT if self.box else 0) else self.right

    @property
    def room(self) -> int:
        """The width that is left for a table or a picture, in twips."""
        return max(self.width - self.left - (self.right or 0), 567)

    def lettered(self, **changes: object) -> Place:
        """Return this place with another look of letters."""
        return replace(self, look=replace(self.look, **changes))  # type: ignore[arg-type]
