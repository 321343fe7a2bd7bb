"""Lists over pages become nodes when all pages are read, for every output format."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from docutils import nodes as n
from sphinx.transforms.post_transforms import SphinxPostTransform

from .domain import KompassDomain
from .katalog import resolve_katalog
from .matrix import resolve_matrix
from .nodes import (
    erwaehnungen,
    katalog,
    matrix,
    objektpfad,
    pilotstand,
    quellenverzeichnis,
    spaet,
    uebersicht,
    zahlen,
)
from .objektpfad import resolve_objektpfad
from .pilotstand import resolve_pilotstand
from .source import domain_of
from .steckbrief import doc_link
from .uebersicht import resolve_uebersicht
from .verzeichnis import resolve_verzeichnis
from .zahlen import resolve_zahlen


class PaperLists(SphinxPostTransform):
    """What paper says elsewhere is left out: cards beside a table, pages beside a source."""

    builders = ("docx", "pdf")
    default_priority = 4

    def run(self, **kwargs: object) -> None:
        """Shorten every catalogue and register of the document."""
        for node in self.document.findall(katalog):
            node["als"] = "tabelle" if node["als"] == "beides" else node["als"]
        for register in self.document.findall(quellenverzeichnis):
            register["papier"] = True


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
    matrix: resolve_matrix,
    pilotstand: resolve_pilotstand,
    erwaehnungen: resolve_mentions,
    uebersicht: resolve_uebersicht,
    zahlen: resolve_zahlen,
    quellenverzeichnis: resolve_verzeichnis,
    objektpfad: resolve_objektpfad,
}
"""What each placeholder stands for."""
