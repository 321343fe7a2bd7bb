"""How many meetings of a kind there were: nothing is counted twice, nothing is divided."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from .buendnis import YES, Spanne, Termin


@dataclass(frozen=True)
class Terminzahl:
    """How many meetings of a kind lie in some days.

    ``summe`` is the count, ``einzeln`` how many of them stand by themselves with a date,
    ``angekuendigt`` how many of those were only announced. ``unteilbar`` are entries for
    several days that reach beyond the days asked for: they are not in ``summe``.
    """

    art: str
    summe: int
    einzeln: int
    angekuendigt: int
    unteilbar: tuple[Termin, ...] = ()


def counted(termine: Iterable[Termin], art: str, period: Spanne) -> Terminzahl:
    """Return the count of a kind in a period."""
    known = [(each, each.spanne) for each in termine if each.art == art]
    inside = [(each, days) for each, days in known if days is not None and period.holds(days)]
    totals = [(each, days) for each, days in inside if each.total]
    singles = [each for each, _ in inside if each.datum]
    free = [
        each
        for each, days in inside
        if not each.total and not any(covers(total, each) for total, _ in totals)
    ]
    beyond = (
        each
        for each, days in known
        if days is not None and not each.datum and days.meets(period) and not period.holds(days)
    )
    return Terminzahl(
        art,
        sum(each.count for each in (*(total for total, _ in totals), *free)),
        len(singles),
        sum(each.angekuendigt == YES for each in singles),
        tuple(beyond),
    )


def covers(total: Termin, other: Termin) -> bool:
    """Whether a total counts another entry already; one that may be counted is."""
    own, days = total.spanne, other.spanne
    return (
        total.total
        and total is not other
        and total.art == other.art
        and total.ag in (None, other.ag)
        and own is not None
        and days is not None
        and own.meets(days)
    )
