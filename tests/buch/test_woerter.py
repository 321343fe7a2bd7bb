"""The words that a book says by itself."""

from __future__ import annotations

from dataclasses import asdict
from importlib.resources import files

import pytest
import yaml

from kompasswerk.buch.words import words_for

TABLE = yaml.safe_load((files("kompasswerk.buch") / "woerter.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("language", "figure", "index"),
    [
        ("de", "Abbildung", "Stichwörter"),
        ("de-AT", "Abbildung", "Stichwörter"),
        ("pt_BR", "Figura", "Índice remissivo"),
        ("zh_TW", "圖", "索引"),
        ("et", "Joonis", "Indeks"),
        ("xx", "Figure", "Index"),
    ],
)
def test_a_language_has_its_own_words_or_those_of_sphinx_or_english(language, figure, index):
    words = words_for(language)
    assert (words.figure, words.index) == (figure, index)


@pytest.mark.parametrize("language", TABLE)
def test_every_language_says_every_word_and_counts_pages(language):
    words = words_for(language)
    assert all(asdict(words).values())
    assert words.page.count("{page}") == 1
    assert words.page_of.count("{page}") == words.page_of.count("{pages}") == 1
