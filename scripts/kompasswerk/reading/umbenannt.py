"""The list of renamed fields, ``kompass/umbenannt.yaml``: ``alte.stelle: neue.stelle``."""

from __future__ import annotations

from ..model.umbenannt import Umbenennung, read_general
from .nodes import Node, Pairs, Scalar, compose
from .notes import Notes, Place
from .syntax import ComposeError
from .wording import quoted

RULE = "umbenannt"
_SHAPE = "Bitte „blatt.feld“ oder „blatt.tabelle[].spalte“ schreiben."


def read_renamed(text: str, place: Place, notes: Notes) -> tuple[Umbenennung, ...]:
    """Return what the lines of a YAML text rename, in order; the rest is in ``notes``."""
    try:
        node = compose(text, place, notes)
    except ComposeError as error:
        notes.report(place.on(error.line), error.rule, error.message)
        return ()
    if node is None:
        return ()
    if not isinstance(node, Pairs):
        message = "Die Liste besteht nicht aus „alte.stelle: neue.stelle“. Bitte so schreiben."
        notes.report(place.on(node.line), RULE, message)
        return ()
    read = (_entry(key, value, place, notes) for key, value in node.pairs)
    return tuple(each for each in read if each is not None)


def _entry(key: Scalar, value: Node, place: Place, notes: Notes) -> Umbenennung | None:
    here = place.at(key.text, key.line)
    old = read_general(key.text)
    new = read_general(value.text) if isinstance(value, Scalar) else None
    if old is None:
        notes.report(here, RULE, f"{quoted(key.text)} ist keine Stelle. {_SHAPE}")
    if new is None:
        found = quoted(value.text) if isinstance(value, Scalar) else "Das"
        notes.report(here, RULE, f"{found} ist keine Stelle. {_SHAPE}")
    if old is None or new is None:
        return None
    if bool(old.spalte) != bool(new.spalte):
        message = "Aus einem Feld wird keine Spalte und umgekehrt. Bitte die Zeile löschen."
        notes.report(here, RULE, message)
        return None
    return Umbenennung(old, new, key.line)
