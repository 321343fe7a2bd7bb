"""Blocks to PDF through Typst.

``write_pdf`` is the only door: it turns a ``Book`` into Typst source (``emit``, ``inline``,
``flow``, ``boxes``, ``tables``, ``pictures``), settles what only the whole source can tell
(``marks``), and has Typst compile it as PDF/UA-1 and PDF/A-2a (``compiling``).
The look is in the template, ``_templates/pdf/kompass.typ``.
"""

from .errors import PdfError
from .words import Words, words_for
from .write import PdfResult, write_pdf

__all__ = ["PdfError", "PdfResult", "Words", "words_for", "write_pdf"]
