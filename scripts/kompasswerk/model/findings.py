"""What a check has to say to an editor."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Severity(Enum):
    """How much a finding weighs; only errors stop a build."""

    ERROR = "fehler"
    WARNING = "warnung"


@dataclass(frozen=True)
class Finding:
    """One thing found in one place of one file.

    ``path`` is relative to the project root with forward slashes, ``line`` counts from 1.
    ``key`` is the front-matter key (``quellen.q1.url``) or the heading of the body; it is
    empty where the finding concerns the whole file. ``message`` is German: first what was
    found, then what to do. Findings sort by path, line and key.
    """

    path: str
    line: int
    key: str
    message: str
    rule: str
    severity: Severity = Severity.ERROR

    def __lt__(self, other: Finding) -> bool:
        return self.sort_key < other.sort_key

    @property
    def sort_key(self) -> tuple[str, int, str, str, str]:
        """Order of the report: file, line, key, then rule and message so that it never varies."""
        return (self.path, self.line, self.key, self.rule, self.message)

    def __str__(self) -> str:
        place = f"{self.path}:{self.line}: "
        return f"{place}{self.key}: {self.message}" if self.key else f"{place}{self.message}"
