"""Texts as people type them, made safe to compare, to store and to write again."""

from __future__ import annotations

import re
import unicodedata

# Control characters and halves of letters; then what reorders the letters around it, marks where
# a word may break, or is no letter in XML.
_UNWANTED = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\ud800-\udfff"
    "\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\ufffe\uffff]"
)
_LINE_END = re.compile(r"\r\n?|[\v\f\x1c-\x1e\x85\u2028\u2029]")
_LINE_ENDS = re.compile(r"\n+")
_GAPS = re.compile(r"[^\S\n]+")
_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—−", "-"))
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})


def cleaned(text: str) -> str:
    """Return a text without control and hidden characters.

    Every kind of line end is a line feed, every kind of space a space. Line ends and single
    spaces stay; spaces at the ends of lines, further spaces in a row and empty lines at both
    ends go. Umlauts are one letter each. The result is its own cleaning.
    """
    if text.isprintable():  # one line without anything hidden, whose only kind of space is plain
        return " ".join(unicodedata.normalize("NFC", text).split())
    ended = _LINE_END.sub("\n", text).replace("\t", " ")
    composed = unicodedata.normalize("NFC", _UNWANTED.sub("", ended))
    lines = (_GAPS.sub(" ", line).strip() for line in composed.split("\n"))
    return "\n".join(lines).strip("\n")


def on_one_line(text: str) -> str:
    """Return a cleaned text with spaces for its line ends."""
    return _LINE_ENDS.sub(" ", cleaned(text))


def folded(text: str) -> str:
    """Return what two spellings of a word have in common: case, umlauts, dashes, spaces."""
    return on_one_line(text).casefold().translate(_UMLAUTS).translate(_DASHES)
