"""What the Selbstcheck proposes: the choice of a workbook, for everything that can be answered."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from .cases import case_candidates, cases_for, place_of
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
        self.tools: dict[object, Gruppe] = {}
        self.candidates: dict[object, tuple[Kandidat, ...]] = {}

    def on(self, profil: Profil) -> Vorschlag:
        """Return what is proposed to a town; its name does not matter."""
        umfang = scope(profil.stunden)
        steps = choose_steps(profil, self.handbuch, umfang)
        slugs = _slugs(steps)
        tools, found = self._found(profil, umfang, slugs)
        cases = cases_for("", found, umfang.faelle)
        instead = {
            place_of(each): cases_for(place_of(each), found, umfang.faelle).gewaehlt
            for each in cases.gewaehlt
        }
        sheets, letters = choose_sheets(profil, self.handbuch, umfang, slugs)
        chosen = (*sheets.gewaehlt, *letters.gewaehlt)
        return Vorschlag(steps.gewaehlt, tools.gewaehlt, cases.gewaehlt, instead, chosen)

    def _found(
        self, profil: Profil, umfang: Umfang, steps: frozenset[str]
    ) -> tuple[Gruppe, tuple[Kandidat, ...]]:
        """Return instruments and cases; many first steps lead to the same ones."""
        key = (profil.groessenklasse, profil.lage, profil.stunden, steps)
        if key not in self.tools:
            tools = choose_tools(profil, self.handbuch, umfang, steps)
            self.tools[key] = tools
            slugs = _slugs(tools)
            self.candidates[key] = case_candidates(profil, self.handbuch, umfang, steps, slugs)
        return self.tools[key], self.candidates[key]


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
