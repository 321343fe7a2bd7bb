"""Which numbers of a report may be shown: nothing about fewer than three towns.

Cells with one or two towns are hidden, then so many others that no hidden one can be had by
subtraction (decision 0022). A table with its sums is a circulation: each cell an edge, each sum
a node. A hidden cell is safe if and only if some cycle of hidden edges lets it take another
value; where there is none, the cheapest cycle is hidden too.
"""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace
from enum import Enum
from itertools import count
from math import inf

FEWEST = 3
"""So many towns stand behind each number at least."""


class Hidden(Enum):
    """Why a number is not shown; the value is what stands in its place."""

    FEW = "unter 3"
    KEPT = "gesperrt"


Count = int | Hidden


@dataclass(frozen=True)
class Edge:
    """A number in a table that is published with its sums.

    It counts towards the sums ``tail`` and ``head``. ``few`` says that it concerns one or two
    towns, directly or by what is missing to its sum; ``fixed`` that it stays as it is, shown or
    hidden. The sign of a ``vague`` one does not tell whether it is below three.
    """

    tail: str
    head: str
    value: int
    few: bool = False
    fixed: bool = False
    vague: bool = False

    @property
    def lowest(self) -> int:
        """The lowest value that readers can think of, once it is hidden."""
        return 1 if self.vague or few(self.value) else FEWEST

    @property
    def highest(self) -> float:
        """The highest value that readers can think of, once it is hidden."""
        return FEWEST - 1 if few(self.value) and not self.vague else inf


def few(value: int) -> bool:
    """Whether so many towns are too few to be shown; none at all may be shown."""
    return 0 < value < FEWEST


def hidden_edges(edges: Sequence[Edge], before: Iterable[int] = ()) -> frozenset[int]:
    """Return the positions of the edges to hide; ``before`` are those hidden already.

    Every edge with few towns is among them, and each of these could have another value as
    well, as far as readers can tell from what is shown.
    """
    few_ones = {place for place, edge in enumerate(edges) if edge.few}
    hidden = {*before, *few_ones}
    for place in sorted(few_ones, key=lambda each: (edges[each].value, each)):
        hidden |= _cheapest_cycle(edges, place, hidden)
    return frozenset(hidden)


def safe(edges: Sequence[Edge], hidden: frozenset[int]) -> bool:
    """Whether each edge with few towns is hidden and could have another value as well."""
    return all(
        place in hidden and any(cost < 1 for cost, _ in _ways(edges, place, hidden))
        for place, edge in enumerate(edges)
        if edge.few
    )


def _cheapest_cycle(edges: Sequence[Edge], place: int, hidden: Set[int]) -> Set[int]:
    """Return what to hide so that one edge can change; all that may be hidden if nothing helps."""
    ways = _ways(edges, place, hidden)
    if not ways:
        return {each for each, one in enumerate(edges) if one.value and not one.fixed}
    return set(min(ways)[1])


def _ways(
    edges: Sequence[Edge], place: int, hidden: Set[int]
) -> list[tuple[float, tuple[int, ...]]]:
    """Return cost and edges of the cheapest way up and down for one edge, as far as there are."""
    edge = edges[place]
    up = edge.value < edge.highest
    down = edge.value > edge.lowest
    found = [
        _path(edges, edge.head, edge.tail, hidden, place) if up else None,
        _path(edges, edge.tail, edge.head, hidden, place) if down else None,
    ]
    return [way for way in found if way is not None]


def _path(
    edges: Sequence[Edge], start: str, goal: str, hidden: Set[int], without: int
) -> tuple[float, tuple[int, ...]] | None:
    """Return cost and edges of the cheapest way on which all can change, ``None`` if none."""
    tick = count()
    queue: list[tuple[float, int, str, tuple[int, ...]]] = [(0, next(tick), start, ())]
    done = set()
    while queue:
        cost, _, node, way = heapq.heappop(queue)
        if node == goal:
            return cost, way
        if node in done:
            continue
        done.add(node)
        for place, follows in _steps(edges, node, hidden, without):
            # Every further edge costs a little, so that of equal ways the shortest is taken.
            price = 0.001 if place in hidden else edges[place].value
            heapq.heappush(queue, (cost + price, next(tick), follows, (*way, place)))
    return None


def _steps(
    edges: Sequence[Edge], node: str, hidden: Set[int], without: int
) -> Iterator[tuple[int, str]]:
    for place, edge in enumerate(edges):
        closed = place not in hidden and (edge.fixed or edge.value < FEWEST)
        if place == without or closed:
            continue
        if edge.tail == node and edge.value < edge.highest:
            yield place, edge.head
        elif edge.head == node and edge.value > edge.lowest:
            yield place, edge.tail


@dataclass(frozen=True)
class Crossed:
    """A table of counts with its sums, as it may be shown.

    ``cells`` are by row, then by column; ``rows`` are the sums of the rows, ``columns`` those
    of the columns, ``total`` is the sum of all.
    """

    cells: tuple[tuple[Count, ...], ...]
    rows: tuple[Count, ...]
    columns: tuple[Count, ...]
    total: Count


def crossed(counts: Sequence[Sequence[int]]) -> Crossed:
    """Return a table of counts of towns by row and column, each town in one cell, protected.

    Sums come first: cells are hidden for their sake, sums for that of cells only in need.
    """
    width = len(counts[0]) if counts else 0
    sums = [sum(line) for line in counts]
    columns = [sum(line[column] for line in counts) for column in range(width)]
    if few(sum(sums)):
        return nothing_of(len(sums), width)
    cells = [
        _edge(f"row {number}", f"column {column}", value)
        for number, line in enumerate(counts)
        for column, value in enumerate(line)
    ]
    (first, total), (second, other) = row(sums), row(columns)
    signs = [*first, *second, total if isinstance(total, Hidden) else other]
    margins = [
        *_margins(sums, first, lambda number: ("rows", f"row {number}")),
        *_margins(columns, second, lambda number: (f"column {number}", "columns")),
        _edge("columns", "rows", sum(sums)),
    ]
    before = [len(cells) + place for place, each in enumerate(signs) if isinstance(each, Hidden)]
    # Sums that are safe by themselves stay so if no cell is shown at all.
    blank = [
        *[Hidden.KEPT] * len(cells),
        *_shown(margins, frozenset(p - len(cells) for p in before)),
    ]
    shown = _protected(cells, margins, before) or blank
    lines = [shown[number * width :][:width] for number in range(len(sums))]
    down, across = shown[len(cells) :][: len(sums)], shown[-1 - width : -1]
    for line, own in zip(lines, zeros_under(down), strict=True):
        pairs = zip(line, zeros_under(across), strict=True)
        line[:] = [(own or other or 0) if cell == 0 else cell for cell, other in pairs]
    return Crossed(tuple(map(tuple, lines)), tuple(down), tuple(across), shown[-1])


def nothing_of(rows: int, columns: int) -> Crossed:
    """Return a table that is about one or two towns only, and tells nothing of them."""
    line = (Hidden.FEW,) * columns
    return Crossed((line,) * rows, (Hidden.FEW,) * rows, line, Hidden.FEW)


def zeros_under(sums: Sequence[Count]) -> list[Hidden | None]:
    """Return for each sum what a zero that counts towards it reads, ``None`` where it is shown.

    A zero among one or two towns is about them too. Where the signs do not tell which sums are
    small, no zero may do so.
    """
    told = Hidden.FEW in sums
    return [
        each if isinstance(each, Hidden) and (each is Hidden.FEW or not told) else None
        for each in sums
    ]


def _margins(
    values: Sequence[int], shown: Sequence[Count], ends: Callable[[int], tuple[str, str]]
) -> Iterator[Edge]:
    """Yield sums that are protected for themselves, with what their signs tell."""
    vague = any(
        few(value) and sign is Hidden.KEPT for value, sign in zip(values, shown, strict=True)
    )
    for number, value in enumerate(values):
        yield replace(_edge(*ends(number), value), vague=vague)


def row(values: Sequence[int], few_too: Sequence[bool] = ()) -> tuple[tuple[Count, ...], Count]:
    """Return counts of towns and their sum, protected.

    ``few_too`` marks further numbers to hide, the last one the sum; without it there are none.
    """
    if few(sum(values)):
        return tuple(Hidden.FEW for _ in values), Hidden.FEW
    marks = few_too or [False] * (len(values) + 1)
    both = [*((each, "sum", "parts") for each in values), (sum(values), "parts", "sum")]
    edges = [
        Edge(tail, head, value, few=few(value) or (mark and value >= FEWEST))
        for (value, tail, head), mark in zip(both, marks, strict=True)
    ]
    before = [len(values)] if edges[-1].few else []
    shown = _protected(edges[:-1], edges[-1:], before) or _with_sum(edges)
    return tuple(shown[:-1]), shown[-1]


def parts_of_known(values: Sequence[int]) -> tuple[Count, ...]:
    """Return counts of towns whose sum readers know anyway, protected; all hidden if need be."""
    shown, total = row(values)
    return tuple(Hidden.KEPT for _ in values) if isinstance(total, Hidden) else shown


def _protected(
    cells: Sequence[Edge], sums: Sequence[Edge], before: Sequence[int]
) -> list[Count] | None:
    """Return cells and sums as they may be shown; ``before`` are sums that are hidden anyway.

    If signs that say which cells are below three would tell too much, cells have none. ``None``
    if the other sums cannot stay.
    """
    kept = [replace(each, fixed=True) for each in sums]
    vague = [replace(each, vague=True) for each in cells]
    for edges in ([*cells, *kept], [*vague, *kept]):
        hidden = hidden_edges(edges, before)
        if safe(edges, hidden):
            return _shown(edges, hidden)
    return None


def _with_sum(edges: Sequence[Edge]) -> list[Count]:
    """Return numbers of which the last is the sum, which must be hidden too."""
    hidden = hidden_edges(edges)
    if safe(edges, hidden):
        return _shown(edges, hidden)
    return [edge.value and Hidden.KEPT for edge in edges]


def _edge(tail: str, head: str, value: int) -> Edge:
    return Edge(tail, head, value, few=few(value))


def _shown(edges: Sequence[Edge], hidden: frozenset[int]) -> list[Count]:
    return [
        edge.value
        if place not in hidden
        else Hidden.FEW
        if few(edge.value) and not edge.vague
        else Hidden.KEPT
        for place, edge in enumerate(edges)
    ]


@dataclass
class Published:
    """The sets of towns over which sums of a quantity have been shown.

    Two sums over nearly the same towns give away the rest by subtraction; so a set may only
    contain another, or lie in it, if they are the same or differ by three towns at least.
    """

    sets: dict[str, list[frozenset[int]]] = field(default_factory=dict)

    def may(self, quantity: str, towns: frozenset[int]) -> bool:
        """Whether a sum over these towns may be shown besides all that is shown already."""
        if len(towns) < FEWEST:
            return False
        shown = self.sets.get(quantity, ())
        nested = (each for each in shown if each < towns or towns < each)
        return all(len(each ^ towns) >= FEWEST for each in nested)

    def add(self, quantity: str, towns: frozenset[int]) -> None:
        """Note that a sum over these towns is shown, and what subtraction gives from it."""
        shown = self.sets.setdefault(quantity, [])
        rests = [each - towns for each in shown if towns < each]
        rests += [towns - each for each in shown if each < towns]
        shown.extend(each for each in (towns, *rests) if each not in shown)

    def groups(
        self, quantity: str, groups: Mapping[int, frozenset[int]], hidden: Iterable[int]
    ) -> frozenset[int]:
        """Note sums by groups of the towns of a shown sum; return the groups that are shown.

        ``hidden`` groups stay hidden; others join them until what is left of the whole may be
        shown itself, since readers can subtract.
        """
        shut = {place for place, towns in groups.items() if not self.may(quantity, towns)}
        shut |= set(hidden)
        shut -= {place for place in shut if not groups[place]}
        for place in sorted(groups, key=lambda each: (len(groups[each]), each)):
            rest = frozenset[int]().union(*(groups[each] for each in shut))
            if not rest or self.may(quantity, rest):
                break
            shut.add(place)
        shown = frozenset(place for place in groups if place not in shut and groups[place])
        for place in sorted(shown):
            self.add(quantity, groups[place])
        return shown
