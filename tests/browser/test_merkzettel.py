"""The basket in a real browser: collect, order, take out, save, load, copy."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from gemerkt import JENA, ROTTENBACH, SHEET, TOOL, WERNE, button, kept, korb, load, titles
from playwright.sync_api import expect

# One worker opens one site and one browser for all of these.
pytestmark = pytest.mark.xdist_group("browser")

NO_STORAGE = """Object.defineProperty(window, "localStorage", {
  get() { throw new DOMException("nein", "SecurityError"); } });"""
NO_CLIPBOARD = "Object.defineProperty(navigator, 'clipboard', { value: undefined });"


def test_pages_are_collected_by_keyboard_and_survive_a_reload(page, site):
    page.goto(f"file://{site}/{JENA}.html")
    collect = button(page, "Merken: Blank – Agentur für Zwischennutzung")
    expect(collect).to_have_attribute("aria-pressed", "false")
    collect.press("Enter")
    collected = button(page, "Gemerkt: Blank – Agentur für Zwischennutzung")
    expect(collected).to_have_attribute("aria-pressed", "true")
    expect(collected).to_be_focused()
    expect(page.locator(".merken-stand")).to_have_text(
        "„Blank – Agentur für Zwischennutzung“ ist gemerkt. Auf dem Merkzettel: eine Seite."
    )
    page.goto(f"file://{site}/{TOOL}.html")
    button(page, "Merken: Zwischennutzung").press("Space")
    page.reload()
    page.get_by_role("link", name="Merkzettel (2)").first.click()
    expect(page.get_by_role("heading", level=2)).to_have_text(
        ["Instrumente (1)", "Fälle (1)", "Fälle vergleichen", "Ein Arbeitsbuch daraus machen"]
    )
    assert titles(page) == ["Zwischennutzung", "Blank – Agentur für Zwischennutzung"]
    assert page.locator(".merkzettel-titel a").first.get_attribute("href") == f"./{TOOL}.html"


def test_pressing_again_takes_a_page_out(page, site):
    page.goto(f"file://{site}/{SHEET}.html")
    button(page, "Merken: Blatt 1: Selbstcheck").click()
    button(page, "Gemerkt: Blatt 1: Selbstcheck").click()
    expect(page.locator(".merken-stand")).to_contain_text("Auf dem Merkzettel: keine Seite.")
    assert kept(page) == []


def test_pages_of_other_kinds_cannot_be_collected(page, site):
    page.goto(f"file://{site}/kompass/impressum.html")
    expect(page.locator(".merken")).to_have_count(0)


def test_other_open_windows_follow(page, site):
    page.goto(f"file://{site}/merkzettel.html")
    other = page.context.new_page()
    other.goto(f"file://{site}/{JENA}.html")
    other.locator(".merken button").click()
    expect(page.locator(".merkzettel-titel")).to_have_text("Blank – Agentur für Zwischennutzung")
    button(page, "Entfernen: Blank – Agentur für Zwischennutzung").click()
    expect(other.locator(".merken button")).to_have_text("Merken")


def test_cards_of_a_catalogue_get_a_button_of_their_own(page, site, tmp_path):
    file = tmp_path / "katalog.html"
    scripts = "".join(
        f"<script src='{site}/_static/{n}.js'></script>" for n in ("speicher", "korb")
    )
    file.write_text(
        "<!doctype html><meta charset=utf-8><section class=katalog data-art=fall>"
        f"<article class=karte data-seite={WERNE}><p class=karte-titel>Werne</p></article>"
        f"<article class=karte data-seite={JENA} hidden><p class=karte-titel>Jena</p></article>"
        f"</section>{scripts}",
        encoding="utf-8",
    )
    page.goto(f"file://{file}")
    expect(page.locator(".karte button")).to_have_count(2)
    button(page, "Merken: Werne").click()
    assert kept(page) == [WERNE]


def test_a_page_is_taken_out_and_comes_back_in_its_place(basket):
    page = basket(JENA, WERNE, ROTTENBACH)
    button(page, "Entfernen: Anmietung leerer Läden in Werne").press("Enter")
    assert kept(page) == [JENA, ROTTENBACH]
    expect(button(page, "Entfernen: BahnHofladen Rottenbach")).to_be_focused()
    button(page, "Rückgängig").press("Enter")
    assert kept(page) == [JENA, WERNE, ROTTENBACH]


def test_all_pages_are_taken_out_and_come_back(basket):
    page = basket(JENA, TOOL)
    button(page, "Alle entfernen").press("Enter")
    assert kept(page) == []
    expect(page.get_by_text("Noch ist nichts gemerkt.")).to_be_visible()
    expect(button(page, "Drucken")).to_be_hidden()
    expect(button(page, "Rückgängig")).to_be_focused()
    page.keyboard.press("Enter")
    assert kept(page) == [JENA, TOOL]


def test_pages_of_a_kind_are_ordered_by_keyboard(basket):
    page = basket(JENA, TOOL, WERNE)
    up = button(page, "Nach oben: Anmietung leerer Läden in Werne")
    up.press("Enter")
    assert kept(page) == [WERNE, TOOL, JENA]
    expect(page.locator(".merkzettel-meldung")).to_contain_text(
        "„Anmietung leerer Läden in Werne“ steht jetzt an Stelle 1 von 2."
    )
    expect(up).to_be_disabled()
    expect(button(page, "Nach unten: Anmietung leerer Läden in Werne")).to_be_focused()


def test_the_saved_file_fills_a_fresh_browser(basket, browser, site, tmp_path):
    page = basket(JENA, SHEET)
    with page.expect_download() as download:
        button(page, "Als Datei sichern").click()
    assert download.value.suggested_filename == "kompass-merkzettel.json"
    text = Path(download.value.path()).read_text(encoding="utf-8")
    assert json.loads(text) == {"format": "kompass-korb", "ausgabe": "1", "seiten": [JENA, SHEET]}
    with browser.new_context() as context:
        fresh = context.new_page()
        fresh.goto(f"file://{site}/merkzettel.html")
        load(fresh, text)
        expect(fresh.get_by_text("2 Seiten sind dazugekommen.")).to_be_visible()
        assert kept(fresh) == [JENA, SHEET]


def test_a_file_adds_to_what_is_there_and_what_is_unknown_is_named(basket):
    page = basket(JENA)
    load(page, korb(JENA, WERNE, "bestpractice/weg", "../../etc/passwd", "__proto__", 7))
    message = page.locator(".merkzettel-meldung")
    expect(message).to_contain_text("Eine Seite ist dazugekommen.")
    expect(message).to_contain_text("Eine Seite war schon gemerkt.")
    expect(message).to_contain_text(
        "Nicht zu finden: „bestpractice/weg“, „../../etc/passwd“, „__proto__“, „?“."
    )
    assert kept(page) == [JENA, WERNE]


def test_a_file_of_another_edition_is_loaded_and_it_is_said(basket):
    page = basket()
    load(page, korb(JENA, ausgabe="7"))
    expect(page.get_by_text("Die Datei stammt aus Ausgabe 7; dies ist Ausgabe 1.")).to_be_visible()
    assert kept(page) == [JENA]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "Das ist kein Merkzettel aus dem Kompass."),
        ("null", "Das ist kein Merkzettel aus dem Kompass."),
        ('{"format": "kompass-antworten", "version": 1}', "Das ist kein Merkzettel"),
        ('{"format": "kompass-korb", "seiten": {"0": "a"}}', "Das ist kein Merkzettel"),
        (korb(*["a"] * 501), "Die Datei nennt mehr als 500 Seiten."),
        (" " * 200_001, "Die Datei ist zu groß für einen Merkzettel."),
    ],
)
def test_any_other_file_is_refused_and_nothing_changes(basket, text, said):
    page = basket(JENA)
    load(page, text)
    expect(page.locator(".merkzettel-meldung")).to_contain_text(said)
    assert kept(page) == [JENA]


@pytest.mark.parametrize("stored", ["{", '"a"', "[1, null, {}]", '["<img src=x>"]'])
def test_whatever_stands_in_the_storage_breaks_nothing(page, site, stored):
    page.goto(f"file://{site}/merkzettel.html")
    page.evaluate("(text) => localStorage.setItem('kompass-korb', text)", stored)
    page.reload()
    expect(page.get_by_text("Noch ist nichts gemerkt.")).to_be_visible()


def test_what_this_edition_does_not_have_is_named_and_can_be_taken_out(basket):
    page = basket(JENA, "bestpractice/weg")
    expect(
        page.get_by_role("heading", name="In dieser Ausgabe nicht zu finden (1)")
    ).to_be_visible()
    button(page, "Entfernen: bestpractice/weg").click()
    assert kept(page) == [JENA]


def test_the_list_is_copied_as_text(page, site, basket):
    page.add_init_script(
        "const { clipboard } = navigator;"
        "if (clipboard) clipboard.writeText = async (text) => { globalThis.da = text; };"
    )
    basket(TOOL, JENA, address="#")
    button(page, "Als Text kopieren").click()
    expect(page.get_by_text("Der Text ist kopiert.")).to_be_visible()
    assert page.evaluate("da") == (
        "Merkzettel aus dem Kompass Leerstand\n\nInstrumente\n- Zwischennutzung\n"
        f"  {TOOL}.html\n\nFälle\n- Blank – Agentur für Zwischennutzung\n  {JENA}.html\n"
    )


def test_where_copying_is_refused_the_text_stands_there_to_be_copied(page, basket):
    page.add_init_script(NO_CLIPBOARD)
    basket(JENA, address="#")
    button(page, "Als Text kopieren").click()
    field = page.get_by_role("textbox", name="Text zum Kopieren")
    expect(field).to_be_focused()
    expect(field).to_have_value(
        "Merkzettel aus dem Kompass Leerstand\n\nFälle\n"
        f"- Blank – Agentur für Zwischennutzung\n  {JENA}.html\n"
    )


def test_without_storage_a_page_is_kept_until_one_leaves_and_it_is_said(browser, site):
    with browser.new_context() as context:
        context.add_init_script(NO_STORAGE)
        page = context.new_page()
        page.goto(f"file://{site}/{JENA}.html")
        page.locator(".merken button").click()
        expect(page.locator(".merken-hinweis")).to_contain_text(
            "Der Merkzettel gilt nur, bis Sie diese Seite verlassen."
        )
        expect(page.get_by_role("link", name="Merkzettel (1)").first).to_be_visible()
        page.goto(f"file://{site}/merkzettel.html")
        expect(page.get_by_text("Ihr Browser speichert auf diesem Gerät nichts.")).to_be_visible()
        load(page, korb(JENA))
        assert titles(page) == ["Blank – Agentur für Zwischennutzung"]


def test_without_javascript_the_page_says_what_it_would_do(browser, site):
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"file://{site}/merkzettel.html")
        expect(page.locator("noscript p").last).to_contain_text(
            "Der Merkzettel braucht JavaScript."
        )


def test_towns_read_who_makes_a_workbook_and_only_staff_finds_the_command(page, site):
    page.goto(f"file://{site}/merkzettel.html")
    expect(page.get_by_text("Die Geschäftsstelle macht daraus ein Arbeitsbuch")).to_be_visible()
    command = page.get_by_text("nox -s arbeitsbuch -- --auswahl kompass-merkzettel.json")
    expect(command).to_be_hidden()
    page.get_by_text("Nur für die Geschäftsstelle").press("Enter")
    expect(command).to_be_visible()
    page.emulate_media(media="print")
    expect(command).to_be_hidden()


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (390, "dark")])
def test_axe_finds_nothing_wrong_in_list_and_comparison(page, basket, width, scheme):
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    page.set_viewport_size({"width": width, "height": 900})
    basket(JENA, WERNE, SHEET, address="#vergleich=blank-jena,anmietung-werne")
    page.wait_for_selector("table.vergleich")
    button(page, "Entfernen: Blatt 1: Selbstcheck").click()
    found = Axe().run(page, options={"resultTypes": ["violations"]}).response["violations"]
    assert [(v["id"], node["html"][:200]) for v in found for node in v["nodes"]] == []
