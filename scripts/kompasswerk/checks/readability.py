"""How easily a page reads: LIX, the share of long words plus the length of sentences."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ..reading.pages import LoadedPage
from .prose import Line, lines_of
from .registry import Found, Stock, Subject, page_rule

LONG = 6
"""A word with more letters than these is long."""
LIMIT = 50
"""LIX from which a text counts as hard; newspapers have about 50, official texts 60 and more."""
FEWEST = 100
"""Fewer words say nothing."""
GUIDANCE = frozenset({"schritt", "instrument", "programm", "arbeitsblatt", "seite"})
_WORD = re.compile(r"[^\W\d_]+")
_END = re.compile(r"[.!?:]+(?=\s|$)")


@dataclass(frozen=True)
class Reading:
    """How many words and sentences a page has; ``lix`` is C.-H. Björnsson's index (1968)."""

    words: int
    sentences: int
    long: int

    @property
    def lix(self) -> float:
        """Words in a sentence plus long words in a hundred; 0 for a page without words."""
        if not self.words:
            return 0.0
        return self.words / max(self.sentences, 1) + 100 * self.long / self.words


def reading_of(lines: Iterable[Line]) -> Reading:
    """Return the measure of running text; paragraphs and items end a sentence in any case."""
    texts = [line.text for line in lines if line.running and line.text]
    words = [word for text in texts for word in _WORD.findall(text)]
    sentences = sum(len(_END.findall(text)) + (text[-1] not in ".!?:") for text in texts)
    return Reading(len(words), sentences, sum(len(word) > LONG for word in words))


@page_rule("lesbarkeit", "Anleitungen lesen sich leicht")
def easy(subject: Subject, stock: Stock) -> Iterator[Found]:
    """Schritte, Instrumente und Blätter bleiben unter LIX 50: kurze Sätze, kurze Wörter."""
    loaded = subject.loaded
    if loaded.art is None or loaded.art.key not in GUIDANCE:
        return
    found = reading_of(lines_of(loaded))
    if found.words >= FEWEST and found.lix >= LIMIT:
        message = f"Der Text ist schwer zu lesen (LIX {found.lix:.0f}). Bitte Sätze kürzen."
        yield Found(loaded.body_line, "", message)


def readings(pages: Iterable[LoadedPage]) -> list[tuple[str, Reading]]:
    """Return path and measure of every page, hardest first."""
    measured = [(page.path, reading_of(lines_of(page))) for page in pages]
    return sorted(measured, key=lambda pair: (-pair[1].lix, pair[0]))
