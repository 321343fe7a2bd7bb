"""„Was tun mit diesem Haus?“: the answer for a building, with the cases that are like it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from ..model.aehnlich import in_words, likeness
from ..model.objektpfad import (
    SHOWN,
    Anruf,
    Blattwahl,
    Brief,
    Objekt,
    Objektpfad,
    Wahl,
    chosen,
    first,
)
from ..model.seiten import Fall, Instrument
from .cases import able_cases, best_cases, case_candidates, counting, merkmale, named_too, place_of
from .choice import FEW_HOURS, Gewaehlt, Kandidat, ranked, scope
from .handbook import Handbuch
from .profile import Profil

TOWN_OWNS = "kommune"
OWNERS = {True: ("kommunal",), False: ("privat", "gemeinschaftlich", "kirchlich")}
"""Who owns the building, by whether the town does: what cases say of ownership."""
HOURS = Decimal(FEW_HOURS)
"""Hours a week of a small town: light cases count for more, laborious ones are not left out."""
_SAME_BUILDING = 20
"""A case that does not fit is nearest if it is about the same kind of building at least."""


@dataclass(frozen=True)
class Fallwahl:
    """A case; ``passt`` if it is about the same kind of building and one of the instruments."""

    fall: Gewaehlt
    passt: bool


@dataclass(frozen=True)
class Antwort:
    """What to do with a building.

    ``luecke`` says why no instrument fits; it is empty if one does. Instruments and cases that
    fit come first, then the nearest.
    """

    anruf: Anruf | None
    mittel: tuple[Wahl, ...]
    luecke: str
    faelle: tuple[Fallwahl, ...]
    brief: Brief | None
    blaetter: tuple[Blattwahl, ...]


class Antworten:
    """Answers by the rules of a project; each set of cases is looked up once."""

    def __init__(self, pfad: Objektpfad, handbuch: Handbuch) -> None:
        self.pfad, self.handbuch = pfad, handbuch
        self.pages: Mapping[str, Instrument] = {each.slug: each for each in handbuch.instrumente}
        self.kept: dict[tuple[str, bool, frozenset[str]], tuple[Fallwahl, ...]] = {}
        self.candidates: dict[tuple[str, bool], list[Kandidat]] = {}

    def on(self, objekt: Objekt) -> Antwort:
        """Return the answer for one building."""
        tools = chosen(self.pfad.instrumente, self.pages, objekt)
        fitting = frozenset(each.mittel.instrument for each in tools if each.passt)
        gap = None if fitting else first(self.pfad.luecken, objekt)
        sheets = first(self.pfad.blaetter, objekt)
        return Antwort(
            first(self.pfad.anrufe, objekt),
            tools,
            gap.text if gap else "",
            self._cases(objekt, fitting),
            first(self.pfad.briefe, objekt),
            sheets.nehmen if sheets else (),
        )

    def _cases(self, objekt: Objekt, tools: frozenset[str]) -> tuple[Fallwahl, ...]:
        building = (objekt.gebaeude, objekt.lage == TOWN_OWNS)
        if building not in self.candidates:
            self.candidates[building] = _without_obstacles(profile_of(objekt), self.handbuch)
        if (*building, tools) not in self.kept:
            more = named_too(self.handbuch.faelle, frozenset(), tools)
            found = counting(self.candidates[building], more)
            cases = like_cases(found, profile_of(objekt), self.handbuch, tools)
            self.kept[*building, tools] = tuple(cases)
        return self.kept[*building, tools]


def precondition(tool: Instrument) -> str:
    """Return what must be there before a legal instrument; empty for milder ones."""
    return tool.voraussetzungen or "" if tool.kategorie == "rechtlich" else ""


def profile_of(objekt: Objekt) -> Profil:
    """Return what is known of a town that asks about one building: neither name nor size."""
    owners = OWNERS[objekt.lage == TOWN_OWNS]
    return Profil("", "", gebaeude=(objekt.gebaeude,), eigentum=owners, stunden=HOURS)


def _without_obstacles(profil: Profil, handbuch: Handbuch) -> list[Kandidat]:
    """Return all cases; building and instruments say here what fits, and nothing else."""
    found = case_candidates(profil, handbuch, scope(profil.stunden))
    return [each._replace(hindernis="", zu=frozenset()) for each in found]


def like_cases(
    found: list[Kandidat], profil: Profil, handbuch: Handbuch, tools: frozenset[str]
) -> Iterator[Fallwahl]:
    """Yield the ranked cases that fit, then the nearest until there are three.

    At most one is from each place.
    """
    fitting = [each for each in found if _same(each, profil) and _used(each, tools)]
    best = best_cases("", able_cases(fitting), SHOWN)
    yield from (Fallwahl(_told(each, profil, handbuch, tools), passt=True) for each in best)
    if len(best) == SHOWN:
        return
    told = {each.seite.path for each in fitting}
    places = {place_of(each) for each in best}
    near = ranked(
        each._replace(punkte=each.punkte + _SAME_BUILDING * _same(each, profil))
        for each in found
        if each.seite.path not in told and place_of(each) not in places
    )
    rest = best_cases("", able_cases(near), SHOWN - len(best))
    yield from (Fallwahl(_told(each, profil, handbuch, tools), passt=False) for each in rest)


def _same(candidate: Kandidat, profil: Profil) -> bool:
    case = candidate.seite
    return isinstance(case, Fall) and not set(profil.gebaeude).isdisjoint(case.gebaeudetyp)


def _used(candidate: Kandidat, tools: frozenset[str]) -> bool:
    case = candidate.seite
    return isinstance(case, Fall) and not tools.isdisjoint(case.instrumente)


def _told(
    candidate: Kandidat, profil: Profil, handbuch: Handbuch, tools: frozenset[str]
) -> Gewaehlt:
    """Return a case with the reason, which says which of the instruments it used."""
    case = candidate.seite
    if not isinstance(case, Fall):
        return Gewaehlt(case, candidate.grund)
    like, unlike = likeness(case, merkmale(profil), handbuch.vocabulary)
    names = [
        each.titel for each in handbuch.instrumente if each.slug in tools & set(case.instrumente)
    ]
    if names:
        like.extend(names)
    else:
        unlike.insert(0, "andere Instrumente")
    return Gewaehlt(case, in_words(case, like, unlike, handbuch.vocabulary))
