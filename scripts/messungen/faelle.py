"""A handbook with many cases: the real one, its cases again and again under other names.

Each copy differs in title, place, figures and in the order of its sentences, so that no tool
and no cache meets the same text twice. The same seed gives the same files.
"""

from __future__ import annotations

import random
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

from .environments import ROOT

CONTENT = ("conf.py", "index.md", "kompass", "pilots", "bestpractice", "_templates",
           "scripts/messungen/zugang.json")  # fmt: skip
SEED = 20261122
_HEAD = re.compile(r"\A---\n(.*?\n)---\n(.*)\Z", re.DOTALL)
_PLACES = ("Neu", "Alt", "Ober", "Unter", "Groß", "Klein", "Bad ", "Markt ")


def copy_project(target: Path) -> None:
    """Copy everything the handbook is made from into a new folder."""
    target.mkdir(parents=True)
    for name in CONTENT:
        source = ROOT / name
        copy = shutil.copytree if source.is_dir() else shutil.copyfile
        (target / name).parent.mkdir(parents=True, exist_ok=True)
        copy(source, target / name)


def many_cases(target: Path, count: int) -> Path:
    """Return a copy of the project below ``target`` with so many cases in all.

    What is there already is replaced.
    """
    shutil.rmtree(target, ignore_errors=True)
    copy_project(target)
    folder = target / "bestpractice"
    real = sorted(path for path in folder.glob("*.md") if path.stem != "index")
    chance = random.Random(SEED)  # noqa: S311 - nothing secret about it
    for number, path in enumerate(_again(real, count - len(real)), start=1):
        text = varied(path.read_text(encoding="utf-8"), number, chance)
        (folder / f"{path.stem[:40]}-{number}.md").write_text(text, encoding="utf-8")
    return target


def _again(paths: list[Path], count: int) -> Iterator[Path]:
    return (paths[number % len(paths)] for number in range(max(count, 0)))


def varied(text: str, number: int, chance: random.Random) -> str:
    """Return a case under another name, its sentences in another order."""
    match = _HEAD.match(text)
    if match is None:
        raise ValueError("a case without front matter")
    head, body = match[1], match[2]
    place = chance.choice(_PLACES)
    head = re.sub(r"^titel: (')?", rf"titel: \1{place.strip()} {number} ", head, flags=re.M)
    head = re.sub(r"^ort: (')?", rf"ort: \g<1>{place}", head, flags=re.M)
    head = re.sub(r"^stand: .*$", f"stand: 2026-11-{number % 27 + 1:02}", head, flags=re.M)
    return f"---\n{head}---\n" + "\n".join(_shuffled(line, chance) for line in body.split("\n"))


def _shuffled(line: str, chance: random.Random) -> str:
    """Return a paragraph with its sentences in another order, its sources at the end."""
    if not line or line[0] in "#:-|>`1234567890*":
        return line
    text, cite, sources = line.partition(" {quelle}")
    sentences = re.split(r"(?<=[.!?]) (?=[A-ZÄÖÜ])", text)
    if any("{" in sentence or "*" in sentence or "„" in sentence for sentence in sentences):
        return line
    chance.shuffle(sentences)
    return " ".join(sentences) + cite + sources
