"""No page with three lines on it: a chapter that ends so is set a little closer.

Typst lays the book out, the template says how full the last page of each chapter is, and
those that run over by little are set closer, by one step or two. What does not save a page
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
STEPS = 2


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
    """Write into ``dichte.typ`` how close each chapter is set; ``ask`` lays the book out."""
    write_steps(folder, {})
    first = _fillings(ask)
    steps: dict[int, int] = {}
    now = first
    for step in range(1, STEPS + 1):
        short = [unit for unit, each in now.items() if each.is_short and first[unit].is_short]
        if not short:
            return
        steps |= dict.fromkeys(short, step)
        write_steps(folder, steps)
        now = _fillings(ask)
    kept = {unit: step for unit, step in steps.items() if now[unit].pages < first[unit].pages}
    if kept != steps:
        write_steps(folder, kept)


def write_steps(folder: Path, steps: Mapping[int, int]) -> None:
    """Write the steps for the template; what is not named is set as usual."""
    pairs = "".join(f'"{unit}": {step}, ' for unit, step in sorted(steps.items()))
    (folder / "dichte.typ").write_text(f"#let dichte = ({pairs or ':'})\n", encoding="utf-8")


def _fillings(ask: Callable[[str], str]) -> dict[int, Filling]:
    return {unit: Filling(pages, share) for unit, pages, share in json.loads(ask(FILLING))}
