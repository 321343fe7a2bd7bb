"""Numbers of towns as a report may show them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from statistics import median

from .privacy import FEWEST, Count, Hidden, Published, row

Figure = Decimal | Hidden
FEWEST_FOR_MEDIAN = 2 * FEWEST
FEWEST_FOR_ENDS = 3 * FEWEST
ONE = Decimal("0.1")
HUNDRED = Decimal(100)


@dataclass(frozen=True)
class Groups:
    """Towns in groups, each in one; ``names`` are what the groups are called."""

    names: tuple[str, ...]
    members: tuple[frozenset[int], ...]

    @classmethod
    def of(cls, names: Sequence[str], group_of: Mapping[int, str]) -> Groups:
        """Return the groups that hold a town, in the order of ``names``."""
        found = {
            name: frozenset(town for town, own in group_of.items() if own == name) for name in names
        }
        kept = {name: towns for name, towns in found.items() if towns}
        return cls(tuple(kept), tuple(kept.values()))

    def within(self, towns: frozenset[int]) -> dict[int, frozenset[int]]:
        """Return of each group the towns that are among these, by its position."""
        return {place: members & towns for place, members in enumerate(self.members)}


@dataclass(frozen=True)
class Summary:
    """Numbers of several towns.

    ``low`` and ``high`` are the means of the three lowest and of the three highest. ``groups``
    has number of towns and mean of each group.
    """

    n: Count
    total: Figure
    mean: Figure
    median: Figure
    low: Figure
    high: Figure
    groups: tuple[tuple[Count, Figure | None], ...]


def summary(
    quantity: str, values: Mapping[int, Decimal], groups: Groups, published: Published
) -> Summary:
    """Return what may be shown of one number for each town.

    ``quantity`` names what is summed up: the same for questions that ask for the same.
    """
    towns = frozenset(values)
    inside = groups.within(towns)
    counts, n = row([len(each) for each in inside.values()])
    if not published.may(quantity, towns):
        sign = Hidden.FEW if 0 < len(towns) < FEWEST else Hidden.KEPT
        shut_groups = tuple((each, _sign(each)) for each in counts)
        return Summary(n, sign, sign, sign, sign, sign, shut_groups)
    published.add(quantity, towns)
    shut = [place for place, each in enumerate(counts) if isinstance(each, Hidden)]
    shown = published.groups(quantity, inside, shut)
    by_group = [
        (each, _mean(inside[place], values) if place in shown else _sign(each))
        for place, each in enumerate(counts)
    ]
    ordered = sorted(values.values())
    ends = len(ordered) >= FEWEST_FOR_ENDS
    return Summary(
        n,
        sum(ordered, Decimal()),
        rounded(sum(ordered, Decimal()) / len(ordered)),
        rounded(median(ordered)) if len(ordered) >= FEWEST_FOR_MEDIAN else Hidden.KEPT,
        rounded(sum(ordered[:FEWEST], Decimal()) / FEWEST) if ends else Hidden.KEPT,
        rounded(sum(ordered[-FEWEST:], Decimal()) / FEWEST) if ends else Hidden.KEPT,
        tuple(by_group),
    )


@dataclass(frozen=True)
class Ratio:
    """One sum as a share of another, over the towns that gave both.

    ``percent`` is that of the sums, so that large towns weigh more. ``groups`` has number of
    towns and per cent of each group.
    """

    n: Count
    part: Figure
    whole: Figure
    percent: Figure
    groups: tuple[tuple[Count, Figure | None], ...]


def ratio(
    quantities: tuple[str, str],
    pairs: Mapping[int, tuple[Decimal, Decimal]],
    groups: Groups,
    published: Published,
) -> Ratio:
    """Return a share of sums; ``pairs`` are part and whole by town."""
    towns = frozenset(pairs)
    inside = groups.within(towns)
    counts, n = row([len(each) for each in inside.values()])
    if not all(published.may(each, towns) for each in quantities):
        sign = Hidden.FEW if 0 < len(towns) < FEWEST else Hidden.KEPT
        return Ratio(n, sign, sign, sign, tuple((each, _sign(each)) for each in counts))
    shut = {place for place, each in enumerate(counts) if isinstance(each, Hidden)}
    for quantity in quantities:
        published.add(quantity, towns)
    shown = frozenset(inside)
    for quantity in quantities:
        shown &= published.groups(quantity, inside, shut)
    by_group = [
        (each, _percent(inside[place], pairs) if place in shown else _sign(each))
        for place, each in enumerate(counts)
    ]
    part, whole = (sum((pair[side] for pair in pairs.values()), Decimal()) for side in (0, 1))
    return Ratio(n, part, whole, _percent(towns, pairs), tuple(by_group))


def rounded(value: Decimal) -> Decimal:
    """Return a number with one digit behind the comma, halves away from zero."""
    return value.quantize(ONE, ROUND_HALF_UP)


def share(part: Count, whole: Count) -> Figure:
    """Return per cent of two numbers that are shown; the sign of the hidden one otherwise."""
    if isinstance(part, Hidden):
        return part
    if isinstance(whole, Hidden):
        return whole
    return rounded(part * HUNDRED / whole) if whole else Decimal()


def _mean(towns: frozenset[int], values: Mapping[int, Decimal]) -> Figure:
    return rounded(sum((values[each] for each in towns), Decimal()) / len(towns))


def _percent(towns: frozenset[int], pairs: Mapping[int, tuple[Decimal, Decimal]]) -> Figure:
    part, whole = (sum((pairs[each][side] for each in towns), Decimal()) for side in (0, 1))
    return rounded(part * HUNDRED / whole) if whole else Decimal()


def _sign(count: Count) -> Figure | None:
    """Return what stands in place of the mean of a group; ``None`` for a group of no town."""
    if isinstance(count, Hidden):
        return count
    return Hidden.KEPT if count else None
