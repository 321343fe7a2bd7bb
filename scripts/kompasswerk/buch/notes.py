"""Walking over finished blocks: which notes are cited, what the index holds."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any

from ..model import german
from . import blocks as b

_WITHOUT_BLOCKS = frozenset({
    *("str", "int", "bool", "str | None", "int | None", "bool | None", "Path"),
    *("tuple[str, ...]", "tuple[int, ...]", "Mark | None", "ListStyle"),
    *("Formularfeld", "tuple[Blatt, ...]", "Mapping[str, str]"),
})  # fmt: skip
"""Types of fields, as written, in which nobody needs to look for blocks."""


def walk(item: Any) -> Iterator[Any]:
    """Yield every block and inline below ``item`` in reading order, ``item`` first.

    The notes of a book are below it too. Books are walked several times each; a stack and
    names looked up once for each class make that four times as fast as recursion.
    """
    waiting = [item]
    while waiting:
        one: object = waiting.pop()
        kind: type = type(one)
        if isinstance(one, tuple):
            waiting.extend(reversed(one))
        elif kind is dict and isinstance(one, dict):
            waiting.extend(reversed(one.values()))
        elif (names := inside(kind)) is not None:
            yield one
            waiting.extend(getattr(one, name) for name in names)


@cache
def inside(kind: type) -> tuple[str, ...] | None:
    """Return the fields of a class that may hold blocks, last first; ``None`` for no block."""
    if not is_dataclass(kind):
        return None
    return tuple(each.name for each in reversed(fields(kind)) if each.type not in _WITHOUT_BLOCKS)


def cited_in_order(parts: Iterable[b.Part], notes: Mapping[str, Any]) -> list[str]:
    """Return the ids of the notes in order of first citation, notes in notes included."""
    seen: dict[str, None] = {}

    def visit(item: Any) -> None:
        for part in walk(item):
            if isinstance(part, b.NoteReference) and part.note in notes and part.note not in seen:
                seen[part.note] = None
                visit(notes[part.note])

    visit(tuple(parts))
    return list(seen)


def index_of(parts: Iterable[b.Part]) -> b.IndexList:
    """Return the index of a book, sorted as German readers expect (ä like a, ß like ss)."""
    places: dict[tuple[str, ...], list[str]] = defaultdict(list)
    sees: dict[tuple[str, ...], dict[tuple[str, bool], None]] = defaultdict(dict)
    for part in walk(tuple(parts)):
        if not isinstance(part, b.IndexEntry):
            continue
        for length in range(1, len(part.terms)):
            places.setdefault(part.terms[:length], [])  # a sub-entry needs its main entry above it
        anchors = places[part.terms]
        if part.see:
            sees[part.terms][part.see, part.also] = None
        elif part.anchor not in anchors:
            anchors.append(part.anchor)
    entries = sorted(places.items(), key=lambda pair: [german.sort_key(term) for term in pair[0]])
    return b.IndexList(
        tuple((terms, tuple(anchors)) for terms, anchors in entries),
        {terms: tuple(found) for terms, found in sees.items()},
    )
