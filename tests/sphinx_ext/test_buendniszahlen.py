"""Counts of the alliance's meetings on a page follow the data beside the pilots."""

from __future__ import annotations

from docutils import nodes

HEAD = "kurz: Ein Satz.\nfreigabe: entwurf\nstand: 2026-11-01\npruefen_bis: 2028-11-01\n"
PAGE = (
    f"---\nart: seite\ntitel: Bündnis\n{HEAD}---\n\n"
    ":::{buendniszahlen}\n:seit: 2023\n:bis: 2023-12-31\n:::\n"
)
DATA = (
    "quellen:\n  s1: {titel: Bericht, herausgeber: Büro}\n"
    "termine:\n"
    "  - {art: ag-sitzung, titel: Alle, von: 2023, bis: 2023, anzahl: 22, insgesamt: ja, "
    "quelle: s1}\n"
    "  - {art: ag-sitzung, titel: Eine, datum: 2023-03-02, quelle: s1}\n"
)
MORE = "  - {art: buendnistreffen, titel: Erstes, datum: 2023-02-23, quelle: s1}\n"


def rows(built) -> list[list[str]]:
    table = next(built.doctree("index").findall(nodes.table))
    return [
        [entry.astext() for entry in row.findall(nodes.entry)] for row in table.findall(nodes.row)
    ][1:]


def test_counts_come_from_the_data_and_follow_them(build):
    data = {"pilots/buendnis/termine.yaml": DATA}
    assert rows(build({"index.md": PAGE, **data})) == [["Sitzungen der Arbeitsgruppen", "22", "1"]]
    more = {"pilots/buendnis/termine.yaml": DATA + MORE}
    assert rows(build({"index.md": PAGE, **more})) == [
        ["Bündnistreffen", "1", "1"],
        ["Sitzungen der Arbeitsgruppen", "22", "1"],
    ]


def test_days_that_are_none_are_said_in_german(build):
    built = build({"index.md": PAGE.replace("2023-12-31", "Ende 2023")})
    assert "Bitte „:seit:“ und „:bis:“ so angeben: 2023-12-31." in built.warnings
