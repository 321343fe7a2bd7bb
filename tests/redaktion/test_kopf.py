"""New values go into a front matter line by line; all else stays to the letter."""

from __future__ import annotations

import pytest
from bogen import TEXT, project_in

from kompasswerk.model.arten import ARTEN
from kompasswerk.reading.extents import extents_of
from kompasswerk.reading.files import load_bestand
from kompasswerk.reading.pages import parse_page
from kompasswerk.redaktion.felder_bogen import bogen_of
from kompasswerk.redaktion.head_edit import edited
from kompasswerk.redaktion.werte import values_of


@pytest.fixture(scope="module")
def loaded(tmp_path_factory):
    return load_bestand(project_in(tmp_path_factory.mktemp("projekt")))


@pytest.fixture
def edit(loaded):
    """Return a function that gives the lines that go and come for new values."""
    page = parse_page(TEXT, "bestpractice/alter-laden.md", "alter-laden", loaded.vocabulary)
    bogen = bogen_of(ARTEN["fall"], loaded.vocabulary, loaded.bestand)
    old = values_of(page.page, bogen)

    def run(**new):
        values = old | {key.replace("_", "-"): value for key, value in new.items()}
        before, after = page.head.split("\n"), edited(page.head, bogen, old, values).split("\n")
        return [x for x in before if x not in after], [x for x in after if x not in before]

    return run


def test_the_same_values_change_nothing(edit):
    assert edit() == ([], [])


def test_places_are_those_of_the_parser_that_reads_pages():
    head = "ä: 1\nq: {titel: Baulücke 3?, jahr: 2020}\n"
    found = extents_of(head)
    assert head[found["q.titel"].start : found["q.titel"].end] == "Baulücke 3?"
    assert head[found["q.jahr"].start : found["q.jahr"].end] == "2020"


def test_the_order_of_choices_means_nothing(edit):
    assert edit(ansatz=("zwischennutzung", "umnutzung")) == ([], [])


def test_a_text_is_quoted_where_it_must_be(edit):
    assert edit(ort="Probstadt: Süd") == (["ort: Probstadt"], ["ort: 'Probstadt: Süd'"])


def test_a_comment_behind_a_value_stays(edit):
    gone, come = edit(zeitraum_ende="2022")
    assert gone == ["zeitraum: {beginn: 2019, quelle: q1}   # Ende unbekannt"]
    assert come == ["zeitraum: {beginn: 2019, ende: 2022, quelle: q1}   # Ende unbekannt"]


def test_of_a_table_only_the_changed_row_is_written_anew(edit):
    rows = (
        (("wert", "1200"), ("was", "Farbe"), ("einheit", "EUR"), ("quelle", "q1")),
        (
            *(("wert", "72362.5"), ("was", "Holz, Nägel"), ("einheit", "EUR")),
            *(("stand", "2020-05"), ("quelle", "q2")),
        ),
    )
    gone, come = edit(kosten=rows)
    assert gone == ["  - {wert: 1000, was: Farbe, quelle: q1}"]
    assert come == ["  - {wert: 1200, was: Farbe, quelle: q1}"]


def test_a_changed_row_keeps_the_spelling_of_its_other_values(edit):
    rows = (
        (("wert", "1000"), ("was", "Farbe"), ("einheit", "EUR"), ("quelle", "q1")),
        (
            *(("wert", "72362.5"), ("was", "Holz, Nägel"), ("einheit", "EUR")),
            *(("stand", "2021-05"), ("quelle", "q2")),
        ),
    )
    _, come = edit(kosten=rows)
    assert come == ['  - {wert: 72362.50, was: "Holz, Nägel", stand: 2021-05, quelle: q2}']


def test_a_new_key_stands_where_its_description_has_it(edit, loaded):
    gone, come = edit(eigentum=("privat",))
    assert (gone, come) == ([], ["eigentum: [privat]"])
    bogen = bogen_of(ARTEN["fall"], loaded.vocabulary, loaded.bestand)
    head = "art: fall\nakteure: [verein]\nzeitraum: {beginn: 2019}"
    expected = "art: fall\nakteure: [verein]\neigentum: [privat]\nzeitraum: {beginn: 2019}"
    assert edited(head, bogen, {}, {"eigentum": ("privat",)}) == expected


def test_a_new_source_follows_the_others(edit):
    rows = (
        (
            *(("kennung", "q1"), ("titel", "Ein Laden"), ("herausgeber", "Tagblatt")),
            *(("url", "https://example.org/laden"), ("jahr", "2020")),
        ),
        (
            *(("kennung", "q2"), ("titel", "Abrechnung"), ("herausgeber", "Stadt Probstadt")),
            ("fundstelle", "Rathaus, Akte 7"),
        ),
        (("kennung", "q3"), ("titel", "Besuch"), ("herausgeber", "Redaktion")),
    )
    assert edit(quellen=rows) == ([], ["  q3: {titel: Besuch, herausgeber: Redaktion}"])


def test_a_value_that_is_gone_takes_its_lines_along(edit):
    gone, come = edit(kosten=())
    assert come == []
    assert gone[0] == "kosten:"
    assert len(gone) == 4


def test_extents_lead_to_each_value():
    text = "a: 1\nb:\n  - {c: 'x, y'}  # nein\n  - {c: z}\nd:\ne: [f]"
    found = {key: text[e.start : e.end] for key, e in extents_of(text).items()}
    assert found == {
        "a": "1",
        "b": "- {c: 'x, y'}  # nein\n  - {c: z}",
        "b.1": "{c: 'x, y'}",
        "b.1.c": "'x, y'",
        "b.2": "{c: z}",
        "b.2.c": "z",
        "d": "",
        "e": "[f]",
        "e.1": "f",
    }
