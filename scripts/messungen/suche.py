"""``nox -s suchmessung``: our search and Sphinx's on the same pages with the same queries.

Both websites are built, opened from a folder in Chromium and asked. Times are of the browser,
from opening the page to the first result, and from a key to the changed list.
"""

from __future__ import annotations

import gzip
import os
import shutil
import statistics
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import yaml
from playwright.sync_api import Browser, Page, sync_playwright
from sphinx.application import Sphinx
from sphinx.util.docutils import docutils_namespace, patch_docutils

from .environments import ROOT
from .machine import machine
from .zugang.opening import wait_for

WORK = ROOT / "_build/messungen/suche"
QUERIES = ROOT / "tests/suche/anfragen.yaml"
REPORT = Path(__file__).parent / "suche.md"
FIRST = 10
"""A page further down counts as not found."""
UNSEEN = "zuletzt"
"""The kind of queries that were written after the search had been tuned."""
TYPED = ("Leerstandskataster", "Zwischennutzng", "Laden testen", "Städtebauförderung")
SPHINX = {
    "extensions": ["myst_parser", "sphinx_design", "kompasswerk.sphinx_ext",
                   "kompasswerk.docx", "kompasswerk.pdf"],
    "templates_path": [],
    "html_js_files": [],
    "html_css_files": [],
}  # fmt: skip
"""The same pages with the theme's own search, which our templates no longer hold."""

OURS = """(frage) => {
  const fund = KompassSuche.suche(frage);
  return fund.treffer.slice(0, 10).map((eines) => fund.zeige(eines).adresse);
}"""
SPHINX_LINKS = """() => [...document.querySelectorAll("#search-results li a")]
  .slice(0, 10).map((a) => a.getAttribute("href"))"""
KEYS = """(woerter) => {
  const feld = document.querySelector("#kompass-suche input");
  return woerter.flatMap((wort) => [...wort].map((_, i) => {
    feld.value = wort.slice(0, i + 1);
    const vorher = performance.now();
    feld.dispatchEvent(new Event("input"));
    document.body.getBoundingClientRect();
    return performance.now() - vorher;
  }));
}"""
FIRST_RESULT = """async () => {
  const eingabe = performance.now();
  const feld = document.querySelector("#kompass-suche input");
  feld.value = "Leerstand";
  feld.dispatchEvent(new Event("input"));
  while (!document.querySelector(".suche-titel")) await new Promise(requestAnimationFrame);
  return performance.now() - eingabe;
}"""


WATCH = """new MutationObserver(() => {
  if (!window.ersterTreffer && document.querySelector(".suche-titel"))
    window.ersterTreffer = performance.now();
}).observe(document, { childList: true, subtree: true });
addEventListener("DOMContentLoaded", () => (window.gefragt = performance.now()));"""
"""The search is asked as soon as its page stands; only then it takes the index."""


@dataclass(frozen=True)
class Query:
    """What is asked, of which kind it is, and which pages would do."""

    kind: str
    text: str
    wanted: tuple[str, ...]


def queries() -> list[Query]:
    """Return all queries in the order of the file."""
    data = yaml.safe_load(QUERIES.read_text(encoding="utf-8"))
    return [
        Query(kind, text, tuple(wanted))
        for kind, group in data.items()
        for text, wanted in group.items()
    ]


def rank(addresses: Sequence[str], wanted: Sequence[str]) -> int:
    """Return the place of the first wanted page, 0 if none is among the first ten."""
    for place, address in enumerate(addresses[:FIRST], start=1):
        page = address.replace(".html", "")
        if page in wanted or page.partition("#")[0] in wanted:
            return place
    return 0


def build(name: str, settings: Mapping[str, object]) -> Path:
    """Build the website with other settings than its own; return its folder."""
    out = WORK / name
    shutil.rmtree(out, ignore_errors=True)
    with patch_docutils(), docutils_namespace():
        app = Sphinx(ROOT, ROOT, out, WORK / f"{name}-gelesen", "html", dict(settings), status=None)
        app.build()
    return out


def ask_ours(browser: Browser, site: Path) -> Iterator[list[str]]:
    """Yield the addresses that our search finds for each query."""
    page = opened(browser, site)
    yield from (page.evaluate(OURS, query.text) for query in queries())


def opened(browser: Browser, site: Path) -> Page:
    """Return our page of the search, from a folder, with its index loaded."""
    page = browser.new_page()
    page.goto(f"file://{site}/search.html")
    wait_for(page, "KompassSuche.istBereit()")
    return page


def ask_sphinx(browser: Browser, site: Path) -> Iterator[list[str]]:
    """Yield the addresses that Sphinx's search finds for each query."""
    page = browser.new_page()
    for query in queries():
        page.goto(f"file://{site}/search.html")
        page.evaluate("(frage) => Search.performSearch(frage)", query.text)
        found, before = page.evaluate(SPHINX_LINKS), None
        while found != before:  # it shows one result after the other
            page.wait_for_timeout(150)
            found, before = page.evaluate(SPHINX_LINKS), found
        yield [address.partition("?")[0] for address in found]


def quality(ranks: Sequence[int]) -> tuple[float, float]:
    """Return success@5 and the mean reciprocal rank."""
    success = sum(1 for place in ranks if 0 < place <= 5) / len(ranks)
    return success, sum(1 / place for place in ranks if place) / len(ranks)


def times(browser: Browser, site: Path) -> dict[str, float]:
    """Return milliseconds in the browser: five first results (median), then single keys."""
    called, asked, first = [], [], []
    for _ in range(5):
        page = browser.new_page()
        page.add_init_script(WATCH)
        page.goto(f"file://{site}/search.html?q=Leerstand")
        wait_for(page, "window.ersterTreffer")
        called.append(float(page.evaluate("window.ersterTreffer")))
        asked.append(called[-1] - float(page.evaluate("window.gefragt")))
        page.goto(f"file://{site}/search.html")
        first.append(float(page.evaluate(FIRST_RESULT)))
        page.close()
    page = opened(browser, site)
    page.evaluate(KEYS, ["Haus", "Förderung"])  # what a browser compiles at first use
    keys = sorted(float(key) for key in page.evaluate(KEYS, list(TYPED)))
    return {
        "erster Treffer nach dem Aufruf der Seite mit einer Anfrage": statistics.median(called),
        "davon nach der Frage, mit Einlesen des Verzeichnisses": statistics.median(asked),
        "erster Treffer nach der ersten Eingabe": statistics.median(first),
        "jede weitere Taste, Median": statistics.median(keys),
        "jede weitere Taste, 95 von 100": keys[int(len(keys) * 0.95)],
    }


def report(
    found: Mapping[str, list[int]], sizes: Mapping[str, int], ms: Mapping[str, float]
) -> str:
    """Return the results as Markdown."""
    asked = queries()
    groups = {"alle": list(range(len(asked)))}
    for place, query in enumerate(asked):
        groups.setdefault(query.kind, []).append(place)
    lines = [
        "# Suche: Messergebnisse",
        "",
        f"Gemessen am {datetime.now(UTC):%d.%m.%Y} mit `nox -s suchmessung`.",
        f"Rechner: {machine()['Prozessor']}, {machine()['Kerne']} Kerne.",
        f"Last beim Messen: {os.getloadavg()[0]:.0f} Programme.",
        "",
        "Erfolg@5: Anteil der Anfragen mit einer erwarteten Seite unter den ersten fünf.",
        "MRR: Mittel aus 1 durch den Rang. Die Anfragen stehen in `tests/suche/anfragen.yaml`.",
        "",
        "| Anfragen | Zahl | " + " | ".join(f"{name}: Erfolg@5 | MRR" for name in found) + " |",
        "|---|---|" + "---|---|" * len(found),
    ]
    for name, places in groups.items():
        values = [quality([ranks[place] for place in places]) for ranks in found.values()]
        cells = " | ".join(f"{s:.2f} | {m:.2f}".replace(".", ",") for s, m in values)
        label = f"{name} (beim Einstellen ungesehen)" if name == UNSEEN else name
        lines.append(f"| {label} | {len(places)} | {cells} |")
    lines += ["", "| Größe und Zeit | |", "|---|---|"]
    lines += [f"| Verzeichnis, {name} | {size / 1000:.0f} kB gz |" for name, size in sizes.items()]
    lines += [f"| {name} | {value:.0f} ms |" for name, value in ms.items()]
    return "\n".join(lines) + "\n"


def main() -> int:
    """Measure and write the report; always 0, because a bad result is a result."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    ours, sphinx = build("wir", {}), build("sphinx", SPHINX)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        wanted = [query.wanted for query in queries()]
        found = {
            "wir": [rank(a, w) for a, w in zip(ask_ours(browser, ours), wanted, strict=True)],
            "Sphinx": [
                rank(a, w) for a, w in zip(ask_sphinx(browser, sphinx), wanted, strict=True)
            ],
        }
        ms = times(browser, ours)
        browser.close()
    files = {"wir": ours / "_static/suche/verzeichnis.js", "Sphinx": sphinx / "searchindex.js"}
    sizes = {name: len(gzip.compress(path.read_bytes(), 9)) for name, path in files.items()}
    REPORT.write_text(report(found, sizes, ms), encoding="utf-8")
    sys.stdout.write(f"Die Ergebnisse liegen in {REPORT}.\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
