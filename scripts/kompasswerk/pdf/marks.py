"""Notes and anchors: what only the finished source can decide.

A note is set where it is cited first and only named afterwards; an anchor that a book
defines twice counts where it stands first. Emitters are pure, so they leave a mark for each,
and ``settle`` reads the marks in the order of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import count

from ..buch.blocks import (
    Anchor,
    Book,
    Definition,
    IndexEntry,
    Inline,
    Mark,
    NoteReference,
    Span,
    Text,
)
from .syntax import string
from .walk import field_names, walk

_MARK = re.compile("\x02(note|anchor|unit|end):([^\x03]*)\x03")
_SAFE = re.compile(r"^[A-Za-z][A-Za-z0-9_.:/-]*$")
_OWN = "kompass-"
_JOINED = "#sym.wj"  # a mark never begins a line
_COMMA = Span((Text("\u2060,"),), Mark.SUPERSCRIPT)


def note_mark(note: str) -> str:
    """Return the mark of a citation; ``note`` is the id."""
    return f"\x02note:{note}\x03"


def anchor_mark(label: str) -> str:
    """Return the mark of a place; it becomes an expression, a label or ``none``."""
    return f"\x02anchor:{label}\x03"


def unit_mark() -> str:
    """Return the mark of the number of what begins on a new page, counted through the book."""
    return "\x02unit:\x03"


def end_mark() -> str:
    """Return the mark of the place where endnotes stand."""
    return "\x02end:\x03"


def settle(source: str, notes: Mapping[str, str], *, at_end: bool = False) -> str:
    """Return the source without marks; ``notes`` has the content of each note by id.

    Notes stand at the foot of the page that cites them first, or ``at_end`` at the end mark.
    """
    return _MARK.sub(_Settling(notes, at_end=at_end).resolve, source)


class _Settling:
    """What is known of the marks up to a place in the source."""

    def __init__(self, notes: Mapping[str, str], *, at_end: bool) -> None:
        self._notes = notes
        self._labels = {note: f"{_OWN}note-{n}" for n, note in enumerate(notes, start=1)}
        self._seen: dict[str, None] = {}
        self._cited: list[str] = []
        self._units = count(1)
        self._at_end = at_end

    def resolve(self, match: re.Match[str]) -> str:
        """Return what stands for a mark."""
        kind, name = match[1], match[2]
        if kind == "unit":
            return str(next(self._units))
        if kind == "end":
            return self._endnotes()
        first = match[0] not in self._seen
        self._seen[match[0]] = None
        if kind == "anchor":
            return f"label({string(name)})" if first else "none"
        return _JOINED + (self._endnote(name) if self._at_end else self._footnote(name, first))

    def _footnote(self, note: str, first: bool) -> str:
        label = f"label({string(self._labels[note])})"
        if not first:
            return f"#footnote({label})"
        # A note that cites itself would never end.
        body = _MARK.sub(self.resolve, self._notes[note].replace(note_mark(note), ""))
        return f"#[#footnote[{body}]#{label}]"

    def _endnote(self, note: str) -> str:
        if note not in self._cited:
            self._cited.append(note)
        return f"#end-mark({self._cited.index(note) + 1}, {string(self._labels[note])})"

    def _endnotes(self) -> str:
        """Return the endnotes; one may cite others, which then follow."""
        found: list[str] = []
        while len(found) < len(self._cited):
            note = self._cited[len(found)]
            body = _MARK.sub(self.resolve, self._notes[note].replace(note_mark(note), ""))
            found.append(f"({len(found) + 1}, {string(self._labels[note])}, [{body}]), ")
        return f"#endnotes(({''.join(found)}))" if found else ""


def close_notes(nodes: Iterable[Inline]) -> Iterator[Inline]:
    """Yield inlines with notes as German sets them: no space before, a comma between."""
    held: list[Inline] = []
    after_note = False
    for node in nodes:
        if not isinstance(node, NoteReference):
            held.append(node)
            continue
        if after_note and not _trimmed(held):
            yield _COMMA
        yield from _trimmed(held)
        yield node
        held, after_note = [], True
    yield from held


def _trimmed(nodes: list[Inline]) -> list[Inline]:
    """Return the inlines without the white space at their end."""
    if not nodes or not isinstance(nodes[-1], Text):
        return nodes
    kept = nodes[-1].text.rstrip(" \t\n\u00a0\u202f")
    return [*nodes[:-1], Text(kept)] if kept else nodes[:-1]


def anchor_labels(book: Book) -> dict[str, str]:
    """Return the Typst label of each anchor; anchors of one block share the first one's."""
    labels: dict[str, str] = {}
    for names in _groups(book):
        fresh = [name for name in names if name and name not in labels]
        for name in fresh:
            labels[name] = labels.get(fresh[0]) or _label(name, len(labels))
    return labels


def double_anchors(book: Book) -> Iterator[tuple[str, str]]:
    """Yield place and name of each anchor that the book already has.

    An index entry may name a place that something else marks, so it counts for nothing.
    """
    seen: set[str] = set()
    for where, node in walk(book):
        if isinstance(node, IndexEntry):
            continue
        for names in own_groups(node):
            yield from ((where, name) for name in names if name in seen)
            seen.update(names)


def _groups(book: Book) -> Iterator[tuple[str, ...]]:
    for _, node in walk(book):
        yield from own_groups(node)


def own_groups(node: object) -> Iterator[tuple[str, ...]]:
    """Yield the anchors that a node itself carries, those of one block together."""
    if isinstance(node, Anchor):
        yield (node.name,)
    elif isinstance(node, IndexEntry):
        yield (node.anchor,)
    elif isinstance(node, Definition):
        yield from (anchors for _, anchors in node.terms)
    elif "anchors" in (field_names(node) or ()):
        yield getattr(node, "anchors", ())


def _label(name: str, number: int) -> str:
    # A name that PDF readers can put into an address is kept: handbuch.pdf#nameddest=schritt-2.
    own = not _SAFE.match(name) or name.startswith(_OWN)
    return f"{_OWN}anker-{number}" if own else name
