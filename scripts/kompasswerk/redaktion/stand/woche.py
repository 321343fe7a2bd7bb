"""„Diese Woche fällig“ as an Atom feed (RFC 4287).

An entry is a review: page and day make its identity, so that a reader of feeds shows a page
again when its next review comes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from uuid import UUID, uuid5
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from ...model import german
from ...model.vocabulary import Vocabulary
from .eintrag import Eintrag, kind_words, step_words

FILE = "faellig.atom"
TITLE = "Diese Woche fällig"
ATOM = "http://www.w3.org/2005/Atom"
SPACE = UUID("a4b1f9d2-3c61-5f0a-8d2e-6f6f0a9c7e35")
"""Under which the identities of reviews are made; it must never change."""


def atom(
    rows: Iterable[Eintrag],
    vocabulary: Vocabulary,
    day: date,
    address: Callable[[str], str],
    author: str,
) -> bytes:
    """Return the feed of what is due in the seven days from ``day`` on, overdue pages first.

    ``address`` gives the address of a document, absolute or from the feed.
    """
    feed = Element("feed", {"xmlns": ATOM, "xml:lang": "de"})
    SubElement(feed, "title").text = TITLE
    SubElement(feed, "id").text = f"urn:uuid:{SPACE}"
    SubElement(feed, "updated").text = _moment(day)
    SubElement(SubElement(feed, "author"), "name").text = author
    SubElement(feed, "link", {"rel": "self", "type": "application/atom+xml", "href": FILE})
    due = [(row.faellig, row) for row in rows if row.faellig and row.due_within_a_week(day)]
    for when, row in sorted(due, key=lambda each: (each[0], each[1].seite)):
        item = SubElement(feed, "entry")
        SubElement(item, "title").text = f"{kind_words(row.art)}: {row.titel}"
        SubElement(item, "id").text = f"urn:uuid:{uuid5(SPACE, f'{row.seite} {when}')}"
        SubElement(item, "updated").text = _moment(when)
        link = {"rel": "alternate", "type": "text/html", "href": address(row.seite)}
        SubElement(item, "link", link)
        SubElement(item, "summary").text = german.sentences(
            f"Prüfen bis {german.date(when.isoformat())}",
            step_words(row.schritt, vocabulary),
            f"Fragen Sie: {row.fragen}" if row.fragen else "",
        )
    indent(feed, " ")
    text: bytes = tostring(feed, encoding="utf-8", xml_declaration=True)
    return text + b"\n"


def _moment(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"
