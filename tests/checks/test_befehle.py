"""The commands as a person calls them."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from kompasswerk.cli import main


@pytest.fixture
def with_error(bestand):
    path = bestand / "bestpractice/laden-gut.md"
    text = path.read_text(encoding="utf-8").replace("wert: 12000", "wert: ca. 12000")
    path.write_text(text, encoding="utf-8")
    return bestand


def test_a_sound_project_ends_with_0(bestand, capsys):
    assert main(["pruefen", "--wurzel", str(bestand)]) == 0
    assert capsys.readouterr().out == "7 Seiten geprüft: keine Fehler.\n"


def test_errors_end_with_1(with_error, capsys):
    assert main(["pruefen", "--wurzel", str(with_error)]) == 1
    assert capsys.readouterr().out == (
        "bestpractice/laden-gut.md:8: einwohner.wert: „ca. 12000“ ist keine Zahl. "
        "Bitte nur Ziffern: 12000.\n"
        "1 Fehler in 1 Datei\n"
    )


def test_warnings_alone_end_with_0(bestand, capsys):
    path = bestand / "kompass/ueber.md"
    text = path.read_text(encoding="utf-8").replace("stand: 2026-11-22", "stand: 2999-01-01")
    path.write_text(text, encoding="utf-8")
    assert main(["pruefen", "--wurzel", str(bestand)]) == 0
    assert capsys.readouterr().out.endswith("1 Warnung in 1 Datei\n")


@pytest.mark.parametrize(
    ("name", "code", "summary"),
    [
        ("bestpractice", 1, "1 Fehler in 1 Datei"),
        ("bestpractice/laden-gut.md", 1, "1 Fehler in 1 Datei"),
        ("kompass", 0, "5 Seiten geprüft: keine Fehler."),
        (".", 1, "1 Fehler in 1 Datei"),
    ],
)
def test_only_the_named_paths_are_reported(name, code, summary, with_error, capsys):
    assert main(["pruefen", str(with_error / name), "--wurzel", str(with_error)]) == code
    assert capsys.readouterr().out.splitlines()[-1] == summary


def test_a_file_outside_the_content_folders_can_be_checked_too(bestand, capsys):
    draft = bestand / "entwurf.md"
    draft.write_text("---\nart: seite\n---\n", encoding="utf-8")
    assert main(["pruefen", str(draft), "--wurzel", str(bestand)]) == 1
    assert "entwurf.md:1: titel: Die Angabe fehlt." in capsys.readouterr().out


@pytest.mark.parametrize("path", ["gibt-es-nicht.md", "/"])
def test_a_path_that_is_missing_or_outside_ends_with_2(path, bestand, capsys):
    assert main(["pruefen", str(bestand / path), "--wurzel", str(bestand)]) == 2
    assert capsys.readouterr().err


def test_a_folder_without_kompass_ends_with_2(tmp_path, capsys):
    assert main(["pruefen", "--wurzel", str(tmp_path)]) == 2
    assert "kein Kompass" in capsys.readouterr().err


def test_the_root_is_found_upwards_from_the_current_folder(bestand, monkeypatch, capsys):
    monkeypatch.chdir(bestand / "kompass/schritte")
    assert main(["pruefen"]) == 0


def test_json_and_sarif_can_be_had_at_once(with_error, tmp_path, capsys):
    sarif = tmp_path / "befunde.sarif"
    arguments = ["pruefen", "--json", "--sarif", str(sarif), "--wurzel", str(with_error)]
    assert main(arguments) == 1
    (found,) = json.loads(capsys.readouterr().out)["findings"]
    (result,) = json.loads(sarif.read_text(encoding="utf-8"))["runs"][0]["results"]
    assert (found["rule"], result["ruleId"]) == ("zahl", "zahl")


def test_a_sarif_file_that_cannot_be_written_ends_with_2(bestand, capsys):
    arguments = ["pruefen", "--sarif", str(bestand), "--wurzel", str(bestand)]
    assert main(arguments) == 2


def test_the_table_of_rules_is_printed(capsys):
    assert main(["regeln"]) == 0
    assert "| `absatz-ohne-quelle` |" in capsys.readouterr().out


@pytest.mark.parametrize(
    "arguments", [[], ["unfug"], ["neu", "unfug", "x"], ["pruefen", "--unfug"]]
)
def test_wrong_use_ends_with_2(arguments):
    with pytest.raises(SystemExit) as stop:
        main(arguments)
    assert stop.value.code == 2


def test_the_command_runs_as_a_program_in_a_console_without_utf8(with_error):
    done = subprocess.run(
        [sys.executable, "-m", "kompasswerk.cli", "pruefen", "--wurzel", str(with_error)],
        capture_output=True,
        env={"PYTHONIOENCODING": "ascii", "LC_ALL": "C"},
        check=False,
    )
    assert done.returncode == 1
    assert done.stdout.decode("utf-8").splitlines()[-1] == "1 Fehler in 1 Datei"
