"""Tables over pages, counts, the register of sources, municipalities, fields of worksheets."""

from __future__ import annotations

import pytest
from beispiele import fall, projekt
from docutils import nodes

from kompasswerk.reading.blaetter import read_sheets
from kompasswerk.reading.files import load_bestand

HEAD = "freigabe: entwurf\nstand: 2026-11-22\n"
SHEET = f"""---
art: arbeitsblatt
titel: Rundgang
nummer: 2
schritt: bestand-erfassen
wer: Bauamt
dauer: 15
{HEAD}---

:::{{feld}} ort
:label: Straße
:pflicht: ja
:::

:::{{feld}} zustand
:label: Zustand
:art: auswahl
:werte: gut; schlecht
:hilfe: Von außen gesehen
:::

Dazwischen steht Text.

:::{{feldtabelle}} einheiten
:label: Einheiten
:zeilen: 2
:vorgaben: Erdgeschoss

lage: Lage | text
flaeche: Fläche | zahl: m²
leer: Leer? | ja-nein
:::
"""
STEP = f"""---
art: schritt
titel: Erfassen
kurz: Zählen.
nummer: 3
ziel: Eine Liste.
{HEAD}---

Text.
"""
TOWNS = f"""---
art: gemeindeliste
titel: Gemeinden
stichtag: 2024-12-31
gemeinden:
  - {{name: Kleinort, ags: '16000001', kreis: Kreis, einwohner: 6000, stadtrecht: nein}}
  - {{name: Großort, ags: '16000002', kreis: Kreis, einwohner: 21000, stadtrecht: ja}}
{HEAD}---

:::{{gemeinden}}
:::
"""


def with_pages(**more: str) -> dict[str, str]:
    files = projekt()
    files["kompass/schritte/bestand-erfassen.md"] = STEP
    files["kompass/arbeitsblaetter/rundgang.md"] = SHEET
    files["bestpractice/umbau.md"] = fall("Umbau", "umnutzung")
    return files | {name.replace("__", "/") + ".md": text for name, text in more.items()}


def cells(table: nodes.table) -> list[list[str]]:
    return [[entry.astext() for entry in row.children] for row in table.findall(nodes.row)]


def test_an_overview_lists_the_pages_of_a_kind_in_their_order(build):
    page = f"---\nart: seite\ntitel: Blätter\n{HEAD}---\n\n:::{{uebersicht}} arbeitsblatt\n:::\n"
    built = build(with_pages(kompass__blaetter=page))
    (table,) = built.doctree("kompass/blaetter").findall(nodes.table)
    assert cells(table) == [
        ["Blatt", "Schritt", "Wer", "Dauer"],
        ["Blatt 2: Rundgang", "Schritt 3: Erfassen", "Bauamt", "15 Minuten"],
    ]


def test_counts_come_from_the_pages(build):
    page = f"---\nart: seite\ntitel: Zahlen\n{HEAD}---\n\n:::{{zahlen}}\n:::\n"
    built = build(with_pages(kompass__zahlen=page))
    items = [item.astext() for item in built.doctree("kompass/zahlen").findall(nodes.list_item)]
    assert "2 Fälle" in items
    assert "1 Arbeitsblätter" in items


def test_the_register_names_a_source_once_with_all_pages(build):
    page = f"---\nart: seite\ntitel: Quellen\n{HEAD}---\n\n:::{{quellenverzeichnis}}\n:::\n"
    built = build(with_pages(kompass__alle=page))
    items = [item.astext() for item in built.doctree("kompass/alle").findall(nodes.list_item)]
    assert items == [
        "Stadt Musterstadt: „Bericht“, 2023. Genannt in: Laden auf Zeit, Umbau",
        "Stadt Musterstadt: „Haushalt“, 2020, Seite 3. Genannt in: Laden auf Zeit, Umbau",
    ]


def test_municipalities_stand_largest_first_with_their_size(build):
    built = build(with_pages(kompass__gemeinden=TOWNS))
    (table,) = built.doctree("kompass/gemeinden").findall(nodes.table)
    assert cells(table)[1:] == [
        ["Großort", "Kreis", "21.000", "kleine Mittelstadt", "Stadt"],
        ["Kleinort", "Kreis", "6.000", "kleine Kleinstadt", "Gemeinde"],
    ]


def test_neighbouring_fields_share_a_table_and_tables_keep_their_own(build):
    built = build(with_pages(), "dummy")
    sheet = built.doctree("kompass/arbeitsblaetter/rundgang")
    questions, units = sheet.findall(nodes.table)
    assert cells(questions) == [
        ["Frage", "Ihre Antwort"],
        ["Straße\xa0*", ""],
        ["Zustand\n\nVon außen gesehen", "☐\xa0gut\xa0 ☐\xa0schlecht"],
    ]
    assert "* Bitte immer ausfüllen." in sheet.astext()
    assert cells(units) == [
        ["Lage", "Fläche (m²)", "Leer?"],
        ["Erdgeschoss", "", "☐\xa0ja\xa0 ☐\xa0nein"],
        ["", "", "☐\xa0ja\xa0 ☐\xa0nein"],
    ]


@pytest.mark.parametrize("shared", ["", "teilen: ja\n"])
def test_the_document_keeps_its_sheet_as_the_bestand_knows_it(build, tmp_path, shared):
    sheet = SHEET.replace("dauer: 15\n", f"dauer: 15\n{shared}").replace(
        ":pflicht: ja\n", ":pflicht: ja\n:teilen: ja\n"
    )
    built = build(with_pages(kompass__arbeitsblaetter__rundgang=sheet))
    (known,) = read_sheets(load_bestand(tmp_path / "projekt"))
    kept = built.doctree("kompass/arbeitsblaetter/rundgang")["blatt"]
    assert (kept, kept.version) == (known, known.version)
    assert [field.teilen for field in kept.felder] == [bool(shared), False, False]


def test_a_field_that_is_wrong_is_a_warning_with_its_place(build):
    wrong = SHEET.replace(":art: auswahl\n:werte: gut; schlecht\n", ":art: auswal\n")
    built = build(with_pages(kompass__arbeitsblaetter__rundgang=wrong))
    assert "zustand: Die Art „auswal“ ist unbekannt. Meintest du „auswahl“?" in built.warnings
