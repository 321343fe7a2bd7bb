"""The tables of the editors' desk in a browser: filtered by their columns."""

from __future__ import annotations


def test_a_table_shows_the_rows_of_a_kind_and_says_how_many(page, site):
    page.goto(f"file://{site}/kompass/redaktionsstand.html")
    bar = page.get_by_role("group", name="Zeilen der Tabelle auswählen").first
    rows = page.locator("table.stand-seiten tbody tr:visible")
    everything = rows.count()
    bar.get_by_label("Art").select_option("Pilotprojekt")
    assert rows.count() == 3
    assert bar.get_by_role("status").inner_text() == f"3 von {everything} Zeilen"
    bar.get_by_role("button", name="Alle zeigen").click()
    assert rows.count() == everything
    page.set_viewport_size({"width": 320, "height": 700})
    assert page.evaluate("document.documentElement.scrollWidth") == 320
