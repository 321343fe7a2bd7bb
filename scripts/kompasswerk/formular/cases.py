"""Which cases are like a town, and in what they differ from it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from ..model.aehnlich import HOME, Merkmale, reason, size_points
from ..model.seiten import Fall
from .choice import FEW_HOURS, MANY_HOURS, Gewaehlt, Gruppe, Kandidat, Umfang, pick
from .handbook import Handbuch
from .profile import Profil
from .steps import situations

TITEL = "Fälle aus anderen Städten"
OWN_CASE = "Ihr eigener Fall."
_NAMED, _BUILDING, _HOME = 4, 3, 2
_EVIDENCE = {"hoch": 1, "niedrig": -2}
_LIGHT = {"gering": 2, "hoch": -2}


def choose_cases(
    profil: Profil,
    handbuch: Handbuch,
    umfang: Umfang,
    steps: frozenset[str],
    tools: frozenset[str],
) -> Gruppe:
    """Return the cases that are most like the town, at most one from each place.

    ``steps`` and ``tools`` are the slugs of the chosen steps and instruments.
    """
    found = case_candidates(profil, handbuch, umfang, steps, tools)
    return cases_for(profil.stadt, found, umfang.faelle)


def case_candidates(
    profil: Profil,
    handbuch: Handbuch,
    umfang: Umfang,
    steps: frozenset[str],
    tools: frozenset[str],
) -> tuple[Kandidat, ...]:
    """Return all cases with what speaks for and against them, whatever the town is called."""
    found = []
    town = merkmale(profil)
    for case in handbuch.faelle:
        said = situations(profil, handbuch, "fall", case.slug)
        points = _points(case, profil, handbuch, bool(said))
        points += bool(steps & set(case.schritte)) + min(2, len(tools & set(case.instrumente)))
        against = _against(case, profil, umfang, bool(said))
        about = said | (set(profil.gebaeude) & set(case.gebaeudetyp))
        why = reason(case, town, handbuch.vocabulary)
        found.append(Kandidat(case, points, why, against, about))
    return tuple(found)


def cases_for(stadt: str, candidates: Iterable[Kandidat], most: int) -> Gruppe:
    """Return the best cases for a town: none of its own, at most one from each place."""
    own = stadt.partition("/")[0]
    others = (
        replace(each, hindernis=OWN_CASE) if own and own in place_of(each) else each
        for each in candidates
    )
    return pick(TITEL, _one_a_place(others), most)


def _points(case: Fall, profil: Profil, handbuch: Handbuch, named: bool) -> int:
    shared = [key for key in case.gebaeudetyp if key in profil.gebaeude]
    points = _NAMED * named
    points += size_points(case, profil.groessenklasse, handbuch.vocabulary)
    points += _BUILDING + len(shared) - 1 if shared else 0
    points += _HOME * (case.land == HOME)
    points += _EVIDENCE.get(case.beleg, 0)
    points += bool(set(case.eigentum) & set(profil.eigentum))
    points += bool(set(case.akteure) & set(profil.akteure))
    if profil.stunden is not None and profil.stunden < MANY_HOURS:
        points += _LIGHT.get(case.aufwand or "", 0)
    return points


def _against(case: Fall, profil: Profil, umfang: Umfang, named: bool) -> str:
    if profil.gebaeude and not named and not set(case.gebaeudetyp) & set(profil.gebaeude):
        return "Andere Gebäude."
    if not umfang.schwer and case.aufwand == "hoch":
        return f"Aufwand hoch, Sie haben weniger als {FEW_HOURS} Wochenstunden."
    return ""


def _one_a_place(found: Iterable[Kandidat]) -> Iterator[Kandidat]:
    """Yield the candidates; of several from one place only the best stays able."""
    seen: set[str] = set()
    for each in sorted(found, key=lambda one: (-one.punkte, one.seite.path)):
        place = place_of(each)
        if each.hindernis or place not in seen:
            yield each
            seen |= {place} if not each.hindernis else set()
        else:
            yield replace(each, hindernis="Ein anderer Fall von dort passt besser.")


def place_of(candidate: Kandidat | Gewaehlt) -> str:
    """Return where a case happened; empty for any other page."""
    return candidate.seite.ort if isinstance(candidate.seite, Fall) else ""


def merkmale(profil: Profil) -> Merkmale:
    """Return what is known of a town, as cases are compared with it."""
    return Merkmale(
        groessenklasse=profil.groessenklasse,
        land=HOME,
        gebaeudetyp=tuple(profil.gebaeude),
        eigentum=tuple(profil.eigentum),
        akteure=tuple(profil.akteure),
    )
