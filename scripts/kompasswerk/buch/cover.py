"""Which books need a title page."""

from __future__ import annotations

from .blocks import Book, Section


def has_cover(book: Book) -> bool:
    """Return whether the book needs a title page and contents: more than one chapter does."""
    chapters = [block for part in book.parts for block in part.children]
    titled = any(part.title for part in book.parts)
    return titled or sum(isinstance(block, Section) for block in chapters) > 1
