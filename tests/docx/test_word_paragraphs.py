"""Paragraphs are read as people see them, by short cuts or run by run."""

from __future__ import annotations

import pytest
from lxml import etree

from kompasswerk.docx.oxml import survey
from kompasswerk.docx.oxml.filled import blocks_of, comments_of
from kompasswerk.docx.oxml.told import Cell, Control, Grid, Para, Piece

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NAMES = (
    f'xmlns:w="{W}" xmlns:x="urn:fremd" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
)
BOLD = "<w:rPr><w:b/></w:rPr>"
START, END = '<w:bookmarkStart w:id="{0}" w:name="{1}"/>', '<w:bookmarkEnd w:id="{0}"/>'
BEGIN, STOP = (f'<w:fldChar w:fldCharType="{kind}"/>' for kind in ("begin", "end"))


def r(content: str) -> str:
    return f"<w:r>{content}</w:r>"


def t(text: str) -> str:
    return r(f"<w:t>{text}</w:t>")


def p(*runs: str) -> str:
    return f"<w:p>{''.join(runs)}</w:p>"


def read(body: str) -> list[Para | Grid]:
    return list(
        blocks_of(etree.fromstring(f"<w:document {NAMES}><w:body>{body}</w:body></w:document>"))
    )


def said(*texts: str) -> list[Para]:
    return [Para((Piece(text),)) for text in texts]


LINES = {
    "runs of different looks": (
        p(t("Das "), r(f"{BOLD}<w:t>Haus</w:t>"), t(" steht leer.")),
        ["Das Haus steht leer."],
    ),
    "several texts in a run": (p(r("<w:t>a</w:t><w:t>b</w:t>")), ["ab"]),
    "a tab": (p(t("a"), r("<w:tab/>"), t("b")), ["a\tb"]),
    "a tab among the stops of the paragraph": (
        p('<w:pPr><w:tabs><w:tab w:val="left"/></w:tabs></w:pPr>', t("a")),
        ["a"],
    ),
    "a break": (p(r("<w:t>a</w:t><w:br/><w:t>b</w:t>")), ["a\nb"]),
    "a hyphen that does not break": (
        p(r("<w:t>E</w:t><w:noBreakHyphen/><w:t>Mail</w:t>")),
        ["E-Mail"],
    ),
    "a ticked box as a letter": (p(r('<w:sym w:char="F0FE"/>'), t(" ja")), ["☒ ja"]),
    "a tick of another font": (p(r('<w:sym w:font="Wingdings 2" w:char="F050"/>')), ["☒"]),
    "an arrow that Word made": (p(t("a "), r('<w:sym w:char="F0E0"/>'), t(" b")), ["a → b"]),
    "a sign that nobody knows": (p(t("a"), r('<w:sym w:char="F0B7"/>')), ["a\ufffd"]),
    "a deletion": (p(t("a"), f"<w:del>{r('<w:delText>weg</w:delText>')}</w:del>", t("b")), ["ab"]),
    "text that was moved away": (p(t("a"), f"<w:moveFrom>{t('weg')}</w:moveFrom>"), ["a"]),
    "an insertion": (p(t("a"), f"<w:ins>{t('b')}</w:ins>", t("c")), ["abc"]),
    "a link": (p(t("a "), f"<w:hyperlink>{t('b')}</w:hyperlink>"), ["a b"]),
    "text in the look of the paragraph": (p(f"<w:pPr>{t('nie')}</w:pPr>", t("a")), ["a"]),
    "text in the look of a run": (p(r("<w:rPr><w:t>nie</w:t></w:rPr><w:t>a</w:t>")), ["a"]),
    "text within text": (p(r("<w:t>a<w:t>nie</w:t></w:t><w:t>b</w:t>")), ["ab"]),
    "white space of a pretty printer": (
        "\n  <w:p>\n  <w:r>\n    <w:t>a</w:t>\n  </w:r>\n</w:p>\n",
        ["a"],
    ),
    "comments and instructions in runs": (
        p(r("<!--x--><w:t>a</w:t><?y z?>"), "<!--x-->", r("<w:t>b<!--x-->nie</w:t>")),
        ["ab"],
    ),
    "a number of a page in a link": (
        p(
            t("S. "),
            "<w:hyperlink>" + r(BEGIN + "<w:instrText>PAGEREF x</w:instrText>"),
            t("7") + r(STOP) + "</w:hyperlink>",
            t("!"),
        ),
        ["S. !"],
    ),
    "a link that was deleted": (
        p(t("a"), f"<w:del><w:hyperlink>{t('weg')}</w:hyperlink></w:del>"),
        ["a"],
    ),
    "elements of other programs": (p(t("a"), "<x:y>nie</x:y>", f"<x:y>{t('b')}</x:y>"), ["ab"]),
    "a picture of text": (p(t("a"), r("<a:t>b</a:t>")), ["ab"]),
    "the first of two versions": (
        p(
            f"<mc:AlternateContent><mc:Choice>{t('a')}</mc:Choice>"
            f"<mc:Fallback>{t('nie')}</mc:Fallback></mc:AlternateContent>"
        ),
        ["a"],
    ),
    "a paragraph within another": (p(t("a"), p(t("b")), t("c")), ["abc"]),
    "a paragraph within a run": (p(r(f"<w:t>a</w:t>{p(t('b'))}")), ["ab"]),
    "a number of a page": (
        p(t("S. "), r(BEGIN + "<w:instrText>PAGE</w:instrText>"), t("7"), r(STOP), t("!")),
        ["S. !"],
    ),
    "a number over three paragraphs of a control": (
        "<w:sdt><w:sdtContent>"
        + p(t("a"), r(BEGIN + "<w:instrText>PAGE</w:instrText>"))
        + p(t("7"))
        + p(r(STOP), t("b"))
        + "</w:sdtContent></w:sdt>",
        ["a", None, "b"],
    ),
    "a field that never ends": (
        p(r(BEGIN + "<w:instrText>PAGE</w:instrText>")) + p(t("b")),
        [None, "b"],
    ),
    "no text": (p() + p(r("")), [None, None]),
    "an empty text": (p(r("<w:t/>")), [""]),
}


@pytest.mark.parametrize("case", LINES)
def test_a_paragraph_says_what_people_see(case):
    body, texts = LINES[case]
    control = Control() if "control" in case else None
    expected = [Para(() if text is None else (Piece(text, control),)) for text in texts]
    assert [block._replace(asides=()) for block in read(body)] == expected


@pytest.mark.parametrize("most", [0, 1, 2, 3])
def test_a_long_part_is_read_like_a_short_one(most, monkeypatch):
    monkeypatch.setattr(survey, "MOST", most)
    look = '<w:pPr><w:pStyle w:val="Titel"/></w:pPr>'
    assert read(p(look, t("a"), r("<w:tab/>")) + p(look, t("b"))) == [
        Para((Piece("a\t"),), style="Titel"),
        Para((Piece("b"),), style="Titel"),
    ]


def test_a_bookmark_over_several_paragraphs_of_a_control_marks_the_text_of_all():
    inside = START.format(3, "F_a") + p(t("eins")) + p(t("zwei")) + END.format(3) + p(t("drei"))
    assert read(f"<w:sdt><w:sdtContent>{inside}</w:sdtContent></w:sdt>") == [
        Para((Piece("eins", Control(), "F_a"),), ("F_a",)),
        Para((Piece("zwei", Control(), "F_a"),), ("F_a",)),
        Para((Piece("drei", Control()),)),
    ]


def test_a_bookmark_that_begins_and_ends_within_paragraphs_of_a_cell():
    inside = p(t("a"), START.format(3, "F_a"), t("b")) + p(t("c")) + p(END.format(3), t("d"))
    body = f"<w:tbl><w:tr><w:tc>{inside}</w:tc><w:tc>{p(t('e'))}</w:tc></w:tr></w:tbl>"
    first = (
        Para((Piece("a"), Piece("b", mark="F_a")), ("F_a",)),
        Para((Piece("c", mark="F_a"),), ("F_a",)),
        Para((Piece("d"),), ("F_a",)),
    )
    assert read(body) == [Grid(((Cell(0, first), Cell(1, tuple(said("e")))),))]


def test_bookmarks_that_are_not_ours_say_nothing():
    body = p(START.format(4, "_Toc1"), t("a"), END.format(4)) + p(END.format(4), t("b"))
    assert read(body) == said("a", "b")


def test_an_end_with_the_number_of_our_bookmark_ends_it():
    body = (
        START.format(3, "F_a")
        + START.format(4, "_Toc1")
        + p(t("a"), END.format(4), END.format(3), t("b"))
    )
    assert read(body) == [Para((Piece("a", mark="F_a"), Piece("b")), ("F_a",))]


def test_a_bookmark_without_a_number_ends_like_any_other():
    body = f'<w:sdt><w:sdtContent><w:bookmarkStart w:name="F_a"/>{p(t("a"))}'
    body += f"{p('<w:bookmarkEnd/>', t('b'))}</w:sdtContent></w:sdt>"
    assert read(body) == [
        Para((Piece("a", Control(), "F_a"),), ("F_a",)),
        Para((Piece("b", Control()),), ("F_a",)),
    ]


def test_paragraphs_of_a_control_keep_it():
    named = '<w:sdtPr><w:tag w:val="selbstcheck.note"/></w:sdtPr>'
    body = f"<w:sdt>{named}<w:sdtContent>{p(t('a'))}{p()}</w:sdtContent></w:sdt>"
    control = Control(tag="selbstcheck.note")
    assert read(body) == [Para((Piece("a", control),)), Para()]


def test_a_text_box_follows_its_paragraph_and_its_own_paragraphs_are_plain():
    look = '<w:pPr><w:pStyle w:val="Kasten"/></w:pPr>'
    box = f"<w:txbxContent>{p(look, t('b'), t('c'))}</w:txbxContent>"
    assert read(p(t("a"), r(f"<w:pict>{box}</w:pict>"), t("d")) + p(t("e"))) == [
        *said("ad"),
        Para((Piece("bc"),), style="Kasten", boxed=True),
        *said("e"),
    ]


def test_pictures_are_told_and_styles_are_read():
    look = '<w:pPr><w:keepNext/><w:pStyle w:val="Titel"/></w:pPr>'
    assert read(p(look, r("<w:drawing><a:blip/></w:drawing>")) + p(look, t("a"))) == [
        Para(style="Titel", pictures=("",)),
        Para((Piece("a"),), style="Titel"),
    ]


def test_cells_stand_in_the_columns_that_rows_and_spans_leave_them():
    wide = '<w:tcPr><w:gridSpan w:val="3"/></w:tcPr>'
    late = '<w:trPr><w:gridBefore w:val="2"/></w:trPr>'
    cells = (f"<w:tc>{wide}{p(t('a'))}</w:tc>", f"<w:tc>{p(t('b'))}</w:tc>")
    hidden = f"<w:sdt><w:sdtContent><w:tc>{p(t('c'))}</w:tc></w:sdtContent></w:sdt>"
    rows = f"<w:tr>{late}{''.join(cells)}{hidden}</w:tr>"
    assert read(f"<w:tbl>{rows}</w:tbl>") == [
        Grid(
            (
                (
                    Cell(2, tuple(said("a"))),
                    Cell(5, tuple(said("b"))),
                    Cell(6, (Para((Piece("c", Control()),)),)),
                ),
            )
        )
    ]


def test_properties_count_only_where_they_belong():
    strange = '<w:tcPr><w:gridSpan w:val="3"/></w:tcPr>'
    cells = f"<w:tc>{p(strange, t('a'))}</w:tc><w:tc>{p(t('b'))}</w:tc>"
    assert read(f"<w:tbl><w:tr>{strange}{cells}</w:tr></w:tbl>") == [
        Grid(((Cell(0, tuple(said("a"))), Cell(1, tuple(said("b")))),))
    ]


def test_the_first_style_and_the_first_span_count():
    look = '<w:pPr/><w:pPr><w:pStyle w:val="eins"/><w:pStyle w:val="zwei"/></w:pPr>'
    wide = '<w:tcPr><w:gridSpan w:val="2"/></w:tcPr><w:tcPr><w:gridSpan w:val="9"/></w:tcPr>'
    cells = f"<w:tc>{wide}{p(t('a'))}</w:tc><w:tc>{p(look, t('b'))}</w:tc>"
    styled = Para((Piece("b"),), style="eins")
    assert read(f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>") == [
        Grid(((Cell(0, tuple(said("a"))), Cell(2, (styled,))),))
    ]


def test_comments_are_read_paragraph_by_paragraph():
    one = f'<w:comment w:author="Amt">{p(t("a"))}{p(t("b"), r("<w:br/>"), t("c"))}</w:comment>'
    root = etree.fromstring(f"<w:comments {NAMES}>{one}</w:comments>")
    assert list(comments_of(root)) == [("Amt", "a\nb\nc")]


def test_a_text_as_root_of_a_part_is_no_paragraph():
    assert list(blocks_of(etree.fromstring(f"<w:t {NAMES}>a</w:t>"))) == []
