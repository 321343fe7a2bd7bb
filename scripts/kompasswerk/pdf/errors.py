"""What goes wrong when a PDF is written."""

from __future__ import annotations


class PdfError(Exception):
    """The PDF could not be made; the message is German and says where and what to do.

    The target is untouched when this is raised.
    """
