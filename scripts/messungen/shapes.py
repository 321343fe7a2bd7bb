"""How much of what stands in a documentation, counted in its sources."""

from __future__ import annotations

from dataclasses import dataclass, replace


@dataclass(frozen=True)
class Shape:
    """Counts over all pages of a set; ``words`` are those of running text.

    ``rst`` says that the set is written in reStructuredText, else in MyST.
    """

    pages: int
    words: int
    sections: int
    code: int
    tables: int
    notes: int
    bullets: int
    links: int
    pictures: int
    cards: int
    tabs: int
    formulas: int
    footnotes: int
    language: str = "en"
    rst: bool = False

    def times(self, factor: int) -> Shape:
        """Return a set of the same kind with ``factor`` times as many pages."""
        counts = {name: getattr(self, name) * factor for name in COUNTS}
        return replace(self, pages=self.pages * factor, **counts)


COUNTS = (
    "words", "sections", "code", "tables", "notes", "bullets", "links", "pictures", "cards",
    "tabs", "formulas", "footnotes",
)  # fmt: skip

HANDBOOK = Shape(43, 30000, 201, 9, 40, 14, 464, 120, 0, 7, 0, 0, 0, language="de")
SHAPES = {
    "sphinx-design": Shape(13, 5200, 86, 155, 4, 11, 164, 55, 2, 97, 23, 0, 0),
    "MyST-Parser": Shape(58, 19000, 185, 235, 4, 72, 551, 286, 25, 9, 13, 31, 8),
    "packaging.python.org": Shape(
        91, 84000, 700, 319, 20, 103, 900, 1400, 2, 0, 131, 0, 40, rst=True
    ),
}
"""Counted in November 2026 in the public repositories: sphinx-design 0.8, MyST-Parser 5.2,
packaging.python.org of that month. PyPI has no archives that hold these pages."""
