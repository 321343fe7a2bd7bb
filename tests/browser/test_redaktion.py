"""The editing desk: a new case, a picture, findings, saving, and the real page beside it."""

from __future__ import annotations

import shutil
from io import BytesIO
from threading import Thread

import pytest
from axe_playwright_python.sync_playwright import Axe
from beispiele import SCHRITT
from bogen import CASE, project_in
from echtes_handbuch import ROOT
from PIL import Image
from playwright.sync_api import expect

from kompasswerk.publishing.redaktion import works_of
from kompasswerk.redaktion.tisch.desk import Desk
from kompasswerk.redaktion.tisch.preview import Preview, SphinxRun
from kompasswerk.redaktion.tisch.routes import routes_for
from kompasswerk.redaktion.tisch.server import Server

NEW = "bestpractice/cafe-am-markt.md"
FACTS = {
    "Kurz gesagt": "Ein Café zog in einen leeren Laden.",
    "Teaser": "Ein Café, ein Markt und ein Laden, der nicht mehr leer steht.",
    "Ort": "Probstadt",
    "Land": "Thüringen",
}


@pytest.fixture
def root(tmp_path):
    """Return a small project that Sphinx can build."""
    root = project_in(tmp_path / "projekt")
    shutil.copyfile(ROOT / "conf.py", root / "conf.py")
    shutil.copytree(ROOT / "_templates", root / "_templates", dirs_exist_ok=True)
    (root / "kompass/schritte/bestand-erfassen.md").write_text(SCHRITT, encoding="utf-8")
    (root / "index.md").write_text(
        "# Probe\n\n```{toctree}\n:glob:\nbestpractice/*\nkompass/*/*\n```\n", encoding="utf-8"
    )
    return root


@pytest.fixture
def address(root):
    """Return the address of a desk for the project, with its preview."""
    run = SphinxRun(root)
    preview = Preview(run.build, run.stop)
    server = Server(0)
    desk = Desk(root, works_of(root), preview)
    server.answer_with(routes_for(desk, run.site, server.preview.address, server.end))
    thread = Thread(target=server.run, daemon=True)
    thread.start()
    preview.ask()
    yield server.desk.address
    server.end()
    thread.join(timeout=10)
    preview.close()


def photo():
    buffer = BytesIO()
    Image.new("RGB", (300, 200), (120, 150, 170)).save(buffer, "JPEG")
    return {"name": "laden.jpg", "mimeType": "image/jpeg", "buffer": buffer.getvalue()}


def test_an_editor_writes_a_case_with_a_picture_and_sees_it(page, address, root):
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address)
    page.get_by_role("link", name="Neuer Fall").click()
    expect(page.locator("#vorschaustand")).to_have_text(
        "Die Vorschau erscheint nach dem ersten Speichern."
    )
    page.get_by_label("Titel (nötig)").fill("Café am Markt")
    page.locator("#text-1").fill("Der Laden stand sieben Jahre leer.")
    page.keyboard.press("Control+s")
    page.wait_for_url("**/seite/bestpractice/cafe-am-markt")

    # Findings stand at their fields, and the list leads there.
    place = page.get_by_label("Ort (nötig)")
    expect(place).to_have_attribute("aria-invalid", "true")
    expect(place).to_have_accessible_description(
        "Stadt oder Gemeinde. Die Angabe fehlt. Bitte ergänzen: Stadt oder Gemeinde."
    )
    page.locator("#befunde summary").click()
    page.get_by_role("button", name="Ort: Die Angabe fehlt.").click()
    expect(place).to_be_focused()

    facts(page)
    picture(page)
    source(page)
    expect(place).not_to_have_attribute("aria-invalid", "true")
    page.get_by_role("button", name="Speichern").click()
    expect(page.locator("#stand")).to_contain_text("Gespeichert um")

    seen = page.frame_locator("#vorschau iframe")
    expect(seen.get_by_role("heading", name="Café am Markt")).to_be_visible(timeout=60_000)
    expect(seen.get_by_alt_text("Ein leeres Schaufenster.")).to_be_visible()
    text = (root / NEW).read_text("utf-8")
    assert "\nzeitraum: {beginn: 2021}\n" in text
    assert "  - {datei: bilder/cafe-am-markt-1.jpg, lizenz: CC BY 4.0, herkunft: Redaktion}" in text
    assert "\n\n![Ein leeres Schaufenster.](bilder/cafe-am-markt-1.jpg)\n" in text
    assert (root / "bestpractice/bilder/cafe-am-markt-1.jpg").is_file()
    assert {each.split("/")[2].split(":")[0] for each in asked} == {"127.0.0.1"}


def facts(page):
    """Fill in what a case needs at least."""
    for label, text in FACTS.items():
        page.get_by_label(f"{label} (nötig)").fill(text)
    for box in ("Umnutzung und Sanierung", "Ladenlokal", "Kommune", "schwach belegt"):
        page.get_by_label(box, exact=True).check()
    page.get_by_role("group", name="Zeitraum").get_by_label("Beginn").fill("2021")


def picture(page):
    """Put a picture behind the first section; the window asks for what is missing."""
    page.locator('.abschnitt[data-nummer="1"] [data-setze="bild"]').click()
    window = page.get_by_role("dialog", name="Bild einfügen")
    window.get_by_label("Bilddatei wählen").set_input_files(photo())
    window.get_by_role("button", name="Einfügen").click()
    expect(window.get_by_role("alert")).to_have_text(
        "Bitte schreiben Sie, was auf dem Bild zu sehen ist."
    )
    window.get_by_label("Was ist zu sehen?").fill("Ein leeres Schaufenster.")
    window.get_by_label("Wer hat das Bild gemacht").fill("Redaktion")
    window.get_by_role("button", name="Einfügen").click()
    expect(window).to_be_hidden()


def source(page):
    """Add a source by keyboard alone; the year is wrong, and mended."""
    sources = page.get_by_role("group", name="Quellen", exact=True)
    sources.get_by_role("button", name="Eintrag hinzufügen").press("Enter")
    expect(sources.get_by_label("Kennung")).to_be_focused()
    page.keyboard.type("q1")
    page.keyboard.press("Tab")
    page.keyboard.type("Neues Café")
    sources.get_by_label("Herausgeber").fill("Tagblatt")
    sources.get_by_label("Adresse").fill("https://example.org/cafe")
    year = sources.get_by_label("Jahr")
    year.fill("bald")
    expect(year).to_have_accessible_description(
        "Erscheinungsjahr, wenn es bekannt ist. „bald“ ist kein Jahr. Bitte vier Ziffern, "
        "zum Beispiel 2024."
    )
    year.fill("2021")


def test_a_contradiction_is_shown_before_anything_is_written(page, address, root):
    page.goto(f"{address}seite/{CASE.removesuffix('.md')}")
    expect(page.get_by_label("Ort (nötig)")).to_have_value("Probstadt")
    text = (root / CASE).read_text("utf-8")
    now = text.replace("ort: Probstadt", "ort: Altstadt")
    (root / CASE).write_text(now, encoding="utf-8")
    page.get_by_label("Ort (nötig)").fill("Neustadt")
    page.get_by_label("Land (nötig)").fill("Sachsen")
    page.get_by_role("button", name="Speichern").click()
    window = page.get_by_role("dialog", name="Die Datei wurde inzwischen geändert")
    expect(window.get_by_role("row", name="Ort Neustadt Altstadt")).to_be_visible()
    assert (root / CASE).read_text("utf-8") == now
    window.get_by_role("button", name="Dort gilt die Datei").click()
    expect(page.get_by_label("Ort (nötig)")).to_have_value("Altstadt")
    assert (root / CASE).read_text("utf-8") == now.replace("land: Thüringen", "land: Sachsen")


def test_the_desk_has_no_findings_of_axe(page, address):
    for way in ("", f"seite/{CASE.removesuffix('.md')}", "neu/pilot"):
        page.goto(address + way)
        page.wait_for_load_state("networkidle")
        assert [each["id"] for each in Axe().run(page).response["violations"]] == []
