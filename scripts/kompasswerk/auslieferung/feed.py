"""New and changed cases as an Atom feed (RFC 4287).

The identity of an entry is a UUID of its page, so that it survives a move of the website to
another address, as RFC 4287, section 4.2.6 asks. ``updated`` is „stand“ of the case: the same
content gives the same feed on any day.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID, uuid5
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from ..model.seiten import Fall
from .addresses import Address
from .linked_data import Work

FILE = "neues.atom"
TITLE = "Neue und geänderte Fälle"
MOST = 50
"""Entries of a feed; who reads it has seen the older ones."""
ATOM = "http://www.w3.org/2005/Atom"
SPACE = UUID("5f1c1f0e-6f5b-5c7e-9d43-6a1f6e2b8c10")
"""Under which the identities of this handbook are made; it must never change."""


@dataclass(frozen=True)
class Entry:
    """A case with its docname, its address below the top of the site and labels of its kind."""

    docname: str
    uri: str
    fall: Fall
    ansatz: tuple[str, ...]


def newest(entries: Iterable[Entry]) -> list[Entry]:
    """Return the entries of a feed: the newest first, those of one day by title."""
    ordered = sorted(entries, key=lambda each: (each.fall.titel, each.docname))
    ordered.sort(key=lambda each: each.fall.stand, reverse=True)
    return ordered[:MOST]


def atom(entries: Sequence[Entry], work: Work, address: Address) -> bytes:
    """Return the feed; its links are relative to it where the address is unknown."""
    feed = Element("feed", {"xmlns": ATOM, "xml:lang": "de"})
    SubElement(feed, "title").text = f"{work.name}: {TITLE}"
    SubElement(feed, "id").text = identity("")
    SubElement(feed, "updated").text = _moment(max((e.fall.stand for e in entries), default=""))
    SubElement(SubElement(feed, "author"), "name").text = work.author
    SubElement(feed, "rights").text = work.notice
    _link(feed, "self", address.absolute(FILE) or FILE)
    _link(feed, "alternate", address.absolute("index.html") or "index.html")
    for entry in entries:
        _add(feed, entry, address)
    indent(feed, " ")
    text: bytes = tostring(feed, encoding="utf-8", xml_declaration=True)
    return text + b"\n"


def identity(docname: str) -> str:
    """Return the identity of a page, or with ``""`` of the feed, as a URN."""
    return f"urn:uuid:{uuid5(SPACE, docname)}"


def _add(feed: Element, entry: Entry, address: Address) -> None:
    fall, item = entry.fall, SubElement(feed, "entry")
    SubElement(item, "title").text = fall.titel
    SubElement(item, "id").text = identity(entry.docname)
    SubElement(item, "updated").text = _moment(fall.stand)
    _link(item, "alternate", address.absolute(entry.uri) or entry.uri)
    for label in entry.ansatz:
        SubElement(item, "category", {"term": label})
    SubElement(item, "summary").text = fall.teaser


def _link(parent: Element, rel: str, href: str) -> None:
    kind = "application/atom+xml" if rel == "self" else "text/html"
    SubElement(parent, "link", {"rel": rel, "type": kind, "href": href})


def _moment(stand: str) -> str:
    """Return a day, month or year as a moment of RFC 3339."""
    day = (stand or "1970-01-01").split("-")
    return "-".join([*day, "01", "01"][:3]) + "T00:00:00Z"
