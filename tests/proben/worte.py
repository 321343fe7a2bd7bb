"""Every visible word of a doctree and of finished blocks, gathered independently."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

from docutils import nodes
from sphinx import addnodes

from kompasswerk.buch import blocks as b
from kompasswerk.sphinx_ext import nodes as own

UNSEEN = (
    nodes.comment,
    nodes.raw,
    nodes.substitution_definition,
    nodes.system_message,
    nodes.footnote_reference,
    nodes.meta,
    addnodes.toctree,
    own.quellenverweis,
)


def of_doctree(node: nodes.Node) -> Counter[str]:
    """Count the words that a reader of the doctree sees."""
    return Counter(word for text in _texts(node) for word in text.split())


def _texts(node: nodes.Node) -> Iterator[str]:
    if isinstance(node, UNSEEN) or _is_note_label(node) or _is_source_heading(node):
        return
    if isinstance(node, nodes.Text):
        yield str(node)
    for child in node.children:
        yield from _texts(child)


def _is_note_label(node: nodes.Node) -> bool:
    return isinstance(node, nodes.label) and isinstance(node.parent, nodes.footnote)


def _is_source_heading(node: nodes.Node) -> bool:
    return isinstance(node, nodes.title) and "kompass-quellen" in node.parent["classes"]


def of_book(book: b.Book) -> Counter[str]:
    """Count the words of a book, notes included."""
    words = Counter(word for text in _strings(book.parts) for word in text.split())
    for note in book.notes.values():
        words += Counter(word for text in _strings(note) for word in text.split())
    return words


SILENT = {"anchor", "anchors", "url", "role", "kind", "note", "number", "language", "width"}
"""Fields that hold no text for readers."""


def _strings(item: Any) -> Iterator[str]:
    if isinstance(item, str):
        yield item
    elif isinstance(item, tuple):
        for child in item:
            yield from _strings(child)
    elif isinstance(item, b.IndexEntry | b.IndexList | b.Anchor):
        return
    elif is_dataclass(item):
        for field in fields(item):
            if field.name in SILENT:
                continue
            yield from _strings(getattr(item, field.name))
