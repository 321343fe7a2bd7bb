"""Where in the book a node stands: the context that goes down while blocks come back."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from docutils import nodes

from .remarks import Remark

DEEPEST = 6
_LANGUAGE = re.compile(r"lang(?:uage)?-([a-z]{2,3}(?:-[a-z0-9]{2,8})*)", re.IGNORECASE)
DOC_MARK = "#/"
"""A link to another document reads ``#/docname`` or ``#/docname#id`` (see ``builder``)."""


@dataclass(frozen=True)
class Project:
    """What is the same for the whole book.

    ``numbers`` gives headings and captions their number by ``id(node)``. ``warn`` takes a
    remark and the node it concerns. ``docnames`` are the documents in the book.
    ``all_headings`` lists headings without a number in the contents too; a book whose
    documents are its chapters lists only these, not „Ausgangslage“ for every case. ``web``
    gives the address of a document on the website; ``None`` where nobody knows it.
    """

    srcdir: Path
    docnames: frozenset[str]
    warn: Callable[[Remark, nodes.Node], None]
    numbers: Mapping[int, str] = field(default_factory=dict)
    page_references: bool = True
    all_headings: bool = True
    web: Callable[[str], str] | None = None


@dataclass(frozen=True)
class Place:
    """The document and heading level of a node; ``pages`` asks links for page numbers.

    ``language`` is a BCP 47 tag where it differs from the book's.
    """

    project: Project
    docname: str
    level: int = 1
    pages: bool = True
    language: str | None = None

    def deeper(self) -> Place:
        """Return the place one heading level down, never below level 6."""
        return replace(self, level=min(self.level + 1, DEEPEST))

    def compact(self) -> Place:
        """Return the place inside a table or card, where page numbers would only clutter."""
        return replace(self, pages=False)

    def spoken(self, node: nodes.Node) -> Place:
        """Return the place inside a node, which may change the language."""
        language = language_of(node)
        return self if language is None else replace(self, language=language)

    def anchors(self, node: nodes.Element) -> tuple[str, ...]:
        """Return the anchors of a node in order of its ids."""
        names: list[str] = node.get("ids", [])
        return tuple(anchor(self.docname, name) for name in names)


def language_of(node: nodes.Node) -> str | None:
    """Return the language that a node says, ``None`` if it says none.

    It says so as docutils has it, with a class ``language-fr``, or with ``lang``. Classes of
    code name a language of programs.
    """
    if not isinstance(node, nodes.Element) or isinstance(node, nodes.literal | nodes.literal_block):
        return None
    classes: list[str] = node.get("classes", [])
    found = (_LANGUAGE.fullmatch(name) for name in classes)
    stated = next((match[1] for match in found if match), None)
    return stated or node.get("lang") or None


def anchor(docname: str, name: str = "") -> str:
    """Return the anchor of an id of a document; without id, of the document itself."""
    return f"{docname}:{name}"


def anchor_of_uri(uri: str) -> tuple[str, str]:
    """Return docname and anchor of an internal address ``#/docname#id``."""
    docname, _, name = uri.removeprefix(DOC_MARK).partition("#")
    return docname, anchor(docname, name)
