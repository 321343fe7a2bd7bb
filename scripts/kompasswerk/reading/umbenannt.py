"""The list of what was renamed, ``kompass/umbenannt.yaml``: ``alt: neu``.

A name with a slash is a page, every other one the place of a field.
"""

from __future__ import annotations

from ..model.umbenannt import DOCNAME, Umbenannt, Umbenennung, Umzug, read_general
from .nodes import Node, Pairs, Scalar, compose
from .notes import Notes, Place
from .syntax import ComposeError
from .wording import quoted

RULE = "umbenannt"
_PAGE = "Bitte „ordner/alter-name: ordner/neuer-name“ schreiben, ohne „.md“."
_SHAPE = "Bitte „blatt.feld“ oder „blatt.tabelle[].spalte“ schreiben."


def read_renamed(text: str, place: Place, notes: Notes) -> Umbenannt:
    """Return what the lines of a YAML text rename, in order; the rest is in ``notes``."""
    try:
        node = compose(text, place, notes)
    except ComposeError as error:
        notes.report(place.on(error.line), error.rule, error.message)
        return Umbenannt()
    if node is None:
        return Umbenannt()
    if not isinstance(node, Pairs):
        message = "Die Liste besteht nicht aus „alte.stelle: neue.stelle“. Bitte so schreiben."
        notes.report(place.on(node.line), RULE, message)
        return Umbenannt()
    read = [_entry(key, value, place, notes) for key, value in node.pairs]
    return Umbenannt(
        tuple(each for each in read if isinstance(each, Umbenennung)),
        tuple(each for each in read if isinstance(each, Umzug)),
    )


def _entry(key: Scalar, value: Node, place: Place, notes: Notes) -> Umbenennung | Umzug | None:
    return (_page if "/" in key.text else _field)(key, value, place, notes)


def _page(key: Scalar, value: Node, place: Place, notes: Notes) -> Umzug | None:
    for text in (key.text, value.text if isinstance(value, Scalar) else ""):
        if DOCNAME.fullmatch(text) is None:
            found = quoted(text) if text else "Das"
            message = f"{found} ist keine Seite. {_PAGE}"
            notes.report(place.at(key.text, key.line), RULE, message)
            return None
    return Umzug(key.text, value.text, key.line) if isinstance(value, Scalar) else None


def _field(key: Scalar, value: Node, place: Place, notes: Notes) -> Umbenennung | None:
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
