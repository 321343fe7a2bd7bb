"""The own audit finds what it is for, and nothing in a sound file."""

from __future__ import annotations

from pathlib import Path
from zipfile import ZipFile

import pytest

from kompasswerk.docx.audit import audit
from kompasswerk.docx.package import write_zip
from kompasswerk.docx.write import DocxResult

TEXT = "word/document.xml"
DEFECTS = {
    "bookmark without end": (TEXT, '<w:bookmarkEnd w:id="3"/>', "", "Textmarke beginnt"),
    "bookmark twice": (TEXT, 'w:name="kosten"', 'w:name="alles"', "„alles“ gibt es 2-mal"),
    "dead link": (TEXT, 'w:anchor="kosten"', 'w:anchor="fort"', "zeigt auf „fort“"),
    "dead field": (TEXT, " PAGEREF _Toc000001 ", " PAGEREF weg ", "„PAGEREF weg"),
    "open field": (TEXT, '<w:fldChar w:fldCharType="end"/>', "", "kein Ende"),
    "same control": (TEXT, '<w:id w:val="2"/>', '<w:id w:val="1"/>', "Inhaltssteuerelemente"),
    "block in a line": (TEXT, "<w:sdtContent><w:r>", "<w:sdtContent><w:p/><w:r>", "ganze Absätze"),
    "empty control": (TEXT, "<w:sdtContent><w:r>", "<w:sdtContent/><w:x><w:r>", "ist leer"),
    "same drawing": (TEXT, '<wp:docPr id="2"', '<wp:docPr id="1"', "tragen 2 Bilder"),
    "no alternative": (TEXT, 'descr="Plan einer Straße mit drei leeren Läden"', "", "Alternativ"),
    "short row": (TEXT, '<w:gridSpan w:val="2"/>', "", "füllt nicht"),
    "bad date": ("docProps/core.xml", "2026-11-22T00:00:00Z", "gestern", "kein Zeitpunkt"),
}


def test_the_sample_book_has_no_findings(muster: DocxResult) -> None:
    assert audit(muster.path) == []


@pytest.mark.parametrize("name", DEFECTS)
def test_a_planted_defect_is_found(name: str, muster: DocxResult, tmp_path: Path) -> None:
    part, before, after, said = DEFECTS[name]
    with ZipFile(muster.path) as archive:
        files = {item: archive.read(item) for item in archive.namelist()}
    text = files[part].decode()
    assert before in text
    if name == "empty control":
        begin = text.index(before)
        end = text.index("</w:sdtContent>", begin) + len("</w:sdtContent>")
        text = f"{text[:begin]}<w:sdtContent/>{text[end:]}"
    elif name == "dead field":
        text = text.replace(before, after)
    else:
        text = text.replace(before, after, 1)
    broken = tmp_path / "kaputt.docx"
    write_zip(broken, {**files, part: text.encode()})
    assert any(said in finding for finding in audit(broken))
