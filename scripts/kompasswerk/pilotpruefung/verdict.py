"""Verdicts on a pilot, criterion by criterion.

The page says what people have judged, with reason and source. What the data show can only
complete or weaken that: they never make a verdict better, and what nobody knows stays unknown.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum

from ..model.aehnlich import HOME
from ..model.pilotkriterien import NO, YES, Pilotkriterien, Pruefkriterium
from ..model.seiten import Pilot
from ..model.vocabulary import Vocabulary
from .similar import Aehnlich
from .smart import Messung
from .towns import Standorte


class Urteil(Enum):
    """How far a criterion is met; the value is what people read."""

    MET = "erfüllt"
    PARTLY = "teilweise"
    NOT = "nicht erfüllt"
    UNKNOWN = "unbekannt"


STATED = {"ja": Urteil.MET, "teilweise": Urteil.PARTLY, "nein": Urteil.NOT}
_ORDER = (Urteil.MET, Urteil.PARTLY, Urteil.NOT)
_NOTHING_SAID = "Die Seite sagt dazu nichts."
_NO_SOURCE = "Zur Begründung fehlt die Quelle."
UNSETTLED = ("offen", "beantragt", "nicht-belegt")


@dataclass(frozen=True)
class Befund:
    """The verdict on one criterion with its reasons, and what is missing to be better."""

    kennung: str
    name: str
    mindest: str
    urteil: Urteil
    gruende: tuple[str, ...]
    fehlt: tuple[str, ...]


@dataclass(frozen=True)
class Lage:
    """All that data show of a pilot."""

    messungen: tuple[Messung, ...]
    standorte: Standorte
    aehnlich: tuple[Aehnlich, ...]
    vocabulary: Vocabulary


@dataclass(frozen=True)
class Evidence:
    """What data show of a criterion, in words.

    ``at_best`` is the best verdict that they allow, ``settles`` the one that counts where the
    page says nothing; ``None`` for neither.
    """

    words: str = ""
    at_best: Urteil | None = None
    settles: Urteil | None = None


def verdicts(pilot: Pilot, lage: Lage, criteria: Pilotkriterien) -> tuple[Befund, ...]:
    """Return the verdict on each criterion, in the order of the criteria."""
    return tuple(_verdict(pilot, lage, each) for each in criteria.kriterien)


def minimum_met(befunde: tuple[Befund, ...]) -> bool | None:
    """Return whether all minimum criteria are met; ``None`` while that cannot be said.

    A criterion whose flag is open may be one: unless it is met, nobody knows.
    """
    asked = [each for each in befunde if each.mindest != NO]
    if any(each.mindest == YES and each.urteil in (Urteil.NOT, Urteil.PARTLY) for each in asked):
        return False
    return True if all(each.urteil is Urteil.MET for each in asked) else None


def _verdict(pilot: Pilot, lage: Lage, criterion: Pruefkriterium) -> Befund:
    stated = next((each for each in pilot.kriterien if each.kennung == criterion.kennung), None)
    said = STATED.get(stated.erfuellt, Urteil.UNKNOWN) if stated else None
    check = _CHECKS.get(criterion.kennung)
    shown = check(pilot, lage) if check else Evidence()
    urteil = _together(said, shown)
    gruende = [stated.grund if stated else _NOTHING_SAID, shown.words]
    fehlt = [] if urteil is Urteil.MET else [criterion.fehlt]
    if stated and stated.erfuellt in STATED and not stated.quelle:
        fehlt.append(_NO_SOURCE)
    return Befund(
        kennung=criterion.kennung,
        name=lage.vocabulary.label("kriterium", criterion.kennung),
        mindest=criterion.mindest,
        urteil=urteil,
        gruende=tuple(each for each in gruende if each),
        fehlt=tuple(fehlt),
    )


def _together(said: Urteil | None, shown: Evidence) -> Urteil:
    """Return the worse of both; a question that people left open stays open."""
    if said is None:
        return shown.settles or Urteil.UNKNOWN
    if said is Urteil.UNKNOWN or shown.at_best is None:
        return said
    return max(said, shown.at_best, key=_ORDER.index)


# ---------------------------------------------------------------- what data show


def _first(_: Pilot, lage: Lage) -> Evidence:
    tried = [each.fall for each in lage.aehnlich if each.erprobt]
    if tried:
        names = "; ".join(f"„{fall.titel}“ ({fall.ort})" for fall in tried)
        words = f"Sehr ähnlich schon in Thüringen erprobt: {names}."
        return Evidence(words, at_best=Urteil.PARTLY, settles=Urteil.NOT)
    near = [
        each.fall.titel for each in lage.aehnlich if each.fall.land == HOME and not each.eigener
    ]
    if near:
        return Evidence(f"Entfernt Ähnliches in Thüringen: „{near[0]}“. Bitte ansehen.")
    own = any(each.eigener for each in lage.aehnlich)
    where = "Außer diesem Versuch selbst steht im Handbuch" if own else "Im Handbuch steht"
    return Evidence(f"{where} nichts Ähnliches aus Thüringen; ein Beweis ist das nicht.")


def _feasible(pilot: Pilot, lage: Lage) -> Evidence:
    state = pilot.finanzierungsstand
    if state is None:
        return Evidence("Stand der Finanzierung nicht angegeben.", at_best=Urteil.PARTLY)
    label = lage.vocabulary.label("finanzierungsstand", state)
    limit = Urteil.PARTLY if state in UNSETTLED else None
    return Evidence(f"Finanzierung: {label}.", at_best=limit)


def _measurable(_: Pilot, lage: Lage) -> Evidence:
    if not lage.messungen:
        return Evidence("Kein Indikator genannt.", at_best=Urteil.PARTLY)
    whole = [each for each in lage.messungen if each.messbar]
    if whole:
        return Evidence(f"Mit Ausgangswert und Ziel: {whole[0].kennzahl}.", settles=Urteil.MET)
    words = "Kein Indikator hat Ausgangswert und Ziel."
    return Evidence(words, at_best=Urteil.PARTLY, settles=Urteil.PARTLY)


def _smart(_: Pilot, lage: Lage) -> Evidence:
    if not lage.messungen:
        return Evidence(at_best=Urteil.PARTLY)
    gaps = [f"{each.kennzahl}: {', '.join(each.fehlt)}" for each in lage.messungen if each.fehlt]
    if gaps:
        words = f"Es fehlt bei {'; '.join(gaps)}."
        return Evidence(words, at_best=Urteil.PARTLY, settles=Urteil.PARTLY)
    # What makes an aim attractive and realistic no field can show: data alone never settle it.
    return Evidence("Alle Indikatoren haben Einheit, Ausgangswert, Ziel und Tage.")


def _size(_: Pilot, lage: Lage) -> Evidence:
    towns = lage.standorte
    if not towns.passend + towns.andere:
        return Evidence(towns.worte and f"Standorte: {towns.worte}.")
    verdict = Urteil.PARTLY if towns.passend else Urteil.NOT
    verdict = verdict if towns.andere else Urteil.MET
    return Evidence(f"Standorte: {towns.worte}.", at_best=verdict, settles=verdict)


_CHECKS: Mapping[str, Callable[[Pilot, Lage], Evidence]] = {
    "erstmalig": _first,
    "umsetzbar": _feasible,
    "messbar": _measurable,
    "smart": _smart,
    "stadtgroesse": _size,
}
