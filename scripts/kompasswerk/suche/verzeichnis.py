"""The index as one script: words, their stems and parts, and the texts as numbers of words.

A browser needs the words of a text twice, to find them and to show them around a hit. So the
texts themselves are the index: each word is a number, and where a word stands is counted when
the script is loaded. That takes a third less than texts and lists of places.
"""

from __future__ import annotations

import json
from array import array
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

from .abschnitte import Abschnitt
from .kodierung import ONE, TWO, number, numbers, words
from .lexikon import zerleger
from .sprache import CUT, STOPWORDS, WORD, Zerleger, folded, normal, stem

CALL = "KompassSuche.lade"


@dataclass(frozen=True)
class Fundseite:
    """A page or a term that can be found.

    ``adresse`` is relative to the start page, ``art`` a key of a kind, ``ort`` where a case is.
    """

    adresse: str
    art: str
    ort: str
    abschnitte: tuple[Abschnitt, ...]


@dataclass(frozen=True)
class Sprachwissen:
    """What the texts do not say: parts of compounds, names to leave whole, synonyms."""

    teile: tuple[str, ...] = ()
    ganz: tuple[str, ...] = ()
    synonyme: tuple[tuple[str, tuple[str, ...]], ...] = ()


class Found(dict[str, int]):
    """Piece → its number in the order in which pieces are found; a new one gets the next."""

    def __missing__(self, piece: str) -> int:
        self[piece] = place = len(self)
        return place


class Verzeichnis:
    """Turns pages into the script; the same pages give the same text."""

    def __init__(self, seiten: Sequence[Fundseite], wissen: Sprachwissen) -> None:
        self.seiten = seiten
        self.wissen = wissen

    def script(self) -> str:
        """Return the script that hands the index to ``browser/kartei.js``."""
        data = json.dumps(self.data(), ensure_ascii=False, separators=(",", ":"))
        return f"{CALL}({data});\n"

    def data(self) -> dict[str, object]:
        """Return the index as plain data."""
        stems = sorted({each for built in self._built.values() for each in built})
        place = {each: number for number, each in enumerate(stems)}
        return {
            "formen": words(self._forms),
            "staemme": words(stems),
            "bau": numbers(self._structure(place)),
            "lexikon": words(sorted(self._zerleger.lexikon)),
            "ganz": words(sorted(self._zerleger.whole)),
            "nebenwoerter": words(sorted(STOPWORDS)),
            "synonyme": self._synonyms(),
            "seiten": [[seite.adresse, seite.art, seite.ort] for seite in self.seiten],
            "anker": [[a.anker for a in seite.abschnitte] for seite in self.seiten],
            "laengen": numbers(self._lengths()),
            "texte": self._texts(),
        }

    @cached_property
    def _counts(self) -> Counter[str]:
        """How often each word and each sign between words stands in all texts."""
        pieces, all_texts = self._read
        counts = Counter(all_texts)
        return Counter({piece: counts[found] for piece, found in pieces.items()})

    @cached_property
    def _read(self) -> tuple[Found, array[int]]:
        """The pieces as they were found, and all texts as numbers of these."""
        found = Found()
        texts = array("L")
        for abschnitt in self._sections():
            for _, text in abschnitt.texte:
                texts.extend(map(found.__getitem__, pieces(text)))
        return found, texts

    @cached_property
    def _forms(self) -> list[str]:
        """The pieces in the order of their numbers: those of one character, of two, of three.

        Within each of these they are sorted, so that they share beginnings.
        """
        ranked = sorted(self._counts, key=lambda piece: (-self._counts[piece], piece))
        two = ONE + TWO * 90
        return [*sorted(ranked[:ONE]), *sorted(ranked[ONE:two]), *sorted(ranked[two:])]

    @cached_property
    def _zerleger(self) -> Zerleger:
        counts = {piece: count for piece, count in self._counts.items() if WORD.match(piece)}
        return zerleger(counts, self.wissen.teile, self.wissen.ganz)

    @cached_property
    def _built(self) -> dict[str, tuple[str, ...]]:
        """Word → its stem, then the stems of its parts."""
        return {form: analysed(form, self._zerleger) for form in self._forms if WORD.match(form)}

    def _structure(self, place: Mapping[str, int]) -> Iterator[int]:
        """Yield for each form how many stems it has, then their numbers; 0 for signs."""
        for form in self._forms:
            built = self._built.get(form, ())
            yield len(built)
            yield from (place[each] for each in built)

    def _lengths(self) -> Iterator[int]:
        """Yield for each section how many texts it has, then field and length of each."""
        for abschnitt in self._sections():
            yield len(abschnitt.texte)
            for feld, text in abschnitt.texte:
                yield feld
                yield text.count(CUT) + 1 if text else 0

    def _texts(self) -> str:
        codes = {form: number(place) for place, form in enumerate(self._forms)}
        pieces, texts = self._read
        code_of = [codes[piece] for piece in pieces]
        return "".join(map(code_of.__getitem__, texts))

    def _sections(self) -> Iterator[Abschnitt]:
        return chain.from_iterable(seite.abschnitte for seite in self.seiten)

    def _synonyms(self) -> dict[str, list[str]]:
        """Return phrase → phrases, each as its stems with spaces between."""
        found: dict[str, list[str]] = {}
        for word, others in self.wissen.synonyme:
            targets = found.setdefault(phrase(word), [])
            targets += [phrase(other) for other in others if phrase(other) not in targets]
        return dict(sorted(found.items()))


def pieces(text: str) -> list[str]:
    """Return the pieces of a text that is cut."""
    return text.split(CUT) if text else []


def analysed(word: str, split: Zerleger) -> tuple[str, ...]:
    """Return the stem of a word, then the stems of its parts if it is a compound."""
    plain = folded(word)
    return (stem(plain), *(stem(part) for part in split.parts(plain)))


def phrase(text: str) -> str:
    """Return a phrase as the stems of its words with spaces between."""
    return " ".join(stem(folded(word)) for word in WORD.findall(normal(text)))
