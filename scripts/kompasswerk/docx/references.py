"""References whose words Word can renew: the number or title of what they point to as a field."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ..buch.blocks import (
    CodeBlock,
    Figure,
    Inline,
    InternalLink,
    MathBlock,
    Section,
    Span,
    Table,
    Text,
)
from .oxml import text as xml
from .oxml.base import Element
from .oxml.text import RunLook

_COUNTED = (CodeBlock, Figure, MathBlock, Table)


@dataclass(frozen=True)
class Goal:
    """What a reference may repeat: the number, and for sections the title.

    ``mark`` is the bookmark around the number of a caption or formula; a section has none, its
    own bookmark stands around the title. A ``title`` with more than letters is empty.
    """

    number: str | None
    title: str = ""
    mark: str | None = None


def goals(items: Iterable[object]) -> Iterator[tuple[str, Goal]]:
    """Yield what stands at the anchors of a book, of which ``items`` is everything in it."""
    for each in items:
        if isinstance(each, Section):
            title = "".join(part.text for part in each.title if isinstance(part, Text))
            mere = all(isinstance(part, Text) for part in each.title)
            goal = Goal(each.number, title if mere else "")
            yield from ((anchor, goal) for anchor in each.anchors)
        elif isinstance(each, _COUNTED) and each.number is not None and each.anchors:
            goal = Goal(each.number, mark=each.anchors[0])
            yield from ((anchor, goal) for anchor in each.anchors)


def mere_text(children: tuple[Inline, ...]) -> str | None:
    """Return the words of a reference without marks inside, ``None`` for any other."""
    while len(children) == 1 and isinstance(children[0], Span) and children[0].mark is None:
        children = children[0].children
    match children:
        case (Text(text),):
            return text
    return None


def as_field(
    inline: InternalLink, goal: Goal, bookmark: str, look: RunLook, *, counted: bool
) -> list[Element] | None:
    """Return the words of a reference with a field for number or title, ``None`` if neither fits.

    ``counted`` says that Word counts the headings, so that it knows their numbers.
    """
    words = mere_text(inline.children)
    if words is None:
        return None
    if goal.title and words == goal.title and (counted or goal.number is None):
        return _field(f"REF {bookmark} \\h \\* MERGEFORMAT", words, look)
    if goal.number is None or (goal.mark is None and not counted):
        return None
    number = re.search(rf"(?<![\w.]){re.escape(goal.number)}(?![\w]|\.\w)", words)
    # „Schritt 3“ in a chapter that happens to be the third repeats nothing; „(3)“ does.
    alone = re.fullmatch(rf"\W*{re.escape(goal.number)}\W*", words)
    if number is None or not (inline.numbered or alone):
        return None
    code = f"REF {bookmark} \\r \\h" if goal.mark is None else f"REF {bookmark} \\h"
    before, after = words[: number.start()], words[number.end() :]
    return [
        *([xml.text_run(before, look)] if before else []),
        *_field(code, goal.number, look),
        *([xml.text_run(after, look)] if after else []),
    ]


def _field(code: str, words: str, look: RunLook) -> list[Element]:
    return xml.field(code, [xml.text_run(words, look)], look)
