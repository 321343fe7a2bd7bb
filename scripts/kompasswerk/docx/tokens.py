"""Design tokens in Word's units."""

from __future__ import annotations

from dataclasses import dataclass

from ..model.gestaltung import Gestaltung

TWIPS_PER_MM = 1440 / 25.4


@dataclass(frozen=True)
class Tokens:
    """The tokens as Word counts: colours without ``#``, distances in twips, sizes in points."""

    gestaltung: Gestaltung

    @property
    def font(self) -> str:
        """The font of the text."""
        return self.gestaltung.schrift["word"]

    @property
    def fixed(self) -> str:
        """The font of code: the first of the list that Word's computers have."""
        names = [name.strip(" \"'") for name in self.gestaltung.schrift["fest"].split(",")]
        return "Consolas" if "Consolas" in names else names[0]

    def color(self, name: str) -> str:
        """Return a colour as ``RRGGBB``."""
        return self.gestaltung.farben[name].lstrip("#").upper()

    def size(self, name: str) -> float:
        """Return a size in points."""
        return self.gestaltung.groessen[name]

    def distance(self, name: str) -> int:
        """Return a distance in twips."""
        return round(self.gestaltung.abstaende[name] * TWIPS_PER_MM)

    def margins(self) -> dict[str, int]:
        """Return the four margins; with facing pages *left* is the inner one."""
        sides = {
            "top": "rand_oben",
            "right": "rand_aussen",
            "bottom": "rand_unten",
            "left": "rand_innen",
        }
        return {side: self.distance(name) for side, name in sides.items()}

    def width(self) -> int:
        """Return the width of the text on an A4 page."""
        return 11906 - self.distance("rand_innen") - self.distance("rand_aussen")
