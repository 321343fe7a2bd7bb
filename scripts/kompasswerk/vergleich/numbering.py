"""The labels that Word shows before numbered paragraphs; they stand nowhere in the text."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PLACE = re.compile(r"%(\d)")
ROMAN = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc")),
    *((50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)


@dataclass(frozen=True)
class _Level:
    """One level of a list: first number, how it is written, and the pattern around it."""

    start: int = 1
    form: str = "decimal"
    text: str = ""


class Numbering:
    """Counts the lists of one document; ask for labels in the order of the paragraphs."""

    def __init__(self, root: Any | None, styles: Mapping[str, tuple[str, int]]) -> None:
        self._styles = styles
        self._schemes: dict[str, dict[int, _Level]] = {}
        self._of: dict[str, str] = {}
        self._restarts: dict[str, dict[int, int]] = {}
        self._counts: dict[str, dict[int, int]] = defaultdict(dict)
        self._begun: set[tuple[str, int]] = set()
        if root is not None:
            self._read(root)

    def label(self, style: str, number: str | None, level: int | None) -> str:
        """Return the label of the next paragraph, empty for one without."""
        by_style = self._styles.get(style)
        if number is None and by_style is not None:
            number, level = by_style[0], by_style[1] if level is None else level
        if number is None or number == "0" or number not in self._of:
            return ""
        depth = level or 0
        scheme = self._schemes[self._of[number]]
        self._count(number, depth, scheme)
        return self._written(number, depth, scheme)

    def _read(self, root: Any) -> None:
        for scheme in root.iter(f"{W}abstractNum"):
            self._schemes[scheme.get(f"{W}abstractNumId")] = {
                int(level.get(f"{W}ilvl")): _level(level) for level in scheme.iter(f"{W}lvl")
            }
        for instance in root.iter(f"{W}num"):
            name = instance.get(f"{W}numId")
            self._of[name] = instance.find(f"{W}abstractNumId").get(f"{W}val")
            self._restarts[name] = {
                int(each.get(f"{W}ilvl")): int(each.find(f"{W}startOverride").get(f"{W}val"))
                for each in instance.iter(f"{W}lvlOverride")
                if each.find(f"{W}startOverride") is not None
            }

    def _count(self, number: str, depth: int, scheme: Mapping[int, _Level]) -> None:
        # Lists of one scheme count on together, until an instance says where to restart.
        counts = self._counts[self._of[number]]
        first = (number, depth) not in self._begun
        if first and depth in self._restarts[number]:
            counts[depth] = self._restarts[number][depth]
        elif depth in counts:
            counts[depth] += 1
        else:
            counts[depth] = scheme.get(depth, _Level()).start
        self._begun.add((number, depth))
        for deeper in [each for each in counts if each > depth]:
            del counts[deeper]

    def _written(self, number: str, depth: int, scheme: Mapping[int, _Level]) -> str:
        counts = self._counts[self._of[number]]
        level = scheme.get(depth, _Level())
        if level.form in ("bullet", "none"):
            return ""

        def shown(match: re.Match[str]) -> str:
            place = int(match[1]) - 1
            of = scheme.get(place, _Level())
            return written(counts.get(place, of.start), of.form)

        return _PLACE.sub(shown, level.text)


def _level(level: Any) -> _Level:
    def value(name: str, default: str) -> str:
        found = level.find(f"{W}{name}")
        return default if found is None else str(found.get(f"{W}val", default))

    return _Level(int(value("start", "1")), value("numFmt", "decimal"), value("lvlText", ""))


def written(number: int, form: str) -> str:
    """Return a number in a form of Word or docutils (``lowerRoman``, ``loweralpha``)."""
    kind = form.lower()
    if "roman" in kind:
        text = _roman(number)
    elif kind in ("lowerletter", "upperletter", "loweralpha", "upperalpha"):
        text = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
    else:
        return str(number)
    return text.upper() if kind.startswith("upper") else text


def _roman(number: int) -> str:
    result = ""
    for value, sign in ROMAN:
        result += sign * (number // value)
        number %= value
    return result
