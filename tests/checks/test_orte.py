"""The places of the map: each bad line gives exactly the finding beside it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from kompasswerk.checks.report import as_line
from kompasswerk.model.orte import Ort, Punkt
from kompasswerk.reading.files import load_orte

FALSCH = Path(__file__).parent / "falsch"
FALL = "bestpractice/laden-gut.md"
HEAD = "quelle: GeoNames\nlizenz: CC BY 4.0\nadresse: https://www.geonames.org/\norte:\n"


@pytest.fixture
def with_places(bestand):
    def put(text: str) -> Path:
        (bestand / "kompass/orte.yaml").write_text(text, encoding="utf-8")
        return bestand

    return put


def test_a_bad_list_gives_exactly_the_findings_beside_it(bestand, checked):
    shutil.copy(FALSCH / "orte.yaml", bestand / "kompass/orte.yaml")
    expected = (FALSCH / "orte.txt").read_text(encoding="utf-8").splitlines()
    assert [f"{as_line(found)} [{found.rule}]" for found in checked()] == expected


def test_a_project_without_the_list_asks_for_no_places(checked):
    assert checked() == []


def test_a_case_without_its_place_is_told_what_to_write(with_places, checked):
    with_places(HEAD + "  - {ort: Musterstatt, land: Thüringen, lat: 50.98, lon: 11.03}\n")
    (found,) = checked()
    assert (found.path, found.line, found.rule) == (FALL, 6, "ort-unbekannt")
    assert found.message == (
        "„Musterstadt“ (Thüringen) steht nicht in kompass/orte.yaml. Ähnlich heißt dort: "
        "„Musterstatt“. Auf der Karte fehlt sein Punkt. Bitte dort ergänzen: "
        "{ort: 'Musterstadt', land: 'Thüringen', lat: …, lon: …}."
    )


def test_a_list_that_is_no_yaml_says_where(with_places, checked):
    with_places("orte: [a\n")
    assert ("kompass/orte.yaml", 1, "yaml") in [(f.path, f.line, f.rule) for f in checked()]


def test_places_are_read_with_names_and_more_than_one_point(with_places):
    root = with_places(
        HEAD
        + "  - {ort: Leipzig, land: Sachsen, lat: 51.34, lon: 12.37}\n"
        + "  - {ort: 'Köthen (Anhalt)', land: Sachsen-Anhalt, lat: 51.75, lon: 11.97, "
        + "name: Köthen}\n"
        + "  - {ort: Dresden, land: Sachsen, lat: 51.05, lon: 13.74}\n"
        + "  - {ort: beide, land: Sachsen, wie: [Dresden, Leipzig]}\n"
        + "  - {ort: bundesweit, land: Deutschland, karte: nein}\n"
    )
    orte, findings = load_orte(root)
    assert findings == []
    assert (orte.quelle, orte.lizenz) == ("GeoNames", "CC BY 4.0")
    assert orte.punkte("Köthen (Anhalt)", "Sachsen-Anhalt") == (Punkt("Köthen", 51.75, 11.97),)
    both = (Punkt("Dresden", 51.05, 13.74), Punkt("Leipzig", 51.34, 12.37))
    assert orte.orte["beide", "Sachsen"] == Ort("beide", "Sachsen", both, 8)
    assert orte.punkte("bundesweit", "Deutschland") == orte.punkte("Leipzig", "Hessen") == ()
