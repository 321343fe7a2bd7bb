"""The register of sources: every source of every page once, with the pages that cite it."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from docutils import nodes as n
from sphinx.util.docutils import SphinxDirective

from ..model.records import Quelle
from .nodes import quellenverzeichnis
from .quellen import source_text
from .steckbrief import doc_link

if TYPE_CHECKING:
    from docutils.nodes import Node

    from .domain import KompassDomain

Cited = dict[str, tuple[Quelle, list[str]]]


class QuellenverzeichnisDirective(SphinxDirective):
    """``{quellenverzeichnis}`` has no options."""

    def run(self) -> list[Node]:
        """Return the placeholder."""
        return [quellenverzeichnis(docname=self.env.current_document.docname)]


def resolve_verzeichnis(node: quellenverzeichnis, domain: KompassDomain) -> list[n.Node]:
    """Return one list for each initial letter, sorted by publisher and title."""
    cited = sorted(_cited(domain).values(), key=lambda entry: _order(entry[0]))
    result: list[n.Node] = []
    for letter, entries in groupby(cited, key=lambda entry: _letter(entry[0])):
        listing = n.bullet_list(bullet="-", classes=["quellenverzeichnis"])
        for quelle, docnames in entries:
            # On paper, sources stand at the foot of the page that cites them.
            listing += _entry(node["docname"], quelle, [] if node.get("papier") else docnames)
        result += [n.rubric("", letter), listing]
    return result


def _cited(domain: KompassDomain) -> Cited:
    """Return each source with the documents that name it; addresses tell sources apart."""
    cited: Cited = {}
    for docname in domain.documents():
        page = domain.page(docname)
        for quelle in page.quellen if page else ():
            key = quelle.url or f"{quelle.herausgeber} {quelle.titel}".casefold()
            cited.setdefault(key, (quelle, []))[1].append(docname)
    return cited


def _order(quelle: Quelle) -> tuple[str, str]:
    return quelle.herausgeber.casefold(), quelle.titel.casefold()


def _letter(quelle: Quelle) -> str:
    first = quelle.herausgeber[:1].upper()
    return first if first.isalpha() else "0–9"


def _entry(docname: str, quelle: Quelle, docnames: list[str]) -> n.list_item:
    line = n.paragraph("", "", *source_text(quelle))
    if docnames:
        line += n.Text(" Genannt in: ")
    for place, other in enumerate(docnames):
        line += [n.Text(", ")] if place else []
        line += doc_link(docname, other)
    return n.list_item("", line)
