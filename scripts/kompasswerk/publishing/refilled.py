"""Worksheets of this edition with the answers of a town in them, as a Word file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from ..buch import blocks as b
from ..buch.assemble import imprint, titled
from ..buch.excerpt import excerpt
from ..buch.filled import filled, places_of
from ..buch.library import Library
from ..buch.library_builder import read_library
from ..buch.place import anchor
from ..docx.layout import find_libreoffice
from ..docx.write import docx_bytes
from ..formular.answers import Antwort, Ruecklauf
from .leaves import library_file, template_for

TITLE = "Arbeitsblätter"


@dataclass(frozen=True)
class Refilled:
    """A Word file, and how many answers found no place in it."""

    blob: bytes
    left_out: int


def refilled(root: Path, ruecklauf: Ruecklauf) -> Refilled:
    """Return the sheets that have answers, all sheets if there are none, filled in for Word.

    ``BuildError`` if the pages of the project cannot be read.
    """
    library = read_library(library_file(root))
    book = sheets_book(library, ruecklauf)
    blob = docx_bytes(
        book,
        template=template_for(root, library),
        gestaltung=library.looks.gestaltung,
        layout=find_libreoffice(),
    )
    return Refilled(blob, len(book.answers.keys() - places_of(book)))


def sheets_book(library: Library, ruecklauf: Ruecklauf) -> b.Book:
    """Return a book of the sheets that have answers, in reading order, all if there are none."""
    used = {each.stelle.blatt for each in ruecklauf.antworten}
    sheets = {name: leaf.sheet for name, leaf in library.leaves.items() if leaf.sheet is not None}
    found = excerpt(library, [n for n, sheet in sheets.items() if sheet.slug in used] or sheets)
    part = b.Part((), tuple(block for page in found.pages.values() for block in page))
    title, town = library.title, ruecklauf.stadt
    book = replace(
        titled(title, f"{TITLE} für {town}" if town else TITLE, (part,), found.notes),
        subtitle=title.title,
        imprint=imprint(title),
        contents_depth=1,
        pages=tuple(b.Page(e.docname, e.title, anchor(e.docname)) for e in found.leaves),
        sheets=tuple(sheets[leaf.docname] for leaf in found.leaves),
        town=town,
        ags=ruecklauf.ags,
    )
    return filled(book, _texts(ruecklauf.antworten))


def _texts(answers: Iterable[Antwort]) -> Mapping[str, str]:
    return {str(each.stelle): each.text for each in answers}
