"""The teaser bank, the hand-outs and the criteria of pilots: each mistake gives its finding."""

from __future__ import annotations

from decimal import Decimal

import pytest

from kompasswerk.checks.belege import numbers, ranking, supported, unsupported
from kompasswerk.model.teaser import length
from kompasswerk.reading.files import load_bestand

BANK = "bestpractice/teaser.yaml"
GOOD = """teaser:
  - seite: laden-gut
    kurz: In Musterstadt sind zwölf Räume vermittelt.
    lang: Die Miete kostete 44.649,50 Euro.
    quellen: [q1, q2]
"""


@pytest.fixture
def found(bestand, checked):
    """Return a function that puts a file into the project and returns rule, key and message."""

    def put(text: str, name: str = BANK) -> list[tuple[str, str, str]]:
        (bestand / name).write_text(text, encoding="utf-8")
        return [(each.rule, each.key, each.message) for each in checked()]

    return put


def test_a_teaser_that_its_page_supports_has_no_finding(found):
    assert found(GOOD) == []


@pytest.mark.parametrize(
    ("old", "new", "rule", "key", "part"),
    [
        ("laden-gut", "laden-gutt", "teaser-seite", "laden-gutt", "Meintest du „laden-gut“?"),
        ("zwölf", "dreizehn", "teaser-beleg", "laden-gut.kurz", "„dreizehn“ steht"),
        ("44.649,50", "45.000", "teaser-beleg", "laden-gut.lang", "„45.000“ steht"),
        ("zwölf Räume", "zwölf der besten Räume", "teaser-beleg", "laden-gut.kurz", "„best…“"),
        ("[q1, q2]", "[q1, q7]", "teaser-quelle", "laden-gut.quellen", "keine Quelle „q7“"),
        ("[q1, q2]", "[q1]", "teaser-beleg", "laden-gut.kurz", "„zwölf“ steht"),
        ("q2]", "q2]\n    bild: a.jpg", "teaser-quelle", "laden-gut.bild", "keine Rechte"),
    ],
)
def test_a_claim_without_ground_is_refused(found, old, new, rule, key, part):
    findings = found(GOOD.replace(old, new, 1))
    assert [(r, k) for r, k, _ in findings if r == rule and k == key] == [(rule, key)]
    assert part in next(message for r, k, message in findings if (r, k) == (rule, key))


def test_a_teaser_that_is_too_long_says_by_how_much(found):
    text = "Räume " * 47
    findings = found(GOOD.replace("In Musterstadt sind zwölf Räume vermittelt.", text[:-1]))
    message = "Der Text hat 281 Zeichen, 280 sind erlaubt. Bitte kürzen."
    assert findings == [("teaser-laenge", "laden-gut.kurz", message)]


def test_letters_are_counted_as_readers_do():
    assert length("Pößneck") == 7
    assert length("Po\u0308ßneck") == 7


def test_numbers_are_compared_by_value_not_by_spelling():
    assert numbers("1,2 Millionen Euro, 44.649 Euro, zwölf, 1.") == {
        "1,2 Millionen": Decimal("1200000.0"),
        "44.649": Decimal(44649),
        "1": Decimal(1),
        "zwölf": Decimal(12),
    }


def test_only_what_rests_on_a_named_source_counts(bestand):
    loaded = load_bestand(bestand)
    page = next(each for each in loaded.pages if each.slug == "laden-gut")
    assert page.page is not None
    ground = supported(page, page.page, ["q2"])
    assert list(unsupported("Zwölf Räume in Gotha, ein Drittel", ground, ["Gotha"])) == [
        "drittel",
        "Gotha",
    ]
    # The running text of a page's teaser names no source, so it supports nothing.
    assert "brennt dort Licht" not in ground
    assert list(ranking("der größte Erfolg", ground)) == ["größt"]


def test_a_list_has_the_sources_of_the_line_above_it(bestand):
    path = bestand / "bestpractice/laden-gut.md"
    old = path.read_text(encoding="utf-8")
    text = old.replace(
        "Zwölf Räume sind vermittelt. {quelle}`q2`", "Gezählt: {quelle}`q2`\n\n- 77 Räume"
    )
    path.write_text(text, encoding="utf-8")
    loaded = load_bestand(bestand)
    page = next(each for each in loaded.pages if each.slug == "laden-gut")
    assert page.page is not None
    assert list(unsupported("77 Räume", supported(page, page.page, ["q2"]), [])) == []


def test_a_flag_of_a_criterion_is_one_of_three_words(found):
    text = (
        "quelle: Folie\nstadtgroessen: [klein]\nkriterien:\n"
        "  messbar: {mindest: vielleicht, fehlt: Bitte messen.}\n"
    )
    findings = found(text, "pilots/kriterien.yaml")
    assert [(rule, key) for rule, key, _ in findings if rule == "pilotkriterien"] == [
        ("pilotkriterien", "kriterien.skalierbar"),
        ("pilotkriterien", "kriterien.messbar.mindest"),
    ]


def test_a_hand_out_names_only_cases_with_a_teaser_and_known_sources(found):
    text = (
        "kontakt: {stelle: Büro}\nkurzinfo:\n  - kennung: blatt\n    titel: Blatt\n"
        "    fuer: Alle\n    punkte: [{text: Satz., quelle: s9}]\n    faelle: [laden-gut]\n"
        "    fragen: [Warum?]\nquellen:\n  s1: {titel: A, herausgeber: B, fundstelle: C}\n"
    )
    findings = found(text, "pilots/kurzinfo.yaml")
    assert [(rule, key) for rule, key, _ in findings] == [
        ("kurzinfo", "blatt.faelle"),
        ("kurzinfo", "blatt.quelle"),
    ]
