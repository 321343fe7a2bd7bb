"""Raw HTML in a page: a book cannot carry it out, but loses none of its words."""

from __future__ import annotations

from html.parser import HTMLParser

_SILENT = frozenset({"script", "style", "template", "title"})


def words_of_html(html: str) -> str:
    """Return the words that a browser would show, without tags, comments and scripts."""
    parser = _Words()
    parser.feed(html)
    parser.close()
    return " ".join("".join(parser.found).split())


class _Words(HTMLParser):
    """Collects the text between tags."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Remember that a silent element begins; tags keep words apart."""
        self._silent += tag in _SILENT
        self.found.append(" ")

    def handle_endtag(self, tag: str) -> None:
        """Remember that a silent element ends."""
        self._silent -= tag in _SILENT and self._silent > 0
        self.found.append(" ")

    def handle_data(self, data: str) -> None:
        """Keep what readers see."""
        if not self._silent:
            self.found.append(data)
