"""A template turned on its side, for forms with wide tables."""

from __future__ import annotations

from pathlib import Path

from docx.enum.section import WD_ORIENT

import docx


def turned(template: Path, target: Path) -> Path:
    """Write a copy of a template whose pages lie on their long side, and return its path."""
    document = docx.Document(str(template))
    for section in document.sections:
        width, height = section.page_width, section.page_height
        if width is not None and height is not None and width < height:
            section.orientation = WD_ORIENT.LANDSCAPE
            section.page_width, section.page_height = height, width
    document.save(str(target))
    return target
