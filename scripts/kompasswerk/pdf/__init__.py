"""Blocks to PDF through Typst.

``write.write_pdf`` is the only door: it turns a ``Book`` into Typst source (``emit``, ``inline``,
``flow``, ``boxes``, ``tables``, ``pictures``), settles what only the whole source can tell
(``marks``), and has Typst compile it as PDF/UA-1 and PDF/A-2a (``compiling``).
Nothing is imported here: every build of a website registers the builder.
The look is in the template, ``vorlage/kompass.typ``, unless ``conf.py`` names another one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata


def setup(app: Sphinx) -> ExtensionMetadata:
    """Make this package a Sphinx extension: ``extensions = ["kompasswerk.pdf"]``."""
    from .builder import setup_builder

    return setup_builder(app)
