"""Bodies are read passage by passage; what was read before is known, and nothing else changes."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from kompasswerk.docx.oxml import memory
from kompasswerk.docx.oxml.base import parse
from kompasswerk.docx.oxml.filled import blocks_of
from kompasswerk.docx.oxml.memory import Memory
from kompasswerk.docx.oxml.told import Grid, Para, Piece

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
START, END = '<w:bookmarkStart w:id="{0}" w:name="{1}"/>', '<w:bookmarkEnd w:id="{0}"/>'
PLAIN = "<w:p><w:r><w:t>Markt 1</w:t></w:r></w:p>"
OTHER = "<w:p><w:r><w:t>Markt 2</w:t></w:r></w:p>"
TABLE = f"<w:tbl><w:tr><w:tc>{PLAIN}</w:tc><w:tc>{OTHER}</w:tc></w:tr></w:tbl>"
CONTROL = (
    '<w:sdt><w:sdtPr><w:tag w:val="K"/></w:sdtPr><w:sdtContent>{0}</w:sdtContent></w:sdt>'
).format
INSIDE = f"<w:p>{CONTROL('<w:r><w:t>ja</w:t></w:r>')}<w:r><w:t> und</w:t></w:r></w:p>"
BOX = f"<w:p><w:r><w:pict><w:txbxContent>{PLAIN}{OTHER}</w:txbxContent></w:pict></w:r></w:p>"
MARKED = f"{START.format(1, 'F_a')}{PLAIN}{END.format(1)}"
OPEN = f"<w:p>{START.format(2, 'F_b')}<w:r><w:t>offen</w:t></w:r></w:p>"
FIELD = '<w:p><w:r><w:fldChar w:fldCharType="begin"/><w:instrText>PAGE</w:instrText></w:r></w:p>'
PASSAGES = (
    *(PLAIN, OTHER, TABLE, INSIDE, CONTROL(PLAIN), BOX, MARKED, OPEN, FIELD, "<w:p/>", "<w:sdt/>"),
    *("<!-- <w:p> -->", "<?k </w:p> ?>", f"<w:ins>{PLAIN}</w:ins>", START.format(3, "F_c")),
    *(f"<w:tbl><w:tr><w:tc>{TABLE}{PLAIN}</w:tc></w:tr></w:tbl>", "<w:sectPr/>", "<x/>"),
)


def body(*passages: str, names: str = "", after: str = "") -> bytes:
    head = f'<w:document xmlns:w="{W}"{names}><w:body>'
    return f"{head}{''.join(passages)}{after}</w:body></w:document>".encode()


def said(*texts: str) -> list[Para]:
    return [Para((Piece(text),)) for text in texts]


@pytest.fixture
def parsed(monkeypatch):
    """What was parsed, in order."""
    blobs: list[bytes] = []

    def noting(blob: bytes):
        blobs.append(blob)
        return parse(blob)

    monkeypatch.setattr(memory, "parse", noting)
    return blobs


def test_what_was_read_before_is_not_parsed_again(parsed):
    known = Memory()
    assert list(known.blocks_of(body(PLAIN, TABLE))) == list(blocks_of(parse(body(PLAIN, TABLE))))
    parsed.clear()
    assert list(known.blocks_of(body(OTHER, PLAIN, PLAIN))) == said("Markt 2", "Markt 1", "Markt 1")
    assert [blob.count(b"Markt 1") for blob in parsed] == [0]
    parsed.clear()
    assert list(known.blocks_of(body(PLAIN, OTHER))) == said("Markt 1", "Markt 2")
    assert parsed == []


def test_the_same_bytes_may_say_something_else_under_other_names():
    known = Memory()
    passage = "<w:p><w:r><a:t>Markt</a:t></w:r></w:p>"
    picture = ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    assert list(known.blocks_of(body(passage, names=picture))) == said("Markt")
    assert list(known.blocks_of(body(passage, names=' xmlns:a="urn:fremd"'))) == [Para()]


def test_numbers_of_a_saving_do_not_make_a_passage_new(parsed):
    saved = (
        '<w:p w14:paraId="1A2B3C4D" w14:textId="77777777" w:rsidR="00AB12CD">'
        '<w:r w:rsidRPr="00AB12CE"><w:t>Markt 1</w:t></w:r></w:p>'
    )
    known, names = Memory(), f' xmlns:w14="{W14}"'
    assert list(known.blocks_of(body(PLAIN, names=names))) == said("Markt 1")
    parsed.clear()
    assert list(known.blocks_of(body(saved, names=names))) == said("Markt 1")
    assert parsed == []


def test_an_answer_that_looks_like_such_a_number_stays():
    answer = '<w:p><w:r><w:t>p w:rsidR="00AB12CD"</w:t></w:r></w:p>'
    hidden = '<w:p><w:r><w:t><![CDATA[<w:p w:rsidR="00AB12CD">]]></w:t></w:r></w:p>'
    assert list(Memory().blocks_of(body(answer))) == said('p w:rsidR="00AB12CD"')
    assert list(Memory().blocks_of(body(hidden))) == said('<w:p w:rsidR="00AB12CD">')


ODD = {
    "a bookmark that begins before a passage": (START.format(1, "F_a"), PLAIN, OTHER),
    "a bookmark over several passages": (MARKED, OPEN, PLAIN),
    "a bookmark at the end": (PLAIN, START.format(1, "F_a")),
    "a field that nobody ends": (FIELD, PLAIN),
    "paragraphs in a comment": ("<!--", PLAIN, "-->", OTHER),
    "paragraphs in an element around them": ("<w:ins>", PLAIN, OTHER, "</w:ins>", PLAIN),
    "a second body": (PLAIN, "</w:body><w:body>", OTHER),
    "text boxes, controls, tables in tables": (BOX, CONTROL(PLAIN + TABLE), INSIDE, PASSAGES[15]),
}


@pytest.mark.parametrize("passages", ODD.values(), ids=ODD)
def test_odd_bodies_are_read_as_one(passages):
    blob = body(*passages)
    expected = list(blocks_of(parse(blob)))
    known = Memory()
    list(known.blocks_of(body(PLAIN, OTHER)))
    assert list(known.blocks_of(blob)) == expected
    assert list(known.blocks_of(blob)) == expected
    assert list(known.blocks_of(body(PLAIN, OTHER))) == said("Markt 1", "Markt 2")


def outcome(read, blob: bytes) -> list[Para | Grid] | str:
    """What a file says, or why it cannot be read."""
    try:
        return list(read(blob))
    except SyntaxError as error:
        return str(error)


@given(st.lists(st.lists(st.sampled_from(PASSAGES), max_size=8), min_size=1, max_size=6))
def test_what_other_files_said_changes_nothing(files):
    known = Memory()
    for passages in files:
        blob = body(*passages)
        assert list(known.blocks_of(blob)) == list(blocks_of(parse(blob)))


@given(st.lists(st.sampled_from(PASSAGES), min_size=1, max_size=6), st.data())
def test_torn_files_are_refused_or_read_as_one(passages, data):
    blob = body(*passages)
    start = data.draw(st.integers(0, len(blob)))
    torn = blob[:start] + blob[data.draw(st.integers(start, len(blob))) :]
    known = Memory()
    list(known.blocks_of(blob))
    assert outcome(known.blocks_of, torn) == outcome(lambda blob: blocks_of(parse(blob)), torn)


def test_memory_does_not_grow_without_end(monkeypatch):
    monkeypatch.setattr(memory, "MOST", 1000)
    known = Memory()
    for number in range(100):
        passage = PLAIN.replace("1", str(number))
        assert list(known.blocks_of(body(passage))) == said(f"Markt {number}")
    assert len(known._fresh) + len(known._earlier) < 40


def test_what_is_read_again_and_again_stays_known_while_the_rest_is_forgotten(monkeypatch, parsed):
    monkeypatch.setattr(memory, "MOST", 1000)
    known = Memory()
    for number in range(100):
        list(known.blocks_of(body(PLAIN, OTHER.replace("2", f"x{number}"))))
    parsed.clear()
    assert list(known.blocks_of(body(PLAIN))) == said("Markt 1")
    assert parsed == []


def test_a_huge_body_is_read_and_forgotten(monkeypatch):
    monkeypatch.setattr(memory, "LONGEST", 100)
    known = Memory()
    assert list(known.blocks_of(body(PLAIN, OTHER))) == said("Markt 1", "Markt 2")
    assert not known._fresh
