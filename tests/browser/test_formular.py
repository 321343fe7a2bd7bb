"""Worksheets in the browser: fill in by keyboard, keep, correct, add rows, print."""

from __future__ import annotations

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

# One worker opens one site and one browser for all of these.
pytestmark = pytest.mark.xdist_group("browser")

BLOCKED = """Object.defineProperty(window, "localStorage", {
  get() { throw new DOMException("gesperrt", "SecurityError"); } })"""


@pytest.fixture
def form(page, sheets):
    """Return the sheet with every kind of field, opened from a folder."""
    page.goto(f"file://{sheets}/alle-arten.html")
    return page


def at(page, place):
    return page.locator(f'[name="{place}"]')


def test_every_field_is_reached_and_filled_with_the_keyboard_alone(form):
    form.get_by_label("Stadt oder Gemeinde").focus()
    for keys in [
        "Pößneck", "Tab", "Zwei Läden stehen leer.", "Tab", "12,5", "Tab", "1.3.2026", "Tab",
        "Space", "ArrowRight", "Tab", "Tab", "Space", "Tab", "Tab", "Space", "Tab", "Tab",
        "ArrowDown", "Tab", "Space", "Tab", "Tab", "Space", "Tab", "Space",
    ]:  # fmt: skip
        if re.fullmatch(r"Tab|Space|Arrow\w+", keys):
            form.keyboard.press(keys)
        else:
            form.keyboard.type(keys)
    expect(form.get_by_label("Stadt oder Gemeinde")).to_have_value("Pößneck")
    expect(form.get_by_label("Wie ist die Lage?")).to_have_value("Zwei Läden stehen leer.")
    expect(form.get_by_label("Wie viel Zeit haben Sie?")).to_have_value("12,5")
    group = form.get_by_role("radiogroup", name="Gibt es einen Beschluss?")
    expect(group.get_by_label("nein", exact=True)).to_be_checked()
    auftrag = form.get_by_role("radiogroup", name="1. Gibt es einen Auftrag?")
    expect(auftrag.get_by_label("ja")).to_be_checked()
    expect(form.get_by_label("Wie groß ist die Stadt?")).to_have_value("winzig")
    boxes = form.get_by_role("group", name="Womit arbeiten Sie?")
    assert [box.is_checked() for box in boxes.get_by_role("checkbox").all()] == [True, False, True]
    note = form.get_by_role("radiogroup", name="Wie verständlich ist das Blatt?")
    expect(note.get_by_label("1")).to_be_checked()


def test_what_was_filled_in_is_still_there_after_a_reload(form):
    form.get_by_label("Stadt oder Gemeinde").fill("Pößneck")
    form.get_by_label("Ausgefüllt am").fill("1. März 2026")
    form.get_by_role("group", name="Womit arbeiten Sie?").get_by_label("Papier").check()
    at(form, "alle-arten.gebaeude[2].flaeche").fill("12500")
    at(form, "alle-arten.gebaeude[1].leer").select_option("nein")
    form.reload()
    expect(form.get_by_label("Stadt oder Gemeinde")).to_have_value("Pößneck")
    expect(form.get_by_label("Ausgefüllt am")).to_have_value("01.03.2026")
    expect(form.get_by_label("Papier")).to_be_checked()
    expect(at(form, "alle-arten.gebaeude[2].flaeche")).to_have_value("12.500")
    expect(at(form, "alle-arten.gebaeude[1].leer")).to_have_value("nein")


def test_a_control_says_what_it_asks_for_how_and_whether_it_must_be_filled(form):
    town = form.get_by_label("Stadt oder Gemeinde (bitte immer ausfüllen)")
    expect(town).to_have_attribute("aria-required", "true")
    lage = form.get_by_label("Wie ist die Lage?")
    expect(lage).to_have_accessible_description("Zwei Sätze genügen.")
    hours = form.get_by_label("Wie viel Zeit haben Sie?")
    expect(hours).to_have_accessible_description("Stunden je Woche")
    expect(hours).to_have_attribute("inputmode", "decimal")
    day = form.get_by_label("Ausgefüllt am")
    expect(day).to_have_accessible_description("Tag, Monat und Jahr, zum Beispiel 24.12.2026")
    expect(form.get_by_label("Rathaus – Gebäude, Zeile 1: Fläche (m²)")).to_be_visible()
    expect(form.get_by_label("Gebäude, Zeile 2: Adresse", exact=True)).to_be_visible()


@pytest.mark.parametrize(
    ("label", "typed", "message"),
    [
        ("Wie viel Zeit haben Sie?", "etwa zehn", "Das ist keine Zahl. Bitte nur Ziffern"),
        ("Wie viel Zeit haben Sie?", "1.250", "Das ist mehr als 168 Stunden je Woche."),
        ("Wie viel Zeit haben Sie?", "−3", "Die Zahl ist kleiner als null. Bitte prüfen."),
        ("Wie viel Zeit haben Sie?", "1.5", "Bitte mit Komma schreiben: 1,5."),
        ("Ausgefüllt am", "30.2.2026", "Diesen Tag gibt es nicht. Bitte prüfen."),
        ("Ausgefüllt am", "März", "Bitte Tag, Monat und Jahr schreiben, zum Beispiel 24.12.2026."),
    ],
)  # fmt: skip
def test_what_nobody_understands_is_said_on_leaving_and_stays(form, label, typed, message):
    control = form.get_by_label(label)
    control.fill(typed)
    expect(control).not_to_have_attribute("aria-invalid", "true")
    control.press("Tab")
    expect(control).to_have_attribute("aria-invalid", "true")
    expect(form.locator(".meldung", has_text=message)).to_have_attribute("aria-live", "polite")
    expect(control).to_have_accessible_description(re.compile(re.escape(message)))
    form.reload()
    expect(control).to_have_value(typed)
    expect(control).to_have_attribute("aria-invalid", "true")


@pytest.mark.parametrize(
    ("label", "typed"),
    [
        ("Wie viel Zeit haben Sie?", "150,5"),
        ("Rathaus – Gebäude, Zeile 1: Fläche (m²)", "12 000"),
        ("Rathaus – Gebäude, Zeile 1: Fläche (m²)", "1.250,5"),
        ("Wie viel Zeit haben Sie?", "168"),
        ("Wie viel Zeit haben Sie?", "40 Stunden je Woche"),
        ("Ausgefüllt am", "2026-03-01"),
        ("Ausgefüllt am", "1. 3. 2026"),
    ],
)
def test_what_is_usual_in_german_is_understood(form, label, typed):
    control = form.get_by_label(label)
    control.fill(typed)
    control.press("Tab")
    expect(control).not_to_have_attribute("aria-invalid", "true")


def test_rows_are_added_and_removed_by_keyboard_and_it_is_said(form):
    form.get_by_role("button", name="Zeile hinzufügen: Gebäude").press("Enter")
    third = form.get_by_label("Gebäude, Zeile 3: Adresse")
    expect(third).to_be_focused()
    expect(form.get_by_role("status").filter(has_text="Zeile 3 hinzugefügt.")).to_be_visible()
    third.fill("Markt 1")
    at(form, "alle-arten.gebaeude[3].merkmale").last.check()
    form.reload()
    expect(third).to_have_value("Markt 1")
    form.once("dialog", lambda dialog: dialog.accept())
    form.get_by_role("button", name="Zeile entfernen: Gebäude").press("Enter")
    expect(third).to_have_count(0)
    expect(form.get_by_role("button", name="Zeile hinzufügen: Gebäude")).to_be_focused()
    expect(form.get_by_role("button", name="Zeile entfernen: Gebäude")).to_be_hidden()
    form.reload()
    expect(third).to_have_count(0)


def test_a_day_stands_as_everywhere_once_it_is_understood(form):
    day = at(form, "alle-arten.gebaeude[1].seit")
    day.fill("3. Oktober 1990")
    day.press("Tab")
    expect(day).to_have_value("03.10.1990")


def test_a_choice_can_be_taken_back(form):
    group = form.get_by_role("radiogroup", name="Wie verständlich ist das Blatt?")
    back = form.get_by_role("button", name="Antwort zurücknehmen: Wie verständlich ist das Blatt?")
    expect(back).to_be_hidden()
    group.get_by_label("4").check()
    back.press("Enter")
    expect(group.get_by_label("4")).not_to_be_checked()
    expect(back).to_be_hidden()


def test_filling_in_and_saving_asks_no_other_machine_and_sets_no_cookie(form):
    asked = []
    form.on("request", lambda request: asked.append(request.url))
    form.get_by_label("Stadt oder Gemeinde").fill("Pößneck")
    with form.expect_download():
        form.get_by_role("button", name="Als Datei sichern").click()
    assert [url for url in asked if not url.startswith(("file:", "blob:", "data:"))] == []
    assert form.context.cookies() == []


def test_two_windows_do_not_overwrite_each_other(form, sheets):
    other = form.context.new_page()
    other.goto(f"file://{sheets}/alle-arten.html")
    form.get_by_label("Stadt oder Gemeinde").fill("Pößneck")
    other.get_by_label("Wie ist die Lage?").fill("Zwei Läden")
    expect(other.get_by_label("Stadt oder Gemeinde")).to_have_value("Pößneck")
    expect(form.get_by_label("Wie ist die Lage?")).to_have_value("Zwei Läden")


def test_a_browser_that_keeps_nothing_says_so_and_works(browser, sheets):
    with browser.new_context() as context:
        context.add_init_script(BLOCKED)
        page = context.new_page()
        page.goto(f"file://{sheets}/alle-arten.html")
        note = page.locator("#formular-anfang")
        expect(note).to_contain_text("Ihr Browser speichert auf diesem Gerät nichts.")
        page.get_by_label("Stadt oder Gemeinde").fill("Pößneck")
        with page.expect_download() as download:
            page.get_by_role("button", name="Als Datei sichern").click()
        assert download.value.suggested_filename == "kompass-alle-arten-poessneck.json"


def test_a_message_that_moves_the_page_does_not_swallow_a_click(form):
    form.get_by_label("Ausgefüllt am").fill("März")
    form.get_by_label("Papier").click()
    expect(form.get_by_label("Papier")).to_be_checked()
    expect(form.get_by_label("Ausgefüllt am")).to_have_attribute("aria-invalid", "true")


def test_without_scripts_the_sheet_can_be_read_and_filled_in(browser, sheets):
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"file://{sheets}/alle-arten.html")
        expect(page.get_by_text("Zum Speichern braucht Ihr Browser JavaScript.")).to_be_visible()
        expect(page.get_by_role("button", name="Als Datei sichern")).to_be_hidden()
        page.get_by_label("Stadt oder Gemeinde").fill("Pößneck")


@pytest.mark.parametrize("width", [360, 320])
def test_a_phone_shows_the_sheet_without_scrolling_sideways(form, width):
    form.set_viewport_size({"width": width, "height": 800})
    form.get_by_label("Gebäude, Zeile 2: Notiz").fill("Eine lange Notiz " * 20)
    assert form.evaluate("document.documentElement.scrollWidth") <= width
    inside = ".eingabe :is(input, textarea, select), .knoepfe button"
    right = form.evaluate(f"Math.max(...[...document.querySelectorAll('{inside}')]"
                          ".map((e) => e.getBoundingClientRect().right))")  # fmt: skip
    assert right <= width
    expect(form.locator(".rahmen-formular")).not_to_have_attribute("tabindex", "0")


def test_a_phone_shows_two_empty_rows_and_the_next_one_when_it_is_due(form):
    form.get_by_role("button", name="Zeile hinzufügen: Gebäude").click()
    form.get_by_role("button", name="Zeile hinzufügen: Gebäude").click()
    form.set_viewport_size({"width": 360, "height": 800})
    last = form.get_by_label("Gebäude, Zeile 4: Adresse")
    expect(last).to_be_hidden()
    form.get_by_role("button", name="Zeile hinzufügen: Gebäude").press("Enter")
    second = form.get_by_label("Gebäude, Zeile 2: Adresse")
    expect(second).to_be_focused()
    second.fill("Markt 1")
    expect(last).to_be_visible()


def test_paper_shows_answers_as_text_and_lines_and_boxes_for_the_rest(form):
    form.get_by_label("Wie ist die Lage?").fill("Zwei Läden\nstehen leer.")
    form.get_by_label("Wie groß ist die Stadt?").select_option("größer")
    form.get_by_label("Papier").check()
    form.get_by_label("Wie viel Zeit haben Sie?").fill("10")
    form.emulate_media(media="print")
    expect(form.locator(".frage .art-zahl")).to_have_text("10 Stunden je Woche")
    expect(form.get_by_text("Zwei Läden stehen leer.")).to_be_visible()
    expect(form.locator('[data-stelle="alle-arten.klasse"] .druckwert')).to_have_text("größer")
    expect(form.locator('[data-stelle="alle-arten.klasse"] .papier')).to_be_hidden()
    empty = form.locator('[data-stelle="alle-arten.gebaeude[2].zustand"]')
    expect(empty.locator("select")).to_be_hidden()
    expect(empty.locator(".papier")).to_be_visible()
    town = form.get_by_label("Stadt oder Gemeinde")
    assert town.evaluate("e => getComputedStyle(e).borderBottomStyle") == "solid"
    assert town.evaluate("e => getComputedStyle(e).borderTopStyle") == "none"
    for button in form.locator(".knoepfe button, .zuruecknehmen").all():
        expect(button).to_be_hidden()


@pytest.mark.parametrize("width", [1280, 360])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_wrong_on_a_sheet_with_every_kind(browser, sheets, width, scheme):
    settings = {"viewport": {"width": width, "height": 900}, "color_scheme": scheme}
    with browser.new_context(reduced_motion="reduce", **settings) as context:
        page = context.new_page()
        page.goto(f"file://{sheets}/alle-arten.html")
        page.get_by_label("Wie viel Zeit haben Sie?").fill("viel")
        page.get_by_label("Papier").check()
        page.get_by_role("radiogroup", name="1. Gibt es").get_by_label("nein").check()
        page.get_by_role("button", name="Zeile hinzufügen: Gebäude").click()
        result = Axe().run(page, options={"resultTypes": ["violations"]}).response
    assert result["passes"], "axe has not run"
    found = [(v["id"], node["html"][:200]) for v in result["violations"] for node in v["nodes"]]
    assert found == []
