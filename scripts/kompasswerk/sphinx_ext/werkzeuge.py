"""What a reader can do with a page: take it along, pass on its address, report an error."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from ..model import german
from .source import domain_of

if TYPE_CHECKING:
    from docutils import nodes as n
    from sphinx.application import Sphinx

SETTING = "kompass_dateien"
"""Setting: file that lists the single files of pages, which lie beside them; empty for none."""
ADDRESS = "kompass_fehler_an"
"""Entry of ``html_context``: who gets mails about errors; empty if nobody does yet."""
FOLDER = "dateien"
"""Folder of the website in which single files lie, each under the name of its page."""
FORMATS = {"docx": "Word", "pdf": "PDF"}
REPORT = (
    "Guten Tag,\r\n\r\nauf dieser Seite stimmt etwas nicht:\r\n\r\n{title}\r\n{where}\r\n"
    "Stand der Seite: {stand}\r\n\r\nDas ist falsch oder veraltet:\r\n\r\n\r\n"
    "So ist es richtig (bitte mit Quelle):\r\n\r\n"
)


@dataclass(frozen=True)
class Datei:
    """A page as a file: name of the format, link from the page, size for readers."""

    format: str
    link: str
    groesse: str


def setup_werkzeuge(app: Sphinx) -> None:
    """Register the setting and give every page template ``kompass_werkzeuge``."""
    app.add_config_value(SETTING, "", "html", str)
    werkzeuge = Werkzeuge()
    app.connect("builder-inited", werkzeuge.read)
    app.connect("html-page-context", werkzeuge.add_context)


class Werkzeuge:
    """Knows which single files a build lays beside the pages; read once."""

    def __init__(self) -> None:
        self._files: dict[str, dict[str, int]] = {}

    def read(self, app: Sphinx) -> None:
        """Read the list of single files, if the build has one."""
        name = getattr(app.config, SETTING)
        if name:
            self._files = json.loads(Path(app.confdir, name).read_text(encoding="utf-8"))

    def add_context(
        self,
        app: Sphinx,
        pagename: str,
        template: str,
        context: dict[str, Any],
        doctree: n.document | None,
    ) -> None:
        """Put address, files and the mail about an error into the context of a page."""
        page = domain_of(app.env).page(pagename)
        if page is None:
            context["kompass_werkzeuge"] = None
            return
        base = app.config.html_baseurl.rstrip("/")
        address = f"{base}/{app.builder.get_target_uri(pagename)}" if base else ""
        words = REPORT.format(
            title=page.ueberschrift, where=address or pagename, stand=german.date(page.stand)
        )
        subject = f"Hinweis zur Seite „{page.ueberschrift}“"
        context["kompass_werkzeuge"] = {
            "adresse": address,
            "dateien": tuple(self._of(pagename, context["content_root"])),
            "fehler": mail(str(context.get(ADDRESS) or ""), subject, words),
        }

    def _of(self, pagename: str, root: str) -> list[Datei]:
        return [
            Datei(FORMATS[ending], f"{root}{FOLDER}/{pagename}.{ending}", german.size(size))
            for ending, size in sorted(self._files.get(pagename, {}).items())
        ]


def mail(address: str, subject: str, body: str) -> str:
    """Return a ``mailto`` address (RFC 6068) with subject and text, empty without an address."""
    if not address:
        return ""
    return f"mailto:{quote(address, safe='@')}?subject={quote(subject)}&body={quote(body)}"
