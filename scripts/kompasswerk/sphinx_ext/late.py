"""Lists over pages become nodes when all pages are read, for every output format."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from docutils import nodes as n
from sphinx.transforms.post_transforms import SphinxPostTransform

from .domain import KompassDomain
from .karte import resolve_karte
from .katalog import resolve_katalog
from .katalog_web import KATALOGE, view_id
from .matrix import resolve_matrix
from .nodes import (
    blaetter,
    erwaehnungen,
    karte_spaet,
    katalog,
    matrix,
    neueste,
    objektpfad,
    pilotstand,
    quellenverzeichnis,
    seitenkarten,
    spaet,
    uebersicht,
    weg,
    zahlen,
)
from .objektpfad import resolve_objektpfad
from .pilotstand import resolve_pilotstand
from .seitenkarten import resolve_neueste, resolve_seitenkarten
from .source import domain_of
from .steckbrief import doc_link
from .uebersicht import resolve_uebersicht
from .verzeichnis import resolve_verzeichnis
from .weg import resolve_blaetter, resolve_weg
from .zahlen import resolve_zahlen

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def setup_late(app: Sphinx) -> None:
    """Register the transforms, which run in the order of their priority."""
    for transform in (PaperLists, WebCatalogues, LateLists):
        app.add_post_transform(transform)


class PaperLists(SphinxPostTransform):
    """What paper says elsewhere is left out: cards beside a table, pages beside a source."""

    builders = ("docx", "pdf")
    default_priority = 4

    def run(self, **kwargs: object) -> None:
        """Shorten every catalogue and register of the document."""
        for node in self.document.findall(katalog):
            node["als"] = "karten" if node["als"] == "karten" else "tabelle"
        for register in self.document.findall(quellenverzeichnis):
            register["papier"] = True


class WebCatalogues(SphinxPostTransform):
    """Only browsers can filter: facets are for websites, every other format gets the table."""

    formats = ("html",)
    default_priority = 4

    def run(self, **kwargs: object) -> None:
        """Mark what becomes a catalogue with facets, and the matrix that is a view of one."""
        faceted = [node for node in self.document.findall(katalog) if node["als"] == "facetten"]
        for node in faceted[:1]:  # ids would stand twice on a page
            node["facetten"] = True
            for other in self.document.findall(matrix):
                other["ansicht"] = view_id("fall", "matrix")
        for overview in self.document.findall(uebersicht):
            overview["facetten"] = overview["art"] in KATALOGE


class LateLists(SphinxPostTransform):
    """Replace each placeholder; runs before references are resolved, as it makes some."""

    default_priority = 5

    def run(self, **kwargs: object) -> None:
        """Replace every placeholder of the document."""
        domain = domain_of(self.env)
        for node in list(self.document.findall(spaet)):
            node.replace_self(RESOLVERS[type(node)](node, domain))


def resolve_mentions(node: erwaehnungen, domain: KompassDomain) -> list[n.Node]:
    """Return „Wird erwähnt in“ with one link for each page; nothing if no page mentions it."""
    docname = node["docname"]
    mentions = domain.mentioned_in(docname)
    if not mentions:
        return []
    listing = n.bullet_list(bullet="-", classes=["erwaehnungen"])
    for other in mentions:
        listing += n.list_item("", n.paragraph("", "", doc_link(docname, other)))
    title = n.rubric("", "Wird erwähnt in", classes=["erwaehnungen-titel"])
    # Together in one container: paper prints both as a single line.
    return [n.container("", title, listing, classes=["erwaehnungen"])]


RESOLVERS: Mapping[type[spaet], Callable[[Any, KompassDomain], list[n.Node]]] = {
    katalog: resolve_katalog,
    karte_spaet: resolve_karte,
    matrix: resolve_matrix,
    pilotstand: resolve_pilotstand,
    erwaehnungen: resolve_mentions,
    uebersicht: resolve_uebersicht,
    zahlen: resolve_zahlen,
    quellenverzeichnis: resolve_verzeichnis,
    seitenkarten: resolve_seitenkarten,
    neueste: resolve_neueste,
    weg: resolve_weg,
    blaetter: resolve_blaetter,
    objektpfad: resolve_objektpfad,
}
"""What each placeholder stands for."""
