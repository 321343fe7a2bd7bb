"""Names of styles to the ids of the template at hand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

# What stands in where a template lacks a style; then „Body Text“, „Normal“ or nothing.
_NEAREST = {
    "teil": "Heading 1",
    "leitsatz": "Body Text",
    "quelltext": "HTML Preformatted",
    "verzeichnis teil": "toc 1",
    "zeile": "Normal",
}


@dataclass
class StyleMap:
    """Finds styles by name, whatever ids the template gives them (German Word's differ).

    ``missing`` collects names that the template lacks, each once.
    """

    ids: Mapping[tuple[str, str], str]
    missing: dict[str, None] = field(default_factory=dict)

    def paragraph(self, name: str) -> str | None:
        """Return the id of a paragraph style or its stand-in; ``None`` if there is neither."""
        return self._find(
            "paragraph", name, (_NEAREST.get(name.lower(), ""), "Body Text", "Normal")
        )

    def character(self, name: str) -> str | None:
        """Return the id of a character style, ``None`` if the template lacks it."""
        return self._find("character", name, ())

    def table(self, name: str) -> str | None:
        """Return the id of a table style or its stand-in; ``None`` if there is neither."""
        return self._find("table", name, ("Kompass Tabelle", "Table Grid", "Normal Table"))

    def has(self, name: str) -> bool:
        """Say whether the template has a paragraph style of this name."""
        return ("paragraph", name.lower()) in self.ids

    def _find(self, kind: str, name: str, nearest: tuple[str, ...]) -> str | None:
        found = self.ids.get((kind, name.lower()))
        if found is not None:
            return found
        self.missing.setdefault(name)
        stand_ins = (self.ids.get((kind, other.lower())) for other in nearest)
        return next((other for other in stand_ins if other), None)
