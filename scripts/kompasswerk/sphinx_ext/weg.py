"""The way through the steps: each with what it brings, and the sheets of a step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes as n
from sphinx.util.docutils import SphinxDirective

from ..model.seiten import Arbeitsblatt, Schritt
from .nodes import blaetter, weg
from .rahmen import in_order
from .steckbrief import doc_link, page_link, paragraph

if TYPE_CHECKING:
    from docutils.nodes import Node

    from .domain import KompassDomain


class WegDirective(SphinxDirective):
    """``{weg}`` has no options."""

    def run(self) -> list[Node]:
        """Return the placeholder."""
        return [weg(docname=self.env.current_document.docname)]


def resolve_weg(node: weg, domain: KompassDomain) -> list[n.Node]:
    """Return the steps as a numbered list; each has its title as a link, then its result."""
    listing = n.enumerated_list(enumtype="arabic", prefix="", suffix=".", classes=["weg"])
    for docname in in_order(domain, "schritt"):
        step = domain.page(docname)
        if isinstance(step, Schritt):
            link = paragraph(doc_link(node["docname"], docname, step.titel))
            listing += n.list_item("", link, paragraph(step.ziel))
    return [listing] if listing.children else []


def resolve_blaetter(node: blaetter, domain: KompassDomain) -> list[n.Node]:
    """Return the sheets of a step as a list of links, by number; „keine“ if it has none."""
    sheets = [
        page
        for _, page in domain.pages("arbeitsblatt")
        if isinstance(page, Arbeitsblatt) and page.schritt == node["schritt"]
    ]
    if not sheets:
        return [paragraph("keine")]
    listing = n.bullet_list(bullet="-")
    for sheet in sorted(sheets, key=lambda one: one.nummer):
        listing += n.list_item("", paragraph(page_link(node["docname"], "blatt", sheet.slug)))
    return [listing]
