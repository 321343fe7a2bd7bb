"""Several rows of a town on one sheet or instrument, and sentences that name no false leader."""

from __future__ import annotations

from decimal import Decimal

import pytest
from antworten import put

from kompasswerk.auswertung.summary import steps_sentences
from kompasswerk.formular.evaluation import Evaluation
from kompasswerk.formular.questions import questions
from kompasswerk.formular.topics import tools, used_sheets
from kompasswerk.publishing.evaluate import collect

TOWNS = ("16075085", "16076022", "16075098")
ROW = "erprobungsprotokoll.blaetter"
TOOL = "erprobungsprotokoll.mittel"
TWO_ROWS = {
    f"{ROW}[1].nr": 6,
    f"{ROW}[1].minuten": 30,
    f"{ROW}[1].nutzen": "ja",
    f"{ROW}[2].nr": 6,
    f"{ROW}[2].minuten": 60,
    f"{ROW}[2].nutzen": "nein",
    f"{TOOL}[1].mittel": "Eigenes",
    f"{TOOL}[2].mittel": "Anderes",
    f"{TOOL}[2].ergebnis": "gut",
}


@pytest.fixture
def evaluated(tmp_path, loaded, places):
    def make(answers: dict[str, object]) -> Evaluation:
        for ags in TOWNS:
            put(tmp_path, ags, answers, ags=ags)
        found, refused = collect(tmp_path, loaded, places)
        assert refused == ()
        return Evaluation.of(found)

    return make


def test_all_rows_of_a_town_count_for_its_sheet(evaluated):
    evaluation = evaluated(TWO_ROWS)
    (used,) = used_sheets(evaluation, tuple(evaluation.collected.sheets.values()), ())
    assert (used.blatt.nummer, used.n, used.rated) == (6, 3, 3)
    assert used.helped == (3, 0, 3)  # ja, etwas, nein: each town says both
    assert used.minutes.mean == Decimal("90.0")


def test_the_list_of_all_questions_says_the_same(evaluated):
    evaluation = evaluated(TWO_ROWS)
    asked = questions(evaluation.collected.sheets.values())
    (question,) = (each for each in asked if each.key == f"{ROW}[0].nutzen")
    result = evaluation.result(question, ())
    assert [result.count(wert) for wert in ("ja", "etwas", "nein")] == [3, 0, 3]


def test_a_rating_in_a_later_row_counts_for_an_own_instrument(evaluated):
    (tool,) = tools(evaluated(TWO_ROWS).collected, {}, ())
    assert (tool.name, tool.n, tool.rated, tool.results) == ("andere", 3, 3, (3, 0, 0))


def results(evaluation: Evaluation) -> dict[str, object]:
    asked = questions(evaluation.collected.sheets.values())
    return {each.key: evaluation.result(each, ()) for each in asked}


def test_nobody_leads_with_nothing(evaluated):
    none = {"selbstcheck.auftrag": "nein", "selbstcheck.ziele": "nein"}
    sentences = list(steps_sentences(results(evaluated(none)), {}))
    assert not [each for each in sentences if "häufigsten antworten" in each or "0 von" in each]


def test_who_leads_among_what_is_shown_is_said_with_a_reserve(evaluated, tmp_path, loaded, places):
    said = {"selbstcheck.auftrag": "ja", "selbstcheck.liste": "nein", "selbstcheck.ziele": "nein"}
    evaluated(said)
    put(tmp_path, "d", {"selbstcheck.ziele": "ja"}, ags=TOWNS[0])  # they contradict: two are left
    found, _ = collect(tmp_path, loaded, places)
    first = next(iter(steps_sentences(results(Evaluation.of(found)), {})))
    assert first.startswith("Soweit Zahlen gezeigt werden: Am häufigsten antworten die Städte mit")
    assert "3 von 3" in first
