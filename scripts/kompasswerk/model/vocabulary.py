"""Closed lists: the words that editors may choose from, with their explanations."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property


@dataclass(frozen=True)
class Choice:
    """One value of a closed list.

    ``ab`` and ``unter`` bound a size class in inhabitants (``ab`` inclusive, ``unter``
    exclusive, ``None`` means open); other lists leave both empty.
    """

    key: str
    name: str
    erklaerung: str
    ab: int | None = None
    unter: int | None = None
    abkuerzung: str | None = None


@dataclass(frozen=True)
class Vocabulary:
    """All closed lists by name; order inside a list is the order of display."""

    lists: Mapping[str, tuple[Choice, ...]] = field(default_factory=dict)

    def keys(self, name: str) -> tuple[str, ...]:
        """Return the keys of the list ``name`` in display order; empty if there is no such list."""
        return tuple(choice.key for choice in self.lists.get(name, ()))

    @cached_property
    def size_places(self) -> Mapping[str, int]:
        """The places of the size classes by key, the smallest town first, from 0."""
        return {key: place for place, key in enumerate(self.keys("groessenklasse"))}

    def choice(self, name: str, key: str) -> Choice | None:
        """Return one value of a list, or ``None`` if list or key is unknown."""
        return next((c for c in self.lists.get(name, ()) if c.key == key), None)

    def label(self, name: str, key: str) -> str:
        """Return the German name of a value; an unknown key comes back unchanged."""
        choice = self.choice(name, key)
        return choice.name if choice else key

    def groessenklasse(self, einwohner: int | None) -> Choice | None:
        """Return the size class for a number of inhabitants, ``None`` if that is unknown.

        Bounds follow BBSR; the names of the two classes from 10,000 to 50,000 are those of
        the alliance's pilot criteria (Bericht zur Bündnisarbeit 2023, chapter 7).
        """
        if einwohner is None:
            return None
        return next(
            (
                choice
                for choice in self.lists.get("groessenklasse", ())
                if (choice.ab or 0) <= einwohner
                and (choice.unter is None or einwohner < choice.unter)
            ),
            None,
        )
