"""How many words of the pages are not in a file; the same count for every program."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kompasswerk.vergleich import Expected, Found, Piece, letters

WORDS = re.compile(r"\w+")
PAGES = tuple(re.compile(rf"(?:Seite|page)\d{{{digits}}}") for digits in (1, 2, 3))
"""What ours add behind a link, by how many digits it has: the text may go on with a number.

The text counts with and without it.
"""
TOGETHER = 3
"""A word counts as found with its neighbours: this many in a row."""


def lost_words(expected: Expected, found: Found) -> int:
    """Return how many words of all pieces are nowhere in the file.

    A word is there if it stands with two neighbours of its piece, in any order of the pieces:
    ``letters`` leave no blanks, so that short words alone would be found by chance everywhere.
    """
    body = found.body + "\n" + found.notes
    body = "\n".join((body, *(pages.sub("", body) for pages in PAGES)))
    pieces = (*(piece for each in expected.documents for piece in each), *expected.anywhere)
    return sum(_lost(piece, body) for piece in pieces)


def _lost(piece: Piece, body: str) -> int:
    if piece.letters in body:
        return 0
    if piece.inner:
        return sum(_lost(part, body) for part in piece.inner)
    words = [word for word in map(letters, WORDS.findall(piece.text)) if word]
    there: set[int] = set()
    for places in _rows(len(words)):
        if "".join(words[place] for place in places) in body:
            there.update(places)
    return len(words) - len(there)


def _rows(count: int) -> Iterator[range]:
    width = min(TOGETHER, count)
    yield from (range(start, start + width) for start in range(count - width + 1) if width)
