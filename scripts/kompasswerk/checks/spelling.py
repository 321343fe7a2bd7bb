"""German spelling by the Hunspell of the machine, with the project's own words.

Hunspell's German dictionary knows few compounds; a word that it does not know counts as right
if it falls into known words, perhaps with one of the usual sounds between them.
"""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from ..reading.pages import LoadedPage
from .prose import lines_of

OWN_WORDS = "kompass/woerter.txt"
DICTIONARY = "de_DE"
SHORTEST = 3
"""Shorter words are abbreviations; parts of a compound have one letter more."""
JOINTS = ("", "s", "es", "n", "en", "e", "er", "ens")
"""Sounds between the parts of a compound."""
_WORD = re.compile(r"[A-Za-zÀ-ÖØ-öø-ÿŠšŽžŁłČčŘřĚěŮů]+(?:['’-][A-Za-zÀ-ÖØ-öø-ÿŠšŽžŁłČčŘřĚěŮů]+)*-?")
Speller = Callable[[Iterable[str]], set[str]]
"""Takes words, returns those that it does not know."""


class SpellingError(Exception):
    """Spelling cannot be checked; the message is a German sentence."""


@dataclass(frozen=True)
class Unknown:
    """A word that no list knows, where it stands first, and how often it stands."""

    word: str
    path: str
    line: int
    count: int = 1


def hunspell(words: Iterable[str]) -> set[str]:
    """Return the words that the machine's Hunspell does not know.

    ``SpellingError`` if it or its German dictionary is missing.
    """
    program = shutil.which("hunspell")
    if program is None:
        raise SpellingError(
            "Für die Rechtschreibung fehlt Hunspell. "
            "Auf Debian und Ubuntu: sudo apt-get install hunspell hunspell-de-de"
        )
    done = subprocess.run(  # noqa: S603 - a program of the machine, words on its input
        [program, "-d", DICTIONARY, "-i", "utf-8", "-l"],
        input="\n".join(words),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    if done.returncode:
        raise SpellingError(f"Hunspell meldet: {done.stderr.strip()}")
    return set(done.stdout.split())


def own_words(root: Path) -> frozenset[str]:
    """Return the project's own words; lines with ``#`` explain them."""
    path = root / OWN_WORDS
    lines = path.read_text(encoding="utf-8").splitlines() if path.is_file() else []
    return frozenset(line.strip() for line in lines if line.strip() and line[0] != "#")


def unknown_words(
    pages: Iterable[LoadedPage], own: frozenset[str], speller: Speller
) -> list[Unknown]:
    """Return the unknown words of all pages, each once, in the order of the pages."""
    found: dict[str, Unknown] = {}
    for page in pages:
        for line in lines_of(page):
            for word in _words(line.text):
                first = found.get(word)
                count = first.count + 1 if first else 1
                where = (first.path, first.line) if first else (page.path, line.number)
                found[word] = Unknown(word, *where, count)
    wrong = _wrong({*found} - own, own, speller)
    return [unknown for word, unknown in found.items() if word in wrong]


def _words(text: str) -> Iterator[str]:
    """Yield the words of a line; beginnings such as „Sanierungs-“ and codes are none."""
    for match in _WORD.finditer(text):
        around = text[max(match.start() - 1, 0) : match.end() + 1]
        if match[0].endswith("-") or any(sign.isdigit() for sign in around):
            continue
        yield from (part for part in re.split(r"[-’']", match[0]) if len(part) >= SHORTEST)


def _wrong(words: set[str], own: frozenset[str], speller: Speller) -> set[str]:
    unknown = speller(sorted(words))
    parts = sorted({part for word in unknown for part in _parts(word)})
    wrong = speller([*parts, *(part.capitalize() for part in parts)])
    known = {part for part in parts if part not in wrong or part.capitalize() not in wrong}
    known |= {word.lower() for word in own}
    return {word for word in unknown if not is_compound(word.lower(), known)}


def _parts(word: str) -> Iterator[str]:
    low = word.lower()
    for start in range(len(low)):
        for end in range(start + SHORTEST, len(low) + 1):
            yield low[start:end]


def is_compound(word: str, known: set[str]) -> bool:
    """Return whether a word falls into at least two known words with joints between them."""
    reached = {0: 0}
    for start in range(len(word)):
        if start not in reached:
            continue
        for end in range(start + SHORTEST + 1, len(word) + 1):
            if word[start:end] not in known:
                continue
            for joint in JOINTS if end < len(word) else ("",):
                if word.startswith(joint, end):
                    after = end + len(joint)
                    reached[after] = max(reached.get(after, 0), reached[start] + 1)
    return reached.get(len(word), 0) > 1
