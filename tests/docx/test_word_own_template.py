"""Templates that people made in Word or LibreOffice: their looks count, their text goes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from zipfile import ZipFile

import pytest
from alle_bausteine import musterbuch
from docx.enum.section import WD_ORIENT
from docx.shared import Mm, Pt
from openxml_audit import OpenXmlValidator
from PIL import Image

import docx
from kompasswerk.docx.audit import audit
from kompasswerk.docx.package import write_zip
from kompasswerk.docx.template_file import TemplateError, open_template
from kompasswerk.docx.write import write_docx
from kompasswerk.reading.gestaltung import read_gestaltung

TYPES = "[Content_Types].xml"


def parts_of(path: Path) -> dict[str, bytes]:
    with ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def changed(path: Path, changes: Mapping[str, tuple[bytes, bytes]]) -> Path:
    """Replace bytes in parts of a package; every change must concern something."""
    parts = parts_of(path)
    for name, (old, new) in changes.items():
        assert old in parts[name]
        parts[name] = parts[name].replace(old, new)
    write_zip(path, parts)
    return path


@pytest.fixture
def eigene(tmp_path: Path) -> Path:
    """A landscape template with text, picture, header, footer and a style of its own."""
    document = docx.Document()
    document.add_heading("Alter Titel", 1)
    document.add_paragraph("Bitte hier schreiben")
    Image.new("RGB", (8, 8)).save(tmp_path / "logo.png")
    document.add_picture(str(tmp_path / "logo.png"))
    page = document.sections[0]
    page.orientation, page.page_width, page.page_height = WD_ORIENT.LANDSCAPE, Mm(297), Mm(210)
    page.header.paragraphs[0].text = "Stadt Musterhausen"
    note = document.styles.add_style("Hinweis", 1)
    note.font.size = Pt(17)
    path = tmp_path / "eigene.docx"
    document.save(str(path))
    return path


def book_on(template: Path) -> tuple[Path, tuple[str, ...]]:
    target = template.parent / "buch.docx"
    result = write_docx(musterbuch(), target, template=template, pages={})
    assert audit(target) == []
    assert [*OpenXmlValidator(max_errors=0).validate(str(target)).errors] == []
    return target, result.warnings


def test_nothing_of_the_text_of_a_template_remains(eigene: Path) -> None:
    parts = parts_of(book_on(eigene)[0])
    assert b"Alter Titel" not in parts["word/document.xml"]
    assert b"Bitte hier schreiben" not in b"".join(parts.values())
    old = (eigene.parent / "logo.png").read_bytes()
    assert old not in parts.values()


def test_page_and_header_of_a_template_stay_and_its_missing_footer_is_ours(eigene: Path) -> None:
    book = docx.Document(str(book_on(eigene)[0]))
    pages = list(book.sections)
    assert {(round(page.page_width.mm), round(page.page_height.mm)) for page in pages} == {
        (297, 210)
    }
    assert {page.header.paragraphs[0].text for page in pages[1:]} == {"Stadt Musterhausen"}
    assert {page.footer.paragraphs[0].text for page in pages[1:]} == {
        "Ausgabe 2026-11, Entwurf\tSeite 1 von 1"
    }


def test_one_message_names_the_styles_that_were_added(eigene: Path) -> None:
    _, warnings = book_on(eigene)
    assert len(warnings) == 1
    assert warnings[0].startswith("Der Word-Vorlage eigene.docx fehlen Formatvorlagen; ergänzt ")
    assert "Hinweis Titel" in warnings[0]
    assert " Hinweis," not in warnings[0]
    assert "Einschätzung, " in warnings[0]
    assert "heading" not in warnings[0]


def test_a_style_of_the_template_is_used_as_it_is(eigene: Path) -> None:
    book = docx.Document(str(book_on(eigene)[0]))
    assert book.styles["Hinweis"].font.size == Pt(17)
    assert any(line.style.name == "Hinweis" for line in book.paragraphs)


def test_headings_of_a_template_count_by_their_styles(eigene: Path) -> None:
    sheet = parts_of(book_on(eigene)[0])["word/styles.xml"].decode()
    heading = sheet[sheet.index('w:styleId="Heading2"') :].split("</w:style>")[0]
    assert re.search(r'<w:numPr><w:ilvl w:val="1"/><w:numId w:val="\d+"/></w:numPr>', heading)


def test_the_title_of_the_contents_does_not_count_though_based_on_a_heading(eigene: Path) -> None:
    assert docx.Document(str(eigene)).styles["TOC Heading"].base_style.name == "Heading 1"
    parts = parts_of(book_on(eigene)[0])
    sheet = parts["word/styles.xml"].decode()
    title = sheet[sheet.index('w:styleId="TOCHeading"') :].split("</w:style>")[0]
    number = re.search(r'<w:numId w:val="(\d+)"/>', title)
    assert number is not None
    lists = parts["word/numbering.xml"].decode()
    instance = re.search(rf'w:numId="{number[1]}"><w:abstractNumId w:val="(\d+)"', lists)
    assert instance is not None
    scheme = lists[lists.index(f'w:abstractNumId="{instance[1]}"') :]
    assert re.search(r'<w:numFmt w:val="(\w+)"/>', scheme)[1] == "none"  # type: ignore[index]


def test_german_word_names_its_styles_otherwise(eigene: Path) -> None:
    parts = parts_of(eigene)
    for name in ("word/styles.xml", "word/document.xml"):
        parts[name] = re.sub(rb'"Heading(\d)"', rb'"berschrift\1"', parts[name])
    write_zip(eigene, parts)
    book = docx.Document(str(book_on(eigene)[0]))
    ids = {line.style.style_id for line in book.paragraphs if line.style.name == "Heading 1"}
    assert ids == {"berschrift1"}


def test_a_template_without_lists_gets_them(eigene: Path) -> None:
    relation = re.search(
        rb'<Relationship [^>]*relationships/numbering"[^>]*>',
        parts_of(eigene)["word/_rels/document.xml.rels"],
    )
    assert relation is not None
    changed(eigene, {"word/_rels/document.xml.rels": (relation[0], b"")})
    assert b"w:abstractNum" in parts_of(book_on(eigene)[0])["word/numbering.xml"]


def test_libreoffice_saves_files_without_a_theme(eigene: Path) -> None:
    rels = parts_of(eigene)["word/_rels/document.xml.rels"]
    relation = re.search(rb'<Relationship [^>]*relationships/theme"[^>]*>', rels)
    assert relation is not None
    changed(eigene, {"word/_rels/document.xml.rels": (relation[0], b"")})
    assert b'<a:clrScheme name="Kompass">' in parts_of(book_on(eigene)[0])["word/theme/theme1.xml"]


def test_a_word_template_becomes_a_document(eigene: Path) -> None:
    dotx = eigene.rename(eigene.with_suffix(".dotx"))
    changed(dotx, {TYPES: (b"document.main+xml", b"template.main+xml")})
    target, _ = book_on(dotx)
    assert b"template.main+xml" not in parts_of(target)[TYPES]


def macros(path: Path) -> None:
    kind = b"vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    changed(path, {TYPES: (kind, b"vnd.ms-word.template.macroEnabledTemplate.main+xml")})


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:2000])


def strict(path: Path) -> None:
    transitional = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    name = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
    changed(path, {"word/document.xml": (transitional, name)})


def unclosed(path: Path) -> None:
    changed(path, {"word/styles.xml": (b"</w:styles>", b"")})


def old(path: Path) -> None:
    path.write_bytes(bytes.fromhex("d0cf11e0a1b11ae1") + b"x" * 600)


@pytest.mark.parametrize(
    ("spoil", "german", "english"),
    [
        (macros, "enthält Makros", "holds macros"),
        (cut, "ist beschädigt oder keine Word-Datei", "is damaged or no Word file"),
        (unclosed, "ist beschädigt oder keine Word-Datei", "is damaged or no Word file"),
        (strict, "hat das Format „Strict Open XML“", "is of the format “Strict Open XML”"),
        (old, "Passwort geschützt oder hat das alte Format", "locked by a password or of the old"),
        (Path.unlink, "„eigene.docx“ gibt es nicht", "no Word template “eigene.docx”"),
    ],
)
def test_a_file_that_cannot_serve_is_refused_with_a_reason(
    spoil, german: str, english: str, eigene: Path
) -> None:
    spoil(eigene)
    with pytest.raises(TemplateError) as refused:
        open_template(eigene, read_gestaltung())
    assert german in refused.value.text("de")
    assert english in refused.value.text("en")


def test_what_binds_a_template_to_other_files_goes(eigene: Path) -> None:
    update = b'<w:updateFields w:val="true"/><w:zoom'
    changed(eigene, {"word/settings.xml": (b"<w:zoom", update)})
    assert b"updateFields" not in parts_of(book_on(eigene)[0])["word/settings.xml"]
