"""German words in Python; the browser has to pass the same file in tests/browser."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from kompasswerk.suche.lexikon import zerleger
from kompasswerk.suche.sprache import Zerleger, folded, normal, stem
from kompasswerk.suche.verzeichnis import analysed

WORDS = yaml.safe_load((Path(__file__).parent / "woerter.yaml").read_text(encoding="utf-8"))


def stem_of(word: str) -> str:
    return stem(folded(normal(word)))


@pytest.mark.parametrize(("word", "plain"), WORDS["falten"].items())
def test_umlauts_and_their_spellings_fold_alike(word, plain):
    assert folded(normal(word)) == plain


@pytest.mark.parametrize("forms", WORDS["gleich"], ids=lambda forms: forms[0])
def test_forms_of_a_word_have_one_stem(forms):
    assert len({stem_of(form) for form in forms}) == 1


@pytest.mark.parametrize("words", WORDS["verschieden"], ids=lambda words: words[0])
def test_different_words_have_different_stems(words):
    assert len({stem_of(word) for word in words}) == len(words)


@pytest.mark.parametrize(("word", "parts"), WORDS["zerlegen"]["woerter"].items())
def test_compounds_are_taken_apart_and_names_are_not(word, parts):
    split = Zerleger(WORDS["zerlegen"]["lexikon"], WORDS["zerlegen"]["ganz"])
    assert list(split.parts(word)) == parts


def test_nouns_of_the_text_become_parts_and_rare_words_and_verbs_do_not():
    counts = {"Brauerei": 5, "Museum": 2, "laufen": 9, "Laufen": 3, "Brauereien": 4}
    lexikon = zerleger(counts, ["Haus"], []).lexikon
    assert lexikon == {"haus", "brauerei"}


def test_a_compound_of_the_text_is_no_part_so_that_its_parts_are_found():
    split = zerleger({"Rathaus": 9, "Leerstand": 9}, ["Rat", "Haus", "Leerstand"], [])
    assert split.parts("rathaus") == ("rat", "haus")
    assert split.parts("leerstand") == ()


def test_a_name_is_never_a_part_even_if_a_list_says_so():
    split = zerleger({}, ["Burg", "Stadt"], ["Burg bei Magdeburg"])
    assert split.parts("stadtburg") == ()


def test_a_word_has_its_stem_first_and_then_those_of_its_parts():
    split = Zerleger(["leerstand", "kataster"])
    assert analysed("Leerstandskatastern", split)[1:] == (stem("leerstand"), stem("kataster"))
    assert analysed("Kataster", split) == (stem("kataster"),)
