"""Footnotes and endnotes of a returned Word file, by the place in the text that names them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from .opening import RETURNED, opened, root_of
from .oxml.base import Element, attribute, qualified
from .oxml.filled import blocks_of
from .oxml.rich import NotePlace
from .oxml.told import Para

_KINDS = ("footnote", "endnote")


def read_notes(path: Path) -> Mapping[NotePlace, str]:
    """Return the text of each note on one line, in the order of the file; empty ones are left out.

    Raises what :func:`.opening.opened` raises.
    """
    parts = opened(path, RETURNED)
    return {
        (kind, number): text
        for kind in _KINDS
        if (part := f"word/{kind}s.xml") in parts
        for number, text in _notes(root_of(path.name, parts[part]), kind)
        if text
    }


def _notes(root: Element, kind: str) -> Iterator[tuple[str, str]]:
    for note in root.iterchildren(qualified(f"w:{kind}")):
        if attribute(note, "w:type") in (None, "normal"):
            paras = (block.full_text for block in blocks_of(note) if isinstance(block, Para))
            yield attribute(note, "w:id") or "", " ".join(" ".join(paras).split())
