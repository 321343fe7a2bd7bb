"""The website's basket („Merkzettel“): its page, and what scripts know of pages and cases.

``extensions = ["kompasswerk.merkzettel"]`` switches it on.
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
