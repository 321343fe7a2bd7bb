"""What is struck out, hidden or deleted stands aside; drawn letters and formulas are text."""

from __future__ import annotations

import pytest
from lxml import etree

from kompasswerk.docx.oxml.base import NAMESPACES
from kompasswerk.docx.oxml.filled import blocks_of, comments_of
from kompasswerk.docx.oxml.told import Aside, Control, Para, Piece

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NAMES = " ".join(
    f'xmlns:{prefix}="{NAMESPACES[prefix]}"' for prefix in ("w", "w14", "a", "m", "v", "wp")
)
BOX = (
    '<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val="1"/></w14:checkbox></w:sdtPr>'
    "<w:sdtContent>{}</w:sdtContent></w:sdt>"
)
GONE = "gelöscht (Änderungen nachverfolgen)"


def r(text: str, look: str = "") -> str:
    looks = f"<w:rPr>{look}</w:rPr>" if look else ""
    return f"<w:r>{looks}<w:t>{text}</w:t></w:r>"


def deleted(text: str) -> str:
    return f"<w:del><w:r><w:delText>{text}</w:delText></w:r></w:del>"


def read(content: str) -> Para:
    body = f"<w:document {NAMES}><w:body><w:p>{content}</w:p></w:body></w:document>"
    (para,) = blocks_of(etree.fromstring(body))
    assert isinstance(para, Para)
    return para


ASIDE = {
    "struck out": (r("8", "<w:strike/>") + r("5"), "5", [("durchgestrichen", "8", 0)]),
    "twice struck out": (r("a") + r("b", "<w:dstrike/>"), "a", [("durchgestrichen", "b", 1)]),
    "hidden": (r("a") + r("b", "<w:vanish/>") + r("c"), "ac", [("ausgeblendet", "b", 1)]),
    "struck out in two runs": (
        r("Bä", "<w:strike/>") + r("cker", "<w:strike/>") + r("Fleischer"),
        "Fleischer",
        [("durchgestrichen", "Bäcker", 0)],
    ),
    "not struck out": (
        r("a", '<w:strike w:val="0"/>') + r("b", '<w:vanish w:val="false"/>'),
        "ab",
        [],
    ),
    "underlined": (r("a") + r("b", '<w:u w:val="single"/>'), "ab", [("unterstrichen", "b", 1)]),
    "not underlined": (r("a", '<w:u w:val="none"/>'), "a", []),
    "coloured": (r("a", '<w:highlight w:val="yellow"/>'), "a", [("farbig markiert", "a", 0)]),
    "struck out and coloured": (
        r("a", '<w:highlight w:val="yellow"/><w:strike/>'),
        "",
        [("durchgestrichen", "a", 0)],
    ),
    "deleted": (r("a") + deleted("b") + deleted("c") + r("d"), "ad", [(GONE, "bc", 1)]),
    "inserted and deleted": (f"<w:ins>{deleted('b')}</w:ins>{r('a')}", "a", [(GONE, "b", 0)]),
    "the sign of the paragraph": ("<w:pPr><w:rPr><w:strike/></w:rPr></w:pPr>" + r("a"), "a", []),
    "a formula": (r("a") + "<m:oMath><m:r><m:t>b=1</m:t></m:r></m:oMath>", "ab=1", []),
    "drawn letters": (
        '<w:r><w:pict><v:shape><v:textpath string="Markt 1"/></v:shape></w:pict></w:r>',
        "Markt 1",
        [],
    ),
}


@pytest.mark.parametrize("case", ASIDE)
def test_what_does_not_count_stands_aside(case):
    content, text, asides = ASIDE[case]
    para = read(content)
    assert para.text == text
    assert [(each.how, each.piece.text, each.at) for each in para.asides] == asides


def test_a_control_keeps_its_place_though_all_in_it_is_struck_out():
    sdt = f"<w:sdt><w:sdtPr><w:tag w:val='K'/></w:sdtPr><w:sdtContent>{r('8', '<w:strike/>')}"
    para = read(f"{sdt}</w:sdtContent></w:sdt>")
    assert para.pieces == (Piece("", Control(tag="K")),)
    assert para.asides == (Aside("durchgestrichen", Piece("8", Control(tag="K")), 0),)


def test_a_tick_that_is_struck_out_is_none():
    para = read(BOX.format(r("☒", "<w:strike/>")) + r(" ja"))
    assert para.text == "☐ ja"


@pytest.mark.parametrize(
    ("picture", "alt"),
    [
        ("<w:r><w:drawing><a:blip/></w:drawing></w:r>", ""),
        (
            '<w:r><w:drawing><wp:inline><wp:docPr descr="Das Haus"/><a:blip/></wp:inline>'
            "</w:drawing></w:r>",
            "Das Haus",
        ),
        ("<w:r><w:pict><v:shape><v:imagedata/></v:shape></w:pict></w:r>", ""),
    ],
)
def test_pictures_are_told_by_their_alternative_text(picture, alt):
    assert read(picture).pictures == (alt,)


def test_comments_say_what_is_struck_out_in_them():
    comment = f"<w:comment w:author='B'><w:p>{r('alt', '<w:strike/>')}{r('neu')}</w:p></w:comment>"
    root = etree.fromstring(f"<w:comments {NAMES}>{comment}</w:comments>")
    assert list(comments_of(root)) == [("B", "neu (durchgestrichen: alt)")]
