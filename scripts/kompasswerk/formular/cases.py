"""Which cases are like a town, and in what they differ from it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from ..model.german import NO_BREAK, number
from ..model.seiten import Fall
from .choice import FEW_HOURS, MANY_HOURS, Gewaehlt, Gruppe, Kandidat, Umfang, pick, sentences
from .handbook import Handbuch
from .profile import Profil
from .steps import situations

TITEL = "Fälle aus anderen Städten"
HOME = "Thüringen"
OWN_CASE = "Ihr eigener Fall."
PARTNERS = ("hochschule", "wohnungsunternehmen", "genossenschaft", "stiftung", "kirche", "verein")
"""Actors that not every town has; a case with one of them differs from a town without."""
_NAMED, _SAME_SIZE, _NEAR_SIZE, _BUILDING, _HOME = 4, 3, 1, 3, 2
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
    for case in handbuch.faelle:
        said = situations(profil, handbuch, "fall", case.slug)
        points = _points(case, profil, handbuch, bool(said))
        points += bool(steps & set(case.schritte)) + min(2, len(tools & set(case.instrumente)))
        against = _against(case, profil, umfang, bool(said))
        about = said | (set(profil.gebaeude) & set(case.gebaeudetyp))
        found.append(Kandidat(case, points, reason(case, profil, handbuch), against, about))
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
    points = _NAMED * named + _size(case, profil, handbuch)
    points += _BUILDING + len(shared) - 1 if shared else 0
    points += _HOME * (case.land == HOME)
    points += _EVIDENCE.get(case.beleg, 0)
    points += bool(set(case.eigentum) & set(profil.eigentum))
    points += bool(set(case.akteure) & set(profil.akteure))
    if profil.stunden is not None and profil.stunden < MANY_HOURS:
        points += _LIGHT.get(case.aufwand or "", 0)
    return points


def _size(case: Fall, profil: Profil, handbuch: Handbuch) -> int:
    size = handbuch.vocabulary.groessenklasse(people(case))
    keys = handbuch.vocabulary.keys("groessenklasse")
    if size is None or profil.groessenklasse not in keys:
        return 0
    apart = abs(keys.index(size.key) - keys.index(profil.groessenklasse))
    return {0: _SAME_SIZE, 1: _NEAR_SIZE}.get(apart, 0)


def people(case: Fall) -> int | None:
    """Return how many people live where the case happened, ``None`` if the page does not say."""
    return case.einwohner.wert if case.einwohner else None


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


def reason(case: Fall, profil: Profil, handbuch: Handbuch) -> str:
    """Return „Ähnlich: …. Anders: …. Aufwand …“ from what the page itself says."""
    return in_words(case, *likeness(case, profil, handbuch), handbuch)


def in_words(case: Fall, like: list[str], unlike: list[str], handbuch: Handbuch) -> str:
    """Return what is alike and what is not as sentences, followed by the effort."""
    effort = handbuch.vocabulary.label("aufwand", case.aufwand) if case.aufwand else ""
    return sentences(
        f"Ähnlich: {', '.join(like)}" if like else "",
        f"Anders: {', '.join(unlike)}" if unlike else "",
        f"Aufwand {effort}" if effort else "",
    )


def likeness(case: Fall, profil: Profil, handbuch: Handbuch) -> tuple[list[str], list[str]]:
    """Return in what a case is like a town, and in what not.

    The size counts only for a profile that names a size class.
    """
    like: list[str] = []
    unlike: list[str] = []
    if profil.groessenklasse:
        same, words = _people_in_words(case, profil, handbuch)
        (like if same else unlike).append(words)
    shared = tuple(key for key in case.gebaeudetyp if key in profil.gebaeude)
    if shared:
        like.append(handbuch.labels("gebaeudetyp", shared))
    elif profil.gebaeude:
        unlike.append(handbuch.labels("gebaeudetyp", case.gebaeudetyp))
    owners = tuple(key for key in case.eigentum if key in profil.eigentum)
    if owners:
        like.append(f"Eigentum {handbuch.labels('eigentum', owners).lower()}")
    (like if case.land == HOME else unlike).append(case.land)
    partners = tuple(k for k in PARTNERS if k in case.akteure and k not in profil.akteure)
    if partners:
        unlike.append(f"beteiligt: {handbuch.labels('akteure', partners)}")
    return like, unlike


def _people_in_words(case: Fall, profil: Profil, handbuch: Handbuch) -> tuple[bool, str]:
    living = people(case)
    size = handbuch.vocabulary.groessenklasse(living)
    if living is None or size is None:
        return False, "Einwohnerzahl nicht genannt"
    return size.key == profil.groessenklasse, f"{number(living)}{NO_BREAK}Einwohner"
