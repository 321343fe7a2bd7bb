"""``sphinx-build -b docx``: one Word file for each entry of ``docx_documents``."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from sphinx.errors import ConfigError

from .. import __version__
from ..buch.builder import BookBuilder, Written, setup_settings

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata

    from ..buch.blocks import Book


class DocxBuilder(BookBuilder):
    """Writes Word files on the template document.

    Page numbers of the contents come from LibreOffice's layout where it is installed.
    """

    name: ClassVar[str] = "docx"
    format: ClassVar[str] = "docx"
    epilog: ClassVar[str] = "Die Word-Dateien liegen in %(outdir)s."
    suffix: ClassVar[str] = ".docx"

    def write_book(self, book: Book, target: Path, template: Path | None) -> Written:
        """Write one book; without a template on one made from the design tokens."""
        # A build of the website loads this module too, and writes no Word file.
        from ..buch.cover import has_cover
        from .layout import find_libreoffice
        from .template import build_template
        from .template_file import TemplateError
        from .write import write_docx

        with tempfile.TemporaryDirectory() as folder:
            if template is None:
                template = Path(folder) / "vorlage.docx"
                build_template(self.gestaltung, template)
            try:
                result = write_docx(
                    book,
                    target,
                    template=template,
                    layout=find_libreoffice(),
                    cover=has_cover(book),
                    gestaltung=self.gestaltung,
                    speech=self.speech,
                )
            except TemplateError as error:
                raise ConfigError(error.text(self.speech)) from error
        return Written(None, result.warnings)


def setup_builder(app: Sphinx) -> ExtensionMetadata:
    """Register the builder and its settings."""
    setup_settings(app)
    app.add_config_value("docx_documents", [], "env", list)
    app.add_config_value("docx_template", "", "env", str)
    app.add_builder(DocxBuilder)
    return {"version": __version__, "parallel_read_safe": True, "parallel_write_safe": True}
