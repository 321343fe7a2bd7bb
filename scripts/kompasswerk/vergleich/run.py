"""Build the books of any Sphinx project and compare each with its pages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.errors import SphinxError
from sphinx.util.docutils import docutils_namespace, patch_docutils
from sphinx.util.tags import Tags

from ..buch.words import words_for
from .compare import Finding, compare
from .content import letters
from .expected import expected_of
from .pdf import pdf_content
from .word import word_content

if TYPE_CHECKING:
    from ..buch.entries import Entry

READERS = {"docx": word_content, "pdf": pdf_content}
EXTENSIONS = {"docx": "kompasswerk.docx", "pdf": "kompasswerk.pdf"}
NOTE_MARK = r"\d{1,12}"


class CompareError(Exception):
    """The project cannot be read or built; the message is a German sentence."""


@dataclass(frozen=True)
class Result:
    """One compared file: its name, how many pieces its pages have, and all faults."""

    name: str
    pieces: int
    findings: tuple[Finding, ...]


def compare_project(source: Path, work: Path, builders: tuple[str, ...]) -> Iterator[Result]:
    """Build each book of the Sphinx project in ``source`` below ``work`` and yield results.

    ``CompareError`` if the project does not build.
    """
    for name in builders:
        with _built(source, work, name) as app:
            for entry in app.builder.entries():  # type: ignore[attr-defined]
                yield _compared(app, entry, name)


@contextmanager
def _built(source: Path, work: Path, name: str) -> Iterator[Sphinx]:
    with patch_docutils(source), docutils_namespace():
        try:
            own = Config.read(source, overrides={}, tags=Tags())
            wanted = [*own.extensions, *({EXTENSIONS[name]} - set(own.extensions))]
            app = Sphinx(
                source, source, work / name, work / f"gelesen-{name}", name, {"extensions": wanted},
                status=None,
            )  # fmt: skip
            app.build(force_all=True)
        except (SphinxError, OSError) as error:
            raise CompareError(f"Das Projekt lässt sich nicht bauen: {error}") from error
        yield app


def _compared(app: Sphinx, entry: Entry, name: str) -> Result:
    file = Path(app.outdir) / f"{entry.target}.{name}"
    expected = expected_of(app.builder, entry.start)
    words = words_for(entry.language or app.config.language or "en")
    page = re.escape(letters(words.page.format(page="0"))).replace("0", r"\d+")
    labels = "|".join(map(letters, (words.figure, words.table, words.listing)))
    inserted = (page, NOTE_MARK, rf"(?:{labels})\d+")
    findings = compare(expected, READERS[name](file), inserted)
    return Result(file.name, sum(map(len, expected.documents)), findings)
