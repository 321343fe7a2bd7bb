"""Which cases a catalogue shows: ``ansatz=zwischennutzung|umnutzung; land=Thüringen``."""

from __future__ import annotations

from collections.abc import Iterator

from ..model.arten import ARTEN
from ..model.vocabulary import Vocabulary
from .wording import quoted, way_out

FORMS = ("karten", "tabelle", "beides", "facetten")
DERIVED = "groessenklasse"
Conditions = dict[str, tuple[str, ...]]


def read_conditions(value: str, vocabulary: Vocabulary) -> tuple[Conditions, list[str]]:
    """Return the wanted values by field of a case, and German messages about what is wrong.

    ``a=x|y; b=z`` means: field ``a`` holds ``x`` or ``y``, and field ``b`` holds ``z``. What
    names no field or no value is left out; a value that its list does not hold stays.
    """
    lists = {field.key: field.choices for field in ARTEN["fall"].fields} | {DERIVED: DERIVED}
    conditions: Conditions = {}
    problems: list[str] = []
    for part in filter(None, (part.strip() for part in value.split(";"))):
        key, _, rest = (word.strip() for word in part.partition("="))
        wanted = tuple(word for word in (word.strip() for word in rest.split("|")) if word)
        if key not in lists:
            problems.append(f"{quoted(key)} ist kein Feld eines Falls. {way_out(key, lists)}")
        elif not wanted:
            problems.append(f"{quoted(key)} nennt keinen Wert. Bitte „{key}=…“ schreiben.")
        else:
            conditions[key] = wanted
            problems += _foreign(wanted, lists[key], vocabulary)
    return conditions, problems


def _foreign(wanted: tuple[str, ...], name: str | None, vocabulary: Vocabulary) -> Iterator[str]:
    if name is None or name not in vocabulary.lists:
        return
    known = vocabulary.keys(name)
    for word in wanted:
        if word not in known:
            found = f"{quoted(word)} steht nicht in der Liste {quoted(name)}."
            yield f"{found} {way_out(word, known)}"
