"""How much there is: cases, instruments, programmes, terms, sheets, counted from the pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes as n
from sphinx.util.docutils import SphinxDirective

from ..model import german
from ..model.seiten import Glossar
from .nodes import zahlen
from .steckbrief import doc_link

if TYPE_CHECKING:
    from docutils.nodes import Node

    from .domain import KompassDomain

COUNTED = (
    ("fall", "Fälle", "bestpractice/index"),
    ("schritt", "Schritte", "kompass/index"),
    ("instrument", "Instrumente", "kompass/instrumente/index"),
    ("arbeitsblatt", "Arbeitsblätter", "kompass/arbeitsblaetter/index"),
    ("programm", "Förderprogramme", "kompass/foerderung/index"),
    ("glossar", "Begriffe", "kompass/glossar"),
)
"""Kind of page, what its pages are called, where they are listed."""


class ZahlenDirective(SphinxDirective):
    """``{zahlen}`` has no options."""

    def run(self) -> list[Node]:
        """Return the placeholder."""
        return [zahlen(docname=self.env.current_document.docname)]


def resolve_zahlen(node: zahlen, domain: KompassDomain) -> list[n.Node]:
    """Return a list with one number and one link for each kind that has pages."""
    listing = n.bullet_list(bullet="-", classes=["zahlen"])
    for art, name, overview in COUNTED:
        count = _count(domain, art)
        if count:
            number = n.strong("", german.number(count))
            link = doc_link(node["docname"], overview, name)
            listing += n.list_item("", n.paragraph("", "", number, n.Text(" "), link))
    return [listing]


def _count(domain: KompassDomain, art: str) -> int:
    pages = [page for _, page in domain.pages(art)]
    if art == "glossar":
        return sum(len(page.begriffe) for page in pages if isinstance(page, Glossar))
    return len(pages)
