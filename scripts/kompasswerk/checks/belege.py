"""What a short text claims, and whether a page supports it with given sources.

Claims that a program can see are numbers, in digits or in words, names of places and words that
rank. Anything else people have to judge.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from decimal import Decimal

from ..model.german import date, number
from ..model.orte import Orte
from ..model.seiten import Fall, Gemeindeliste, Seite
from ..reading.pages import LoadedPage
from .prose import plain

_SOURCES = re.compile(r"\{quelle\}`([^`]*)`")
_DAY = re.compile(r"\d{4}-(?:0[1-9]|1[0-2])(?:-\d{2})?")
_LISTED = re.compile(r"\s*(?:[-*|]|\d+\.)")
_HEADING = re.compile(r"^#+ ", re.MULTILINE)
_NUMBER = re.compile(
    r"(?<![\w.,])\d+(?:\.\d{3})*(?:,\d+)?(?:\s+(Millionen|Million|Mio|Milliarden))?"
)
_WORD = re.compile(r"\w+", re.UNICODE)
_UP_TO_ELEVEN = ("zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "elf")
_TEENS = ("zwölf", "dreizehn", "vierzehn", "fünfzehn", "sechzehn", "siebzehn", "achtzehn")
_TENS = ("zwanzig", "dreißig", "vierzig", "fünfzig", "sechzig", "siebzig", "achtzig", "neunzig")
_WORDS = {word: value for value, word in enumerate((*_UP_TO_ELEVEN, *_TEENS, "neunzehn"), 2)}
_WORDS |= {word: value * 10 for value, word in enumerate(_TENS, 2)}
_WORDS |= {"hundert": 100, "tausend": 1000}
_SHARES = ("drittel", "viertel", "fünftel", "zehntel", "hälfte", "halb", "doppelt", "verdoppel")
_FACTORS = {"Millionen": 10**6, "Million": 10**6, "Mio": 10**6, "Milliarden": 10**9}
_RANKS = (
    *("best", "größt", "höchst", "schönst", "schnellst", "günstigst", "billigst", "kleinst"),
    *("erfolgreichst", "wichtigst", "modernst", "ältest", "jüngst", "meist", "stärkst"),
    *("einzig", "einmalig", "erstmals", "erstmalig", "vorbild", "vorreiter", "leuchtturm"),
    *("erfolgsgeschichte", "weltweit", "sensationell", "perfekt", "garantiert"),
)
_SHORTEST = 4


def numbers(text: str) -> dict[str, Decimal]:
    """Return each number of a text by its spelling: digits and words from two on."""
    found = {}
    for match in _NUMBER.finditer(text):
        digits = match[0].removesuffix(match[1] or "").strip()
        value = Decimal(digits.replace(".", "").replace(",", "."))
        found[match[0]] = value * _FACTORS.get(match[1] or "", 1)
    for word in _WORD.findall(text):
        if word.casefold() in _WORDS:
            found[word] = Decimal(_WORDS[word.casefold()])
    return found


def shares(text: str) -> tuple[str, ...]:
    """Return the stems of parts of a whole that a text names: „drittel“, „hälfte“."""
    return tuple(stem for stem in _SHARES if _has_stem(text, stem))


def ranks(text: str) -> tuple[str, ...]:
    """Return the stems of words that rank: „größt“, „einzig“, „vorreiter“."""
    return tuple(stem for stem in _RANKS if _has_stem(text, stem))


def places(text: str, known: Iterable[str]) -> tuple[str, ...]:
    """Return the known places that a text names, in the order of ``known``."""
    return tuple(name for name in known if re.search(rf"\b{re.escape(name)}\b", text))


def known_places(pages: Iterable[LoadedPage], orte: Orte) -> tuple[str, ...]:
    """Return the names of all places that the project knows, sorted; without very short ones."""
    names = {point.name for each in orte.orte.values() for point in each.punkte}
    for page in pages:
        if isinstance(page.page, Gemeindeliste):
            names |= {each.name for each in page.page.gemeinden}
        elif isinstance(page.page, Fall):
            names |= {page.page.ort, page.page.land}
    plain_names = {re.split(r"[/(,]", name)[0].strip() for name in names}
    return tuple(sorted(name for name in plain_names if len(name) >= _SHORTEST))


def supported(loaded: LoadedPage, page: Seite, sources: Collection[str]) -> str:
    """Return all of a page that rests on one of these sources, and its name and place.

    ``kurz`` and ``teaser`` are not among it: they name no source themselves.
    """
    own = [page.titel, *(str(getattr(page, key, "")) for key in ("ort", "land"))]
    return "\n".join([*own, *_fields(loaded, sources), *_passages(loaded.body, sources)])


def _passages(body: str, sources: Collection[str]) -> Iterator[str]:
    before: set[str] = set()
    for block in re.split(r"\n\s*\n", body):
        keys = {key.strip() for each in _SOURCES.findall(block) for key in each.split(",")}
        # A list or table without sources has those of the line that introduces it.
        keys = keys or (before if _LISTED.match(block) else keys)
        before = keys
        if keys & set(sources) and not _HEADING.match(block):
            yield "\n".join(map(plain, block.split("\n")))


def _fields(loaded: LoadedPage, sources: Collection[str]) -> Iterator[str]:
    for entry in loaded.entries:
        if isinstance(entry.value, dict) and entry.value.get("quelle") in sources:
            yield " ".join(_said(each) for each in entry.value.values())


def _said(value: object) -> str:
    """Return a value as a text would write it, so that numbers are found again."""
    if isinstance(value, int | Decimal) and not isinstance(value, bool):
        return number(value)
    text = str(value)
    return date(text) if _DAY.fullmatch(text) else text


def unsupported(text: str, ground: str, known: Iterable[str]) -> Iterator[str]:
    """Yield each claim of a text that ``ground`` does not have."""
    there = set(numbers(ground).values())
    yield from (said for said, value in numbers(text).items() if value not in there)
    yield from (stem for stem in shares(text) if not _has_stem(ground, stem))
    for name in places(text, known):
        if name not in ground:
            yield name


def ranking(text: str, ground: str) -> Iterator[str]:
    """Yield the stem of each word that ranks and that ``ground`` does not have."""
    yield from (stem for stem in ranks(text) if not _has_stem(ground, stem))


def _has_stem(text: str, stem: str) -> bool:
    return re.search(rf"\b{stem}", text, re.IGNORECASE) is not None
