"""Where a long word may be broken that no hyphenation knows: addresses, names in code, hashes.

Typst breaks between two pieces without a hyphen, and nothing of it is in the text layer.
"""

from __future__ import annotations

import re
import unicodedata

LONGEST_NATURAL = 64
"""Letters of a word that is still left to hyphenation; longer ones are no words."""
PIECE = 12
"""A word that must be broken anywhere is broken at every twelfth part of what fits."""

_TOKENS = re.compile(r"\S+|\s+")
_AFTER = re.compile(r"(?<=[/._=&?:,;)\]#%+~@\\|>-])(?=[^\s/._=&?:,;)\]#%+~@\\|>-])")
_LATIN = re.compile("^[\u0021-\u052f]*$")


def pieces(text: str, fits: int) -> list[str]:
    """Return the text in pieces between which a line may end; joined they are the text.

    Only words of more than ``fits`` characters are broken, first behind punctuation, and
    what is then still too long anywhere. Words of letters are left to hyphenation, scripts
    beyond Latin, Greek and Cyrillic to the rules that they have.
    """
    found: list[str] = [""]
    for token in _TOKENS.findall(text):
        head, *rest = _broken(token, max(fits, 1))
        found[-1] += head
        found += rest
    return found


def _broken(token: str, fits: int) -> list[str]:
    if len(token) <= fits:
        return [token]
    return [part for chunk in _AFTER.split(token) for part in _chopped(chunk, fits)]


def _chopped(chunk: str, fits: int) -> list[str]:
    if len(chunk) <= fits or not _LATIN.match(chunk) or _is_word(chunk):
        return [chunk]
    step = max(fits // PIECE, 1)
    parts: list[str] = []
    for at in range(0, len(chunk), step):
        part = chunk[at : at + step]
        if parts and unicodedata.combining(part[0]):
            parts[-1] += part
        else:
            parts.append(part)
    return parts


def _is_word(chunk: str) -> bool:
    letters = chunk.strip("„“”‚‘’\"'()[]«»!?.,;:…-")
    return letters.isalpha() and len(letters) <= LONGEST_NATURAL
