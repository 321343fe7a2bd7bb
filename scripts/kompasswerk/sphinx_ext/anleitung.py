"""Directives for guidance: the next step, the editors' judgement, the glossary."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from docutils import nodes as n
from docutils.parsers.rst import directives
from sphinx.util.docutils import SphinxDirective

from ..model.seiten import Glossar
from .nodes import naechster_schritt
from .seite import judgement
from .source import domain_of
from .steckbrief import row
from .warnings import Kind, warn

if TYPE_CHECKING:
    from docutils.nodes import Node

LABELS = {"wer": "Wer", "was": "Was", "bis": "Bis wann"}


class NaechsterSchrittDirective(SphinxDirective):
    """``{naechster-schritt}`` with the options ``wer``, ``was`` and ``bis``, all required."""

    option_spec: ClassVar = dict.fromkeys(LABELS, directives.unchanged_required)

    def run(self) -> list[Node]:
        """Return the box; a missing option is a warning."""
        box = naechster_schritt()
        for key, label in LABELS.items():
            if key not in self.options:
                message = f"Im nächsten Schritt fehlt „:{key}:“. Bitte ergänzen."
                warn(Kind.OPTION, message, self.get_location())
                continue
            inlines, messages = self.parse_inline(self.options[key])
            box += row(key, label, [n.paragraph("", "", *inlines), *messages])
        self.set_source_info(box)
        return [box]


class EinschaetzungDirective(SphinxDirective):
    """``{einschaetzung}`` marks its content as a judgement of the editors."""

    has_content = True

    def run(self) -> list[Node]:
        """Return the marked box."""
        return [judgement(*self.parse_content_to_nodes())]


class BegriffeDirective(SphinxDirective):
    """``{begriffe}`` makes Sphinx's glossary from the front matter of a page ``art: glossar``."""

    def run(self) -> list[Node]:
        """Return the glossary, sorted by Sphinx; empty elsewhere than on a glossary page."""
        page = domain_of(self.env).page(self.env.current_document.docname)
        if not isinstance(page, Glossar):
            warn(
                Kind.OPTION,
                "{begriffe} gehört auf eine Seite mit „art: glossar“.",
                self.get_location(),
            )
            return []
        return self.parse_text_to_nodes(glossary_source(page))


def glossary_source(page: Glossar) -> str:
    """Return the glossary of a page as MyST text for Sphinx's own directive."""
    lines = [":::{glossary}", ":sorted:", ""]
    for begriff in page.begriffe:
        cited = f" {{quelle}}`{begriff.quelle}`" if begriff.quelle else ""
        also = f" Auch: {', '.join(begriff.synonyme)}." if begriff.synonyme else ""
        lines += [begriff.begriff, f"  {begriff.definition}{also}{cited}", ""]
    return "\n".join([*lines, ":::"])
