"""Write the project's Word template anew after a change of the design tokens."""

from __future__ import annotations

from pathlib import Path

from ..reading.gestaltung import read_gestaltung
from .template import build_template

TEMPLATES = Path("_templates")

if __name__ == "__main__":
    build_template(read_gestaltung(TEMPLATES / "gestaltung.yaml"), TEMPLATES / "word/kompass.docx")
