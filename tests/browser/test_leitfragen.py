"""Pages that guide by questions: „Was tun mit diesem Haus?“ and the result of the Selbstcheck."""

from __future__ import annotations

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from kleines_handbuch import ROOT
from playwright.sync_api import expect

from kompasswerk.formular.handbook import read_handbook
from kompasswerk.formular.profile import read_profil
from kompasswerk.formular.profile_files import read_profile_file
from kompasswerk.formular.selection import choose
from kompasswerk.reading.files import load_bestand

# One worker opens one site and one browser for all of these.
pytestmark = pytest.mark.xdist_group("browser")

SHOP = "#gebaeude=ladenlokal&lage=will-und-kann&zustand=nutzbar"
BASKET = """addEventListener("DOMContentLoaded", () => {
  const alle = [];
  Kompass.korb = { hat: (s) => alle.includes(s), lege: (s) => alle.push(s), alle: () => alle };
}, { capture: true, once: true })"""
GAP = "#gebaeude=kirche-kloster&lage=will-und-kann&zustand=nutzbar"


def address(site, part=""):
    return f"file://{site}/kompass/objektpfad.html{part}"


@pytest.fixture
def path(page, site):
    page.goto(address(site))
    return page


@pytest.fixture
def check(page, site):
    page.goto(f"file://{site}/kompass/arbeitsblaetter/selbstcheck.html")
    return page


def titles(page, heading):
    listing = page.locator(f":is(h3, h4):text-is('{heading}') ~ .antwortliste").first
    return listing.locator("li > p:first-child > a").all_text_contents()


def test_three_answers_by_keyboard_lead_to_the_answer(path):
    path.get_by_role("radio", name="Ladenlokal").focus()
    for key in ("Space", "Tab", "Space", "Tab", "Space", "Tab", "Enter"):
        path.keyboard.press(key)
    expect(path.get_by_role("heading", name="Ladenlokal · will und kann · nutzbar")).to_be_focused()
    expect(path.locator(".anruf-wen")).to_have_text("Die Eigentümerseite")
    assert titles(path, "Instrumente") == [
        "Immobilienportal und Leerstandsmelder", "Zwischennutzung", "Coworking",
    ]  # fmt: skip
    assert len(titles(path, "Fälle aus anderen Orten")) == 3
    assert titles(path, "Brief oder Vorlage") == ["Blatt 14: Exposé für die Vermarktung"]
    assert titles(path, "Arbeitsblätter") == [
        "Blatt 11: Gespräch mit der Eigentümerseite",
        "Blatt 13: Zwischennutzung prüfen",
        "Blatt 12: Instrumentenwahl",
    ]
    assert path.url.endswith(SHOP)


def test_what_is_missing_is_said_and_focused(path):
    path.get_by_role("radio", name="Ladenlokal").check()
    path.get_by_role("button", name="Antwort zeigen").click()
    expect(path.locator(".antwort-stand")).to_have_text(
        "Noch offen: Wie steht es um die Eigentümerseite, also um alle, denen es gehört?"
    )
    expect(path.get_by_role("radio", name="will und kann")).to_be_focused()
    expect(path.locator(".objektantwort")).to_be_hidden()


def test_the_address_restores_an_answer_and_wrong_ones_do_no_harm(page, site):
    page.goto(address(site, GAP))
    expect(page.get_by_role("radio", name="Kirche und Kloster")).to_be_checked()
    expect(page.locator("#objektantwort")).to_have_text(
        "Kirche und Kloster · will und kann · nutzbar"
    )
    page.goto("about:blank")
    page.goto(address(site, "#gebaeude=<b>&lage=constructor&zustand=nutzbar"))
    expect(page.get_by_role("radio", name="nutzbar")).to_be_checked()
    expect(page.locator(".objektantwort")).to_be_hidden()


def test_a_gap_is_called_a_gap_and_the_nearest_say_what_is_different(page, site):
    page.goto(address(site, GAP))
    answer = page.locator(".objektantwort")
    expect(answer.get_by_role("heading", name="Kein Instrument passt genau")).to_be_visible()
    expect(answer).to_contain_text(
        "Anders: Der Text zu diesem Instrument behandelt andere Gebäude."
    )
    expect(answer).to_contain_text("Kein Fall passt genau. Am nächsten:")
    assert answer.locator(".naechste").count() == 6


def test_what_must_never_be_missing_is_not_called_nearest(page, site):
    page.goto(address(site, "#gebaeude=kaufhaus&lage=will-verkaufen&zustand=gefahr"))
    answer = page.locator(".objektantwort")
    first = answer.locator("ol").first.locator("li").first
    expect(first.get_by_role("link")).to_have_text("Einschreiten der Bauaufsicht")
    expect(first).to_contain_text(
        "Gehört immer dazu. Der Text zu diesem Instrument behandelt andere Gebäude und eine "
        "Eigentümerseite, um die es anders steht."
    )
    expect(first.locator(".naechste")).to_have_count(0)
    expect(answer.locator(".anruf")).to_contain_text("Vorkaufsrecht")


def test_a_changed_answer_is_announced_in_one_sentence_and_keeps_the_focus(page, site):
    page.goto(address(site, SHOP))
    danger = page.get_by_role("radio", name="gefährlich")
    danger.focus()
    page.keyboard.press("Space")
    expect(page.get_by_role("status").filter(has_text="ist neu")).to_have_text(
        "Die Antwort darunter ist neu: Ladenlokal · will und kann · gefährlich."
    )
    expect(page.locator(".anruf-wen")).to_have_text("Untere Bauaufsichtsbehörde")
    expect(danger).to_be_focused()
    assert page.url.endswith("zustand=gefahr")


def test_legal_instruments_show_what_must_be_there_before(page, site):
    page.goto(address(site, "#gebaeude=wohnhaus&lage=nicht-erreichbar&zustand=gefahr"))
    first = page.locator(".objektantwort ol").first.locator("li").first
    expect(first).to_contain_text("Einschreiten der Bauaufsicht")
    expect(first).to_contain_text("Voraussetzung: Vom Gebäude geht eine Gefahr aus.")


def test_all_pages_of_an_answer_go_into_the_basket_if_there_is_one(page, site):
    page.add_init_script(BASKET)
    page.goto(address(site, SHOP))
    page.get_by_role("button", name="Alle Seiten auf den Merkzettel").click()
    expect(page.get_by_text("10 Seiten liegen jetzt auf dem Merkzettel.")).to_be_visible()
    assert page.evaluate("Kompass.korb.alle()[0]") == "kompass/instrumente/immobilienportal"


def test_without_scripts_questions_and_all_rules_are_there(browser, site):
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(address(site))
        expect(
            page.get_by_text("Wie steht es um die Eigentümerseite, also um alle")
        ).to_be_visible()
        assert page.locator("table.regeln").count() == 5
        expect(page.locator(".objektform")).to_have_count(0)
        page.goto(f"file://{site}/kompass/arbeitsblaetter/selbstcheck.html")
        expect(page.locator("table.wegweiser")).to_be_visible()


def test_only_the_answer_is_printed_if_a_reader_asks_for_it(page, site):
    page.add_init_script("window.print = () => {}")
    page.goto(address(site, SHOP))
    page.get_by_role("button", name="Antwort drucken").click()
    page.emulate_media(media="print")
    expect(page.locator(".anruf")).to_be_visible()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    for hidden in (".objektform", "table.regeln >> nth=0", ".objektantwort .knoepfe"):
        expect(page.locator(hidden)).to_be_hidden()


ANSWERS = [
    {"stadt": "Pößneck", "lage": "Wir haben ein Problemhaus", "fragen": {8: "nein"}},
    {"stadt": "Werne", "groessenklasse": "kleine Mittelstadt", "stunden": "4",
     "lage": "Läden stehen leer", "fragen": {4: "teilweise", 12: "teilweise"}},
    {"stadt": "Greiz", "stunden": "22,5", "fragen": {2: "nein", 1: "teilweise"}, "beginn": "6"},
]  # fmt: skip


def fill_in(page, said):
    page.get_by_label("Stadt oder Gemeinde").fill(said["stadt"])
    if "groessenklasse" in said:
        page.get_by_label("Wie groß ist die Stadt?").select_option(said["groessenklasse"])
    if "stunden" in said:
        page.get_by_label("Wie viel Zeit haben Sie für Leerstand?").fill(said["stunden"])
    if "lage" in said:
        page.get_by_label(said["lage"]).check()
    for question in range(1, 15):
        group = page.get_by_role("radiogroup", name=re.compile(rf"^{question}\. "))
        group.get_by_label(said["fragen"].get(question, "ja"), exact=True).check()
    if "beginn" in said:
        page.get_by_label("Mit diesem Schritt beginnen wir").select_option(said["beginn"])


@pytest.mark.parametrize("said", ANSWERS, ids=lambda said: said["stadt"])
def test_the_result_is_what_the_workbook_of_the_saved_file_holds(check, said, tmp_path):
    fill_in(check, said)
    with check.expect_download() as download:
        check.get_by_role("button", name="Als Datei sichern").click()
    saved = tmp_path / "antworten.json"
    download.value.save_as(saved)
    loaded = load_bestand(ROOT)
    pages = read_handbook(loaded)
    town = read_profil(read_profile_file(saved), pages.gemeinden, loaded.vocabulary)
    groups = {group.titel: group.gewaehlt for group in choose(town, pages).gruppen}

    def wanted(title, most=99):
        return [each.seite.ueberschrift for each in groups[title][:most]]

    assert titles(check, "Instrumente") == wanted("Instrumente", 3)
    assert titles(check, "Fälle aus anderen Städten") == wanted("Fälle aus anderen Städten", 3)
    letters = wanted("Briefe und Vorlagen")
    assert titles(check, "Arbeitsblätter") == wanted("Arbeitsblätter") + letters
    begin = next(each for each in groups["Schritte"] if each.seite.nummer == town.beginn)
    expect(check.locator(".selbstcheck-ergebnis > p").first).to_have_text(
        f"Beginnen Sie mit {begin.seite.ueberschrift}. {begin.grund}"
    )


def test_the_selbstcheck_says_where_the_town_stands_and_still_does_after_a_reload(check):
    proposal = check.locator(".wegweiser-vorschlag")
    expect(proposal).to_be_empty()
    fill_in(check, {"stadt": "Pößneck", "fragen": {9: "nein", 3: "teilweise"}})
    expect(proposal).to_have_text(
        "Unser Vorschlag: Beginnen Sie mit Schritt 5: Eigentümerinnen und Eigentümer ansprechen. "
        "Frage 9 ist Ihr erstes „nein“."
    )
    check.reload()
    expect(proposal.get_by_role("link")).to_be_visible()
    steps = check.locator(".schrittstand li")
    expect(steps.nth(0)).to_have_text(
        "Schritt 1: Auftrag klären und Zuständigkeit schaffen: vorhanden"
    )
    expect(steps.nth(1)).to_contain_text("teilweise (1 von 2)")
    expect(steps.nth(4)).to_contain_text("teilweise (1 von 2)")
    result = check.locator(".selbstcheck-ergebnis")
    assert result.get_by_role("status").count() == 0
    check.get_by_role("radiogroup", name=re.compile(r"^9\. ")).get_by_label(
        "ja", exact=True
    ).check()
    expect(proposal).to_contain_text("Frage 3 ist Ihr erstes „teilweise“.")


def test_the_printed_result_of_the_selbstcheck_holds_no_command(check):
    fill_in(check, {"stadt": "Pößneck", "fragen": {9: "nein"}})
    command = check.get_by_text("nox -s arbeitsbuch")
    expect(check.get_by_text("Ihr Arbeitsbuch macht die Geschäftsstelle")).to_be_visible()
    expect(command).to_be_hidden()
    check.emulate_media(media="print")
    check.evaluate("dispatchEvent(new Event('beforeprint'))")  # opens all that is folded
    expect(command).to_be_hidden()


def test_without_a_size_no_cases_are_claimed_to_fit(check):
    fill_in(check, {"stadt": "Nirgendwo", "fragen": {1: "nein"}})
    expect(check.locator(".selbstcheck-ergebnis .luecke")).to_contain_text("Größe der Stadt")
    fill_in(check, {"stadt": "Nirgendwo", "fragen": {}})
    expect(check.locator(".wegweiser-vorschlag")).to_contain_text("Überall „ja“")
    expect(check.locator(".selbstcheck-ergebnis")).to_be_hidden()


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (390, "dark")])
def test_axe_finds_nothing_and_nothing_is_wider_than_the_screen(browser, site, width, scheme):
    settings = {"viewport": {"width": width, "height": 900}, "color_scheme": scheme}
    with browser.new_context(reduced_motion="reduce", **settings) as context:
        page = context.new_page()
        for part in ("path", "check"):
            if part == "path":
                page.goto(address(site, GAP))
            else:
                page.goto(f"file://{site}/kompass/arbeitsblaetter/selbstcheck.html")
                fill_in(page, {"stadt": "Pößneck", "fragen": {2: "nein", 5: "teilweise"}})
            assert page.evaluate("document.documentElement.scrollWidth") <= width
            result = Axe().run(page, options={"resultTypes": ["violations"]}).response
            assert result["passes"], "axe has not run"
            assert [(v["id"], v["nodes"][0]["html"][:200]) for v in result["violations"]] == []
