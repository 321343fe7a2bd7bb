"""The list of the files on a page: linked where they lie beside it, else named."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from docutils import nodes as n
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util.docutils import SphinxDirective

from ..sphinx_ext.source import domain_of
from ..sphinx_ext.tabelle import table, text
from .collection import SAMMLUNGEN

if TYPE_CHECKING:
    from docutils.nodes import Node
    from sphinx.application import Sphinx
    from sphinx.writers.html5 import HTML5Translator

FOLDER = "daten"
WORKBOOK, CSV = "katalog.xlsx", "katalog.csv"
TABLES = (
    (WORKBOOK, "Fälle als Tabelle für Excel und LibreOffice"),
    (CSV, "Fälle als Tabelle für jedes Programm (UTF-8, Semikolon)"),
)


class datenliste(n.General, n.Element):  # noqa: N801 - docutils names nodes in lower case
    """Placeholder of the table of files; ``verlinkt`` if they lie beside the page."""


class datenverweis(n.Inline, n.TextElement):  # noqa: N801 - see above
    """A link from the page ``docname`` to a file of open data, whose name is the text."""


class DatenDirective(SphinxDirective):
    """``{daten}`` has no options: a table of all files of open data."""

    option_spec: ClassVar = {}

    def run(self) -> list[Node]:
        """Return the placeholder."""
        return [datenliste(docname=self.env.current_document.docname)]


class LinkedData(SphinxPostTransform):
    """Only a website has the files beside its pages."""

    formats = ("html",)
    default_priority = 4

    def run(self, **kwargs: object) -> None:
        """Mark every placeholder of the document."""
        for node in self.document.findall(datenliste):
            node["verlinkt"] = True


class DataLists(SphinxPostTransform):
    """Replace each placeholder when all pages are read."""

    default_priority = 5

    def run(self, **kwargs: object) -> None:
        """Put the table in the place of every placeholder."""
        for node in list(self.document.findall(datenliste)):
            node.replace_self(self._table(node))

    def _table(self, node: datenliste) -> n.table:
        domain = domain_of(self.env)
        rows = [[_file(node, name), text(what)] for name, what in TABLES]
        for each in SAMMLUNGEN:
            count = len(list(domain.pages(each.art)))
            what = [n.Text(f"{each.titel} mit allen Angaben ({count}). Aufbau: ")]
            schema = _file(node, f"{each.name}.schema.json")
            rows.append([_file(node, f"{each.name}.json"), [*what, *schema]])
        return table([text("Datei"), text("Inhalt")], rows, (34, 66), stub_columns=1)


def _file(node: datenliste, name: str) -> list[n.Node]:
    if not node.get("verlinkt"):
        return text(name)
    return [datenverweis(name, name, docname=node["docname"])]


def visit_datenverweis(self: HTML5Translator, node: n.Element) -> None:
    """Open a link to the file."""
    root = self.builder.get_relative_uri(node["docname"], str(self.config.root_doc))
    address = f"{root.rpartition('/')[0]}/{FOLDER}/{node.astext()}".lstrip("/")
    self.body.append(self.starttag(node, "a", "", href=address))


def depart_datenverweis(self: HTML5Translator, node: n.Element) -> None:
    """Close the link."""
    self.body.append("</a>")


def setup_page(app: Sphinx) -> None:
    """Register the directive and what becomes of it."""
    app.add_node(datenliste)
    app.add_node(datenverweis, html=(visit_datenverweis, depart_datenverweis))
    app.add_directive("daten", DatenDirective)
    app.add_post_transform(LinkedData)
    app.add_post_transform(DataLists)
