"""The texts that people write, one file for each chapter, kept from edition to edition.

A comment at the head of a file says what it is: a gap, or text of an earlier edition. People
delete that comment when the text is theirs. A file that is there is never written again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from ..buch.placing import replace_file
from ..model import german
from ..model.findings import Finding
from ..reading.files import BUENDNIS, unreadable
from .parts import TEILE, Teil

FOLDER = f"{BUENDNIS}/_bericht"
"""One folder for each edition, by its day; content below „_“ is no page of the handbook."""
_COMMENT = re.compile(r"\s*<!--(.*?)-->", re.DOTALL)
_FROM = "Übernommen aus dem Bericht zum "
GAP = (
    "<!-- Hier schreiben Menschen: {help}\n"
    "     Schreiben Sie unter diese Zeilen, Absätze mit einer leeren Zeile dazwischen,\n"
    "     Zwischenüberschriften mit „## “. Das Programm ändert diese Datei nicht mehr. -->\n"
)
CARRIED = "<!-- " + _FROM + "{day}. Bitte prüfen und ändern, dann diese Zeile löschen. -->\n\n"


@dataclass(frozen=True)
class Text:
    """What people have written for a chapter; ``body`` is MyST, empty for a gap.

    ``path`` is relative to the project. ``carried`` is the day of the earlier edition that the
    text comes from, as it reads, and empty for a text of this edition.
    """

    path: str
    body: str = ""
    carried: str = ""


def made_ready(root: Path, stichtag: date) -> tuple[Path, ...]:
    """Make the files that this edition lacks and return them, in the order of the chapters.

    A text of the last edition before ``stichtag`` that has one is carried over, marked as such.
    """
    made = []
    for number, teil in enumerate(TEILE, 1):
        path = _file(root, stichtag, number, teil)
        if not path.exists():
            replace_file(path, _first(root, stichtag, number, teil).encode())
            made.append(path)
    return tuple(made)


def read_texts(root: Path, stichtag: date) -> tuple[dict[str, Text], tuple[Finding, ...]]:
    """Return the texts of an edition by key of the chapter, and files that cannot be read."""
    texts, findings = {}, list[Finding]()
    for number, teil in enumerate(TEILE, 1):
        path = _file(root, stichtag, number, teil)
        wrong = unreadable(path, root)
        findings += wrong
        name = path.relative_to(root).as_posix()
        texts[teil.key] = Text(name) if wrong else _text(name, path)
    return texts, tuple(findings)


def _file(root: Path, stichtag: date, number: int, teil: Teil) -> Path:
    return root / FOLDER / stichtag.isoformat() / f"{number:02d}-{teil.key}.md"


def _first(root: Path, stichtag: date, number: int, teil: Teil) -> str:
    for day in _earlier(root, stichtag):
        path = _file(root, day, number, teil)
        if path.exists() and not unreadable(path, root):
            body = _text("", path).body
            if body:
                return CARRIED.format(day=german.date(day.isoformat())) + body + "\n"
    return GAP.format(help=teil.help)


def _earlier(root: Path, stichtag: date) -> Iterator[date]:
    """Yield the days of earlier editions, the last one first."""
    for folder in sorted((root / FOLDER).glob("*-*-*"), reverse=True):
        try:
            day = date.fromisoformat(folder.name)
        except ValueError:
            continue
        if day < stichtag:
            yield day


def _text(name: str, path: Path) -> Text:
    body = path.read_text(encoding="utf-8-sig")
    match = _COMMENT.match(body)
    said = match[1].strip() if match else ""
    carried = said.removeprefix(_FROM).partition(". Bitte")[0] if said.startswith(_FROM) else ""
    return Text(name, body[match.end() if match else 0 :].strip(), carried)
