"""Answers of worksheets as files: saved exactly, loaded without losing anything, deleted."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from playwright.sync_api import expect

# One worker opens one site and one browser for all of these.
pytestmark = pytest.mark.xdist_group("browser")

WANTED = """\
{
  "format": "kompass-antworten",
  "version": 1,
  "ausgabe": "1",
  "stadt": "Bad Köstritz",
  "ags": "",
  "blaetter": {
    "alle-arten": "VERSION"
  },
  "antworten": {
    "alle-arten.stadt": "Bad Köstritz",
    "alle-arten.lage": "Zwei Läden\\nstehen leer.",
    "alle-arten.stunden": 150.5,
    "alle-arten.tag": "2026-03-01",
    "alle-arten.beschluss": false,
    "alle-arten.auftrag": "teilweise",
    "alle-arten.klasse": "größer",
    "alle-arten.form": [
      "Word",
      "Papier"
    ],
    "alle-arten.note": "4",
    "alle-arten.gebaeude[1].flaeche": "rund 80",
    "alle-arten.gebaeude[1].leer": true,
    "alle-arten.gebaeude[2].adresse": "Markt 1",
    "alle-arten.gebaeude[2].seit": "2020-12-31",
    "alle-arten.gebaeude[2].merkmale": [
      "Z"
    ],
    "alle-arten.gebaeude[3].zustand": "schlecht"
  }
}
"""


@pytest.fixture
def form(page, sheets):
    """Return the sheet with every kind of field, opened from a folder."""
    page.goto(f"file://{sheets}/alle-arten.html")
    return page


def at(page, place):
    return page.locator(f'[name="alle-arten.{place}"]')


def fill(page):
    at(page, "stadt").fill("Bad Köstritz")
    at(page, "lage").fill("Zwei Läden\nstehen leer.")
    at(page, "stunden").fill("150,5")
    at(page, "tag").fill("1.3.2026")
    for place in ("beschluss", "auftrag", "form", "note"):
        value = {"beschluss": "nein", "auftrag": "teilweise", "form": "Word", "note": "4"}[place]
        page.locator(f'[name="alle-arten.{place}"][value="{value}"]').check()
    page.get_by_label("Papier").check()
    at(page, "klasse").select_option("größer")
    at(page, "gebaeude[1].flaeche").fill("rund 80")
    at(page, "gebaeude[1].leer").select_option("ja")
    at(page, "gebaeude[2].adresse").fill("Markt 1")
    at(page, "gebaeude[2].seit").fill("31. Dezember 2020")
    at(page, "gebaeude[2].merkmale").last.check()
    page.get_by_role("button", name="Zeile hinzufügen: Gebäude").click()
    at(page, "gebaeude[3].zustand").select_option("schlecht")


def save(page, button="Als Datei sichern"):
    """Return name and text of the file that the button makes."""
    with page.expect_download() as download:
        page.get_by_role("button", name=button).press("Enter")
    text = Path(download.value.path()).read_text(encoding="utf-8")
    return download.value.suggested_filename, text


def load(page, text):
    """Choose a file with this text; a question is answered by the test's own listener."""
    with page.expect_file_chooser() as chooser:
        page.get_by_role("button", name="Datei laden").press("Enter")
    file = {"name": "a.json", "mimeType": "application/json", "buffer": text.encode()}
    chooser.value.set_files(file)


def version(page, name="alle-arten"):
    return page.locator(f"[data-blatt={name}]").get_attribute("data-version")


def answers(page, **given):
    """Return a file with answers, as decision 0019 describes it."""
    places = {key.replace("__", "."): value for key, value in given.items()}
    return json.dumps({
        "format": "kompass-antworten", "version": 1, "ausgabe": "1", "stadt": "Jena",
        "ags": "16053000", "blaetter": {"alle-arten": version(page)}, "antworten": places,
    })  # fmt: skip


def test_a_saved_file_holds_every_answer_with_its_kind(form):
    fill(form)
    name, text = save(form)
    assert name == "kompass-alle-arten-bad-koestritz.json"
    assert text == WANTED.replace("VERSION", version(form))


def test_saving_says_what_is_missing_and_what_was_not_understood(form):
    at(form, "stunden").fill("viel")
    at(form, "stunden").press("Tab")
    save(form)
    said = form.locator("#formular-ende").get_by_role("status")
    expect(said).to_contain_text("Gesichert als kompass-alle-arten.json.")
    expect(said).to_contain_text("Noch leer: Stadt oder Gemeinde.")
    expect(said).to_contain_text("Nicht verstanden und als Text gesichert: eine Angabe.")


def test_the_file_of_a_building_bears_its_number_and_the_next_one_is_explained(form, sheets):
    form.goto(f"file://{sheets}/zweites.html")
    form.get_by_label("Objektnummer").fill("Markt 12/ä")
    name, _ = save(form)
    assert name == "kompass-zweites-markt-12-ae.json"
    said = form.locator("#formular-ende").get_by_role("status")
    expect(said).to_contain_text("Für das nächste Gebäude: erst sichern, dann „Eingaben löschen“.")


def test_an_empty_sheet_is_not_saved(form):
    form.get_by_role("button", name="Als Datei sichern").click()
    said = form.locator("#formular-ende").get_by_role("status")
    expect(said).to_have_text("Noch steht hier nichts. Füllen Sie erst etwas aus.")


def test_a_file_fills_a_fresh_browser_and_is_saved_again_unchanged(form, browser, sheets):
    fill(form)
    _, text = save(form)
    with browser.new_context() as context:
        fresh = context.new_page()
        fresh.goto(f"file://{sheets}/alle-arten.html")
        load(fresh, text)
        said = fresh.locator("#formular-anfang").get_by_role("status")
        expect(said).to_have_text("15 Antworten geladen.")
        expect(at(fresh, "stunden")).to_have_value("150,5")
        expect(at(fresh, "tag")).to_have_value("01.03.2026")
        expect(at(fresh, "gebaeude[3].zustand")).to_have_value("schlecht")
        expect(at(fresh, "gebaeude[1].flaeche")).to_have_attribute("aria-invalid", "true")
        assert save(fresh)[1] == text


def test_what_fits_nowhere_is_named_and_stays_in_the_file(form):
    given = {
        "alle-arten__stadt": "Jena",
        "alle-arten__frueher": "alte Frage",
        "alle-arten__klasse": "gewaltig",
        "alle-arten__gebaeude[900]__adresse": "Weit unten",
    }
    given = {key.replace("[900]__", "[900]."): value for key, value in given.items()}
    load(form, answers(form, **given))
    rest = form.locator(".formular-rest li")
    expect(rest).to_have_text([
        "alle-arten.frueher: alte Frage",
        "Wie groß ist die Stadt?: gewaltig",
        "alle-arten.gebaeude[900].adresse: Weit unten",
    ])  # fmt: skip
    saved = json.loads(save(form)[1])
    assert saved["antworten"] == {
        "alle-arten.stadt": "Jena",
        "alle-arten.klasse": "gewaltig",
        "alle-arten.frueher": "alte Frage",
        "alle-arten.gebaeude[900].adresse": "Weit unten",
    }
    assert (saved["stadt"], saved["ags"]) == ("Jena", "16053000")


def test_answers_that_a_file_would_change_are_shown_and_asked_for(form):
    at(form, "stadt").fill("Gera")
    at(form, "lage").fill("bleibt")
    asked = []
    form.once("dialog", lambda dialog: (asked.append(dialog.message), dialog.dismiss()))
    load(form, answers(form, **{"alle-arten__stadt": "Jena"}))
    said = form.locator("#formular-anfang").get_by_role("status")
    expect(said).to_have_text("Nichts geladen. Ihre Eingaben sind unverändert.")
    assert asked == [
        "Die Datei ändert eine Antwort. Übernehmen?\n\nStadt oder Gemeinde: „Gera“ → „Jena“"
    ]
    form.once("dialog", lambda dialog: dialog.accept())
    load(form, answers(form, **{"alle-arten__stadt": "Jena"}))
    expect(at(form, "stadt")).to_have_value("Jena")
    expect(at(form, "lage")).to_have_value("bleibt")
    expect(said).to_contain_text("Stadt oder Gemeinde: „Gera“ → „Jena“")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("kein JSON", "Das ist keine Datei mit Antworten des Kompasses."),
        ('{"format": "anderes"}', "Das ist keine Datei mit Antworten des Kompasses."),
        ("[]", "Das ist keine Datei mit Antworten des Kompasses."),
        ('{"format": "kompass-antworten", "version": 2}', "Die Datei stammt aus einer neueren"),
        ('{"format": "kompass-antworten", "version": 1}', "Die Datei ist beschädigt"),
        (" " * 2_000_001, "Die Datei ist zu groß"),
    ],
)
def test_a_file_that_is_none_of_ours_is_refused_with_a_reason(form, text, said):
    at(form, "stadt").fill("Gera")
    load(form, text)
    expect(form.locator("#formular-anfang").get_by_role("status")).to_contain_text(said)
    expect(at(form, "stadt")).to_have_value("Gera")


def test_what_cannot_be_read_in_a_file_is_listed_as_text(form):
    given = {
        "alle-arten.stadt": "<img src=x onerror=alert(1)>",
        "__proto__": "x",
        "a b": [{"c": 1}],
    }
    given["lang"] = "z" * 3000
    load(form, answers(form).replace('"antworten": {}', f'"antworten": {json.dumps(given)}'))
    expect(at(form, "stadt")).to_have_value("<img src=x onerror=alert(1)>")
    said = form.locator("#formular-anfang").get_by_role("status")
    expect(said.get_by_role("listitem")).to_have_text(
        ["__proto__: x", 'a b: [{"c":1}]', f"lang: {'z' * 200} …"]
    )


def test_a_file_of_another_version_of_the_sheet_is_loaded_and_it_is_said(form):
    load(form, answers(form, **{"alle-arten__stadt": "Jena"}).replace(version(form), "00000000"))
    said = form.locator("#formular-anfang").get_by_role("status")
    expect(said).to_contain_text("Die Datei gehört zu einer anderen Fassung dieses Blattes.")
    assert json.loads(save(form)[1])["blaetter"] == {"alle-arten": version(form)}


def test_all_sheets_go_into_one_file_and_come_back_from_it(form, browser, sheets):
    at(form, "stadt").fill("Gera")
    form.goto(f"file://{sheets}/zweites.html")
    form.get_by_label("Vorhaben").fill("Markthalle")
    name, text = save(form, "Alle Blätter sichern")
    assert name == "kompass-alle-blaetter-gera.json"
    assert json.loads(text)["antworten"] == {
        "alle-arten.stadt": "Gera",
        "zweites.vorhaben": "Markthalle",
    }
    assert list(json.loads(text)["blaetter"]) == ["alle-arten", "zweites"]
    with browser.new_context() as context:
        fresh = context.new_page()
        fresh.goto(f"file://{sheets}/alle-arten.html")
        load(fresh, text)
        said = fresh.locator("#formular-anfang").get_by_role("status")
        expect(said).to_contain_text("Auch für andere Blätter: zweites.")
        fresh.goto(f"file://{sheets}/zweites.html")
        expect(fresh.get_by_label("Vorhaben")).to_have_value("Markthalle")
        assert json.loads(save(fresh, "Alle Blätter sichern")[1]) == json.loads(text)


@pytest.mark.parametrize("button", ["Eingaben löschen", "Alle Blätter löschen"])
def test_deleting_asks_first_and_leaves_nothing_behind(form, button):
    fill(form)
    form.once("dialog", lambda dialog: dialog.dismiss())
    form.get_by_role("button", name=button).click()
    expect(at(form, "stadt")).to_have_value("Bad Köstritz")
    form.once("dialog", lambda dialog: dialog.accept())
    form.get_by_role("button", name=button).press("Enter")
    expect(at(form, "stadt")).to_have_value("")
    expect(at(form, "gebaeude[3].zustand")).to_have_count(0)
    assert form.evaluate("Object.keys(localStorage).filter((n) => n.startsWith('kompass'))") == []
    form.reload()
    expect(at(form, "stadt")).to_have_value("")


def test_deleting_one_sheet_leaves_the_others(form, sheets):
    at(form, "stadt").fill("Gera")
    form.goto(f"file://{sheets}/zweites.html")
    form.get_by_label("Vorhaben").fill("Markthalle")
    form.once("dialog", lambda dialog: dialog.accept())
    form.get_by_role("button", name="Eingaben löschen").click()
    form.goto(f"file://{sheets}/alle-arten.html")
    expect(at(form, "stadt")).to_have_value("Gera")
