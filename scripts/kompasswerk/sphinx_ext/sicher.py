"""What a page may not do, whoever builds it: fetch, embed or link what is not the project's.

The checks forbid the same with better help; this holds for a build without them.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from docutils import nodes as n
from sphinx import addnodes
from sphinx.transforms import SphinxTransform
from sphinx.util.docutils import SphinxDirective

from .warnings import Kind, warn

if TYPE_CHECKING:
    from docutils.nodes import Node

REFUSED = ("raw", "include", "literalinclude", "csv-table")
_OF_MARKDOWN = re.compile(r'</?s>|<br />|<input class="task-list-item-checkbox"[^>]*>')
"""HTML that MyST makes itself of ``~~text~~``, ``\\`` and ``- [ ]``, which becomes a sign later."""
_ALLOWED = {"", "http", "https", "mailto"}
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):")
_IGNORED = re.compile(r"[\x00-\x20]")  # browsers overlook these inside of a scheme


class _AnyOption(dict[str, Any]):
    """Accepts every option, so that the refusal is the only message."""

    def __bool__(self) -> bool:
        return True

    def __contains__(self, key: object) -> bool:
        return True

    def __getitem__(self, key: str) -> Any:
        return str


class RefusedDirective(SphinxDirective):
    """A directive that would bring in files or HTML from anywhere."""

    has_content = True
    optional_arguments = 1
    final_argument_whitespace = True
    option_spec: ClassVar = _AnyOption()

    def run(self) -> list[Node]:
        """Return nothing, with a warning."""
        message = f"Der Baustein „{self.name}“ ist gesperrt. Bitte ausschreiben."
        warn(Kind.CONTENT, message, self.get_location())
        return []


class StayInside(SphinxTransform):
    """Turn pictures, downloads and links that lead where they must not into their text.

    HTML goes altogether: it could run scripts, and Word and PDF would not show it.
    """

    default_priority = 510  # after PictureNames

    def apply(self) -> None:
        """Replace what is refused before Sphinx collects or copies anything."""
        for raw in list(self.document.findall(n.raw)):
            if "html" in raw["format"].split() and not _OF_MARKDOWN.fullmatch(raw.astext().strip()):
                warn(Kind.CONTENT, "Hier steht HTML. Es fällt weg; bitte Markdown verwenden.", raw)
                raw.parent.remove(raw)
        for image in list(self.document.findall(n.image)):
            if _scheme(image["uri"]) or image["uri"].startswith("//"):
                self._refuse(image, f"Das Bild „{image['uri']}“ liegt auf einem fremden Server.")
            elif not self._inside(image["uri"]):
                self._refuse(image, f"Das Bild „{image['uri']}“ liegt außerhalb des Projekts.")
        for download in list(self.document.findall(addnodes.download_reference)):
            name = download["reftarget"]
            if not _scheme(name) and not self._inside(name):
                self._refuse(download, f"Die Datei „{name}“ liegt außerhalb des Projekts.")
        for link in list(self.document.findall(n.reference)):
            if _scheme(link.get("refuri", "")) not in _ALLOWED:
                self._refuse(link, f"Der Link „{link['refuri']}“ ist nicht erlaubt.")

    def _inside(self, name: str) -> bool:
        try:
            path = self.env.relfn2path(name, self.env.current_document.docname)[1]
            return Path(path).resolve().is_relative_to(Path(self.env.srcdir).resolve())
        except (OSError, RuntimeError, ValueError):
            return False

    def _refuse(self, node: n.Element, message: str) -> None:
        warn(Kind.CONTENT, f"{message} Nur der Text bleibt.", node)
        if not isinstance(node, n.image):
            node.replace_self(node.children)
            return
        text = n.Text(node.get("alt", ""))
        in_line = isinstance(node.parent, n.TextElement)
        node.replace_self(text if in_line else n.paragraph("", "", text))


def _scheme(uri: str) -> str:
    match = _SCHEME.match(_IGNORED.sub("", uri).lower())
    return match[1] if match else ""
