"""Is everything that the pages say in the finished files? A check independent of the exporters.

What should be there is read from Sphinx's resolved doctrees (``expected``), what is there from
the files themselves: ``word`` reads DOCX as Word shows it, ``pdf`` the tagged text of a PDF.
``compare`` lists what is missing, doubled or out of order. Nothing here uses the blocks or
emitters of the exporters, so that a fault of theirs cannot hide itself.
"""

from __future__ import annotations

from .compare import Finding, compare
from .content import Expected, Found, Piece, letters
from .expected import expected_of
from .pdf import pdf_content
from .word import word_content

__all__ = [
    "Expected",
    "Finding",
    "Found",
    "Piece",
    "compare",
    "expected_of",
    "letters",
    "pdf_content",
    "word_content",
]
