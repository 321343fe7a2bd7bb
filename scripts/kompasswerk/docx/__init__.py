"""Blocks to Word: ``write_docx`` writes a book, ``build_template`` the looks it is written in."""

from __future__ import annotations

from .layout import LibreOffice, find_libreoffice
from .template import build_template
from .write import DocxResult, write_docx

__all__ = ["DocxResult", "LibreOffice", "build_template", "find_libreoffice", "write_docx"]
