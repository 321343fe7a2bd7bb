"""Numbering of lists: each numbered list counts for itself, in Word's own numbering."""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import dataclass, field

from ..buch.blocks import ListStyle
from .oxml import numbering
from .oxml.base import Element
from .oxml.numbering import Level
from .template import heading_levels

STEP = 425
LEVELS = 9
_FORMS = {
    ListStyle.ARABIC: "decimal",
    ListStyle.LOWER_ALPHA: "lowerLetter",
    ListStyle.UPPER_ALPHA: "upperLetter",
    ListStyle.LOWER_ROMAN: "lowerRoman",
    ListStyle.UPPER_ROMAN: "upperRoman",
}
_BULLETS = ("•", "–", "·")


@dataclass
class ListNumbers:
    """Numbering instances for the lists of a document, added to its numbering part."""

    root: Element
    schemes: dict[tuple[ListStyle, bool], int] = field(default_factory=dict)
    bullets: dict[bool, int] = field(default_factory=dict)
    new_schemes: list[Element] = field(default_factory=list)
    new_instances: list[Element] = field(default_factory=list)
    next_scheme: int = 0
    next_instance: int = 1

    def __post_init__(self) -> None:
        self.next_scheme, self.next_instance = numbering.next_ids(self.root)

    def bullet(self, boxed: bool) -> int:
        """Return the instance for all bullets; ``boxed`` ones keep to the edge of a box."""
        if boxed not in self.bullets:
            self.bullets[boxed] = self._instance(self._scheme(ListStyle.BULLET, boxed), None)
        return self.bullets[boxed]

    def numbered(self, style: ListStyle, boxed: bool, level: int, start: int) -> int:
        """Return a new instance that counts from ``start`` on ``level`` (from 0)."""
        return self._instance(self._scheme(style, boxed), (level, start))

    def scheme_of(self, instance: int | None) -> int | None:
        """Return the scheme of an instance that the template has, ``None`` if it has none."""
        return None if instance is None else numbering.scheme_of(self.root, instance)

    def headings(self, scheme: int | None, start: int, ids: Sequence[str]) -> int:
        """Return an instance for the heading styles ``ids``, counting chapters from ``start``."""
        if scheme is None:
            scheme = self._add("Kompass Überschriften", heading_levels(ids))
        return self._instance(scheme, (0, start))

    def unlink(self, styles: Container[str]) -> None:
        """Let no level of the template's lists belong to one of these styles any more."""
        numbering.unlink(self.root, styles)

    def silent(self) -> int:
        """Return an instance that shows no number, for headings whose style would have one."""
        # Numbering 0, Word's own „none“, is unknown to checkers.
        return self._instance(self._add("Kompass ohne Nummer", [Level("none", "", 0, 0)] * 6), None)

    def finish(self) -> None:
        """Put everything new into the numbering part."""
        numbering.append(self.root, self.new_schemes, self.new_instances)

    def _scheme(self, style: ListStyle, boxed: bool) -> int:
        key = (style, boxed)
        if key not in self.schemes:
            name = f"Kompass {style.value}{' im Kasten' if boxed else ''}"
            levels = [_level(style, boxed, level) for level in range(LEVELS)]
            self.schemes[key] = self._add(name, levels)
        return self.schemes[key]

    def _add(self, name: str, levels: list[Level]) -> int:
        self.new_schemes.append(numbering.scheme(self.next_scheme, name, levels))
        self.next_scheme += 1
        return self.next_scheme - 1

    def _instance(self, scheme: int, start: tuple[int, int] | None) -> int:
        self.new_instances.append(numbering.instance(self.next_instance, scheme, start))
        self.next_instance += 1
        return self.next_instance - 1


def _level(style: ListStyle, boxed: bool, level: int) -> Level:
    left = STEP * (level + 1)
    if style is ListStyle.BULLET:
        form, text = "bullet", _BULLETS[level % 3]
    else:
        form, text = _FORMS[style], f"%{level + 1}."
    # In a box every line begins at its edge, or the bar of the box would step inwards;
    # em spaces before the mark take the place of the indent.
    if boxed:
        # LibreOffice takes the first letter of a bullet for the whole.
        form = "none" if form == "bullet" and level else form
        return Level(form, "\u2003\u2002" * level + text, left, left)
    return Level(form, text, left, STEP)
