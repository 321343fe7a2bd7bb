"""Fields of worksheets: what the directives say becomes data."""

from __future__ import annotations

import pytest

from kompasswerk.model.formular import FormKind, Formularfeld
from kompasswerk.model.vocabulary import Choice, Vocabulary
from kompasswerk.reading.formular import read_field

LISTS = Vocabulary({"haus": (Choice("laden", "Laden", "x"), Choice("hof", "Hof", "x"))})


def test_a_field_is_private_and_optional_unless_it_says_otherwise():
    found, problems = read_field("feld", "stunden", {"label": "Stunden", "art": "zahl"}, "", LISTS)
    assert found == Formularfeld("stunden", "Stunden", FormKind.NUMBER)
    assert (found.teilen, found.pflicht, problems) == (False, False, ())


@pytest.mark.parametrize(
    ("options", "values"),
    [
        ({"art": "auswahl", "werte": "ja; vielleicht ;nein"}, ("ja", "vielleicht", "nein")),
        ({"art": "mehrfach", "liste": "haus"}, ("Laden", "Hof")),
        ({"art": "skala"}, ("1", "2", "3", "4", "5")),
        ({"art": "text", "werte": "a; b"}, ()),
    ],
)
def test_what_can_be_chosen_comes_from_values_lists_or_the_scale(options, values):
    found, problems = read_field("feld", "x", {"label": "X", **options}, "", LISTS)
    assert (found.werte, problems) == (values, ())


def test_a_table_has_a_column_in_each_line():
    content = (
        "\nwas: Was? | langtext\nflaeche: Fläche | zahl: m²\nda: Liegt vor? | ja-nein\nwer: Wer?"
    )
    options = {"label": "Daten", "zeilen": "2", "vorgaben": "Zensus; Begehung; Melderegister"}
    found, problems = read_field("feldtabelle", "daten", options, content, LISTS)
    assert problems == ()
    assert [(c.key, c.label, c.art, c.einheit) for c in found.spalten] == [
        ("was", "Was?", FormKind.LONG_TEXT, ""),
        ("flaeche", "Fläche", FormKind.NUMBER, "m²"),
        ("da", "Liegt vor?", FormKind.YES_NO, ""),
        ("wer", "Wer?", FormKind.TEXT, ""),
    ]
    assert found.zeilen == 3  # one row for each given beginning
    assert found.vorgaben == ("Zensus", "Begehung", "Melderegister")


def test_a_column_that_stands_twice_is_named():
    _, problems = read_field("feldtabelle", "t", {"label": "T"}, "a: A\na: B", LISTS)
    assert [problem.message for problem in problems] == [
        "Die Spalte „a“ steht zweimal da. Bitte umbenennen."
    ]
