"""The report as text: what a ministry reads, also when there is little to say."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from antworten import put

from kompasswerk.auswertung.build import build_report
from kompasswerk.auswertung.page import page
from kompasswerk.auswertung.report import Share, Table, Where, shown
from kompasswerk.auswertung.workbook import workbook
from kompasswerk.docx.audit import audit
from kompasswerk.formular.privacy import Hidden
from kompasswerk.publishing.evaluate import collect

DAY = date(2026, 12, 31)


def test_the_summary_says_the_main_results(report):
    text = " ".join(report.summary)
    assert "Am Stichtag 31.\u00a0Dezember 2026 liegen Antworten aus 96 Städten vor." in text
    assert "In 90 Städten stehen 5.400 von 45.000 Einheiten leer, das sind 12,0\u00a0%." in text
    assert "Dort standen erst 3.600 und heute 3.030 Einheiten leer." in text
    assert "verständlich: 3,8, machbar: 3,0" in text
    assert "„Leerstandskataster“: 33 Städte, davon 20 mit gutem Ergebnis." in text
    assert "sind gesperrt, weil sie weniger als drei Städte betreffen" in text


def test_the_share_of_invited_towns(collected, loaded, gestaltung):
    invited = frozenset([*(town.key for town in collected.towns[:40]), "99999999", "99999998"])
    report = build_report(collected, loaded.bestand, DAY, gestaltung.farben, invited)
    text = " ".join(report.summary)
    assert "Eingeladen waren 42 Städte; davon haben 40 geantwortet (95,2\u00a0%)." in text
    assert "die nicht auf der Liste stehen: 56." in text


def test_two_towns_are_no_report(tmp_path, loaded, places, gestaltung):
    for name in ("Suhl", "Gotha"):
        put(tmp_path, name, {"selbstcheck.auftrag": "ja"}, stadt=name)
    found, _ = collect(tmp_path, loaded, places)
    report = build_report(found, loaded.bestand, DAY, gestaltung.farben)
    assert report.topics == ()
    assert report.summary[0].startswith("Es haben weniger als drei Städte geantwortet.")


def test_three_towns_with_one_answer_each_make_a_whole_report(tmp_path, loaded, places, gestaltung):
    for name in ("Suhl", "Gotha", "Weida"):
        put(tmp_path, name, {"selbstcheck.auftrag": "ja"}, stadt=name)
    found, _ = collect(tmp_path, loaded, places)
    report = build_report(found, loaded.bestand, DAY, gestaltung.farben)
    assert len(report.topics) == 7
    assert "3 Städten" in report.summary[0]
    assert page(report, gestaltung).endswith("</html>\n")
    assert workbook(report)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, "–"),
        (Hidden.FEW, "unter 3"),
        (Hidden.KEPT, "gesperrt"),
        (Share(Decimal(12)), "12\u00a0%"),
        (45000, "45.000"),
        ("ja", "ja"),
    ],
)
def test_cells_read_as_in_german(value, text):
    assert shown(value) == text


def test_the_same_answers_give_the_same_bytes(report, gestaltung):
    assert workbook(report) == workbook(report)
    assert page(report, gestaltung) == page(report, gestaltung)


def test_the_page_needs_no_script_and_nothing_from_elsewhere(written):
    text = written.page.read_text(encoding="utf-8")
    for forbidden in ("<script", "<link", "<img", "@import", "url("):
        assert forbidden not in text
    assert text.count("<svg") == text.count('role="img"') == 4


def test_the_word_file_is_sound_and_describes_its_charts(written):
    assert audit(written.word) == []


def test_every_chart_stands_before_a_table_with_its_numbers(report):
    for topic in report.topics:
        kinds = [type(part).__name__ for part in topic.parts]
        for place, kind in enumerate(kinds):
            if kind == "Chart":
                assert "Table" in kinds[place + 1 : place + 3]


def test_tables_are_as_wide_as_their_heads(report):
    tables = [part for topic in report.topics for part in topic.parts if isinstance(part, Table)]
    assert {table.where for table in tables} == {*Where}
    for table in tables:
        assert {len(row) for row in table.rows} <= {len(table.head)}
        assert len(table.widths) in (0, len(table.head))
