"""No page with three lines on it: a chapter that ends so is set a little closer.

Typst lays the book out, the template says how full the last page of each chapter is, and
those that run over by little are set closer, by one step of two. What does not save a page
stays as it was.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

FILLING = "kompass-fuellung"
"""Label of what the template says: number of a chapter, its pages, share of the last one."""
SHORT = 0.24
"""Share of the last page below which a chapter runs over by little."""
LITTLE = 0.008
"""Share of a chapter that its first step saves; half of all chapters save more than 0.02."""


@dataclass(frozen=True)
class Filling:
    """How many pages a chapter has, and which share of the last one is filled."""

    pages: int
    share: float

    @property
    def is_short(self) -> bool:
        """Whether the last page is nearly empty."""
        return self.pages > 1 and self.share < SHORT


def copyfit(folder: Path, ask: Callable[[str], str]) -> None:
    """Write into ``dichte.typ`` how close each chapter is set; ``ask`` lays the book out.

    Each layout of a large book costs seconds, so there are only two: before and after.
    """
    write_steps(folder, {})
    first = _fillings(ask)
    steps = {unit: _step(each) for unit, each in first.items() if each.is_short}
    if not steps:
        return
    write_steps(folder, steps)
    then = _fillings(ask)
    kept = {unit: step for unit, step in steps.items() if then[unit].pages < first[unit].pages}
    if kept != steps:
        write_steps(folder, kept)


def _step(filling: Filling) -> int:
    """Return the smaller step only for what it saves nearly always."""
    return 1 if filling.share <= LITTLE * filling.pages else 2


def write_steps(folder: Path, steps: Mapping[int, int]) -> None:
    """Write the steps for the template; what is not named is set as usual."""
    pairs = "".join(f'"{unit}": {step}, ' for unit, step in sorted(steps.items()))
    (folder / "dichte.typ").write_text(f"#let dichte = ({pairs or ':'})\n", encoding="utf-8")


def _fillings(ask: Callable[[str], str]) -> dict[int, Filling]:
    return {unit: Filling(pages, share) for unit, pages, share in json.loads(ask(FILLING))}
