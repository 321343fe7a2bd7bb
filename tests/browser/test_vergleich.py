"""Up to three cases side by side, with an address to be mailed."""

from __future__ import annotations

import re
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest
from gemerkt import ASCHERSLEBEN, JENA, ROTTENBACH, WERNE, button, kept
from playwright.sync_api import expect

# One worker opens one site and one browser for all of these.
pytestmark = pytest.mark.xdist_group("browser")

THREE = "#vergleich=blank-jena,anmietung-werne,aschersleben-von-aussen-nach-innen"


def choose(page, title):
    return page.get_by_role("checkbox", name=f"Vergleichen: {title}")


def row(page, label):
    return page.locator(
        "table.vergleich tbody tr",
        has=page.locator("th", has_text=re.compile(f"^{label}(überall gleich)?$")),
    )


def test_chosen_cases_stand_side_by_side_as_their_own_pages_say(basket):
    page = basket(JENA, WERNE, ASCHERSLEBEN)
    for title in ("Blank", "Anmietung leerer", "Aschersleben"):
        choose(page, title).press("Space")
    table = page.get_by_role("table", name="3 Fälle im Vergleich")
    expect(table.get_by_role("columnheader")).to_have_count(4)
    assert row(page, "Ort").locator("td").all_inner_texts() == ["Jena", "Werne", "Aschersleben"]
    assert row(page, "Aufwand").locator("td").all_inner_texts() == ["mittel", "mittel", "hoch"]
    expect(row(page, "Einwohner").locator("td").first).to_have_text("keine Angabe")
    costs = row(page, "Kosten").locator("td").first
    expect(costs).to_contain_text(
        "44.649\u00a0Euro: städtische Mittel für das Jahr 2020, vor allem eine halbe Stelle"
    )
    assert (
        costs.get_by_role("link", name="Quelle 2").get_attribute("href")
        == f"./{JENA}.html#quelle-q2"
    )
    judgement = row(page, "Übertragbarkeit").locator("td")
    expect(judgement.nth(1).locator("p")).to_have_text(
        [
            "Kleine Kleinstadt (5.000 bis unter 10.000): im Einzelfall",
            "Große Kleinstadt (10.000 bis unter 20.000): gut",
            "Kleine Mittelstadt (20.000 bis unter 50.000): gut",
            "Einschätzung der Redaktion",
        ]
    )
    judged = judgement.get_by_role("link").first
    assert judged.get_attribute("href") == f"./{JENA}.html#ubertragbarkeit"
    expect(page.locator("table.vergleich")).not_to_contain_text("Quelle nicht")


def test_the_facts_are_those_of_the_fact_box_word_by_word(basket, site):
    page = basket(WERNE, JENA, address="#vergleich=anmietung-werne,blank-jena")
    page.wait_for_selector("table.vergleich")
    plain = "(e) => e.textContent.replace(/[\\[\\]\\s]/g, '')"
    shown = {
        each.locator("th").evaluate("(e) => e.firstChild.textContent"): each.locator(
            "td"
        ).first.evaluate(plain)
        for each in page.locator("table.vergleich tbody tr").all()
    }
    page.goto(f"file://{site}/{WERNE}.html")
    box = {
        each.locator("dt").inner_text(): each.locator("dd").evaluate(plain)
        for each in page.locator("dl.steckbrief > .zeile").all()
    }
    assert box
    assert {label: shown[label] for label in box} == box


def test_the_address_names_the_cases_and_works_for_somebody_else(basket, page, site):
    basket(JENA, WERNE)
    choose(page, "Anmietung leerer").check()
    choose(page, "Blank").check()
    assert page.url.endswith("/merkzettel.html#vergleich=anmietung-werne,blank-jena")
    basket(address=THREE)
    expect(page.locator("table.vergleich thead a")).to_have_text(
        ["Blank – Agentur für Zwischennutzung", "Anmietung leerer Läden in Werne",
         "Aschersleben: Von außen nach innen"]
    )  # fmt: skip
    button(page, "Merken: Anmietung leerer Läden in Werne").click()
    assert kept(page) == [WERNE]
    expect(button(page, "Gemerkt: Anmietung leerer Läden in Werne")).to_be_focused()


@pytest.mark.parametrize(
    ("cases", "columns"), [((JENA, WERNE), 3), ((JENA, WERNE, ASCHERSLEBEN), 4)]
)
def test_two_or_three_remembered_cases_stand_side_by_side_at_once(basket, page, cases, columns):
    basket(*cases)
    expect(page.locator(".vergleich-schalter-leiste")).to_be_hidden()  # nothing is compared yet
    page.reload()
    page.wait_for_selector("table.vergleich")
    expect(page.locator("table.vergleich thead th")).to_have_count(columns)
    assert page.evaluate("scrollY") == 0
    for title in ("Blank", "Anmietung leerer"):
        choose(page, title).uncheck()
    expect(page.locator("table.vergleich")).to_have_count(0)


@pytest.mark.parametrize("cases", [(JENA,), (JENA, WERNE, ASCHERSLEBEN, ROTTENBACH)])
def test_where_a_comparison_needs_a_choice_nothing_is_chosen(basket, page, cases):
    basket(*cases)
    page.reload()
    expect(page.get_by_text("Wählen Sie in der Liste zwei oder drei Fälle")).to_be_visible()
    expect(page.get_by_label("Nur Unterschiede zeigen")).to_be_hidden()


def test_a_fourth_case_is_refused_with_a_sentence(basket):
    page = basket(JENA, WERNE, ASCHERSLEBEN, ROTTENBACH, address=THREE)
    fourth = choose(page, "BahnHofladen Rottenbach")
    fourth.press("Space")
    expect(page.locator(".merkzettel-meldung")).to_contain_text(
        "Mehr als drei Fälle passen nicht nebeneinander. Nehmen Sie zuerst einen heraus: „Blank"
    )
    expect(fourth).not_to_be_checked()
    assert page.url.endswith(THREE)
    button(page, "Herausnehmen: Blank – Agentur für Zwischennutzung").press("Enter")
    fourth.press("Space")
    assert page.url.endswith(
        "#vergleich=anmietung-werne,aschersleben-von-aussen-nach-innen,bahnhof-rottenbach"
    )


def test_an_address_with_too_many_or_unknown_cases_says_so(basket):
    page = basket(address=f"{THREE},bahnhof-rottenbach,gibt-es-nicht")
    expect(page.locator(".vergleich-hinweis")).to_have_text(
        "Nebeneinander passen drei Fälle. Nicht gezeigt: „BahnHofladen Rottenbach“. "
        "Diese Fälle gibt es in dieser Ausgabe nicht: gibt-es-nicht."
    )
    expect(page.locator("table.vergleich thead a")).to_have_count(3)


@pytest.mark.parametrize("address", ["#vergleich=<img>", "#vergleich=../x", "#vergleich="])
def test_any_other_address_shows_no_comparison(basket, address):
    page = basket(JENA, address=address)
    expect(page.get_by_text("Wählen Sie in der Liste zwei oder drei Fälle")).to_be_visible()
    expect(page.locator("table.vergleich")).to_have_count(0)


def test_one_case_asks_for_a_second(basket):
    page = basket(JENA)
    choose(page, "Blank").check()
    expect(
        page.get_by_text(
            "Gewählt ist „Blank – Agentur für Zwischennutzung“. Wählen Sie einen zweiten"
        )
    ).to_be_visible()


def test_what_is_the_same_everywhere_is_said_and_can_be_hidden(basket):
    page = basket(JENA, WERNE, address="#vergleich=blank-jena,anmietung-werne")
    same = row(page, "Gebäudetyp")
    expect(same.locator("th")).to_contain_text("überall gleich")
    page.get_by_role("checkbox", name="Nur Unterschiede zeigen").check()
    expect(same).to_be_hidden()
    expect(row(page, "Ort")).to_be_visible()


@pytest.mark.parametrize("width", [390, 320])
def test_on_a_phone_nothing_is_wider_than_the_screen(basket, page, width):
    page.set_viewport_size({"width": width, "height": 800})
    basket(JENA, WERNE, address=THREE)
    page.wait_for_selector("table.vergleich")
    wide = page.evaluate(
        "() => Math.ceil(Math.max(...[...document.querySelectorAll('#kompass-inhalt *')]"
        ".filter((e) => e.getClientRects().length).map((e) => e.getBoundingClientRect().right)))"
    )
    assert wide <= width
    expect(page.get_by_role("table", name="3 Fälle im Vergleich")).to_be_visible()


def test_paper_shows_list_and_comparison_without_buttons(basket, page):
    basket(JENA, WERNE, address=THREE)
    page.wait_for_selector("table.vergleich")
    page.emulate_media(media="print")
    expect(page.locator(".merkzettel-adresse").first).to_be_visible()
    expect(page.locator("table.vergleich")).to_be_visible()
    expect(page.locator("#kompass-merkzettel button:visible")).to_have_count(0)


def test_on_a_server_the_address_is_copied_and_only_the_chosen_cases_are_loaded(page, site):
    handler = partial(SimpleHTTPRequestHandler, directory=str(site))
    handler.log_message = lambda *_: None
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    Thread(target=server.serve_forever, daemon=True).start()
    base = f"http://127.0.0.1:{server.server_port}"
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.add_init_script(
        "navigator.clipboard.writeText = async (text) => { globalThis.da = text; };"
    )
    address = f"{base}/merkzettel.html#vergleich=blank-jena,anmietung-werne"
    page.goto(address)
    button(page, "Adresse kopieren").click()
    expect(page.get_by_text("Die Adresse des Vergleichs ist kopiert.")).to_be_visible()
    assert page.evaluate("da") == address
    server.shutdown()
    assert [url.rpartition("/")[2].partition("?")[0] for url in asked if "/faelle/" in url] == [
        "blank-jena.js",
        "anmietung-werne.js",
    ]
    assert all(url.startswith(base) for url in asked)
