"""New values into a front matter: only the lines of what has changed are written anew."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher

from ..model.arten import Art
from ..model.felder import Field, Kind
from ..reading.dump import list_text, scalar_text
from ..reading.extents import Extent, extents_of
from .felder_bogen import KEY, Bogen
from .werte import Raw, Row, Values, rows_of

UNORDERED = (Kind.CHOICES, Kind.REFERENCES)
_TABLES = (Kind.RECORDS, Kind.KEYED_RECORDS)


def edited(head: str, bogen: Bogen, old: Values, new: Values) -> str:
    """Return the front matter with the new values of all questions whose old ones differ.

    ``old`` is what ``head`` says. Order of keys, comments and all other lines stay as they are.
    """
    for field in bogen.art.fields:
        changed = [
            each for each in bogen.of(field.key) if not same(old, new, each.form.key, field.kind)
        ]
        if changed:
            head = _with(head, bogen, field, old, new)
    return head


def same(one: Values, two: Values, key: str, kind: Kind) -> bool:
    """Whether two pages say the same to a question; the order of choices means nothing."""
    first, second = one.get(key) or (), two.get(key) or ()
    if kind in UNORDERED:
        return sorted(map(str, first)) == sorted(map(str, second))
    return first == second


def _with(head: str, bogen: Bogen, field: Field, old: Values, new: Values) -> str:
    where = extents_of(head)
    there = where.get(field.key)
    text = _value(head, bogen, field, old, new, where)
    if there is None:
        return _inserted(head, bogen.art, field, text, where) if text else head
    if not text:
        start, end = _line_start(head, there.key), _line_end(head, there.end)
        return head[:start] + head[end + 1 :]
    if text.startswith("\n"):  # the lines of a table begin below the key
        colon = head.index(":", there.key) + 1
        return head[:colon] + text + head[_line_end(head, there.end) :]
    before = (
        head[: there.start].rstrip(" ") + " " if there.start == there.end else head[: there.start]
    )
    return before + text + head[there.end :]


def _inserted(head: str, art: Art, field: Field, text: str, where: Mapping[str, Extent]) -> str:
    """Return the head with a new key behind those that come before it in the description."""
    keys = ["art", *(each.key for each in art.fields)]
    before = [key for key in keys[: keys.index(field.key)] if key in where]
    at = _line_end(head, where[before[-1]].end) if before else 0
    gap = "" if text.startswith("\n") else " "
    line = f"{field.key}:{gap}{text}"
    return f"{head[:at]}\n{line}{head[at:]}" if before else f"{line}\n{head}"


def _value(
    head: str, bogen: Bogen, field: Field, old: Values, new: Values, where: Mapping[str, Extent]
) -> str:
    """Return the text behind the colon of a key, empty if nothing is left to say."""
    if field.kind in _TABLES:
        key = bogen.of(field.key)[0].form.key
        lines = list(
            _lines(head, field, rows_of(old.get(key, ())), rows_of(new.get(key, ())), where)
        )
        return "".join(f"\n{line}" for line in lines)
    if field.kind is Kind.RECORD:
        said = [(each.part, str(new.get(each.form.key, ""))) for each in bogen.of(field.key)]
        before = {each.part: str(old.get(each.form.key, "")) for each in bogen.of(field.key)}
        row = tuple((part, raw) for part, raw in said if raw)
        return _record(head, field, field.key, row, before, where) if row else ""
    raw: Raw = new.get(bogen.of(field.key)[0].form.key, "")
    if isinstance(raw, tuple):
        return list_text(map(str, raw)) if raw else ""
    return scalar_text(raw, field.kind) if raw else ""


def _lines(
    head: str, field: Field, old: Sequence[Row], new: Sequence[Row], where: Mapping[str, Extent]
) -> Iterator[str]:
    """Yield a line for each record; one that has not changed keeps its own lines."""
    keyed = field.kind is Kind.KEYED_RECORDS
    whole = where.get(field.key)
    paths = [
        f"{field.key}.{dict(row)[KEY]}" if keyed else f"{field.key}.{number}"
        for number, row in enumerate(old, 1)
    ]
    block = whole is not None and not whole.flow and all(path in where for path in paths)
    for row, at in _paired(old, new, keyed=keyed):
        path = paths[at] if at is not None else ""
        if block and at is not None and old[at] == row:
            before, own, behind = _own_lines(head, paths, at, where, field.key)
            yield before + own + behind
            continue
        said = dict(old[at]) if at is not None else {}
        inner = tuple(pair for pair in row if pair[0] != KEY)
        record = _record(head, field, path, inner, said, where)
        if block and at is not None and where[path].flow:
            before, _, behind = _own_lines(head, paths, at, where, field.key)
            yield before + record + behind
        else:
            mark = f"{dict(row).get(KEY, '')}:" if keyed else "-"
            yield f"  {mark} {record}"


def _paired(
    old: Sequence[Row], new: Sequence[Row], *, keyed: bool
) -> Iterator[tuple[Row, int | None]]:
    """Yield each new record with the number of the old one that it was, ``None`` for none."""
    if keyed:
        known = {dict(row)[KEY]: at for at, row in enumerate(old)}
        yield from ((row, known.get(dict(row).get(KEY, ""))) for row in new)
        return
    for kind, a1, a2, b1, b2 in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        for at, row in enumerate(new[b1:b2]):
            yield row, a1 + at if kind != "insert" and a1 + at < a2 else None


def _own_lines(
    head: str, paths: Sequence[str], at: int, where: Mapping[str, Extent], key: str
) -> tuple[str, str, str]:
    """Return the lines of a record, with comments before it: up to it, itself, what follows."""
    before = where[paths[at - 1]].end if at else where[key].key
    start, own = _line_end(head, before) + 1, where[paths[at]]
    return (
        head[start : own.start],
        head[own.start : own.end],
        head[own.end : _line_end(head, own.end)],
    )


def _record(
    head: str,
    field: Field,
    path: str,
    row: Row,
    before: Mapping[str, str],
    where: Mapping[str, Extent],
) -> str:
    """Return a record in braces; values that have not changed keep their own spelling."""
    parts = []
    defaults = _defaults(field)
    for inner in field.fields:
        raw = dict(row).get(inner.key, "")
        own = where.get(f"{path}.{inner.key}") if path else None
        if not raw or (own is None and raw == defaults.get(inner.key)):
            continue
        kept = own is not None and before.get(inner.key) == raw and own.end > own.start
        text = head[own.start : own.end] if own and kept else scalar_text(raw, inner.kind)
        parts.append(f"{inner.key}: {text}")
    return f"{{{', '.join(parts)}}}"


def _defaults(field: Field) -> dict[str, object]:
    record: type | None = field.record
    if record is None:
        return {}
    return {each.name: each.default for each in dataclasses.fields(record)}


def _line_start(text: str, at: int) -> int:
    return text.rfind("\n", 0, at) + 1


def _line_end(text: str, at: int) -> int:
    found = text.find("\n", at)
    return len(text) if found < 0 else found
