"""„Was tun mit diesem Haus?“: the answer for a building, with the cases that are like it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
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
from .cases import TITEL, case_candidates, cases_for, merkmale, place_of
from .choice import FEW_HOURS, Gewaehlt, Kandidat, scope
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
        key = (objekt.gebaeude, objekt.lage == TOWN_OWNS, tools)
        if key not in self.kept:
            self.kept[key] = tuple(like_cases(profile_of(objekt), self.handbuch, tools))
        return self.kept[key]


def precondition(tool: Instrument) -> str:
    """Return what must be there before a legal instrument; empty for milder ones."""
    return tool.voraussetzungen or "" if tool.kategorie == "rechtlich" else ""


def profile_of(objekt: Objekt) -> Profil:
    """Return what is known of a town that asks about one building: neither name nor size."""
    owners = OWNERS[objekt.lage == TOWN_OWNS]
    return Profil("", "", gebaeude=(objekt.gebaeude,), eigentum=owners, stunden=HOURS)


def like_cases(profil: Profil, handbuch: Handbuch, tools: frozenset[str]) -> Iterator[Fallwahl]:
    """Yield the cases that fit, then the nearest until there are three; one from each place."""
    found = case_candidates(profil, handbuch, scope(profil.stunden), frozenset(), tools)
    told = [_with_tools(each, profil, handbuch, tools) for each in found]
    fitting = [each for each in told if not each.hindernis]
    best = cases_for("", fitting, SHOWN).gewaehlt
    yield from (Fallwahl(each, passt=True) for each in best)
    places = {place_of(each) for each in best}
    near = [
        replace(each, hindernis="", punkte=each.punkte + _SAME_BUILDING * _same(each, profil))
        for each in told
        if each.hindernis and place_of(each) not in places
    ]
    rest = cases_for("", near, SHOWN - len(best)).gewaehlt
    yield from (Fallwahl(each, passt=False) for each in rest)


def _same(candidate: Kandidat, profil: Profil) -> bool:
    case = candidate.seite
    return isinstance(case, Fall) and bool(set(profil.gebaeude) & set(case.gebaeudetyp))


def _with_tools(
    candidate: Kandidat, profil: Profil, handbuch: Handbuch, tools: frozenset[str]
) -> Kandidat:
    """Return a candidate that says which of the instruments the case used."""
    case = candidate.seite
    if not isinstance(case, Fall):
        return candidate
    like, unlike = likeness(case, merkmale(profil), handbuch.vocabulary)
    names = [
        each.titel for each in handbuch.instrumente if each.slug in tools & set(case.instrumente)
    ]
    (like if names else unlike).append(", ".join(names) if names else "andere Instrumente")
    fits = bool(names) and _same(candidate, profil)
    return replace(
        candidate,
        grund=in_words(case, like, unlike, handbuch.vocabulary),
        hindernis="" if fits else f"{TITEL}: andere Gebäude oder Instrumente.",
        zu=frozenset(),
    )
