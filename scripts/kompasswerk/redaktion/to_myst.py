"""Pieces to MyST as the project's files have it: one paragraph a line."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import groupby

from .brackets import BRACKETS, as_role
from .pieces import Fixed, Grid, Heading, Item, Items, Look, Para, Piece, Run, Runs

_SPECIAL = re.compile(r"([\\`*_\[\]<>{}|#~$^&])")
_START = re.compile(r"(?m)^(\d+)([.)])|^([-+:>%=(])")
_BREAK = "\\\n"
Escape = Callable[[str], str]


def written(piece: Piece, read: Callable[[str], Piece | None]) -> str:
    """Return a piece as MyST; signs are escaped only where ``read`` would else read others."""
    if isinstance(piece, Fixed):
        return piece.source
    plain = _written(piece, str)
    return plain if read(plain) == piece else _written(piece, _escaped)


def _written(piece: Piece, escape: Escape) -> str:
    if isinstance(piece, Heading):
        return f"{'#' * piece.level} {_inline(piece.runs, escape)}"
    if isinstance(piece, Para):
        return _at_start(_inline(piece.runs, escape), escape)
    if isinstance(piece, Items):
        return "\n".join(_items(piece.items, escape))
    if isinstance(piece, Grid):
        return "\n".join(_table(piece, escape))
    return ""


def _at_start(text: str, escape: Escape) -> str:
    if escape is str:
        return text
    return _START.sub(lambda m: f"{m[1]}\\{m[2]}" if m[1] else f"\\{m[3]}", text)


def _items(items: Iterable[Item], escape: Escape) -> Iterator[str]:
    """Yield one line for each item; inner lists stand below the first letter of their item."""
    indents, counts = [""], [0]
    for item in items:
        level = min(item.level, len(indents) - 1)
        del indents[level + 1 :], counts[level + 1 :]
        counts[level] += 1
        mark = f"{counts[level]}." if item.ordered else "-"
        text = _at_start(_inline(item.runs, escape), escape)
        inside = indents[level] + " " * (len(mark) + 1)
        yield f"{indents[level]}{mark} {text}".rstrip().replace("\n", f"\n{inside}")
        indents.append(inside)
        counts.append(0)


def _table(grid: Grid, escape: Escape) -> Iterator[str]:
    for number, row in enumerate(grid.rows):
        cells = (_inline(cell, escape).replace(_BREAK, " ") for cell in row)
        yield f"| {' | '.join(cells)} |"
        if number == 0:
            yield f"|{'|'.join(' --- ' for _ in row)}|"


def _inline(runs: Runs, escape: Escape) -> str:
    parts = []
    for url, linked in groupby(runs, key=lambda run: run.look.url):
        text = _strong(list(linked), escape)
        parts.append(f"[{text}]({url})" if url else text)
    return "".join(parts)


def _strong(runs: list[Run], escape: Escape) -> str:
    parts = []
    for strong, inner in groupby(runs, key=lambda run: run.look.strong):
        text = "".join(_emphasis(list(inner), escape))
        parts.append(f"**{text}**" if strong else text)
    return "".join(parts)


def _emphasis(runs: list[Run], escape: Escape) -> Iterator[str]:
    for emphasis, inner in groupby(runs, key=lambda run: run.look.emphasis):
        text = "".join(_letters(run.text, run.look, escape) for run in inner)
        yield f"*{text}*" if emphasis else text


def _letters(text: str, look: Look, escape: Escape) -> str:
    if look.code:
        fence = "``" if "`" in text else "`"
        return f"{fence}{text}{fence}"
    parts, last = [], 0
    for match in BRACKETS.finditer(text):
        parts += [escape(text[last : match.start()]), as_role(match)]
        last = match.end()
    parts.append(escape(text[last:]))
    return "".join(parts).replace("\n", _BREAK)


def _escaped(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", text)
