"""Whether Word, counting the headings itself, arrives at the numbers of the book."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass

from ..buch.blocks import Book, Section


@dataclass(frozen=True)
class HeadingPlan:
    """How headings get their numbers.

    ``native``: Word counts, beginning with chapter ``start``. Otherwise the number is text.
    ``instance`` is the numbering that counts, ``silent`` the one of headings without a number;
    ``None`` where none is needed.
    """

    native: bool
    start: int = 1
    instance: int | None = None
    silent: int | None = None

    def numbering(self, level: int, number: str | None) -> tuple[int, int] | None:
        """Return instance and level (from 0) for a heading, ``None`` if it needs none."""
        counts = self.native and number is not None
        instance = self.instance if counts else self.silent
        return None if instance is None else (instance, level - 1)


def heading_plan(book: Book) -> HeadingPlan:
    """Return a native plan if counting yields exactly the numbers of all sections."""
    numbered = [(item.level, item.number) for item in _sections(book) if item.number is not None]
    if not numbered:
        return HeadingPlan(native=False)
    level, number = numbered[0]
    start = int(number) if level == 1 and number.isascii() and number.isdigit() else 1
    counted = list(_counted([level for level, _ in numbered], start))
    return HeadingPlan(native=counted == [number for _, number in numbered], start=start)


def _counted(levels: list[int], start: int) -> Iterator[str]:
    counters = [start - 1, 0, 0, 0, 0, 0]
    for level in levels:
        counters[level - 1] += 1
        counters[level:] = [0] * (6 - level)
        yield ".".join(str(counter) for counter in counters[:level])


def _sections(item: object) -> Iterator[Section]:
    if isinstance(item, Section):
        yield item
        yield from _sections(item.children)
    elif isinstance(item, tuple):
        for child in item:
            yield from _sections(child)
    elif is_dataclass(item) and hasattr(item, "children"):
        yield from _sections(item.children)
    elif isinstance(item, Book):
        for one in fields(item):
            yield from _sections(getattr(item, one.name))
