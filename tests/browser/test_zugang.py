"""Access for all: axe finds nothing, nothing overflows, everything works by keyboard.

Each type of page is looked at by axe in two states (see ``COVERING``), the start page, which shows
the frame of all pages, in all nine; ``nox -s zugang`` does that for every type.
Long lists and tables are cut to their first entries, which all look the same. Cards of catalogues
do not: of all of them, size of targets and wide letters are asked for.
"""

from __future__ import annotations

import pytest
from playwright.sync_api import expect
from strenger_server import strict_server

from messungen.zugang.axe import run_axe
from messungen.zugang.checks import check_page, check_spacing
from messungen.zugang.german import check_german
from messungen.zugang.keyboard import walk
from messungen.zugang.opening import ask, bring_into, opened_page, wait_for
from messungen.zugang.pages import COVERING, FRAME, GRID, LIGHT, PAGES, PageType, State

# One worker opens one site and one browser for all of these.
pytestmark = pytest.mark.xdist_group("browser")

PHONE = 390
NARROW = State(LIGHT, 320)


@pytest.fixture(params=PAGES, ids=lambda kind: kind.name)
def kind(request):
    """Return a type of page."""
    return request.param


@pytest.fixture
def home(kind, site):
    """Return the address of the website's folder; of a server for what only that shows."""
    if not kind.served:
        yield f"file://{site}"
        return
    with strict_server(site) as address:
        yield address.rstrip("/")


def test_axe_finds_nothing_wrong(browser, home, kind):
    found = []
    with opened_page(browser, home, kind) as page:
        ask(page, "kuerze")
        for state in GRID if kind == FRAME else COVERING:
            bring_into(page, state)
            found += run_axe(page, str(state))
    assert found == []


@pytest.mark.parametrize(
    "address",
    ["bestpractice/index.html", "kompass/foerderung/index.html", "kompass/instrumente/index.html"],
)
def test_every_card_of_a_catalogue_can_be_hit_and_holds_wide_letters(browser, site, address):
    """Cards differ in height, and Chromium guesses that of those it has not shown yet."""
    found = []
    with opened_page(browser, f"file://{site}", PageType("Katalog", address)) as page:
        assert page.locator(".karte").count() > 20
        for state in COVERING:
            bring_into(page, state)
            found += run_axe(page, str(state), rule="target-size")
        bring_into(page, NARROW)
        found += check_spacing(page, str(NARROW))
    assert found == []


SMALL = """() => {
  const texts = document.createTreeWalker(document.querySelector("article"), NodeFilter.SHOW_TEXT);
  const letters = { small: 0, all: 0 };
  for (let text; (text = texts.nextNode()); ) {
    const length = text.data.trim().length;
    letters.all += length;
    if (parseFloat(getComputedStyle(text.parentElement).fontSize) < 12) letters.small += length;
  }
  return letters.small / letters.all;
}"""


def test_no_sheet_has_more_than_marks_of_sources_in_small_print(page, site):
    """Lighthouse counts letters under 12 px, also those that are folded away."""
    page.set_viewport_size({"width": PHONE, "height": 800})
    page.goto(f"file://{site}/kompass/arbeitsblaetter/selbstcheck.html")
    assert page.evaluate(SMALL) < 0.02


def test_a_page_is_used_by_keyboard_holds_in_every_width_and_prints_all(browser, home, kind):
    with opened_page(browser, home, kind, PHONE) as page:
        ask(page, "kuerze")
        found = [*walk(page, kind.name), *check_page(page, kind.name)]
    assert found == []


def test_no_control_speaks_english(site):
    assert check_german(site) == []


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
    page.get_by_role("button", name="Matrix", exact=True).click()
    frame = page.locator(".rahmen-matrix")
    expect(frame).not_to_have_attribute("tabindex", "0")
    page.set_viewport_size({"width": 390, "height": 800})
    expect(frame).to_have_attribute("tabindex", "0")
    frame.focus()
    page.keyboard.press("ArrowRight")
    wait_for(page, "document.querySelector('.rahmen-matrix').scrollLeft > 0")


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("bestpractice/index.html", "katalog"),
        ("pilots/index.html", "pilotstand"),
        ("pilots/wanderbaumallee.html", "kriterien"),
    ],
)
def test_a_phone_shows_tables_full_of_text_row_below_row_with_labels(page, site, address, name):
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto(f"file://{site}/{address}#ansicht=tabelle")
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
