"""Were the targets met? Each by each subject, from the rows alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from .results import Row
from .subjects import LARGER

FASTER = 8.0
MEGABYTES = 300.0
PAGES = 500
LINEAR = 1.25
"""Up to a quarter more time for each page is still called linear: so much do runs differ."""


@dataclass(frozen=True)
class Target:
    """One target: what was wanted, on what, what came out."""

    goal: str
    subject: str
    measured: str
    met: bool | None

    @property
    def verdict(self) -> str:
        """„erreicht“, „nicht erreicht“ or „nicht gemessen“."""
        return {True: "erreicht", False: "nicht erreicht", None: "nicht gemessen"}[self.met]


def targets(rows: Sequence[Row]) -> Iterator[Target]:
    """Yield all targets; one that needs a row that is missing was not measured."""
    found = {(row.subject, row.format, row.tool): row for row in rows if not row.error}
    for subject in dict.fromkeys(row.subject for row in rows):
        docx = found.get((subject, "docx", "wir")), found.get((subject, "docx", "pandoc"))
        pdf = found.get((subject, "pdf", "wir")), found.get((subject, "pdf", "WeasyPrint"))
        if any(row.tool in ("pandoc", "WeasyPrint") for row in rows if row.subject == subject):
            goal = "Word aus gelesenen Seiten schreiben nicht langsamer als pandoc aus HTML"
            yield _compared(goal, subject, docx, 1.0, written=True)
            goal = f"PDF mindestens {FASTER:.0f}-mal so schnell wie WeasyPrint"
            yield _compared(goal, subject, pdf, FASTER)
    yield from _sizes(rows)


def _compared(
    goal: str,
    subject: str,
    pair: tuple[Row | None, Row | None],
    factor: float,
    *,
    written: bool = False,
) -> Target:
    """Compare seconds; ``written`` counts of ours the writing alone, without Sphinx' start."""
    ours, theirs = pair
    own = (ours.inside if written else ours.seconds) if ours else None
    other = theirs.seconds if theirs else None
    if not own or not other:
        return Target(goal, subject, "–", None)
    text = f"{own:.2f} s gegen {other:.2f} s: {other / own:.1f}-mal".replace(".", ",")
    return Target(goal, subject, text, other >= factor * own)


def _sizes(rows: Sequence[Row]) -> Iterator[Target]:
    """Yield the targets on memory and on cost by page, of the larger sets."""
    pages = {row.subject: row.quality["pages"] for row in rows if "pages" in row.quality
             and row.tool == "wir"}  # fmt: skip
    for kind, title in (("docx", "Word"), ("pdf", "PDF")):
        own = [row for name in LARGER for row in rows
               if (row.subject, row.format, row.tool) == (name, kind, "wir")]  # fmt: skip
        done = [row for row in own if not row.error and row.subject in pages]
        for row in done:
            yield _memory(row, title, pages[row.subject])
        for smaller, larger in pairwise(done):
            yield _linear(smaller, larger, title, pages)


def _memory(row: Row, title: str, pages: int) -> Target:
    goal = f"{title}: unter {MEGABYTES:.0f} MB für {PAGES} Seiten"
    if not row.peak or pages > PAGES * 1.2:
        return Target(goal, row.subject, f"{row.peak or 0:.0f} MB für {pages} Seiten", None)
    text = f"{row.peak:.0f} MB für {pages} Seiten"
    return Target(goal, row.subject, text, row.peak < MEGABYTES)


def _linear(smaller: Row, larger: Row, title: str, pages: dict[str, int]) -> Target:
    """Compare what a page costs; the start of the program is left out on both sides."""
    one, two = (1000 * (row.inside or 0) / pages[row.subject] for row in (smaller, larger))
    text = f"{one:.1f} ms je Seite, dann {two:.1f} ms".replace(".", ",")
    goal = f"{title}: Aufwand wächst wie die Seiten"
    return Target(goal, f"{smaller.subject} → {larger.subject}", text, two <= LINEAR * one)
