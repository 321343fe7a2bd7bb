"""Which books a project makes, as ``conf.py`` says it."""

from __future__ import annotations

import pytest
from sphinx.errors import ConfigError

from kompasswerk.buch.entries import Entry, choices, read_entries

FULL = Entry("index", "buch", "Titel", "Wir", "v.docx", "fr", "Unten")


@pytest.mark.parametrize(
    ("raw", "entry"),
    [
        (("index", "buch"), Entry("index", "buch")),
        (("index", "buch.docx", "Titel"), Entry("index", "buch", "Titel")),
        (("index", "buch", "Titel", "Wir", None), Entry("index", "buch", "Titel", "Wir")),
        (["index", "buch", "Titel", "Wir", "v.docx", "fr", "Unten"], FULL),
        ({"start": "a/b", "target": "teil/buch", "language": "de"},
         Entry("a/b", "teil/buch", language="de")),
    ],
)  # fmt: skip
def test_an_entry_is_a_tuple_in_fixed_order_or_a_dictionary(raw, entry):
    assert read_entries("docx_documents", [raw], ".docx", (entry.start,)) == (entry,)


@pytest.mark.parametrize(
    ("raw", "message"),
    [
        ([("index",)], "Es fehlt die Startseite (start) oder das Ziel (target)."),
        ([("", "buch")], "Es fehlt die Startseite (start) oder das Ziel (target)."),
        ([("index", "/etc/buch")], "liegt außerhalb des Ausgabeordners"),
        ([("index", "../buch")], "liegt außerhalb des Ausgabeordners"),
        ([("index", "..\\buch")], "liegt außerhalb des Ausgabeordners"),
        ([("index", "a"), ("teil", "a.docx")], "docx_documents[1]: Die Datei „a.docx“ gibt es"),
        ([{"start": "index", "ziel": "a"}], "Unbekannt: ziel."),
        ([("index", 5)], "„target“ muss Text sein, nicht 5."),
        (["index"], "Ein Eintrag ist ein Tupel start, target, title, "),
        ([("weg", "a")], "Die Startseite „weg“ gibt es nicht."),
    ],
)
def test_an_entry_that_cannot_be_is_named_with_its_place(raw, message):
    with pytest.raises(ConfigError) as error:
        read_entries("docx_documents", raw, ".docx", ("index", "teil"))
    assert message in str(error.value)
    assert "conf.py: docx_documents[" in str(error.value)


def test_projects_in_other_languages_get_english_messages():
    with pytest.raises(ConfigError, match="There is no document “weg”"):
        read_entries("docx_documents", [("weg", "a")], ".docx", ("index",), "fr")


def test_a_list_that_no_book_has_is_refused():
    with pytest.raises(ConfigError, match="book_lists: There is no “photos”, only figures, tables"):
        choices("book_lists", ["figures", "photos"], ("figures", "tables"), "en")
