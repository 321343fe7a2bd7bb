"""How complete the head of a page is, counted over the descriptions of its fields."""

from __future__ import annotations

from dataclasses import dataclass, fields, is_dataclass

from ...model.arten import ARTEN
from ...model.seiten import Seite

HOUSEKEEPING = {"freigabe", "stand", "pruefen_bis", "bilder", "ausnahme"}
"""Keys that say nothing of the subject; a page without pictures lacks nothing."""
SOURCE = "quelle"


@dataclass(frozen=True)
class Umfang:
    """``da`` of ``alle`` fields say something; ``leer`` are the labels of the others."""

    da: int
    alle: int
    leer: tuple[str, ...]

    @property
    def prozent(self) -> int:
        """The share in whole percent, rounded down: only a complete page has 100."""
        return 100 * self.da // self.alle


def extent(art: str, page: Seite) -> Umfang:
    """Return how many fields of its kind a page fills."""
    asked = [field for field in ARTEN[art].fields if field.key not in HOUSEKEEPING]
    empty = tuple(field.label for field in asked if not says(getattr(page, field.key)))
    return Umfang(len(asked) - len(empty), len(asked), empty)


def says(value: object) -> bool:
    """Whether a value says something; a record that only names its source does not."""
    if is_dataclass(value) and not isinstance(value, type):
        parts = (getattr(value, each.name) for each in fields(value) if each.name != SOURCE)
        return any(map(says, parts))
    return value not in (None, (), "")
