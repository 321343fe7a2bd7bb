"""The matrix: how many cases there are for each approach and building type."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import TYPE_CHECKING

from docutils import nodes as n
from sphinx.util.docutils import SphinxDirective

from ..model.seiten import Fall
from ..model.vocabulary import Vocabulary
from .nodes import matrix
from .steckbrief import page_link, paragraph
from .tabelle import table, text

if TYPE_CHECKING:
    from docutils.nodes import Node

    from .domain import KompassDomain

EMPTY = "gesucht"
Cells = dict[tuple[str, str], list[Fall]]


class MatrixDirective(SphinxDirective):
    """``{matrix}`` has no options: rows are building types, columns approaches."""

    def run(self) -> list[Node]:
        """Return the placeholder."""
        docname = self.env.current_document.docname
        return [matrix(docname=docname)]


def resolve_matrix(node: matrix, domain: KompassDomain) -> list[n.Node]:
    """Return the table of counts and the list of cases that its links lead to.

    Beside a catalogue that has a view for it, return the way there instead.
    """
    if node.get("ansicht"):
        link = n.reference("", "Matrix im Katalog öffnen", refid=node["ansicht"], internal=True)
        return [paragraph("Zählen Sie die Fälle Ihrer Auswahl: ", link, ".")]
    falls = [page for _, page in domain.pages("fall") if isinstance(page, Fall)]
    return [*matrix_of(node["docname"], falls, domain.vocabulary)]


def matrix_of(
    docname: str, falls: Iterable[Fall], vocabulary: Vocabulary
) -> tuple[n.table, n.definition_list]:
    """Return the table of counts, and the list of cases that its links lead to."""
    cells: Cells = defaultdict(list)
    for fall in falls:
        for ansatz in fall.ansatz:
            for typ in fall.gebaeudetyp:
                cells[typ, ansatz].append(fall)
    return _table(vocabulary, cells), _list(docname, vocabulary, cells)


def _table(vocabulary: Vocabulary, cells: Cells) -> n.table:
    approaches = vocabulary.lists.get("ansatz", ())
    header = [text("Gebäudetyp"), *(text(choice.name) for choice in approaches)]
    rows = [
        [
            text(typ.name),
            *(_cell(cells, typ.key, approach.key) for approach in approaches),
        ]
        for typ in vocabulary.lists.get("gebaeudetyp", ())
    ]
    widths = (24, *(7 for _ in approaches))
    return table(header, rows, widths, classes=("matrix",), stub_columns=1)


def _cell(cells: Cells, typ: str, ansatz: str) -> list[n.Node]:
    found = cells.get((typ, ansatz))
    if not found:
        return [n.inline(EMPTY, EMPTY, classes=["gesucht"])]
    count = str(len(found))
    return [n.reference(count, count, refid=_anchor(typ, ansatz), internal=True)]


def _list(docname: str, vocabulary: Vocabulary, cells: Cells) -> n.definition_list:
    result = n.definition_list(classes=["matrix-faelle"])
    for typ in vocabulary.lists.get("gebaeudetyp", ()):
        lines = n.bullet_list(bullet="-")
        for ansatz in vocabulary.lists.get("ansatz", ()):
            found = cells.get((typ.key, ansatz.key))
            if found:
                lines += _line(docname, ansatz.name, _anchor(typ.key, ansatz.key), found)
        if lines.children:
            term = n.term(typ.name, typ.name)
            result += n.definition_list_item("", term, n.definition("", lines))
    return result


def _line(docname: str, name: str, anchor: str, faelle: list[Fall]) -> n.list_item:
    line = n.paragraph("", f"{name}: ")
    for i, fall in enumerate(faelle):
        line += [n.Text(", ")] if i else []
        line += page_link(docname, "fall", fall.slug)
    return n.list_item("", line, ids=[anchor])


def _anchor(typ: str, ansatz: str) -> str:
    return f"matrix-{typ}-{ansatz}"
