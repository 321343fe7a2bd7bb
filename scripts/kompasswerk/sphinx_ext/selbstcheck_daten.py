"""Data of the Selbstcheck: what a workbook would hold, for the browser to look up."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from ..formular.choice import FEW_HOURS, MANY_HOURS, Gewaehlt
from ..formular.handbook import Handbuch
from ..formular.profile import LAGEN, Profil
from ..formular.selbstcheck import FIRST_STEPS, HOURS, LAGE_KEYS, Vorschlaege, Vorschlag, why_first
from ..formular.selbstcheck_fragen import QUESTIONS
from .fundus import Pages, Pool

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def selbstcheck_data(app: Sphinx, handbuch: Handbuch) -> dict[str, Any]:
    """Return steps, towns and the proposal for everything that the sheet can say."""
    pages = Pages(app, "kompass/arbeitsblaetter/selbstcheck")
    entries, lists = Pool(), Pool()
    sizes = handbuch.vocabulary.lists.get("groessenklasse", ())
    return {
        "fragen": [list(each) for each in QUESTIONS],
        "schritte": [[each.nummer, pages.number(each)] for each in handbuch.schritte],
        "klassen": [each.name for each in sizes],
        "lagen": ["", *(each.titel for each in LAGEN)],
        "stunden": [FEW_HOURS, MANY_HOURS],
        "staedte": _towns(handbuch),
        "warum": list(why_first(handbuch)),
        "vorschlaege": _proposals(handbuch, _Shared(pages, entries, lists)),
        "seiten": pages.pool.values,
        "eintraege": entries.values,
        "listen": lists.values,
    }


@dataclass(frozen=True)
class _Shared:
    """What proposals share: pages, pages with a reason, lists of these."""

    pages: Pages
    entries: Pool
    lists: Pool

    def listed(self, chosen: Iterable[Gewaehlt]) -> int:
        """Return the number of a list of pages with their reasons."""
        return self.lists.number(
            [self.entries.number([self.pages.number(e.seite), e.grund]) for e in chosen]
        )

    def proposal(self, found: Vorschlag) -> list[int]:
        """Return the numbers of the lists of a proposal, the last one of cases by place."""
        instead = [[place, self.listed(chosen)] for place, chosen in found.statt.items()]
        groups = (found.schritte, found.instrumente, found.faelle, found.blaetter)
        return [*(self.listed(each) for each in groups), self.lists.number(instead)]


def _proposals(handbuch: Handbuch, shared: _Shared) -> list[Any]:
    """Return proposals by size class, situation, hours and first step."""
    known = Vorschlaege(handbuch)

    def proposal(size: str, lage: str, hours: Decimal | None, first: int) -> list[int]:
        lagen = (lage,) if lage else ()
        profil = Profil("", size, lage=lagen, stunden=hours, beginn=first)
        return shared.proposal(known.on(profil))

    return [
        [
            [[proposal(size, lage, hours, first) for first in FIRST_STEPS] for hours in HOURS]
            for lage in LAGE_KEYS
        ]
        for size in handbuch.vocabulary.keys("groessenklasse")
    ]


def _towns(handbuch: Handbuch) -> dict[str, list[Any]]:
    """Return name and number of the size class of listed towns, by the names that mean them."""
    keys = handbuch.vocabulary.keys("groessenklasse")
    found: dict[str, list[Any]] = {}
    for town in handbuch.gemeinden:
        size = handbuch.vocabulary.groessenklasse(town.einwohner)
        for name in (town.name, town.name.partition("/")[0]):
            if size is not None:
                found.setdefault(name.casefold(), [town.name, keys.index(size.key)])
    return found
