"""Numbers and lists of words as short text that a script can hold; ``browser/kartei.js`` reads it.

Frequent words get small numbers and small numbers one character, so that little is left for
the compression of a web server to do.
"""

from __future__ import annotations

from collections.abc import Iterable

SIGNS = "".join(chr(code) for code in range(35, 126) if code != ord("\\"))
"""90 characters that stand for themselves in a script."""
ONE, TWO = 50, 30
"""Of 90 first characters 50 are a number, 30 begin one of two characters, 10 one of three."""
MOST_SHARED = 35
"""The largest digit to base 36."""
LAST_PLAIN = "\uffff"
"""Signs beyond it have two places in a browser and one here."""


def numbers(values: Iterable[int]) -> str:
    """Return whole numbers from 0 to 83,749 as text; ``ValueError`` for a larger one."""
    return "".join(map(number, values))


def number(value: int) -> str:
    """Return one of :func:`numbers`."""
    if value < ONE:
        return SIGNS[value]
    value -= ONE
    if value < TWO * 90:
        return SIGNS[ONE + value // 90] + SIGNS[value % 90]
    value -= TWO * 90
    if value >= (90 - ONE - TWO) * 90 * 90:
        raise ValueError("Der Suchindex fasst nicht so viele verschiedene Wörter.")
    return SIGNS[ONE + TWO + value // 8100] + SIGNS[value // 90 % 90] + SIGNS[value % 90]


def words(sorted_words: Iterable[str]) -> str:
    """Return words as lines that begin with the number of letters shared with the line before."""
    lines, before = [], ""
    for word in sorted_words:
        shared = 0
        for one, other in zip(word[:MOST_SHARED], before, strict=False):
            if one != other or one > LAST_PLAIN:
                break
            shared += 1
        lines.append("0123456789abcdefghijklmnopqrstuvwxyz"[shared] + word[shared:])
        before = word
    return "\n".join(lines)
