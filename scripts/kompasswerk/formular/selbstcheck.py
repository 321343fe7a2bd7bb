"""What the Selbstcheck proposes: the choice of a workbook, for everything that can be answered."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from .cases import (
    able_cases,
    best_cases,
    case_candidates,
    counting,
    merkmale,
    named_too,
    place_of,
    why,
)
from .choice import FEW_HOURS, MANY_HOURS, Gewaehlt, Gruppe, Kandidat, Umfang, scope
from .fitting import choose_sheets, choose_tools
from .handbook import Handbuch
from .profile import LAGEN, LAST_STEP, Profil
from .selbstcheck_fragen import QUESTIONS
from .steps import choose_steps

HOURS: tuple[Decimal | None, ...] = (
    None,
    Decimal(0),
    Decimal(FEW_HOURS),
    Decimal(MANY_HOURS),
)
"""The hours a week that make a difference: nobody said, none, and the bounds of ``scope``."""
LAGE_KEYS = ("", *(each.key for each in LAGEN))
FIRST_STEPS = range(LAST_STEP + 1)
"""Numbers of the first step; 0 if nothing in the Selbstcheck leads to one."""


@dataclass(frozen=True)
class Vorschlag:
    """Pages for a town without a name.

    ``statt`` are the cases for a town where one of ``faelle`` happened, by the place of that
    case: a town does not get its own.
    """

    schritte: tuple[Gewaehlt, ...]
    instrumente: tuple[Gewaehlt, ...]
    faelle: tuple[Gewaehlt, ...]
    statt: Mapping[str, tuple[Gewaehlt, ...]]
    blaetter: tuple[Gewaehlt, ...]


class Vorschlaege:
    """Proposals from a handbook, by the same rules as ``selection.choose``."""

    def __init__(self, handbuch: Handbuch) -> None:
        self.handbuch = handbuch
        self.steps: dict[object, tuple[Gruppe, tuple[Gewaehlt, ...]]] = {}
        self.found: dict[object, tuple[Gruppe, list[list[Kandidat]]]] = {}
        self.candidates: dict[object, list[Kandidat]] = {}
        self.more: dict[tuple[frozenset[str], frozenset[str]], list[int]] = {}
        self.reasons: dict[tuple[str, str], str] = {}

    def on(self, profil: Profil) -> Vorschlag:
        """Return what is proposed to a town by size, situation, hours and first step."""
        umfang = scope(profil.stunden)
        steps, sheets = self._steps_and_sheets(profil, umfang)
        slugs = _slugs(steps)
        tools, found = self._found(profil, umfang, slugs)
        cases = best_cases("", found, umfang.faelle)
        instead = {
            place_of(each): self._told(best_cases(place_of(each), found, umfang.faelle), profil)
            for each in cases
        }
        told = self._told(cases, profil)
        return Vorschlag(steps.gewaehlt, tools.gewaehlt, told, instead, sheets)

    def _steps_and_sheets(
        self, profil: Profil, umfang: Umfang
    ) -> tuple[Gruppe, tuple[Gewaehlt, ...]]:
        """Return steps, then sheets and letters; the size of a town does not matter to them."""
        key = (profil.lage, profil.stunden, profil.beginn, profil.frage)
        if key not in self.steps:
            steps = choose_steps(profil, self.handbuch, umfang)
            sheets, letters = choose_sheets(profil, self.handbuch, umfang, _slugs(steps))
            self.steps[key] = steps, (*sheets.gewaehlt, *letters.gewaehlt)
        return self.steps[key]

    def _told(self, cases: list[Kandidat], profil: Profil) -> tuple[Gewaehlt, ...]:
        """Return cases with the reason why each is like the town; many proposals share them."""
        town = merkmale(profil)
        for each in cases:
            key = (each.seite.path, profil.groessenklasse)
            if key not in self.reasons:
                self.reasons[key] = why(each, town, self.handbuch)
        return tuple(
            Gewaehlt(each.seite, self.reasons[each.seite.path, profil.groessenklasse])
            for each in cases
        )

    def _found(
        self, profil: Profil, umfang: Umfang, steps: frozenset[str]
    ) -> tuple[Gruppe, list[list[Kandidat]]]:
        """Return instruments and cases by subject; many first steps lead to the same ones."""
        town = (profil.groessenklasse, profil.lage, profil.stunden)
        if (town, steps) not in self.found:
            tools = choose_tools(profil, self.handbuch, umfang, steps)
            if town not in self.candidates:
                self.candidates[town] = case_candidates(profil, self.handbuch, umfang)
            cases = counting(self.candidates[town], self._more(steps, _slugs(tools)))
            self.found[town, steps] = tools, able_cases(cases)
        return self.found[town, steps]

    def _more(self, steps: frozenset[str], tools: frozenset[str]) -> list[int]:
        """Return how many points more each case gets; towns of all sizes share that."""
        if (steps, tools) not in self.more:
            self.more[steps, tools] = named_too(self.handbuch.faelle, steps, tools)
        return self.more[steps, tools]


def why_first(handbuch: Handbuch) -> Iterator[str]:
    """Yield why a town begins where it does, by the number of the question that led there.

    The sentence for 0 is that of a town that chose the step itself.
    """
    for number in range(len(QUESTIONS) + 1):
        step = QUESTIONS[number - 1][1] if number else 1
        profil = Profil("", "", beginn=step, frage=number)
        chosen = choose_steps(profil, handbuch, scope(None)).gewaehlt
        yield chosen[0].grund if chosen else ""


def _slugs(gruppe: Gruppe) -> frozenset[str]:
    return frozenset(each.seite.slug for each in gruppe.gewaehlt)
