"""What goes into the files: pages of a kind with their addresses, and what is true of all."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from ..model.orte import Orte
from ..model.seiten import Seite
from ..model.vocabulary import Vocabulary

LICENCE = "https://creativecommons.org/licenses/by/4.0/deed.de"


@dataclass(frozen=True)
class Head:
    """What every file says of itself.

    ``ausgabe``, ``stand`` and ``zustand`` are those of the handbook, ``rechte`` the line below
    each page, ``namensnennung`` who is to be named.
    """

    titel: str
    ausgabe: str
    stand: date
    zustand: str
    rechte: str
    namensnennung: str


@dataclass(frozen=True)
class Sammlung:
    """One file: the kind of its pages, its name without ending, and what one of them is called."""

    art: str
    name: str
    titel: str


SAMMLUNGEN = (
    Sammlung("fall", "faelle", "Fälle"),
    Sammlung("instrument", "instrumente", "Instrumente"),
    Sammlung("pilot", "pilots", "Pilotprojekte"),
    Sammlung("programm", "programme", "Förderprogramme"),
    Sammlung("schritt", "schritte", "Schritte"),
)


@dataclass(frozen=True)
class Entry:
    """A page with its document and its address."""

    seite: str
    adresse: str
    page: Seite


@dataclass(frozen=True)
class Stock:
    """All pages by kind, each kind sorted by document, and what their values mean."""

    head: Head
    entries: Mapping[str, tuple[Entry, ...]]
    vocabulary: Vocabulary
    orte: Orte

    def titel(self, art: str, slug: str) -> str:
        """Return the title of the page that a field refers to; the slug if there is none."""
        found = (each.page for each in self.entries.get(art, ()) if each.page.slug == slug)
        return next((page.ueberschrift for page in found), slug)
