"""The catalogue in use: facets by mouse and keyboard, shared addresses, order, views, no script."""

from __future__ import annotations

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from katalogfaelle import CASES
from playwright.sync_api import expect

# One worker opens one site and one browser for all of these.
pytestmark = pytest.mark.xdist_group("browser")

DOCTORS, BOOKS, SHOPS, MARKET, DOOR = (case[0] for case in CASES)


@pytest.fixture
def cases(page, catalogue):
    page.goto(catalogue)
    return page


def shown(page) -> list[str]:
    return page.locator(".karte:visible .karte-titel").all_text_contents()


def choose(page, facet: str, *values: str) -> None:
    button = page.get_by_role("button", name=re.compile(rf"^{facet}( \d)?$"))
    if button.get_attribute("aria-expanded") == "false":
        button.click()
    for value in values:
        page.get_by_role("group", name=facet, exact=True).get_by_label(value).check()


def counts(page, facet: str) -> dict[str, str]:
    values = page.locator(f'[data-facette="{facet}"] .wert')
    return {
        value.locator(".wort").text_content(): value.locator(".anzahl").text_content()
        for value in values.all()
    }


def test_values_of_a_facet_add_up_and_facets_narrow(cases):
    status = cases.locator(".katalog-steuerung").get_by_role("status")
    expect(status).to_have_text("5 Fälle")
    choose(cases, "Gebäude", "Wohn- und Geschäftshaus")
    expect(status).to_have_text("3 von 5 Fällen")
    assert shown(cases) == [DOCTORS, MARKET, DOOR]
    choose(cases, "Gebäude", "Bahnhof")
    expect(status).to_have_text("4 von 5 Fällen")
    choose(cases, "Land", "Thüringen")
    assert shown(cases) == [MARKET, DOOR]


def test_counts_are_those_under_the_other_facets(cases):
    choose(cases, "Land", "Thüringen")
    assert counts(cases, "gebaeudetyp") == {
        "Ladenlokal": "1", "Wohn- und Geschäftshaus": "2", "Bahnhof": "0",
    }  # fmt: skip
    assert counts(cases, "land")["Hessen"] == "1"  # what it would add
    choose(cases, "Gebäude", "Ladenlokal")
    assert counts(cases, "land") == {
        "Thüringen": "1", "Brandenburg": "0", "Hessen": "1", "Sachsen-Anhalt": "0",
    }  # fmt: skip


def test_everything_works_by_keyboard(cases):
    button = cases.locator(".facette-auf", has_text="Ansatz")
    button.press("Enter")
    cases.keyboard.press("Tab")
    cases.keyboard.press("Space")  # Zwischennutzung comes first in the list
    assert shown(cases) == [SHOPS, MARKET]
    cases.keyboard.press("Escape")
    expect(button).to_be_focused()
    expect(button).to_have_attribute("aria-expanded", "false")
    chip = cases.get_by_role("button", name="Ansatz: Zwischennutzung, Filter entfernen")
    chip.press("Enter")
    assert len(shown(cases)) == 5
    expect(cases.locator(".katalog-zahl")).to_be_focused()


def test_an_address_restores_selection_order_and_view(cases, catalogue):
    choose(cases, "Gebäude", "Wohn- und Geschäftshaus", "Ladenlokal")
    choose(cases, "Land", "Thüringen")
    cases.get_by_label("Sortieren nach").select_option("ort")
    cases.get_by_role("button", name="Tabelle").click()
    address = cases.url
    assert address.removeprefix(catalogue) == (
        "#gebaeudetyp=wohnhaus,ladenlokal&land=Th%C3%BCringen&sort=ort&ansicht=tabelle"
    )
    cases.goto("about:blank")
    cases.goto(address)
    assert cases.locator("tbody tr:visible th").all_text_contents() == [MARKET, DOOR]
    expect(cases.locator(".karten")).to_be_hidden()
    cases.get_by_role("link", name=MARKET).click()
    cases.go_back()
    expect(cases.get_by_role("button", name="Tabelle")).to_have_attribute("aria-pressed", "true")
    assert cases.locator("tbody tr:visible th").all_text_contents() == [MARKET, DOOR]


def test_an_address_by_hand_may_be_wrong(cases, catalogue):
    cases.goto(f"{catalogue}#land=Atlantis,Hessen&sort=quatsch&ansicht=x&ohne=%E0%A4")
    assert shown(cases) == [SHOPS]


def test_a_link_to_a_heading_keeps_the_selection(cases, catalogue):
    choose(cases, "Land", "Hessen")
    cases.goto(f"{catalogue}#ansatz-und-gebaude")
    assert shown(cases) == [SHOPS]


def test_towns_of_the_same_size_come_first_and_cards_say_why(cases):
    cases.get_by_label("Sortieren nach").select_option("grosse-kleinstadt")
    assert shown(cases) == [SHOPS, MARKET, DOCTORS, BOOKS, DOOR]
    reasons = [card.locator(".karte-passt") for card in cases.locator(".karte").all()]
    assert [reason.text_content().strip() for reason in reasons[:3]] == [
        "gleiche Größe", "gleiche Größe", "etwas größer",
    ]  # fmt: skip
    assert reasons[4].count() == 0


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("Buch", [BOOKS]),
        ("buechern", [BOOKS]),
        ("Laden", [SHOPS, MARKET]),  # also as a part of „Ladenlokal“
        ("Pößneck Ideen", [MARKET]),
        ("gemeinschaft", [DOOR]),  # the name of its approach
    ],
)
def test_words_are_found_bent_and_as_parts(cases, typed, found):
    cases.get_by_label("Stichwort").fill(typed)
    assert shown(cases) == found


def test_where_nothing_fits_a_way_out_is_offered(cases):
    choose(cases, "Gebäude", "Bahnhof")
    choose(cases, "Ansatz", "Zwischennutzung")
    assert shown(cases) == []
    expect(cases.get_by_text("Zu dieser Auswahl gibt es nichts.")).to_be_visible()
    expect(cases.get_by_role("button", name="ohne Ansatz: 1 von 5 Fällen")).to_be_visible()
    cases.get_by_role("button", name="ohne Gebäude: 2 von 5 Fällen").click()
    assert shown(cases) == [SHOPS, MARKET]
    cases.get_by_role("button", name="Alles zurücksetzen").click()
    assert len(shown(cases)) == 5


def test_the_matrix_counts_the_selection_and_leads_to_its_cases(cases):
    cases.get_by_role("link", name="Matrix im Katalog öffnen").click()
    choose(cases, "Land", "Thüringen")
    expect(cases.get_by_role("link", name="0: Ladenlokal, Zwischennutzung")).to_have_count(0)
    expect(cases.get_by_label("0: Bahnhof, Umnutzung und Sanierung")).to_have_text("0")
    cases.get_by_role("link", name="1: Ladenlokal, Zwischennutzung").press("Enter")
    assert shown(cases) == [MARKET]


def test_without_scripts_every_case_and_every_view_is_there(browser, catalogue):
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(catalogue)
        assert len(shown(page)) == 5
        expect(page.locator("tr[data-seite]:visible")).to_have_count(5)
        expect(page.locator(".matrix-faelle")).to_be_visible()
        expect(page.locator(".katalog-steuerung")).to_be_hidden()


def test_a_phone_folds_the_filters_away(cases):
    cases.set_viewport_size({"width": 390, "height": 800})
    facet = cases.get_by_role("button", name="Gebäude")
    expect(facet).to_be_hidden()
    opener = cases.get_by_role("button", name="Filter", exact=True)
    opener.click()
    choose(cases, "Gebäude", "Bahnhof")
    assert shown(cases) == [BOOKS]
    expect(cases.get_by_role("button", name="Filter 1", exact=True)).to_be_visible()
    seen = ":is(button:not(.filter-sprung), select, .wert):visible"  # that one shows on focus
    for control in cases.locator(f".katalog-steuerung {seen}").all():
        assert control.bounding_box()["height"] >= 24
    for width in (390, 320):
        cases.set_viewport_size({"width": width, "height": 800})
        assert cases.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_wrong_with_filters_in_use(browser, catalogue, scheme):
    with browser.new_context(color_scheme=scheme, reduced_motion="reduce") as context:
        page = context.new_page()
        page.goto(f"{catalogue}#land=Hessen&sort=grosse-kleinstadt")
        page.get_by_role("button", name="Stadtgröße").click()
        page.get_by_label("Stichwort").fill("Zeit")
        result = Axe().run(page, options={"resultTypes": ["violations"]}).response
    found = [(v["id"], node["html"][:200]) for v in result["violations"] for node in v["nodes"]]
    assert found == []
