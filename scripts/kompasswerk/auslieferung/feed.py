"""New and changed cases as an Atom feed (RFC 4287).

The identity of an entry is a UUID of its page, so that it survives a move of the website to
another address, as RFC 4287, section 4.2.6 asks. ``updated`` is „stand“ of the case: the same
content gives the same feed on any day.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID, uuid5

from ..model.seiten import Fall
from ..sphinx_ext import atom
from ..sphinx_ext.atom import Feed
from .addresses import Address
from .linked_data import Work

FILE = "neues.atom"
TITLE = "Neue und geänderte Fälle"
MOST = 50
"""Entries of a feed; who reads it has seen the older ones."""
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


def feed_of(entries: Sequence[Entry], work: Work, address: Address) -> bytes:
    """Return the feed; its links are relative to it where the address is unknown."""
    about = Feed(
        titel=f"{work.name}: {TITLE}",
        kennung=identity(""),
        stand=max((each.fall.stand for each in entries), default=""),
        autor=work.author,
        selbst=address.absolute(FILE) or FILE,
        seite=address.absolute("index.html") or "index.html",
        rechte=work.notice,
    )
    return atom.atom(about, (_entry(each, address) for each in entries))


def identity(docname: str) -> str:
    """Return the identity of a page, or with ``""`` of the feed, as a URN."""
    return f"urn:uuid:{uuid5(SPACE, docname)}"


def _entry(entry: Entry, address: Address) -> atom.Entry:
    return atom.Entry(
        titel=entry.fall.titel,
        kennung=identity(entry.docname),
        stand=entry.fall.stand,
        adresse=address.absolute(entry.uri) or entry.uri,
        text=entry.fall.teaser,
        marken=entry.ansatz,
    )
