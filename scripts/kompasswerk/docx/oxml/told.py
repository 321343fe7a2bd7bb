"""What a returned Word file tells: paragraphs, tables, and what stands in which control."""

from __future__ import annotations

from typing import NamedTuple

TICKED, UNTICKED = "☒", "☐"
STRUCK, HIDDEN = "durchgestrichen", "ausgeblendet"
DELETED = "gelöscht (Änderungen nachverfolgen)"
UNDERLINED, HIGHLIGHTED = "unterstrichen", "farbig markiert"
EMPHASIS = (UNDERLINED, HIGHLIGHTED)
"""Looks of text that counts all the same."""


class Control(NamedTuple):
    """A content control; ``checked`` is ``None`` for all but check boxes.

    ``hint`` says that only a placeholder stands in it; ``day`` is its day as an ISO date, empty
    where it has none.
    """

    tag: str = ""
    title: str = ""
    hint: bool = False
    checked: bool | None = None
    day: str = ""


class Piece(NamedTuple):
    """Text of a paragraph that stands in one control and one bookmark, or in none."""

    text: str
    control: Control | None = None
    mark: str = ""


class Aside(NamedTuple):
    """Text of a paragraph that looks unlike the rest; ``how`` is the German word for it.

    Unless that is one of :data:`EMPHASIS`, the paragraph's own text lacks it. ``at`` are the
    letters of that text before it.
    """

    how: str
    piece: Piece
    at: int


class Para(NamedTuple):
    """A paragraph; ``marks`` are the bookmarks of answers that begin in it.

    ``boxed`` says that it stands in a text box, ``pictures`` are the alternative texts of the
    pictures in it, empty for one that has none.
    """

    pieces: tuple[Piece, ...] = ()
    marks: tuple[str, ...] = ()
    style: str = ""
    boxed: bool = False
    pictures: tuple[str, ...] = ()
    asides: tuple[Aside, ...] = ()

    @property
    def text(self) -> str:
        """All that it says, controls and all."""
        pieces = self.pieces
        return pieces[0].text if len(pieces) == 1 else "".join([piece.text for piece in pieces])

    @property
    def gone(self) -> tuple[Aside, ...]:
        """What it says no more, or not for all to see."""
        return tuple(each for each in self.asides if each.how not in EMPHASIS)

    @property
    def full_text(self) -> str:
        """All that it says, with what was struck out or deleted behind it in brackets."""
        return self.text + "".join(f" ({each.how}: {each.piece.text})" for each in self.gone)


class Cell(NamedTuple):
    """A cell of a table; ``column`` is the column of the grid in which it begins, from 0."""

    column: int
    paras: tuple[Para, ...]


class Grid(NamedTuple):
    """A table; tables within its cells follow it as tables of their own."""

    rows: tuple[tuple[Cell, ...], ...]
