"""The closed lists of ``kompass/listen.yaml``."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from ..model.arten import ARTEN
from ..model.felder import Field, Kind
from ..model.vocabulary import Choice, Vocabulary
from .fields import read_fields
from .head import read_head
from .notes import Notes, Place

CHOICE_FIELDS = (
    Field("name", "Name", "Was Leserinnen und Leser sehen.", Kind.TEXT, required=True),
    Field("erklaerung", "Erklärung", "Ein Satz.", Kind.TEXT, required=True),
    Field("ab", "Ab", "Untergrenze in Einwohnern, eingeschlossen.", Kind.NUMBER, minimum=0),
    Field("unter", "Unter", "Obergrenze in Einwohnern, ausgeschlossen.", Kind.NUMBER, minimum=1),
    Field("abkuerzung", "Abkürzung", "Kurzform des Namens.", Kind.TEXT),
)


def read_vocabulary(text: str, place: Place, notes: Notes) -> Vocabulary:
    """Return the lists of a YAML text as far as they are right; the rest is in ``notes``.

    A list that a field needs and the text lacks is a finding too.
    """
    pairs = read_head(text, place, notes)
    if pairs is None:
        return Vocabulary()
    names = tuple(name.text for name, _ in pairs.pairs)
    values = read_fields(pairs, [_list_field(name) for name in names], Vocabulary, place, notes)
    for name in sorted(set(_needed_lists()) - set(names)):
        message = f"Die Liste „{name}“ fehlt, ein Feld braucht sie. Bitte ergänzen."
        notes.report(place.at(name, 1), "listen", message)
    return Vocabulary(cast("dict[str, tuple[Choice, ...]]", values))


def _list_field(name: str) -> Field:
    return Field(name, name, "", Kind.KEYED_RECORDS, record=Choice, fields=CHOICE_FIELDS)


def _needed_lists() -> Iterator[str]:
    for art in ARTEN.values():
        for field in art.fields:
            yield from (f.choices for f in (field, *field.fields) if f.choices is not None)
