"""The report over towns as a page: for all, on every screen."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
import rueckgaben
from axe_playwright_python.sync_playwright import Axe

from kompasswerk.auswertung.build import build_report
from kompasswerk.auswertung.page import page as html
from kompasswerk.formular.towns import Places
from kompasswerk.publishing.evaluate import collect
from kompasswerk.reading.files import load_bestand
from kompasswerk.reading.gestaltung import read_gestaltung

ROOT = Path(__file__).parents[2]
pytestmark = pytest.mark.xdist_group("browser")


@pytest.fixture(scope="module")
def address(tmp_path_factory) -> str:
    folder = tmp_path_factory.mktemp("auswertung")
    loaded = load_bestand(ROOT)
    places = Places.of(loaded.bestand, loaded.vocabulary)
    names = {ags: town.name for ags, town in places.by_ags.items()}
    rueckgaben.write(folder, sorted(names), names, copies=2 * len(names))
    collected, _ = collect(folder, loaded, places)
    look = read_gestaltung(ROOT / "_templates/gestaltung.yaml")
    report = build_report(collected, loaded.bestand, date(2026, 12, 31), look.farben)
    path = folder / "bericht.html"
    path.write_text(html(report, look), encoding="utf-8")
    return path.as_uri()


@pytest.mark.parametrize("width", [1280, 360])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_and_nothing_overflows(browser, address, width, scheme):
    size = {"width": width, "height": 900}
    with browser.new_context(viewport=size, color_scheme=scheme) as context:
        page = context.new_page()
        page.goto(address)
        result = Axe().run(page, options={"resultTypes": ["violations"]}).response
        inside = page.evaluate("document.documentElement.scrollWidth")
    assert result["passes"], "axe has not run"
    assert [(v["id"], node["html"]) for v in result["violations"] for node in v["nodes"]] == []
    assert inside <= width
