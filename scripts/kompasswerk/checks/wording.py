"""Words that the handbook does not use, with the better ones, from ``kompass/listen.yaml``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..reading.wording import quoted
from .prose import lines_of
from .registry import Found, Stock, Subject, page_rule

LIST = "wortwahl"
_GENDER = re.compile(r"\w+[:*_·]in(?:nen)?\b|\w+Innen\b")
_QUOTED = re.compile("„[^“]*“")


@page_rule("wortwahl", "Einfache und einheitliche Wörter")
def plain_words(subject: Subject, stock: Stock) -> Iterator[Found]:
    """Wörter aus der Liste „wortwahl“ in kompass/listen.yaml stehen nicht im Text.

    Dort steht auch, was stattdessen passt. Sonderzeichen für Geschlechter werden zu neutralen
    Formen. In Anführungszeichen darf alles stehen, denn Namen bleiben, wie sie sind.
    """
    avoided = [
        (re.compile(rf"(?<!\w){re.escape(choice.name)}(?!\w)"), choice)
        for choice in stock.vocabulary.lists.get(LIST, ())
    ]
    for line in lines_of(subject.loaded):
        text = _QUOTED.sub(" ", line.text)
        for pattern, choice in avoided:
            if pattern.search(text):
                message = f"{quoted(choice.name)} vermeiden wir. Besser: {choice.erklaerung}"
                yield Found(line.number, "", message)
        for match in _GENDER.finditer(text):
            message = f"{quoted(match[0])}: Bitte eine neutrale Form oder beide Formen."
            yield Found(line.number, "", message)
