"""What is missing and what is due: the state of pages, for the office of the alliance.

``extensions = ["kompasswerk.redaktion.stand"]`` shows it on pages of a website.
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
