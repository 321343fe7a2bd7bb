"""Which answer a cell or control claims to be, by its tag, its bookmark and its title."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from ..formular.answers import Erkannt
from ..model.formular import Stelle
from .known import LONGEST_TITLE, Known
from .oxml.told import Control, Para, Piece


class Claims(NamedTuple):
    """What the marks in a cell say, each ``None`` or empty where there is none.

    ``titles`` are all places that a title may mean; ``several`` says that tags name more than
    one place.
    """

    tag: Stelle | None = None
    mark: Stelle | None = None
    titles: tuple[Stelle, ...] = ()
    several: bool = False

    def __bool__(self) -> bool:
        """Whether there is any claim at all."""
        return bool(self.tag or self.mark or self.titles)

    def firm(self) -> tuple[Stelle, Erkannt] | None:
        """Return the place that a tag or bookmark names, and which of them did."""
        if self.tag is not None:
            return self.tag, Erkannt.TAG
        return None if self.mark is None else (self.mark, Erkannt.BOOKMARK)


NO_CLAIMS = Claims()


def claims_of(paras: Sequence[Para], known: Known) -> Claims:
    """Return what the marks in some paragraphs claim."""
    marks: list[str] = []
    controls: list[Control] = []
    for para in paras:
        marks += para.marks
        controls += [piece.control for piece in para.pieces if piece.control]
    if not marks and not controls:
        return NO_CLAIMS
    mark = next((known.marks[name] for name in marks if name in known.marks), None)
    tags: dict[Stelle, None] = {}
    titles: tuple[Stelle, ...] = ()
    for control in controls:
        stelle = place_named(control.tag) if control.tag else None
        if stelle is not None:
            tags[stelle] = None
        elif control.title:
            titles = titles or known.titles.get(control.title[:LONGEST_TITLE], ())
    return Claims(next(iter(tags), None), mark, titles, len(tags) > 1)


def tag_of(piece: Piece) -> Stelle | None:
    """Return the place that the tag of a control names, ``None`` if it names none."""
    return place_named(piece.control.tag) if piece.control and piece.control.tag else None


@lru_cache(maxsize=10_000)
def place_named(tag: str) -> Stelle | None:
    """Return the place in a tag, which may go on with the number of a box."""
    return Stelle.read(tag.partition("#")[0])


def owner(piece: Piece, known: Known) -> tuple[Stelle, Erkannt] | None:
    """Return whose answer a piece outside of tables is; a title counts only if it is unique."""
    claims = claims_of((Para((piece,), (piece.mark,) if piece.mark else ()),), known)
    found = claims.firm()
    if found is None and len(claims.titles) == 1:
        found = claims.titles[0], Erkannt.TITLE
    return found
