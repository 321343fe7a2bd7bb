"""Small parts of which the computed chapters are made."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import count

from ..buch import blocks as b

Cell = str | tuple[b.Inline, ...]


class Tables:
    """Tables counted through the report."""

    def __init__(self) -> None:
        self._numbers = count(1)

    def table(
        self, name: str, head: Sequence[str], rows: Iterable[Sequence[Cell]], widths: Sequence[int]
    ) -> b.Table:
        """Return a table with name, number and one row of heads."""
        first = b.Row(tuple(b.Cell((paragraph(each),), header=True) for each in head))
        body = tuple(b.Row(tuple(b.Cell((paragraph(each),)) for each in row)) for row in rows)
        number = str(next(self._numbers))
        return b.Table((first, *body), tuple(widths), 1, caption=text(name), number=number)


def text(words: Cell) -> tuple[b.Inline, ...]:
    """Return words as inlines."""
    return (b.Text(words),) if isinstance(words, str) else words


def paragraph(words: Cell, role: str = "body") -> b.Paragraph:
    """Return one paragraph."""
    return b.Paragraph(text(words), role=role)


def bullets(items: Iterable[Cell]) -> b.ListBlock:
    """Return a list."""
    return b.ListBlock(b.ListStyle.BULLET, tuple(b.ListItem((paragraph(each),)) for each in items))
