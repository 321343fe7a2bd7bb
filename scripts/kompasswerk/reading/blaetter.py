"""All worksheets of the project with their fields."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from ..model.formular import Blatt, Formularfeld
from ..model.seiten import Arbeitsblatt
from ..model.vocabulary import Vocabulary
from .files import Loaded
from .formular import DIRECTIVES, read_field
from .markdown import read_body
from .pages import LoadedPage


def read_sheets(loaded: Loaded) -> tuple[Blatt, ...]:
    """Return the worksheets in order of their numbers.

    A field without usable key or kind is left out; the rules of ``checks`` report it. What may
    leave the town needs the word of the field and of its sheet.
    """
    return tuple(sorted(_sheets(loaded), key=lambda sheet: sheet.nummer))


def _sheets(loaded: Loaded) -> Iterator[Blatt]:
    for loaded_page in loaded.pages:
        page = loaded_page.page
        if isinstance(page, Arbeitsblatt):
            yield sheet_of(page, _fields(loaded_page, loaded.vocabulary))


def sheet_of(page: Arbeitsblatt, fields: Iterable[Formularfeld]) -> Blatt:
    """Return the worksheet of a page; its fields are private unless the page shares them."""
    shared = page.teilen == "ja"
    own = tuple(field if shared else _private(field) for field in fields)
    return Blatt(page.slug, page.titel, page.nummer, page.schritt, own)


def _fields(page: LoadedPage, vocabulary: Vocabulary) -> tuple[Formularfeld, ...]:
    found = (
        read_field(each.name, each.argument, each.options, each.content, vocabulary)[0]
        for each in read_body(page.body, page.body_line).directives
        if each.name in DIRECTIVES
    )
    return tuple(field for field in found if field is not None)


def _private(field: Formularfeld) -> Formularfeld:
    return replace(field, teilen=False, spalten=tuple(_private(each) for each in field.spalten))
