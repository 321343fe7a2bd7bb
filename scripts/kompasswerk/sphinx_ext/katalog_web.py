"""A catalogue with facets on the website: views of the same pages, controls, data for browsers.

Without scripts all views stand one below the other and the controls are not shown. A further
view is a line in ``VIEWS`` and its name in the kinds of ``KATALOGE`` that have it.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from docutils import nodes as n

from ..model.seiten import Fall
from . import facetten as f
from .karte import karte_der_faelle
from .karten import catalogue_cards
from .katalog_bedienung import Bedienung, controls
from .matrix import matrix_of
from .spalten import Entries, overview_table
from .steckbrief import paragraph

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.writers.html5 import HTML5Translator

    from ..model.vocabulary import Vocabulary
    from .domain import KompassDomain


@dataclass(frozen=True)
class Katalog:
    """How pages of a kind are filtered.

    ``ein`` names one of them, ``viele`` and ``von`` many („Fälle“, „12 von 89 Fällen“). The
    first of the ``ansichten`` is shown at first. ``groesse`` is the facet by which pages fit a
    town's size, ``passung`` what a card then says, by how many classes the page's town is
    larger.
    """

    ein: str
    viele: str
    von: str
    facetten: tuple[f.Facette, ...]
    sortierungen: tuple[f.Sortierung, ...]
    ansichten: tuple[str, ...]
    groesse: str | None = None
    passung: Mapping[str, str] = field(default_factory=dict)


KATALOGE: Mapping[str, Katalog] = {
    "fall": Katalog(
        "Fall",
        "Fälle",
        "Fällen",
        f.FALL,
        (f.BY_TITLE, f.BY_PLACE, f.NEWEST),
        ("karten", "tabelle", "karte", "matrix"),
        f.SIZE,
        {"0": "gleiche Größe", "-1": "etwas kleiner", "1": "etwas größer"},
    ),
    "instrument": Katalog(
        "Instrument",
        "Instrumente",
        "Instrumenten",
        f.INSTRUMENT,
        (f.BY_TITLE, f.NEWEST),
        ("karten", "tabelle"),
        "geeignet_fuer",
        {"0": "passt zur Größe"},
    ),
    "programm": Katalog(
        "Förderprogramm",
        "Förderprogramme",
        "Förderprogrammen",
        f.PROGRAMM,
        (f.BY_TITLE, f.NEWEST_SOURCE),
        ("karten", "tabelle"),
    ),
}
"""The kinds of pages that have a catalogue with facets."""


MATRIX_HELP = (
    "So viele Fälle Ihrer Auswahl gibt es zu jedem Gebäude und Ansatz. Eine Zahl führt zu ihren "
    "Fällen. „Gesucht“ heißt: Dazu kennen wir noch keinen Fall. Der Ansatz kann trotzdem "
    "passen."
)


class katalograhmen(n.General, n.Element):  # noqa: N801 - docutils names nodes in lower case
    """A catalogue of the kind ``art``: ``kopf`` is finished HTML, children are its views."""


class ansicht(n.General, n.Element):  # noqa: N801
    """One view of a catalogue; ``name`` is a key of ``VIEWS``."""


class ohne_skript(n.General, n.Element):  # noqa: N801
    """What only browsers without scripts show."""


@dataclass(frozen=True)
class Subject:
    """What a view shows: pages of a kind in their order, on the page ``docname``."""

    docname: str
    art: str
    entries: Entries
    domain: KompassDomain

    @property
    def vocabulary(self) -> Vocabulary:
        """The closed lists."""
        return self.domain.vocabulary

    @property
    def faelle(self) -> list[tuple[str, Fall]]:
        """The cases among the pages."""
        return [(seite, page) for seite, page in self.entries if isinstance(page, Fall)]


def _matrix(subject: Subject) -> list[n.Node]:
    falls = [page for _, page in subject.faelle]
    counts, cases = matrix_of(subject.docname, falls, subject.vocabulary)
    return [paragraph(MATRIX_HELP), counts, ohne_skript("", cases)]


VIEWS: Mapping[str, tuple[str, Callable[[Subject], list[n.Node]]]] = {
    "karten": (
        "Karten",
        lambda s: [catalogue_cards(s.docname, s.art, s.entries, s.vocabulary)],
    ),
    "tabelle": (
        "Tabelle",
        lambda s: [overview_table(s.docname, s.art, s.entries, s.vocabulary)],
    ),
    "karte": ("Karte", lambda s: karte_der_faelle(s.docname, s.faelle, s.domain)),
    "matrix": ("Matrix", _matrix),
}
"""Key of a view → its name for readers, and what makes its content."""


def catalogue(docname: str, art: str, entries: Entries, domain: KompassDomain) -> katalograhmen:
    """Return pages of a kind as a catalogue with facets; they keep their order."""
    kind, lists = KATALOGE[art], f.lists_of(domain)
    pages = [page for _, page in entries]
    values = {each.key: f.values_of(each, pages, lists) for each in kind.facetten}
    head = controls(
        Bedienung(
            art=art,
            viele=kind.viele,
            zahl=len(pages),
            facetten=tuple((each, values[each.key]) for each in kind.facetten),
            sortierungen=kind.sortierungen,
            klassen=lists.choices(f.SIZE) if kind.groesse else (),
            ansichten=tuple((key, VIEWS[key][0]) for key in kind.ansichten),
        )
    )
    frame = katalograhmen(art=art, kopf=f"{head}{_data(art, entries, values, lists)}")
    subject = Subject(docname, art, entries, domain)
    for key in kind.ansichten:
        frame += ansicht("", *VIEWS[key][1](subject), name=key, ids=[view_id(art, key)])
    return frame


def view_id(art: str, key: str) -> str:
    """Return the id of a view, which links may name."""
    return f"katalog-{art}-{key}"


def _data(
    art: str, entries: Entries, values: Mapping[str, tuple[f.Wert, ...]], lists: f.Lists
) -> str:
    kind = KATALOGE[art]
    pages = [page for _, page in entries]
    data: dict[str, Any] = {
        "ein": kind.ein,
        "viele": kind.viele,
        "von": kind.von,
        "seiten": [seite for seite, _ in entries],
        "facetten": {
            key: {value.key: value.stellen for value in found} for key, found in values.items()
        },
        "sortierungen": {each.key: f.places_in_order(each, pages) for each in kind.sortierungen},
        "groesse": kind.groesse,
        "passung": kind.passung,
        "klassen": [choice.key for choice in lists.choices(f.SIZE)],
    }
    if "matrix" in kind.ansichten:
        names = ("gebaeudetyp", "ansatz")
        data["matrix"] = [[choice.key for choice in lists.choices(name)] for name in names]
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
    return f'<script type="application/json" class="katalog-daten">{text}</script>\n'


def setup_katalog(app: Sphinx) -> None:
    """Register what a catalogue consists of."""
    app.add_node(katalograhmen, html=(visit_frame, depart_frame))
    app.add_node(ansicht, html=(visit_view, depart_view))
    app.add_node(ohne_skript, html=(visit_without, depart_without))


def visit_frame(self: HTML5Translator, node: n.Element) -> None:
    """Open the catalogue with its controls."""
    label = KATALOGE[node["art"]].viele
    self.body.append(
        f'<section class="katalog" data-art="{node["art"]}" aria-label="{label}">\n{node["kopf"]}'
    )


def depart_frame(self: HTML5Translator, node: n.Element) -> None:
    """Close the catalogue."""
    self.body.append("</section>\n")


def visit_view(self: HTML5Translator, node: n.Element) -> None:
    """Open a view."""
    attributes = {"data-ansicht": node["name"]}
    self.body.append(self.starttag(node, "div", CLASS="ansicht", **attributes))


def depart_view(self: HTML5Translator, node: n.Element) -> None:
    """Close a view."""
    self.body.append("</div>\n")


def visit_without(self: HTML5Translator, node: n.Element) -> None:
    """Open what a browser with scripts does not even read."""
    self.body.append("<noscript>")


def depart_without(self: HTML5Translator, node: n.Element) -> None:
    """Close it."""
    self.body.append("</noscript>\n")
