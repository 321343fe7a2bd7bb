"""The statement of access shows the last measurement, its day and what is still open."""

from __future__ import annotations

import json

from docutils import nodes as n

PAGE = "# Barrierefreiheit\n\n:::{zugangspruefung}\n:::\n"
CHECK = {
    "frage": "HTML ohne Fehler",
    "werkzeug": "Nu HTML Checker 26.9.27",
    "umfang": "alle 221 Seiten",
    "ergebnis": "keine Befunde",
}
RESULT = {
    "format": "kompass-zugang",
    "ausgabe": "1",
    "tag": "2026-11-05",
    "pruefungen": [CHECK],
    "befunde": [],
}
FOUND = {"seite": "Start", "regel": "Breite", "stelle": "402 px", "abhilfe": "umbrechen lassen"}


def built(build, result):
    return build({"index.md": PAGE, "zugang.json": result}, kompass_zugang="zugang.json")


def test_the_table_says_what_was_checked_with_what_where_and_the_result(build):
    done = built(build, json.dumps(RESULT))
    rows = [
        [cell.astext() for cell in row.findall(n.entry)]
        for row in done.doctree("index").findall(n.row)
    ]
    assert rows == [
        ["Geprüft", "Womit", "Wo", "Ergebnis"],
        ["HTML ohne Fehler", "Nu HTML Checker 26.9.27", "alle 221 Seiten", "keine Befunde"],
    ]
    text = done.doctree("index").astext()
    assert "Letzte automatische Prüfung: 5.\N{NO-BREAK SPACE}November 2026." in text
    assert "Diese Prüfung fand keine Barriere." in text
    assert done.warnings == ""


def test_what_is_open_is_told_once_with_how_often(build):
    result = {**RESULT, "befunde": [FOUND, {**FOUND, "seite": "Fall"}]}
    done = built(build, json.dumps(result))
    items = [each.astext() for each in done.doctree("index").findall(n.list_item)]
    assert items == ["Breite: umbrechen lassen (2-mal)"]
    assert "keine Barriere" not in done.doctree("index").astext()


def test_a_new_measurement_is_shown_by_the_next_build(build):
    built(build, json.dumps(RESULT))
    done = built(build, json.dumps({**RESULT, "tag": "2026-12-06"}))
    assert "6.\N{NO-BREAK SPACE}Dezember 2026" in done.html("index")


def test_a_missing_or_foreign_file_is_a_warning_with_the_remedy(build):
    missing = build({"index.md": PAGE}, kompass_zugang="zugang.json")
    assert (
        "zugang.json: Diese Datei mit dem Ergebnis der Messung fehlt. "
        "Bitte messen Sie neu: nox -s zugang."
    ) in missing.warnings
    for wrong in ("[]", "{", '{"format": "anderes"}', json.dumps({**RESULT, "tag": "heute"})):
        done = build(
            {"index.md": PAGE, "z.json": wrong}, kompass_zugang="z.json", out=f"aus{len(wrong)}"
        )
        assert "z.json: Diese Datei ist kein Ergebnis der Messung." in done.warnings
