"""From „Merken“ in the browser to a Word file: the whole way, as a town and its office go it."""

from __future__ import annotations

import subprocess
import sys

import pytest
from gemerkt import button

from docx import Document

# One worker opens one site and one browser for all of these.
pytestmark = pytest.mark.xdist_group("browser")


def test_the_file_that_the_browser_saves_becomes_a_workbook_of_these_pages(page, sheets, tmp_path):
    site = sheets.parents[1]
    for name in ("kompass/arbeitsblaetter/zweites", "kompass/schritte/bestand-erfassen"):
        page.goto(f"file://{site}/{name}.html")
        page.locator(".merken button").click()
    page.get_by_role("link", name="Merkzettel (2)").first.click()
    with page.expect_download() as download:
        button(page, "Als Datei sichern").click()
    download.value.save_as(tmp_path / "korb.json")
    source = site.parent / "quelle"
    command = [sys.executable, "-m", "kompasswerk.cli", "arbeitsbuch", "--nur", "docx"]
    command += ["--auswahl", str(tmp_path / "korb.json"), "--wurzel", str(source)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout == "_build/ausgabe/arbeitsbuecher/merkzettel.docx\n"
    document = Document(str(source / "_build/ausgabe/arbeitsbuecher/merkzettel.docx"))
    headings = [p.text for p in document.paragraphs if p.style.name.startswith("Heading")]
    assert "Schritt 3: Bestand erfassen" in headings
    assert "Blatt 2: Zweites Blatt" in headings
    assert "Blatt 1: Alle Arten" not in headings
    assert headings.index("Schritt 3: Bestand erfassen") < headings.index("Blatt 2: Zweites Blatt")
    reasons = [row.cells[1].text for table in document.tables for row in table.rows]
    assert reasons.count("Von Ihnen gemerkt.") == 2
