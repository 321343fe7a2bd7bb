"""Choices that somebody made without a tick: by striking out, underlining or colouring."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from .known import squeezed
from .oxml.told import EMPHASIS, STRUCK, Para

BY_LOOK = (
    "Kein Kreuz: Antwort durch Streichen, Unterstreichen oder Markieren? Bitte sehen Sie nach."
)


def chosen_by_look(paras: Sequence[Para], values: Sequence[str]) -> str:
    """Return the one value that is not struck out, else those that stand out, joined by „; “.

    Empty where neither tells: nothing looks unlike the rest, or all does.
    """
    struck = _named(paras, (STRUCK,), values)
    left = [value for value in values if value not in struck]
    if struck and len(left) == 1:
        return left[0]
    marked = _named(paras, EMPHASIS, values)
    chosen = [value for value in left if value in marked]
    return "; ".join(chosen) if len(chosen) < len(values) else ""


def standing_out(paras: Sequence[Para]) -> str:
    """Return the text that stands out, with the word for how; empty where none does."""
    said: dict[str, list[str]] = {}
    for each in (each for para in paras for each in para.asides if each.how in EMPHASIS):
        said.setdefault(each.how, []).append(each.piece.text)
    return "; ".join(f"{how}: {squeezed(' '.join(texts))}" for how, texts in said.items())


def _named(paras: Iterable[Para], looks: Sequence[str], values: Sequence[str]) -> set[str]:
    """Return the values that stand in text of some looks; a value within another is none."""
    shown = (each.piece.text for para in paras for each in para.asides if each.how in looks)
    text = "\n".join(map(squeezed, shown))
    named: set[str] = set()
    for value in sorted(values, key=len, reverse=True) if text.strip() else ():
        text, number = re.subn(rf"(?<!\w){re.escape(squeezed(value))}(?!\w)", "\n", text)
        if number:
            named.add(value)
    return named
