"""Word files from outside: what is refused, and how it is said."""

from __future__ import annotations

import zipfile
from dataclasses import replace
from io import BytesIO

import pytest

from kompasswerk.docx import opening
from kompasswerk.docx.opening import HostileFileError, opened

DOCUMENT = b'<?xml version="1.0"?><a/>'
UTF_7 = b"<?xml version='1.0' encoding='UTF-7'?>+ADwAIQ-DOCTYPE a+AD4-<a/>"
ENTITY = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY e "x">]><a>&e;</a>'


def package(**parts: bytes) -> bytes:
    """A zip with a document and more parts; ``_`` stands for what names cannot hold."""
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, blob in {"word/document.xml": DOCUMENT, **parts}.items():
            archive.writestr(name, blob)
    return buffer.getvalue()


def doubled() -> bytes:
    buffer = BytesIO(package())
    with pytest.warns(UserWarning, match="Duplicate"), zipfile.ZipFile(buffer, "a") as archive:
        archive.writestr("word/document.xml", DOCUMENT)
    return buffer.getvalue()


def encrypted() -> bytes:
    blob = bytearray(package())
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        blob[blob.index(signature) + offset] |= 1
    return bytes(blob)


def lying() -> bytes:
    """A zip whose list says that a part holds one byte."""
    blob = bytearray(package())
    at = blob.index(b"PK\x01\x02") + 24
    blob[at : at + 4] = (1).to_bytes(4, "little")
    return bytes(blob)


def endless_list() -> bytes:
    """A zip that announces a list of parts of five megabytes."""
    blob = bytearray(package() + bytes(5 * 2**20))
    end = blob.index(b"PK\x05\x06")
    record = blob[end : end + 22]
    record[12:16] = (5 * 2**20).to_bytes(4, "little")
    return bytes(blob + record)


CASES = {
    "text": (b"Guten Tag", "keine Word-Datei oder ist beschädigt"),
    "empty": (b"", "keine Word-Datei oder ist beschädigt"),
    "cut off": (package()[:60], "keine Word-Datei oder ist beschädigt"),
    "old format": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1....", "als .docx"),
    "spreadsheet": (package().replace(b"word/document", b"word/document"[::-1]), "kein Word-Dok"),
    "macro": (package(**{"word/vbaProject.bin": b"x"}), "Makros"),
    "active": (package(**{"word/activeX/activeX1.xml": DOCUMENT}), "Makros"),
    "entity": (package(**{"word/styles.xml": ENTITY}), "Anweisungen, die Word nicht schreibt"),
    "utf-16": (
        package(**{"word/styles.xml": ENTITY.decode().encode("utf-16")}),
        "Anweisungen, die Word nicht schreibt",
    ),
    "utf-7": (
        package(**{"word/styles.xml": UTF_7}),
        "Anweisungen, die Word nicht schreibt",
    ),
    "endless list": (endless_list, "entpackt zu groß"),
    "outside": (package(**{"../../etc/passwd": b"x"}), "verweist aus sich hinaus"),
    "absolute": (package(**{"/etc/passwd": b"x"}), "verweist aus sich hinaus"),
    "broken xml": (package(**{"word/styles.xml": b"<a>"}), "ist beschädigt"),
    "deep xml": (package(**{"word/styles.xml": b"<a>" * 5000 + b"</a>" * 5000}), "ist beschädigt"),
    "doubled": (doubled, "enthält ein Teil doppelt"),
    "encrypted": (encrypted(), "Passwort"),
    "wrong size": (lying(), "„brief.docx“"),
}


@pytest.mark.parametrize(("blob", "message"), CASES.values(), ids=CASES)
def test_what_may_harm_is_refused_with_the_name_of_the_file(blob, message, tmp_path):
    path = tmp_path / "brief.docx"
    path.write_bytes(blob() if callable(blob) else blob)
    with pytest.raises(HostileFileError) as error:
        opened(path)
    assert "„brief.docx“" in str(error.value)
    assert message in str(error.value)


def test_a_document_is_returned_part_by_part(tmp_path):
    path = tmp_path / "brief.docx"
    path.write_bytes(package(**{"word/media/bild.png": b"\x00\x01"}))
    assert opened(path) == {"word/document.xml": DOCUMENT, "word/media/bild.png": b"\x00\x01"}


@pytest.mark.parametrize(
    ("limit", "value", "message"),
    [
        ("file", 10, "größer als"),
        ("unpacked", 10, "entpackt zu groß"),
        ("parts", 1, "entpackt zu groß"),
        ("memory", 300, "entpackt zu groß"),
    ],
)
def test_size_and_number_of_parts_have_limits(limit, value, message, tmp_path):
    path = tmp_path / "brief.docx"
    path.write_bytes(package(**{"word/styles.xml": DOCUMENT}))
    with pytest.raises(HostileFileError, match=message):
        opened(path, replace(opening.HANDBOOK, **{limit: value}))


@pytest.mark.parametrize("limits", [opening.RETURNED, replace(opening.HANDBOOK, unpacked=2**20)])
def test_a_bomb_is_stopped_by_what_it_says_of_itself(limits, tmp_path):
    path = tmp_path / "brief.docx"
    path.write_bytes(package(**{"word/media/a.png": bytes(6 * 2**20)}))
    assert path.stat().st_size < 2**14
    with pytest.raises(HostileFileError, match="entpackt zu groß"):
        opened(path, limits)
