"""Access for all: axe finds nothing, nothing overflows, everything works by keyboard."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

# One worker opens one site and one browser for all of these.
pytestmark = pytest.mark.xdist_group("browser")

PAGES = {
    "start": "index.html",
    "fall": "bestpractice/goldschmiede-eisenach.html",
    "schritt": "kompass/schritte/auftrag-klaeren.html",
    "katalog": "bestpractice/index.html",
    "pilots": "pilots/index.html",
}
MORE = {
    "instrument": "kompass/instrumente/zwischennutzung.html",
    "blatt": "kompass/arbeitsblaetter/auftrag.html",
    "glossar": "kompass/glossar.html",
    "pilot": "pilots/wanderbaumallee.html",
    "suche": "search.html?q=Leerstand",
    "objektpfad": "kompass/objektpfad.html",
}
every_page = pytest.mark.parametrize("address", {**PAGES, **MORE}.values(), ids={**PAGES, **MORE})


@pytest.mark.parametrize("address", PAGES.values(), ids=PAGES)
@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_wrong(browser, site, address, width, scheme):
    check(browser, site, address, viewport={"width": width, "height": 900}, color_scheme=scheme)


@pytest.mark.parametrize("address", MORE.values(), ids=MORE)
def test_axe_finds_nothing_wrong_on_other_kinds_of_page(browser, site, address):
    check(browser, site, address, viewport={"width": 1280, "height": 900}, color_scheme="light")


def check(browser, site, address, **settings):
    with browser.new_context(reduced_motion="reduce", **settings) as context:
        page = context.new_page()
        page.goto(f"file://{site}/{address}")
        result = Axe().run(page, options={"resultTypes": ["violations"]}).response
    assert result["passes"], "axe has not run"
    found = [(v["id"], node["html"][:200]) for v in result["violations"] for node in v["nodes"]]
    assert found == []


@every_page
def test_no_page_is_wider_than_a_phone(page, site, address):
    for width in (390, 320):
        page.set_viewport_size({"width": width, "height": 800})
        page.goto(f"file://{site}/{address}")
        inside = page.evaluate(WIDEST_BLOCK)
        assert inside <= width, f"{inside} px at {width} px"


WIDEST_BLOCK = """() => Math.ceil(Math.max(
  document.documentElement.scrollWidth,
  ...[...document.querySelectorAll("main *, article *, footer *")]
    .filter((e) => !e.closest(".table-wrapper *, pre, .kaestchen") && e.getClientRects().length)
    .map((e) => e.getBoundingClientRect().right)))"""


def test_the_first_tab_stop_leads_to_the_content(page, site):
    page.goto(f"file://{site}/index.html")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Zum Inhalt springen")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("main")).to_be_focused()


def test_on_a_phone_the_menu_opens_and_closes_by_keyboard(page, site):
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto(f"file://{site}/index.html")
    chapters = page.get_by_role("navigation", name="Kapitel")
    expect(chapters).to_be_hidden()
    button = page.get_by_role("button", name="Menü")
    button.press("Enter")
    expect(chapters).to_be_visible()
    expect(button).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("Escape")
    expect(chapters).to_be_hidden()
    expect(button).to_be_focused()


def test_wide_tables_scroll_by_keyboard_on_a_phone_and_are_no_stop_on_a_desk(page, site):
    page.goto(f"file://{site}/bestpractice/index.html")
    frame = page.locator(".rahmen-matrix")
    expect(frame).not_to_have_attribute("tabindex", "0")
    page.set_viewport_size({"width": 390, "height": 800})
    expect(frame).to_have_attribute("tabindex", "0")
    frame.focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_function("document.querySelector('.rahmen-matrix').scrollLeft > 0")


@pytest.mark.parametrize(
    ("address", "name"),
    [("katalog", "katalog"), ("pilots", "pilotstand"), ("pilot", "kriterien")],
)
def test_a_phone_shows_tables_full_of_text_row_below_row_with_labels(page, site, address, name):
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto(f"file://{site}/{ {**PAGES, **MORE}[address] }")
    frame = page.locator(f".rahmen-{name}").first
    expect(frame).not_to_have_attribute("tabindex", "0")
    cell = frame.locator("td").first
    label = cell.evaluate("e => getComputedStyle(e, '::before').content")
    assert label.strip('"') in {"Ort", "Arbeitsgruppe", "Erfüllt"}
    assert cell.bounding_box()["width"] > 250


def test_without_scripts_the_chapters_are_still_there_on_a_phone(browser, site):
    settings = {"viewport": {"width": 390, "height": 800}, "java_script_enabled": False}
    with browser.new_context(**settings) as context:
        page = context.new_page()
        page.goto(f"file://{site}/index.html")
        expect(page.get_by_role("navigation", name="Kapitel")).to_be_visible()
