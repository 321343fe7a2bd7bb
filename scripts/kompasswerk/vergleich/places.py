"""Where the pieces of a book stand in the letters of a finished file."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from .content import Piece

SHORT = 12
"""Pieces with fewer letters may stand in a text by chance: none is doubled or out of order."""

Spot = tuple[int, int]


@dataclass
class Body:
    """The letters of a file; ``between`` is a pattern of what may stand in the middle of pieces."""

    text: str
    between: str = ""
    _spots: dict[tuple[str, ...], list[Spot]] = field(default_factory=dict)

    def spots(self, piece: Piece) -> list[Spot]:
        """Return begin and end of every place of a piece; places may overlap."""
        if piece.parts not in self._spots:
            self._spots[piece.parts] = list(self._matches(piece))
        return self._spots[piece.parts]

    def first(self, piece: Piece, here: int, limit: int) -> Spot | None:
        """Return the first place of a piece from ``here`` up to ``limit``."""
        match = self.pattern(piece).search(self.text, here, limit)
        return None if match is None else match.span()

    def pattern(self, piece: Piece) -> re.Pattern[str]:
        """Return what matches a piece."""
        return re.compile(self.between.join(map(re.escape, piece.parts)))

    def _matches(self, piece: Piece) -> Iterator[Spot]:
        """Looking for the first part alone is what keeps this fast."""
        pattern, head = self.pattern(piece), piece.parts[0]
        start = self.text.find(head)
        while start >= 0:
            match = pattern.match(self.text, start)
            if match is not None:
                yield match.span()
            start = self.text.find(head, start + 1)


def sure_places(pieces: Sequence[Piece], body: Body) -> dict[int, Spot]:
    """Return the places of those pieces that stand as often as the book says, in their order.

    What two pages say alike so finds its place too. Pieces out of order are left out.
    """
    total = Counter(piece.parts for piece in pieces)
    told: dict[tuple[str, ...], int] = defaultdict(int)
    sure: list[tuple[int, Spot]] = []
    for index, piece in enumerate(pieces):
        if len(piece.letters) < SHORT:
            continue
        found = body.spots(piece)
        if len(found) == total[piece.parts]:
            sure.append((index, found[told[piece.parts]]))
            told[piece.parts] += 1
    kept = _ascending([spot[0] for _, spot in sure])
    return dict(sure[place] for place in kept)


def _ascending(starts: Sequence[int]) -> list[int]:
    """Return the places of a longest ascending run of ``starts``."""
    tails: list[int] = []
    tops: list[int] = []
    before: list[int] = []
    for place, start in enumerate(starts):
        height = bisect_left(tops, start)
        before.append(tails[height - 1] if height else -1)
        tails[height : height + 1] = [place]
        tops[height : height + 1] = [start]
    result: list[int] = []
    place = tails[-1] if tails else -1
    while place >= 0:
        result.append(place)
        place = before[place]
    return result[::-1]
