"""The search of the website: German words, an index of sections, and what browsers do with it.

``extensions = ["kompasswerk.suche"]`` puts it in the place of Sphinx's own search.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata


def setup(app: Sphinx) -> ExtensionMetadata:
    """Make this package a Sphinx extension."""
    from .website import setup_website

    return setup_website(app)
