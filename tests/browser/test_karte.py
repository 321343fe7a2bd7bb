"""The map in Chromium: points open cases, the list says the same, a selection hides both."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.xdist_group("browser")

KATALOG = "bestpractice/index.html"
KARTE = "#ansicht=karte"
HIDE = """(seiten) => {
  for (const each of document.querySelectorAll(".fallkarte [data-seite]"))
    each.toggleAttribute("hidden", !seiten.includes(each.dataset.seite));
}"""


@pytest.fixture
def katalog(page, site):
    page.goto((site / KATALOG).as_uri() + KARTE)
    return page


def test_a_click_on_a_point_opens_its_case(katalog):
    katalog.locator('.fallkarte svg a[data-seite="bestpractice/weida-osterburg"]').click()
    expect(katalog.locator("h1")).to_contain_text("Weida")


def test_points_and_list_name_the_same_cases_of_german_states(katalog):
    seiten = "els => els.map(each => each.dataset.seite)"
    points = set(katalog.locator(".fallkarte svg [data-seite]").evaluate_all(seiten))
    listed = set(katalog.locator(".fallkarte-liste [data-seite]").evaluate_all(seiten))
    assert points < listed
    assert listed - points == {
        "bestpractice/ab-in-die-mitte-sachsen",
        "bestpractice/hohenems-marktstrasse",
        "bestpractice/leerstandsmanagement-plattform-land-suedtirol",
        "bestpractice/mini-stadt-lichtensteig",
        "bestpractice/trofaiach-innenstadtkoordination",
        "bestpractice/waidhofen-ybbs-innenstadtkoordination",
        "bestpractice/zukunftsfaehige-innenstaedte-und-zentren",
    }


def test_the_keyboard_walks_the_list_and_sees_the_point(katalog):
    first = katalog.locator(".fallkarte-liste li a").first
    katalog.locator(".fallkarte-quelle a").last.focus()
    katalog.keyboard.press("Tab")
    expect(first).to_be_focused()
    seite = first.evaluate("link => link.closest('[data-seite]').dataset.seite")
    expect(katalog.locator(f'.fallkarte svg a[data-seite="{seite}"]')).to_have_class("gezeigt")
    katalog.keyboard.press("Tab")
    expect(katalog.locator(f'.fallkarte svg a[data-seite="{seite}"]')).not_to_have_class("gezeigt")


def test_a_selection_hides_points_names_states_and_maps(katalog):
    katalog.evaluate(HIDE, ["bestpractice/weida-osterburg"])
    expect(katalog.locator(".fallkarte svg a:visible")).to_have_count(1)
    expect(katalog.locator(".fallkarte svg text:visible")).to_have_text(["Weida"])
    expect(katalog.locator(".fallkarte figure:visible")).to_have_count(1)
    expect(katalog.locator(".fallkarte-liste dt:visible")).to_have_text(["Thüringen"])


def test_points_are_large_enough_for_a_finger_on_a_phone(browser, site):
    with browser.new_context(viewport={"width": 390, "height": 800}) as context:
        page = context.new_page()
        page.goto((site / KATALOG).as_uri() + KARTE)
        sizes = page.locator(".fallkarte .ziel").evaluate_all(
            "els => els.map(each => each.getBoundingClientRect().width)"
        )
        assert min(sizes) >= 24


def test_few_points_stand_at_their_places_and_all_bear_a_name(katalog):
    points = katalog.locator(".fallkarte svg a:visible")
    seiten = points.evaluate_all("els => els.map(each => each.dataset.seite)")
    named = katalog.locator(".fallkarte svg text:visible").count()
    katalog.evaluate(
        HIDE,
        ["bestpractice/blank-jena", "bestpractice/stadtlab-jena", "bestpractice/weida-osterburg"],
    )
    expect(katalog.locator(".fallkarte svg text:visible")).to_have_text(["Jena", "Weida"])
    expect(katalog.locator(".fallkarte svg .linie:visible")).to_have_count(2)  # both of Jena
    alone = katalog.locator('.fallkarte svg a[data-seite="bestpractice/weida-osterburg"]')
    expect(alone).to_have_class("daheim")
    katalog.evaluate(HIDE, seiten)
    expect(points).to_have_count(len(seiten))
    expect(katalog.locator(".fallkarte svg text:visible")).to_have_count(named)
    expect(katalog.locator(".fallkarte svg .daheim")).to_have_count(0)
