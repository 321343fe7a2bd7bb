"""Footnotes in a form become sources of the page."""

from __future__ import annotations

from datetime import date

import pytest
from bogen import CASE, changed, form_in, project_in, repacked

from kompasswerk.publishing.returned_form import read_comparison
from kompasswerk.reading.files import load_bestand
from kompasswerk.redaktion.note_sources import sources_of

TODAY = date(2026, 11, 27)
ROWS = (
    (("kennung", "q1"), ("titel", "Ein Laden"), ("url", "https://example.org/laden")),
    (("kennung", "q4"), ("titel", "Abrechnung")),
)
NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def notes(*texts: str) -> str:
    """A part of footnotes as Word writes it: the line above the notes, then the notes."""
    said = "".join(
        f'<w:footnote w:id="{number}"><w:p><w:r><w:footnoteRef/></w:r>'
        f"<w:r><w:t>{text}</w:t></w:r></w:p></w:footnote>"
        for number, text in enumerate(texts, 2)
    )
    line = (
        '<w:footnote w:type="separator" w:id="1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    )
    return f"<w:footnotes {NAMESPACE}>{line}{said}</w:footnotes>"


@pytest.mark.parametrize(
    ("note", "words"),
    [
        ("q4", "[q4]"),
        ("[q1, q4]", "[q1, q4]"),
        ("Tagblatt, https://example.org/laden.", "[q1]"),
        ("abrechnung", "[q4]"),
    ],
)
def test_a_note_that_means_a_source_of_the_form_is_that_source(note, words):
    found = sources_of({("footnote", "2"): note}, ROWS)
    assert (found.words, found.rows, found.remarks) == ({("footnote", "2"): words}, (), ())


def test_other_notes_are_new_sources_and_the_same_note_is_one():
    found = sources_of(
        {
            ("footnote", "2"): "Stadt Probstadt: Bericht, https://example.org/b?a=1 (2024).",
            ("endnote", "2"): "https://example.org/nur",
            ("footnote", "3"): "siehe https://example.org/nur",
        },
        ROWS,
    )
    assert found.rows == (
        (
            *(("kennung", "q5"), ("titel", "Bericht, (2024)"), ("herausgeber", "Stadt Probstadt")),
            ("url", "https://example.org/b?a=1"),
        ),
        (
            ("kennung", "q6"),
            ("titel", "https://example.org/nur"),
            ("url", "https://example.org/nur"),
        ),
    )
    assert list(found.words.values()) == ["[q5]", "[q6]", "[q6]"]


def test_a_footnote_in_the_text_stands_as_source_on_the_page(tmp_path):
    root = project_in(tmp_path / "projekt")
    form = form_in(root, tmp_path / "bogen.docx")
    look = '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
    reference = f'<w:r>{look}<w:footnoteReference w:id="2"/></w:r>'
    sentence = "Das Geld reichte knapp."
    written = changed(
        form,
        tmp_path / "note.docx",
        lambda text: text.replace(sentence, f"{sentence}</w:t></w:r>{reference}<w:r><w:t>", 1),
    )
    noted = repacked(
        written,
        tmp_path / "voll.docx",
        {"word/footnotes.xml": lambda _: notes("Stadtrat: Niederschrift vom 3. Mai, Seite 4")},
    )
    found = read_comparison(load_bestand(root), noted, TODAY)
    assert (found.path, found.lost, found.problems) == (CASE, (), ())
    assert "Das Geld reichte knapp. {quelle}`q3`" in found.after
    assert (
        "  q3: {titel: Niederschrift vom 3. Mai, herausgeber: Stadtrat, fundstelle: Seite 4}\n"
        in found.after
    )
    assert found.remarks == (
        "Aus einer Fußnote ist die Quelle q3 geworden: „Niederschrift vom 3. Mai“. "
        "Bitte prüfen Sie Titel, Herausgeber und Jahr.",
    )
