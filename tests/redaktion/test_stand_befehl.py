"""The command ``stand``: what it says, where its files lie, and how answers weigh the gaps."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from antworten import put

from kompasswerk.cli import main
from kompasswerk.formular.collecting import Collected
from kompasswerk.formular.towns import Places, Town
from kompasswerk.model.formular import Blatt, FormKind, Formularfeld
from kompasswerk.model.vocabulary import Choice, Vocabulary
from kompasswerk.redaktion.stand.luecken import demand_of

ROOT = Path(__file__).parents[2]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "kompass", tmp_path / "projekt/kompass")
    return tmp_path / "projekt"


def run(project: Path, *arguments: object) -> int:
    return main(["stand", *map(str, arguments), "--wurzel", str(project)])


def test_what_is_due_and_where_the_files_lie_on_a_day(project, capsys):
    assert run(project, "--stichtag", "2027-05-21") == 0
    said = capsys.readouterr().out
    assert said.startswith("Redaktionsstand am 21.\u00a0Mai 2027: ")
    assert "27.\u00a0Mai 2027: Förderprogramm „Dorferneuerung und Dorfentwicklung“." in said
    assert "Alle Lücken wiegen deshalb gleich" in said
    names = ["redaktionsstand-2027-05-21.xlsx", "faellig.atom"]
    assert said.splitlines()[-2:] == [f"_build/ausgabe/stand/{name}" for name in names]
    first = [(project / "_build/ausgabe/stand" / name).read_bytes() for name in names]
    assert run(project, "--stichtag", "2027-05-21") == 0
    assert [(project / "_build/ausgabe/stand" / name).read_bytes() for name in names] == first
    capsys.readouterr()
    assert run(project, "--stichtag", "2027-05-20") == 0
    assert "Diese Woche fällig oder überfällig: 0" in capsys.readouterr().out


def test_answers_of_three_towns_put_their_size_first(project, tmp_path, capsys):
    folder = tmp_path / "antworten"
    folder.mkdir()
    for name in ("Suhl", "Gotha", "Eisenach"):
        put(folder, name, {"selbstcheck.auftrag": "ja"}, stadt=name)
    assert run(project, "--stichtag", "2026-12-01", "--ruecklauf", folder) == 0
    said = capsys.readouterr().out
    assert "Gewichtet nach Rückläufen (3 Städte): Stadtgröße." in said
    assert "Nach Ansatz und Gebäudetyp fragt kein geteiltes Feld: gleiches Gewicht." in said
    gaps = [line for line in said.splitlines() if line.startswith("  Zwischennutzung, ")]
    assert gaps[0] == "  Zwischennutzung, Ladenlokal, kleine Mittelstadt"
    assert all(line.endswith(", kleine Mittelstadt") for line in gaps)


def test_wrong_use_is_said_in_german(project, tmp_path, capsys):
    empty = tmp_path / "leer"
    empty.mkdir()
    assert run(project, "--ruecklauf", empty) == 2
    assert run(project, "--ruecklauf", tmp_path / "fehlt") == 2
    (project / "kompass/linkstand.json").write_text("kaputt", encoding="utf-8")
    assert run(project, "--stichtag", "2026-12-01") == 1
    said = capsys.readouterr().err
    for sentence in ("keine Antworten", "gibt es nicht", "linkstand.json“ lässt sich nicht lesen"):
        assert sentence in said


def test_towns_ask_for_a_building_type_by_an_answer_that_they_share():
    words = Vocabulary(
        {
            "ansatz": (Choice("neu", "Neu", ""),),
            "gebaeudetyp": (Choice("laden", "Laden", ""), Choice("hof", "Hof", "")),
            "groessenklasse": (Choice("kleine-kleinstadt", "klein", "", ab=5000, unter=10000),),
        }
    )
    choice = Formularfeld(
        "typ", "Welches Haus?", FormKind.CHOICE, teilen=True, werte=("Laden", "Hof")
    )
    private = Formularfeld("privat", "Privat?", FormKind.CHOICE, werte=("Laden", "Hof"))
    sheet = Blatt("bogen", "Bogen", 1, "erfassen", (choice, private))
    collected = Collected({"bogen": sheet}, Places({}, words))
    collected.towns += [Town(name, name, "klein") for name in "abcd"]
    collected.values["bogen.typ"] = {0: "Laden", 1: "Laden", 2: "Laden", 3: "Hof"}
    collected.values["bogen.privat"] = {0: "Hof", 1: "Hof", 2: "Hof"}
    demand = demand_of(collected, words)
    assert demand.fragen == ("Bogen: Welches Haus?",)
    assert demand.stumm == ("ansatz",)
    assert demand.towns("gebaeudetyp", "laden") == 3
    assert demand.towns("gebaeudetyp", "hof") == 0  # one town is not shown
    assert demand.towns("groessenklasse", "kleine-kleinstadt") == 4
