"""The running text of a returned Word file, with comments and what the file says of its origin."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType

from .opening import MAIN, PICTURED, RETURNED, opened, root_of
from .oxml.base import Element
from .oxml.custom_properties import read_properties
from .oxml.filled import comments_of, numbered_comments
from .oxml.form_manifest import PREFIX, SHEET
from .oxml.page_source import MARK, NAMESPACE, PAGE, PageSource, read_source
from .oxml.rich import NotePlace, RichPara, RichTable, passages, rich_blocks, surroundings

_PROPERTIES = "docProps/custom.xml"
_COMMENTS, _STYLES, _NUMBERING = "word/comments.xml", "word/styles.xml", "word/numbering.xml"
_RELATIONS = "word/_rels/document.xml.rels"


@dataclass(frozen=True)
class Comment:
    """An open point: who raised it, what it says, to which words it refers."""

    author: str
    text: str
    passage: str


@dataclass(frozen=True)
class ReturnedText:
    """The text as it reads once all tracked changes are accepted.

    ``source`` is ``None`` for a file that names no form. ``pictures`` are by relation.
    """

    source: PageSource | None
    blocks: tuple[RichPara | RichTable, ...]
    comments: tuple[Comment, ...] = ()
    pictures: Mapping[str, bytes] = field(default_factory=dict)


def read_origin(path: Path) -> PageSource | None:
    """Return what a Word file says of its form; raises what :func:`read_text` raises."""
    return _source(path.name, opened(path, RETURNED))


def read_text(path: Path, notes: Mapping[NotePlace, str] = MappingProxyType({})) -> ReturnedText:
    """Return text, comments and pictures of a file; raises what :func:`.opening.opened` raises.

    ``notes`` is what stands in the text in place of a footnote or endnote.
    """
    parts = opened(path, PICTURED)
    name = path.name
    body = root_of(name, parts[MAIN])
    relations = dict(_relations(name, parts))
    around = surroundings(
        _root(name, parts, _STYLES), _root(name, parts, _NUMBERING), _outside(relations), notes
    )
    return ReturnedText(
        _source(name, parts),
        tuple(rich_blocks(body, around)),
        tuple(_comments(name, parts, body)),
        {
            key: parts[place]
            for key, (target, external) in relations.items()
            if not external and (place := _place(target)) in parts
        },
    )


def _root(name: str, parts: Mapping[str, bytes], part: str) -> Element | None:
    return root_of(name, parts[part]) if part in parts else None


def _source(name: str, parts: Mapping[str, bytes]) -> PageSource | None:
    """Return the origin from its part, or as much of it as properties repeat."""
    custom = (
        root_of(name, blob)
        for part, blob in parts.items()
        if part.startswith("customXml/item") and NAMESPACE.encode() in blob
    )
    found = read_source(custom)
    if found is not None or _PROPERTIES not in parts:
        return found
    said = read_properties(root_of(name, parts[_PROPERTIES]))
    kinds = (key.removeprefix(PREFIX + SHEET) for key in said if key.startswith(PREFIX + SHEET))
    kind = next((each for each in kinds if each.endswith("bogen")), "")
    return PageSource(kind, said.get(PAGE, ""), said.get(MARK, "")) if kind else None


def _relations(name: str, parts: Mapping[str, bytes]) -> Iterator[tuple[str, tuple[str, bool]]]:
    """Yield where each relation of the body leads, and whether out of the file."""
    root = _root(name, parts, _RELATIONS)
    for each in () if root is None else root:
        external = each.get("TargetMode") == "External"
        yield each.get("Id", ""), (each.get("Target", ""), external)


def _outside(relations: Mapping[str, tuple[str, bool]]) -> dict[str, str]:
    return {key: target for key, (target, external) in relations.items() if external}


def _place(target: str) -> str:
    return target.lstrip("/") if target.startswith("/") else posixpath.normpath(f"word/{target}")


def _comments(name: str, parts: Mapping[str, bytes], body: Element) -> Iterator[Comment]:
    root = _root(name, parts, _COMMENTS)
    if root is None:
        return
    where = passages(body)
    for number, (author, text) in zip(numbered_comments(root), comments_of(root), strict=True):
        yield Comment(author, text.strip(), where.get(number, ""))
