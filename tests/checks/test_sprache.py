"""Spelling, readability and the words that readers see."""

from __future__ import annotations

import shutil

import pytest

from kompasswerk.checks.prose import lines_of, plain
from kompasswerk.checks.readability import Line, reading_of
from kompasswerk.checks.spelling import hunspell, is_compound, unknown_words
from kompasswerk.model.vocabulary import Vocabulary
from kompasswerk.reading.pages import parse_page

PAGE = """---
art: seite
titel: Über Häuser
freigabe: entwurf
stand: 2026-11-22
quellen:
  q1: {titel: Etwas Fremdes, herausgeber: Unbekannt, url: 'https://x.de'}
---

Ein **leeres** Haus in {fall}`blank-jena`, siehe {instrument}`Kataster <kataster>`. {quelle}`q1`

```{toctree}
unsichtbar
```

:::{feld} schluessel
:label: Wie alt?
:art: text
:hilfe: Nur Jahre
:::

:::{feldtabelle} t
:label: Tabelle

spalte: Kopf | auswahl: rot; blau
:::

| Spalte | `code` |
| --- | --- |
| Zelle | [Text](https://y.de) |
"""


def shown() -> list[str]:
    page = parse_page(PAGE, "kompass/x.md", "x", Vocabulary())
    return [line.text for line in lines_of(page) if line.text]


def test_readers_see_words_and_no_markup():
    assert shown() == [
        "Über Häuser",
        "Ein leeres Haus in  , siehe Kataster.",
        "Wie alt?",
        "Nur Jahre",
        "Tabelle",
        "Kopf   rot; blau",
        "Spalte",
        "---   ---",
        "Zelle   Text",
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("- [x] Grundbuch *eingesehen*", "Grundbuch eingesehen"),
        ("![Ein Haus](haus.png)", "Ein Haus"),
        ("{term}`Leerstand <Leerstandsquote>` hier", "Leerstand hier"),
        ("{term}`Leerstand`", "Leerstand"),
    ],
)
def test_markup_goes_and_words_stay(text, words):
    assert plain(text) == words


def test_lix_counts_words_sentences_and_long_words():
    # A colon ends a sentence; so does the end of a paragraph or an item.
    found = reading_of([Line(1, "Das Haus steht leer."), Line(2, "Fragen: Eigentum klaeren")])
    assert (found.words, found.sentences, found.long) == (7, 3, 2)
    assert found.lix == pytest.approx(7 / 3 + 200 / 7)


def test_tables_do_not_count_as_text_to_read():
    assert reading_of([Line(1, "Zelle mit Wörtern", running=False)]).words == 0


@pytest.mark.parametrize(
    ("word", "right"),
    [
        ("leerstandslotse", True),
        ("eigentümerseite", True),
        ("leerstandslotze", False),
        ("leerstand", False),  # one word is no compound
        ("lotsendienst", True),
    ],
)
def test_a_compound_falls_into_known_words(word, right):
    known = {"leerstand", "lotse", "lotsen", "eigentümer", "seite", "dienst"}
    assert is_compound(word, known) is right


def test_a_wrong_word_is_named_once_with_its_first_place():
    body = "Ein Huas steht leer. Das Huas bleibt.\n\nDer Leerstandslotse hilft in Apolda.\n"
    head = "---\nart: seite\ntitel: Haus\nfreigabe: entwurf\nstand: 2026-11-22\n---\n\n"
    page = parse_page(head + body, "kompass/x.md", "x", Vocabulary())
    assert shutil.which("hunspell"), "nox installs it"
    found = unknown_words([page], frozenset({"Apolda"}), hunspell)
    assert [(each.word, each.line, each.count) for each in found] == [("Huas", 8, 2)]
