"""The commands of the whole program that no package tests for itself."""

from __future__ import annotations

import errno
import shutil
import subprocess
import sys
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


def test_a_command_that_is_interrupted_says_what_remains(project, capsys, monkeypatch):
    def interrupted(*args: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("kompasswerk.publishing.commands.build_handbook", interrupted)
    assert main(["handbuch", "--wurzel", str(project)]) == 130
    assert "Abgebrochen. Fertige Ausgaben bleiben, wie sie waren." in capsys.readouterr().err


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (errno.EACCES, "Programme schließen, die sie offen haben."),
        (errno.EROFS, "der Datenträger ist schreibgeschützt."),
        (errno.ENOSPC, "der Datenträger ist voll."),
    ],
)
def test_a_file_that_cannot_be_written_is_named_in_german(
    number, said, project, capsys, monkeypatch
):
    def refused(*args: object) -> None:
        raise OSError(number, "refused", "kompass-handbuch.docx")

    monkeypatch.setattr("kompasswerk.publishing.commands.build_handbook", refused)
    assert main(["handbuch", "--wurzel", str(project)]) == 2
    error = capsys.readouterr().err
    assert error.startswith("kompass-handbuch.docx: ")
    assert said in error


def test_a_reader_that_has_had_enough_is_no_error():
    command = [sys.executable, "-m", "kompasswerk.cli", "felder"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 130


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


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "Es fehlt: BEFEHL."),
        (["prufen"], "BEFEHL: „prufen“ gibt es nicht. Meinen Sie „pruefen“? Möglich ist: pruefen,"),
        (["neu"], "Es fehlt: art, slug."),
        (["neu", "haus", "x"], "art: „haus“ gibt es nicht. Möglich ist: "),
        (["pruefen", "--jsn"], "Das ist unbekannt: --jsn."),
        (["pruefen", "--sarif"], "Hinter --sarif fehlt die Angabe."),
        (["pruefen", "--json=ja"], "--json hat keine Angabe hinter sich: 'ja'."),
        (["arbeitsbuch", "--alle", "--liste", "x"], "--liste und --alle gehen nicht zusammen."),
        (["arbeitsbuch", "--jobs", "0"], "--jobs: „0“ ist keine Anzahl von 1 bis 1000"),
        (["auswerten", "x", "--stichtag", "morgen"], "--stichtag: „morgen“ ist kein Datum."),
    ],
)
def test_wrong_use_is_said_in_german(arguments, said, capsys):
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 2
    first, second = capsys.readouterr().err.splitlines()
    assert first.startswith(said)
    assert second.startswith("Alle Möglichkeiten: kompasswerk")


@pytest.mark.parametrize("command", [[], ["arbeitsbuch"], ["pruefen"]])
def test_help_speaks_german(command, capsys):
    with pytest.raises(SystemExit) as ended:
        main([*command, "--help"])
    said = capsys.readouterr().out
    assert ended.value.code == 0
    assert said.startswith("Aufruf: kompasswerk")
    assert "Möglichkeiten:" in said
    for english in ("usage", "options", "positional", "show this", "show program"):
        assert english not in said
