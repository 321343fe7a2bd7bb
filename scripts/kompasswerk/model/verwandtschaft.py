"""Which cases are most like a case.

Each page of a case asks this of all others. A set of cases is a number here, with a bit for each
case; so all cases get their points at once, and five thousand pages cost hardly more each than a
hundred.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import reduce
from itertools import islice
from operator import or_

from .aehnlich import SIZE_POINTS, merkmale_of, reason, size_place
from .seiten import Fall
from .vocabulary import Vocabulary

AT_MOST = 3
_APPROACH, _BUILDING, _LAND, _OWNER, _INSTRUMENT = 3, 3, 2, 1, 1
_EVIDENCE = {"hoch": 3, "mittel": 2}


class Verwandtschaft:
    """Finds the cases that are most like a case."""

    def __init__(self, cases: Iterable[Fall], vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary
        self._cases = sorted(cases, key=lambda case: case.path)
        self._saying: dict[tuple[str, str | int], int] = defaultdict(int)
        for number, case in enumerate(self._cases):
            for said in self._said(case):
                self._saying[said] |= 1 << number

    def similar(self, case: Fall, at_most: int = AT_MOST) -> tuple[tuple[Fall, str], ...]:
        """Return the cases that are most like this one, each with the reason, the best first.

        At most one from each place, and of cases with the same points the first by path; none if
        no other has its approach and its kind of building.
        """
        merkmale = merkmale_of(case, self.vocabulary)
        found = islice(self._best(case), at_most)
        return tuple((other, reason(other, merkmale, self.vocabulary)) for other in found)

    def _best(self, case: Fall) -> Iterator[Fall]:
        """Yield cases with an approach and a kind of building of this one, the best first."""
        points = self._points(case)
        left = self._any("ansatz", case.ansatz) & self._any("gebaeudetyp", case.gebaeudetyp)
        left &= ~self._any("path", (case.path,))
        while left:
            best = points.most(left)
            other = self._cases[_first(best)]
            yield other
            left &= ~self._any("ort", (other.ort,))

    def _points(self, case: Fall) -> _Points:
        points = _Points()
        for key in set(case.ansatz):
            points.add(self._any("ansatz", (key,)), _APPROACH)
        for key in set(case.gebaeudetyp):
            points.add(self._any("gebaeudetyp", (key,)), _BUILDING)
        points.add(self._any("eigentum", case.eigentum), _OWNER)
        points.add(self._any("land", (case.land,)), _LAND)
        size = size_place(case, self.vocabulary)
        if size is not None:
            for apart, worth in SIZE_POINTS.items():
                points.add(self._any("size", (size - apart, size + apart)), worth)
        once = twice = 0
        for key in set(case.instrumente):
            same = self._any("instrumente", (key,))
            once, twice = once | same, twice | once & same
        points.add(once, _INSTRUMENT)
        points.add(twice, _INSTRUMENT)
        for key, evidence in _EVIDENCE.items():
            points.add(self._any("beleg", (key,)), evidence)
        return points

    def _said(self, case: Fall) -> Iterator[tuple[str, str | int]]:
        """Yield all that a case says and others may say too, with its path."""
        for name in ("ansatz", "gebaeudetyp", "eigentum", "instrumente"):
            yield from ((name, key) for key in getattr(case, name))
        for name in ("land", "ort", "beleg", "path"):
            yield name, getattr(case, name)
        size = size_place(case, self.vocabulary)
        if size is not None:
            yield "size", size

    def _any(self, name: str, keys: Iterable[str | int]) -> int:
        """Return the cases that say at least one of these."""
        return reduce(or_, (self._saying.get((name, key), 0) for key in keys), 0)


class _Points:
    """Points of many cases, in the binary system: the ones of all cases, the twos, the fours."""

    def __init__(self) -> None:
        self._digits: list[int] = []

    def add(self, cases: int, points: int) -> None:
        """Give points, none or more, to each of these cases."""
        for place in range(points.bit_length()):
            if points >> place & 1:
                self._carry(cases, place)

    def most(self, cases: int) -> int:
        """Return those of these cases that have the most points."""
        for digit in reversed(self._digits):
            cases = cases & digit or cases
        return cases

    def _carry(self, cases: int, place: int) -> None:
        while cases:
            if place >= len(self._digits):
                self._digits += [0] * (place + 1 - len(self._digits))
            digit = self._digits[place]
            self._digits[place], cases = digit ^ cases, digit & cases
            place += 1


def _first(cases: int) -> int:
    """Return the number of the first of these cases."""
    return (cases & -cases).bit_length() - 1
