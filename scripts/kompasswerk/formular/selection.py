"""The pages of a town's workbook: chosen by rules, the same for the same profile."""

from __future__ import annotations

from .cases import choose_cases
from .choice import Auswahl, Gewaehlt, Gruppe, scope
from .fitting import choose_programmes, choose_sheets, choose_tools
from .handbook import Handbuch
from .profile import Profil
from .steps import choose_steps

EINSTIEG = "Ihr Einstieg"


def choose(profil: Profil, handbuch: Handbuch) -> Auswahl:
    """Return entry pages, steps, instruments, cases, sheets, letters and programmes that fit.

    Groups come in this order. Everything that was left out is in its group with the reason.
    """
    umfang = scope(profil.stunden)
    steps = choose_steps(profil, handbuch, umfang)
    step_slugs = _slugs(steps)
    tools = choose_tools(profil, handbuch, umfang, step_slugs)
    cases = choose_cases(profil, handbuch, umfang, step_slugs, _slugs(tools))
    sheets, letters = choose_sheets(profil, handbuch, umfang, step_slugs)
    programmes = choose_programmes(profil, handbuch, umfang, tools.gewaehlt)
    groups = (_entries(profil, handbuch), steps, tools, cases, sheets, letters, programmes)
    return Auswahl(profil, groups)


def _slugs(gruppe: Gruppe) -> frozenset[str]:
    return frozenset(each.seite.slug for each in gruppe.gewaehlt)


def _entries(profil: Profil, handbuch: Handbuch) -> Gruppe:
    chosen = tuple(
        Gewaehlt(handbuch.einstiege[key].seite, "Ihre Lage.")
        for key in profil.lage
        if key in handbuch.einstiege
    )
    others = tuple(
        Gewaehlt(each.seite, "Andere Lage.")
        for key, each in handbuch.einstiege.items()
        if key not in profil.lage
    )
    return Gruppe(EINSTIEG, chosen, others)
