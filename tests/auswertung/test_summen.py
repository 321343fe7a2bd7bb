"""A thousand returns from 96 towns: every total is the one that was written down before."""

from __future__ import annotations

from decimal import Decimal

import pytest
from openpyxl import load_workbook
from rueckgaben import COPIES, SHEETS, SUMS, TOOLS, TOTALS

from kompasswerk.formular.evaluation import Choices, Numbers
from kompasswerk.formular.privacy import Hidden
from kompasswerk.formular.questions import questions
from kompasswerk.formular.topics import changes, tools, used_sheets, vacancy

FEW, KEPT = Hidden.FEW, Hidden.KEPT


@pytest.fixture(scope="module")
def results(collected):
    from kompasswerk.formular.evaluation import Evaluation

    evaluation = Evaluation.of(collected)
    asked = questions(collected.sheets.values())
    return {each.key: evaluation.result(each, ()) for each in asked}


def test_every_file_is_read_and_every_town_counts_once(collected):
    assert collected.files == COPIES
    assert len(collected.towns) == 96
    assert collected.doubtful == 0


@pytest.mark.parametrize("place", TOTALS)
def test_choices_have_the_written_totals(results, place):
    result = results[place]
    assert isinstance(result, Choices)
    few = any(0 < many < 3 for many in TOTALS[place].values())
    for value, many in TOTALS[place].items():
        shown = result.count(value)
        assert shown == many or (few and isinstance(shown, Hidden))
        assert (shown is FEW) == (0 < many < 3)
    assert result.n == sum(TOTALS[place].values())


@pytest.mark.parametrize("place", SUMS)
def test_numbers_have_the_written_sums(results, place):
    result = results[place]
    towns, total = SUMS[place]
    assert isinstance(result, Numbers)
    assert (result.n, result.summary.total) == (towns, total)


def test_means_by_hand(results):
    assert results["leerstandskataster-blatt.leer"].summary.mean == Decimal("60.0")
    assert results["erprobungsprotokoll.stunden"].summary.mean == Decimal("8.0")
    # 3·1 + 6·2 + 21·3 + 40·4 + 20·5 = 338 points from 90 towns.
    assert results["erprobungsprotokoll.verstaendlich"].mean == Decimal("3.8")


def test_vacancies_in_all(evaluation):
    found = vacancy(evaluation)
    empty = found.empty
    assert (empty.n, empty.part, empty.whole, empty.percent) == (90, 5400, 45000, Decimal("12.0"))
    assert found.long_empty.part == 2100
    assert found.kinds.names == ("Läden", "mehrere Arten", "ohne Angabe")
    assert [count for count, _ in found.by_kind.groups] == [15, 15, 60]


def test_what_changed_between_two_counts(evaluation, collected):
    found = {each.label: each for each in changes(evaluation, collected.sheets["wirkung-messen"])}
    empty = found["Leere Einheiten"]
    assert (empty.n, empty.before.total, empty.now.total) == (60, 3600, 3030)
    assert found["Von Leerstand bedroht"].n == 0


def test_instruments_are_counted_by_their_titles(collected, loaded):
    from kompasswerk.model.seiten import Instrument

    titles = {page.slug: page.titel for page in loaded.bestand.of(Instrument)}
    found = {each.name: each for each in tools(collected, titles, ())}
    for name in ("Leerstandskataster", "Zwischennutzung"):
        assert found[name].results == tuple(TOOLS[name].values())
        assert found[name].n == sum(TOOLS[name].values())
    assert found[titles["modernisierungsgebot"]].n is FEW


def test_minutes_and_judgement_of_each_sheet(evaluation, collected):
    found = {
        each.blatt.nummer: each
        for each in used_sheets(evaluation, tuple(collected.sheets.values()), ())
    }
    assert set(found) == set(SHEETS)
    assert (found[1].n, found[1].minutes.total, found[1].helped) == (80, 2400, (50, 20, 10))
    assert (found[7].n, found[7].minutes.mean) == (40, Decimal("130.0"))
    assert (found[20].n, found[20].minutes.mean, found[20].helped) == (FEW, FEW, (FEW,) * 3)


def test_the_spreadsheet_has_typed_totals_and_no_formula(written):
    book = load_workbook(written.spreadsheet)
    assert book.sheetnames == [
        *("Überblick", "Rücklauf", "Schritte", "Leerstand"),
        *("Instrumente", "Erprobung", "Größenklassen", "Alle Fragen"),
    ]
    rows = [[cell.value for cell in row] for row in book["Alle Fragen"].iter_rows()]
    counted = {(row[1], row[3]): row[4] for row in rows if row[0] == "Selbstcheck"}
    assert counted["selbstcheck.auftrag", "ja"] == 50
    assert counted["selbstcheck.mittel", "ja"] == 0
    assert counted["selbstcheck.liste", "Gefragt"] == 90
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert "f" not in {cell.data_type for cell in cells}
    assert "=1+1" in {cell.value for cell in cells}
