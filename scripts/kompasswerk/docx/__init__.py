"""Blocks to Word: ``write.write_docx`` writes a book, ``template`` the looks it is written in.

Nothing is imported here: every build of a website registers the builder, few ever write with it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata


def setup(app: Sphinx) -> ExtensionMetadata:
    """Make this package a Sphinx extension: ``extensions = ["kompasswerk.docx"]``."""
    from .builder import setup_builder

    return setup_builder(app)
