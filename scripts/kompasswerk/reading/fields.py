"""A group of keys to the values that its field descriptions ask for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from ..model.felder import Field, Kind
from .addresses import is_slug, slug_problem
from .nodes import Broken, Items, Node, Pairs, Scalar
from .notes import Notes, Place
from .shapes import built, key_name, whole_numbers
from .values import read_list, read_scalar, text_of
from .wording import nearest, quoted, way_out

CERTAIN = 0.8


def read_fields(
    pairs: Pairs, fields: Iterable[Field], owner: type, place: Place, notes: Notes
) -> dict[str, object]:
    """Return the values that are right, by key; all else has become a finding.

    ``owner`` is the dataclass that the fields belong to. Keys that are missing or wrong are
    left out. A key that is clearly a slip of the pen is read as the one it was to be, besides
    its finding; one that only resembles another counts as that one, unread.
    """
    known = {field.key: field for field in fields}
    values: dict[str, object] = {}
    for key, (name, node) in _by_field(pairs, known, place, notes).items():
        here = place.at(name.text, name.line)
        notes.lines.setdefault(place.at(key, name.line).key, name.line)
        value = _read(node, known[key], owner, here, notes)
        if value is not None:
            values[key] = value
    _report_missing(place, known, notes)
    return values


def listed(
    node: Node, place: Place, notes: Notes, no_list: str, no_entry: str
) -> Iterator[tuple[Place, Pairs]]:
    """Yield place and keys of each entry of a list; all else becomes a finding with these words."""
    if not isinstance(node, Items):
        notes.report(place.on(node.line), "form", no_list)
        return
    for number, item in enumerate(node.items, 1):
        here = place.at(str(number), item.line)
        if isinstance(item, Pairs):
            yield here, item
        else:
            notes.report(here, "form", no_entry)


def _report_missing(place: Place, known: Mapping[str, Field], notes: Notes) -> None:
    for field in known.values():
        if field.required and (missing := place.at(field.key, place.line)).key not in notes.lines:
            notes.report(missing, "pflichtfeld", f"Die Angabe fehlt. Bitte ergänzen: {field.help}")


def _by_field(
    pairs: Pairs, known: Mapping[str, Field], place: Place, notes: Notes
) -> dict[str, tuple[Scalar, Node]]:
    """Return each known key with its own spelling; unknown ones are reported."""
    found = {name.text: (name, node) for name, node in pairs.pairs if name.text in known}
    for name, node in pairs.pairs:
        if name.text in known:
            continue
        free = [key for key in known if key not in found]
        meant = nearest(name.text, free)
        found_text = f"Der Schlüssel {quoted(name.text)} ist unbekannt."
        message = f"{found_text} {_unknown_way_out(name.text, node, meant, known)}"
        notes.report(place.at(name.text, name.line), "schluessel-unbekannt", message)
        if meant is not None:
            certain = nearest(name.text, [meant], CERTAIN) is not None
            found[meant] = (name, node if certain else Broken(node.line))
    return found


def _unknown_way_out(name: str, node: Node, meant: str | None, known: Iterable[str]) -> str:
    if meant is not None:
        return f"Meintest du {quoted(meant)}?"
    if isinstance(node, Scalar) and node.empty:
        return "Texte mit Komma oder Klammern bitte in Anführungszeichen setzen."
    return way_out(name, known)


def _read(node: Node, field: Field, owner: type, place: Place, notes: Notes) -> object:
    if isinstance(node, Broken) or (isinstance(node, Scalar) and node.empty):
        return text_of(node, place, notes, required=field.required)
    if field.kind in _GROUPS:
        return _GROUPS[field.kind](node, field, place, notes)
    return read_scalar(node, field, place, notes, whole=field.key in whole_numbers(owner))


def _record(
    node: Node, field: Field, place: Place, notes: Notes, extra: Mapping[str, object] | None = None
) -> object:
    if isinstance(node, Scalar) and field.shorthand is not None and not node.empty:
        node = Pairs(((Scalar(field.shorthand, node.line), node),), node.line)
    if isinstance(node, Broken) or field.record is None:
        return None
    if not isinstance(node, Pairs):
        example = ", ".join(f"{inner.key}: …" for inner in field.fields[:2])
        found = "Hier werden Angaben mit Schlüssel erwartet."
        notes.report(place.on(node.line), "form", f"{found} Bitte so schreiben: {{{example}}}.")
        return None
    if not node.pairs:
        notes.report(place, "leer", "Die Angabe ist leer. Bitte ausfüllen oder löschen.")
        return None
    values = read_fields(node, field.fields, field.record, place, notes)
    notes.keep(place, field, values)
    return built(field.record, {**(extra or {}), **values})


def _records(node: Node, field: Field, place: Place, notes: Notes) -> tuple[object, ...] | None:
    if not isinstance(node, Items):
        message = "Hier wird eine Liste erwartet. Bitte jede Angabe mit „- “ beginnen."
        notes.report(place.on(node.line), "form", message)
        return None
    if not node.items and field.required:
        notes.report(place, "leer", "Die Liste ist leer. Bitte mindestens eine Angabe eintragen.")
    records = []
    for number, item in enumerate(node.items, 1):
        here = place.at(str(number), item.line)
        notes.lines[here.key] = item.line
        records.append(_record(item, field, here, notes))
    return tuple(record for record in records if record is not None)


def _keyed_records(
    node: Node, field: Field, place: Place, notes: Notes
) -> tuple[object, ...] | None:
    if not isinstance(node, Pairs) or field.record is None:
        message = "Hier werden Angaben mit Kennung erwartet. Bitte so schreiben: q1: {…}."
        notes.report(place.on(node.line), "form", message)
        return None
    records = []
    for name, inner in node.pairs:
        here = place.at(name.text, name.line)
        notes.lines[here.key] = name.line
        right = _check_key(name.text, field, here, notes)
        record = _record(inner, field, here, notes, {key_name(field.record): name.text})
        if right and record is not None:
            records.append(record)
    return tuple(records)


def _check_key(key: str, field: Field, place: Place, notes: Notes) -> bool:
    known = place.vocabulary.keys(field.choices) if field.choices else ()
    if known and key not in known:
        message = f"{quoted(key)} ist unbekannt. {way_out(key, known)}"
        notes.report(place, "auswahl", message)
        return False
    if not is_slug(key):
        notes.report(place, "kennung", slug_problem(key))
        return False
    return True


_GROUPS: dict[Kind, Callable[[Node, Field, Place, Notes], object]] = {
    Kind.CHOICES: read_list,
    Kind.TEXTS: read_list,
    Kind.REFERENCES: read_list,
    Kind.RECORD: _record,
    Kind.RECORDS: _records,
    Kind.KEYED_RECORDS: _keyed_records,
}
