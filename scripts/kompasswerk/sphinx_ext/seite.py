"""What every page gets around the editor's prose: lead, fact box, sources, mentions."""

from __future__ import annotations

from docutils import nodes as n
from sphinx.transforms import SphinxTransform

from ..model.arten import ROLES
from ..model.seiten import Pilot, Seite
from .nodes import erwaehnungen, leitsatz
from .pilotstand import criteria_section
from .quellen import close_up, source_section
from .source import domain_of
from .steckbrief import Context, fact_box

WITH_FACT_BOX = {"fall", "pilot", "instrument", "programm", "arbeitsblatt", "schritt"}
JUDGED = {"fall": "Übertragbarkeit"}
"""Kind of page → heading whose text is the editors' judgement."""
EDITORS = "Einschätzung der Redaktion"


class FrameTransform(SphinxTransform):
    """Put the frame around a page while it is read."""

    default_priority = 500

    def apply(self) -> None:
        """Insert lead and fact box below the title, sources and mentions at the end."""
        docname = self.env.current_document.docname
        domain = domain_of(self.env)
        page, art = domain.page(docname), domain.art(docname)
        section = next(iter(self.document.findall(n.section)), None)
        if page is None or art is None or section is None:
            return
        mark_judgement(section, art)
        close_up(self.document)
        section[1:1] = self._head(docname, page, art)
        if isinstance(page, Pilot):
            section += criteria_section(Context(docname, page, domain.vocabulary), page)
        if page.quellen:
            section += source_section(docname, page)
        if art in ROLES.values():
            section += erwaehnungen(docname=docname)

    def _head(self, docname: str, page: Seite, art: str) -> list[n.Node]:
        head: list[n.Node] = []
        if page.kurz:
            head.append(leitsatz(page.kurz, page.kurz))
        if art in WITH_FACT_BOX:
            vocabulary = domain_of(self.env).vocabulary
            head.append(fact_box(Context(docname, page, vocabulary), art))
        return head


def mark_judgement(section: n.section, art: str) -> None:
    """Wrap what stands below the judged heading into a box of the editors."""
    for part in section.findall(n.section):
        title, *content = part.children
        if title.astext() == JUDGED.get(art):
            part.children = [title]
            part.append(judgement(*content))


def judgement(*content: n.Node) -> n.admonition:
    """Return content as a marked judgement of the editors."""
    box = n.admonition(classes=["einschaetzung"])
    box += n.title(EDITORS, EDITORS)
    box += list(content)
    return box
