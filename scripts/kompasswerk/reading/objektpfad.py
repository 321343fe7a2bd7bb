"""The rules of ``kompass/objektpfad.yaml``: five lists; the first rule that fits counts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..model.felder_objektpfad import CONDITIONS, SECTIONS, Section
from ..model.objektpfad import Objektpfad, Regel
from .fields import listed, read_fields
from .nodes import Node, Pairs, compose
from .notes import Notes, Place
from .shapes import built
from .syntax import ComposeError
from .wording import quoted, way_out

NO_LIST = "Hier wird eine Liste von Regeln erwartet. Bitte jede Regel mit „- “ beginnen."
NO_RULE = "Das ist keine Regel. Bitte Angaben mit Schlüssel schreiben: {zustand: […], grund: …}."


def read_objektpfad(text: str, place: Place, notes: Notes) -> Objektpfad:
    """Return the rules of a YAML text as far as they are right; the rest is in ``notes``.

    ``notes.entries`` has every page that a rule names, with its line.
    """
    try:
        root = compose(text, place, notes)
    except ComposeError as error:
        notes.report(place.on(error.line), error.rule, error.message)
        return Objektpfad()
    if not isinstance(root, Pairs):
        notes.report(place, "form", f"Hier fehlen die Abschnitte: {', '.join(SECTIONS)}.")
        return Objektpfad()
    found: dict[str, Any] = {}
    for key, node in root.pairs:
        here = place.at(key.text, key.line)
        if key.text not in SECTIONS:
            message = f"{quoted(key.text)} ist kein Abschnitt. {way_out(key.text, SECTIONS)}"
            notes.report(here, "schluessel-unbekannt", message)
            continue
        found[key.text] = tuple(_rules(node, SECTIONS[key.text], here, notes))
    return Objektpfad(**found)


def _rules(node: Node, section: Section, place: Place, notes: Notes) -> Iterator[Regel]:
    for here, item in listed(node, place, notes, NO_LIST, NO_RULE):
        fields = (*CONDITIONS, *section.fields)
        values = read_fields(item, fields, section.record, here, notes)
        rule = built(section.record, {**values, "zeile": item.line})
        if rule is not None:
            yield rule
