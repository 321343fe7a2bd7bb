"""Which pages stand for the whole website, and in which states they are looked at."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import product


@dataclass(frozen=True)
class PageType:
    """A type of page: its German name and the address of the one that stands for all.

    ``shows`` is a selector of what scripts put there once they are ready; ``loaded`` is the
    address for times, where it differs; ``listed`` says whether search engines shall list it,
    ``served`` that only a web server shows it as it is.
    """

    name: str
    address: str
    shows: str = "h1"
    loaded: str = ""
    listed: bool = True
    served: bool = False

    @property
    def file(self) -> str:
        """The file in the website, whatever follows it in the address."""
        return re.split("[?#]", self.address, maxsplit=1)[0]


PAGES = (
    PageType("Start", "index.html"),
    PageType("Schritt", "kompass/schritte/auftrag-klaeren.html"),
    PageType("Instrument", "kompass/instrumente/zwischennutzung.html"),
    PageType("Fall", "bestpractice/goldschmiede-eisenach.html"),
    PageType("Fall mit Wirkung", "bestpractice/jung-kauft-alt-hiddenhausen.html"),
    PageType("Pilotprojekt", "pilots/wanderbaumallee.html"),
    PageType("Stand der Pilotprojekte", "pilots/index.html"),
    PageType("Arbeitsblatt", "kompass/arbeitsblaetter/selbstcheck.html"),
    PageType("Arbeitsblatt mit Tabellen", "kompass/arbeitsblaetter/auftrag.html"),
    PageType("Förderprogramm", "kompass/foerderung/staedtebaufoerderung.html"),
    PageType("Katalog der Fälle", "bestpractice/index.html"),
    PageType("Übersicht mit Filter", "kompass/foerderung/index.html"),
    PageType(
        "Suche mit Treffern",
        "search.html?q=Leerstand",
        ".suche-gruppe + .suche-gruppe",
        loaded="search.html",
    ),
    PageType("Glossar", "kompass/glossar.html"),
    PageType("Textseite", "kompass/barrierefreiheit.html"),
    PageType("Karte", "bestpractice/index.html#ansicht=karte", ".fallkarte svg a"),
    PageType(
        "Objektpfad",
        "kompass/objektpfad.html#gebaeude=fachwerkhaus&lage=uneinig&zustand=gefahr",
        "#objektantwort",
        loaded="kompass/objektpfad.html",
    ),
    PageType("Merkzettel", "merkzettel.html", listed=False),
    PageType(
        "Vergleich",
        "merkzettel.html#vergleich=blank-jena,anmietung-werne,aschersleben-von-aussen-nach-innen",
        "table",
        loaded="merkzettel.html",
        listed=False,
    ),
    PageType("Nicht gefunden", "404.html", listed=False, served=True),
)
"""One page of every type of the website."""
FRAME = PAGES[0]
"""The page that stands for the frame, which is the same on all pages, in every state."""

WIDTHS = (1280, 390, 320)
"""Desk, phone, and a desk of 1280 px at 400 % (WCAG 1.4.10)."""
SCHEMES = ("hell", "dunkel", "erzwungene Farben")
LIGHT, DARK, FORCED = SCHEMES


@dataclass(frozen=True)
class State:
    """Colours and width in which a page is looked at."""

    scheme: str
    width: int

    def __str__(self) -> str:
        """Return the state as findings name it."""
        return f"{self.scheme}, {self.width} px"


GRID = tuple(State(scheme, width) for scheme, width in product(SCHEMES, WIDTHS))
"""Every state."""
COVERING = (State(LIGHT, 1280), State(DARK, 390))
"""States in which a test looks at every type of page.

Names and structure do not depend on the state, colours come from tokens with a light and a dark
value, and the frame is looked at in every state. Where the system forces its colours, ours are
gone, except for marked words of the search; ``nox -s zugang`` shows that for every type.
"""
