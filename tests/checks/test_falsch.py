"""One mistake per file, the expected findings beside it.

The first line of the ``.txt`` says in which folder of the project the file belongs.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
import yaml

from kompasswerk.checks.report import as_line
from kompasswerk.checks.run import ALL_RULES
from kompasswerk.model.findings import Finding
from kompasswerk.reading import nodes

FALSCH = Path(__file__).parent / "falsch"
BAD_FILES = sorted(FALSCH.glob("*.md"))
# Cannot be shown by one page alone; they have tests of their own.
ELSEWHERE = {"datei", "listen", "slug-doppelt", "umbenannt", "umbenannt-ziel", "umzug-ziel"}
ELSEWHERE |= {"teaser-seite", "teaser-laenge", "teaser-quelle", "teaser-beleg"}
ELSEWHERE |= {"pilotkriterien", "kurzinfo"}
ELSEWHERE |= {"orte", "ort-unbekannt", "ort-ausserhalb"}
ELSEWHERE |= {"objektpfad-verweis", "objektpfad-vollstaendig", "objektpfad-unerreichbar"}
ELSEWHERE |= {"buendnis-quelle", "buendnis-zeit", "buendnis-doppelt", "buendnis-gesamtzahl"}


def expected_of(bad_file):
    folder, *findings = bad_file.with_suffix(".txt").read_text(encoding="utf-8").splitlines()
    return folder.removeprefix("Ordner: "), findings


def shown(finding: Finding) -> str:
    return f"{as_line(finding)} [{finding.rule}]"


@pytest.mark.parametrize("bad_file", BAD_FILES, ids=lambda path: path.stem)
def test_a_bad_file_gives_exactly_the_findings_beside_it(bad_file, bestand, checked):
    folder, expected = expected_of(bad_file)
    shutil.copy(bad_file, bestand / folder)
    assert [shown(finding) for finding in checked()] == expected


@pytest.mark.parametrize("bad_file", BAD_FILES, ids=lambda path: path.stem)
def test_the_pure_python_parser_finds_the_same(bad_file, bestand, checked, monkeypatch):
    monkeypatch.setattr(nodes, "LOADER", yaml.SafeLoader)
    folder, expected = expected_of(bad_file)
    shutil.copy(bad_file, bestand / folder)
    assert [shown(finding) for finding in checked()] == expected


def test_all_bad_files_together_give_all_their_findings_in_one_run(bestand, checked):
    expected = []
    for bad_file in BAD_FILES:
        folder, findings = expected_of(bad_file)
        # These depend on which other pages there are.
        if bad_file.stem not in {"platz-vergeben", "nummer-vergeben"}:
            shutil.copy(bad_file, bestand / folder)
            expected.extend(findings)
    found = [shown(finding) for finding in checked()]
    dependent = ("[platz]", "[nummer-doppelt]", "[begriff-doppelt]")
    assert set(expected) - set(found) == set()
    assert [line for line in found if line not in expected and not line.endswith(dependent)] == []


def test_the_sound_project_has_no_findings(checked):
    assert checked() == []


def test_every_rule_has_a_file_that_breaks_it():
    broken = {line.rpartition("[")[2][:-1] for bad in BAD_FILES for line in expected_of(bad)[1]}
    assert {rule.id for rule in ALL_RULES} - broken == ELSEWHERE
