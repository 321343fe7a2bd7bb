"""A book as a Word file: nothing lost, nothing broken, everything Word's own."""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from zipfile import ZipFile

import pytest
from alle_bausteine import cell, items, musterbuch, p, t
from openxml_audit import OpenXmlValidator

import docx
from kompasswerk.buch.blocks import (
    Block,
    Book,
    InlineImage,
    InternalLink,
    ListBlock,
    ListStyle,
    NoteReference,
    Paragraph,
    Part,
    Row,
    Section,
    Table,
    Text,
)
from kompasswerk.docx.audit import audit
from kompasswerk.docx.oxml.base import Element, attribute, find_all, parse
from kompasswerk.docx.write import DocxResult, write_docx


def part(path: Path, name: str = "word/document.xml") -> Element:
    with ZipFile(path) as archive:
        return parse(archive.read(name))


def letters(root: Element) -> str:
    return "".join(item.text or "" for item in find_all(root, ".//w:t | .//m:t"))


def schema_findings(path: Path) -> list[str]:
    return [str(error) for error in OpenXmlValidator(max_errors=0).validate(str(path)).errors]


def one_chapter(*blocks: Block, **more: object) -> Book:
    chapter = Section(1, t("Kapitel"), blocks, ("kapitel",), "1", starts_page=True)
    return Book("Buch", (Part((), (chapter,)),), **more)  # type: ignore[arg-type]


def written(book: Book, template: Path, folder: Path) -> DocxResult:
    return write_docx(book, folder / "buch.docx", template=template, pages={})


def texts(item: object) -> list[str]:
    if isinstance(item, Text):
        return [item.text]
    if isinstance(item, tuple):
        return [text for child in item for text in texts(child)]
    if isinstance(item, dict):
        return texts(tuple(item.values()))
    if is_dataclass(item):
        return [text for one in fields(item) for text in texts(getattr(item, one.name))]
    return []


def test_the_sample_book_is_valid_and_without_warnings(muster: DocxResult) -> None:
    assert schema_findings(muster.path) == []
    assert muster.warnings == ()


def test_every_word_of_the_book_is_in_the_file(muster: DocxResult) -> None:
    found = letters(part(muster.path)) + letters(part(muster.path, "word/footnotes.xml"))
    assert [text for text in texts(musterbuch()) if text.strip() and text not in found] == []
    code = "titel: Blank"
    assert code in found


def test_the_same_book_gives_the_same_bytes(
    muster: DocxResult, vorlage: Path, tmp_path: Path
) -> None:
    again = write_docx(musterbuch(), tmp_path / "noch.docx", template=vorlage, pages={})
    assert again.path.read_bytes() == muster.path.read_bytes()


def test_python_docx_opens_it_and_sees_the_properties(muster: DocxResult) -> None:
    properties = docx.Document(str(muster.path)).core_properties
    assert properties.title == "Kompass Leerstand – Musterbuch"
    assert properties.author == "Aktionsbündnis „Innenstädte mit Zukunft“"
    assert properties.language == "de-DE"
    assert str(properties.created) == str(properties.modified) == "2026-11-22 00:00:00+00:00"


def test_chapters_and_parts_stand_in_the_contents_with_pages(vorlage: Path, tmp_path: Path) -> None:
    pages = {"alles": 7, "gliederung": 11, "kosten": 12, "teil-eins": 6}
    result = write_docx(musterbuch(), tmp_path / "b.docx", template=vorlage, pages=pages)
    frame = find_all(part(result.path), "//w:sdt[w:sdtPr/w:docPartObj]")[0]
    lines = [
        "".join(item.text or "" for item in find_all(line, ".//w:t | .//w:tab"))
        for line in find_all(frame, ".//w:p")
    ]
    assert lines[:5] == [
        "Inhalt",
        "Teil I: Grundlagen6",
        "1Alles in einer Zeile7",
        "2Gliederung11",
        "2.1Kosten12",
    ]
    codes = [item.text for item in find_all(frame, ".//w:instrText")]
    assert codes[0] == ' TOC \\o "1-2" \\h \\z \\u '
    assert result.pages_from == "given"


def test_word_counts_the_headings_itself(muster: DocxResult) -> None:
    headings = find_all(part(muster.path), "//w:p[w:pPr/w:pStyle/@w:val='Heading2']")
    assert letters(headings[0]) == "Kosten"
    assert find_all(headings[0], "w:pPr/w:numPr") == []
    style = find_all(
        part(muster.path, "word/styles.xml"), "//w:style[@w:styleId='Heading2']/w:pPr/w:numPr"
    )
    assert [attribute(item, "w:val") for item in style[0]] == ["1", "1"]


def test_numbers_that_word_would_not_reach_stand_as_text(vorlage: Path, tmp_path: Path) -> None:
    chapter = Section(1, t("Anhang"), (), ("a",), "A", starts_page=True)
    result = written(Book("B", (Part((), (chapter,)),)), vorlage, tmp_path)
    assert "AAnhang" in letters(part(result.path))


def test_a_single_chapter_keeps_its_number(vorlage: Path, tmp_path: Path) -> None:
    chapter = Section(1, t("Vier"), (Section(2, t("Drin"), (), (), "4.1"),), (), "4")
    result = written(Book("B", (Part((), (chapter,)),)), vorlage, tmp_path)
    starts = find_all(part(result.path, "word/numbering.xml"), "//w:startOverride")
    assert [attribute(item, "w:val") for item in starts] == ["4"]


def test_each_numbered_list_counts_for_itself(vorlage: Path, tmp_path: Path) -> None:
    lists = [ListBlock(ListStyle.ARABIC, items("eins", "zwei"), start) for start in (1, 1, 5)]
    result = written(one_chapter(*lists), vorlage, tmp_path)
    used = [
        attribute(item, "w:val")
        for item in find_all(
            part(result.path), "//w:p[w:pPr/w:pStyle/@w:val='ListParagraph']//w:numId"
        )
    ]
    assert used[0] == used[1]
    assert len(set(used)) == 3
    starts = find_all(part(result.path, "word/numbering.xml"), "//w:startOverride")
    assert [attribute(item, "w:val") for item in starts] == ["1", "1", "5"]


def test_a_note_cited_twice_is_one_note_and_a_cross_reference(muster: DocxResult) -> None:
    notes = find_all(part(muster.path, "word/footnotes.xml"), "w:footnote[not(@w:type)]")
    assert [attribute(note, "w:id") for note in notes] == ["1", "2"]
    body = part(muster.path)
    assert len(find_all(body, "//w:footnoteReference")) == 2
    assert len(find_all(body, "//w:tbl//w:footnoteReference")) == 1
    codes = [item.text for item in find_all(body, "//w:instrText")]
    assert any(re.fullmatch(r" NOTEREF _RefFussnote\d{9} \\f \\h ", code or "") for code in codes)


def test_a_check_box_keeps_its_state_and_names_its_task(muster: DocxResult) -> None:
    boxes = find_all(part(muster.path), "//w:sdt[w:sdtPr/w14:checkbox]")
    states = [
        (
            attribute(find_all(box, ".//w:alias")[0], "w:val"),
            attribute(find_all(box, ".//w14:checked")[0], "w14:val"),
            "".join(item.text or "" for item in find_all(box, ".//w:t")),
        )
        for box in boxes
    ]
    assert states == [
        ("Erledigt", "1", "☒"),
        ("Erledigt", "0", "☐"),
        ("Leerstand begangen", "1", "☒"),
        ("Eigentümer angeschrieben", "0", "☐"),
    ]


def test_header_rows_repeat_and_spans_are_spans(muster: DocxResult) -> None:
    table = find_all(part(muster.path), "//w:tbl[w:tblPr/w:tblCaption]")[0]
    rows = find_all(table, "w:tr")
    assert [bool(find_all(row, "w:trPr/w:tblHeader")) for row in rows] == (
        [True, True, False, False, False]
    )
    assert len(find_all(table, ".//w:gridSpan")) == 2
    assert len(find_all(table, ".//w:vMerge[@w:val='continue']")) == 2
    summary = find_all(table, "w:tblPr/w:tblDescription")[0]
    assert attribute(summary, "w:val") == "Kosten nach Posten, einmalig und jährlich"


def test_captions_count_with_seq_fields(muster: DocxResult) -> None:
    codes = [(item.text or "").strip() for item in find_all(part(muster.path), "//w:instrText")]
    assert [code for code in codes if code.startswith("SEQ")] == [
        "SEQ Tabelle \\* ARABIC",
        "SEQ Quelltext \\* ARABIC",
        "SEQ Formel \\* ARABIC",
        "SEQ Abbildung \\* ARABIC",
    ]


def test_a_drawing_travels_with_a_picture_for_old_programs(muster: DocxResult) -> None:
    with ZipFile(muster.path) as archive:
        names = archive.namelist()
    assert sum(name.endswith(".svg") for name in names) == 1
    assert len(find_all(part(muster.path), "//asvg:svgBlip")) == 1


def test_each_chapter_names_itself_in_the_header(muster: DocxResult) -> None:
    with ZipFile(muster.path) as archive:
        heads = [
            letters(parse(archive.read(name)))
            for name in sorted(archive.namelist())
            if re.fullmatch(r"word/header\d+\.xml", name)
        ]
    assert "Kompass Leerstand – Musterbuch2  Gliederung" in heads
    first = find_all(part(muster.path), "//w:sectPr")[0]
    assert not find_all(first, "w:headerReference | w:footerReference")


def test_a_foreign_word_is_marked_as_such(muster: DocxResult) -> None:
    tongue = find_all(part(muster.path), "//w:r[w:rPr/w:lang/@w:val='en-GB']/w:t")
    assert [item.text for item in tongue] == ["vacant lots"]


@pytest.mark.parametrize(
    ("block", "said"),
    [
        (Paragraph((InternalLink(t("dorthin"), "nirgends"),)), "„nirgends“"),
        (Paragraph((Text("dorthin"), NoteReference("keine"))), "Fußnote „keine“"),
        (Paragraph((Text("dorthin"), InlineImage(Path("fehlt.png"), "Bild"))), "fehlt.png"),
    ],
)
def test_what_leads_nowhere_becomes_text_and_a_warning(
    block: Block, said: str, vorlage: Path, tmp_path: Path
) -> None:
    result = written(one_chapter(block), vorlage, tmp_path)
    assert "dorthin" in letters(part(result.path))
    assert any(said in warning for warning in result.warnings)
    assert audit(result.path) == []


def test_an_anchor_used_twice_stands_once(vorlage: Path, tmp_path: Path) -> None:
    twice = [Paragraph(t(text), anchors=("da",)) for text in ("eins", "zwei")]
    result = written(one_chapter(*twice), vorlage, tmp_path)
    assert audit(result.path) == []
    assert "„da“" in result.warnings[0]


def test_empty_and_ragged_things_do_no_harm(vorlage: Path, tmp_path: Path) -> None:
    ragged = Table((Row((cell("nur eine"),)), Row(())), (1, 1, 1), header_rows=1)
    empty = ListBlock(ListStyle.ARABIC, ())
    broken = p("Steuer\x00zeichen\ud800")
    result = written(one_chapter(ragged, empty, broken, p("")), vorlage, tmp_path)
    assert schema_findings(result.path) == []
    assert audit(result.path) == []
    assert "Steuerzeichen" in letters(part(result.path))


def test_an_empty_book_is_still_a_document(vorlage: Path, tmp_path: Path) -> None:
    result = written(Book("Leer", ()), vorlage, tmp_path)
    assert schema_findings(result.path) == []


def test_a_sheet_without_cover_begins_with_its_text(vorlage: Path, tmp_path: Path) -> None:
    book = replace(one_chapter(p("Nur dies.")), contents_depth=0)
    result = write_docx(book, tmp_path / "b.docx", template=vorlage, pages={}, cover=False)
    assert letters(part(result.path)) == "KapitelNur dies."


def test_a_failed_run_leaves_the_old_file(vorlage: Path, tmp_path: Path) -> None:
    target = tmp_path / "buch.docx"
    target.write_bytes(b"alt")
    with pytest.raises(TypeError):
        write_docx(one_chapter("kein Block"), target, template=vorlage)  # type: ignore[arg-type]
    assert target.read_bytes() == b"alt"
    assert [item.name for item in tmp_path.iterdir()] == ["buch.docx"]


def test_searches_see_keywords_and_description(vorlage: Path, tmp_path: Path) -> None:
    book = one_chapter(p("x"), keywords=("Leerstand", "Ortsmitte"), description="Ein Buch.")
    said = docx.Document(str(written(book, vorlage, tmp_path).path)).core_properties
    assert (said.keywords, said.comments) == ("Leerstand, Ortsmitte", "Ein Buch.")


def test_a_hebrew_book_runs_from_right_to_left(vorlage: Path, tmp_path: Path) -> None:
    table = Table((Row((cell("א"), cell("ב"))),), (1, 1))
    result = written(one_chapter(p("שלום"), table, language="he"), vorlage, tmp_path)
    assert schema_findings(result.path) == []
    defaults = find_all(part(result.path, "word/styles.xml"), "w:docDefaults")[0]
    assert len(find_all(defaults, ".//w:pPr/w:bidi | .//w:rPr/w:rtl")) == 2
    assert find_all(defaults, ".//w:lang[@w:bidi='he']")
    body = part(result.path)
    assert find_all(body, "//w:tblPr/w:bidiVisual")
    assert len(find_all(body, "//w:sectPr/w:bidi")) == len(find_all(body, "//w:sectPr"))
    german = written(one_chapter(table), vorlage, tmp_path)
    assert find_all(part(german.path), "//w:bidiVisual") == []
