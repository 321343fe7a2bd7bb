"""The text of a page in pieces that a Word file can hold and give back."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import NamedTuple

_GAPS = re.compile(r"[ \t\r]+")
_AROUND_BREAK = re.compile(r" ?\n ?")
_EDGES = re.compile(r"([ \n]*)(.*?)([ \n]*)", re.DOTALL)


class Look(NamedTuple):
    """How letters are meant; ``url`` is the address of a link, empty for none."""

    strong: bool = False
    emphasis: bool = False
    code: bool = False
    url: str = ""


class Run(NamedTuple):
    """Letters of one look; a line feed is a break inside the paragraph."""

    text: str
    look: Look = Look()


Runs = tuple[Run, ...]


class Heading(NamedTuple):
    """A heading of the text; ``level`` 2 is one of the fixed ones."""

    level: int
    runs: Runs


class Para(NamedTuple):
    """A paragraph."""

    runs: Runs


class Item(NamedTuple):
    """An item of a list; ``level`` counts from 0."""

    level: int
    ordered: bool
    runs: Runs


class Items(NamedTuple):
    """A list with the lists inside it, item by item."""

    items: tuple[Item, ...]


class Grid(NamedTuple):
    """A table; its first row is the head."""

    rows: tuple[tuple[Runs, ...], ...]


class Fixed(NamedTuple):
    """What Word cannot express: the lines of the file as they are."""

    source: str


class Picture(NamedTuple):
    """A picture that somebody put into Word; ``alt`` is empty if nobody described it."""

    blob: bytes
    alt: str


Piece = Heading | Para | Items | Grid | Fixed | Picture


def runs_of(found: Iterable[Run]) -> Runs:
    """Return runs in their one normal form.

    Neighbours of one look are joined, white space is single and never at an end, and between two
    looks it has only what both have in common.
    """
    joined = [_tidy(look, group) for look, group in groupby(found, key=lambda run: run.look)]
    spread = list(_spread([run for run in joined if run.text]))
    merged = [
        Run(_single("".join(run.text for run in group)), look)
        for look, group in groupby(spread, key=lambda run: run.look)
    ]
    return tuple(run for run in _trimmed(merged) if run.text)


def text_of(runs: Iterable[Run]) -> str:
    """Return the letters of runs."""
    return "".join(run.text for run in runs)


def _tidy(look: Look, group: Iterable[Run]) -> Run:
    return Run(_single("".join(run.text for run in group)), look)


def _single(text: str) -> str:
    return _AROUND_BREAK.sub("\n", _GAPS.sub(" ", text))


def _spread(runs: list[Run]) -> Iterator[Run]:
    """Yield words apart from the white space at their edges, which has a look of its own."""
    solid = [run.look for run in runs if run.text.strip(" \n")]
    seen = 0
    for run in runs:
        if not run.text.strip(" \n"):
            yield Run(run.text, _common(solid, seen))
            continue
        match = _EDGES.fullmatch(run.text)
        before, words, after = match.groups() if match else ("", run.text, "")
        if before:
            yield Run(before, _common(solid, seen))
        seen += 1
        yield Run(words, run.look)
        if after:
            yield Run(after, _common(solid, seen))


def _common(solid: list[Look], seen: int) -> Look:
    """Return what the looks before and behind a gap have in common."""
    if not 0 < seen < len(solid):
        return Look()
    one, two = solid[seen - 1], solid[seen]
    url = one.url if one.url == two.url else ""
    code = one.code and two.code
    return Look(one.strong and two.strong, one.emphasis and two.emphasis, code, url)


def _trimmed(runs: list[Run]) -> list[Run]:
    """Return runs without white space at both ends, and never two gaps in a row."""
    found: list[Run] = []
    for run in runs:
        text = run.text if found else run.text.lstrip()
        if found and found[-1].text.endswith((" ", "\n")):
            text = text.lstrip(" ")
        if text:
            found.append(run._replace(text=text))
    while found and not found[-1].text.strip():
        found.pop()
    if found:
        found[-1] = found[-1]._replace(text=found[-1].text.rstrip())
    return found
