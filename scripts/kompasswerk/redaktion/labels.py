"""The places of a form by the names that people see in it."""

from __future__ import annotations

from .document import TEXT
from .felder_bogen import KEY, Bogen, Bogenfeld


def label_of(key: str, bogen: Bogen) -> str:
    """Return how a form calls a key path of the front matter or a heading of the text.

    ``quellen.q1.url`` is „Quellen, q1: Adresse“, a heading „Der Text, Vorgehen“. Empty for a
    finding about the whole page.
    """
    if not key:
        return ""
    top, _, rest = key.partition(".")
    questions = bogen.of(top)
    if not questions:
        known = bogen.art.field(top)
        return known.label if known else f"{TEXT}, {key}"
    if questions[0].columns:
        return _cell(questions[0], rest)
    part = next((each for each in questions if each.part == rest), None)
    return part.form.label if part else questions[0].field.label


def _cell(question: Bogenfeld, rest: str) -> str:
    row, _, name = rest.partition(".")
    label = question.form.label
    if row:
        first = question.columns[0]
        named = first.names.get(row, row) if first.form.key == KEY else f"Zeile {row}"
        label = f"{label}, {named}"
    column = next((each for each in question.columns if each.field.key == name), None)
    return f"{label}: {column.form.label}" if column else label
