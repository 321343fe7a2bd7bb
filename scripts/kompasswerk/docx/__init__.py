"""Blocks to Word: ``write_docx`` writes a book, ``build_template`` the looks it is written in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .layout import LibreOffice, find_libreoffice
from .template import build_template
from .write import DocxResult, docx_bytes, write_docx

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata


__all__ = [
    "DocxResult",
    "LibreOffice",
    "build_template",
    "docx_bytes",
    "find_libreoffice",
    "write_docx",
]


def setup(app: Sphinx) -> ExtensionMetadata:
    """Make this package a Sphinx extension: ``extensions = ["kompasswerk.docx"]``."""
    from .builder import setup_builder

    return setup_builder(app)
