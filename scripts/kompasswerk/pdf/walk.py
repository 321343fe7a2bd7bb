"""Going through a book without knowing its classes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass

from ..buch.blocks import Admonition, Book, Card, FactBox, Part, Section, Text, Titled

TITLED = (Admonition, Card, FactBox, Part, Section, Titled)


def walk(node: object, where: str = "") -> Iterator[tuple[str, object]]:
    """Yield every node below and including ``node`` in reading order, each with its place.

    The place is the chain of titles, „Kapitel › Abschnitt“. Fields come in the order of
    their declaration; containers are gone through, plain values are not yielded.
    """
    if isinstance(node, Mapping):
        for value in node.values():
            yield from walk(value, where)
    elif isinstance(node, tuple):
        for value in node:
            yield from walk(value, where)
    elif is_dataclass(node) and not isinstance(node, type):
        inside = place_of(node, where)
        yield inside, node
        for field in fields(node):
            yield from walk(getattr(node, field.name), inside)


def place_of(node: object, where: str) -> str:
    """Return the place of what stands inside ``node``."""
    if isinstance(node, Book) or not isinstance(node, TITLED):
        return where
    title = plain(node.title)
    return " › ".join(part for part in (where, title) if part)


def plain(node: object) -> str:
    """Return the running text of a node or of several, without any mark."""
    return "".join(each.text for _, each in walk(node) if isinstance(each, Text))
