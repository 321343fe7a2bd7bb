"""The Word form of a kind of page: made from the descriptions of its fields, and from nothing else.

A form is a worksheet to all that makes and reads worksheets: the same controls, marks and checks.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ..model.arten import ARTEN, Art
from ..model.felder import Field, Kind
from ..model.formular import Blatt, FormKind, Formularfeld
from ..model.seiten import Bestand
from ..model.vocabulary import Vocabulary
from ..reading.shapes import key_name

KINDS = ("fall", "pilot", "instrument")
LEFT_OUT = frozenset({"freigabe"})
"""Set by the AG alone, so no form changes it."""
KEY = "kennung"
"""The column in which keyed records have their key."""
FEW = frozenset({"schritt"})
"""Kinds whose pages have a box each; there are few. Titles of others are written."""
SPARE_ROWS = 3
LONG = 120
_SEVERAL = "Titel oder Dateiname, mehrere mit Semikolon getrennt."
_WHEN = "Jahr, Monat/Jahr oder Tag, zum Beispiel 11/2026."
_LINES = "Eine Angabe je Zeile."


@dataclass(frozen=True)
class Angabe:
    """A single value of a form: its question, its description, names of values by key."""

    form: Formularfeld
    field: Field
    names: Mapping[str, str] = dataclasses.field(default_factory=dict)


@dataclass(frozen=True)
class Bogenfeld:
    """A question of the form.

    ``field`` is the key of the page's front matter that it belongs to and ``part`` the key
    inside a record, empty for the whole. A table has ``columns``, all else one ``value``.
    """

    form: Formularfeld
    field: Field
    part: str = ""
    value: Angabe | None = None
    columns: tuple[Angabe, ...] = ()


@dataclass(frozen=True)
class Bogen:
    """The form of a kind of page."""

    art: Art
    blatt: Blatt
    felder: tuple[Bogenfeld, ...]

    def of(self, key: str) -> tuple[Bogenfeld, ...]:
        """Return the questions that belong to a key of the front matter, in order."""
        return tuple(each for each in self.felder if each.field.key == key)


def bogen_of(art: Art, vocabulary: Vocabulary, bestand: Bestand) -> Bogen:
    """Return the form of a kind of page; references can be chosen among the pages that exist."""
    known = _Known(vocabulary, bestand)
    felder = tuple(
        each for one in art.fields if one.key not in LEFT_OUT for each in _questions(one, known)
    )
    slug = slug_of(art)
    sheet = Blatt(slug, title_of(art), 0, "", tuple(each.form for each in felder))
    return Bogen(art, sheet, felder)


def blatt_of(art: Art, vocabulary: Vocabulary, bestand: Bestand) -> Blatt:
    """Return the form as a worksheet, for what makes and reads worksheets."""
    return bogen_of(art, vocabulary, bestand).blatt


def slug_of(art: Art) -> str:
    """Return the name under which files and answers know the form."""
    return f"{art.key}bogen"


def title_of(art: Art) -> str:
    """Return what the form is called: „Fallbogen“, „Pilotbogen“, „Instrumentbogen“."""
    return slug_of(art).capitalize()


def kind_named(slug: str) -> Art | None:
    """Return the kind of page whose form has this name, ``None`` for any other name."""
    return next((ARTEN[key] for key in KINDS if slug_of(ARTEN[key]) == slug), None)


@dataclass(frozen=True)
class _Known:
    vocabulary: Vocabulary
    bestand: Bestand

    def names(self, field: Field) -> dict[str, str]:
        """Return the names that people choose from by key, empty for a field without choice."""
        art = ARTEN.get(field.refers_to or "")
        if art is not None:
            pages = self.bestand.of(art.page)
            return {page.slug: page.titel for page in pages}
        if field.choices is None:
            return {}
        return {each.key: each.name for each in self.vocabulary.lists.get(field.choices, ())}


def _questions(field: Field, known: _Known) -> Iterator[Bogenfeld]:
    if field.kind is Kind.RECORD:
        for part in field.fields:
            required = field.required and part.required
            label = f"{field.label}: {part.label}"
            value = _value(part, known, f"{field.key}-{part.key}", label, required)
            yield Bogenfeld(value.form, field, part.key, value)
    elif field.kind in (Kind.RECORDS, Kind.KEYED_RECORDS):
        yield _table(field, known)
    else:
        value = _value(field, known, field.key, field.label, field.required)
        yield Bogenfeld(value.form, field, value=value)


def _table(field: Field, known: _Known) -> Bogenfeld:
    columns = [_value(each, known, each.key, each.label, each.required) for each in field.fields]
    given: tuple[str, ...] = ()
    if field.kind is Kind.KEYED_RECORDS and field.record is not None:
        names = known.names(field)
        given = tuple(names.values())
        label = field.label if names else "Kennung"
        kind = Kind.CHOICE if names else Kind.TEXT
        own = Field(key_name(field.record), label, "", kind)
        form = Formularfeld(KEY, label, FormKind.TEXT)
        columns.insert(0, Angabe(form, own, names))
    form = Formularfeld(
        _key(field.key),
        field.label,
        FormKind.TABLE,
        hilfe=field.help,
        pflicht=field.required,
        zeilen=len(given) or SPARE_ROWS,
        vorgaben=given,
        spalten=tuple(each.form for each in columns),
    )
    return Bogenfeld(form, field, columns=tuple(columns))


def _value(field: Field, known: _Known, key: str, label: str, required: bool) -> Angabe:
    names = known.names(field)
    kind = _form_kind(field, names)
    choices = kind in (FormKind.CHOICE, FormKind.CHOICES)
    form = Formularfeld(
        _key(key),
        label,
        kind,
        hilfe=" ".join(filter(None, (field.help, _more_help(field, kind)))),
        pflicht=required,
        werte=tuple(names.values()) if choices else (),
    )
    return Angabe(form, field, names)


def _form_kind(field: Field, names: Mapping[str, str]) -> FormKind:
    if field.kind is Kind.REFERENCES:
        return FormKind.CHOICES if names and field.refers_to in FEW else FormKind.LONG_TEXT
    if field.kind is Kind.TEXT and (field.max_length or 0) > LONG:
        return FormKind.LONG_TEXT
    return _KINDS[field.kind]


_KINDS = {
    Kind.TEXT: FormKind.TEXT,
    Kind.URL: FormKind.TEXT,
    Kind.YEAR: FormKind.TEXT,
    Kind.APPROXIMATE_DATE: FormKind.TEXT,
    Kind.TEXTS: FormKind.LONG_TEXT,
    Kind.NUMBER: FormKind.NUMBER,
    Kind.DATE: FormKind.DATE,
    Kind.YES_NO: FormKind.YES_NO,
    Kind.CHOICE: FormKind.CHOICE,
    Kind.CHOICES: FormKind.CHOICES,
}


def _more_help(field: Field, kind: FormKind) -> str:
    if field.kind is Kind.REFERENCES and kind is FormKind.LONG_TEXT:
        return _SEVERAL
    length = f"Höchstens {field.max_length} Zeichen." if field.max_length else ""
    return {Kind.APPROXIMATE_DATE: _WHEN, Kind.TEXTS: _LINES}.get(field.kind, length)


def _key(key: str) -> str:
    """Return a key as places of answers write it, which know no underscore."""
    return key.replace("_", "-")
