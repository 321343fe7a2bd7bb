"""From the filters of a catalogue to what they leave: by address, finger, keyboard and search."""

from __future__ import annotations

import pytest
from katalogfaelle import CASES
from playwright.sync_api import expect

# One worker opens one site and one browser for all of these.
pytestmark = pytest.mark.xdist_group("browser")

FIRST = CASES[0][0]
SHARED = "#gebaeudetyp=ladenlokal&land=Hessen"


@pytest.mark.parametrize(("width", "height"), [(1280, 500), (390, 560)])
def test_a_shared_address_opens_at_its_selection_and_leaves_the_focus(
    page, catalogue, width, height
):
    page.set_viewport_size({"width": width, "height": height})
    page.goto(f"{catalogue}{SHARED}")
    count = page.locator(".katalog-zahl")
    expect(count).to_have_text("1 von 5 Fällen")
    expect(count).to_be_in_viewport()
    expect(page.get_by_role("button", name="Land: Hessen")).to_be_in_viewport()
    assert page.evaluate("document.activeElement === document.body")


def test_a_catalogue_without_selection_and_a_way_back_stay_where_they_are(page, catalogue):
    page.set_viewport_size({"width": 390, "height": 560})
    page.goto(catalogue)
    assert page.evaluate("scrollY") == 0
    page.goto("about:blank")
    page.goto(f"{catalogue}{SHARED}")
    page.evaluate("scrollTo(0, 40)")
    page.reload()
    assert page.evaluate("scrollY") == 40


def test_on_a_phone_the_open_filters_always_show_how_many_cases_are_left(page, catalogue):
    page.set_viewport_size({"width": 390, "height": 560})
    page.goto(catalogue)
    show = page.locator(".treffer-zeigen")
    expect(show).to_be_hidden()
    page.get_by_role("button", name="Filter", exact=True).click()
    expect(show).to_have_text("5 Fälle zeigen")
    expect(show).to_be_in_viewport()
    page.get_by_role("button", name="Land", exact=True).click()
    page.get_by_label("Hessen").check()
    expect(show).to_have_text("1 Fall zeigen")
    expect(show).to_be_in_viewport()
    show.click()
    expect(page.locator(".facetten")).to_be_hidden()
    expect(page.locator(".katalog-zahl")).to_be_focused()
    expect(page.locator(".katalog-zahl")).to_be_in_viewport()
    assert page.locator(".katalog-steuerung [role=status]").count() == 1


def test_what_has_the_focus_never_lies_under_the_button_that_sticks(page, catalogue):
    page.emulate_media(reduced_motion="reduce")  # scrolls at once
    page.set_viewport_size({"width": 390, "height": 400})
    page.goto(catalogue)
    page.get_by_role("button", name="Filter", exact=True).press("Enter")
    for _ in range(12):
        page.keyboard.press("Tab")
        focused, sticky = (
            page.locator(place).bounding_box() for place in (":focus", ".treffer-zeigen")
        )
        assert focused["y"] + focused["height"] <= sticky["y"] or focused == sticky


def test_the_keyboard_passes_the_filters_by_to_the_first_case(page, catalogue):
    page.goto(catalogue)
    skip = page.get_by_role("button", name="Filter überspringen")
    skip.focus()
    assert skip.bounding_box()["height"] >= 24
    skip.press("Enter")
    expect(page.get_by_role("link", name=FIRST, exact=True)).to_be_focused()
    page.get_by_role("button", name="Tabelle").click()
    skip.press("Enter")
    assert page.evaluate("document.activeElement.closest('[data-ansicht]').dataset.ansicht") == (
        "tabelle"
    )


def test_words_without_a_case_lead_to_the_search_of_the_whole_handbook(page, site):
    page.goto(f"file://{site}/bestpractice/index.html#text=ISEK%20%26%20Kneipe")
    way = page.get_by_role("link", name="„ISEK & Kneipe“ im ganzen Handbuch suchen")
    way.click()
    page.wait_for_url(f"file://{site}/search.html?q=ISEK%20%26%20Kneipe")
    expect(page.get_by_role("searchbox", name="Suchwort")).to_have_value("ISEK & Kneipe")


@pytest.mark.parametrize("length", [63, 10_000])
def test_a_word_of_any_length_leaves_the_page_as_wide_as_the_screen(page, catalogue, length):
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto(catalogue)
    page.get_by_label("Stichwort").fill("x" * length)
    chip = page.locator(".auswahl button")
    expect(chip).to_have_text(f"Text: {'x' * 30}…")
    assert page.evaluate("document.documentElement.scrollWidth") == 390
