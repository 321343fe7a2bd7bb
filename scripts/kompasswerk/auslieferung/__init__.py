"""How the website reaches its readers: policy, head, preview, feed, site map, moved pages.

``extensions = ["kompasswerk.auslieferung"]`` switches all of it on. It reads no doctrees: what
it writes comes from the front matter that the domain keeps.
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
