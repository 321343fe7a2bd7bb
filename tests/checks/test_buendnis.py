"""The alliance's data: each bad line gives exactly the finding beside it."""

from __future__ import annotations

import shutil
from pathlib import Path

from kompasswerk.checks.report import as_line

FALSCH = Path(__file__).parent / "falsch"
ROOT = Path(__file__).parents[2]
FILE = "pilots/buendnis/termine.yaml"


def put(bestand: Path, name: str) -> None:
    (bestand / FILE).parent.mkdir(parents=True)
    shutil.copy(FALSCH / name, bestand / FILE)
    shutil.copy(ROOT / "kompass/listen.yaml", bestand / "kompass/listen.yaml")


def test_bad_data_give_exactly_the_findings_beside_them(bestand, checked):
    put(bestand, "buendnis.yaml")
    expected = (FALSCH / "buendnis.txt").read_text(encoding="utf-8").splitlines()
    assert [f"{as_line(found)} [{found.rule}]" for found in checked()] == expected


def test_a_project_without_the_data_asks_for_none(checked):
    assert checked() == []


def test_a_file_that_is_no_yaml_says_where(bestand, checked):
    (bestand / FILE).parent.mkdir(parents=True)
    (bestand / FILE).write_text("termine: [a\n", encoding="utf-8")
    assert [(each.path, each.line, each.rule) for each in checked()] == [(FILE, 1, "yaml")]
