"""The text of a page to pieces, each with its lines in the file."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from markdown_it.token import Token

from ..reading.directives import take_options
from ..reading.markdown import markdown_parser
from .brackets import BRACKETS, bracketed
from .pieces import Fixed, Grid, Heading, Item, Items, Look, Para, Piece, Run, Runs, runs_of
from .to_myst import written

_BOX = re.compile(r"\{(?:einschaetzung|important|tip|note|hint|warning)\}")
_LISTS = ("bullet_list_open", "ordered_list_open")


class CannotError(Exception):
    """A part of the text that Word cannot express."""


@dataclass(frozen=True)
class Block:
    """A piece with its lines, counted from 0; ``end`` is the line behind it."""

    piece: Piece
    start: int
    end: int


@lru_cache(maxsize=32)
def blocks_of(body: str) -> tuple[Block, ...]:
    """Return the blocks of a text in order; together they hold every line that is not empty.

    A block that would not come back from its piece as it is becomes :class:`Fixed`.
    """
    lines = body.split("\n")
    found: list[Block] = []
    for token, inner in siblings(markdown_parser().parse(body)):
        start, end = token.map or (0, 0)
        while end > start and not lines[end - 1].strip():
            end -= 1
        if end <= start or (found and start < found[-1].end):
            continue
        found.extend(_between(lines, found[-1].end if found else 0, start))
        box = _box(token, lines, start, end)
        if box:
            found.extend(box)
            continue
        source = "\n".join(lines[start:end])
        found.append(Block(_safe(token, inner, source, found), start, end))
    found.extend(_between(lines, found[-1].end if found else 0, len(lines)))
    return tuple(found)


def piece_of(text: str) -> Piece | None:
    """Return the one piece that a text is, ``None`` if it is none or several."""
    tokens = list(siblings(markdown_parser().parse(text)))
    if len(tokens) != 1:
        return None
    try:
        return _piece(*tokens[0])
    except CannotError:
        return None


def siblings(tokens: Sequence[Token]) -> Iterator[tuple[Token, Sequence[Token]]]:
    """Yield each token of the outermost level with the tokens that it encloses."""
    start = level = 0
    for index, token in enumerate(tokens):
        level += token.nesting
        if level == 0:
            yield tokens[start], tokens[start + 1 : index]
            start = index + 1


def _box(token: Token, lines: Sequence[str], start: int, end: int) -> tuple[Block, ...]:
    """Return a box in parts, so that what is in it can be edited; empty for what stays whole."""
    match = _BOX.fullmatch(token.info.strip()) if token.type == "colon_fence" else None
    closed = end - start > 2 and lines[end - 1].strip() == token.markup
    if match is None or not closed or take_options(token.content)[0]:
        return ()
    inner = blocks_of("\n".join(lines[start + 1 : end - 1]))
    if not inner or any(isinstance(each.piece, Fixed) for each in inner):
        return ()
    at = start + 1
    return (
        Block(Fixed(lines[start]), start, at),
        *(Block(each.piece, each.start + at, each.end + at) for each in inner),
        Block(Fixed(lines[end - 1]), end - 1, end),
    )


def _between(lines: Sequence[str], start: int, end: int) -> Iterator[Block]:
    """Yield lines that belong to no token, such as definitions of link addresses."""
    used = [n for n in range(start, end) if lines[n].strip()]
    if used:
        source = "\n".join(lines[used[0] : used[-1] + 1])
        yield Block(Fixed(source), used[0], used[-1] + 1)


def _safe(token: Token, inner: Sequence[Token], source: str, before: Sequence[Block]) -> Piece:
    try:
        piece = _piece(token, inner)
    except CannotError:
        return Fixed(source)
    # Word joins two lists that follow each other.
    joins = isinstance(piece, Items) and before and isinstance(before[-1].piece, Items)
    if joins or piece_of(written(piece, piece_of)) != piece:
        return Fixed(source)
    return piece


def _piece(token: Token, inner: Sequence[Token]) -> Piece:
    if token.attrs and token.type not in _LISTS:
        raise CannotError
    if token.type == "heading_open":
        return Heading(int(token.tag[1]), _runs(inner))
    if token.type == "paragraph_open":
        return Para(_runs(inner))
    if token.type in _LISTS:
        return Items(tuple(_items(token, inner, 0)))
    if token.type == "table_open":
        return Grid(tuple(_rows(inner)))
    raise CannotError


def _items(token: Token, inner: Sequence[Token], level: int) -> Iterator[Item]:
    ordered = token.type == "ordered_list_open"
    if token.attrs and (not ordered or set(token.attrs) != {"start"}):
        raise CannotError
    if ordered and token.attrGet("start") not in (None, 1):
        raise CannotError
    for _, parts in siblings(inner):
        blocks = list(siblings(parts))
        if not blocks or blocks[0][0].type != "paragraph_open":
            raise CannotError
        yield Item(level, ordered, _runs(blocks[0][1]))
        for block, content in blocks[1:]:
            if block.type not in _LISTS:
                raise CannotError
            yield from _items(block, content, level + 1)


def _rows(inner: Sequence[Token]) -> Iterator[tuple[Runs, ...]]:
    for _, group in siblings(inner):
        for _, cells in siblings(group):
            yield tuple(_runs(content) for _, content in siblings(cells))


def _runs(inner: Sequence[Token]) -> Runs:
    found = [run for token in inner for run in _inline(token.children or ())]
    runs = runs_of(found)
    if not runs and found:
        raise CannotError
    return runs


def _inline(tokens: Sequence[Token]) -> Iterator[Run]:
    look = Look()
    for token in tokens:
        if token.type.startswith("strong_") and not token.attrs:
            look = look._replace(strong=token.nesting > 0)
        elif token.type.startswith("em_") and not token.attrs:
            look = look._replace(emphasis=token.nesting > 0)
        elif token.type.startswith("link_"):
            look = look._replace(url=_address(token) if token.nesting > 0 else "")
        else:
            yield _run(token, look)


def _address(token: Token) -> str:
    url = str(token.attrGet("href") or "")
    if set(token.attrs) != {"href"} or "://" not in url:
        raise CannotError
    return url


def _run(token: Token, look: Look) -> Run:
    if token.attrs:
        raise CannotError
    if token.type in ("text", "text_special"):
        if BRACKETS.search(token.content):
            raise CannotError
        return Run(token.content, look)
    if token.type == "softbreak":
        return Run(" ", look)
    if token.type == "hardbreak":
        return Run("\n", look)
    if token.type == "code_inline":
        return Run(token.content, look._replace(code=True))
    if token.type == "myst_role":
        text = bracketed(token.meta["name"], token.content)
        if text is not None:
            return Run(text, look)
    raise CannotError
