"""Write a set of pages of a given shape: the same seed gives the same bytes."""

from __future__ import annotations

import random
import struct
import zlib
from collections.abc import Iterator
from pathlib import Path

from .shapes import COUNTS, Shape
from .syntaxes import MYST, RST, Syntax

SEED = 20261122
WORDS = {
    "de": "Leerstand Gebäude Stadt Nutzung Eigentum Förderung Kataster Innenstadt Konzept Ortskern "
    "die der eine wird mit für und nicht auch prüfen planen fördern gemeinsam öffentlich früh",
    "en": "package index version release build wheel source project metadata install tool "
    "the a of with for and not also can should publish choose declare local simple public",
}
CONF = """project = "{title}"
language = "{language}"
extensions = ["myst_parser", "sphinx_design", "sphinx.ext.mathjax"]
myst_enable_extensions = ["colon_fence", "deflist", "dollarmath", "tasklist"]
"""


def generate(shape: Shape, folder: Path, title: str, seed: int = SEED) -> None:
    """Write ``conf.py``, a picture and the pages of a set to ``folder``, which is made."""
    chance = random.Random(seed)  # noqa: S311
    syntax = RST if shape.rst else MYST
    folder.mkdir(parents=True, exist_ok=True)
    conf = CONF.format(title=title, language=shape.language)
    (folder / "conf.py").write_text(conf, encoding="utf-8")
    (folder / "bild.png").write_bytes(picture(320, 180))
    names = [f"seite-{number:04d}" for number in range(1, shape.pages)]
    ending = "rst" if shape.rst else "md"
    plans = _spread(shape, len(names), chance)
    for name, plan in zip(names, plans, strict=True):
        text = "\n\n".join(_page(name, plan, shape, names, chance, syntax))
        (folder / f"{name}.{ending}").write_text(text + "\n", encoding="utf-8")
    index = f"{syntax.heading(1, title)}\n\n{syntax.toctree(names)}\n"
    (folder / f"index.{ending}").write_text(index, encoding="utf-8")


def _spread(shape: Shape, pages: int, chance: random.Random) -> list[list[str]]:
    """Return for each page the kinds of things on it, in order; all counts are used up."""
    plans: list[list[str]] = [[] for _ in range(pages)]
    for kind in COUNTS:
        if kind in ("words", "sections", "links", "footnotes"):
            continue
        for number in range(getattr(shape, kind)):
            plans[number % pages].append(kind)
    for plan in plans:
        chance.shuffle(plan)
    return plans


def _page(
    name: str,
    plan: list[str],
    shape: Shape,
    names: list[str],
    chance: random.Random,
    syntax: Syntax,
) -> Iterator[str]:
    """Yield the blocks of a page: sections, each with paragraphs and its share of things."""
    sections = max(1, round(shape.sections / len(names)))
    paragraphs = max(1, round(shape.words / len(names) / sections / 60))
    say = _speaker(shape.language, chance)
    yield syntax.heading(1, f"{name} {say(3)}")
    for section in range(sections):
        yield syntax.heading(2, f"{say(4)} {section + 1}")
        for _ in range(paragraphs):
            yield _paragraph(shape, names, chance, syntax)
        share = plan[section::sections]
        for place, kind in enumerate(share):
            if kind == "bullets" and place and share[place - 1] == "bullets":
                yield syntax.bullet(say(9))
            else:
                yield getattr(syntax, kind)(say)


def _paragraph(shape: Shape, names: list[str], chance: random.Random, syntax: Syntax) -> str:
    say = _speaker(shape.language, chance)
    words = [f"{say(20)},", syntax.strong(say(2)), f"{say(18)},", syntax.literal(say(1)), say(19)]
    if chance.random() < shape.links * 60 / shape.words:
        words.insert(2, syntax.link(chance.choice(names)))
    text = " ".join(words) + "."
    return text + (
        syntax.footnote(say) if chance.random() < shape.footnotes * 60 / shape.words else ""
    )


class _speaker:  # noqa: N801 - used like a function
    """Says so many words of a language."""

    def __init__(self, language: str, chance: random.Random) -> None:
        self.words, self.chance = WORDS[language].split(), chance

    def __call__(self, count: int) -> str:
        return " ".join(self.chance.choice(self.words) for _ in range(count))


def picture(width: int, height: int) -> bytes:
    """Return a PNG of one colour."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        )

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    rows = (b"\0" + b"\x2a\x6f\x8f" * width) * height
    parts = (chunk(b"IHDR", head), chunk(b"IDAT", zlib.compress(rows)), chunk(b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)
