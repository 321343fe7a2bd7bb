"""The search field inside a page; on paper there is nothing in its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx.util.docutils import SphinxDirective

from .nodes import suchfeld

if TYPE_CHECKING:
    from docutils.nodes import Node


class SuchfeldDirective(SphinxDirective):
    """``{suchfeld}`` has no options."""

    def run(self) -> list[Node]:
        """Return the field."""
        return [suchfeld()]
