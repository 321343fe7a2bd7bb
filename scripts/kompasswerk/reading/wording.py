"""How findings quote what was found and offer the nearest known word."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

LONGEST_QUOTE = 60
LONGEST_LIST = 12


def quoted(text: str) -> str:
    """Return the text in German quotation marks, on one line, shortened to 60 characters."""
    line = " ".join(text.split())
    short = line if len(line) <= LONGEST_QUOTE else f"{line[: LONGEST_QUOTE - 1]}…"
    return f"„{short}“"


def nearest(word: str, known: Iterable[str], cutoff: float = 0.6) -> str | None:
    """Return the known word most like ``word`` (upper and lower case alike), or ``None``.

    ``cutoff`` is how much of both must agree, from 0 to 1.
    """
    if len(word) > LONGEST_QUOTE:
        return None
    by_folded = {name.casefold(): name for name in known}
    matches = get_close_matches(word.casefold(), by_folded, n=1, cutoff=cutoff)
    return by_folded[matches[0]] if matches else None


def way_out(word: str, known: Iterable[str]) -> str:
    """Return the second half of a message: the nearest known word, or else the whole list."""
    names = tuple(known)
    match = nearest(word, names)
    if match is not None:
        return f"Meintest du {quoted(match)}?"
    if not names:
        return "Es gibt noch keine."
    shown = ", ".join(names[:LONGEST_LIST])
    return f"Möglich sind: {shown}{' und weitere' if len(names) > LONGEST_LIST else ''}."
