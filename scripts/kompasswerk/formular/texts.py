"""Texts as people type them, made safe to compare, to store and to write again."""

from __future__ import annotations

import re
import unicodedata

_UNWANTED = {"Cc", "Cs"}
# They reorder the letters around them, mark where a word may break, or are none in XML.
_HIDDEN = frozenset(
    "\u00ad\u200b\u2060\ufeff\ufffe\uffff\u200e\u200f"
    "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
)
_LINE_END = re.compile(r"\r\n?|[\v\f\x1c-\x1e\x85\u2028\u2029]")
_GAPS = re.compile(r"[^\S\n]+")
_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—−", "-"))
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})


def cleaned(text: str) -> str:
    """Return a text without control and hidden characters.

    Every kind of line end is a line feed, every kind of space a space. Line ends and single
    spaces stay; spaces at the ends of lines, further spaces in a row and empty lines at both
    ends go. Umlauts are one letter each. The result is its own cleaning.
    """
    ended = _LINE_END.sub("\n", text).replace("\t", " ")
    kept = "".join(each for each in ended if each == "\n" or _shown(each))
    composed = unicodedata.normalize("NFC", kept)
    lines = (_GAPS.sub(" ", line).strip() for line in composed.split("\n"))
    return "\n".join(lines).strip("\n")


def on_one_line(text: str) -> str:
    """Return a cleaned text with spaces for its line ends."""
    return " ".join(cleaned(text).split())


def folded(text: str) -> str:
    """Return what two spellings of a word have in common: case, umlauts, dashes, spaces."""
    return on_one_line(text).casefold().translate(_UMLAUTS).translate(_DASHES)


def _shown(letter: str) -> bool:
    return letter not in _HIDDEN and unicodedata.category(letter) not in _UNWANTED
