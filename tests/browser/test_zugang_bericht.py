"""The result of a measurement as data and as a report; wrong use is told in German."""

from __future__ import annotations

import pytest

from messungen.zugang.__main__ import main
from messungen.zugang.findings import Finding
from messungen.zugang.lighthouse import Scores
from messungen.zugang.measuring import Measured, measure
from messungen.zugang.pages import PAGES, PageType
from messungen.zugang.result import as_data, as_report
from messungen.zugang.weight import Weight

pytestmark = pytest.mark.xdist_group("browser")

CHECKS = ("axe", "tastatur", "seite", "deutsch", "nu", "lighthouse", "gewicht")
TOO_WIDE = Finding("Start (hell, 320 px)", "axe target-size", "<a>", "größer machen")


@pytest.fixture
def data():
    done = Measured([PageType("Start", "index.html")], pages=221, chromium="156.0")
    done.findings = {name: [] for name in CHECKS} | {"axe": [TOO_WIDE]}
    done.scores = {
        ("Start", "Telefon"): Scores((99, 100, 100, 100)),
        ("Start", "Schreibtisch"): Scores((100, 100, 100, 100)),
    }
    done.weights = {"Start": Weight(65.4, 0.0, 25)}
    return as_data(done, "2026-11-05")


def test_each_check_says_its_result(data):
    assert [each["ergebnis"] for each in data["pruefungen"]] == [
        "1 Befund",
        "keine Befunde",
        "keine Befunde",
        "keine Befunde",
        "keine Befunde",
        "niedrigster Wert: 99; keine Befunde",
        "schwerste Seite: 65 kB; keine Befunde",
    ]
    assert data["pruefungen"][4]["umfang"] == "alle 221 Seiten"
    assert data["befunde"] == [
        {
            "seite": "Start (hell, 320 px)",
            "regel": "axe target-size",
            "stelle": "<a>",
            "abhilfe": "größer machen",
        }
    ]


def test_the_report_has_a_line_for_each_type_of_page_and_each_finding(data):
    report = as_report(data)
    assert "Gemessen am 05.11.2026 mit `nox -s zugang`." in report
    assert "| Start | 1 | 99 / 100 / 100 / 100 | 100 / 100 / 100 / 100 | 65 | 25 |" in report
    line = "- `Start (hell, 320 px): axe target-size: <a>. Abhilfe: größer machen`"
    assert line in report.splitlines()


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--tag", "gestern"], "„gestern“ ist kein Tag wie 2026-11-28"),
        (["--website", "/gibt/es/nicht"], "In „/gibt/es/nicht“ liegt keine index.html"),
        (["--ziel", "/gibt/es/nicht"], "Den Ordner „/gibt/es/nicht“ gibt es nicht"),
    ],
)
def test_wrong_use_is_told_in_german(capsys, arguments, message):
    with pytest.raises(SystemExit) as stopped:
        main(arguments)
    assert stopped.value.code == 2
    assert message in capsys.readouterr().err


def test_a_page_of_a_type_that_is_missing_stops_the_measurement(tmp_path):
    with pytest.raises(RuntimeError, match=r"In der Website fehlt index\.html, kompass/schritte"):
        measure(tmp_path, programs=None)


def test_every_type_of_page_is_in_the_website(site):
    assert [each.name for each in PAGES if not (site / each.file).is_file()] == []
