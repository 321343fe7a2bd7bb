"""The rules of „Was tun mit diesem Haus?“: each bad file gives exactly the findings beside it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from kompasswerk.checks.report import as_line

FALSCH = Path(__file__).parent / "falsch"
RULES = "kompass/objektpfad.yaml"
GOOD = """anrufe:
  - {wen: Bauamt, sagen: 'Was ist geplant?', grund: Zuerst fragen.}
instrumente:
  - mittel: [{instrument: zwischennutzung, grund: Geht schnell.}]
briefe:
  - {blatt: auftrag, grund: Für den Anfang.}
blaetter:
  - nehmen: [{blatt: auftrag, grund: Für den Anfang.}]
"""


@pytest.fixture
def project(bestand):
    """Return a sound project with a second instrument, which is meant for shops alone."""
    folder = bestand / "kompass/instrumente"
    text = (folder / "zwischennutzung.md").read_text(encoding="utf-8")
    more = "kategorie: informell\ngebaeudetyp: [ladenlokal]"
    text = text.replace("kategorie: informell", more).replace("titel: Zwi", "titel: Nur Zwi")
    (folder / "nur-laden.md").write_text(text, encoding="utf-8")
    return bestand


@pytest.mark.parametrize("name", ["form", "verweis", "vollstaendig", "unerreichbar"])
def test_a_bad_file_gives_exactly_the_findings_beside_it(name, project, checked):
    shutil.copy(FALSCH / f"objektpfad-{name}.yaml", project / RULES)
    expected = (FALSCH / f"objektpfad-{name}.txt").read_text(encoding="utf-8").splitlines()
    assert [f"{as_line(found)} [{found.rule}]" for found in checked()] == expected


def test_sound_rules_have_no_findings_and_a_project_needs_none(project, checked):
    assert checked() == []
    (project / RULES).write_text(GOOD, encoding="utf-8")
    assert checked() == []


@pytest.mark.parametrize(
    ("text", "rule"),
    [("a: [b\n", "yaml"), ("- a\n", "form"), ("", "form"), ("a: &b c\n", "yaml-verweis")],
)
def test_a_file_that_holds_no_rules_says_where(text, rule, project, checked):
    (project / RULES).write_text(text, encoding="utf-8")
    found = checked()
    assert (RULES, 1, rule) in [(each.path, each.line, each.rule) for each in found]
