"""``nox -s katalogmessung``: the catalogue with a thousand cases in Chromium, and its weight.

The cases are the real ones, varied, in a project of their own. Times are of the browser with the
website opened from a folder, the weight is that of the real catalogue.
"""

from __future__ import annotations

import gzip
import os
import re
import shutil
import statistics
import sys
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import unquote, urlsplit

from playwright.sync_api import Browser, Page, sync_playwright
from sphinx.application import Sphinx
from sphinx.util.docutils import docutils_namespace, patch_docutils

from .environments import ROOT
from .faelle import many_cases
from .machine import machine
from .zugang.opening import wait_for

WORK = ROOT / "_build/messungen/katalog"
REPORT = Path(__file__).parent / "katalog.md"
CASES = 1000
RUNS, ROUNDS = 5, 3
ROTATED = ("ansatz", "gebaeudetyp", "akteure", "land", "aufwand", "schritte")
"""Fields that a varied case takes from another one, so that all combinations occur."""

CHANGES = """async () => {
  const gemessen = [];
  const gemalt = () => new Promise((fertig) => requestAnimationFrame(() => {
    const kanal = new MessageChannel();
    kanal.port1.onmessage = fertig;
    kanal.port2.postMessage(0);
  }));
  const kaesten = [...document.querySelectorAll("section.katalog .facette input")];
  for (const kasten of [...kaesten, ...kaesten.reverse()]) {
    await gemalt();
    const vorher = performance.now();
    kasten.click();
    document.body.getBoundingClientRect();
    const gerechnet = performance.now() - vorher;
    await gemalt();
    gemessen.push([gerechnet, performance.now() - vorher]);
    if (gemessen.length % 7 === 0) document.querySelector(".zuruecksetzen").click();
  }
  return gemessen;
}"""
"""Clicks on every value, some of them together; milliseconds to layout, and to the next picture."""
KEYS = """(woerter) => {
  const feld = document.querySelector(".katalog-text input");
  return woerter.flatMap((wort) => [...wort].map((_, i) => {
    feld.value = wort.slice(0, i + 1);
    const vorher = performance.now();
    feld.dispatchEvent(new Event("input"));
    document.body.getBoundingClientRect();
    return performance.now() - vorher;
  }));
}"""
VIEW = """(name) => {
  const vorher = performance.now();
  document.querySelector(`[data-zeige="${name}"]`).click();
  document.body.getBoundingClientRect();
  return performance.now() - vorher;
}"""
SORT = """() => {
  const wahl = document.querySelector(".sortierung select");
  const vorher = performance.now();
  wahl.value = "grosse-kleinstadt";
  wahl.dispatchEvent(new Event("change"));
  document.body.getBoundingClientRect();
  return performance.now() - vorher;
}"""
PAINT = """() => Object.fromEntries(performance.getEntriesByType("paint")
  .map((eintrag) => [eintrag.name, eintrag.startTime]))"""
READY = """new MutationObserver((_, beobachter) => {
  if (!document.querySelector("section.katalog.bereit")) return;
  window.katalogBereit = performance.now();
  beobachter.disconnect();
}).observe(document, { childList: true, subtree: true, attributes: true });"""


def generate(folder: Path) -> None:
    """Write the handbook's pages with ``CASES`` cases to ``folder``; what was there is deleted."""
    many_cases(folder, CASES)
    files = sorted(path for path in (folder / "bestpractice").glob("*.md") if path.stem != "index")
    cases = [path.read_text(encoding="utf-8") for path in files]
    for number, (path, case) in enumerate(zip(files, cases, strict=True)):
        other = cases[(number * 7 + 1) % len(cases)]
        path.write_text(_with_fields_of(other, case), encoding="utf-8")


def _with_fields_of(other: str, case: str) -> str:
    """Return a case with some fields of another."""
    for key in ROTATED:
        line = re.compile(rf"^{key}: .+$", re.MULTILINE)
        mine, wanted = line.search(case), line.search(other)
        if mine and wanted:
            case = case[: mine.start()] + wanted[0] + case[mine.end() :]
    return case


def build(source: Path, name: str) -> Path:
    """Build a website; return its folder."""
    out = WORK / name
    shutil.rmtree(out, ignore_errors=True)
    with patch_docutils(), docutils_namespace():
        read = WORK / f"{name}-gelesen"
        Sphinx(source, source, out, read, "html", status=None, warning=None).build()
    return out


def opened(browser: Browser, site: Path) -> Page:
    """Return the catalogue of a website, ready."""
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.add_init_script(READY)
    page.goto(f"file://{site}/bestpractice/index.html")
    wait_for(page, "window.katalogBereit")
    page.wait_for_timeout(300)
    return page


def times(browser: Browser, site: Path) -> dict[str, float]:
    """Return milliseconds by what was measured."""
    paints, ready = [], []
    for _ in range(RUNS):
        page = opened(browser, site)
        paints.append(page.evaluate(PAINT)["first-contentful-paint"])
        ready.append(float(page.evaluate("window.katalogBereit")))
        page.close()
    page = opened(browser, site)
    result = {
        "erstes Bild mit Inhalt, Median": statistics.median(paints),
        "Filter bedienbar, Median": statistics.median(ready),
        **_changes(page, "Karten"),
    }
    page.evaluate("document.querySelector('.zuruecksetzen').click()")
    keys = page.evaluate(KEYS, ["Leerstandskataster", "Häuser kaufen"])
    result["erster Buchstabe im Textfeld"] = keys[0]
    result["jeder weitere Buchstabe, höchstens"] = max(keys[1:])
    page.evaluate(KEYS, [" "])
    result["nach Stadtgröße sortiert"] = page.evaluate(SORT)
    for view in ("matrix", "tabelle"):
        result[f"Ansicht {view} zum ersten Mal"] = page.evaluate(VIEW, view)
    return result | _changes(page, "Tabelle")


def _changes(page: Page, view: str) -> dict[str, float]:
    """Return the times of changing a filter; of each change the fastest of several counts."""
    rounds = [page.evaluate(CHANGES) for _ in range(ROUNDS)]
    result: dict[str, float] = {}
    for place, until in enumerate(("angeordnet", "im Bild")):
        best = sorted(min(each[place] for each in same) for same in zip(*rounds, strict=True))
        name = f"{view}: Filter geändert, neu {until}"
        result[f"{name}, Median"] = statistics.median(best)
        result[f"{name}, 95 von 100"] = best[int(len(best) * 0.95)]
        result[f"{name}, höchstens"] = best[-1]
    return result


def weights(site: Path) -> dict[str, int]:
    """Return bytes of the real catalogue's page, compressed: HTML, stylesheets, scripts."""
    page = site / "bestpractice/index.html"
    text = page.read_text(encoding="utf-8")
    sizes = {"HTML": len(gzip.compress(page.read_bytes(), 9)), "CSS": 0, "JavaScript": 0}
    for file in sorted(set(_loaded(page, text))):
        kind = "CSS" if file.suffix == ".css" else "JavaScript"
        sizes[kind] += len(gzip.compress(file.read_bytes(), 9))
    return sizes | {"zusammen": sum(sizes.values())}


def _loaded(page: Path, text: str) -> Iterator[Path]:
    for address in re.findall(
        r'<(?:script|link)[^>]+?(?:src|href)="([^"]+\.(?:js|css)[^"]*)"', text
    ):
        yield (page.parent / unquote(urlsplit(address).path)).resolve()


def report(ms: Mapping[str, float], sizes: Mapping[str, int], load: float) -> str:
    """Return the results as Markdown."""
    lines = [
        "# Katalog: Messergebnisse",
        "",
        f"Gemessen am {datetime.now(UTC):%d.%m.%Y} mit `nox -s katalogmessung`.",
        f"Rechner: {machine()['Prozessor']}, {machine()['Kerne']} Kerne.",
        f"Last beim Messen: {load:.0f} Programme. Jede Änderung geschah {ROUNDS}-mal; weil andere",
        "Programme liefen, zählt davon die schnellste.",
        "",
        f"Ziele: erstes Bild mit {CASES} Fällen unter 1 s, Filter geändert unter 50 ms, Seite des",
        "echten Katalogs höchstens 120 kB gz ohne Bilder.",
        "",
        f"| Zeit mit {CASES} Fällen | ms |",
        "|---|---|",
        *(f"| {name} | {value:.0f} |" for name, value in ms.items()),
        "",
        "| Gewicht des echten Katalogs | kB gz |",
        "|---|---|",
        *(f"| {name} | {size / 1000:.0f} |" for name, size in sizes.items()),
    ]
    return "\n".join(lines) + "\n"


def main() -> int:
    """Measure and write the report; always 0, because a bad result is a result."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    source = WORK / "quelle"
    generate(source)
    many, real = build(source, "viele"), build(ROOT, "echt")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        load = os.getloadavg()[0]
        ms = times(browser, many)
        browser.close()
    REPORT.write_text(report(ms, weights(real), load), encoding="utf-8")
    sys.stdout.write(f"Die Ergebnisse liegen in {REPORT}.\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
