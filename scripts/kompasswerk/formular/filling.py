"""Gaps of a ready text filled with answers, in words that fit into the sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from itertools import pairwise

from ..model import german
from ..model.formular import Blatt, Formularfeld, Stelle
from .answers import Antwort, Ruecklauf
from .texts import on_one_line
from .values import show_value

_GAP = re.compile(r"\[([^\[\]]+)\]")
_WORKING_HOURS = "Wochenstunden"
_MONEY = "Euro"


@dataclass(frozen=True)
class Teil:
    """A run of text; ``luecke`` marks one that still asks for something."""

    text: str
    fett: bool = False
    kursiv: bool = False
    luecke: bool = False


class Filler:
    """Fills one letter; counts how often each gap has come.

    Gaps that are ``withheld`` stay empty though there is an answer.
    """

    def __init__(
        self,
        ruecklauf: Ruecklauf,
        sheets: Mapping[str, Blatt],
        blatt: str,
        slots: Mapping[str, Sequence[tuple[str, ...]]],
        withheld: frozenset[str] = frozenset(),
    ) -> None:
        self._answers = {each.stelle: each for each in ruecklauf.antworten}
        self._sheets, self._blatt, self._slots = sheets, blatt, slots
        self._withheld = withheld
        self._seen: dict[str, int] = {}

    def filled(self, parts: Iterable[Teil]) -> Iterator[Teil]:
        """Yield the parts of a paragraph with their gaps filled, or asking for what is missing."""
        pieces = list(_split(parts))
        for piece, following in pairwise((*pieces, Teil(""))):
            gap = _GAP.fullmatch(piece.text)
            yield from (piece,) if gap is None else self._fill(gap[1], piece, following.text)

    def fact(self, key: str) -> tuple[str, Teil]:
        """Return label and answer of one field."""
        place, field = self._named(key)
        label = field.label if field else key
        answer = self._answers.get(place)
        if field is None or answer is None:
            return label, _asked(label)
        return label, _said(answer, field, label, "")

    def _fill(self, name: str, piece: Teil, after: str) -> Iterator[Teil]:
        if name in self._withheld:
            yield replace(piece, text=f"[nicht freigegeben: {name}]", luecke=True)
            return
        slots = self._slots.get(name, ((),))
        number = self._seen[name] = self._seen.get(name, -1) + 1
        slot = slots[min(number, len(slots) - 1)]
        found = [(self._answers.get(place), field) for place, field in map(self._named, slot)]
        given = [(answer, field) for answer, field in found if answer and field]
        if not given:
            yield replace(piece, text=_asked(name).text, luecke=True)
        for number, (answer, field) in enumerate(given):
            last = number == len(given) - 1
            yield from (replace(piece, text=", "),) if number else ()
            said = _said(answer, field, name if len(slot) == 1 else "", after if last else "")
            yield replace(piece, text=said.text, luecke=said.luecke)

    def _named(self, key: str) -> tuple[Stelle, Formularfeld | None]:
        blatt, _, name = key.rpartition(".")
        place = Stelle(blatt or self._blatt, name)
        sheet = self._sheets.get(place.blatt)
        return place, sheet.field(place) if sheet else None


def gaps(parts: Iterable[Teil]) -> Iterator[str]:
    """Yield the words of each gap, in order."""
    for part in parts:
        yield from _GAP.findall(part.text)


def _split(parts: Iterable[Teil]) -> Iterator[Teil]:
    """Yield the same text with each gap as a part of its own."""
    for part in parts:
        start = 0
        for gap in _GAP.finditer(part.text):
            if gap.start() > start:
                yield replace(part, text=part.text[start : gap.start()])
            yield replace(part, text=gap[0])
            start = gap.end()
        if start < len(part.text):
            yield replace(part, text=part.text[start:])


def _asked(name: str) -> Teil:
    return Teil(f"[bitte ergänzen: {name}]", luecke=True)


def _said(answer: Antwort, field: Formularfeld, name: str, after: str) -> Teil:
    """Return an answer as it reads before the text that follows."""
    if answer.wert is None or answer.zweifel:
        return Teil(f"[bitte prüfen: {on_one_line(answer.text)}]", luecke=True)
    text = _shown(answer, field, name, after)
    return Teil(text.removesuffix(".") if after.startswith(".") else text)


def _shown(answer: Antwort, field: Formularfeld, name: str, after: str) -> str:
    wert = answer.wert
    if isinstance(wert, Decimal):
        if not field.einheit:
            return german.number_or_year(wert)
        cents = field.einheit.startswith(_MONEY) and wert != wert.to_integral_value()
        exact = wert.quantize(Decimal("0.01")) if cents else wert
        return german.amount(exact, _unit(field.einheit, after))
    if isinstance(wert, date):
        return german.date(wert.isoformat())
    words = [each.strip() for each in name.split(",")]
    if len(words) == len(field.werte):  # the gap says how each value reads in the sentence
        chosen = wert if isinstance(wert, tuple) else (wert,)
        spoken = [word for word, value in zip(words, field.werte, strict=True) if value in chosen]
        return " oder ".join(spoken)
    return on_one_line(show_value(field, wert))


def _unit(unit: str, after: str) -> str:
    """Return the unit as far as the sentence does not say it itself."""
    first = unit.partition(" ")[0]
    following = after.strip()
    if not unit or following.startswith((first, _WORKING_HOURS)):
        return ""
    return first if following.startswith(("im Jahr", "im Monat")) else unit
