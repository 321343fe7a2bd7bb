"""Lists of figures and tables, and endnotes: what a project may ask for."""

from __future__ import annotations

import re
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from kompasswerk.buch import blocks as b
from kompasswerk.docx.audit import audit
from kompasswerk.docx.template import build_template
from kompasswerk.docx.write import write_docx
from kompasswerk.reading.gestaltung import read_gestaltung


def table(number: str) -> b.Table:
    cell = b.Cell((b.Paragraph((b.Text("x"),)),))
    return b.Table((b.Row((cell,)),), (1,), caption=(b.Text(f"Zahlen {number}"),), number=number)


def chapter(title: str, *children: b.Block) -> b.Section:
    return b.Section(1, (b.Text(title),), children, starts_page=True)


CITED = b.Paragraph((b.Text("Satz"), b.NoteReference("n")))
BOOK = b.Book(
    "Buch",
    (b.Part((), (chapter("Eins", table("1"), CITED), chapter("Zwei", table("2"), CITED))),),
    notes={"n": (b.Paragraph((b.Text("Die Note"),)),)},
)


@pytest.fixture
def written(tmp_path):
    """Return a function that writes a book and gives the text of one of its parts."""
    template = tmp_path / "vorlage.docx"
    build_template(read_gestaltung(), template)

    def write(book: b.Book, part: str = "word/document.xml") -> str:
        target: Path = tmp_path / "buch.docx"
        result = write_docx(book, target, template=template, pages={})
        assert result.warnings == ()
        assert audit(target) == []
        with zipfile.ZipFile(target) as package:
            return package.read(part).decode() if part in package.namelist() else ""

    return write


def test_a_list_of_tables_is_a_field_over_their_counter_with_links(written):
    document = written(replace(BOOK, lists=("tables", "figures")))

    assert 'TOC \\h \\z \\c "Tabelle"' in document
    assert "Abbildungen" not in document  # the book has none
    for number in ("1", "2"):
        mark = f"_Verzeichnis_table_{number}"
        assert 'w:bookmarkStart w:id="' in document
        assert f'w:name="{mark}"' in document
        assert f'w:anchor="{mark}"' in document
        assert f"PAGEREF {mark} " in document


def test_without_wish_there_is_no_list(written):
    assert "_Verzeichnis_" not in written(BOOK)


def test_notes_are_endnotes_where_asked_and_one_cited_twice_is_one(written):
    book = replace(BOOK, notes_at="end")

    assert written(book, "word/endnotes.xml").count("Die Note") == 1
    assert written(book, "word/footnotes.xml") == ""
    document = written(book)
    assert document.count("<w:endnoteReference ") == 1
    assert document.count("NOTEREF ") == 1


def test_endnotes_count_in_digits_where_each_program_looks(written):
    at_end = replace(BOOK, notes_at="end")
    arabic = '<w:endnotePr><w:numFmt w:val="decimal"/>'
    text = written(at_end)
    assert text.count(f"{arabic}</w:endnotePr><w:type ") == text.count("<w:sectPr>")
    assert arabic in written(at_end, "word/settings.xml")
    assert '<w:pStyle w:val="EndnoteText"/>' in written(at_end, "word/endnotes.xml")


def test_notes_are_footnotes_otherwise(written):
    assert written(BOOK, "word/footnotes.xml").count("Die Note") == 1
    assert written(BOOK, "word/endnotes.xml") == ""


def test_a_note_cited_again_is_a_link_where_fields_would_stall_libreoffice(written):
    ids = [f"n{number}" for number in range(1001)]
    twice = tuple(b.Paragraph((b.Text("Satz"), b.NoteReference(name))) for name in ids + ids)
    notes = {name: (b.Paragraph((b.Text(f"Note {name}."),)),) for name in ids}
    document = written(replace(BOOK, parts=(b.Part((), (chapter("Eins", *twice),)),), notes=notes))

    assert document.count("<w:footnoteReference ") == 1001
    assert "NOTEREF " not in document
    links = re.findall(
        r'<w:hyperlink w:anchor="(_RefFussnote\d{9})"[^>]*>(.*?)</w:hyperlink>', document
    )
    assert [re.sub("<[^>]*>", "", number) for _, number in links] == [
        str(number) for number in range(1, 1002)
    ]
    marks = re.findall(r'<w:bookmarkStart [^>]*w:name="(_RefFussnote\d{9})"', document)
    assert [mark for mark, _ in links] == marks
