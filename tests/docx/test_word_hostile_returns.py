"""Returned files made to harm, or damaged on the way: refused in one line, or read; no crash."""

from __future__ import annotations

import random
import resource
import zipfile
from io import BytesIO
from pathlib import Path

import arbeitsbuch as buch
import pytest
from hypothesis import given, settings, strategies as st

from kompasswerk.docx.filled import read_filled
from kompasswerk.reading.refused import RefusedFileError
from messungen.fuzz import mutated, outcome

RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
    'relationships/{}" Target="{}"{}/></Relationships>'
)
OUTSIDE = ' TargetMode="External"'


def related(kind: str, target: str, mode: str = OUTSIDE) -> dict[str, bytes]:
    return {"word/_rels/settings.xml.rels": RELATIONS.format(kind, target, mode).encode()}


def controls(number: int) -> str:
    return "<w:p>" + "<w:sdt><w:sdtContent/></w:sdt>" * number + "</w:p>"


REFUSED = {
    "picture from outside": (related("image", "http://boese.example/a.png"), "lädt beim Öffnen"),
    "template from outside": (related("attachedTemplate", "https://b.example/x"), "von außen"),
    "template on a server": (related("attachedTemplate", "\\\\server\\x.dotm"), "von außen"),
    "frame": (related("frame", "http://boese.example/"), "von außen"),
    "embedded file": (related("aFChunk", "teil.html", ""), "eingebettete Datei"),
    "macro": ({"word/vbaProject.bin": b"x"}, "Makros"),
    "picture bomb": ({"word/media/a.png": bytes(40 * 2**20)}, "entpackt zu groß"),
    "broken notes": ({"word/footnotes.xml": b"<a>"}, "ist beschädigt"),
    "entities": ({"customXml/item2.xml": b"<!DOCTYPE a [<!ENTITY b 'c'>]><a/>"}, "Anweisungen"),
    "utf-16": ({"customXml/item2.xml": "<a/>".encode("utf-16")}, "Anweisungen"),
    "many nodes": ({"customXml/item2.xml": b"<a>" + b"<a/>" * 900_000 + b"</a>"}, "zu groß"),
    "path trick": ({"../../weg.xml": b"<a/>"}, "verweist aus sich hinaus"),
}
ALLOWED = {
    "link": related("hyperlink", "https://kompass.example/"),
    "own template": related("attachedTemplate", "file:///C:/Vorlagen/Stadt.dotx"),
    "photo": {"word/media/haus.jpg": random.Random(2).randbytes(300_000)},
}


@pytest.mark.parametrize("case", REFUSED)
def test_a_harmful_file_is_refused_in_one_german_line(case, tmp_path):
    parts, message = REFUSED[case]
    path = buch.Workbook(parts=parts).save(tmp_path / "brief.docx")
    with pytest.raises(RefusedFileError, match=message) as error:
        read_filled(path, buch.SHEETS)
    assert str(error.value).startswith("„brief.docx“")
    assert "\n" not in str(error.value)


@pytest.mark.parametrize("case", ALLOWED)
def test_what_offices_write_is_allowed(case, tmp_path):
    path = buch.Workbook(parts=ALLOWED[case]).save(tmp_path / "brief.docx")
    assert read_filled(path, buch.SHEETS).antworten == ()


def test_more_controls_than_any_workbook_has_are_refused(tmp_path):
    def change(xml: str) -> str:
        return xml.replace("</w:body>", controls(20_001) + "</w:body>")

    path = buch.Workbook(change=change).save(tmp_path / "viele.docx")
    with pytest.raises(RefusedFileError, match="mehr als 20000 Felder"):
        read_filled(path, buch.SHEETS)


def test_a_field_of_the_text_that_never_ends_hides_only_its_paragraph(tmp_path):
    begin = (
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/><w:instrText>PAGE</w:instrText></w:r></w:p>'
    )

    def change(xml: str) -> str:
        return xml.replace("<w:body>", f"<w:body><w:p>{begin}</w:p>", 1)

    path = buch.Workbook(said={"selbstcheck.stadt": "Jena"}, change=change).save(
        tmp_path / "a.docx"
    )
    assert [each.text for each in read_filled(path, buch.SHEETS).antworten] == ["Jena"]


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory) -> tuple[bytes, Path]:
    folder = tmp_path_factory.mktemp("unfug")
    said = {"selbstcheck.stadt": "Jena", "bewertung.gebaeude[1].objekt": "3"}
    return buch.Workbook(said=said).save(folder / "echt.docx").read_bytes(), folder / "unfug.docx"


def test_damaged_copies_are_read_or_refused(real):
    blob, path = real
    seen = set()
    for number in range(400):
        path.write_bytes(mutated(blob, random.Random(number)))
        seen.add(outcome(path, buch.SHEETS))
    assert seen == {"gelesen", "abgelehnt"}


@settings(max_examples=60, deadline=None)
@given(xml=st.binary(max_size=300))
def test_any_bytes_as_document_are_read_or_refused(real, xml):
    _, path = real
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("word/document.xml", b"<w>" + xml + b"</w>")
    path.write_bytes(buffer.getvalue())
    assert outcome(path, buch.SHEETS) in ("gelesen", "abgelehnt")


@settings(max_examples=60, deadline=None)
@given(text=st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=60))
def test_any_text_comes_back_as_it_was_typed(real, text):
    _, path = real
    buch.Workbook(said={"selbstcheck.notiz": text}).save(path)
    answers = read_filled(path, buch.SHEETS).antworten
    shown = " ".join(" ".join(each.text for each in answers).replace("\u00ad", "").split())
    assert shown == " ".join(text.replace("\u00ad", "").split()) or text == "Bitte eintragen"


def test_the_largest_part_that_is_allowed_stays_within_the_memory_of_a_worker(tmp_path):
    many = buch.table([buch.row(buch.paragraph(f"Haus {n * n}")) for n in range(25_000)])

    def change(xml: str) -> str:
        return xml.replace("</w:body>", many + "</w:body>")

    path = buch.Workbook(change=change).save(tmp_path / "lang.docx")
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    assert len(read_filled(path, buch.SHEETS).fundstuecke) == 25_000
    grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    assert grown < 200 * 1024
