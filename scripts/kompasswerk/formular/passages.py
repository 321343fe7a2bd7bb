"""Ready texts on worksheets: one section of a page as paragraphs with emphasis and gaps."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from markdown_it import MarkdownIt
from markdown_it.token import Token

from .filling import Teil


class NoPassageError(Exception):
    """A page lacks the section that holds a text; the message is a German sentence."""


@dataclass(frozen=True)
class Absatz:
    """A paragraph; ``nummer`` is that of an item of a list, 0 for none.

    ``klein`` marks small print. A line end in a part is a new line.
    """

    teile: tuple[Teil, ...]
    nummer: int = 0
    klein: bool = False


def read_passage(text: str, opening: str) -> tuple[Absatz, ...]:
    """Return the paragraphs below the ``##`` heading that begins with ``opening``.

    It ends before a list with bullets: that is for who sends the text. :class:`NoPassageError`
    if there is no such heading or nothing below it.
    """
    tokens = list(_section(MarkdownIt("commonmark").parse(text), opening))
    found = tuple(_paragraphs(tokens))
    if not found:
        raise NoPassageError(f"Auf dem Arbeitsblatt fehlt der Abschnitt „{opening}“ mit dem Text.")
    return found


def _section(tokens: Sequence[Token], opening: str) -> Iterator[Token]:
    inside = title = False
    for token, following in pairwise((*tokens, Token("end", "", 0))):
        if token.type == "heading_open" and token.tag == "h2":
            inside = title = following.content.startswith(opening)
        elif token.type == "heading_close":
            title = False
        elif token.type == "bullet_list_open":
            inside = False
        elif inside and not title:
            yield token


def _paragraphs(tokens: Sequence[Token]) -> Iterator[Absatz]:
    number, ordered = 0, False
    for token in tokens:
        if token.type in ("ordered_list_open", "ordered_list_close"):
            ordered = token.type.endswith("open")
            number = int(token.attrGet("start") or 1) - 1
        elif token.type == "list_item_open":
            number += 1
        elif token.type == "inline":
            parts = tuple(_parts(token.children or ()))
            small = bool(parts) and all(part.kursiv for part in parts)
            yield Absatz(parts, number if ordered else 0, small)


def _parts(tokens: Sequence[Token]) -> Iterator[Teil]:
    bold = italic = 0
    for token in tokens:
        if token.type in ("strong_open", "strong_close"):
            bold += token.nesting
        elif token.type in ("em_open", "em_close"):
            italic += token.nesting
        elif token.type in ("softbreak", "hardbreak"):
            yield Teil(" " if token.type == "softbreak" else "\n", bool(bold), bool(italic))
        elif token.content:
            yield Teil(token.content, bool(bold), bool(italic))
