"""The pages of a project, read by Sphinx once for books that are put together from them."""

from __future__ import annotations

import sys
from pathlib import Path

from ..buch.library import Library
from ..buch.library_builder import FILE, LibraryBuilder
from ..docx.template import build_template
from .build import WORKSHOP, Job, run_sphinx


def library_file(root: Path, *, strict: bool = False) -> Path:
    """Return the file that holds all pages; ``BuildError`` if Sphinx cannot read them.

    ``strict`` makes every warning an error.
    """
    print("Seiten werden gelesen …", file=sys.stderr, flush=True)
    return run_sphinx(root, Job(LibraryBuilder.name, strict=strict)) / FILE


def template_for(root: Path, library: Library) -> Path:
    """Return the Word template of the project, or one made from its looks."""
    if library.looks.docx_template is not None:
        return library.looks.docx_template
    own = root / WORKSHOP / LibraryBuilder.name / "vorlage.docx"
    build_template(library.looks.gestaltung, own)
    return own
