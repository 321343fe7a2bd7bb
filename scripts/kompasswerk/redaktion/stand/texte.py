"""What the text of a page says of its state: open points, and the verdict on transferring.

An open point is a comment of MyST: a line „% offen: …“. Readers never see it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ...docx.returned_text import Comment

MARK = "% offen:"
LONGEST = 400
"""Characters of one open point: a comment in Word may hold a whole letter."""
_OPEN = re.compile(r"^%[ \t]*offen:[ \t]*(\S.*)$", re.MULTILINE | re.IGNORECASE)
_SECTION = re.compile(r"^## Übertragbarkeit[ \t]*$(.*?)(?=^## |\Z)", re.MULTILINE | re.DOTALL)
_VERDICT = re.compile(r"^- \*\*[^*:]*(?:Kleinstadt|Mittelstadt)[^*:]*:\s*([^*]+)", re.MULTILINE)


@dataclass(frozen=True)
class Textstand:
    """``offen`` are the open points in order; ``uebertragbar`` is ja, teilweise, nein or offen."""

    offen: tuple[str, ...] = ()
    uebertragbar: str = "offen"


NOTHING = Textstand()


def read_textstand(text: str) -> Textstand:
    """Return what the text of a page says."""
    points = tuple(found.strip() for found in _OPEN.findall(text))
    return Textstand(points, _transfer(text))


def _transfer(text: str) -> str:
    """Return the editors' verdict over the size classes, as the text gives it for each.

    „ja“ if it fits at least one class well, „nein“ if none at all, „offen“ without verdicts.
    """
    section = _SECTION.search(text)
    said = [each.strip().lower() for each in _VERDICT.findall(section[1])] if section else []
    if any(each.startswith(("gut", "sehr gut", "ja")) for each in said):
        return "ja"
    if said and all(each.startswith(("nicht", "nein", "kaum")) for each in said):
        return "nein"
    return "teilweise" if said else "offen"


def with_open_points(text: str, comments: Iterable[Comment]) -> str:
    """Return the text of a file with the comments of a Word form as open points at its end.

    One line each, without the name of who wrote it. What stands there already is not repeated.
    """
    known = {line.casefold() for line in _OPEN.findall(text)}
    lines = []
    for comment in comments:
        where = f"zu „{comment.passage}“: " if comment.passage else ""
        point = _one_line(f"{where}{comment.text}") if comment.text.strip() else ""
        if point and point.casefold() not in known:
            known.add(point.casefold())
            lines.append(f"{MARK} {point}\n")
    if not lines:
        return text
    joined = text.rstrip("\r\n") + "\n\n" + "".join(lines)
    return joined.replace("\r\n", "\n").replace("\n", "\r\n") if "\r\n" in text else joined


def _one_line(text: str) -> str:
    words = " ".join("".join(c if c.isprintable() else " " for c in text).split())
    return words if len(words) <= LONGEST else words[: LONGEST - 1] + "…"
