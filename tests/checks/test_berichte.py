"""What the report looks like for people and for programs."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kompasswerk.checks.report import as_json, as_sarif, as_text, summary
from kompasswerk.checks.run import ALL_RULES
from kompasswerk.checks.table import kept_table, rule_table
from kompasswerk.model.findings import Finding, Severity

ERROR = Finding("bestpractice/a.md", 14, "einwohner", "„x“ ist keine Zahl.", "zahl")
SECOND = Finding("bestpractice/ä b.md", 2, "", "Der Kopf fehlt.", "kopf")
WARNING = Finding("pilots/c.md", 3, "pruefen_bis", "Fällig.", "pruefen-bis", Severity.WARNING)
CONTRIBUTING = Path(__file__).parents[2] / "CONTRIBUTING.md"


@pytest.mark.parametrize(
    ("findings", "pages", "expected"),
    [
        ([], 42, "42 Seiten geprüft: keine Fehler."),
        ([], 1, "1 Seite geprüft: keine Fehler."),
        ([ERROR], 42, "1 Fehler in 1 Datei"),
        ([ERROR, ERROR, SECOND, WARNING], 42, "3 Fehler, 1 Warnung in 3 Dateien"),
        ([WARNING, WARNING], 42, "2 Warnungen in 1 Datei"),
    ],
)
def test_the_summary_counts_in_german(findings, pages, expected):
    assert summary(findings, pages) == expected


def test_the_text_has_one_line_for_each_finding_and_the_summary():
    assert as_text([ERROR, WARNING], 2) == (
        "bestpractice/a.md:14: einwohner: „x“ ist keine Zahl.\n"
        "pilots/c.md:3: Warnung: pruefen_bis: Fällig.\n"
        "1 Fehler, 1 Warnung in 2 Dateien"
    )


def test_json_holds_every_field():
    assert json.loads(as_json([WARNING])) == {
        "version": 1,
        "findings": [
            {
                "path": "pilots/c.md",
                "line": 3,
                "key": "pruefen_bis",
                "message": "Fällig.",
                "rule": "pruefen-bis",
                "severity": "warnung",
            }
        ],
    }


def test_sarif_names_rule_place_and_level():
    log = json.loads(as_sarif([SECOND, WARNING], "1.2.3"))
    (run,) = log["runs"]
    first, second = run["results"]
    rules = run["tool"]["driver"]["rules"]
    assert log["version"] == "2.1.0"
    assert run["tool"]["driver"]["version"] == "1.2.3"
    assert first["ruleId"] == "kopf"
    assert rules[first["ruleIndex"]]["id"] == "kopf"
    assert first["level"] == "error"
    assert second["level"] == "warning"
    assert second["message"] == {"text": "pruefen_bis: Fällig."}
    assert first["locations"][0]["physicalLocation"] == {
        "artifactLocation": {"uri": "bestpractice/%C3%A4%20b.md"},
        "region": {"startLine": 2},
    }


def test_every_rule_has_its_own_id_a_title_and_help():
    assert len({rule.id for rule in ALL_RULES}) == len(ALL_RULES)
    assert all(rule.title and rule.help for rule in ALL_RULES)


def test_the_table_has_a_row_for_every_rule():
    rows = rule_table().splitlines()
    assert rows[0] == "| Kennung | Regel | Gewicht | Hilfe |"
    assert len(rows) == len(ALL_RULES) + 2
    assert (
        "| `ja-nein` | ja oder nein | Fehler | Andere Wörter wie „yes“ oder „true“" in rule_table()
    )
    assert all(row.count(" | ") == 3 for row in rows)


def test_the_kept_table_is_what_stands_between_the_markers():
    text = "Davor\n<!-- regeln:anfang -->\n\n| a |\n\n<!-- regeln:ende -->\nDanach"
    assert kept_table(text) == "| a |\n"
    assert kept_table("| a |") is None


def test_the_documentation_for_editors_has_the_current_table():
    kept = kept_table(CONTRIBUTING.read_text(encoding="utf-8"))
    assert kept == rule_table(), "Bitte „kompasswerk regeln“ zwischen die Marken kopieren."
