"""Word files from outside: what is refused beyond what is refused in any zipped file."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from kompasswerk.docx.opening import MAIN, RETURNED, opened
from kompasswerk.reading.refused import RefusedFileError

DOCUMENT = b'<?xml version="1.0"?><a/>'
STYLES = "word/styles.xml"


def package(path: Path, parts: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, blob in parts.items():
            archive.writestr(name, blob)
    return path


CASES = {
    "macro": ({MAIN: DOCUMENT, "word/vbaProject.bin": b"x"}, "als .docx ohne Makros"),
    "entity": ({MAIN: b"<!DOCTYPE a><a/>"}, "Anweisungen, die Word nicht schreibt"),
    "spreadsheet": ({"xl/workbook.xml": DOCUMENT}, "ist kein Word-Dokument"),
    "broken xml": ({MAIN: DOCUMENT, STYLES: b"<a>"}, "ist beschädigt"),
    "crossed controls": (
        {MAIN: DOCUMENT, STYLES: b"<a><sdtContent></a></sdtContent>"},
        "nehmen Sie dort alle Änderungen an",
    ),
    "deep xml": ({MAIN: DOCUMENT, STYLES: b"<a>" * 5000 + b"</a>" * 5000}, "ist beschädigt"),
}


@pytest.mark.parametrize(("parts", "message"), CASES.values(), ids=CASES)
def test_what_is_no_sound_document_is_refused_with_the_name_of_the_file(parts, message, tmp_path):
    with pytest.raises(RefusedFileError) as error:
        opened(package(tmp_path / "brief.docx", parts))
    assert str(error.value).startswith("„brief.docx“ ")
    assert message in str(error.value)


def test_a_file_in_the_old_format_says_how_to_save_it(tmp_path):
    path = tmp_path / "brief.docx"
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1....")
    with pytest.raises(RefusedFileError, match=r"alte Format \.doc\. .* als \.docx\."):
        opened(path)


def test_a_document_is_returned_part_by_part(tmp_path):
    parts = {MAIN: DOCUMENT, "word/media/bild.png": b"\x00\x01"}
    assert opened(package(tmp_path / "brief.docx", parts)) == parts


def test_of_a_returned_document_a_broken_part_shows_when_somebody_needs_it(tmp_path):
    parts = {MAIN: DOCUMENT, STYLES: b"<a>"}
    assert opened(package(tmp_path / "brief.docx", parts), RETURNED) == parts


def test_names_of_a_strict_file_are_those_of_ordinary_ones(tmp_path):
    strict = (
        b'<w:document xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main" '
        b"xmlns:m='http://purl.oclc.org/ooxml/officeDocument/math' "
        b'xmlns:p="http://purl.oclc.org/ooxml/officeDocument/customProperties">'
        b"http://purl.oclc.org/ooxml/wordprocessingml/main</w:document>"
    )
    parts = opened(package(tmp_path / "brief.docx", {MAIN: strict}), RETURNED)
    assert parts[MAIN] == (
        b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
        b"xmlns:m='http://schemas.openxmlformats.org/officeDocument/2006/math' "
        b'xmlns:p="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties">'
        b"http://purl.oclc.org/ooxml/wordprocessingml/main</w:document>"
    )
