"""One thing that stands in somebody's way, as the people see it who mend it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Finding:
    """A page (with its state), the rule it breaks, where, and what to do; all but names German."""

    page: str
    rule: str
    place: str
    remedy: str

    def __str__(self) -> str:
        """Return the line that the command prints."""
        return f"{self.page}: {self.rule}: {self.place}. Abhilfe: {self.remedy}"
