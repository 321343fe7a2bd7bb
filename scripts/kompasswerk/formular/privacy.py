"""Which numbers of a report may be shown: nothing about fewer than three towns.

Cells with one or two towns are hidden, then so many others that no hidden one can be had by
subtraction (decision 0022). A table with its sums is a circulation: each cell an edge, each sum
a node. A hidden cell is safe if and only if some cycle of hidden edges lets it take another
value; where there is none, the cheapest cycle is hidden too.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
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
    towns, ``fixed`` that whether it is shown has been settled before.
    """

    tail: str
    head: str
    value: int
    few: bool = False
    fixed: bool = False

    @property
    def lowest(self) -> int:
        """The lowest value that readers can think of, once it is hidden."""
        return 1 if 0 < self.value < FEWEST else FEWEST

    @property
    def highest(self) -> float:
        """The highest value that readers can think of, once it is hidden."""
        return FEWEST - 1 if 0 < self.value < FEWEST else inf


def few(value: int) -> bool:
    """Whether so many towns are too few to be shown; none at all may be shown."""
    return 0 < value < FEWEST


def hidden_edges(edges: Sequence[Edge], before: Iterable[int] = ()) -> frozenset[int]:
    """Return the positions of the edges to hide; ``before`` are those hidden already.

    Every edge with few towns is among them, and each of these could have another value as
    well, as far as readers can tell from what is shown.
    """
    hidden = {*before, *(place for place, edge in enumerate(edges) if edge.few)}
    for place in sorted(hidden, key=lambda each: (edges[each].value, each)):
        if edges[place].few:
            hidden |= _cheapest_cycle(edges, place, hidden)
    return frozenset(hidden)


def _cheapest_cycle(edges: Sequence[Edge], place: int, hidden: set[int]) -> set[int]:
    """Return what to hide so that one edge can change; everything hideable if nothing helps."""
    edge = edges[place]
    found = []
    if edge.value < edge.highest:
        found.append(_path(edges, edge.head, edge.tail, hidden, place))
    if edge.value > edge.lowest:
        found.append(_path(edges, edge.tail, edge.head, hidden, place))
    ways = [way for way in found if way is not None]
    if not ways:
        return {each for each, one in enumerate(edges) if one.value and not one.fixed}
    return set(min(ways)[1])


def _path(
    edges: Sequence[Edge], start: str, goal: str, hidden: set[int], without: int
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
    edges: Sequence[Edge], node: str, hidden: set[int], without: int
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

    def hidden(self) -> Iterator[Hidden]:
        """Yield what stands in place of each hidden number, sums among them."""
        for line in (*self.cells, self.rows, self.columns, (self.total,)):
            yield from (each for each in line if isinstance(each, Hidden))


def crossed(counts: Sequence[Sequence[int]]) -> Crossed:
    """Return a table of counts of towns by row and column, each town in one cell, protected."""
    width = len(counts[0]) if counts else 0
    rows = [sum(line) for line in counts]
    columns = [sum(line[column] for line in counts) for column in range(width)]
    edges = [
        *(
            _edge(f"row {row}", f"column {column}", value)
            for row, line in enumerate(counts)
            for column, value in enumerate(line)
        ),
        *(_edge("rows", f"row {row}", value) for row, value in enumerate(rows)),
        *(_edge(f"column {column}", "columns", value) for column, value in enumerate(columns)),
        _edge("columns", "rows", sum(rows)),
    ]
    shown = _shown(edges, hidden_edges(edges))
    lines = tuple(tuple(shown[row * width : (row + 1) * width]) for row in range(len(rows)))
    rest = shown[len(rows) * width :]
    return Crossed(lines, tuple(rest[: len(rows)]), tuple(rest[len(rows) : -1]), rest[-1])


def row(values: Sequence[int], few_too: Sequence[bool] = ()) -> tuple[tuple[Count, ...], Count]:
    """Return counts of towns and their sum, protected.

    ``few_too`` marks further numbers to hide, the last one the sum; without it there are none.
    """
    marks = few_too or [False] * (len(values) + 1)
    both = [*((each, "sum", "parts") for each in values), (sum(values), "parts", "sum")]
    edges = [
        Edge(tail, head, value, few=few(value) or mark)
        for (value, tail, head), mark in zip(both, marks, strict=True)
    ]
    shown = _shown(edges, hidden_edges(edges))
    return tuple(shown[:-1]), shown[-1]


def _edge(tail: str, head: str, value: int) -> Edge:
    return Edge(tail, head, value, few=few(value))


def _shown(edges: Sequence[Edge], hidden: frozenset[int]) -> list[Count]:
    return [
        edge.value if place not in hidden else Hidden.FEW if few(edge.value) else Hidden.KEPT
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
