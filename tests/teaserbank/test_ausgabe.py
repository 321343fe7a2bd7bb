"""Teasers and hand-outs as files."""

from __future__ import annotations

import csv
import io
import shutil
from datetime import date
from pathlib import Path

import pypdfium2
import pytest
from buero import Buero

from kompasswerk.cli import main
from kompasswerk.publishing.kurzinfo import kurzinfo
from kompasswerk.publishing.pilotpruefung import pilotpruefung
from kompasswerk.reading.files import load_bestand

ROOT = Path(__file__).parents[2]
BESTAND = ROOT / "tests/checks/bestand"
BANK = """teaser:
  - seite: laden-gut
    kurz: Zwölf Räume sind vermittelt.
    lang: Erst fragte die Stadt. Dann kamen <Ideen>.
    quellen: [q1, q2]
    verwendet: [{wo: Newsletter, wann: 2026-12}]
"""


@pytest.fixture
def root(tmp_path):
    folder = tmp_path / "projekt"
    shutil.copytree(BESTAND, folder)
    (folder / "bestpractice/teaser.yaml").write_text(BANK, encoding="utf-8")
    return folder


def run(root, *more):
    return main(["teaser", *more, "--wurzel", str(root)])


def written(root, name):
    return (root / "_build/ausgabe/teaser" / name).read_bytes().decode()


def test_each_file_has_text_sources_and_rights(root, capsys):
    assert run(root) == 0
    assert "1 von 50 geplanten Teasern (1 zu Fällen, 0 zu Pilotprojekten), davon 1 verwendet." in (
        capsys.readouterr().out
    )
    press = written(root, "presse.txt")
    assert "Quellen: Stadt Musterstadt: Bericht, 2023; Stadt Musterstadt: Zählung\n" in press
    assert "Bild: keines hinterlegt\n" in press
    assert "Entwurf: Nicht alle Seiten" in press
    html = written(root, "newsletter.html")
    assert "<p>Erst fragte die Stadt. Dann kamen &lt;Ideen&gt;.</p>" in html
    assert '<html lang="de">' in html
    table = list(csv.reader(io.StringIO(written(root, "soziale-medien.csv")), delimiter=";"))
    assert table[1][1:4] == [
        "Zwölf Räume sind vermittelt.",
        "28",
        "bestpractice/laden-gut.html",
    ]


def test_what_has_been_used_can_be_left_out(root, capsys):
    assert run(root, "--unbenutzt") == 0
    assert "keinen Teaser, der noch nicht verwendet ist" in capsys.readouterr().out
    assert not (root / "_build").exists()


def test_nothing_is_written_while_a_claim_has_no_ground(root, capsys):
    bank = root / "bestpractice/teaser.yaml"
    bank.write_text(BANK.replace("Zwölf", "Dreizehn"), encoding="utf-8")
    assert run(root) == 1
    assert "„Dreizehn“ steht auf der Seite nicht" in capsys.readouterr().err
    assert not (root / "_build").exists()


def test_a_page_without_teaser_is_wrong_use(root, capsys):
    assert run(root, "laden-gutt") == 2
    assert "Meinen Sie „laden-gut“?" in capsys.readouterr().err


def test_every_pilot_and_at_least_fifty_cases_have_a_teaser():
    files = [each.datei for each in load_bestand(ROOT).teaser]
    assert files.count("pilots/teaser.yaml") == 3
    assert files.count("bestpractice/teaser.yaml") >= 50


def test_hand_outs_and_sheets_of_pilots_have_one_page_in_word_and_pdf(tmp_path, capsys):
    project = tmp_path / "projekt"
    for name in ("bestpractice", "pilots", "_templates"):
        shutil.copytree(ROOT / name, project / name)
    (project / "kompass").mkdir()
    for name in ("listen.yaml", "gemeinden.md", "orte.yaml"):
        shutil.copy(ROOT / "kompass" / name, project / "kompass" / name)
    day = date(2026, 11, 28)
    assert kurzinfo(project, today=day) == 0
    for name in ("der-schoenste-blick", "kompass", "wanderbaumallee"):
        assert pilotpruefung(project, file=project / f"pilots/{name}.md", today=day) == 1
    assert capsys.readouterr().err == ""
    office = Buero(tmp_path / "profil")
    sheets = sorted((project / "_build/ausgabe").glob("*/*.docx"))
    assert len(sheets) == 7
    office.run("--convert-to", "pdf", "--outdir", str(tmp_path), *map(str, sheets))
    pages = {name.stem: len(pypdfium2.PdfDocument(name)) for name in tmp_path.glob("*.pdf")}
    assert pages == dict.fromkeys([each.stem for each in sheets], 1)
