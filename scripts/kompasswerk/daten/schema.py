"""What a file of open data holds, as JSON Schema (2020-12), from the field descriptions."""

from __future__ import annotations

import json
from collections.abc import Mapping

from ..model.arten import ARTEN
from ..model.felder import Field, Kind
from ..model.vocabulary import Vocabulary
from ..reading.shapes import key_name
from .collection import LICENCE, Sammlung
from .json_file import SIZE_CLASS, VERSION, lists_of, shared

DIALECT = "https://json-schema.org/draft/2020-12/schema"
Schema = Mapping[str, object]

_TEXT: Schema = {"type": "string"}
_PATTERNS = {
    Kind.DATE: "^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
    Kind.APPROXIMATE_DATE: "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$",
    Kind.URL: "^https?://",
}
_COORDINATES = {
    "name": _TEXT,
    "lat": {"type": "number", "minimum": -90, "maximum": 90},
    "lon": {"type": "number", "minimum": -180, "maximum": 180},
}


def schema_file(collection: Sammlung, vocabulary: Vocabulary) -> bytes:
    """Return the schema of a file as JSON."""
    schema = schema_of(collection, vocabulary)
    return (json.dumps(schema, ensure_ascii=False, indent=1) + "\n").encode()


def schema_of(collection: Sammlung, vocabulary: Vocabulary) -> Schema:
    """Return the schema: every key is there, and values of closed lists are among these."""
    choice = {"type": "object", **_exactly({"name": _TEXT, "erklaerung": _TEXT})}
    properties: dict[str, object] = {
        "format": {"const": f"kompass-{collection.name}"},
        "version": {"const": VERSION},
        "schema": {"const": f"{collection.name}.schema.json"},
        "titel": _TEXT,
        "ausgabe": {**_TEXT, "description": "Nummer der Ausgabe des Handbuchs."},
        "stand": {**_TEXT, "pattern": _PATTERNS[Kind.DATE]},
        "zustand": {**_TEXT, "description": "Entwurf oder Ausgabe."},
        "lizenz": {"const": LICENCE},
        "namensnennung": {**_TEXT, "description": "Wer zu nennen ist."},
        "rechte": _TEXT,
        "listen": {
            "type": "object",
            "description": "Name und Erklärung zu jedem Wert der geschlossenen Listen.",
            **_exactly(
                {
                    name: {"type": "object", "additionalProperties": choice}
                    for name in lists_of(collection.art)
                }
            ),
        },
        "seiten": {"type": "array", "items": _page(collection.art, vocabulary)},
    }
    return {
        "$schema": DIALECT,
        "title": f"{collection.titel} des Kompass Leerstand",
        "type": "object",
        **_exactly(properties),
    }


def _exactly(properties: Mapping[str, object]) -> dict[str, object]:
    return {
        "properties": dict(properties),
        "required": list(properties),
        "additionalProperties": False,
    }


def _page(art: str, vocabulary: Vocabulary) -> Schema:
    properties: dict[str, object] = {
        "kennung": {**_TEXT, "description": "Dauerhafte Kennung der Seite."},
        "seite": {**_TEXT, "description": "Name der Seite im Handbuch."},
        "seitenadresse": {**_TEXT, "description": "Adresse, sonst Pfad ab dem Ordner der Website."},
    }
    for field in shared(ARTEN[art].fields):
        properties[field.key] = _field(field, vocabulary)
    if art == "fall":
        sizes = [*vocabulary.keys(SIZE_CLASS), None]
        properties[SIZE_CLASS] = {"enum": sizes, "description": "Folgt aus den Einwohnern."}
        point = {"type": "object", **_exactly(_COORDINATES)}
        properties["punkte"] = {
            "type": "array",
            "items": point,
            "description": "Punkte der Karte, auf einen Kilometer gerundet; leer ohne Ort.",
        }
    return {"type": "object", **_exactly(properties)}


def _field(field: Field, vocabulary: Vocabulary) -> Schema:
    about = {"title": field.label, "description": field.help}
    return {**about, **_kind(field, vocabulary)}


def _kind(field: Field, vocabulary: Vocabulary) -> Schema:
    if field.kind in (Kind.RECORD, Kind.RECORDS, Kind.KEYED_RECORDS):
        return _records(field, vocabulary)
    if field.kind is Kind.CHOICES:
        items: Schema = {"enum": list(vocabulary.keys(str(field.choices)))}
        return {"type": "array", "items": items, "uniqueItems": True}
    if field.kind in (Kind.TEXTS, Kind.REFERENCES):
        return {"type": "array", "items": _TEXT}
    empty = [] if field.required else [None]
    if field.kind is Kind.CHOICE:
        return {"enum": [*vocabulary.keys(str(field.choices)), *empty]}
    if field.kind is Kind.YES_NO:
        return {"enum": ["ja", "nein", *empty]}
    kinds = {Kind.NUMBER: "number", Kind.YEAR: "integer"}
    limits = {
        "pattern": _PATTERNS.get(field.kind),
        "minimum": field.minimum,
        "maxLength": field.max_length,
    }
    name = kinds.get(field.kind, "string")
    return {
        "type": name if field.required else [name, "null"],
        **{key: limit for key, limit in limits.items() if limit is not None},
    }


def _records(field: Field, vocabulary: Vocabulary) -> Schema:
    properties = {each.key: _field(each, vocabulary) for each in shared(field.fields)}
    if field.kind is Kind.KEYED_RECORDS and field.record is not None:
        properties = {key_name(field.record): _TEXT, **properties}
    if field.kind is Kind.RECORD:
        return {"type": "object" if field.required else ["object", "null"], **_exactly(properties)}
    return {"type": "array", "items": {"type": "object", **_exactly(properties)}}
