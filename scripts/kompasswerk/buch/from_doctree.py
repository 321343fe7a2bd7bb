"""A resolved doctree → blocks and notes. Importing this module registers every node."""

from __future__ import annotations

from docutils import nodes

from . import design, eigene, fremde, lists, tables  # noqa: F401  registers their nodes
from .eigene import source_notes
from .flow import Blocks, flow, notes_of
from .place import Place


def blocks_of(document: nodes.document, place: Place) -> Blocks:
    """Return the blocks of a document; headings start at the level of ``place``."""
    return flow(document, place)


def all_notes(document: nodes.document, place: Place) -> dict[str, Blocks]:
    """Return footnotes and sources of a document by note id."""
    return {**notes_of(document, place), **source_notes(document, place)}
