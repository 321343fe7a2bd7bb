"""Values and pages that many answers share, each once: what keeps data for the browser small."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from ..model.seiten import Seite

if TYPE_CHECKING:
    from sphinx.application import Sphinx


@dataclass
class Pool:
    """Values that many answers share, each once; an answer has their numbers."""

    values: list[Any] = field(default_factory=list)
    places: dict[str, int] = field(default_factory=dict)

    def number(self, value: Any) -> int:
        """Return the place of a value that JSON can hold."""
        key = json.dumps(value, ensure_ascii=False)
        if key not in self.places:
            self.places[key] = len(self.values)
            self.values.append(value)
        return self.places[key]


@dataclass(frozen=True)
class Pages:
    """Titles and addresses of pages, as seen from one page."""

    app: Sphinx
    docname: str
    pool: Pool = field(default_factory=Pool)
    known: dict[str, int] = field(default_factory=dict)

    def number(self, page: Seite) -> int:
        """Return the place of a page in the pool: its docname, title and relative address."""
        docname = page.path.removesuffix(".md")
        if docname not in self.known:
            address = self.app.builder.get_relative_uri(self.docname, docname)
            self.known[docname] = self.pool.number([docname, page.ueberschrift, address])
        return self.known[docname]
