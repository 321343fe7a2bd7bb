"""„Diese Woche fällig“ as an Atom feed (RFC 4287).

An entry is a review: page and day make its identity, so that a reader of feeds shows a page
again when its next review comes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from uuid import UUID, uuid5

from ...model import german
from ...model.vocabulary import Vocabulary
from ...sphinx_ext.atom import Entry, Feed, atom
from .eintrag import Eintrag, kind_words, step_words

FILE = "faellig.atom"
TITLE = "Diese Woche fällig"
SPACE = UUID("a4b1f9d2-3c61-5f0a-8d2e-6f6f0a9c7e35")
"""Under which the identities of reviews are made; it must never change."""


def feed_of(
    rows: Iterable[Eintrag],
    vocabulary: Vocabulary,
    day: date,
    address: Callable[[str], str],
    author: str,
) -> bytes:
    """Return the feed of what is due in the seven days from ``day`` on, overdue pages first.

    ``address`` gives the address of a document, absolute or from the feed.
    """
    about = Feed(TITLE, f"urn:uuid:{SPACE}", day.isoformat(), author, FILE)
    due = [(row.faellig, row) for row in rows if row.faellig and row.due_within_a_week(day)]
    ordered = sorted(due, key=lambda each: (each[0], each[1].seite))
    return atom(about, (_entry(row, when, vocabulary, address) for when, row in ordered))


def _entry(
    row: Eintrag, when: date, vocabulary: Vocabulary, address: Callable[[str], str]
) -> Entry:
    return Entry(
        titel=f"{kind_words(row.art)}: {row.titel}",
        kennung=f"urn:uuid:{uuid5(SPACE, f'{row.seite} {when}')}",
        stand=when.isoformat(),
        adresse=address(row.seite),
        text=german.sentences(
            f"Prüfen bis {german.date(when.isoformat())}",
            step_words(row.schritt, vocabulary),
            f"Fragen Sie: {row.fragen}" if row.fragen else "",
        ),
    )
