"""Expected against found: what is missing, doubled or out of order."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from .content import Expected, Found, Piece, letters

SHORT = 12
"""Pieces with fewer letters may stand in a text by chance: none is doubled or out of order."""
NEAR = 300
"""So many letters an exporter may add around a few, as page numbers and labels."""
QUOTED = 70
WORDS = re.compile(r"\w+")


@dataclass(frozen=True)
class Finding:
    """One fault. ``kind`` is ``fehlt``, ``doppelt``, ``Reihenfolge`` or ``Ziel``."""

    kind: str
    text: str
    source: str = ""
    line: int | None = None

    def __str__(self) -> str:
        place = f"{self.source}:{self.line}" if self.line else self.source
        return f"{place}: {self.kind}: {self.text}" if place else f"{self.kind}: {self.text}"


def compare(expected: Expected, found: Found, inserted: Sequence[str] = ()) -> tuple[Finding, ...]:
    """Return all faults, by document in reading order, then notes, pictures and links.

    ``inserted`` are regular expressions of letters that an exporter may put between the parts
    of a piece, such as the page number behind a link.
    """
    between = f"(?:{'|'.join(inserted)})?" if inserted else ""
    findings: list[Finding] = []
    before = 0
    for pieces in expected.documents:
        spots = [_spots(piece, found.body, between) for piece in pieces]
        fixed = _fixed(spots)
        findings += _document(pieces, spots, fixed, found.body, between, before)
        before = max((match.end for match in fixed.values()), default=before)
    everything = found.notes + "\n" + found.body
    findings += [
        _missing(piece, everything, between)
        for piece in expected.anywhere
        if not _pattern(piece, between).search(everything)
    ]
    return (*findings, *_counted(expected, found))


# ---------------------------------------------------------------- one document


@dataclass(frozen=True)
class _Match:
    """A piece at its place in the text; ``start`` is -1 for one that was not found."""

    piece: Piece
    start: int
    end: int


def _fixed(spots: Sequence[list[_Match]]) -> dict[int, _Match]:
    """Return the only places of those pieces that stand once, without those out of order."""
    sure = [(index, found[0]) for index, found in enumerate(spots) if len(found) == 1]
    kept = {sure[place][0] for place in _ascending([match.start for _, match in sure])}
    return {index: match for index, match in sure if index in kept}


def _document(
    pieces: Sequence[Piece],
    spots: Sequence[list[_Match]],
    fixed: dict[int, _Match],
    body: str,
    between: str,
    before: int,
) -> Iterator[Finding]:
    """Yield the faults of one document, whose pieces must stand in their order.

    ``before`` is where the document before it ends.
    """
    anchors = sorted(fixed)
    here = _begin(pieces, fixed, anchors) if anchors else before
    for index, piece in enumerate(pieces):
        if index in fixed:
            here = max(here, fixed[index].end)
            continue
        limit = _limit(here, index, pieces, fixed, anchors, len(body))
        match = next((m for m in spots[index] if here <= m.start and m.end <= limit), None)
        if match is not None:
            here = match.end
        elif _mirrored(piece) and not Counter(piece.letters) - Counter(body[here:limit]):
            continue
        elif piece.inner:
            yield from _inside(piece, body[here:limit], between)
        elif spots[index] and len(piece.letters) >= SHORT:
            yield _misplaced(piece)
        else:
            yield _missing(piece, body[here:limit], between)
    yield from _doubled(pieces, spots, fixed)


def _mirrored(piece: Piece) -> bool:
    """Return whether the piece has letters that run from right to left.

    Among others these stand in a PDF in the order in which they are seen, not read; all that
    can be asked is that none is missing.
    """
    return any(unicodedata.bidirectional(sign) in ("R", "AL", "AN") for sign in piece.letters)


def _begin(pieces: Sequence[Piece], fixed: dict[int, _Match], anchors: Sequence[int]) -> int:
    """Return where the first piece may begin: near before the first sure one."""
    before = sum(len(piece.letters) for piece in pieces[: anchors[0]])
    return max(0, fixed[anchors[0]].start - 3 * before - NEAR)


def _limit(
    here: int,
    index: int,
    pieces: Sequence[Piece],
    fixed: dict[int, _Match],
    anchors: Sequence[int],
    end: int,
) -> int:
    """Return where the next piece must end: at the next sure one, or near behind the last."""
    place = bisect_left(anchors, index)
    if place < len(anchors):
        return fixed[anchors[place]].start
    if not anchors:
        return end
    left = sum(len(piece.letters) for piece in pieces[index:])
    return min(end, here + 3 * left + NEAR)


def _inside(piece: Piece, body: str, between: str) -> Iterator[Finding]:
    """Yield which parts of a table row or item are missing, or that their order is wrong."""
    lost = [part for part in piece.inner if not _pattern(part, between).search(body)]
    for part in lost:
        yield _missing(part, body, between)
    if not lost and len(piece.letters) >= SHORT:
        yield _misplaced(piece)


def _spots(piece: Piece, body: str, between: str) -> list[_Match]:
    return list(_matches(piece, body, between))


def _matches(piece: Piece, body: str, between: str) -> Iterator[_Match]:
    """Yield every place of a piece; looking for its first part alone is what keeps this fast."""
    pattern = _pattern(piece, between)
    start = body.find(piece.parts[0])
    while start >= 0:
        match = pattern.match(body, start)
        if match is not None:
            yield _Match(piece, start, match.end())
        start = body.find(piece.parts[0], match.end() if match is not None else start + 1)


def _pattern(piece: Piece, between: str) -> re.Pattern[str]:
    return re.compile(between.join(map(re.escape, piece.parts)))


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


def _doubled(
    pieces: Sequence[Piece], spots: Sequence[list[_Match]], fixed: dict[int, _Match]
) -> Iterator[Finding]:
    """Yield long pieces that stand more often between the first and last than the pages say."""
    if not fixed:
        return
    begin, end = min(m.start for m in fixed.values()), max(m.end for m in fixed.values())
    said = "".join(piece.letters for piece in pieces)
    told: set[str] = set()
    for piece, found in zip(pieces, spots, strict=True):
        text = piece.letters
        if len(found) < 2 or len(text) < SHORT or text in told:
            continue
        if sum(begin <= match.start < end for match in found) > said.count(text):
            told.add(text)
            yield Finding("doppelt", _quoted(piece), piece.source, piece.line)


# ---------------------------------------------------------------- messages


def _missing(piece: Piece, body: str, between: str) -> Finding:
    words = [word for word in WORDS.findall(piece.text) if letters(word) not in body]
    what = f"{piece.kind} {_quoted(piece)}"
    if words and len(words) < len(WORDS.findall(piece.text)):
        what += f"; nirgends in der Nähe: {', '.join(dict.fromkeys(words))}"
    return Finding("fehlt", what, piece.source, piece.line)


def _misplaced(piece: Piece) -> Finding:
    return Finding("Reihenfolge", f"{piece.kind} {_quoted(piece)}", piece.source, piece.line)


def _quoted(piece: Piece) -> str:
    text = " ".join(piece.text.split())
    return f"„{text if len(text) <= QUOTED else text[:QUOTED] + '…'}“"


def _counted(expected: Expected, found: Found) -> Iterator[Finding]:
    for alt, count in (expected.pictures - found.pictures).items():
        yield Finding("fehlt", f"Bild mit dem Alternativtext „{alt}“ ({count}-mal)")
    for url, count in (expected.links - found.links).items():
        yield Finding("fehlt", f"Link auf {url} ({count}-mal)")
    if found.inner_links < expected.inner_links:
        lost = expected.inner_links - found.inner_links
        yield Finding("fehlt", f"{lost} von {expected.inner_links} Links im Buch")
    yield from _formulas(expected.formulas, found)
    yield from _dangling(found.dangling)


def _formulas(expected: Sequence[str], found: Found) -> Iterator[Finding]:
    """Yield a fault if formulas are missing; one that stands as LaTeX is not missing."""
    lost = len(expected) - found.formulas
    if lost > 0 and lost > sum(latex in found.body for latex in expected):
        yield Finding("fehlt", f"{lost} von {len(expected)} Formeln")


def _dangling(names: Iterable[str]) -> Iterator[Finding]:
    for name in names:
        yield Finding("Ziel", f"Ein Link führt zu „{name}“; diese Stelle gibt es nicht.")
