"""Names of styles to the ids of the template at hand."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

from ..model.gestaltung import Gestaltung
from .oxml import adopting, styles
from .oxml.base import Element
from .template import own_styles
from .tokens import Tokens


@dataclass
class StyleMap:
    """Finds styles by name, whatever ids the template gives them (German Word's differ).

    What the template lacks is taken over from our own styles when it is needed first;
    ``missing`` collects these names. ``width`` is that of the text in twips.
    """

    sheet: Element
    gestaltung: Gestaltung
    width: int
    missing: dict[str, None] = field(default_factory=dict)
    ids: dict[tuple[str, str], str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.ids = styles.names(self.sheet)

    @cached_property
    def own(self) -> Element:
        """The styles that stand in where the template lacks some."""
        return own_styles(self.gestaltung)

    def paragraph(self, name: str) -> str:
        """Return the id of a paragraph style."""
        return self._find("paragraph", name)

    def character(self, name: str) -> str:
        """Return the id of a character style."""
        return self._find("character", name)

    def table(self, name: str) -> str:
        """Return the id of a table style."""
        return self._find("table", name)

    def has(self, name: str) -> bool:
        """Say whether the template itself has a paragraph style of this name."""
        return ("paragraph", name.lower()) in self.ids and name not in self.missing

    def to_margin(self, name: str, leader: str = "") -> tuple[adopting.Stop, ...]:
        """Return the stops that a paragraph needs so that one tab leads to the right margin.

        Empty if the style of this name sees to that, as ours do.
        """
        found = adopting.stops(self.sheet, self.paragraph(name))
        if [(kind, abs(place - self.width) < 20) for kind, place, _ in found] == [("right", True)]:
            return ()
        cleared = tuple(("clear", place, "") for _, place, _ in found)
        return (*cleared, ("right", self.width, leader))

    def _find(self, kind: str, name: str) -> str:
        key = (kind, name.lower())
        if key not in self.ids:
            stretch = self.width / Tokens(self.gestaltung).width()
            adopting.adopt(self.sheet, self.own, kind, name, stretch)
            before, self.ids = self.ids, styles.names(self.sheet)
            added = (each for each in self.ids if each not in before)
            self.missing |= dict.fromkeys(adopting.title_of(self.sheet, *each) for each in added)
        return self.ids[key]
