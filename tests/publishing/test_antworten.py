"""The commands around answers: tabelle, uebertragen, schreiben."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from docx import Document
from kompasswerk.cli import main
from kompasswerk.docx.filled import read_filled
from kompasswerk.formular.csv_file import read_csv
from kompasswerk.formular.xlsx_file import read_xlsx
from kompasswerk.publishing.beside import put_beside
from kompasswerk.reading.blaetter import read_sheets
from kompasswerk.reading.files import load_bestand

ROOT = Path(__file__).parents[2]
COPIED = (
    "kompass/listen.yaml",
    "kompass/arbeitsblaetter/eigentuemerbrief.md",
    "kompass/arbeitsblaetter/auftrag.md",
    "_templates/word/kompass.docx",
)
CONF = """\
project = "Probe"
language = "de"
primary_domain = "kompass"
extensions = ["myst_parser", "sphinx_design", "kompasswerk.sphinx_ext", "kompasswerk.docx"]
myst_enable_extensions = ["colon_fence"]
exclude_patterns = ["_build"]
book_edition = {"number": "2", "date": "2027-01-01", "state": "edition"}
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    root = tmp_path / "projekt"
    for name in COPIED:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(ROOT / name, root / name)
    (root / "conf.py").write_text(CONF)
    (root / "index.md").write_text("# Probe\n\n```{toctree}\n:glob:\nkompass/*/*\n```\n")
    (root / "kompass/umbenannt.yaml").write_text("auftrag.wochenzeit: auftrag.stunden\n")
    return root


@pytest.fixture
def returned(tmp_path: Path):
    """Return a function that writes a file of answers and returns its path."""

    def write(name: str, **answers: object) -> Path:
        content = {"format": "kompass-antworten", "version": 1, "ausgabe": "1", "stadt": "Pößneck"}
        path = tmp_path / name
        path.write_text(json.dumps(content | {"antworten": answers}))
        return path

    return write


def run(project: Path, *arguments: str) -> int:
    return main([*arguments, "--wurzel", str(project)])


def test_tables_read_back_as_empty_sheets(project, capsys):
    assert run(project, "tabelle", "auftrag.md") == 0
    assert capsys.readouterr().out == "1 Arbeitsblatt als Tabelle: _build/ausgabe/tabellen\n"
    made = project / "_build/ausgabe/tabellen"
    assert sorted(path.name for path in made.iterdir()) == [
        "auftrag.csv",
        "auftrag.schema.json",
        "auftrag.xlsx",
        "felder.md",
    ]
    sheets = read_sheets(load_bestand(project))
    for read, ending in ((read_csv, "csv"), (read_xlsx, "xlsx")):
        came = read("a", (made / f"auftrag.{ending}").read_bytes(), sheets)
        assert (came.antworten, came.fundstuecke, came.fehlend) == ((), (), ())
        assert len(came.leer) > 30
    assert (
        (made / "felder.md").read_text().startswith("# Felder der Arbeitsblätter\n\n## 2. Auftrag")
    )


def test_an_unknown_sheet_is_named_with_what_is_near(project, capsys):
    assert run(project, "tabelle", "auftrg") == 2
    assert capsys.readouterr().err == (
        "Das Arbeitsblatt „auftrg“ gibt es nicht. Meinen Sie „auftrag“?\n"
    )


def test_answers_move_to_the_new_edition_and_earlier_results_stay(project, returned, capsys):
    file = returned("alt.json", **{"auftrag.wochenzeit": 12, "auftrag.fort": "Wort"})
    out = project / "_build/ausgabe/uebertragen"
    assert run(project, "uebertragen", str(file)) == 1
    assert capsys.readouterr().out == (
        "1 Antwort in _build/ausgabe/uebertragen/alt.json\n"
        "Ausgefüllt in Word: _build/ausgabe/uebertragen/alt.docx\n"
        "Bitte ansehen: _build/ausgabe/uebertragen/alt-anhang.md\n"
    )
    moved = json.loads((out / "alt.json").read_text())
    assert (moved["ausgabe"], moved["antworten"]) == ("2", {"auftrag.stunden": 12})
    assert "> Wort" in (out / "alt-anhang.md").read_text()
    came = read_filled(out / "alt.docx", read_sheets(load_bestand(project)))
    assert {str(each.stelle): each.text for each in came.antworten} == {"auftrag.stunden": "12"}
    assert (came.stadt, came.ausgabe, came.fundstuecke) == ("Pößneck", "2", ())
    assert Document(out / "alt.docx").core_properties.title == "Arbeitsblätter für Pößneck"

    (out / "alt.json").write_text("von Hand")
    assert run(project, "uebertragen", str(returned("alt.json", **{"auftrag.stunden": 3}))) == 0
    assert (out / "alt.json").read_text() == "von Hand"
    assert (out / "alt (2).json").exists()
    assert (out / "alt (2).docx").exists()


def test_a_file_of_another_kind_is_refused_in_one_line(project, tmp_path, capsys):
    (tmp_path / "a.txt").write_text("x")
    for command in (["uebertragen"], ["schreiben", "--art", "brief"]):
        assert run(project, *command, str(tmp_path / "a.txt")) == 2
        assert capsys.readouterr().err == (
            "Diese Art von Datei bringt keine Antworten zurück. Bitte als .docx speichern.\n"
        )


def test_a_letter_in_word_holds_answers_and_visible_gaps(project, returned, capsys):
    file = returned("a.json", **{"eigentuemerbrief.gebaeude": "Markt 3"})
    assert run(project, "schreiben", str(file), "--art", "brief") == 0
    assert capsys.readouterr().out == (
        "_build/ausgabe/schreiben/a-brief.docx (9 Lücken)\n"
        "Entwurf aus dem Arbeitsbuch: vor Gebrauch prüfen lassen, Lücken ergänzen.\n"
    )
    document = Document(project / "_build/ausgabe/schreiben/a-brief.docx")
    texts = [each.text for each in document.paragraphs if each.text]
    assert texts[:5] == [
        "Pößneck",
        "[bitte ergänzen: Name und Anschrift]",
        "[bitte ergänzen: Ort und Datum]",
        "Markt 3: Wir möchten gern mit Ihnen ins Gespräch kommen",
        "Guten Tag,",
    ]


def test_a_letter_whose_text_is_gone_says_so(project, returned, capsys):
    assert run(project, "schreiben", str(returned("a.json")), "--art", "expose") == 2
    assert capsys.readouterr().err == (
        "Auf dem Arbeitsblatt fehlt der Abschnitt „C.“ mit dem Text.\n"
    )


def test_a_file_is_put_beside_others_and_never_twice(tmp_path):
    target = tmp_path / "brief.docx"
    placed = [put_beside(target, blob).name for blob in (b"a", b"a", b"b", b"c", b"b")]
    assert placed == [
        "brief.docx",
        "brief.docx",
        "brief (2).docx",
        "brief (3).docx",
        "brief (2).docx",
    ]
