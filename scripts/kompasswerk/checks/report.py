"""Findings for people and for programs."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from urllib.parse import quote

from ..model.findings import Finding, Severity
from .run import ALL_RULES

VERSION = 1
SARIF_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning"}


def as_text(findings: Sequence[Finding], pages: int) -> str:
    """Return one line per finding and a summary; ``pages`` is how many were looked at."""
    lines = [as_line(finding) for finding in findings]
    return "\n".join((*lines, summary(findings, pages)))


def as_line(finding: Finding) -> str:
    """Return ``path:line: key: message``, with „Warnung:“ behind the line where it is one.

    Editors jump to the place only if path and line come first.
    """
    if finding.severity is Severity.ERROR:
        return str(finding)
    place = f"{finding.path}:{finding.line}: "
    return f"{place}Warnung: {str(finding).removeprefix(place)}"


def summary(findings: Sequence[Finding], pages: int) -> str:
    """Return one sentence: what was found where, or how many pages are fine."""
    if not findings:
        return f"{_count(pages, 'Seite', 'Seiten')} geprüft: keine Fehler."
    errors = sum(finding.severity is Severity.ERROR for finding in findings)
    warnings = len(findings) - errors
    parts = []
    if errors:
        parts.append(_count(errors, "Fehler", "Fehler"))
    if warnings:
        parts.append(_count(warnings, "Warnung", "Warnungen"))
    files = len({finding.path for finding in findings})
    return f"{', '.join(parts)} in {_count(files, 'Datei', 'Dateien')}"


def as_json(findings: Sequence[Finding]) -> str:
    """Return ``{"version": 1, "findings": […]}`` with every field of every finding."""
    return _dump({"version": VERSION, "findings": [_plain(finding) for finding in findings]})


def as_sarif(findings: Sequence[Finding], version: str) -> str:
    """Return a SARIF 2.1.0 log; ``version`` is that of this program."""
    index = {rule.id: number for number, rule in enumerate(ALL_RULES)}
    driver = {
        "name": "kompasswerk",
        "version": version,
        "rules": [
            {
                "id": rule.id,
                "shortDescription": {"text": rule.title},
                "help": {"text": rule.help},
                "defaultConfiguration": {"level": _LEVELS[rule.severity]},
            }
            for rule in ALL_RULES
        ],
    }
    results = [_result(finding, index[finding.rule]) for finding in findings]
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    return _dump({"$schema": SARIF_SCHEMA, "version": "2.1.0", "runs": [run]})


def _count(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"


def _plain(finding: Finding) -> Mapping[str, object]:
    return {
        "path": finding.path,
        "line": finding.line,
        "key": finding.key,
        "message": finding.message,
        "rule": finding.rule,
        "severity": finding.severity.value,
    }


def _result(finding: Finding, rule_index: int) -> Mapping[str, object]:
    text = f"{finding.key}: {finding.message}" if finding.key else finding.message
    place = {
        "artifactLocation": {"uri": quote(finding.path)},
        "region": {"startLine": finding.line},
    }
    return {
        "ruleId": finding.rule,
        "ruleIndex": rule_index,
        "level": _LEVELS[finding.severity],
        "message": {"text": text},
        "locations": [{"physicalLocation": place}],
    }


def _dump(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2)
