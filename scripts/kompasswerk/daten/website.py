"""Open data in a build of the website: the files beside the pages."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from .. import __version__, model, reading
from ..buch.builder import setup_settings
from ..buch.edition import read_edition
from ..buch.placing import replace_file
from ..sphinx_ext.aktuell import recorded
from ..sphinx_ext.domain import pages_digest
from ..sphinx_ext.skripte import is_website
from ..sphinx_ext.source import domain_of
from ..sphinx_ext.website import beside
from .collection import SAMMLUNGEN, Entry, Head, Stock
from .json_file import json_file
from .page import CSV, FOLDER, WORKBOOK, setup_page
from .schema import schema_file
from .tables import csv_file

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment
    from sphinx.util.typing import ExtensionMetadata

RECORD = ".daten"
"""File of an output folder: a digest of what its open data come from."""


def setup_website(app: Sphinx) -> ExtensionMetadata:
    """Register the directive and what writes the files."""
    setup_settings(app)
    setup_page(app)
    data = OpenData()
    app.connect("env-updated", data.begin)
    app.connect("build-finished", data.finish)
    return {
        "version": __version__,
        "env_version": 1,
        "parallel_read_safe": True,
        "parallel_write_safe": True,
    }


class OpenData:
    """Makes the files beside the writing of pages, and puts them in place after it."""

    def __init__(self) -> None:
        self.made: dict[str, bytes] = {}
        self.state = ""

    def begin(self, app: Sphinx, env: BuildEnvironment) -> list[str]:
        """Begin to make the files of a website, unless those of its pages lie there."""
        if not is_website(app):
            return []
        stock = stock_of(app)
        folder, self.state = Path(app.outdir) / FOLDER, _state(app, stock)
        record = Path(app.outdir) / RECORD
        complete = all((folder / name).is_file() for name in file_names())
        if not complete or recorded(record) != self.state:
            beside(app).start(lambda: _changed_files(stock, folder), self.made.update)
        return []

    def finish(self, app: Sphinx, exception: Exception | None) -> None:
        """After a complete build, put what is new beside the pages."""
        if exception is None and self.state:
            for name, blob in self.made.items():
                replace_file(Path(app.outdir) / FOLDER / name, blob)
            (Path(app.outdir) / RECORD).write_text(self.state)


def _changed_files(stock: Stock, folder: Path) -> dict[str, bytes]:
    """Return the files by name; those whose content is there already keep their date.

    The workbook takes longest; it is made only if what it shows has changed, which JSON and CSV
    tell.
    """
    files = {n: blob for n, blob in text_files(stock) if not _is_there(folder / n, blob)}
    if files or not (folder / WORKBOOK).is_file():
        from .workbook import xlsx_file

        files[WORKBOOK] = xlsx_file(stock)
    return files


def _is_there(target: Path, blob: bytes) -> bool:
    return target.is_file() and target.read_bytes() == blob


def file_names() -> Iterator[str]:
    """Yield the names of all files."""
    for each in SAMMLUNGEN:
        yield from (f"{each.name}.json", f"{each.name}.schema.json")
    yield from (CSV, WORKBOOK)


def _state(app: Sphinx, stock: Stock) -> str:
    """Return a digest of all that the files come from: pages, addresses, places, code."""
    domain = domain_of(app.env)
    said = (stock.head, stock.vocabulary, stock.orte, app.config.html_baseurl, __version__)
    digest = sha256(repr(said).encode())
    digest.update(domain.once(pages_digest).encode())
    for folder in (Path(__file__).parent, *(Path(each.__path__[0]) for each in (model, reading))):
        for path in sorted(folder.glob("*.py")):
            digest.update(path.read_bytes())
    return digest.hexdigest()


def text_files(stock: Stock) -> Iterator[tuple[str, bytes]]:
    """Yield each file but the workbook, with its name."""
    for each in SAMMLUNGEN:
        yield f"{each.name}.json", json_file(each, stock)
        yield f"{each.name}.schema.json", schema_file(each, stock.vocabulary)
    yield CSV, csv_file(stock)


def stock_of(app: Sphinx) -> Stock:
    """Return all pages of the project with what the files say of themselves."""
    domain, config = domain_of(app.env), app.config
    edition = read_edition(config.book_edition)
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
