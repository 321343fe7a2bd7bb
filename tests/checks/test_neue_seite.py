"""New pages from the real templates."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from kompasswerk.cli import main
from kompasswerk.reading.new_page import new_page

TEMPLATES = Path(__file__).parents[2] / "_templates/neu"
# What is still to be filled in, and nothing else.
OPEN = {"leer", "erreichbar", "absatz-ohne-quelle", "quelle-ungenutzt", "fundstelle"}
FOLDERS = [
    ("fall", "bestpractice"),
    ("pilot", "pilots"),
    ("instrument", "kompass/instrumente"),
    ("schritt", "kompass/schritte"),
    ("arbeitsblatt", "kompass/arbeitsblaetter"),
    ("seite", "kompass"),
]


@pytest.fixture
def projekt(bestand):
    shutil.copytree(TEMPLATES, bestand / "_templates/neu")
    return bestand


@pytest.mark.parametrize(("art", "folder"), FOLDERS)
def test_a_new_page_has_only_findings_about_what_is_left_open(art, folder, projekt, checked):
    new_page(projekt, art, "ganz-neu", date(2026, 11, 22))
    findings = checked()
    assert {found.path for found in findings} == {f"{folder}/ganz-neu.md"}
    assert {found.rule for found in findings} <= OPEN


def test_the_command_says_where_the_new_page_is(projekt, capsys):
    assert main(["neu", "fall", "ganz-neu", "--wurzel", str(projekt)]) == 0
    assert "bestpractice/ganz-neu.md ist angelegt" in capsys.readouterr().out
    assert (projekt / "bestpractice/ganz-neu.md").is_file()


def test_an_existing_page_is_never_overwritten(projekt, capsys):
    path = projekt / "bestpractice/laden-gut.md"
    before = path.read_bytes()
    assert main(["neu", "fall", "laden-gut", "--wurzel", str(projekt)]) == 2
    assert path.read_bytes() == before
    assert "gibt es schon" in capsys.readouterr().err


def test_a_name_that_differs_only_in_case_counts_as_taken(projekt):
    path = projekt / "bestpractice/laden-gut.md"
    path.rename(path.with_name("Laden-Gut.md"))
    assert main(["neu", "fall", "laden-gut", "--wurzel", str(projekt)]) == 2


@pytest.mark.parametrize("slug", ["../raus", "a/b", "Ä", "", "con", "a--b", "x" * 81, "a.md"])
def test_bad_names_are_refused_and_nothing_is_written(slug, projekt, capsys):
    before = sorted(projekt.parent.rglob("*"))
    assert main(["neu", "fall", slug, "--wurzel", str(projekt)]) == 2
    assert sorted(projekt.parent.rglob("*")) == before
    assert "keine gültige Kennung" in capsys.readouterr().err
