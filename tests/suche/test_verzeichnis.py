"""The index: short, complete, and the same for the same pages."""

from __future__ import annotations

import json

import pytest

from kompasswerk.suche.abschnitte import Abschnitt, Feld
from kompasswerk.suche.kodierung import numbers, words
from kompasswerk.suche.sprache import cut
from kompasswerk.suche.verzeichnis import Fundseite, Sprachwissen, Verzeichnis, phrase

SEITEN = [
    Fundseite(
        "a.html",
        "fall",
        "Jena",
        (
            Abschnitt("", ((Feld.TITEL, cut("Leere Läden")), (Feld.TEXT, cut("Der Laden, leer.")))),
            Abschnitt("mehr", ((Feld.UEBERSCHRIFT, "Mehr"),)),
        ),
    ),
]
WISSEN = Sprachwissen(("Laden",), ("Jena",), (("Shop", ("Laden", "leerer Laden")),))


@pytest.mark.parametrize(
    ("value", "text"),
    [(0, "#"), (49, "T"), (50, "U#"), (139, "U}"), (140, "V#"), (2749, "s}"), (2750, "t##")],
)
def test_small_numbers_take_one_sign_and_large_ones_three(value, text):
    assert numbers([value]) == text


def test_a_number_that_does_not_fit_is_refused_in_german():
    with pytest.raises(ValueError, match="fasst nicht so viele"):
        numbers([50 + 2700 + 81000])


def test_words_say_how_much_they_share_with_the_word_before():
    assert words(["Laden", "Ladens", "Leer"]) == "0Laden\n5s\n1eer"


def test_signs_beyond_the_first_plane_are_never_shared():
    assert words(["\U0001f3e0a", "\U0001f3e0b"]) == "0\U0001f3e0a\n0\U0001f3e0b"


def test_a_text_is_its_words_and_signs_without_single_spaces():
    assert cut("Der La\u00adden, § 5") == "Der\nLaden\n, § \n5"


def test_the_index_holds_pages_anchors_and_lengths():
    data = Verzeichnis(SEITEN, WISSEN).data()
    assert data["seiten"] == [["a.html", "fall", "Jena"]]
    assert data["anker"] == [["", "mehr"]]
    # two texts: title of 2, text of 5 pieces; then one text: heading of 1
    assert data["laengen"] == numbers([2, 0, 2, 4, 5, 1, 1, 1])
    assert data["ganz"] == "0jena"
    assert data["synonyme"] == {phrase("Shop"): [phrase("Laden"), phrase("leerer Laden")]}


def test_the_texts_can_be_read_back():
    data = Verzeichnis(SEITEN, WISSEN).data()
    forms = sorted({"Leere", "Läden", "Der", "Laden", ", ", "leer", ".", "Mehr"})
    assert data["formen"] == words(forms)
    expected = ["Leere", "Läden", "Der", "Laden", ", ", "leer", ".", "Mehr"]
    assert data["texte"] == numbers(forms.index(form) for form in expected)


def test_the_script_is_one_call_with_json_and_always_the_same():
    script = Verzeichnis(SEITEN, WISSEN).script()
    assert script == Verzeichnis(SEITEN, WISSEN).script()
    data = script.removeprefix("KompassSuche.lade(").removesuffix(");\n")
    assert json.loads(data)["seiten"] == [["a.html", "fall", "Jena"]]
