"""Which cases are like a town, and in what they differ from it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ..model.aehnlich import HOME, Merkmale, reason, size_points
from ..model.seiten import Fall
from .choice import (
    FEW_HOURS,
    MANY_HOURS,
    Gewaehlt,
    Gruppe,
    Kandidat,
    Umfang,
    best_of,
    by_subject,
    pick,
)
from .handbook import Handbuch
from .profile import Profil
from .steps import situations

TITEL = "Fälle aus anderen Städten"
OWN_CASE = "Ihr eigener Fall."
BETTER_FROM_THERE = "Ein anderer Fall von dort passt besser."
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
    found = counting(
        case_candidates(profil, handbuch, umfang), named_too(handbuch.faelle, steps, tools)
    )
    able = {each.seite.path for group in able_cases(found) for each in group}
    own = profil.stadt.partition("/")[0]
    town = merkmale(profil)

    def told(each: Kandidat) -> Kandidat:
        against = OWN_CASE if own and own in place_of(each) else each.hindernis
        if not against and each.seite.path not in able:
            against = BETTER_FROM_THERE
        return each._replace(grund=why(each, town, handbuch), hindernis=against)

    return pick(TITEL, map(told, found), umfang.faelle)


def case_candidates(profil: Profil, handbuch: Handbuch, umfang: Umfang) -> list[Kandidat]:
    """Return all cases by path with what speaks for and against them, whatever the town is called.

    Steps and instruments do not count yet, and no reason is worded: of a thousand cases a town
    gets three.
    """
    found = []
    for case in handbuch.faelle:
        said = situations(profil, handbuch, "fall", case.slug)
        points = _points(case, profil, handbuch, bool(said))
        against = _against(case, profil, umfang, bool(said))
        about = said | (set(profil.gebaeude) & set(case.gebaeudetyp))
        found.append(Kandidat(case, points, "", against, about))
    return found


def named_too(cases: Iterable[Fall], steps: frozenset[str], tools: frozenset[str]) -> list[int]:
    """Return how many points more each case gets for these steps and instruments."""
    return [
        (not steps.isdisjoint(case.schritte)) + min(2, len(tools.intersection(case.instrumente)))
        for case in cases
    ]


def counting(candidates: Sequence[Kandidat], more: Sequence[int]) -> list[Kandidat]:
    """Return candidates, given in the order of paths, ranked with more points for each.

    Places in lists and no objects are sorted: the Selbstcheck ranks a thousand cases hundreds of
    times.
    """
    points = [each.punkte + extra for each, extra in zip(candidates, more, strict=True)]
    order = sorted(range(len(points)), key=points.__getitem__, reverse=True)
    pairs = ((candidates[place], points[place]) for place in order)
    return [
        Kandidat(each.seite, total, each.grund, each.hindernis, each.zu) for each, total in pairs
    ]


def able_cases(found: Iterable[Kandidat]) -> list[list[Kandidat]]:
    """Return ranked cases that nothing speaks against, of each place the best, by subject."""
    seen: set[str] = set()
    able = []
    for each in found:
        place = place_of(each)
        if not each.hindernis and place not in seen:
            seen.add(place)
            able.append(each)
    return by_subject(able)


def best_cases(stadt: str, able: Iterable[Iterable[Kandidat]], most: int) -> list[Kandidat]:
    """Return the best for a town, which does not get its own, of what can be chosen."""
    own = stadt.partition("/")[0]
    if not own:
        return best_of(able, most)
    return best_of(((each for each in group if own not in place_of(each)) for group in able), most)


def why(candidate: Kandidat, town: Merkmale, handbuch: Handbuch) -> str:
    """Return in words what a case has in common with a town and what not."""
    case = candidate.seite
    return reason(case, town, handbuch.vocabulary) if isinstance(case, Fall) else ""


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
