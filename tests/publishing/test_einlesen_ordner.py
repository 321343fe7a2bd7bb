"""Which files of a folder are read, and what is said of the others."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

import pytest
from antworten import put

from kompasswerk.cli import main

ROOT = Path(__file__).parents[2]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "rücklauf"
    made.mkdir()
    return made


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real sheets and towns, without the rest of the handbook."""
    root = tmp_path_factory.mktemp("projekt")
    shutil.copytree(ROOT / "kompass/arbeitsblaetter", root / "kompass/arbeitsblaetter")
    for name in ("gemeinden.md", "listen.yaml"):
        shutil.copyfile(ROOT / "kompass" / name, root / "kompass" / name)
    return root


def run(project: Path, folder: Path, *more: object) -> int:
    return main(["einlesen", str(folder), "--wurzel", str(project), *map(str, more)])


def test_returns_in_the_folder_of_results_are_read(project, folder, capsys):
    (folder / "neu").mkdir()
    put(folder, "a", {"selbstcheck.auftrag": "ja"}, stadt="Greiz")
    put(folder / "neu", "b", {"selbstcheck.auftrag": "ja"}, stadt="Suhl")
    for _ in range(2):
        assert run(project, folder, "--ziel", folder / "neu") == 0
        assert "Gelesen: 2 von 2 Dateien" in capsys.readouterr().out


def test_a_linked_folder_is_named(project, folder, tmp_path, capsys):
    (tmp_path / "anderswo").mkdir()
    put(folder, "a", {}, stadt="Greiz")
    (folder / "verweis").symlink_to(tmp_path / "anderswo", target_is_directory=True)
    assert run(project, folder) == 1
    assert "  verweis: Das ist ein verknüpfter Ordner." in capsys.readouterr().out


def test_what_is_no_file_is_not_waited_for(project, folder, capsys):
    os.mkfifo(folder / "leitung.json")
    assert run(project, folder) == 1
    assert "  leitung.json: Das ist keine gewöhnliche Datei" in capsys.readouterr().out


def test_the_page_on_all_towns_never_replaces_a_foreign_file(project, folder):
    for name, said in (("a", "ja"), ("b", "nein")):
        put(folder, name, {"selbstcheck.auftrag": said}, stadt="Greiz")
    ziel = folder.with_name("rücklauf-eingelesen")
    ziel.mkdir()
    (ziel / "staedte.protokoll.html").write_text("meins", encoding="utf-8")
    for _ in range(2):
        assert run(project, folder) == 0
    assert (ziel / "staedte.protokoll.html").read_text(encoding="utf-8") == "meins"
    pages = [path.name for path in ziel.glob("staedte*")]
    assert sorted(pages) == ["staedte (2).protokoll.html", "staedte.protokoll.html"]


def test_the_page_on_all_towns_names_returned_files_and_sheets_in_order(project, folder):
    one = {"erprobungsprotokoll.fehlt": "A", "selbstcheck.auftrag": "ja"}
    other = {"erprobungsprotokoll.fehlt": "B", "selbstcheck.auftrag": "nein"}
    put(folder, "01 werte", one, stadt="Greiz")
    put(folder, "02 werte", other, stadt="Greiz")
    assert run(project, folder) == 0
    text = (folder.with_name("rücklauf-eingelesen") / "staedte.protokoll.html").read_text("utf-8")
    assert ">01 werte.json<" in text
    assert "antworten.json" not in text
    assert 0 < text.index("Selbstcheck") < text.index("Erprobung")


def test_a_town_to_settle_is_told_everywhere(project, folder, capsys):
    put(folder, "a", {"selbstcheck.stadt": "Schleiz"}, stadt="Pößneck", ags="16075085")
    assert run(project, folder, "--json") == 1
    (file,) = json.loads(capsys.readouterr().out.partition("\n}\n")[0] + "}")["dateien"]
    assert "„Schleiz“" in file["stadtfrage"]
    assert run(project, folder) == 1
    assert "Bitte die Stadt klären:\n  a.json: Die Datei nennt versch" in capsys.readouterr().out
    ziel = folder.with_name("rücklauf-eingelesen")
    for name in ("a.json.protokoll.html", "staedte.protokoll.html"):
        page = (ziel / name).read_text("utf-8")
        assert "Die Datei nennt verschiedene Städte" in page
        assert "Es gibt nichts zu klären" not in page
