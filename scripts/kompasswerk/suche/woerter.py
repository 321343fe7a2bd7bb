"""The words that editors give the search: parts of compounds, names, everyday words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from ..model.seiten import Glossar
from ..reading.head import read_head
from ..reading.nodes import Items, Node, Pairs, Scalar
from ..reading.notes import Notes, Place

FILE = "kompass/suchwoerter.yaml"
Problem = tuple[int, str]
"""A line of the file, and what is wrong there and how to mend it."""


@dataclass(frozen=True)
class Suchwoerter:
    """``teile`` may be parts of compounds, ``ganz`` are never split.

    ``alltag`` leads from a word that readers use to those that the handbook uses.
    """

    teile: tuple[str, ...] = ()
    ganz: tuple[str, ...] = ()
    alltag: tuple[tuple[str, tuple[str, ...]], ...] = ()


def read_suchwoerter(path: Path) -> tuple[Suchwoerter, list[Problem]]:
    """Return the words of a file and what is wrong with it.

    A project without the file has no words of its own; what cannot be read is left out.
    """
    if not path.is_file():
        return Suchwoerter(), []
    notes = Notes()
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return Suchwoerter(), [(1, "Die Datei ist kein Text in UTF-8. Bitte so speichern.")]
    if not text.strip():
        return Suchwoerter(), []
    tree = read_head(text, Place(FILE), notes)
    problems = [(finding.line, finding.message) for finding in notes.findings]
    values: dict[str, Node] = {}
    for key, value in tree.pairs if tree is not None else ():
        if key.text in ("teile", "ganz", "alltag"):
            values[key.text] = value
        else:
            known = "teile, ganz oder alltag"
            problems.append((key.line, f"„{key.text}“ ist unbekannt. Möglich: {known}."))
    words = Suchwoerter(
        tuple(_texts(values.get("teile"), problems)),
        tuple(_texts(values.get("ganz"), problems)),
        tuple(_everyday(values.get("alltag"), problems)),
    )
    return words, problems


def _texts(node: Node | None, problems: list[Problem]) -> Iterator[str]:
    if isinstance(node, Items):
        yield from (item.text for item in node.items if isinstance(item, Scalar))
    elif node is not None:
        problems.append((node.line, "Hier steht eine Liste, zum Beispiel [Haus, Hof]."))


def _everyday(node: Node | None, problems: list[Problem]) -> Iterator[tuple[str, tuple[str, ...]]]:
    if isinstance(node, Pairs):
        for key, value in node.pairs:
            yield key.text, tuple(_texts(value, problems))
    elif node is not None:
        problems.append((node.line, "Hier steht je Zeile „Wort: [Fachwort]“."))


def synonyms(
    words: Suchwoerter, glossaries: Iterable[Glossar]
) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield a word or phrase with those that mean the same to the search, in fixed order.

    Terms of the glossary and their synonyms lead to each other, everyday words one way.
    """
    yield from words.alltag
    for glossar in glossaries:
        for begriff in glossar.begriffe:
            names = (begriff.begriff, *begriff.synonyme)
            if len(names) > 1:
                yield from ((name, tuple(n for n in names if n != name)) for name in names)
