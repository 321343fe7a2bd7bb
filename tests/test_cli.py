"""The commands of the whole program that no package tests for itself."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from kompasswerk.cli import main

ROOT = Path(__file__).parents[1]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    for name in ("kompass/listen.yaml", "_templates/gestaltung.yaml"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        shutil.copyfile(ROOT / name, tmp_path / name)
    return tmp_path


@pytest.mark.parametrize("command", ["handbuch", "vorschau", "links", "wordvorlage", "pruefen"])
def test_a_command_outside_of_a_project_says_so(command, tmp_path, capsys):
    assert main([command, "--wurzel", str(tmp_path)]) == 2
    assert "Hier ist kein Kompass." in capsys.readouterr().err


def test_content_with_errors_is_not_built(project, capsys):
    page = project / "bestpractice/ohne-kopf.md"
    page.parent.mkdir()
    page.write_text("Nur Text.\n", encoding="utf-8")
    assert main(["handbuch", "--wurzel", str(project)]) == 1
    said = capsys.readouterr()
    assert "bestpractice/ohne-kopf.md:1:" in said.out
    assert "erst gebaut, wenn die Fehler behoben sind" in said.err
    assert not (project / "_build").exists()


def test_the_word_template_follows_the_tokens(project):
    assert main(["wordvorlage", "--wurzel", str(project)]) == 0
    made = (project / "_templates/word/kompass.docx").read_bytes()
    assert made == (ROOT / "_templates/word/kompass.docx").read_bytes()


def test_the_menu_explains_every_command(capsys):
    with pytest.raises(SystemExit) as stop:
        main(["--help"])
    assert stop.value.code == 0
    menu = capsys.readouterr().out
    assert all(word in menu for word in ("handbuch", "vorschau", "pruefen", "neu", "links"))


def test_the_editors_guide_holds_the_tables_of_the_program():
    from kompasswerk.checks import field_table

    guide = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    kept = guide.partition(field_table.BEGIN)[2].partition(field_table.END)[0]
    assert kept.strip() == field_table.field_tables().strip()
