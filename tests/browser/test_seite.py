"""The tools of a page, previews of terms, the ways to other pages, and what a page weighs."""

from __future__ import annotations

import gzip
import re
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from messungen.zugang.opening import wait_for

# One worker opens one site and one browser for all of these.
pytestmark = pytest.mark.xdist_group("browser")

STEP, CASE = "kompass/schritte/bewerten.html", "bestpractice/blank-jena.html"
KINDS = {
    "start": "index.html",
    "schritt": STEP,
    "fall": CASE,
    "instrument": "kompass/instrumente/baugebot.html",
    "programm": "kompass/foerderung/gewerbe-zu-wohnen.html",
    "pilot": "pilots/der-schoenste-blick.html",
    "blatt": "kompass/arbeitsblaetter/selbstcheck.html",
}
HEAVIEST = 120_000


@pytest.fixture
def step(page, site):
    """Return the page of a step whose text begins with a term of the glossary."""
    page.goto(f"file://{site}/{STEP}")
    wait_for(page, "globalThis.Kompass?.begriffe")
    return page


def term(page):
    return page.get_by_role("link", name="leeren Häuser").first


def message(page):
    return page.get_by_role("group", name="Diese Seite").locator(".werkzeug-meldung[role=status]")


def preview(page):
    return page.locator(".begriff-vorschau")


def test_the_pointer_shows_what_a_term_means_and_may_rest_on_it(step):
    term(step).hover()
    expect(preview(step)).to_contain_text("Leerstand")
    expect(preview(step).get_by_role("link")).to_have_count(0)
    preview(step).hover()
    step.wait_for_timeout(400)
    expect(preview(step)).to_be_visible()
    step.mouse.move(5, 5)
    expect(preview(step)).to_be_hidden()


def test_the_keyboard_shows_a_term_once_to_those_who_listen_and_escape_hides_it(step):
    place = term(step).bounding_box()
    step.locator("#kompass-inhalt").focus()
    for _ in range(40):
        step.keyboard.press("Tab")
        if term(step).evaluate("e => e === document.activeElement"):
            break
    expect(preview(step)).to_be_visible()
    said = step.locator("#kompass-begriff").inner_text()
    expect(term(step)).to_have_accessible_description(said)
    assert term(step).bounding_box()["x"] == place["x"]
    step.keyboard.press("Escape")
    expect(preview(step)).to_be_hidden()
    expect(term(step)).to_be_focused()
    expect(term(step)).not_to_have_attribute("aria-describedby", "kompass-begriff")


def test_the_first_touch_explains_a_term_and_the_second_leads_to_the_glossary(browser, site):
    with browser.new_context(
        has_touch=True, is_mobile=True, viewport={"width": 390, "height": 800}
    ) as context:
        page = context.new_page()
        page.goto(f"file://{site}/{STEP}")
        wait_for(page, "globalThis.Kompass?.begriffe")
        term(page).tap()
        expect(preview(page)).to_be_visible()
        box = preview(page).bounding_box()
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 390
        page.locator("h1").tap()
        expect(preview(page)).to_be_hidden()
        term(page).tap()
        preview(page).get_by_role("link", name="Im Glossar").tap()
        page.wait_for_url(re.compile(r"glossar\.html#term-Leerstand$"))


def test_without_scripts_a_term_is_a_link_and_no_button_is_left_over(browser, site):
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"file://{site}/{STEP}")
        assert term(page).get_attribute("href") == "../glossar.html#term-Leerstand"
        expect(page.get_by_role("button", name="Adresse kopieren")).to_be_hidden()


def copied(page) -> str:
    """Press „Adresse kopieren“ and return what lies on the clipboard then."""
    page.evaluate(
        "Object.defineProperty(navigator, 'clipboard', {configurable: true, "
        "value: {writeText: async (text) => { globalThis.kopiert = text; }}})"
    )
    page.get_by_role("button", name="Adresse kopieren").press("Enter")
    expect(message(page)).to_contain_text("Kopiert: ")
    return page.evaluate("kopiert")


@pytest.mark.parametrize(
    ("opened", "kept"),
    [
        ("bestpractice/index.html#gebaeudetyp=bahnhof&ansatz=umnutzung&land=Th%C3%BCringen",) * 2,
        ("kompass/objektpfad.html#gebaeude=bahnhof&lage=kommune&zustand=nutzbar",) * 2,
        (f"{CASE}#vorgehen",) * 2,
        (f"{CASE}#kompass-inhalt", CASE),  # the link past the head of the page
        (CASE, CASE),
    ],
)
def test_what_was_chosen_travels_with_the_copied_address(page, site, opened, kept):
    page.goto(f"file://{site}/{opened}")
    assert copied(page) == f"file://{site}/{kept}"


def test_a_selection_follows_the_lasting_address_of_the_page(page, site):
    page.goto(f"file://{site}/bestpractice/index.html#land=Hessen")
    button = page.get_by_role("button", name="Adresse kopieren")
    button.evaluate("e => { e.dataset.adresse = 'https://example.org/faelle/'; }")
    assert copied(page) == "https://example.org/faelle/#land=Hessen"
    expect(message(page)).to_have_text("Kopiert: https://example.org/faelle/#land=Hessen")
    page.keyboard.press("Escape")
    expect(message(page)).to_have_text("")


def test_where_nothing_can_be_copied_the_address_is_shown(page, site):
    page.goto(f"file://{site}/{CASE}")
    page.evaluate(
        "Object.defineProperty(navigator, 'clipboard', {value: undefined});"
        "document.execCommand = () => false"
    )
    page.get_by_role("button", name="Adresse kopieren").click()
    expect(message(page)).to_contain_text("Bitte von Hand kopieren: file://")


def test_a_page_is_printed_by_its_own_button(page, site):
    page.goto(f"file://{site}/{CASE}")
    page.evaluate("globalThis.print = () => { globalThis.gedruckt = true; }")
    page.get_by_role("button", name="Seite drucken").click()
    assert page.evaluate("gedruckt")
    page.emulate_media(media="print")
    expect(page.get_by_role("group", name="Diese Seite")).to_be_hidden()


def test_one_case_leads_to_the_next_and_back(page, site):
    page.goto(f"file://{site}/{CASE}")
    ways = page.get_by_role("navigation", name="Weiterblättern")
    title = page.get_by_role("heading", level=1).inner_text()
    ways.get_by_role("link", name="Nächster Fall").click()
    expect(page.get_by_role("heading", level=1)).not_to_have_text(title)
    ways.get_by_role("link", name="Vorheriger Fall").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Blank")


def test_the_fact_box_stands_beside_the_text_on_a_desk_and_above_it_on_a_phone(page, site):
    page.goto(f"file://{site}/{CASE}")
    box, text = page.locator("dl.steckbrief"), page.locator("#ausgangslage")
    assert box.bounding_box()["x"] > text.bounding_box()["x"] + 400
    page.set_viewport_size({"width": 390, "height": 800})
    assert box.bounding_box()["y"] < text.bounding_box()["y"]
    assert box.bounding_box()["x"] < 40


@pytest.mark.parametrize(
    "address", ["index.html", "bestpractice/index.html", CASE, "merkzettel.html"]
)
def test_letters_of_twice_the_size_fit_on_a_phone(page, site, address):
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"file://{site}/{address}")
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    assert page.evaluate("document.documentElement.scrollWidth") == 390


def test_the_list_of_chapters_begins_with_a_whole_line(page, site):
    page.set_viewport_size({"width": 1280, "height": 600})
    page.goto(f"file://{site}/bestpractice/index.html")
    above = page.evaluate(
        """() => {
          const list = document.querySelector(".sidebar-scroll");
          const top = list.getBoundingClientRect().top;
          return [list.scrollTop > 0, ...[...list.querySelectorAll("a, .teil")]
            .map((line) => line.getBoundingClientRect())
            .filter((line) => line.top < top - 1 && line.bottom > top + 1)];
        }"""
    )
    assert above == [True]


def test_the_start_page_searches_from_its_first_screen(page, site):
    page.goto(f"file://{site}/index.html")
    page.keyboard.press("/")
    page.keyboard.type("Scheune")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search.html?q=Scheune")


@pytest.mark.parametrize("address", KINDS.values(), ids=KINDS)
def test_no_kind_of_page_weighs_more_than_its_bound(page, site, address):
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"file://{site}/{address}", wait_until="networkidle")
    files = {urlsplit(url).path for url in asked if url.startswith("file:")}
    weight = sum(
        len(gzip.compress(Path(file).read_bytes(), mtime=0))
        for file in files
        if file.endswith((".html", ".css", ".js"))
    )
    assert weight < HEAVIEST
