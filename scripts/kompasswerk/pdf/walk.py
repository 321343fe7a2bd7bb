"""Going through a book without knowing its classes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any

from ..buch.blocks import Admonition, Book, Card, FactBox, Part, Section, Text, Titled

TITLED = (Admonition, Card, FactBox, Part, Section, Titled)


def walk(node: object, where: str = "") -> Iterator[tuple[str, object]]:
    """Yield every node below and including ``node`` in reading order, each with its place.

    The place is the chain of titles, „Kapitel › Abschnitt“. Fields come in the order of
    their declaration; containers are gone through, plain values are not yielded.
    """
    # A stack instead of recursion: a book is gone through several times, and a generator in a
    # generator for each level of nesting cost more than all else that Python does for a PDF.
    waiting: list[tuple[object, str]] = [(node, where)]
    while waiting:
        item, place = waiting.pop()
        if isinstance(item, tuple):
            waiting += [(value, place) for value in reversed(item)]
        elif isinstance(item, Mapping):
            waiting += [(value, place) for value in reversed([*item.values()])]
        elif (names := field_names(item)) is not None:
            inside = place_of(item, place)
            yield inside, item
            waiting += [(getattr(item, name), inside) for name in reversed(names)]


def field_names(node: object) -> tuple[str, ...] | None:
    """Return the fields of a dataclass in the order of their declaration, ``None`` of others."""
    kind: Any = type(node)
    return _field_names(kind)


@cache
def _field_names(kind: Any) -> tuple[str, ...] | None:
    return tuple(field.name for field in fields(kind)) if is_dataclass(kind) else None


def place_of(node: object, where: str) -> str:
    """Return the place of what stands inside ``node``."""
    if isinstance(node, Book) or not isinstance(node, TITLED):
        return where
    title = plain(node.title)
    return " › ".join(part for part in (where, title) if part)


def plain(node: object) -> str:
    """Return the running text of a node or of several, without any mark."""
    return "".join(each.text for _, each in walk(node) if isinstance(each, Text))
