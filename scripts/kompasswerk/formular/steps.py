"""Which steps go into a town's workbook, and where it begins."""

from __future__ import annotations

from ..model.german import number
from ..model.seiten import Schritt
from .choice import Gewaehlt, Gruppe, Umfang
from .handbook import Handbuch
from .profile import Profil

TITEL = "Schritte"
_NAMED, _SHEET, _TOOL = 3, 2, 1
"""How much it counts for a step that an entry page names it, a sheet or an instrument of it."""


def choose_steps(profil: Profil, handbuch: Handbuch, umfang: Umfang) -> Gruppe:
    """Return the first step and those that the situation needs most, in their order.

    Earlier steps than the first are left out: the Selbstcheck says that they are done.
    """
    begin = first_step(profil, handbuch)
    weights = {each.nummer: weight(each, profil, handbuch) for each in handbuch.schritte}
    later = [each for each in handbuch.schritte if each.nummer > begin]
    later.sort(key=lambda each: (-weights[each.nummer], each.nummer))
    numbers = {begin, *(each.nummer for each in later[: umfang.schritte - 1])}
    chosen, left = [], []
    for step in handbuch.schritte:
        if step.nummer in numbers:
            chosen.append(Gewaehlt(step, _why(step, begin, profil, weights[step.nummer])))
        else:
            left.append(Gewaehlt(step, _why_not(step, begin, profil, umfang)))
    return Gruppe(TITEL, tuple(chosen), tuple(left))


def first_step(profil: Profil, handbuch: Handbuch) -> int:
    """Return the number of the first step.

    As the Selbstcheck says, else the first one that an entry page of the situation names, else 1.
    """
    if profil.beginn:
        return profil.beginn
    said = names(profil, handbuch)
    return min((e.nummer for e in handbuch.schritte if ("schritt", e.slug) in said), default=1)


def names(profil: Profil, handbuch: Handbuch) -> frozenset[tuple[str, str]]:
    """Return kind and slug of all that the entry pages of a situation name."""
    found = (handbuch.einstiege[key].nennt for key in profil.lage if key in handbuch.einstiege)
    return frozenset().union(*found)


def situations(profil: Profil, handbuch: Handbuch, kind: str, slug: str) -> frozenset[str]:
    """Return the situations of the town whose entry pages name a page."""
    return frozenset(
        key
        for key in profil.lage
        if key in handbuch.einstiege and (kind, slug) in handbuch.einstiege[key].nennt
    )


def weight(step: Schritt, profil: Profil, handbuch: Handbuch) -> int:
    """Return how much the entry pages of a situation have to do with a step."""
    said = names(profil, handbuch)
    sheets = sum(
        ("arbeitsblatt", each.slug) in said and each.schritt == step.slug
        for each in handbuch.blaetter
    )
    tools = sum(
        ("instrument", each.slug) in said and step.slug in each.schritte
        for each in handbuch.instrumente
    )
    return _NAMED * (("schritt", step.slug) in said) + _SHEET * sheets + _TOOL * tools


def _why(step: Schritt, begin: int, profil: Profil, found: int) -> str:
    if step.nummer != begin:
        return "Ihr Einstieg führt dorthin." if found else "Folgt auf den Beginn."
    if profil.frage:
        return f"Hier beginnen Sie: Frage {profil.frage} im Selbstcheck."
    if profil.beginn:
        return "Hier beginnen Sie, wie von Ihnen gewählt."
    return "Hier beginnen Sie, wie Ihr Einstieg es sagt." if profil.lage else "Hier beginnen Sie."


def _why_not(step: Schritt, begin: int, profil: Profil, umfang: Umfang) -> str:
    if step.nummer < begin:
        return "Liegt vor Ihrem Beginn."
    if profil.stunden is None:
        return f"Kommt später: Das Buch hat höchstens {umfang.schritte} Schritte."
    hours = number(profil.stunden)
    return f"Kommt später: Bei {hours} Wochenstunden sind {umfang.schritte} Schritte im Buch."
