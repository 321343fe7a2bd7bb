"""Zipped files from outside: what is refused, and how it is said."""

from __future__ import annotations

import zipfile
from dataclasses import replace
from io import BytesIO

import pytest

from kompasswerk.reading.refused import RefusedFileError
from kompasswerk.reading.zipped import Kind, Limits, checked_parts

KIND = Kind("Text", ".txtx", ".txt")
LIMITS = Limits(100 * 2**20, 2**25, 100, 1_000, 2**25, whole=True)
XML = b'<?xml version="1.0"?><a/>'
UTF_7 = b"<?xml version='1.0'%b encoding='UTF-7'?>+ADwAIQ-DOCTYPE a+AD4-<a/>"
ENTITY = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY e "x">]><a>&e;</a>'
DAMAGED = "keine Text-Datei oder ist beschädigt"
FOREIGN = "Anweisungen, die Text nicht schreibt"


def package(**parts: bytes) -> bytes:
    """A zip with ``a.xml`` and more parts."""
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, blob in {"a.xml": XML, **parts}.items():
            archive.writestr(name, blob)
    return buffer.getvalue()


def doubled() -> bytes:
    buffer = BytesIO(package())
    with pytest.warns(UserWarning, match="Duplicate"), zipfile.ZipFile(buffer, "a") as archive:
        archive.writestr("a.xml", XML)
    return buffer.getvalue()


def encrypted() -> bytes:
    blob = bytearray(package())
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        blob[blob.index(signature) + offset] |= 1
    return bytes(blob)


def lying(size: int) -> bytes:
    """A zip whose list says that its part holds ``size`` bytes."""
    blob = bytearray(package())
    at = blob.index(b"PK\x01\x02") + 24
    blob[at : at + 4] = size.to_bytes(4, "little")
    return bytes(blob)


def long_list() -> bytes:
    """A zip that announces a list of parts of two megabytes."""
    blob = bytearray(package() + bytes(2 * 2**20))
    end = blob.index(b"PK\x05\x06")
    record = blob[end : end + 22]
    record[12:16] = (2 * 2**20).to_bytes(4, "little")
    return bytes(blob + record)


CASES = {
    "text": (b"Guten Tag", DAMAGED),
    "empty": (b"", DAMAGED),
    "cut off": (package()[:60], DAMAGED),
    "old format": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1....", "Format .txt. Bitte speichern Sie"),
    "zip behind old format": (b"\xd0\xcf\x11\xe0" + package(), "ohne Passwort als .txtx"),
    "macro": (package(vbaProject=b"x"), "als .txtx ohne Makros"),
    "active": (package(**{"a/activeX/activeX1.xml": XML}), "Makros"),
    "entity": (package(**{"b.xml": ENTITY}), FOREIGN),
    "entity in capitals": (package(**{"B.XML": ENTITY}), FOREIGN),
    "utf-16": (package(**{"b.xml": ENTITY.decode().encode("utf-16")}), FOREIGN),
    "utf-7": (package(**{"b.xml": UTF_7 % b""}), FOREIGN),
    "utf-7 far off": (package(**{"b.xml": UTF_7 % (b" " * 500)}), FOREIGN),
    "long list": (long_list(), "entpackt zu groß"),
    "outside": (package(**{"../../etc/passwd": b"x"}), "hinaus: „../../etc/passwd“."),
    "absolute": (package(**{"/etc/passwd": b"x"}), "verweist aus sich hinaus"),
    "doubled": (doubled, "enthält ein Teil doppelt"),
    "other case": (package(**{"A.xml": XML}), "enthält ein Teil doppelt"),
    "encrypted": (encrypted(), "Passwort"),
    "size too small": (lying(1), DAMAGED),
    "size too large": (lying(999), "nennt falsche Größen"),
}


@pytest.mark.parametrize(("blob", "message"), CASES.values(), ids=CASES)
def test_what_may_harm_is_refused_with_the_name_of_the_file(blob, message):
    with pytest.raises(RefusedFileError) as error:
        checked_parts("brief.txtx", BytesIO(blob() if callable(blob) else blob), KIND, LIMITS)
    assert str(error.value).startswith("„brief.txtx“ ")
    assert message in str(error.value)


@pytest.mark.parametrize(
    ("limit", "value", "message"),
    [
        ("file", 10, "größer als 0 MB"),
        ("unpacked", 10, "entpackt zu groß"),
        ("parts", 1, "entpackt zu groß"),
        ("memory", 300, "entpackt zu groß"),
    ],
)
def test_size_and_number_of_parts_have_limits(limit, value, message):
    blob = BytesIO(package(**{"b.xml": XML}))
    with pytest.raises(RefusedFileError, match=message):
        checked_parts("a", blob, KIND, replace(LIMITS, **{limit: value}))


@pytest.mark.parametrize("limits", [replace(LIMITS, ratio=200), replace(LIMITS, unpacked=2**20)])
def test_a_bomb_is_stopped_by_what_it_says_of_itself(limits):
    blob = package(**{"bild.png": bytes(6 * 2**20)})
    assert len(blob) < 2**14
    with pytest.raises(RefusedFileError, match="entpackt zu groß"):
        checked_parts("a", BytesIO(blob), KIND, limits)


@pytest.mark.parametrize(
    ("whole", "parts"),
    [(True, {"a.xml": XML, "bild.png": b"\x00\x01"}), (False, {"a.xml": XML})],
)
def test_other_parts_than_xml_are_read_where_the_whole_is_wanted(whole, parts):
    blob = BytesIO(package(**{"bild.png": b"\x00\x01"}))
    assert checked_parts("a", blob, KIND, replace(LIMITS, whole=whole)) == parts


def test_the_settings_of_a_printer_are_no_program():
    blob = BytesIO(package(**{"xl/printerSettings/printerSettings1.bin": b"x"}))
    assert "a.xml" in checked_parts("a", blob, KIND, LIMITS)
