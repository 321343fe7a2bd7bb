"""Whether Word, counting the headings itself, arrives at the numbers of the book."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from ..buch.blocks import Section
from .numbers import ListNumbers
from .oxml.adopting import number_headings
from .oxml.styles import numbering_of
from .stylemap import StyleMap


@dataclass(frozen=True)
class HeadingPlan:
    """How headings get their numbers.

    ``native``: the styles of headings count, beginning with chapter ``start``. Otherwise the
    number is text. ``depth`` is the deepest level, ``levels`` are those whose styles count.
    ``silent`` is the numbering of headings that have no number though their style counts.
    """

    native: bool
    start: int = 1
    depth: int = 0
    levels: frozenset[int] = frozenset()
    silent: int | None = None

    def numbering(self, level: int, number: str | None) -> tuple[int, int] | None:
        """Return instance and level (from 0) for a heading, ``None`` if it is as its style."""
        if number is not None or level not in self.levels or self.silent is None:
            return None
        return (self.silent, level - 1)


def heading_plan(items: Iterable[object]) -> HeadingPlan:
    """Return a native plan if counting yields exactly the numbers of all sections.

    ``items`` is everything in a book, as :func:`.notes.walk` yields it.
    """
    sections = [item for item in items if isinstance(item, Section)]
    levels = [item.level for item in sections]
    numbered = [(item.level, item.number) for item in sections if item.number is not None]
    depth = max(levels, default=0)
    if not numbered:
        return HeadingPlan(native=False, depth=depth)
    level, number = numbered[0]
    start = int(number) if level == 1 and number.isascii() and number.isdigit() else 1
    counted = list(_counted([level for level, _ in numbered], start))
    native = counted == [number for _, number in numbered]
    with_number = frozenset(level for level, _ in numbered)
    return HeadingPlan(native, start, depth, with_number if native else frozenset())


def prepared(plan: HeadingPlan, styles: StyleMap, counting: ListNumbers) -> HeadingPlan:
    """Return the plan for a template: let its heading styles count, or keep them from it."""
    ids = [styles.paragraph(f"heading {level}") for level in range(1, plan.depth + 1)]
    carried = [numbering_of(styles.sheet, each) for each in ids]
    silent = counting.silent() if plan.levels or any(carried) else None
    others = {each for level, each in enumerate(ids, 1) if level not in plan.levels}
    counting.unlink(others)
    if silent is not None:
        linked = ["" if each in others else each for each in ids]
        instance = _instance(plan, carried[0], linked, counting) if plan.levels else silent
        levels = {each: None if each in others else level for level, each in enumerate(ids)}
        number_headings(styles.sheet, levels, instance, silent)
    return replace(plan, silent=silent)


def _instance(plan: HeadingPlan, carried: int | None, ids: list[str], counting: ListNumbers) -> int:
    """Return the numbering that counts: the template's, if it has one and begins as we do."""
    scheme = counting.scheme_of(carried)
    if carried is None or scheme is None or plan.start != 1:
        return counting.headings(scheme, plan.start, ids)
    return carried


def _counted(levels: list[int], start: int) -> Iterator[str]:
    counters = [start - 1, 0, 0, 0, 0, 0]
    for level in levels:
        counters[level - 1] += 1
        counters[level:] = [0] * (6 - level)
        yield ".".join(str(counter) for counter in counters[:level])
