"""Whether Word, counting the headings itself, arrives at the numbers of the book."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass, replace

from ..buch.blocks import Book, Section
from .numbers import ListNumbers
from .oxml.adopting import number_headings
from .oxml.styles import numbering_of
from .stylemap import StyleMap


@dataclass(frozen=True)
class HeadingPlan:
    """How headings get their numbers.

    ``native``: the styles of headings count, beginning with chapter ``start``. Otherwise the
    number is text. ``depth`` is the deepest level. ``silent`` is the numbering of headings
    that have no number though their style counts; ``None`` where none is needed.
    """

    native: bool
    start: int = 1
    depth: int = 0
    silent: int | None = None

    def numbering(self, level: int, number: str | None) -> tuple[int, int] | None:
        """Return instance and level (from 0) for a heading, ``None`` if it is as its style."""
        counts = self.native and number is not None
        return None if counts or self.silent is None else (self.silent, level - 1)


def heading_plan(book: Book) -> HeadingPlan:
    """Return a native plan if counting yields exactly the numbers of all sections."""
    levels = [item.level for item in _sections(book)]
    numbered = [(item.level, item.number) for item in _sections(book) if item.number is not None]
    depth = max(levels, default=0)
    if not numbered:
        return HeadingPlan(native=False, depth=depth)
    level, number = numbered[0]
    start = int(number) if level == 1 and number.isascii() and number.isdigit() else 1
    counted = list(_counted([level for level, _ in numbered], start))
    native = counted == [number for _, number in numbered]
    return HeadingPlan(native=native, start=start, depth=depth)


def prepared(plan: HeadingPlan, styles: StyleMap, counting: ListNumbers) -> HeadingPlan:
    """Return the plan for a template: let its heading styles count, or keep them from it."""
    ids = [styles.paragraph(f"heading {level}") for level in range(1, plan.depth + 1)]
    carried = [numbering_of(styles.sheet, each) for each in ids]
    if not plan.native and not any(carried):
        return plan
    silent = counting.silent()
    if plan.native:
        scheme = counting.scheme_of(carried[0])
        instance = carried[0]
        if instance is None or scheme is None or plan.start != 1:
            instance = counting.headings(scheme, plan.start, ids)
        if any(each != instance for each in carried):
            number_headings(styles.sheet, ids, instance, silent)
    return replace(plan, silent=silent)


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
