"""The command: the three real pilots, a form, wrong use."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from kompasswerk.cli import main
from kompasswerk.model.seiten import Pilot
from kompasswerk.pilotpruefung.check import checked
from kompasswerk.pilotpruefung.verdict import Urteil
from kompasswerk.publishing.pilotpruefung import pilotpruefung
from kompasswerk.reading.files import load_bestand

ROOT = Path(__file__).parents[2]
BESTAND = ROOT / "tests/checks/bestand"
TODAY = date(2026, 11, 28)
MET, PARTLY, UNKNOWN = Urteil.MET, Urteil.PARTLY, Urteil.UNKNOWN
EXPECTED = {
    "der-schoenste-blick": [
        *(UNKNOWN, MET, MET, PARTLY, UNKNOWN, UNKNOWN, UNKNOWN, PARTLY, PARTLY),
    ],
    "kompass": [*(UNKNOWN, MET, UNKNOWN, PARTLY, PARTLY, UNKNOWN, PARTLY, PARTLY, PARTLY)],
    "wanderbaumallee": [*(UNKNOWN, MET, MET, PARTLY, MET, UNKNOWN, PARTLY, MET, PARTLY)],
}
CRITERIA = """quelle: Folie
stadtgroessen: [klein]
kriterien:
  messbar: {mindest: ja, fehlt: Bitte messen.}
  skalierbar: {mindest: nein, fehlt: Bitte vergrößern.}
"""
SIZES = "  klein: {name: klein, erklaerung: Klein., unter: 20000}\n"


@pytest.fixture
def root(tmp_path):
    folder = tmp_path / "projekt"
    shutil.copytree(BESTAND, folder)
    (folder / "pilots/kriterien.yaml").write_text(CRITERIA, encoding="utf-8")
    return folder


def test_the_three_pilots_get_the_verdicts_that_their_documents_support():
    loaded = load_bestand(ROOT)
    found = {}
    for page in loaded.pages:
        if isinstance(page.page, Pilot):
            pruefung = checked(page, page.page, loaded, TODAY)
            found[page.slug] = [each.urteil for each in pruefung.befunde]
            # While the alliance has settled no minimum, nobody can say that it is met.
            assert pruefung.erfuellt is None
            own = [each.fall.slug for each in pruefung.aehnlich if each.eigener]
            assert own == (["wanderbaumallee-thueringen"] if page.slug == "wanderbaumallee" else [])
    assert found == EXPECTED


def test_a_page_is_checked_and_page_and_sheet_are_written(root, capsys):
    assert pilotpruefung(root, file=root / "pilots/baum-gut.md", today=TODAY) == 1
    out = capsys.readouterr().out
    assert "Mindestkriterien sind nicht erfüllt oder nicht belegt: Messbar." in out
    text = (root / "_build/ausgabe/pilotpruefung/baum-gut.html").read_text("utf-8")
    assert "<h1>Bäume auf Zeit: Prüfung als Pilotprojekt</h1>" in text
    assert "Die Seite nennt keinen Indikator." in text
    assert (root / "_build/ausgabe/pilotpruefung/baum-gut.docx").is_file()


def test_a_pilot_with_all_minimum_criteria_ends_well(root, capsys):
    page = root / "pilots/baum-gut.md"
    text = page.read_text("utf-8").replace(
        "  messbar: {erfuellt: offen, grund: Die Unterlagen sagen dazu nichts.}",
        "  messbar: {erfuellt: ja, grund: Gezählt wird., quelle: s1}\n"
        "indikatoren:\n  - {kennzahl: Bäume, einheit: Stück, vorher: 0, vorher_stand: 2025,"
        " ziel: 7, bis: 2026, ist: 7, stand: 2026-06, quelle: s1}",
    )
    page.write_text(text, encoding="utf-8")
    assert pilotpruefung(root, file=page, today=TODAY) == 0
    assert "Alle Mindestkriterien sind erfüllt." in capsys.readouterr().out


def test_a_form_is_checked_like_its_page(root, capsys):
    assert main(["fallbogen", "baum-gut", "--art", "pilot", "--wurzel", str(root)]) == 0
    form = root / "_build/ausgabe/boegen/pilotbogen-baum-gut.docx"
    assert main(["pilotpruefung", str(form), "--wurzel", str(root)]) == 1
    assert "unbekannt     Messbar" in capsys.readouterr().out


def test_a_page_outside_of_the_project_is_checked_too(root, tmp_path, capsys):
    idea = tmp_path / "idee.md"
    shutil.copy(root / "pilots/baum-gut.md", idea)
    assert pilotpruefung(root, file=idea, today=TODAY) == 1
    assert "unbekannt     Messbar" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("pilots/nichts.md", "Die Datei „nichts.md“ gibt es nicht."),
        ("bestpractice/laden-gut.md", "„laden-gut.md“ ist kein Pilotprojekt."),
        ("pilots/kriterien.yaml", "weder eine Seite (.md) noch ein Pilotbogen (.docx)."),
    ],
)
def test_wrong_use_gets_a_sentence(root, capsys, name, said):
    assert pilotpruefung(root, file=root / name, today=TODAY) == 2
    assert said in capsys.readouterr().err


def test_a_damaged_form_gets_a_sentence(root, capsys):
    form = root / "bogen.docx"
    form.write_bytes(b"PK\x03\x04 kein Word")
    assert pilotpruefung(root, file=form, today=TODAY) == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_a_form_of_another_kind_is_no_pilot(root, capsys):
    assert main(["fallbogen", "laden-gut", "--wurzel", str(root)]) == 0
    form = root / "_build/ausgabe/boegen/fallbogen-laden-gut.docx"
    assert pilotpruefung(root, file=form, today=TODAY) == 2
    assert "ist kein Pilotprojekt" in capsys.readouterr().err


def test_an_idea_that_lacks_too_much_says_what(root, capsys):
    idea = root / "pilots/idee.md"
    idea.write_text("---\nart: pilot\ntitel: Idee\n---\n\n## Projektinhalt\n", encoding="utf-8")
    assert pilotpruefung(root, file=idea, today=TODAY) == 1
    assert "ag: Die Angabe fehlt." in capsys.readouterr().err
