"""``{uebersicht}``: all pages of a kind, as a table or as a catalogue with facets."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from docutils.parsers.rst import directives
from sphinx.util.docutils import SphinxDirective

from .katalog_web import catalogue
from .nodes import uebersicht
from .spalten import OVERVIEWS, overview_table

if TYPE_CHECKING:
    from docutils import nodes as n
    from docutils.nodes import Node

    from .domain import KompassDomain

KINDS = tuple(art for art in OVERVIEWS if art != "fall")
"""Kinds of pages with an overview; cases have their catalogue."""


class UebersichtDirective(SphinxDirective):
    """``{uebersicht} instrument``: a table of all pages of a kind."""

    required_arguments = 1
    option_spec: ClassVar = {}

    def run(self) -> list[Node]:
        """Return the placeholder; an unknown kind is an error of the directive."""
        art = directives.choice(self.arguments[0], KINDS)
        return [uebersicht(docname=self.env.current_document.docname, art=art)]


def resolve_uebersicht(node: uebersicht, domain: KompassDomain) -> list[n.Node]:
    """Return all pages of the kind, in the order of that kind."""
    art = node["art"]
    order = OVERVIEWS[art].order
    entries = sorted(domain.pages(art), key=lambda entry: order(entry[1]))
    if node.get("facetten"):
        return [catalogue(node["docname"], art, entries, domain)]
    return [overview_table(node["docname"], art, entries, domain.vocabulary)]
