"""The criteria by which a case gets into the collection, and the verdict on each case.

Criteria and what fulfils them stand in the closed list ``aufnahme``. Verdicts are computed from
what the page says; where it says nothing, the verdict is open and never a guess.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from ...model.seiten import Fall
from .texte import Textstand

CRITERIA = "aufnahme"
JUDGED = "uebertragbar"
"""Whose verdict the editors give in the text of the page; all others are computed."""
PROVEN_YEARS = 3
FEWEST_OTHERS = 2
YES, PARTLY, OPEN = "ja", "teilweise", "offen"


def verdicts(fall: Fall, text: Textstand, day: date) -> dict[str, str]:
    """Return the verdict on each criterion by its key: ja, teilweise, nein or offen."""
    return {key: judge(fall, text, day) for key, judge in _JUDGES.items()}


def _proven(fall: Fall, text: Textstand, day: date) -> str:
    """Years count from the first to the last that a source gives; a running case lasts on."""
    span = fall.zeitraum
    end = day.year if span.laufend == YES else span.ende
    if span.beginn is None or end is None:
        return OPEN
    return YES if end - span.beginn >= PROVEN_YEARS else OPEN


def _effect(fall: Fall, text: Textstand, day: date) -> str:
    measured = [each for each in fall.wirkung if each.quelle]
    if any(each.vorher is not None for each in measured):
        return YES
    return PARTLY if measured else OPEN


def _transferable(fall: Fall, text: Textstand, day: date) -> str:
    return text.uebertragbar


def _embedded(fall: Fall, text: Textstand, day: date) -> str:
    town = "kommune" in fall.akteure
    others = len(set(fall.akteure) - {"kommune"})
    if town and others >= FEWEST_OTHERS:
        return YES
    return PARTLY if (town and others) or others > FEWEST_OTHERS else OPEN


_JUDGES: Mapping[str, Callable[[Fall, Textstand, date], str]] = {
    "neu-oder-bewaehrt": _proven,
    "wirkung": _effect,
    "uebertragbar": _transferable,
    "eingebettet": _embedded,
}
