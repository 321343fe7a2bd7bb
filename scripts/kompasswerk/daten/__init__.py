"""Open data: what the pages say, as files for other programs and for spreadsheets.

``extensions = ["kompasswerk.daten"]`` writes them into the folder ``daten`` of a website.
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
