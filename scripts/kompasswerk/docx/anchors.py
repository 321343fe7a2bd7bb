"""Anchors of the book to names of Word bookmarks."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Iterator

from ..buch.blocks import Anchor, Definition, IndexEntry

_PLAIN = re.compile(r"[A-Za-z][A-Za-z0-9_]{0,39}")


def bookmark_names(items: Iterable[object]) -> dict[str, str]:
    """Return for each anchor of a book a bookmark name, unique without regard to case.

    ``items`` is everything in the book, as :func:`.notes.walk` yields it.
    """
    names: dict[str, str] = {}
    taken: set[str] = set()
    for anchor in anchors(items):
        if anchor not in names:
            name = bookmark_name(anchor)
            if name.lower() in taken:
                name = _hashed(anchor)
            taken.add(name.lower())
            names[anchor] = name
    return names


def bookmark_name(anchor: str) -> str:
    """Return what Word accepts: letters, digits and ``_``, a letter first, 40 characters."""
    return anchor if _PLAIN.fullmatch(anchor) else _hashed(anchor)


def _hashed(anchor: str) -> str:
    letters = unicodedata.normalize("NFKD", anchor).encode("ascii", "ignore").decode()
    words = re.sub(r"[^A-Za-z0-9]+", "_", letters).strip("_")
    digest = hashlib.sha256(anchor.encode("utf-8", "surrogatepass")).hexdigest()[:10]
    return f"a_{words[:26]}_{digest}"


def anchors(items: Iterable[object]) -> Iterator[str]:
    """Yield the anchors of blocks and inlines in their order, doubles included."""
    for each in items:
        if isinstance(each, Anchor):
            yield each.name
        elif isinstance(each, IndexEntry):
            yield each.anchor
        elif isinstance(each, Definition):
            for _, names in each.terms:
                yield from names
        else:
            yield from getattr(each, "anchors", ())
