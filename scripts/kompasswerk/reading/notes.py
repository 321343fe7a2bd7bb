"""What reading passes down (where it is) and what it gathers (what it found)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from ..model.felder import Field
from ..model.findings import Finding
from ..model.vocabulary import Vocabulary
from .rules import RULES


@dataclass(frozen=True)
class Entry:
    """One value that reading understood.

    ``key`` is the key path (``kosten.2.wert``: the second amount; parts of a plain list
    share the list's key). ``value`` is the value of a leaf, or a mapping for a record.
    """

    key: str
    field: Field
    value: object
    line: int


@dataclass(frozen=True)
class Place:
    """Where reading stands: file, key path and line; passed down, never changed."""

    path: str
    key: str = ""
    line: int = 1
    vocabulary: Vocabulary = field(default_factory=Vocabulary)

    def at(self, key: str, line: int) -> Place:
        """Return the place of a key (or list position) inside this one."""
        # Made by hand, as below: a thousand pages have half a million places.
        key = f"{self.key}.{key}" if self.key else key
        return Place(self.path, key, line, self.vocabulary)

    def on(self, line: int) -> Place:
        """Return the same key in another line."""
        return Place(self.path, self.key, line, self.vocabulary)


@dataclass
class Notes:
    """What reading one file has gathered so far."""

    findings: list[Finding] = field(default_factory=list)
    lines: dict[str, int] = field(default_factory=dict)
    entries: list[Entry] = field(default_factory=list)

    def report(self, place: Place, rule: str, message: str) -> None:
        """Add a finding; ``rule`` is an id of ``rules.RULES``."""
        self.findings.append(
            Finding(place.path, place.line, place.key, message, rule, RULES[rule].severity)
        )

    def lines_with(self, *keys: str) -> Iterator[int]:
        """Yield the line of each record understood that has all these keys, in file order."""
        for entry in self.entries:
            if isinstance(entry.value, dict) and entry.value.keys() >= set(keys):
                yield entry.line

    def keep(self, place: Place, described: Field, value: object) -> None:
        """Add a value that was understood."""
        self.entries.append(Entry(place.key, described, value, place.line))
