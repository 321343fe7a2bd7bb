"""What the builders for Word and PDF share: addresses inside a book, titles, safe writing."""

from __future__ import annotations

import json
import os
from abc import abstractmethod
from collections.abc import Iterator, Set
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

import sphinx
from docutils import nodes
from sphinx import locale
from sphinx.builders import Builder
from sphinx.util import logging
from sphinx.util.display import progress_message

from ..reading.gestaltung import read_gestaltung
from .edition import read_edition
from .entries import Entry, choices, read_entries
from .place import DOC_MARK

if TYPE_CHECKING:
    from ..model.gestaltung import Gestaltung
    from .assemble import Title
    from .blocks import Book

logger = logging.getLogger(__name__)

PAGES = "seiten.json"
LISTS = ("figures", "tables", "listings")
NOTES = ("page", "end")
ASSEMBLED = "book-assembled"
"""Event with the finished book before it is written; a handler may return another book."""
SPHINX_WORDS = Path(sphinx.__file__).parent / "locale"


@dataclass(frozen=True)
class Written:
    """What one book has become; ``pages`` is ``None`` where nobody has counted them."""

    pages: int | None = None
    warnings: tuple[str, ...] = ()


class PaperBuilder(Builder):
    """Reads the documents of a project for paper: every address is a place in one book."""

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

    def prepare_writing(self, docnames: Set[str]) -> None:
        """Nothing to prepare: books are written whole."""

    def write_doc(self, docname: str, doctree: nodes.document) -> None:
        """Nothing to do for a single page."""

    @property
    def speech(self) -> str:
        """The language of the project, in which messages are."""
        return self.config.language or "en"

    @property
    def gestaltung(self) -> Gestaltung:
        """The design tokens of the project, or the package's own where it names none."""
        own = self.config.kompass_gestaltung
        return read_gestaltung(Path(self.confdir) / own if own else None)

    def template(self, name: str, own: str = "") -> Path | None:
        """Return the template for a format, ``None`` if the project names none.

        ``own`` is that of a single book.
        """
        named = own or getattr(self.config, f"{name}_template", "")
        return Path(self.confdir) / named if named else None

    def title(self, entry: Entry) -> Title:
        """Return what stands on the title page of a book of the project."""
        from .assemble import Title  # not with the module: websites load it and make no book

        author = entry.author or self.config.author
        language = (entry.language or self.config.language or "en").replace("_", "-")
        edition = read_edition(self.config.book_edition)
        return Title(
            entry.title or self.config.project,
            author if author != "Author name not set" else "",
            entry.subtitle,
            edition=edition.line(language) if edition else self.config.release,
            number=edition.number if edition else self.config.release,
            state=edition.state_in(language) if edition else "",
            date=(edition.date if edition else build_date()).isoformat(),
            language=language,
            imprint=tuple(self.config.book_imprint),
        )


class BookBuilder(PaperBuilder):
    """Turns the documents named in ``<name>_documents`` into one file each.

    What an entry holds is in :class:`Entry`. Without entries the whole project becomes one
    book named after it.
    """

    suffix: ClassVar[str]

    def write_documents(self, docnames: Set[str]) -> None:
        """Write every book, whichever pages changed, and ``seiten.json`` with their lengths."""
        from .assemble import assemble

        pages: dict[str, int | None] = {}
        for entry in self.entries():
            path = Path(self.outdir) / f"{entry.target}{self.suffix}"
            path.parent.mkdir(parents=True, exist_ok=True)
            title = self.title(entry)
            with progress_message(path.name), spoken(self, title.language):
                book = self._dressed(assemble(self, entry.start, title, entry.pages))
                book = self.events.emit_firstresult(ASSEMBLED, book) or book
                written = self.write_book(book, path, self.template(self.name, entry.template))
            pages[f"{entry.target}{self.suffix}"] = written.pages
            for message in written.warnings:
                logger.warning(message, type=f"kompass.{self.name}", subtype="book")
        (Path(self.outdir) / PAGES).write_text(json.dumps(pages, sort_keys=True), encoding="utf-8")

    @abstractmethod
    def write_book(self, book: Book, target: Path, template: Path | None) -> Written:
        """Write one book; ``target`` changes only on success.

        Without ``template`` the package's own is used.
        """

    def entries(self) -> tuple[Entry, ...]:
        """Return which books this builder makes; ``ConfigError`` for entries that cannot be."""
        setting = f"{self.name}_documents"
        whole = (self.config.root_doc, file_name(self.config.project))
        raw = getattr(self.config, setting) or [whole]
        return read_entries(setting, raw, self.suffix, self.env.all_docs, self.speech)

    def _dressed(self, book: Book) -> Book:
        """Return the book with the lists and the kind of notes that the project asks for."""
        lists = tuple(self.config.book_lists)
        choices("book_lists", lists, LISTS, self.speech)
        choices("book_notes", (self.config.book_notes,), NOTES, self.speech)
        return replace(book, lists=lists, notes_at=self.config.book_notes)


@contextmanager
def spoken(builder: Builder, language: str) -> Iterator[None]:
    """Let Sphinx's own words („Hinweis“, „Abb.“) be of ``language`` for a while."""
    app, config = builder._app, builder.config
    own = config.language or "en"
    if language == own.replace("_", "-"):
        yield
        return
    folders = [str(Path(app.srcdir) / each) for each in config.locale_dirs]
    catalogues = [str(SPHINX_WORDS), *folders]
    locale.init(catalogues, language.replace("-", "_"), "sphinx")
    try:
        yield
    finally:
        locale.init(catalogues, own, "sphinx")


def build_date() -> date:
    """Return the day that documents carry: SOURCE_DATE_EPOCH if set, else today (UTC)."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    moment = datetime.fromtimestamp(int(epoch), UTC) if epoch else datetime.now(UTC)
    return moment.date()


def file_name(project: str) -> str:
    """Return a name as small letters, digits and hyphens: „Bad Köstritz“ is ``bad-koestritz``."""
    name = project.lower()
    for umlaut, plain in (("ä", "ae"), ("ö", "oe"), ("ü", "ue"), ("ß", "ss")):
        name = name.replace(umlaut, plain)
    words = "".join(c if c.isascii() and c.isalnum() else " " for c in name).split()
    return "-".join(words) or "dokument"


SETTINGS: tuple[tuple[str, object, tuple[type, ...]], ...] = (
    ("book_edition", {}, (dict,)),
    ("book_imprint", (), (list, tuple)),
    ("book_lists", (), (list, tuple)),
    ("book_notes", "page", (str,)),
    ("kompass_gestaltung", "", (str,)),
)
"""What all builders read from ``conf.py``: name, default, accepted types."""


def setup_settings(app: Any) -> None:
    """Register the shared settings that no other extension has registered yet."""
    if "book_edition" not in app.config:
        from .library_builder import LibraryBuilder

        app.add_event(ASSEMBLED)
        app.add_builder(LibraryBuilder)
        app.connect("config-inited", name_release)
    for name, default, types in SETTINGS:
        if name not in app.config:
            app.add_config_value(name, default, "env", types)


def name_release(app: Any, config: Any) -> None:
    """Let the edition be Sphinx's ``version`` and ``release`` where the project sets none."""
    edition = read_edition(config.book_edition)
    if edition is not None:
        config.version = config.version or edition.number
        config.release = config.release or edition.line(config.language or "en")
