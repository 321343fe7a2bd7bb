"""What one pass over a part finds: short cuts to what most of its paragraphs say.

libxml2 passes over elements that nobody asked for far faster than Python could walk to the others.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from .base import Element, qualified

_P, _RUN, _LINK = qualified("w:p"), qualified("w:r"), qualified("w:hyperlink")
_TEXT, _VAL = qualified("w:t"), qualified("w:val")
_OF_RUN = (qualified("w:rPr"), _RUN)
_OFF = ("0", "false", "off", "none")
MOST = 100_000
"""So many elements are looked at for lines, ten times those of a workbook; they fill memory."""


class Survey(NamedTuple):
    """What a part holds, by paragraph, row or cell.

    ``lines`` are the texts and signs of a paragraph in order. Only of one in which all of them
    stand in the paragraph itself or in runs right below it or its links, so that nothing hides
    any; others are missing, and those behind the first :data:`MOST` elements. ``looks`` are the
    values of properties. ``odd`` are the runs that look unlike others, and how; lines of
    paragraphs with such runs are missing.
    """

    lines: Mapping[Element, Sequence[str | Element]]
    looks: Mapping[Element, Sequence[str]]
    odd: Mapping[Element, str]


Around = tuple[str, str]
"""The names of the element around a property and of the one to which both belong."""


def survey(
    root: Element, signs: Collection[str], looks: Mapping[str, Around], odd: Mapping[str, str]
) -> Survey:
    """Return what stands in the paragraphs below ``root``: texts, and elements called ``signs``.

    ``looks`` are the names of properties to find, each with where it stands; ``odd`` those of
    properties that make a run look unlike others, each with the word for it, the strongest first.
    """
    lines, found = _lines_and_looks(root, signs, looks)
    return Survey(lines, found, _odd(root, odd, lines))


def _odd(
    root: Element, names: Mapping[str, str], lines: dict[Element, list[str | Element]]
) -> Mapping[Element, str]:
    """Return the odd runs; forget the lines of their paragraphs."""
    found: dict[Element, str] = {}
    order = tuple(names.values())
    for look in root.iter(*names):
        run = _owner(look.getparent(), _OF_RUN)
        if run is None or (look.get(_VAL) or "") in _OFF:
            continue
        how = names[str(look.tag)]
        found[run] = min(how, found.get(run, how), key=order.index)
        lines.pop(next(run.iterancestors(_P), root), None)
    return found


def _lines_and_looks(
    root: Element, signs: Collection[str], looks: Mapping[str, Around]
) -> tuple[dict[Element, list[str | Element]], dict[Element, list[str]]]:
    lines: dict[Element, list[str | Element]] = {}
    found: dict[Element, list[str]] = {}
    paragraph: Element = root
    around: Element | None = None
    line: list[str | Element] | None = None
    for number, each in enumerate(root.iter(_P, _TEXT, *signs, *looks)):
        tag = each.tag
        parent = each.getparent()
        if tag == _P:
            if parent is not around:
                around = parent
                lines.pop(next(each.iterancestors(_P), root), None)
            paragraph = each
            line = None
            if number < MOST:
                line = lines[paragraph] = []
        elif tag in looks:
            owner = _owner(parent, looks[tag])
            if owner is not None:
                found.setdefault(owner, []).append(each.get(_VAL) or "")
        elif line is not None and parent is not None:
            if parent.tag == _RUN:
                parent = parent.getparent()
            if number < MOST and (parent is paragraph or _in_link(parent, paragraph)):
                line.append(each.text or "" if tag == _TEXT else each)
            else:
                del lines[paragraph]
                line = None
    return lines, found


def _owner(parent: Element | None, around: Around) -> Element | None:
    if parent is None or parent.tag != around[0]:
        return None
    owner = parent.getparent()
    return owner if owner is not None and owner.tag == around[1] else None


def _in_link(parent: Element | None, paragraph: Element) -> bool:
    return parent is not None and parent.tag == _LINK and parent.getparent() is paragraph
