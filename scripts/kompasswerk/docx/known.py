"""What a filled workbook may hold: where answers belong, by each of their marks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType
from unicodedata import normalize

from ..buch.blocks import Answer
from ..model.formular import Blatt, FormKind, Formularfeld, Stelle, answer_title
from .answers import YES_NO, answer_mark, shown
from .oxml.form_manifest import FormManifest, FormSheet
from .oxml.shipped import fingerprint, often_asked

LONGEST_TITLE = 64
LONGEST_HEADING = 120
"""Letters up to which a line may be the heading of a sheet."""
UNKNOWN = Formularfeld("", "", FormKind.LONG_TEXT)
"""Stands for a field that no sheet of this edition has."""
_UNSEEN = re.compile("[\u00ad\u200b\ufeff]")


@dataclass(frozen=True)
class Known:
    """Fields by place; places of answers by bookmark, by title and by question.

    A table has its fields and hints at its first row. A title or question may belong to several
    places. ``expected`` are the fields that the file was shipped with, ``order`` the slugs of its
    sheets; without a manifest both are those of the whole project. ``hints`` are the placeholders
    by place, ``words`` the fingerprints of what forms say beside their answers, ``headings`` the
    slugs of sheets by their titles, the longest first, ``heads`` the tables by what their first
    row asks, in the order of the file.
    """

    sheets: Mapping[str, Blatt]
    fields: Mapping[Stelle, Formularfeld]
    order: tuple[str, ...]
    expected: tuple[Stelle, ...]
    marks: Mapping[str, Stelle]
    titles: Mapping[str, tuple[Stelle, ...]]
    questions: Mapping[str, tuple[Stelle, ...]]
    hints: Mapping[Stelle, str]
    words: frozenset[str]
    headings: Mapping[str, str]
    heads: Mapping[tuple[str, ...], tuple[Stelle, ...]]

    def field(self, stelle: Stelle) -> Formularfeld | None:
        """Return the field or column of a place, ``None`` if this edition has none such."""
        return self.fields.get(_first_row(stelle))

    def hint(self, stelle: Stelle) -> str:
        """Return the placeholder of a place, empty for boxes; all rows of a table show the same."""
        return self.hints.get(_first_row(stelle), "")

    def table(self, stelle: Stelle) -> Formularfeld | None:
        """Return the table in which a place lies, ``None`` if it lies in none."""
        sheet = self.sheets.get(stelle.blatt)
        fields = () if sheet is None else sheet.felder
        return next((each for each in fields if each.key == stelle.key and each.spalten), None)

    def sheet_named(self, line: str) -> str:
        """Return the sheet whose title a line ends with, empty if it names none."""
        if not line.endswith(tuple(self.headings)):
            return ""
        return next(slug for title, slug in self.headings.items() if line.endswith(title))


def known_places(sheets: tuple[Blatt, ...], manifest: FormManifest | None) -> Known:
    """Return what a file with this manifest may hold; with ``None``, all that the sheets have."""
    return _of_sheets(sheets) if manifest is None else _of_manifest(sheets, manifest.sheets)


@lru_cache(maxsize=32)
def _of_manifest(sheets: tuple[Blatt, ...], shipped: tuple[FormSheet, ...]) -> Known:
    base = _of_sheets(sheets)
    marks, hints = dict(base.marks), dict(base.hints)
    titles: dict[str, list[Stelle]] = {}
    expected: list[Stelle] = []
    for sheet in shipped:
        if not sheet.fields and sheet.name in base.sheets:  # only its properties are left
            for place, title, asked in _places((base.sheets[sheet.name],)):
                expected.append(place)
                _add_titles(titles, title, place, asked)
        for each in sheet.fields:
            stelle = Stelle.read(each.place)
            if stelle is not None:
                expected.append(stelle)
                marks[each.mark] = stelle
                hints[_first_row(stelle)] = squeezed(each.hint)
                _add_titles(titles, each.title, stelle, base.field(stelle))
    order = tuple(dict.fromkeys(sheet.name for sheet in shipped))
    return Known(
        base.sheets,
        base.fields,
        order,
        _as_fields(expected),
        MappingProxyType(marks),
        MappingProxyType({title: tuple(places) for title, places in titles.items()}),
        base.questions,
        MappingProxyType(hints),
        base.words,
        base.headings,
        _heads(base.sheets, order),
    )


@often_asked
def squeezed(text: str) -> str:
    """Return text on one line with plain single spaces: how programs set them says nothing."""
    if not text.isascii():
        text = _UNSEEN.sub("", normalize("NFC", text))
    return " ".join(text.split())


@often_asked
def question(text: str) -> str:
    """Return a question as it is compared: without the star of what must be filled in."""
    return squeezed(text).removesuffix("*").rstrip(" :").casefold()


def choices(field: Formularfeld) -> tuple[str, ...]:
    """Return what can be ticked or chosen, empty where one writes."""
    return YES_NO if field.art is FormKind.YES_NO else field.werte


def column_title(column: Formularfeld) -> str:
    """Return the head of a column as tables show it."""
    return f"{column.label} ({column.einheit})" if column.einheit else column.label


@lru_cache(maxsize=4)
def _of_sheets(sheets: tuple[Blatt, ...]) -> Known:
    marks: dict[str, Stelle] = {}
    titles: dict[str, list[Stelle]] = {}
    questions: dict[str, list[Stelle]] = {}
    hints: dict[Stelle, str] = {}
    for stelle, title, field in _places(sheets):
        marks[answer_mark(str(stelle))] = stelle
        _add_titles(titles, title, stelle, field)
        hints[_first_row(stelle)] = squeezed(shown(Answer(field, str(stelle), title)).hint)
        if not stelle.zeile:
            questions.setdefault(question(title), []).append(stelle)
    by_slug = MappingProxyType({sheet.slug: sheet for sheet in sheets})
    return Known(
        by_slug,
        MappingProxyType({_first_row(stelle): field for stelle, _, field in _places(sheets)}),
        tuple(by_slug),
        _as_fields(marks.values()),
        MappingProxyType(marks),
        MappingProxyType({title: tuple(places) for title, places in titles.items()}),
        MappingProxyType({text: tuple(places) for text, places in questions.items()}),
        MappingProxyType(hints),
        frozenset(map(fingerprint, _words(sheets))),
        _headings(sheets),
        _heads(by_slug, tuple(by_slug)),
    )


def _places(sheets: Iterable[Blatt]) -> Iterator[tuple[Stelle, str, Formularfeld]]:
    for sheet in sheets:
        for field in sheet.felder:
            if not field.spalten:
                yield Stelle(sheet.slug, field.key), answer_title(field), field
            for row in range(1, field.zeilen + 1):
                for column in field.spalten:
                    stelle = Stelle(sheet.slug, field.key, row, column.key)
                    yield stelle, answer_title(field, row, column), column


def _add_titles(
    titles: dict[str, list[Stelle]], title: str, stelle: Stelle, field: Formularfeld | None
) -> None:
    boxes = choices(field) if field else ()
    for each in (title, *(f"{title}: {value}" for value in boxes)):
        places = titles.setdefault(each[:LONGEST_TITLE], [])
        if stelle not in places[-1:]:
            places.append(stelle)


def _as_fields(places: Iterable[Stelle]) -> tuple[Stelle, ...]:
    return tuple(dict.fromkeys(Stelle(each.blatt, each.key) for each in places))


def _first_row(stelle: Stelle) -> Stelle:
    if stelle.zeile <= 1:
        return stelle
    return Stelle(stelle.blatt, stelle.key, min(stelle.zeile, 1), stelle.spalte)


def _headings(sheets: Iterable[Blatt]) -> Mapping[str, str]:
    found: dict[str, str] = {}
    for each in sheets:
        found.setdefault(question(each.titel), each.slug)
    return MappingProxyType(dict(sorted(found.items(), key=lambda item: -len(item[0]))))


def _heads(
    sheets: Mapping[str, Blatt], order: Iterable[str]
) -> Mapping[tuple[str, ...], tuple[Stelle, ...]]:
    found: dict[tuple[str, ...], list[Stelle]] = {}
    for slug in order:
        for field in sheets[slug].felder if slug in sheets else ():
            if field.spalten:
                head = tuple(question(column_title(column)) for column in field.spalten)
                found.setdefault(head, []).append(Stelle(slug, field.key))
    return MappingProxyType({head: tuple(places) for head, places in found.items()})


def _words(sheets: Iterable[Blatt]) -> Iterator[str]:
    """Yield all that forms say outside of the cells for answers."""
    yield from ("Frage", "Ihre Antwort", "* Bitte immer ausfüllen.")
    for sheet in sheets:
        yield sheet.titel
        for field in sheet.felder:
            yield from (field.label, f"{field.label} *", field.hilfe, *field.vorgaben)
            yield from map(column_title, field.spalten)
