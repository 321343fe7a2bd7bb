"""What the front matter of a page says, also where it is wrong or not finished."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from ...model.felder import Field, Kind
from ...reading.head import read_head
from ...reading.nodes import Items, Node, Pairs, Scalar
from ...reading.notes import Notes, Place
from ..felder_bogen import KEY, Bogen
from ..werte import Raw, Row

_DECIMAL = re.compile(r"-?\d+\.\d+")
_LISTS = (Kind.CHOICES, Kind.REFERENCES, Kind.TEXTS)


def values_in(head: str, bogen: Bogen) -> dict[str, Raw]:
    """Return raw values by question of the form, as ``werte.values_of`` does for a whole page.

    A value that the checks refuse is there as the text it is; what has no shape that a form could
    show is empty. Defaults that the file leaves out are empty too.
    """
    pairs = read_head(head, Place(""), Notes())
    nodes = {key.text: node for key, node in pairs.pairs} if pairs else {}
    values: dict[str, Raw] = {}
    for field in bogen.art.fields:
        node = nodes.get(field.key)
        for question in bogen.of(field.key):
            if question.part:
                values[question.form.key] = dict(_row(node, field)).get(question.part, "")
            elif question.columns:
                values[question.form.key] = tuple(_rows(node, field))
            else:
                values[question.form.key] = _plain(node, field)
    return values


def _plain(node: Node | None, field: Field) -> Raw:
    if field.kind not in _LISTS:
        return _text(node, field)
    nodes = node.items if isinstance(node, Items) else (node,)
    return tuple(text for text in (_text(each, field) for each in nodes) if text)


def _rows(node: Node | None, field: Field) -> Iterator[Row]:
    if isinstance(node, Items) and field.kind is Kind.RECORDS:
        yield from (tuple(_row(each, field)) for each in node.items)
    if isinstance(node, Pairs) and field.kind is Kind.KEYED_RECORDS:
        for key, inner in node.pairs:
            yield ((KEY, key.text), *_row(inner, field))


def _row(node: Node | None, field: Field) -> Iterator[tuple[str, str]]:
    """Yield keys and texts of a record in the order of its description, without empty ones."""
    said: dict[str, Node] = {}
    if isinstance(node, Pairs):
        said = {key.text: inner for key, inner in node.pairs}
    elif isinstance(node, Scalar) and field.shorthand:
        said = {field.shorthand: node}
    for inner in field.fields:
        text = _text(said.get(inner.key), inner)
        if text:
            yield inner.key, text


def _text(node: Node | None, field: Field) -> str:
    if not isinstance(node, Scalar) or node.empty:
        return ""
    text = " ".join(node.text.split())
    if field.kind is Kind.NUMBER and _DECIMAL.fullmatch(text):
        return format(Decimal(text), "f").rstrip("0").rstrip(".")
    return text
