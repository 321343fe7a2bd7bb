"""The few words that an emitter adds to a book."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Words:
    """Words of one language. ``page_of`` holds ``{page}`` and ``{pages}``."""

    contents: str
    part: str
    page: str
    page_of: str
    table: str
    figure: str
    code: str
    missing_picture: str


GERMAN = Words(
    contents="Inhalt",
    part="Teil",
    page="Seite",
    page_of="Seite {page} von {pages}",
    table="Tabelle",
    figure="Abbildung",
    code="Quelltext",
    missing_picture="Bild fehlt",
)

ENGLISH = Words(
    contents="Contents",
    part="Part",
    page="page",
    page_of="Page {page} of {pages}",
    table="Table",
    figure="Figure",
    code="Listing",
    missing_picture="Picture missing",
)


def words_for(language: str) -> Words:
    """Return the words of a BCP 47 tag; a language without own words gets English."""
    return GERMAN if language.lower().split("-")[0] == "de" else ENGLISH
