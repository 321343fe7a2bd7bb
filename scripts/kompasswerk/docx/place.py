"""Where a block stands (goes down, never changes) and what writing collects (comes back)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from ..buch.blocks import Block
from ..buch.words import Words
from .headings import HeadingPlan
from .numbers import ListNumbers
from .oxml.base import Element
from .oxml.links import loosen
from .oxml.text import PLAIN, RunLook
from .relations import Relations
from .stylemap import StyleMap


@dataclass(frozen=True)
class Entry:
    """A line of the contents: ``level`` 0 is a part; ``names`` are bookmarks of the heading."""

    level: int
    number: str | None
    title: str
    names: tuple[str, ...]


@dataclass
class Collected:
    """What writing a book brings together; one for each document.

    ``captions`` are text and bookmark of each caption, by the kinds that a list asks for.
    """

    styles: StyleMap
    words: Words
    anchors: Mapping[str, str]
    notes: Mapping[str, tuple[Block, ...]]
    headings: HeadingPlan
    lists: ListNumbers
    language: str = "de-DE"
    note_kind: str = "footnote"
    note_numbers: dict[str, int] = field(default_factory=dict)
    entries: list[Entry] = field(default_factory=list)
    written: set[str] = field(default_factory=set)
    counters: dict[str, int] = field(default_factory=dict)
    captions: dict[str, list[tuple[str, str]]] = field(default_factory=dict)
    warnings: dict[str, None] = field(default_factory=dict)

    def warn(self, message: str) -> None:
        """Remember a message for the editors; the same one only once."""
        self.warnings.setdefault(message)

    def loosen(self, root: Element) -> None:
        """Untie what leads to places that were not written, such as notes nobody cites."""
        names = {name: anchor for anchor, name in self.anchors.items()}
        headings = {name for entry in self.entries for name in entry.names}
        for name in loosen(root, self.written | headings):
            self.warn(f"„{names.get(name, name)}“ steht nicht im Buch; Verweise darauf sind Text.")

    def count(self, what: str) -> int:
        """Return 1, 2, 3 … for each kind of thing."""
        self.counters[what] = self.counters.get(what, 0) + 1
        return self.counters[what]

    def bookmarks(self, anchors: tuple[str, ...]) -> list[str]:
        """Return the bookmark names of anchors; one that stood before is reported, not doubled."""
        names = []
        for anchor in anchors:
            name = self.anchors.get(anchor)
            if name is None or name in self.written:
                self.warn(f"Die Sprungmarke „{anchor}“ gibt es mehrfach; nur die erste gilt.")
                continue
            self.written.add(name)
            names.append(name)
        return names


@dataclass(frozen=True)
class Place:
    """Where something is written.

    ``left`` and ``right`` are twips from the margins, ``width`` that of the text, ``body`` the
    style of paragraphs, ``depth`` that of lists. ``box``, ``cell``, ``note`` and ``link`` say
    inside what it stands; ``tags`` is the character style of labels there, empty for none.
    """

    out: Collected
    relations: Relations
    width: int
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
    def room(self) -> int:
        """The width that is left for a table or a picture, in twips."""
        return max(self.width - self.left - (self.right or 0), 567)

    def lettered(self, **changes: object) -> Place:
        """Return this place with another look of letters."""
        return replace(self, look=replace(self.look, **changes))  # type: ignore[arg-type]
