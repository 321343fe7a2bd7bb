"""Cards of pages: chosen ones, or the cases that were revised last."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING, ClassVar

from docutils import nodes as n
from docutils.parsers.rst import directives
from sphinx.util.docutils import SphinxDirective

from ..model import german
from ..model.seiten import Fall, Seite
from .nodes import karte, karte_titel, karten, neueste, seitenkarten
from .rahmen import in_order
from .steckbrief import doc_link, paragraph
from .warnings import Kind, warn

if TYPE_CHECKING:
    from docutils.nodes import Node

    from .domain import KompassDomain

FORMS = ("karten", "tueren", "liste")
"""Plain cards, large ones with which a page begins, small ones."""
NEWEST = 3


class SeitenkartenDirective(SphinxDirective):
    """``{seitenkarten}`` with one document a line and ``:als: karten``, ``tueren`` or ``liste``."""

    has_content = True
    option_spec: ClassVar = {"als": lambda value: directives.choice(value, FORMS)}

    def run(self) -> list[Node]:
        """Return the placeholder."""
        pages = [line.strip().strip("/") for line in self.content if line.strip()]
        node = seitenkarten(docname=self.env.current_document.docname, seiten=pages)
        node["als"] = self.options.get("als", "karten")
        self.set_source_info(node)
        return [node]


class NeuesteDirective(SphinxDirective):
    """``{neueste}`` with ``:anzahl: 3``."""

    option_spec: ClassVar = {"anzahl": directives.positive_int}

    def run(self) -> list[Node]:
        """Return the placeholder."""
        number = self.options.get("anzahl", NEWEST)
        return [neueste(docname=self.env.current_document.docname, anzahl=number)]


def resolve_seitenkarten(node: seitenkarten, domain: KompassDomain) -> list[n.Node]:
    """Return a card with title and lead of each page; pages that do not exist are named."""
    cards = karten(classes=[node["als"]])
    for docname in node["seiten"]:
        page = domain.page(docname)
        if page is None:
            warn(Kind.REFERENCE, _missing(docname, domain), node)
        else:
            cards += _card(node["docname"], docname, page, page.kurz or "")
    return [cards] if cards.children else []


def _missing(docname: str, domain: KompassDomain) -> str:
    near = get_close_matches(docname, domain.documents(), n=3, cutoff=0.5)
    hint = f" Ähnlich heißen: {', '.join(near)}." if near else ""
    return f"Die Seite „{docname}“ gibt es nicht.{hint}"


def resolve_neueste(node: neueste, domain: KompassDomain) -> list[n.Node]:
    """Return cards of the cases with the newest ``stand``; of one day, the latest begun first."""
    cases = [domain.page(docname) for docname in in_order(domain, "fall")]
    found = [case for case in cases if isinstance(case, Fall)]
    found.sort(key=lambda case: (case.stand, case.zeitraum.beginn or 0), reverse=True)
    cards = karten(classes=["neueste"])
    for case in found[: node["anzahl"]]:
        docname = domain.docname_of("fall", case.slug) or ""
        card = _card(node["docname"], docname, case, f"{case.ort}, {case.land}")
        card += paragraph(case.kurz or case.teaser)
        card += paragraph(f"Stand: {german.date(case.stand)}")
        cards += card
    return [cards] if cards.children else []


def _card(here: str, docname: str, page: Seite, words: str) -> karte:
    card = karte(art="seite")
    title = karte_titel()
    title += doc_link(here, docname, page.ueberschrift)
    card += title
    card += paragraph(words)
    return card
