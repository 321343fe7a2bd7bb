"""A page back to front matter, written the way an editor would write it."""

from __future__ import annotations

import dataclasses
import json
import re
from collections.abc import Iterable, Iterator
from decimal import Decimal

from ..model.arten import ARTEN, Art
from ..model.felder import Field, Kind
from ..model.seiten import Seite
from .scalars import GROUPED
from .shapes import key_name

# Only what no YAML reader could take for anything but text goes without quotation marks.
_SAFE = re.compile(r"[A-Za-zÄÖÜäöüß][A-Za-zÄÖÜäöüß0-9 .()/%§+-]*[A-Za-zÄÖÜäöüß0-9.)%]")
_NUMBER = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")
_DATE = re.compile(r"[0-9]{4}(?:-[0-9]{2}){0,2}")
_RESERVED = frozenset({"yes", "no", "on", "off", "true", "false", "null", "y", "n"})


def dump_page(page: Seite) -> str:
    """Return the page's front matter with both ``---`` lines; keys in the order of the kind.

    Reading it gives an equal page, provided that texts neither start nor end with white
    space, which reading drops, and are in NFC. What equals the default is left out.
    """
    art = next(art for art in ARTEN.values() if art.page is type(page))
    return "\n".join(("---", f"art: {art.key}", *_lines(page, art), "---", ""))


def _lines(page: Seite, art: Art) -> Iterator[str]:
    for field in _given(page, art.fields):
        value = getattr(page, field.key)
        if field.kind is Kind.KEYED_RECORDS:
            yield f"{field.key}:"
            yield from (f"  {_key_of(record)}: {_record(record, field)}" for record in value)
        elif field.kind is Kind.RECORDS:
            yield f"{field.key}:"
            yield from (f"  - {_record(record, field)}" for record in value)
        elif field.kind is Kind.RECORD:
            yield f"{field.key}: {_record(value, field)}"
        else:
            yield f"{field.key}: {_plain(value, field)}"


def _given(owner: object, fields: tuple[Field, ...]) -> Iterator[Field]:
    """Yield the fields whose value differs from the dataclass's default."""
    defaults = {f.name: f.default for f in dataclasses.fields(owner)}  # type: ignore[arg-type]
    for field in fields:
        value = getattr(owner, field.key)
        if value is not None and value != defaults[field.key]:
            yield field


def _key_of(record: object) -> str:
    kind: type = type(record)
    return str(getattr(record, key_name(kind)))


def _record(record: object, field: Field) -> str:
    given = _given(record, field.fields)
    pairs = (f"{inner.key}: {_plain(getattr(record, inner.key), inner)}" for inner in given)
    return f"{{{', '.join(pairs)}}}"


def _plain(value: object, field: Field) -> str:
    if isinstance(value, tuple):
        return list_text(map(str, value))
    return scalar_text(format(value, "f") if isinstance(value, Decimal) else str(value), field.kind)


def list_text(values: Iterable[str]) -> str:
    """Return a list on one line."""
    return f"[{', '.join(map(_text, values))}]"


def scalar_text(text: str, kind: Kind) -> str:
    """Return a value on one line as a file has it; numbers and dates go without quotation marks.

    What is no number or date, although its field asks for one, is quoted and stays what it is.
    """
    if kind in (Kind.NUMBER, Kind.YEAR) and _NUMBER.fullmatch(text):
        # 12.125 would read as twelve thousand: a fourth decimal makes it clear.
        return f"{text}0" if GROUPED.fullmatch(text) else text
    dated = kind in (Kind.DATE, Kind.APPROXIMATE_DATE) and _DATE.fullmatch(text)
    return text if dated else _text(text)


def _text(text: str) -> str:
    if _SAFE.fullmatch(text) and text.lower() not in _RESERVED:
        return text
    if text.isprintable():
        return "'" + text.replace("'", "''") + "'"
    return json.dumps(text, ensure_ascii=False)
