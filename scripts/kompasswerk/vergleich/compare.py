"""Expected against found: what is missing, doubled or out of order."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from .content import Expected, Found, Piece, letters
from .places import SHORT, Body, Spot, sure_places

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
    body = Body(found.body, between)
    everything = Body(found.notes + "\n" + found.body)
    return (
        *_in_order(expected, body),
        *(
            _missing(piece, everything.text)
            for piece in expected.anywhere
            # A note that a note cites may stand in its middle: then each part counts.
            if not all(part in everything.text for part in piece.parts)
        ),
        *_counted(expected, found),
    )


def _in_order(expected: Expected, body: Body) -> Iterator[Finding]:
    """Yield the faults of all documents, whose pieces must stand in their order."""
    pieces = [piece for document in expected.documents for piece in document]
    moved = "|".join(piece.letters for piece in expected.anywhere)
    sure = sure_places(pieces, body)
    fixed = sorted(sure)
    begun = here = 0
    for document in expected.documents:
        end = begun + len(document)
        for index in range(begun, end):
            spot = sure.get(index)
            if spot is None:
                near = bisect_left(fixed, index)
                limit = sure[fixed[near]][0] if near < len(fixed) else len(body.text)
                spot = body.first(pieces[index], here, max(here, limit))
                if spot is None:
                    yield from _not_there(pieces[index], body, here, limit)
                    continue
            here = max(here, spot[1])
        inside = fixed[bisect_left(fixed, begun) : bisect_left(fixed, end)]
        if inside:
            said = "".join(piece.letters for piece in document) + "|" + moved
            span = (sure[inside[0]][0], sure[inside[-1]][1])
            yield from _doubled(document, said, body, span)
        begun = end


def _not_there(piece: Piece, body: Body, here: int, limit: int) -> Iterator[Finding]:
    """Yield what is wrong with a piece that does not stand between its neighbours."""
    near = body.text[here:limit]
    if _mirrored(piece) and not Counter(piece.letters) - Counter(near):
        return
    if piece.inner:
        yield from _inside(piece, body, near)
    elif len(piece.letters) >= SHORT and body.spots(piece):
        yield _misplaced(piece)
    else:
        yield _missing(piece, near)


def _mirrored(piece: Piece) -> bool:
    """Return whether the piece has letters that run from right to left.

    Among others these stand in a PDF in the order in which they are seen, not read; all that
    can be asked is that none is missing.
    """
    return any(unicodedata.bidirectional(sign) in ("R", "AL", "AN") for sign in piece.letters)


def _inside(piece: Piece, body: Body, near: str) -> Iterator[Finding]:
    """Yield which parts of a table row or item are missing, or that their order is wrong."""
    lost = [part for part in piece.inner if not body.pattern(part).search(near)]
    for part in lost:
        yield _missing(part, near)
    if not lost and len(piece.letters) >= SHORT:
        yield _misplaced(piece)


def _doubled(pieces: Sequence[Piece], said: str, body: Body, span: Spot) -> Iterator[Finding]:
    """Yield long pieces that stand more often in ``span`` than they are said."""
    told: set[str] = set()
    for piece in pieces:
        text = piece.letters
        if len(text) < SHORT or text in told or len(body.spots(piece)) < 2:
            continue
        told.add(text)
        if _apart(body.spots(piece), *span) > len(body.pattern(piece).findall(said)):
            yield Finding("doppelt", _quoted(piece), piece.source, piece.line)


def _apart(spots: Sequence[Spot], begin: int, end: int) -> int:
    """Count the places from ``begin`` to ``end`` that do not overlap, as ``findall`` does."""
    count = 0
    for start, stop in spots:
        if begin <= start < end:
            count += 1
            begin = stop
    return count


# ---------------------------------------------------------------- messages


def _missing(piece: Piece, body: str) -> Finding:
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
