"""A form as a Word file: empty, or filled with a page."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from ..buch.edition import Edition
from ..buch.filled import filled
from ..docx.landscape import turned
from ..docx.manifest import with_source
from ..docx.oxml.page_source import PageSource
from ..docx.write import write_docx
from ..model.arten import Art
from ..model.gestaltung import Gestaltung
from ..model.seiten import Seite
from ..reading.files import Loaded
from ..reading.pages import LoadedPage
from .document import Form, book_of
from .felder_bogen import bogen_of, slug_of
from .from_myst import blocks_of
from .texts import texts_for
from .werte import answers_for, values_of


@dataclass(frozen=True)
class Looks:
    """What a form looks like and which edition it belongs to."""

    template: Path
    gestaltung: Gestaltung
    edition: Edition | None


class NotReadableError(Exception):
    """A page that cannot go into a form; the message is a German sentence."""


def form_of(loaded: Loaded, art: Art, page: LoadedPage | None, looks: Looks) -> bytes:
    """Return the form of a kind of page, filled with ``page`` unless that is ``None``.

    :class:`NotReadableError` for a page whose front matter cannot be read.
    """
    bogen = bogen_of(art, loaded.vocabulary, loaded.bestand)
    content = None if page is None else _content(page)
    texts = texts_for(art, content, loaded, looks.edition, loaded.root)
    pieces = () if page is None else tuple(block.piece for block in blocks_of(page.body))
    title = content.titel if content else ""
    book = book_of(Form(bogen, texts, looks.edition, title, pieces))
    values = {} if content is None else values_of(content, bogen)
    answers = {str(place): text for place, text in answers_for(values, bogen)}
    with tempfile.TemporaryDirectory(prefix="kompass-bogen-") as folder:
        template = turned(looks.template, Path(folder) / "vorlage.docx")
        target = Path(folder) / "bogen.docx"
        write_docx(
            filled(book, answers), target, template=template, gestaltung=looks.gestaltung,
            cover=False, pages={},
        )  # fmt: skip
        blob = target.read_bytes()
    text = "" if page is None else read_raw(loaded.root / page.path)
    source = PageSource(
        slug_of(art), page.path if page else "", mark_of(text) if page else "", text, texts.words
    )
    return with_source(blob, source)


def read_raw(path: Path) -> str:
    """Return the text of a file with the line ends it has."""
    return path.read_bytes().decode("utf-8")


def mark_of(text: str) -> str:
    """Return the fingerprint of the text of a file."""
    return sha256(text.encode()).hexdigest()[:16]


def _content(page: LoadedPage) -> Seite:
    if page.page is None:
        message = f"„{page.path}“ lässt sich nicht lesen. Bitte zuerst prüfen: nox -s pruefen."
        raise NotReadableError(message)
    return page.page
