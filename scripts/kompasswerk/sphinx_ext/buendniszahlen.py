"""How many meetings the alliance had in a period, counted from its data."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from docutils import nodes as n
from docutils.parsers.rst import directives
from sphinx.util.docutils import SphinxDirective

from ..model import german
from ..model.buendnis import Spanne, days
from ..model.buendnis_zahlen import counted
from ..reading.files import buendnis_files, load_buendnis
from .source import domain_of
from .tabelle import table, text

if TYPE_CHECKING:
    from collections.abc import Callable

    from docutils.nodes import Node

    from ..model.vocabulary import Choice

KINDS = "terminart"


class BuendniszahlenDirective(SphinxDirective):
    """``{buendniszahlen}`` with ``:seit:`` and ``:bis:``, each an ISO day, month or year."""

    option_spec: ClassVar[dict[str, Callable[[str], object]]] = {
        "seit": directives.unchanged_required,
        "bis": directives.unchanged_required,
    }

    def run(self) -> list[Node]:
        """Return a table with one row for each kind that has a count."""
        try:
            period = Spanne(days(self.options["seit"]).von, days(self.options["bis"]).bis)
        except (KeyError, ValueError) as error:
            raise self.error("Bitte „:seit:“ und „:bis:“ so angeben: 2023-12-31.") from error
        root = Path(self.env.srcdir)
        for path in buendnis_files(root):
            self.env.note_dependency(str(path))
        vocabulary = domain_of(self.env).vocabulary
        termine = load_buendnis(root, vocabulary)[0].termine
        found = [
            (kind, counted(termine, kind.key, period)) for kind in vocabulary.lists.get(KINDS, ())
        ]
        rows = [_row(kind, each.summe, each.einzeln) for kind, each in found if each.summe]
        header = [text(label) for label in ("Format", "Zahl", "davon mit Datum bekannt")]
        return [table(header, rows, (54, 16, 30), classes=("buendniszahlen",), stub_columns=1)]


def _row(kind: Choice, number: int, singly: int) -> list[list[n.Node]]:
    return [text(kind.name), text(german.number(number)), text(german.number(singly))]
