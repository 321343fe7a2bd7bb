"""What a page weighs on its way, and how often it asks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

from playwright.sync_api import Browser

from .findings import Finding
from .opening import new_page
from .serving import packed

LIMIT = 120
"""Kilobytes of HTML, CSS and JavaScript, compressed, without pictures (issue of the website)."""
COUNTED = {".html", ".css", ".js"}
INDEX = "_static/suche/verzeichnis.js"
"""Data of the search; has a limit of its own (400 kB)."""


@dataclass(frozen=True)
class Weight:
    """Kilobytes of HTML, CSS and JavaScript, those of the search's index, number of requests."""

    kilobytes: float
    index: float
    requests: int


def weigh(browser: Browser, home: str, site: Path, address: str) -> Weight:
    """Load a page from the server and weigh all that it asked for."""
    asked: set[str] = set()
    with new_page(browser) as page:
        page.on("request", lambda request: asked.add(request.url))
        page.goto(f"{home}/{address}", wait_until="networkidle")
    names = {unquote(urlsplit(url).path).lstrip("/") or "index.html" for url in asked}
    sizes = {
        name: len(packed(site / name)) / 1000
        for name in names
        if Path(name).suffix in COUNTED and (site / name).is_file()
    }
    index = sizes.pop(INDEX, 0.0)
    return Weight(round(sum(sizes.values()), 1), round(index, 1), len(asked))


def check_weight(weight: Weight, name: str) -> Iterator[Finding]:
    """Yield a finding if a page is too heavy."""
    if weight.kilobytes > LIMIT:
        place = f"{weight.kilobytes:.0f} kB gz, erlaubt sind {LIMIT}"
        yield Finding(name, "Gewicht", place, "Skripte und CSS nur laden, wo sie gebraucht werden")
