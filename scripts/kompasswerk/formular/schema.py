"""What a file of answers to one worksheet may hold, as JSON Schema for other programs."""

from __future__ import annotations

import re
from collections.abc import Mapping

from ..model.formular import Blatt, FormKind, Formularfeld
from .json_file import FORMAT, VERSION
from .numbers import bounds_of

DIALECT = "https://json-schema.org/draft/2020-12/schema"
_AGS = "^([0-9]{8})?$"


def schema_of(sheet: Blatt) -> Mapping[str, object]:
    """Return the JSON Schema (2020-12) for files with answers to a sheet.

    It describes answers without doubt: one that kept its text because nobody could read it is
    an error at its place. Answers to other sheets are allowed unseen.
    """
    fields = [each for each in sheet.felder if each.art is not FormKind.TABLE]
    tables = [each for each in sheet.felder if each.art is FormKind.TABLE]
    rows = {
        _row_pattern(sheet, table, column): _described(column)
        for table in tables
        for column in table.spalten
    }
    answers = {
        "type": "object",
        "properties": {f"{sheet.slug}.{each.key}": _described(each) for each in fields},
        "patternProperties": {f"^(?!{re.escape(sheet.slug)}\\.)": True, **rows},
        "additionalProperties": False,
    }
    text = {"type": "string"}
    return {
        "$schema": DIALECT,
        "title": f"Antworten zum Arbeitsblatt {sheet.nummer}: {sheet.titel}",
        "type": "object",
        "properties": {
            "format": {"const": FORMAT},
            "version": {"const": VERSION},
            "ausgabe": text,
            "stadt": text,
            "ags": {"type": "string", "pattern": _AGS},
            "blaetter": {"type": "object", "additionalProperties": text},
            "antworten": answers,
        },
        "required": ["format", "version", "antworten"],
        "additionalProperties": False,
    }


def _row_pattern(sheet: Blatt, table: Formularfeld, column: Formularfeld) -> str:
    name = re.escape(f"{sheet.slug}.{table.key}")
    return f"^{name}\\[[1-9][0-9]{{0,3}}\\]\\.{re.escape(column.key)}$"


def _described(field: Formularfeld) -> Mapping[str, object]:
    about = {"title": field.label, "description": field.hilfe}
    return {**{key: text for key, text in about.items() if text}, **_kind(field)}


def _bounds(unit: str) -> Mapping[str, object]:
    low, high = bounds_of(unit)
    ends = {"minimum": low, "maximum": high}
    return {key: end for key, end in ends.items() if end is not None}


def _kind(field: Formularfeld) -> Mapping[str, object]:
    one_of = {"enum": [*field.werte, ""]}
    if field.art is FormKind.CHOICES:
        return {"type": "array", "items": {"enum": list(field.werte)}, "uniqueItems": True}
    kinds: Mapping[FormKind, Mapping[str, object]] = {
        FormKind.NUMBER: {"type": ["number", "null"], **_bounds(field.einheit)},
        FormKind.YES_NO: {"type": ["boolean", "null"]},
        FormKind.DATE: {"type": "string", "pattern": "^([0-9]{4}-[0-9]{2}-[0-9]{2})?$"},
        FormKind.CHOICE: one_of,
        FormKind.SCALE: one_of,
    }
    return kinds.get(field.art, {"type": "string"})
