"""German words as the search compares them; ``browser/sprache.js`` does the same, rule by rule.

``tests/suche/woerter.yaml`` holds what both sides have to make of a word.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache

from snowballstemmer.german_stemmer import GermanStemmer

WORD = re.compile(r"[^\W_]+")
PIECE = re.compile(r"[^\W_]+|(?! (?![\W_]))[\W_]+")
"""Words and what stands between them, but for a single space: that is not worth a word."""
LINKS = ("", "s", "es", "n", "en", "er", "e")
"""What may stand between the parts of a compound."""
STOPWORDS = frozenset(
    """
    ab aber alle allem allen aller alles als also am an auch auf aus bei beim bin bis da damit dann
    darf das dass dem den denn der des die dies diese diesem diesen dieser dieses doch dort du durch
    durfen ein eine einem einen einer eines er es euch euer fur gegen gibt hab habe haben hat heisst
    hier hilft ich ihr ihre im in ins ist ja kann kein keine konnen machen macht man mehr mein meine
    mich mir mit mochte mochten mussen nach nebenan nicht noch nur ob oder ohne sein sich sie sind
    so soll sollen sollte tun uber um und uns unser unsere unter unterschied viel viele vom von vor
    wann war warum was weil welche welcher welches wem wen wenn wer werden wie wieso will wir wird
    wo woher wollen zu zum zur zwischen
    """.split()  # noqa: SIM905 - quoted one by one, nobody could read them
)
"""Folded words that tell no page from another; beside others a query does without them."""
SHORTEST_PART = 3
SHORTEST_STEM = 3
_SIGNS = str.maketrans({"ä": "a", "ö": "o", "ü": "u", "ß": "ss"})
_DIGRAPH = re.compile(r"ae|oe|(?<![aeq])ue")


CUT = "\n"
"""Between the pieces of a text; texts that are indexed have no lines."""


def cut(text: str) -> str:
    """Return the words of a text and what stands between them, with ``CUT`` between."""
    return CUT.join(PIECE.findall(normal(text)))


def normal(text: str) -> str:
    """Return text in composed letters and without soft hyphens."""
    return unicodedata.normalize("NFC", text).replace("\u00ad", "")


@lru_cache(maxsize=65536)
def folded(word: str) -> str:
    """Return a word in small letters, with ä, ae → a, ö, oe → o, ü, ue → u, ß → ss.

    „ue“ stays after a, e and q, where it is no umlaut: Bauer, Feuer, Quelle.
    """
    plain = unicodedata.normalize("NFD", word.lower().translate(_SIGNS))
    letters = "".join(sign for sign in plain if not unicodedata.combining(sign))
    return _DIGRAPH.sub(lambda match: match[0][0], letters)


class Stems(dict[str, str]):
    """Folded word → its stem, found once; a build keeps them for the next one."""

    def __missing__(self, word: str) -> str:
        stemmer = GermanStemmer()
        before = word
        while True:
            shorter = stemmer.stemWord(before)
            if shorter == before or len(shorter) < SHORTEST_STEM:
                break
            before = shorter
        self[word] = before
        return before


STEMS = Stems()


def stem(word: str) -> str:
    """Return the stem of a folded word: Snowball's, again and again until nothing changes.

    One pass makes „sanier“ of „Sanierung“ and „sani“ of „sanieren“; the fixed point is the same.
    """
    return STEMS[word]


class Zerleger:
    """Takes compounds apart: „Leerstandskataster“ into „leerstand“ and „kataster“.

    ``lexikon`` are the folded words that may be parts, ``whole`` those that are never taken
    apart, above all names of places.
    """

    def __init__(self, lexikon: Iterable[str], whole: Iterable[str] = ()) -> None:
        self.lexikon = set(lexikon)
        self.whole = frozenset(whole)
        self._stems = {stem(word) for word in self.lexikon}
        self._beginnings = {begin for word in self.lexikon for begin in _beginnings(word)}
        self._known: dict[str, tuple[str, ...] | None] = {}

    def learn(self, word: str) -> None:
        """Take a folded word for a part, unless it is a form or a compound of others."""
        if stem(word) not in self._stems and not self.parts(word):
            self.lexikon.add(word)
            self._stems.add(stem(word))
            self._beginnings.update(_beginnings(word))
            self._known.clear()

    def parts(self, word: str) -> tuple[str, ...]:
        """Return the folded parts of a folded word in order, empty if it is no compound.

        As few parts as possible; among equals the one that begins with the longest.
        """
        if word in self.whole or word in self.lexikon or stem(word) in self._stems:
            return ()
        return self._split(word) or ()

    def _split(self, word: str) -> tuple[str, ...] | None:
        if word not in self._known:
            self._known[word] = self._best(word)
        return self._known[word]

    def _best(self, word: str) -> tuple[str, ...] | None:
        if stem(word) in self._stems:
            return (word,)
        best: tuple[str, ...] | None = None
        for end in range(len(word) - SHORTEST_PART, SHORTEST_PART - 1, -1):
            if word[:end] not in self._beginnings:
                continue
            rest = self._split(word[end:])
            if rest and (best is None or len(rest) + 1 < len(best)):
                best = (self._first(word[:end]), *rest)
        return best

    def _first(self, piece: str) -> str:
        """Return the word that begins a compound as ``piece``: „leerstands“, „miet“."""
        for link in LINKS:
            word = piece.removesuffix(link)
            if piece.endswith(link) and word in self.lexikon:
                return word
        return f"{piece}e"


def _beginnings(word: str) -> Iterator[str]:
    """Yield how a word may begin a compound: „miete“, „mietes“ …, „miet“."""
    yield from (word + link for link in LINKS)
    if word.endswith("e"):
        yield word[:-1]
