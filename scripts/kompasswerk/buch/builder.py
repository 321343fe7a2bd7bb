"""What the builders for Word and PDF share: addresses inside a book, titles, safe writing."""

from __future__ import annotations

import json
import os
from abc import abstractmethod
from collections.abc import Iterator, Set
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from docutils import nodes
from sphinx.builders import Builder
from sphinx.util import logging
from sphinx.util.display import progress_message

from ..reading.gestaltung import read_gestaltung
from .assemble import Title, assemble
from .blocks import Book
from .place import DOC_MARK

if TYPE_CHECKING:
    from ..model.gestaltung import Gestaltung

logger = logging.getLogger(__name__)

Entry = tuple[str, ...]
PAGES = "seiten.json"


@dataclass(frozen=True)
class Written:
    """What one book has become; ``pages`` is ``None`` where nobody has counted them."""

    pages: int | None = None
    warnings: tuple[str, ...] = ()


class BookBuilder(Builder):
    """Turns the documents named in ``<name>_documents`` into one file each.

    Each entry is ``(start page, target, title, author, subtitle)``; author and subtitle may
    be left out. Without entries the whole project becomes one book named after it.
    """

    suffix: ClassVar[str]
    allow_parallel = True
    supported_remote_images = True  # else Sphinx would fetch them; ``image_path`` refuses them
    supported_image_types: ClassVar[list[str]] = ["image/svg+xml", "image/png", "image/jpeg"]

    def get_outdated_docs(self) -> str:
        """Return that a book is always made anew: it holds every page."""
        return "alle Seiten"

    def get_target_uri(self, docname: str, typ: str | None = None) -> str:
        """Return the address of a document inside the book."""
        return DOC_MARK + docname

    def get_relative_uri(self, from_: str, to: str, typ: str | None = None) -> str:
        """Return the same address from everywhere: a book is one file."""
        return self.get_target_uri(to)

    def write_documents(self, docnames: Set[str]) -> None:
        """Write every book, whichever pages changed, and ``seiten.json`` with their lengths."""
        pages: dict[str, int | None] = {}
        for start, target, title in self._documents():
            path = Path(self.outdir) / f"{target}{self.suffix}"
            with progress_message(path.name):
                written = self.write_book(assemble(self, start, title), path)
            pages[path.name] = written.pages
            for message in written.warnings:
                logger.warning(message, type=f"kompass.{self.name}", subtype="book")
        (Path(self.outdir) / PAGES).write_text(json.dumps(pages, sort_keys=True), encoding="utf-8")

    @abstractmethod
    def write_book(self, book: Book, target: Path) -> Written:
        """Write one book; ``target`` changes only on success."""

    def prepare_writing(self, docnames: Set[str]) -> None:
        """Nothing to prepare: books are written whole."""

    def write_doc(self, docname: str, doctree: nodes.document) -> None:
        """Nothing to do for a single page."""

    @property
    def gestaltung(self) -> Gestaltung:
        """The design tokens of the project."""
        return read_gestaltung(Path(self.confdir) / self.config.kompass_gestaltung)

    def _documents(self) -> Iterator[tuple[str, str, Title]]:
        entries: list[Entry] = getattr(self.config, f"{self.name}_documents")
        whole: Entry = (self.config.root_doc, _file_name(self.config.project), self.config.project)
        for entry in entries or [whole]:
            start, target, title, author, subtitle, *_ = [*entry, "", "", ""]
            yield start, target, self._title(title, author or self.config.author, subtitle)

    def _title(self, title: str, author: str, subtitle: str) -> Title:
        return Title(
            title,
            author if author != "Author name not set" else "",
            subtitle,
            edition=self.config.release,
            date=build_date().isoformat(),
            language=self.config.language or "en",
            imprint=tuple(self.config.book_imprint),
        )


def build_date() -> date:
    """Return the day that documents carry: SOURCE_DATE_EPOCH if set, else today (UTC)."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    moment = datetime.fromtimestamp(int(epoch), UTC) if epoch else datetime.now(UTC)
    return moment.date()


def _file_name(project: str) -> str:
    name = project.lower()
    for umlaut, plain in (("ä", "ae"), ("ö", "oe"), ("ü", "ue"), ("ß", "ss")):
        name = name.replace(umlaut, plain)
    words = "".join(c if c.isascii() and c.isalnum() else " " for c in name).split()
    return "-".join(words) or "dokument"


SETTINGS: tuple[tuple[str, object, tuple[type, ...]], ...] = (
    ("book_imprint", (), (list, tuple)),
    ("kompass_gestaltung", "_templates/gestaltung.yaml", (str,)),
)
"""What all builders read from ``conf.py``: name, default, accepted types."""


def setup_settings(app: Any) -> None:
    """Register the shared settings that no other extension has registered yet."""
    for name, default, types in SETTINGS:
        if name not in app.config:
            app.add_config_value(name, default, "env", types)
