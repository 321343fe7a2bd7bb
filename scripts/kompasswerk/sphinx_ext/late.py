"""Lists over pages become nodes when all pages are read, for every output format."""

from __future__ import annotations

from docutils import nodes as n
from sphinx import addnodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from .domain import KompassDomain
from .katalog import resolve_katalog
from .matrix import resolve_matrix
from .nodes import erwaehnungen, katalog, matrix, pilotstand, spaet
from .pilotstand import resolve_pilotstand
from .source import domain_of


class LateLists(SphinxPostTransform):
    """Replace each placeholder; runs before references are resolved, as it makes some."""

    default_priority = 5

    def run(self, **kwargs: object) -> None:
        """Replace every placeholder of the document."""
        domain = domain_of(self.env)
        for node in list(self.document.findall(spaet)):
            node.replace_self(resolve(node, domain))


def resolve(node: spaet, domain: KompassDomain) -> list[n.Node]:
    """Return what a placeholder stands for."""
    match node:
        case katalog():
            return resolve_katalog(node, domain)
        case matrix():
            return resolve_matrix(node, domain)
        case pilotstand():
            return resolve_pilotstand(node, domain)
        case erwaehnungen():
            return resolve_mentions(node, domain)
    raise TypeError(type(node))


def resolve_mentions(node: erwaehnungen, domain: KompassDomain) -> list[n.Node]:
    """Return „Wird erwähnt in“ with one link for each page; nothing if no page mentions it."""
    docname = node["docname"]
    mentions = domain.mentioned_in(docname)
    if not mentions:
        return []
    listing = n.bullet_list(bullet="-", classes=["erwaehnungen"])
    for other in mentions:
        listing += n.list_item("", n.paragraph("", "", _doc_link(docname, other)))
    title = n.rubric("", "Wird erwähnt in", classes=["erwaehnungen-titel"])
    # Together in one container: paper prints both as a single line.
    return [n.container("", title, listing, classes=["erwaehnungen"])]


def _doc_link(docname: str, other: str) -> n.Node:
    return addnodes.pending_xref(
        "",
        n.inline(other, other),
        refdomain="std",
        reftype="doc",
        reftarget=f"/{other}",
        refexplicit=False,
        refwarn=True,
        refdoc=docname,
    )
