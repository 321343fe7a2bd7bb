"""The alliance's data, ``pilots/buendnis/*.yaml``: lists by section, sources by key."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, cast

from ..model.buendnis import Beleg, Buendnis
from ..model.felder_buendnis import QUELLEN, SECTIONS
from ..model.records import Quelle
from .fields import listed, read_fields
from .nodes import Node, Pairs, compose
from .notes import Notes, Place
from .shapes import built
from .syntax import ComposeError
from .wording import quoted, way_out

NO_LIST = "Hier wird eine Liste erwartet. Bitte jeden Eintrag mit „- “ beginnen."
NO_ENTRY = "Das ist kein Eintrag. Bitte Angaben mit Schlüssel schreiben: {titel: …, quelle: …}."
_NAMES = (QUELLEN.key, *SECTIONS)


def read_buendnis(text: str, place: Place, notes: Notes) -> Buendnis:
    """Return what one file holds as far as it is right; the rest is in ``notes``."""
    try:
        root = compose(text, place, notes)
    except ComposeError as error:
        notes.report(place.on(error.line), error.rule, error.message)
        return Buendnis()
    if not isinstance(root, Pairs):
        message = f"Hier fehlt der Abschnitt. Möglich sind: {', '.join(_NAMES)}."
        notes.report(place, "form", message)
        return Buendnis()
    found: dict[str, Any] = {}
    for key, node in root.pairs:
        here = place.at(key.text, key.line)
        if key.text in SECTIONS:
            found[key.text] = tuple(_entries(node, key.text, here, notes))
        elif key.text != QUELLEN.key:
            message = f"{quoted(key.text)} ist kein Abschnitt. {way_out(key.text, _NAMES)}"
            notes.report(here, "schluessel-unbekannt", message)
    sources = Pairs(tuple(pair for pair in root.pairs if pair[0].text == QUELLEN.key), root.line)
    values = read_fields(sources, (QUELLEN,), Buendnis, place, notes)
    return Buendnis(quellen=cast("tuple[Quelle, ...]", values.get(QUELLEN.key, ())), **found)


def joined(parts: tuple[Buendnis, ...]) -> Buendnis:
    """Return all files together, in their order."""
    return Buendnis(
        *(tuple(each for part in parts for each in getattr(part, name)) for name in _NAMES)
    )


def _entries(node: Node, section: str, place: Place, notes: Notes) -> Iterator[Beleg]:
    record, fields = SECTIONS[section]
    for here, item in listed(node, place, notes, NO_LIST, NO_ENTRY):
        before = len(notes.findings)
        values = read_fields(item, fields, record, here, notes)
        entry = built(record, {**values, "datei": place.path, "zeile": item.line})
        # Rules would only say again, in other words, what is wrong with it.
        if entry is not None and len(notes.findings) == before:
            yield entry
