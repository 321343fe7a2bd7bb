"""Rules that need two files, and rules seen from their sound side."""

from __future__ import annotations

import shutil

import pytest

FALL = "bestpractice/laden-gut.md"
SEITE = "kompass/ueber.md"


def change(root, name, old, new):
    path = root / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_two_pages_of_one_kind_with_one_name_are_reported_once(bestand, checked):
    (bestand / "kompass/mehr").mkdir()
    shutil.copy(bestand / SEITE, bestand / "kompass/mehr/ueber.md")
    (found,) = checked()
    assert str(found) == (
        "kompass/ueber.md:1: Der Dateiname ist schon vergeben: kompass/mehr/ueber.md. "
        "Bitte umbenennen."
    )


def test_names_that_differ_only_in_case_are_the_same(bestand, checked):
    shutil.copy(bestand / SEITE, bestand / "kompass/Ueber.md")
    assert [found.rule for found in checked()] == ["kennung", "slug-doppelt"]


def test_index_pages_may_stand_in_every_folder(bestand, checked):
    for folder in ("kompass", "bestpractice", "pilots", "kompass/schritte"):
        shutil.copy(bestand / SEITE, bestand / folder / "index.md")
    assert checked() == []


def test_an_unreadable_page_does_not_make_references_to_it_wrong(bestand, checked):
    (bestand / "kompass/schritte/nutzungen-entwickeln.md").write_bytes(b"\xff\xfe")
    assert [found.rule for found in checked()] == ["kodierung"]


def test_a_page_that_cannot_be_built_is_still_checked_and_still_a_target(bestand, checked):
    path = "kompass/instrumente/zwischennutzung.md"
    change(bestand, path, "titel: Zwischennutzung\n", "")
    change(bestand, path, "Es belebt. {quelle}`q1`", "Es belebt.")
    assert [(found.rule, found.line) for found in checked()] == [
        ("pflichtfeld", 1),
        ("absatz-ohne-quelle", 22),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Satz. {quelle}`q1`",
        "Satz.\nNoch einer. {quelle}`q1,q2`",
        "So geht es: {quelle}`q1`\n\n- eins\n- zwei",
        "So geht es:\n\n- eins\n- zwei {quelle}`q1`",
        "- eins\n- zwei\n\n{quelle}`q1`",
        "| a |\n| - |\n| b {quelle}`q1` |",
        "Begriff\n: Erklärung {quelle}`q1`",
        ":::{list-table}\n* - a\n  - b {quelle}`q1`\n:::",
        ":::{note}\nSatz. {quelle}`q1`\n:::",
        ":::{einschaetzung}\nUnsere Meinung.\n:::",
        "Diese Fälle gibt es:\n\n:::{katalog}\n:wo: ansatz=umnutzung\n:::",
        "% Bemerkung für die Redaktion",
        "<!-- Bemerkung für die Redaktion -->",
        "(ziel)=",
        "```{figure} https://x.example/y.png\n:alt: Haus\n\nEin Haus.\n```",
        "### Eigene Überschrift\n\nSatz. {quelle}`q1`",
        "> Zitat. {quelle}`q1`",
    ],
)
def test_these_passages_need_no_further_source(text, bestand, checked):
    change(bestand, FALL, "Zwölf Räume sind vermittelt. {quelle}`q2`", text)
    assert "absatz-ohne-quelle" not in [found.rule for found in checked()]


@pytest.mark.parametrize(
    "text",
    [
        "Satz.",
        "So geht es:",
        "Satz. {quelle}`q1`\n\nNoch einer.",
        "- eins\n- zwei\n\nSatz danach. {quelle}`q1`",
        "> Zitat.",
        ":::{note}\nSatz.\n:::",
        "- eins\n- zwei\n\n:::{note}\n{quelle}`q1`\n:::",
        "Die Rolle `{quelle}` als Beispiel.",
        ":::{list-table}\n* - a\n  - b\n:::",
    ],
)
def test_these_passages_lack_a_source(text, bestand, checked):
    change(bestand, FALL, "Zwölf Räume sind vermittelt. {quelle}`q2`", text)
    assert [found.rule for found in checked()] == ["absatz-ohne-quelle"]


@pytest.mark.parametrize(
    "address",
    [
        "info@stadt.example",
        "stadt@jena.example",
        "poststelle@tmil.example",
        "GST-Innenstadt@leg.example",
        "stadt.planung@jena.example",
        "bauamt_info@jena.example",
        "leerstand2024@jena.example",
    ],
)
def test_mailboxes_of_offices_are_fine(address, bestand, checked):
    change(bestand, SEITE, "info@buendnis.example", address)
    assert checked() == []


@pytest.mark.parametrize(
    "address",
    [
        "erika.muster@jena.example",
        "e.muster@jena.example",
        "erika_muster@jena.example",
        "jörg.müller-lüdenscheid@jena.example",
        "erika.von.muster@jena.example",
        "<mailto:erika.muster@jena.example>",
        "erika.muster (at) jena.example",
    ],
)
def test_addresses_of_persons_are_refused(address, bestand, checked):
    change(bestand, SEITE, "info@buendnis.example", address)
    assert [(found.rule, found.line) for found in checked()] == [("e-mail-person", 10)]


@pytest.mark.parametrize(
    "number",
    ["03641 492000", "03641/492000", "(03641) 49-2000", "0361-6603 0", "+49 361 6603",
     "+49 (0) 361 66030", "0049 361 66030", "0171 1234567"],
)  # fmt: skip
def test_phone_numbers_are_refused_in_cases(number, bestand, checked):
    change(bestand, FALL, "lange leer.", f"lange leer, Ruf {number}.")
    assert [found.rule for found in checked()] == ["telefon"]


@pytest.mark.parametrize(
    "number",
    ["07743 Jena", "Regel 0815 42",
     "2020-01-01 bis 2023", "12.000 Euro", "0,5 Prozent", "2020/21", "01.02.2023",
     "https://www.jena.example/03641-492000", "§ 25 Abs. 1", "1 000 000 Euro", "ISBN 978-3-16"],
)  # fmt: skip
def test_other_numbers_are_fine_in_cases(number, bestand, checked):
    change(bestand, FALL, "lange leer.", f"lange leer: {number}.")
    assert checked() == []


@pytest.mark.parametrize("stand", ["2026", "2026-11", "2026-11-22"])
def test_what_is_dated_today_is_not_in_the_future(stand, bestand, checked):
    change(bestand, FALL, "stand: 2022-06", f"stand: {stand}")
    assert checked() == []


def test_a_page_is_due_only_after_its_day(bestand, checked):
    change(bestand, FALL, "pruefen_bis: 2028-11-22", "pruefen_bis: 2026-11-22")
    assert checked() == []


def test_a_picture_with_rights_text_and_file_is_fine(bestand, checked):
    entry = "bilder:\n  - {datei: haus.png, lizenz: CC BY 4.0, herkunft: Stadt Musterstadt}"
    change(bestand, SEITE, "stand: 2026-11-22", f"stand: 2026-11-22\n{entry}")
    change(bestand, SEITE, "Ein Bündnis", "![Ein Haus](haus.png)\n\nEin Bündnis")
    assert checked() == []


def test_a_picture_that_leads_out_by_a_link_is_refused(bestand, checked, tmp_path):
    (tmp_path / "geheim.png").write_bytes(b"x")
    (bestand / "kompass/bild.png").symlink_to(tmp_path / "geheim.png")
    entry = "bilder:\n  - {datei: bild.png, lizenz: CC BY 4.0, herkunft: Stadt}"
    change(bestand, SEITE, "stand: 2026-11-22", f"stand: 2026-11-22\n{entry}")
    change(bestand, SEITE, "Ein Bündnis", "![Ein Haus](bild.png)\n\nEin Bündnis")
    assert [found.rule for found in checked()] == ["bild-datei"]


def test_a_missing_list_is_reported_and_its_fields_are_not(bestand, checked):
    change(bestand, "kompass/listen.yaml", "  hoch: {name: gut belegt", "  hoch: {nam: gut belegt")
    change(
        bestand,
        "kompass/listen.yaml",
        "zielgruppe:\n  vereine: {name: Vereine, erklaerung: Vereine.}\n",
        "",
    )
    assert [(found.path, found.line, found.rule) for found in checked()] == [
        ("kompass/listen.yaml", 1, "listen"),
        ("kompass/listen.yaml", 21, "schluessel-unbekannt"),
    ]
