"""Notes and anchors: what only the finished source can decide.

A note is set where it is cited first and only named afterwards; an anchor that a book
defines twice counts where it stands first. Emitters are pure, so they leave a mark for each,
and ``settle`` reads the marks in the order of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
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
from .walk import walk

_MARK = re.compile("\x02(note|anchor|unit):([^\x03]*)\x03")
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


def settle(source: str, notes: Mapping[str, str]) -> str:
    """Return the source without marks; ``notes`` has the content of each note by id."""
    labels = {note: f"{_OWN}note-{number}" for number, note in enumerate(notes, start=1)}
    seen: set[str] = set()
    units = count(1)

    def resolve(match: re.Match[str]) -> str:
        if match[1] == "unit":
            return str(next(units))
        first = match[0] not in seen
        seen.add(match[0])
        if match[1] == "anchor":
            return f"label({string(match[2])})" if first else "none"
        label = f"label({string(labels[match[2]])})"
        if not first:
            return f"{_JOINED}#footnote({label})"
        body = _MARK.sub(resolve, notes[match[2]].replace(match[0], ""))
        return f"{_JOINED}#[#footnote[{body}]#{label}]"

    return _MARK.sub(resolve, source)


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
    elif is_dataclass(node) and any(field.name == "anchors" for field in fields(node)):
        yield getattr(node, "anchors", ())


def _label(name: str, number: int) -> str:
    # A name that PDF readers can put into an address is kept: handbuch.pdf#nameddest=schritt-2.
    own = not _SAFE.match(name) or name.startswith(_OWN)
    return f"{_OWN}anker-{number}" if own else name
