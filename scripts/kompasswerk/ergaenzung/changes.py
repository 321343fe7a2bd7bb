"""What has changed between two editions, page by page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import Enum

from ..docx.oxml.lines import Line
from .handbook import Handbook

HEADINGS = tuple(f"heading {level}" for level in range(2, 10))


class Kind(Enum):
    """What happened to a page."""

    NEW = "neu"
    CHANGED = "geändert"
    GONE = "entfallen"


@dataclass(frozen=True)
class Change:
    """One page that differs.

    ``sections`` are the headings under which a changed page differs, in its order, each once;
    what stands above the first heading counts as none. ``lines`` counts paragraphs that came or
    went.
    """

    kind: Kind
    name: str
    title: str
    sections: tuple[str, ...] = ()
    lines: int = 0


def changes(old: Handbook, new: Handbook) -> tuple[Change, ...]:
    """Return what differs: new and changed pages in the new order, then those that are gone.

    A page that only has another name or place is the same page.
    """
    moved = _moved(old, new)
    found = [
        change
        for name, title in new.titles.items()
        if (change := _change(name, title, moved.get(name, name), old, new)) is not None
    ]
    gone = old.titles.keys() - new.titles.keys() - set(moved.values())
    found += [
        Change(Kind.GONE, name, title, lines=len(old.pages[name]))
        for name, title in old.titles.items()
        if name in gone
    ]
    return tuple(found)


def _moved(old: Handbook, new: Handbook) -> dict[str, str]:
    """Return new name → old name of pages that say the same under another name."""
    left = {_words(old.pages[name]): name for name in old.titles if name not in new.titles}
    return {
        name: left[words]
        for name in new.titles
        if name not in old.titles and (words := _words(new.pages[name])) in left
    }


def _words(lines: Sequence[Line]) -> tuple[str, ...]:
    return tuple(line.text for line in lines)


def _change(name: str, title: str, before: str, old: Handbook, new: Handbook) -> Change | None:
    if before not in old.pages:
        return Change(Kind.NEW, name, title, lines=len(new.pages[name]))
    was, now = old.pages[before], new.pages[name]
    if _words(was) == _words(now):
        return None
    matcher = SequenceMatcher(a=_words(was), b=_words(now), autojunk=False)
    steps = [step for step in matcher.get_opcodes() if step[0] != "equal"]
    sections = dict.fromkeys(section for step in steps for section in _sections(now, was, step))
    count = sum(max(step[2] - step[1], step[4] - step[3]) for step in steps)
    return Change(Kind.CHANGED, name, title, tuple(filter(None, sections)), count)


def _sections(
    now: Sequence[Line], was: Sequence[Line], step: tuple[str, int, int, int, int]
) -> Iterator[str]:
    """Yield the headings over the new lines of a step, or over the gap that old ones left."""
    _, first_old, last_old, first, last = step
    if first == last:
        yield _heading(was, first_old if last_old - first_old else first_old - 1)
    for position in range(first, last):
        yield _heading(now, position)


def _heading(lines: Sequence[Line], position: int) -> str:
    above = (line.text for line in reversed(lines[: position + 1]) if line.style in HEADINGS)
    return next(above, "")
