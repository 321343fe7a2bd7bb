"""Fields of a worksheet from the directives in its text.

``{feld}`` describes one field by its options. ``{feldtabelle}`` has a column in each line of
its text: ``schluessel: Beschriftung | art`` or ``schluessel: Beschriftung | auswahl: a; b``,
and ``| teilen`` behind it where this column alone may leave the town.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from ..model.formular import SCALE_STEPS, WITH_VALUES, FormKind, Formularfeld
from ..model.vocabulary import Vocabulary
from .wording import quoted, way_out

FIELD, TABLE = "feld", "feldtabelle"
DIRECTIVES = frozenset({FIELD, TABLE})
OPTIONS = {
    FIELD: ("label", "art", "hilfe", "pflicht", "teilen", "einheit", "werte", "liste"),
    TABLE: ("label", "hilfe", "pflicht", "teilen", "zeilen", "vorgaben"),
}
KINDS = {kind.value: kind for kind in FormKind if kind is not FormKind.TABLE}
YES_NO = {"ja": True, "nein": False}
MOST_ROWS = 40
ROWS = 4
_KEY = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
_COLUMN = re.compile(
    r"(?P<key>[^:|]+):(?P<label>[^|]+)(?:\|(?P<kind>[^|]*))?(?P<share>\|\s*teilen\s*)?"
)


@dataclass(frozen=True)
class Problem:
    """What is wrong with a field; ``offset`` counts lines from the one that opens it."""

    message: str
    offset: int = 0


@dataclass
class _Reading:
    """One field being read, and what is wrong with it."""

    vocabulary: Vocabulary
    first: int
    problems: list[Problem] = field(default_factory=list)

    def wrong(self, message: str, offset: int = 0) -> None:
        self.problems.append(Problem(message, offset))


def read_field(
    name: str,
    key: str,
    options: Mapping[str, str],
    content: str,
    vocabulary: Vocabulary,
    first: int = 1,
) -> tuple[Formularfeld | None, tuple[Problem, ...]]:
    """Return the field that a directive describes, and all that is wrong with it.

    ``name`` is ``feld`` or ``feldtabelle``, ``key`` what stands behind it, ``first`` how many
    lines below the opening one ``content`` begins. The field is ``None`` only if it has no
    usable key or kind; problems come in the order of the text.
    """
    reading = _Reading(vocabulary, first)
    _options(name, options, reading)
    if not _KEY.fullmatch(key):
        reading.wrong(f"{quoted(key)} ist kein Schlüssel. Bitte nur a–z, Ziffern, Bindestriche.")
    label = options.get("label", "")
    if not label:
        reading.wrong("Die Beschriftung fehlt. Bitte „:label: …“ ergänzen.")
    read = _table if name == TABLE else _single
    found = read(key, label or key, options, content, reading)
    return found if _KEY.fullmatch(key) else None, tuple(reading.problems)


def _options(name: str, options: Mapping[str, str], reading: _Reading) -> None:
    for option in options:
        if option not in OPTIONS[name]:
            reading.wrong(f"„:{option}:“ ist unbekannt. {way_out(option, OPTIONS[name])}")


def _single(
    key: str, label: str, options: Mapping[str, str], content: str, reading: _Reading
) -> Formularfeld | None:
    if content.strip():
        reading.wrong("Ein Feld hat keinen Text. Erklärungen stehen hinter „:hilfe:“.")
    kind = _kind(options.get("art", "text"), reading)
    if kind is None:
        return None
    return Formularfeld(
        key,
        label,
        kind,
        hilfe=options.get("hilfe", ""),
        pflicht=_yes(options, "pflicht", reading),
        teilen=_yes(options, "teilen", reading),
        einheit=options.get("einheit", ""),
        werte=_values(kind, options, reading),
    )


def _table(
    key: str, label: str, options: Mapping[str, str], content: str, reading: _Reading
) -> Formularfeld:
    columns = tuple(_columns(content, reading))
    if not columns:
        reading.wrong("Die Tabelle hat keine Spalten. Bitte je Zeile „schluessel: Beschriftung“.")
    twice = {column.key for column in columns if [c.key for c in columns].count(column.key) > 1}
    for name in sorted(twice):
        reading.wrong(f"Die Spalte {quoted(name)} steht zweimal da. Bitte umbenennen.")
    given = _listed(options.get("vorgaben", ""))
    return Formularfeld(
        key,
        label,
        FormKind.TABLE,
        hilfe=options.get("hilfe", ""),
        pflicht=_yes(options, "pflicht", reading),
        teilen=_yes(options, "teilen", reading),
        zeilen=max(_rows(options, reading), len(given)),
        vorgaben=given,
        spalten=columns,
    )


def _columns(content: str, reading: _Reading) -> Iterator[Formularfeld]:
    for offset, line in enumerate(content.split("\n"), reading.first):
        if not line.strip():
            continue
        match = _COLUMN.fullmatch(line.strip())
        key = match["key"].strip() if match else ""
        if match is None or not _KEY.fullmatch(key):
            message = f"{quoted(line.strip())} ist keine Spalte. Bitte „schluessel: Beschriftung“."
            reading.wrong(message, offset)
            continue
        name, _, values = (match["kind"] or "text").partition(":")
        kind = _kind(name.strip(), reading, offset)
        if kind is not None:
            chosen = _values(kind, {"werte": values.strip()}, reading, offset)
            unit = values.strip() if kind is FormKind.NUMBER else ""
            yield Formularfeld(
                key,
                match["label"].strip(),
                kind,
                teilen=match["share"] is not None,
                einheit=unit,
                werte=chosen,
            )


def _kind(name: str, reading: _Reading, offset: int = 0) -> FormKind | None:
    kind = KINDS.get(name)
    if kind is None:
        reading.wrong(f"Die Art {quoted(name)} ist unbekannt. {way_out(name, KINDS)}", offset)
    return kind


def _values(
    kind: FormKind, options: Mapping[str, str], reading: _Reading, offset: int = 0
) -> tuple[str, ...]:
    """Return what can be chosen: the values, those of a closed list, or the steps of a scale."""
    if kind is FormKind.SCALE:
        return SCALE_STEPS
    if kind not in WITH_VALUES:
        return ()
    name = options.get("liste", "")
    if name:
        values = tuple(choice.name for choice in reading.vocabulary.lists.get(name, ()))
        if not values:
            reading.wrong(f"Die Liste {quoted(name)} steht nicht in kompass/listen.yaml.", offset)
        return values
    values = _listed(options.get("werte", ""))
    if len(values) < 2:
        reading.wrong("Zur Auswahl fehlen Werte. Bitte mindestens zwei, mit „;“ getrennt.", offset)
    return values


def _listed(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(";") if part.strip())


def _yes(options: Mapping[str, str], name: str, reading: _Reading) -> bool:
    value = options.get(name, "nein")
    if value not in YES_NO:
        reading.wrong(f"„:{name}: {value}“ gibt es nicht. Bitte „ja“ oder „nein“.")
    return YES_NO.get(value, False)


def _rows(options: Mapping[str, str], reading: _Reading) -> int:
    value = options.get("zeilen", str(ROWS))
    if not value.isdecimal() or not 1 <= int(value) <= MOST_ROWS:
        reading.wrong(f"„:zeilen: {value}“ geht nicht. Bitte eine Zahl von 1 bis {MOST_ROWS}.")
        return ROWS
    return int(value)
