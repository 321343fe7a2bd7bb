"""The command: where the files lie, what is said, which codes it ends with."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from antworten import put

from kompasswerk.cli import main

ROOT = Path(__file__).parents[2]
DAY = ("--stichtag", "2026-12-31")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    root = tmp_path / "projekt"
    for folder in ("kompass", "_templates"):
        shutil.copytree(ROOT / folder, root / folder)
    return root


@pytest.fixture
def answers(tmp_path: Path) -> Path:
    folder = tmp_path / "antworten"
    folder.mkdir()
    for name in ("Suhl", "Gotha", "Weida"):
        put(folder, name, {"selbstcheck.auftrag": "ja"}, stadt=name)
    return folder


def run(project: Path, *arguments: object) -> int:
    return main(["auswerten", *map(str, arguments), "--wurzel", str(project)])


def test_four_files_with_the_day_in_their_names(project, answers, capsys):
    assert run(project, answers, *DAY) == 0
    names = [f"auswertung-2026-12-31.{ending}" for ending in ("html", "xlsx", "docx", "pdf")]
    folder = "_build/ausgabe/auswertung"
    assert capsys.readouterr().out.splitlines() == [f"{folder}/{name}" for name in names]
    first = [(project / folder / name).read_bytes() for name in names]
    assert run(project, answers, *DAY) == 0
    assert [(project / folder / name).read_bytes() for name in names] == first


def test_a_broken_file_is_named_and_the_others_count(project, answers, capsys):
    (answers / "kaputt.json").write_text("{", encoding="utf-8")
    (answers / "fremd.json").write_text("[1, 2]", encoding="utf-8")
    assert run(project, answers, *DAY) == 1
    said = capsys.readouterr().err.splitlines()
    assert said == [
        "Nicht gelesen: „fremd.json“ enthält keine Antworten aus dem Kompass.",
        "Nicht gelesen: „kaputt.json“ ist keine JSON-Datei oder ist beschädigt. "
        "Bitte lassen Sie sich die Datei noch einmal schicken.",
    ]


def test_wrong_use_is_said_in_german(project, answers, tmp_path, capsys):
    empty = tmp_path / "leer"
    empty.mkdir()
    assert run(project, empty, *DAY) == 2
    assert run(project, tmp_path / "fehlt", *DAY) == 2
    assert run(project, answers, *DAY, "--eingeladen", tmp_path / "fehlt.csv") == 2
    with pytest.raises(SystemExit) as ended:
        run(project, answers, "--stichtag", "31.12.2026")
    assert ended.value.code == 2
    said = capsys.readouterr().err
    for sentence in ("keine Antworten", "gibt es nicht", "nicht lesbar", "Bitte so: 2026-12-31."):
        assert sentence in said
