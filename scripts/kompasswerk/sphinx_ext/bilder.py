"""Pictures whose file names hold blanks or umlauts."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import unquote

from docutils import nodes as n
from sphinx.transforms import SphinxTransform


class PictureNames(SphinxTransform):
    """Find files by their real names: Markdown encodes the blank of ``haus 1.png`` as ``%20``.

    Runs while a page is read, before Sphinx collects its pictures. A name that leads to no
    file stays as it is, so that Sphinx can warn about it.
    """

    default_priority = 500

    def apply(self) -> None:
        """Replace each encoded name whose plain form is a file."""
        for image in self.document.findall(n.image):
            plain = unquote(image["uri"])
            if plain != image["uri"] and self._is_file(plain) and not self._is_file(image["uri"]):
                image["uri"] = plain

    def _is_file(self, name: str) -> bool:
        try:
            return Path(self.env.relfn2path(name, self.env.current_document.docname)[1]).is_file()
        except (OSError, ValueError):
            return False
