"""Cases of the handbook that resemble a pilot: „schon in Thüringen erprobt?“.

Two texts are alike by the rare words that they share (cosine of tf-idf); fields of the pilot
add what :mod:`..model.aehnlich` finds. It is a hint for people, never a proof.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ..model.aehnlich import HOME, Merkmale, likeness
from ..model.seiten import Fall, Pilot
from ..model.vocabulary import Vocabulary
from ..reading.pages import LoadedPage

AT_MOST, SHARED = 5, 2
LEAST, STRONG = 0.14, 0.30
"""From which likeness on a case is named, and from which it counts as the same idea."""
_EMPTY = frozenset(
    [
        *("ander", "belegt", "dafür", "dann", "dauerhaf", "dauerhaft", "dies", "drei"),
        *("einer", "einig", "ganz", "gibt", "kommt", "kommun", "leer", "leerstand", "mach"),
        *("mehr", "ohne", "projekt", "scho", "sech", "soll", "stadt", "städt", "thüring"),
        *("viel", "weit", "werd", "wurd", "zeit", "zwei", "älter"),
    ]
)
"""Stems that many texts of this field have and that say nothing of an idea."""
_WORD = re.compile(r"[a-zäöüß]{4,}")
_ENDINGS = ("innen", "ern", "en", "er", "es", "em", "e", "n", "s")
_SECTION = re.compile(r"^## Projektinhalt\s*\n(.*?)(?=^## |\Z)", re.MULTILINE | re.DOTALL)
_ROLE = re.compile(r"\{[a-z]+\}`[^`]*`")
_COMMON = 0.15
"""Words that stand in a larger part of the cases say nothing about one of them."""


@dataclass(frozen=True)
class Aehnlich:
    """A case like a pilot, with what both have in common; ``wert`` is 0 to 1."""

    fall: Fall
    wert: float
    gemeinsam: tuple[str, ...]
    eigener: bool

    @property
    def erprobt(self) -> bool:
        """Whether it tells of nearly the same idea in Thüringen, by others than this pilot."""
        return self.wert >= STRONG and self.fall.land == HOME and not self.eigener


def similar(
    pilot: Pilot, body: str, pages: Iterable[LoadedPage], vocabulary: Vocabulary
) -> tuple[Aehnlich, ...]:
    """Return at most ``AT_MOST`` cases like the pilot, the best first, those of Thüringen before.

    ``body`` is the text of the pilot's page. A case whose page names the pilot tells of the
    pilot itself (``eigener``).
    """
    cases = [(page, page.page) for page in pages if isinstance(page.page, Fall)]
    words = [_words(f"{case.titel} {case.kurz} {case.teaser}") for _, case in cases]
    rarity = _rarity(words)
    section = _SECTION.search(body)
    about = _ROLE.sub(" ", section[1] if section else body)
    own = _words(f"{pilot.titel} {pilot.titel} {pilot.kurz or ''} {about}")
    found = []
    for (page, case), there in zip(cases, words, strict=True):
        shared, value = _likeness(own, there, rarity)
        like = _fields_alike(pilot, case, vocabulary)
        value = min(1.0, value + 0.05 * len(like))
        if value >= LEAST and len(shared) + len(like) >= SHARED:
            named = f"{{pilot}}`{pilot.slug}`" in page.body and _names(case, pilot)
            found.append(Aehnlich(case, value, (*like, *shared), named))
    found.sort(key=lambda each: (each.fall.land != HOME, -each.wert, each.fall.path))
    return tuple(found[:AT_MOST])


def _names(case: Fall, pilot: Pilot) -> bool:
    """Say whether the title of a case is that of the pilot; others only mention it."""
    return pilot.titel.casefold() in case.titel.casefold()


def _fields_alike(pilot: Pilot, case: Fall, vocabulary: Vocabulary) -> list[str]:
    if not set(pilot.ansatz) & set(case.ansatz):
        return []
    known = Merkmale(ansatz=pilot.ansatz, gebaeudetyp=pilot.gebaeudetyp, land=case.land)
    like, _ = likeness(case, known, vocabulary)
    return [each for each in like if each != case.land]


def _words(text: str) -> Counter[str]:
    stems = (_stem(word) for word in _WORD.findall(text.casefold()))
    return Counter(stem for stem in stems if stem not in _EMPTY)


def _stem(word: str) -> str:
    """Return a word without its ending; at least four letters stay."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word


def _rarity(texts: list[Counter[str]]) -> Mapping[str, float]:
    counts = Counter(word for text in texts for word in text)
    most = max(2.0, _COMMON * len(texts))
    return {
        word: math.log(1 + len(texts) / count) for word, count in counts.items() if count <= most
    }


def _likeness(
    one: Counter[str], two: Counter[str], rarity: Mapping[str, float]
) -> tuple[list[str], float]:
    """Return the words that two texts share, the rarest first, and their cosine."""
    weights = [
        {word: (1 + math.log(n)) * rarity[word] for word, n in text.items() if word in rarity}
        for text in (one, two)
    ]
    shared = sorted(weights[0].keys() & weights[1].keys(), key=lambda w: (-rarity[w], w))
    product = math.fsum(weights[0][word] * weights[1][word] for word in shared)
    norms = [math.sqrt(math.fsum(v * v for v in each.values())) for each in weights]
    return shared[:AT_MOST], product / (norms[0] * norms[1]) if all(norms) else 0.0
