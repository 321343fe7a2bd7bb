"""Open data in a build of the website: the files, and the list of them on a page."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from docutils import nodes as n
from sphinx.builders.html import StandaloneHTMLBuilder
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util.docutils import SphinxDirective

from .. import __version__
from ..buch.edition import read_edition
from ..buch.placing import replace_file
from ..sphinx_ext.source import domain_of
from ..sphinx_ext.tabelle import table, text
from .collection import SAMMLUNGEN, Entry, Head, Stock
from .json_file import json_file
from .schema import schema_file
from .tables import csv_file, xlsx_file

if TYPE_CHECKING:
    from docutils.nodes import Node
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata

FOLDER = "daten"
TABLES = (
    ("katalog.xlsx", "Fälle als Tabelle für Excel und LibreOffice"),
    ("katalog.csv", "Fälle als Tabelle für jedes Programm (UTF-8, Semikolon)"),
)


def setup_website(app: Sphinx) -> ExtensionMetadata:
    """Register the directive and what writes the files."""
    app.add_node(datenliste)
    app.add_directive("daten", DatenDirective)
    app.add_post_transform(DataLists)
    app.connect("build-finished", write_data)
    return {
        "version": __version__,
        "env_version": 1,
        "parallel_read_safe": True,
        "parallel_write_safe": True,
    }


def write_data(app: Sphinx, exception: Exception | None) -> None:
    """After a complete build of a website, put the files of its pages beside them.

    A file whose content is there already keeps its date, so copies of the website stay small.
    """
    if exception is not None or not isinstance(app.builder, StandaloneHTMLBuilder):
        return
    folder = Path(app.outdir) / FOLDER
    for name, blob in data_files(stock_of(app)):
        target = folder / name
        if not target.is_file() or target.read_bytes() != blob:
            replace_file(target, blob)


def data_files(stock: Stock) -> Iterator[tuple[str, bytes]]:
    """Yield each file with its name."""
    for each in SAMMLUNGEN:
        yield f"{each.name}.json", json_file(each, stock)
        yield f"{each.name}.schema.json", schema_file(each, stock.vocabulary)
    yield TABLES[0][0], xlsx_file(stock)
    yield TABLES[1][0], csv_file(stock)


def stock_of(app: Sphinx) -> Stock:
    """Return all pages of the project with what the files say of themselves."""
    domain, config = domain_of(app.env), app.config
    edition = read_edition(getattr(config, "book_edition", None))
    head = Head(
        titel=config.project,
        ausgabe=edition.number if edition else str(config.release),
        stand=edition.date if edition else date(1980, 1, 1),
        zustand=edition.state_in("de") if edition else "Entwurf",
        rechte=str(config.copyright),
        namensnennung=config.author,
    )
    entries = {
        each.art: tuple(
            Entry(docname, _address(app, docname), page) for docname, page in domain.pages(each.art)
        )
        for each in SAMMLUNGEN
    }
    return Stock(head, entries, domain.vocabulary, domain.orte)


def _address(app: Sphinx, docname: str) -> str:
    base: str = app.config.html_baseurl or ""
    return f"{base.rstrip('/')}/" * bool(base) + app.builder.get_target_uri(docname)


# -- the list on a page --------------------------------------------------------------------------


class datenliste(n.General, n.Element):  # noqa: N801 - docutils names nodes in lower case
    """Placeholder of the table of files; ``docname`` is the page that holds it."""


class DatenDirective(SphinxDirective):
    """``{daten}`` has no options: a table of all files of open data."""

    option_spec: ClassVar = {}

    def run(self) -> list[Node]:
        """Return the placeholder."""
        return [datenliste(docname=self.env.current_document.docname)]


class DataLists(SphinxPostTransform):
    """Replace each placeholder when all pages are read; only a website links the files."""

    default_priority = 5

    def run(self, **kwargs: object) -> None:
        """Put the table in the place of every placeholder."""
        for node in list(self.document.findall(datenliste)):
            node.replace_self(self._table(node["docname"]))

    def _table(self, docname: str) -> n.table:
        domain = domain_of(self.env)
        up = ""
        if isinstance(self.app.builder, StandaloneHTMLBuilder):
            root = self.app.builder.get_relative_uri(docname, str(self.config.root_doc))
            up = f"{root.rpartition('/')[0]}/{FOLDER}/".lstrip("/")
        rows = [[_file(up, name), text(what)] for name, what in TABLES]
        for each in SAMMLUNGEN:
            count = len(list(domain.pages(each.art)))
            schema = f"{each.name}.schema.json"
            what = [n.Text(f"{each.titel} mit allen Angaben ({count}). Aufbau: ")]
            rows.append([_file(up, f"{each.name}.json"), [*what, *_file(up, schema)]])
        return table([text("Datei"), text("Inhalt")], rows, (34, 66), stub_columns=1)


def _file(up: str, name: str) -> list[n.Node]:
    """Return a link to a file, or its name where nothing lies beside the page."""
    if not up:
        return text(name)
    return [n.reference(name, name, refuri=f"{up}{name}", internal=True)]
