"""Document properties: who, what, when, in which language."""

from __future__ import annotations

import datetime

from docx.document import Document

from ..buch.blocks import Book


def set_properties(
    document: Document, book: Book, language: str, timestamp: datetime.datetime | None
) -> None:
    """Fill the core properties; days count from midnight, universal time."""
    day = timestamp or _day(book.date)
    properties = document.core_properties
    properties.title = book.title[:255]
    properties.subject = book.subtitle[:255]
    properties.author = book.author[:255]
    properties.last_modified_by = book.author[:255]
    properties.keywords = ", ".join(book.keywords)[:255]
    properties.comments = (book.description or book.edition)[:255]
    properties.version = book.number[:255]
    properties.content_status = book.state[:255]
    properties.language = language
    properties.created = day
    properties.modified = day
    properties.revision = 1


def _day(date: str) -> datetime.datetime:
    try:
        day = datetime.date.fromisoformat(date)
    except ValueError:
        day = datetime.date(1980, 1, 1)
    return datetime.datetime.combine(day, datetime.time(), datetime.UTC)
