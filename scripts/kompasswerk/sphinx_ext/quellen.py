"""Sources: the role that cites one and the numbered list at the end of the page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes as n
from sphinx.util.docutils import SphinxRole

from ..model import german
from ..model.records import Quelle
from ..model.seiten import Seite
from .nodes import quelleneintrag, quellenliste, quellenverweis
from .source import domain_of
from .warnings import Kind, warn

if TYPE_CHECKING:
    from docutils.nodes import Node, system_message

QUELLEN_ID = "quellen"


def anchor(kennung: str) -> str:
    """Return the anchor of a source on its page; it depends on the key alone, not on order."""
    return f"quelle-{kennung}"


def citation(docname: str, page: Seite, kennung: str) -> quellenverweis | None:
    """Return the citation of one source, ``None`` if the page does not define it."""
    numbers = {quelle.kennung: i for i, quelle in enumerate(page.quellen, start=1)}
    if kennung not in numbers:
        return None
    text = f"[{numbers[kennung]}]"
    return quellenverweis(text, text, docname=docname, kennung=kennung, nummer=numbers[kennung])


class QuelleRole(SphinxRole):
    """``{quelle}`q1,q3``` cites sources of the page's front matter."""

    def run(self) -> tuple[list[Node], list[system_message]]:
        """Return one citation for each key; an unknown key is a warning and its own text."""
        domain = domain_of(self.env)
        docname = self.env.current_document.docname
        page = domain.page(docname)
        result: list[Node] = []
        for kennung in (part.strip() for part in self.text.split(",")):
            node = citation(docname, page, kennung) if page else None
            if result:
                result.append(n.superscript("", ","))
            if node is None:
                message = f"Quelle „{kennung}“ steht nicht unter „quellen“."
                warn(Kind.REFERENCE, message, self.get_location())
                result.append(n.inline(kennung, kennung))
            else:
                self.set_source_info(node)
                result.append(node)
        return result, []


def close_up(document: n.document) -> None:
    """Take away the space before a citation: its mark follows the full stop directly."""
    for verweis in document.findall(quellenverweis):
        before = verweis.previous_sibling()
        if isinstance(before, n.Text) and before.rstrip(" \n"):
            verweis.parent.replace(before, n.Text(before.rstrip(" \n")))


def source_section(docname: str, page: Seite) -> n.section:
    """Return the section „Quellen“ of a page, in the order of the front matter."""
    section = n.section(ids=[QUELLEN_ID], names=[QUELLEN_ID], classes=["kompass-quellen"])
    section += n.title("Quellen", "Quellen")
    listing = quellenliste(docname=docname)
    for number, quelle in enumerate(page.quellen, start=1):
        entry = quelleneintrag(kennung=quelle.kennung, nummer=number, ids=[anchor(quelle.kennung)])
        entry += n.paragraph("", "", *source_text(quelle))
        listing += entry
    section += listing
    return section


def source_text(quelle: Quelle) -> list[n.Node]:
    """Return one source as it reads: publisher, linked title, year, place, date seen."""
    title: n.Node = n.Text(f"„{quelle.titel}“")
    if quelle.url:
        title = n.reference("", "", title, refuri=quelle.url)
    tail = "".join(f", {part}" for part in _details(quelle))
    return [n.Text(f"{quelle.herausgeber}: "), title, n.Text(f"{tail}.")]


def _details(quelle: Quelle) -> list[str]:
    details: list[Any] = [quelle.jahr or "ohne Jahr", quelle.fundstelle]
    if quelle.gesehen:
        details.append(f"gesehen {german.date(quelle.gesehen)}")
    return [str(part) for part in details if part]
