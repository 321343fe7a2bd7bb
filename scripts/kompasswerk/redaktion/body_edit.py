"""Three texts of one page become one: what the form changed goes into what the file says now."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from .from_myst import Block, blocks_of, piece_of
from .pieces import Heading, Piece, text_of
from .to_myst import written


@dataclass(frozen=True)
class TextChange:
    """Neighbouring blocks that the form changed, as MyST; ``heading`` is the one above.

    ``now`` is what the file says in their place by now where that contradicts; then the change
    is not made. It is ``None`` where there is no conflict.
    """

    heading: str
    old: tuple[str, ...]
    new: tuple[str, ...]
    now: tuple[str, ...] | None = None


@dataclass(frozen=True)
class _Part:
    """A run of blocks of the file by their numbers, or new ones that take their place."""

    own: range
    new: tuple[str, ...] | None = None


def merged(base: str, form: Sequence[Piece], now: str) -> tuple[str, tuple[TextChange, ...]]:
    """Return the body as it becomes, and what the form changed of ``base``.

    Blocks that nobody changed keep their lines to the letter.
    """
    old, own = blocks_of(base), blocks_of(now)
    said = [_key(piece) for piece in form]
    before, there = [_key(each.piece) for each in old], [_key(each.piece) for each in own]
    parts: list[_Part] = []
    changes: list[TextChange] = []
    for a, b, c in _regions(before, said, there):
        was, new, is_now = before[a[0] : a[1]], said[b[0] : b[1]], there[c[0] : c[1]]
        if new in (was, is_now):
            parts.append(_Part(range(c[0], c[1])))
            continue
        conflict = was != is_now
        heading = _heading(form[: b[0]])
        changes.append(
            TextChange(heading, tuple(was), tuple(new), tuple(is_now) if conflict else None)
        )
        parts.append(_Part(range(c[0], c[1]), None if conflict else tuple(new)))
    return _joined(parts, own, now), tuple(changes)


def body_from(form: Sequence[Piece]) -> str:
    """Return the body of a new page."""
    return "\n" + "\n\n".join(_key(piece) for piece in form) + "\n"


def _key(piece: Piece) -> str:
    """Return by what two pieces are the same: what stands in a file for them."""
    return written(piece, piece_of)


def _heading(pieces: Sequence[Piece]) -> str:
    found = [each for each in pieces if isinstance(each, Heading) and each.level == 2]
    return text_of(found[-1].runs) if found else ""


Span = tuple[int, int]


def _regions(
    base: Sequence[str], form: Sequence[str], now: Sequence[str]
) -> Iterator[tuple[Span, Span, Span]]:
    """Yield regions of all three texts in step, as they change or stay the same in all."""
    one, two = _matches(base, form), _matches(base, now)
    a = b = c = 0
    for start in [at for at in range(len(base)) if at in one and at in two]:
        if one[start] < b or two[start] < c:
            continue
        if (a, b, c) != (start, one[start], two[start]):
            yield (a, start), (b, one[start]), (c, two[start])
        a, b, c = start + 1, one[start] + 1, two[start] + 1
        yield (start, a), (b - 1, b), (c - 1, c)
    if (a, b, c) != (len(base), len(form), len(now)):
        yield (a, len(base)), (b, len(form)), (c, len(now))


def _matches(one: Sequence[str], two: Sequence[str]) -> dict[int, int]:
    blocks = SequenceMatcher(None, one, two, autojunk=False).get_matching_blocks()
    return {match.a + n: match.b + n for match in blocks for n in range(match.size)}


def _joined(parts: Sequence[_Part], own: Sequence[Block], now: str) -> str:
    lines = now.split("\n")
    sources = ["\n".join(lines[each.start : each.end]) for each in own]
    # A paragraph that was moved keeps its lines too.
    known = {_key(block.piece): source for block, source in zip(own, sources, strict=True)}
    text = "\n".join(lines[: own[0].start]) + "\n" if own and own[0].start else "\n"
    last: int | None = -1
    for part in parts:
        said = None if part.new is None else [known.get(new, new) for new in part.new]
        for number, source in enumerate([sources[at] for at in part.own] if said is None else said):
            at = part.own.start + number if said is None or number == 0 else None
            follows = bool(part.own) and at and last is not None and at == last + 1
            text += (_own_gap(lines, own, at) if at and follows else _gap(text)) + source
            last = at if said is None else None
        if said != [] and part.own:
            last = part.own.stop - 1
    end = lines[own[-1].end :] if own else [""]
    return text + "".join(f"\n{line}" for line in end or [""])


def _own_gap(lines: Sequence[str], own: Sequence[Block], at: int) -> str:
    """Return the empty lines that stand before a block of the file."""
    return "\n" + "".join(f"{line}\n" for line in lines[own[at - 1].end : own[at].start])


def _gap(text: str) -> str:
    return "\n\n" if text.strip("\n") else ""
