"""``sphinx-build -b pdf``: one PDF for each entry of ``pdf_documents``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from sphinx.errors import ExtensionError

from .. import __version__
from ..buch.builder import BookBuilder, Written, setup_settings

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata

    from ..buch.blocks import Book


class PdfBuilder(BookBuilder):
    """Writes accessible PDF (PDF/UA-1 and PDF/A-2a) through Typst."""

    name: ClassVar[str] = "pdf"
    format: ClassVar[str] = "pdf"
    epilog: ClassVar[str] = "Die PDF-Dateien liegen in %(outdir)s."
    suffix: ClassVar[str] = ".pdf"

    def write_book(self, book: Book, target: Path, template: Path | None) -> Written:
        """Write one book; what Typst refuses ends the build with a German message."""
        # A build of the website loads this module too, and writes no PDF.
        from .errors import PdfError
        from .write import write_pdf

        try:
            result = write_pdf(
                book,
                target,
                template=template,
                gestaltung=self.gestaltung,
                fonts=tuple(Path(self.confdir, each) for each in self.config.pdf_fonts),
                machine_fonts=self.config.pdf_machine_fonts,
            )
        except PdfError as error:
            raise ExtensionError(str(error)) from error
        return Written(result.pages, result.warnings)


def setup_builder(app: Sphinx) -> ExtensionMetadata:
    """Register the builder and its settings."""
    setup_settings(app)
    app.add_config_value("pdf_documents", [], "env", list)
    app.add_config_value("pdf_template", "", "env", str)
    app.add_config_value("pdf_fonts", [], "env", list)
    app.add_config_value("pdf_machine_fonts", True, "env", bool)
    app.add_builder(PdfBuilder)
    return {"version": __version__, "parallel_read_safe": True, "parallel_write_safe": True}
