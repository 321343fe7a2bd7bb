"""Which words may be parts of a compound: those of the editors, and nouns of the handbook."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from .sprache import WORD, Zerleger, folded, normal

SHORTEST_NOUN = 5
SELDOM = 3
"""A noun that stands fewer times in the handbook may be a name or a slip."""
MOSTLY = 3
"""So many times more often with a capital letter than without: the word is a noun."""


def zerleger(counts: Mapping[str, int], listed: Iterable[str], whole: Iterable[str]) -> Zerleger:
    """Return what takes compounds apart, with the nouns of a text beside the listed words.

    ``counts`` says how often each word of the text stands there, as it is written. A noun that
    is a compound itself stays out, so that its parts can be found; a listed word is never split.
    """
    kept = frozenset(folded(part) for word in whole for part in WORD.findall(normal(word)))
    split = Zerleger({folded(word) for word in listed} - kept, kept)
    for noun in sorted(_nouns(counts) - kept, key=lambda word: (len(word), word)):
        split.learn(noun)
    return split


def _nouns(counts: Mapping[str, int]) -> set[str]:
    """Return the folded nouns of a text that are frequent enough to be trusted."""
    large, small = Counter[str](), Counter[str]()
    for word, count in counts.items():
        is_noun = word[:1].isupper() and word[1:].islower()
        (large if is_noun else small)[folded(word)] += count
    return {
        word
        for word, count in large.items()
        if len(word) >= SHORTEST_NOUN
        and count >= SELDOM
        and count > MOSTLY * small[word]
        and word.isalpha()
    }
