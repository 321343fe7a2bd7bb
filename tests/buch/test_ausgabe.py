"""An edition has number, date and state, which stand on every page and in the files."""

from __future__ import annotations

import subprocess
from datetime import date

import pytest
from sphinx.errors import ConfigError

import docx
from kompasswerk.buch.edition import Edition, read_edition

MAY = {"number": 3, "date": "2026-05-01", "state": "draft"}


@pytest.mark.parametrize(
    ("language", "state", "line"),
    [
        ("de", "draft", "Entwurf 3, 1. Mai 2026"),
        ("de", "edition", "Ausgabe 3, 1. Mai 2026"),
        ("en", "edition", "Edition 3, May 1, 2026"),
        ("fr", "draft", "Projet 3, 1 mai 2026"),
        ("zh-TW", "edition", "版本 3, 2026年5月1日"),
        ("tlh", "draft", "Draft 3, 2026-05-01"),
    ],
)
def test_an_edition_is_written_as_its_language_does(language, state, line):
    assert Edition("3", date(2026, 5, 1), state).line(language) == line


def test_a_project_may_do_without():
    assert read_edition({}) is None


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"number": " "}, "Die Nummer (number) fehlt."),
        ({"state": "Entwruf"}, "state ist „draft“ (Entwurf) oder „edition“ (Ausgabe)"),
        ({"date": "1.5.2026"}, "„1.5.2026“ ist kein Datum. Bitte so: 2026-11-30."),
        ({"nummer": 1}, "Es braucht genau number, date und state"),
    ],
)
def test_a_wrong_edition_is_told_with_the_remedy(change, message):
    with pytest.raises(ConfigError) as error:
        read_edition({**MAY, **change})
    assert message in str(error.value)


def test_the_edition_stands_on_website_word_and_pdf(build):
    pages = {"index.md": "# Eins\n\nText.\n"}
    settings = {"book_edition": MAY, "project": "Buch", "release": "", "version": ""}
    line = "Entwurf 3, 1. Mai 2026"

    html = build(pages, "html", extensions=("kompasswerk.docx",), **settings)
    assert html.app.config.release == line

    word = build(pages, "docx", extensions=("kompasswerk.docx",), **settings)
    document = docx.Document(str(word.out / "buch.docx"))
    facts = document.core_properties
    assert (facts.version, facts.content_status, facts.comments) == ("3", "Entwurf", line)
    assert facts.created.date() == date(2026, 5, 1)
    assert line in "".join(p.text for p in document.sections[-1].footer.paragraphs)

    pdf = build(pages, "pdf", extensions=("kompasswerk.pdf",), **settings)
    text = subprocess.run(["pdftotext", pdf.out / "buch.pdf", "-"], capture_output=True, check=True)
    assert line in text.stdout.decode()
