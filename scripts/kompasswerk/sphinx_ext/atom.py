"""Feeds in Atom (RFC 4287): the one way in which this project writes them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from xml.etree.ElementTree import Element, SubElement, indent, tostring

ATOM = "http://www.w3.org/2005/Atom"
_HTML, _FEED = "text/html", "application/atom+xml"


@dataclass(frozen=True)
class Feed:
    """What a feed says of itself.

    ``kennung`` is a URN that never changes, ``stand`` a day, month or year, ``selbst`` the address
    of the feed and ``seite`` that of the page it belongs to; empty if there is none.
    """

    titel: str
    kennung: str
    stand: str
    autor: str
    selbst: str
    seite: str = ""
    rechte: str = ""


@dataclass(frozen=True)
class Entry:
    """One entry of a feed; ``marken`` are its categories."""

    titel: str
    kennung: str
    stand: str
    adresse: str
    text: str
    marken: tuple[str, ...] = ()


def atom(feed: Feed, entries: Iterable[Entry]) -> bytes:
    """Return the feed with its entries in the order given."""
    root = Element("feed", {"xmlns": ATOM, "xml:lang": "de"})
    _head(root, feed.titel, feed.kennung, feed.stand)
    SubElement(SubElement(root, "author"), "name").text = feed.autor
    if feed.rechte:
        SubElement(root, "rights").text = feed.rechte
    _link(root, "self", _FEED, feed.selbst)
    if feed.seite:
        _link(root, "alternate", _HTML, feed.seite)
    for entry in entries:
        item = SubElement(root, "entry")
        _head(item, entry.titel, entry.kennung, entry.stand)
        _link(item, "alternate", _HTML, entry.adresse)
        for label in entry.marken:
            SubElement(item, "category", {"term": label})
        SubElement(item, "summary").text = entry.text
    indent(root, " ")
    text: bytes = tostring(root, encoding="utf-8", xml_declaration=True)
    return text + b"\n"


def _head(parent: Element, titel: str, kennung: str, stand: str) -> None:
    SubElement(parent, "title").text = titel
    SubElement(parent, "id").text = kennung
    SubElement(parent, "updated").text = _moment(stand)


def _link(parent: Element, rel: str, kind: str, href: str) -> None:
    SubElement(parent, "link", {"rel": rel, "type": kind, "href": href})


def _moment(stand: str) -> str:
    """Return a day, month or year as a moment of RFC 3339."""
    day = (stand or "1970-01-01").split("-")
    return "-".join([*day, "01", "01"][:3]) + "T00:00:00Z"
