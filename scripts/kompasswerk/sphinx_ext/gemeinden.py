"""The table of municipalities on the page that lists them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx.util.docutils import SphinxDirective

from ..model import german
from ..model.records import Gemeinde
from ..model.seiten import Gemeindeliste
from ..model.vocabulary import Vocabulary
from .source import domain_of
from .tabelle import Cell, table, text
from .warnings import Kind, warn

if TYPE_CHECKING:
    from docutils.nodes import Node


class GemeindenDirective(SphinxDirective):
    """``{gemeinden}`` shows the municipalities of the page's own front matter."""

    def run(self) -> list[Node]:
        """Return the table, largest first; nothing elsewhere than on a list of municipalities."""
        domain = domain_of(self.env)
        page = domain.page(self.env.current_document.docname)
        if not isinstance(page, Gemeindeliste):
            message = "{gemeinden} gehört auf eine Seite mit „art: gemeindeliste“."
            warn(Kind.OPTION, message, self.get_location())
            return []
        order = sorted(page.gemeinden, key=lambda each: (-each.einwohner, each.name))
        rows = [_row(each, domain.vocabulary) for each in order]
        header = ("Gemeinde", "Kreis", "Einwohner", "Größenklasse", "Rang")
        return [
            table(
                [text(title) for title in header],
                rows,
                (28, 26, 14, 20, 12),
                classes=("sortierbar",),
                stub_columns=1,
            )
        ]


def _row(gemeinde: Gemeinde, vocabulary: Vocabulary) -> list[Cell]:
    size = vocabulary.groessenklasse(gemeinde.einwohner)
    return [
        text(gemeinde.name),
        text(gemeinde.kreis),
        text(german.number(gemeinde.einwohner)),
        text(size.name if size else ""),
        text("Stadt" if gemeinde.stadtrecht == "ja" else "Gemeinde"),
    ]
