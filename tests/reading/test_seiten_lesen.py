"""One page from its text: values, lines, body."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from kompasswerk.model.records import Bild, Kosten, Kriterium
from kompasswerk.model.seiten import Fall, Pilot, Seite
from kompasswerk.reading.files import load_file, load_vocabulary
from kompasswerk.reading.pages import parse_page

BESTAND = Path(__file__).parents[1] / "checks/bestand"
VOCABULARY, _ = load_vocabulary(BESTAND / "kompass/listen.yaml")
SEITE = "---\nart: seite\ntitel: T\nfreigabe: entwurf\nstand: 2026-11-22\n---\n\n## A\n"


def test_a_case_is_read_with_typed_values():
    page = load_file(BESTAND / "bestpractice/laden-gut.md", BESTAND, VOCABULARY).page
    assert isinstance(page, Fall)
    assert (page.slug, page.path) == ("laden-gut", "bestpractice/laden-gut.md")
    assert page.einwohner is not None
    assert page.einwohner.wert == 12000
    assert page.kosten == (
        Kosten(
            wert=Decimal("44649.50"),
            was="Miete, Strom und Wasser",
            einheit="EUR",
            stand="2020",
            quelle="q1",
        ),
    )
    assert [quelle.kennung for quelle in page.quellen] == ["q1", "q2"]
    assert page.foerderung == ()


def test_a_pilot_keeps_the_keys_of_its_criteria():
    page = load_file(BESTAND / "pilots/baum-gut.md", BESTAND, VOCABULARY).page
    assert isinstance(page, Pilot)
    grund = "Die Unterlagen sagen dazu nichts."
    assert page.kriterien == (Kriterium(kennung="messbar", erfuellt="offen", grund=grund),)


@pytest.mark.parametrize(
    ("key", "line"),
    [("art", 2), ("titel", 3), ("einwohner", 8), ("einwohner.quelle", 8), ("kosten", 13),
     ("kosten.1", 14), ("kosten.1.was", 14), ("quellen.q2", 26), ("quellen.q2.fundstelle", 26)],
)  # fmt: skip
def test_every_key_knows_its_line(key, line):
    loaded = load_file(BESTAND / "bestpractice/laden-gut.md", BESTAND, VOCABULARY)
    assert loaded.lines[key] == line


def test_the_line_of_an_unknown_key_is_that_of_what_surrounds_it():
    loaded = load_file(BESTAND / "bestpractice/laden-gut.md", BESTAND, VOCABULARY)
    assert loaded.line("kosten.1.gibt-es-nicht") == 14
    assert loaded.line("gibt-es-nicht") == 1


@pytest.mark.parametrize("line_break", ["\n", "\r\n"])
def test_the_body_starts_in_its_line_whatever_the_line_breaks(line_break):
    loaded = parse_page(SEITE.replace("\n", line_break), "kompass/x.md", "x", VOCABULARY)
    assert loaded.findings == ()
    assert (loaded.body, loaded.body_line) == ("\n## A\n", 7)


def test_empty_lines_above_the_head_are_one_finding_and_hide_nothing():
    loaded = parse_page("\n\n" + SEITE, "kompass/x.md", "x", VOCABULARY)
    assert [(found.line, found.rule) for found in loaded.findings] == [(1, "kopf")]
    assert loaded.page is not None
    assert (loaded.lines["titel"], loaded.body_line) == (5, 9)


def test_umlauts_in_two_parts_become_one_letter():
    loaded = parse_page(SEITE.replace("## A", "## U\u0308ber"), "kompass/x.md", "x", VOCABULARY)
    assert loaded.body == "\n## Über\n"


@pytest.mark.parametrize(
    "word", ["no", "12.000", "2024-01-01", "null und nichtig", "1_000", "0x1F"]
)
def test_a_text_stays_the_text_that_stands_there(word):
    loaded = parse_page(
        SEITE.replace("titel: T", f"titel: {word}"), "kompass/x.md", "x", VOCABULARY
    )
    assert loaded.page is not None
    assert loaded.page.titel == word


@pytest.mark.parametrize("empty", ["", "~", "null", "''", "' '", "|"])
def test_these_values_are_empty(empty):
    text = SEITE.replace("titel: T", f"titel: {empty}")
    loaded = parse_page(text, "kompass/x.md", "x", VOCABULARY)
    assert [found.rule for found in loaded.findings] == ["leer"]
    assert loaded.page is None


def test_a_control_character_written_as_an_escape_is_found_too():
    text = SEITE.replace("titel: T", 'titel: "a\\u202eb"')
    loaded = parse_page(text, "kompass/x.md", "x", VOCABULARY)
    assert [(found.rule, found.line) for found in loaded.findings] == [("steuerzeichen", 3)]


def test_a_page_is_built_although_optional_values_are_wrong():
    extra = (
        "pruefen_bis: bald\nbilder:\n  - {datei: a.png}\n  - {datei: b.png, lizenz: x, herkunft: y}"
    )
    loaded = parse_page(
        SEITE.replace("freigabe", f"{extra}\nfreigabe"), "kompass/x.md", "x", VOCABULARY
    )
    assert [found.key for found in loaded.findings] == [
        "pruefen_bis",
        "bilder.1.herkunft",
        "bilder.1.lizenz",
    ]
    assert loaded.page == Seite(
        slug="x",
        path="kompass/x.md",
        titel="T",
        freigabe="entwurf",
        stand="2026-11-22",
        bilder=(Bild(datei="b.png", lizenz="x", herkunft="y"),),
    )


def test_several_slips_in_yaml_are_found_in_one_run_with_everything_else():
    text = (
        "---\n"
        "art: seite\n"
        "titel: A: B\n"
        "kurz: 'offen\n"
        "freigabe: entwrf\n"
        "stand: 2026-11-22\n"
        "stand: 2026-11-23\n"
        "---\n"
    )
    loaded = parse_page(text, "kompass/x.md", "x", VOCABULARY)
    assert [(found.line, found.key, found.rule) for found in loaded.findings] == [
        (3, "titel", "yaml"),
        (4, "kurz", "yaml"),
        (5, "freigabe", "auswahl"),
        (7, "stand", "schluessel-doppelt"),
    ]


def test_a_fault_that_no_single_key_has_is_reported_for_the_whole():
    text = SEITE.replace("freigabe", "...\nfreigabe")
    loaded = parse_page(text, "kompass/x.md", "x", VOCABULARY)
    assert [(found.line, found.rule) for found in loaded.findings] == [(5, "yaml")]


@pytest.mark.parametrize(
    ("line", "part"),
    [
        ("titel: A: B", "Doppelpunkt"),
        ("titel: 'A", "Anführungszeichen wird nicht geschlossen"),
        ("titel: [A", "Klammer"),
        ("titel: {a: b", "Klammer"),
        ("titel: @A", "darf nicht mit @"),
        ("titel: *wichtig*", "darf nicht mit * oder &"),
        ("titel: 'A' B", "Einrückung"),
        ("titel: | A", "Nach | oder >"),
        ('titel: "\\q"', "besondere Bedeutung"),
        ("titel", "fehlt ein Doppelpunkt"),
    ],
)
def test_complaints_of_yaml_are_explained_at_their_line(line, part):
    text = SEITE.replace("titel: T", line)
    loaded = parse_page(text, "kompass/x.md", "x", VOCABULARY)
    first = loaded.findings[0]
    assert (first.line, first.rule) == (3, "yaml")
    assert part in first.message
