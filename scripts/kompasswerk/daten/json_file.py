"""A kind of page as JSON: every field under its German key, closed lists with their labels."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from decimal import Decimal

from ..model.arten import ARTEN
from ..model.felder import Field, Kind
from ..model.seiten import Fall
from ..reading.shapes import key_name
from .collection import LICENCE, Entry, Sammlung, Stock

VERSION = "1"
SIZE_CLASS = "groessenklasse"
Value = object


def json_file(collection: Sammlung, stock: Stock) -> bytes:
    """Return the file: what it is, the lists that its values come from, then the pages.

    Keys stand in the order of the field descriptions, pages in that of their documents. What a
    page does not say is ``null`` or an empty list.
    """
    fields = shared(ARTEN[collection.art].fields)
    document = {
        "format": f"kompass-{collection.name}",
        "version": VERSION,
        "schema": f"{collection.name}.schema.json",
        "titel": f"{collection.titel} · {stock.head.titel}",
        "ausgabe": stock.head.ausgabe,
        "stand": stock.head.stand.isoformat(),
        "zustand": stock.head.zustand,
        "lizenz": LICENCE,
        "namensnennung": stock.head.namensnennung,
        "rechte": stock.head.rechte,
        "listen": {name: _list(name, stock) for name in lists_of(collection.art)},
        "seiten": [_page(each, fields, stock) for each in stock.entries.get(collection.art, ())],
    }
    return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode()


def shared(fields: tuple[Field, ...]) -> tuple[Field, ...]:
    """Return the fields that anybody may read."""
    return tuple(field for field in fields if field.shareable)


def lists_of(art: str) -> list[str]:
    """Return the names of the closed lists that pages of a kind use, sorted."""
    fields = shared(ARTEN[art].fields)
    names = {each.choices for field in fields for each in (field, *field.fields) if each.choices}
    return sorted(names | ({SIZE_CLASS} if art == "fall" else set()))


def _list(name: str, stock: Stock) -> dict[str, dict[str, str]]:
    return {
        choice.key: {"name": choice.name, "erklaerung": choice.erklaerung}
        for choice in stock.vocabulary.lists.get(name, ())
    }


def _page(entry: Entry, fields: tuple[Field, ...], stock: Stock) -> dict[str, Value]:
    values: dict[str, Value] = {
        "kennung": entry.page.slug,
        "seite": entry.seite,
        "seitenadresse": entry.adresse,
    }
    values.update((field.key, _value(getattr(entry.page, field.key), field)) for field in fields)
    if isinstance(entry.page, Fall):
        values.update(_derived(entry.page, stock))
    return values


def _derived(fall: Fall, stock: Stock) -> Iterator[tuple[str, Value]]:
    """Yield what follows from a case: size class and points of the map."""
    size = stock.vocabulary.groessenklasse(fall.einwohner.wert if fall.einwohner else None)
    yield SIZE_CLASS, size.key if size else None
    points = stock.orte.punkte(fall.ort, fall.land)
    yield "punkte", [{"name": each.name, "lat": each.lat, "lon": each.lon} for each in points]


def _value(value: object, field: Field) -> Value:
    if field.kind is Kind.RECORD:
        return None if value is None else _record(value, field)
    if isinstance(value, tuple):
        records = field.kind in (Kind.RECORDS, Kind.KEYED_RECORDS)
        return [_record(each, field) if records else each for each in value]
    if isinstance(value, Decimal):
        return int(value) if value == int(value) else float(value)
    return value


def _record(record: object, field: Field) -> Mapping[str, Value]:
    values: dict[str, Value] = {}
    if field.kind is Kind.KEYED_RECORDS:
        kind: type = type(record)
        key = key_name(kind)
        values[key] = getattr(record, key)
    for inner in shared(field.fields):
        values[inner.key] = _value(getattr(record, inner.key), inner)
    return values
