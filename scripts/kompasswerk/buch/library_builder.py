"""``sphinx-build -b bausteine``: every page as blocks, in one file for who puts books together."""

from __future__ import annotations

import pickle
from collections.abc import Set
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from .builder import PaperBuilder, spoken
from .entries import Entry

if TYPE_CHECKING:
    from .library import Library, Looks

FILE = "bausteine.pickle"


class LibraryBuilder(PaperBuilder):
    """Writes the :class:`~.library.Library` of the project."""

    name: ClassVar[str] = "bausteine"
    format: ClassVar[str] = "bausteine"
    epilog: ClassVar[str] = "Die Bausteine liegen in %(outdir)s."

    def write_documents(self, docnames: Set[str]) -> None:
        """Write the library, whichever pages changed."""
        from .library import make_library

        start = str(self.config.root_doc)
        title = self.title(Entry(start, self.name))
        with spoken(self, title.language):
            library = make_library(self, start, title, self._looks())
        (Path(self.outdir) / FILE).write_bytes(pickle.dumps(library))

    def _looks(self) -> Looks:
        from .library import Looks

        fonts = getattr(self.config, "pdf_fonts", ())
        return Looks(
            self.gestaltung,
            self.template("docx"),
            self.template("pdf"),
            tuple(Path(self.confdir, each) for each in fonts),
        )


def read_library(path: Path) -> Library:
    """Return a library that the builder wrote on this machine; never one from elsewhere."""
    library: Library = pickle.loads(path.read_bytes())  # noqa: S301 - our own file of this build
    return library
