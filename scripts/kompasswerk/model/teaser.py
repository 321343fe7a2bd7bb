"""Teasers: two short texts that lead to a case or pilot, and where they have been used."""

from __future__ import annotations

from dataclasses import dataclass
from unicodedata import normalize

SHORT, LONG = 280, 600
PLANNED = 50
"""How many the alliance's office is to write (Jahresauftakt 23.02.2023, TOP 6)."""


@dataclass(frozen=True, kw_only=True)
class Verwendung:
    """Where a teaser has been used and when; ``wann`` is an ISO day, month or year."""

    wo: str
    wann: str


@dataclass(frozen=True, kw_only=True)
class Teaser:
    """A teaser of the page with the slug ``seite``.

    ``kurz`` has at most ``SHORT`` characters, ``lang`` at most ``LONG``. ``quellen`` are keys
    of the page's sources that support what both say, ``bild`` a file of the page's pictures.
    ``datei`` and ``zeile`` say where it stands.
    """

    seite: str
    kurz: str
    lang: str
    quellen: tuple[str, ...]
    bild: str | None = None
    verwendet: tuple[Verwendung, ...] = ()
    datei: str = ""
    zeile: int = 1


def length(text: str) -> int:
    """Return how many characters a text has as readers and social media count: composed ones."""
    return len(normalize("NFC", text))
