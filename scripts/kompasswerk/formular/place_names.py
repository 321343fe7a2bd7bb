"""How German texts name a place: in other spellings, in the genitive, as an adjective."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

BIG_CITIES = ("Erfurt", "Gera", "Jena", "Weimar")
"""Towns of Thuringia too large for the list of municipalities (source: that list's own limits)."""
SHORTEST_PART = 5
"""A part of a double name with fewer letters may be any word: „Floh“, „Tal“."""
_SPELLINGS = {"ä": "(?:ä|ae)", "ö": "(?:ö|oe)", "ü": "(?:ü|ue)", "ß": "(?:ß|ss|sz)"}
_PEOPLE = r"(?:s|n|in|innen)?"
_ENDINGS = rf"(?:['’]?s|(?:er|enser){_PEOPLE}|(?:er|i)?sch\w{{0,2}})?"
# „Rudolstadt“, but „Rudolstädter“.
_UMLAUTS = {
    "hausen": "häus",
    "stadt": "städt",
    "haus": "häus",
    "rode": "röd",
    "roda": "röd",
    "dorf": "dörf",
    "hof": "höf",
    "wald": "wäld",
    "thal": "thäl",
    "tal": "täl",
    "born": "börn",
}
_BEFORE = re.compile(r"(?:heilbad|bad|amt|stadt|landgemeinde|gemeinde)\s+", re.IGNORECASE)
_BEHIND = re.compile(r"\s*(?:[/(,].*|\s(?:am|an|auf|bei|im|in|ob|vor)\s.*)$", re.IGNORECASE)


def called(name: str) -> Iterator[str]:
    """Yield a place's name and what is said in short: „Neustadt“, „Berka“, parts of double names.

    Some come twice.
    """
    full = " ".join(name.split())
    short = _BEHIND.sub("", full)
    yield from (full, short, _BEFORE.sub("", short))
    parts = [_BEFORE.sub("", part) for part in short.split("-")]
    yield from (part for part in parts if len(part) >= SHORTEST_PART)


def pattern(names: Iterable[str]) -> re.Pattern[str]:
    """Return what finds places by names as :func:`called` yields them, and words made of these.

    Umlauts may be written as two letters, whatever the case. „Pößneck“ finds „Poessneckerin“.
    """
    words = sorted(set(names), key=lambda each: (-len(each), each))
    forms = "|".join(form for word in words for form in _forms(word))
    return re.compile(rf"(?<!\w)(?:{forms or '(?!)'})(?!\w)", re.IGNORECASE)


def _forms(name: str) -> Iterator[str]:
    """Yield patterns of all words that are made of a name."""
    yield _spelled(name) + _ENDINGS
    if name.endswith("en"):  # Meiningen, Meininger
        yield f"{_spelled(name[:-2])}er{_PEOPLE}"
    if name.endswith("e"):  # Bleicherode, Bleicheroder
        yield f"{_spelled(name)}r{_PEOPLE}"
    if name.endswith(("a", "e")):  # Jena, Jenenser, jenaisch
        yield rf"{_spelled(name[:-1])}(?:enser{_PEOPLE}|(?:a|en)?isch\w{{0,2}})"
    for ending, other in _UMLAUTS.items():
        if name.endswith(ending):
            yield f"{_spelled(name.removesuffix(ending) + other)}er{_PEOPLE}"


def _spelled(name: str) -> str:
    """Return a pattern of a name, however its umlauts, hyphens and spaces are written."""
    letters = (_SPELLINGS.get(letter, re.escape(letter)) for letter in name.lower())
    return "".join(letters).replace(r"\-", r"[-‐‑–]?").replace(r"\ ", r"[\s-]{1,3}")
