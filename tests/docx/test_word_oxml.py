"""One specimen for each function that writes OOXML."""

from __future__ import annotations

import pytest
from xmlform import short

from kompasswerk.buch.formulas import Scripts, Sign
from kompasswerk.docx.oxml import (
    base,
    boxes,
    controls,
    drawing,
    numbering,
    pages,
    paragraph,
    parts,
    styles,
    table,
    text as line,
)
from kompasswerk.docx.oxml.formulas import omml
from kompasswerk.docx.oxml.numbering import Level
from kompasswerk.docx.oxml.paragraph import ParagraphLook
from kompasswerk.docx.oxml.table import CellLook, TableLook
from kompasswerk.docx.oxml.text import PLAIN, RunLook

P = ParagraphLook
MARKS = controls.Marks("a.notiz", "Notiz", fixed=True)
HINT = controls.Hint("leer", RunLook(style="PlaceholderText"))
HINTED = (
    '<w:sdtContent><w:r><w:rPr><w:rStyle w:val="PlaceholderText"/></w:rPr>'
    '<w:t xml:space="preserve">leer</w:t></w:r></w:sdtContent></w:sdt>'
)
RUN = '<w:r><w:t xml:space="preserve">{}</w:t></w:r>'
SPECIMENS = {
    "run": (
        [line.text_run(" a\nb\tc", RunLook(style="S", bold=True, language="en-GB"))],
        '<w:r><w:rPr><w:rStyle w:val="S"/><w:b/><w:lang w:val="en-GB"/></w:rPr>'
        '<w:t xml:space="preserve"> a</w:t><w:br/><w:t xml:space="preserve">b</w:t>'
        '<w:tab/><w:t xml:space="preserve">c</w:t></w:r>',
    ),
    "all letters": (
        [line.text_run("x", RunLook(italic=True, strike=True, hidden=True, position="subscript"))],
        '<w:r><w:rPr><w:i/><w:strike/><w:vanish/><w:vertAlign w:val="subscript"/></w:rPr>'
        '<w:t xml:space="preserve">x</w:t></w:r>',
    ),
    "soft hyphen": (
        [line.text_run("Leer\u00adstand", PLAIN)],
        '<w:r><w:t xml:space="preserve">Leer</w:t><w:softHyphen/>'
        '<w:t xml:space="preserve">stand</w:t></w:r>',
    ),
    "field": (
        line.field("PAGE", [line.text_run("1", PLAIN)], PLAIN),
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        '<w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        + RUN.format("1")
        + '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
    ),
    "mark field": (
        line.mark_field('XE "a"'),
        '<w:r><w:rPr><w:vanish/></w:rPr><w:fldChar w:fldCharType="begin"/></w:r>'
        '<w:r><w:rPr><w:vanish/></w:rPr><w:instrText xml:space="preserve"> XE "a" </w:instrText>'
        '</w:r><w:r><w:rPr><w:vanish/></w:rPr><w:fldChar w:fldCharType="end"/></w:r>',
    ),
    "internal link": (
        [line.internal_link("ziel", [line.text_run("da", PLAIN)], "da")],
        '<w:hyperlink w:anchor="ziel" w:tooltip="da" w:history="1">'
        + RUN.format("da")
        + "</w:hyperlink>",
    ),
    "external link": (
        [line.external_link("rId9", [], "https://x.de")],
        '<w:hyperlink r:id="rId9" w:tooltip="https://x.de" w:history="1"/>',
    ),
    "bookmark": (
        line.bookmark("ziel", [line.text_run("da", PLAIN)]),
        '<w:bookmarkStart w:id="0" w:name="ziel"/>'
        + RUN.format("da")
        + '<w:bookmarkEnd w:id="0"/>',
    ),
    "note reference": (
        [line.note_reference(3, RunLook(style="F"))],
        '<w:r><w:rPr><w:rStyle w:val="F"/></w:rPr><w:footnoteReference w:id="3"/></w:r>',
    ),
    "note mark": ([line.note_mark(PLAIN)], "<w:r><w:footnoteRef/></w:r>"),
    "check box": (
        [controls.check_box(True, controls.Marks("kaestchen-1", "Begangen"))],
        '<w:sdt><w:sdtPr><w:alias w:val="Begangen"/><w:tag w:val="kaestchen-1"/>'
        '<w:id w:val="0"/><w14:checkbox><w14:checked w14:val="1"/>'
        '<w14:checkedState w14:val="2612" w14:font="MS Gothic"/>'
        '<w14:uncheckedState w14:val="2610" w14:font="MS Gothic"/></w14:checkbox></w:sdtPr>'
        '<w:sdtContent><w:r><w:rPr><w:rFonts w:ascii="MS Gothic" w:hAnsi="MS Gothic" '
        'w:eastAsia="MS Gothic" w:cs="MS Gothic"/></w:rPr><w:t>☒</w:t></w:r>'
        "</w:sdtContent></w:sdt>",
    ),
    "text control": (
        [controls.text_control(MARKS, HINT, lines=True)],
        '<w:sdt><w:sdtPr><w:alias w:val="Notiz"/><w:tag w:val="a.notiz"/><w:id w:val="0"/>'
        '<w:lock w:val="sdtLocked"/><w:showingPlcHdr/><w:text w:multiLine="1"/></w:sdtPr>' + HINTED,
    ),
    "date control": (
        [controls.date_control(MARKS, HINT, "de-DE")],
        '<w:sdt><w:sdtPr><w:alias w:val="Notiz"/><w:tag w:val="a.notiz"/><w:id w:val="0"/>'
        '<w:lock w:val="sdtLocked"/><w:showingPlcHdr/><w:date><w:dateFormat w:val="dd.MM.yyyy"/>'
        '<w:lid w:val="de-DE"/><w:storeMappedDataAs w:val="dateTime"/>'
        '<w:calendar w:val="gregorian"/></w:date></w:sdtPr>' + HINTED,
    ),
    "list control": (
        [controls.list_control(MARKS, HINT, ["Laden"])],
        '<w:sdt><w:sdtPr><w:alias w:val="Notiz"/><w:tag w:val="a.notiz"/><w:id w:val="0"/>'
        '<w:lock w:val="sdtLocked"/><w:showingPlcHdr/><w:dropDownList>'
        '<w:listItem w:displayText="leer" w:value=""/>'
        '<w:listItem w:displayText="Laden" w:value="Laden"/></w:dropDownList></w:sdtPr>' + HINTED,
    ),
    "rows that repeat": (
        [controls.repeating([table.row([], header=False)])],
        '<w:sdt><w:sdtPr><w:id w:val="0"/><w15:repeatingSection/></w:sdtPr><w:sdtContent>'
        '<w:sdt><w:sdtPr><w:id w:val="0"/><w15:repeatingSectionItem/></w:sdtPr><w:sdtContent>'
        "<w:tr><w:trPr><w:cantSplit/></w:trPr></w:tr>"
        "</w:sdtContent></w:sdt></w:sdtContent></w:sdt>",
    ),
    "formula": (
        [omml(Scripts(Sign("a", "mi"), None, Sign("2", "mn")))],
        '<m:oMath><m:sSup><m:e><m:r><w:rPr><w:rFonts w:ascii="Cambria Math" '
        'w:hAnsi="Cambria Math"/></w:rPr><m:t xml:space="preserve">a</m:t></m:r></m:e>'
        '<m:sup><m:r><w:rPr><w:rFonts w:ascii="Cambria Math" w:hAnsi="Cambria Math"/></w:rPr>'
        '<m:t xml:space="preserve">2</m:t></m:r></m:sup></m:sSup></m:oMath>',
    ),
    "paragraph": (
        [paragraph.paragraph(P("S", True, True, True, (4, 1), 10, 20, 30, 40, 50, "center"))],
        '<w:p><w:pPr><w:pStyle w:val="S"/><w:keepNext/><w:keepLines/><w:pageBreakBefore/>'
        '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="4"/></w:numPr>'
        '<w:spacing w:before="10" w:after="20"/>'
        '<w:ind w:left="30" w:right="40" w:hanging="50"/><w:jc w:val="center"/></w:pPr></w:p>',
    ),
    "plain paragraph": ([paragraph.paragraph(P())], "<w:p/>"),
    "contents frame": (
        [paragraph.contents_frame([paragraph.paragraph(P())])],
        '<w:sdt><w:sdtPr><w:id w:val="0"/><w:docPartObj>'
        '<w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/></w:docPartObj></w:sdtPr>'
        "<w:sdtContent><w:p/></w:sdtContent></w:sdt>",
    ),
    "page": (
        [parts.page({"top": 1, "right": 2, "bottom": 3, "left": 4})],
        '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1" w:right="2" w:bottom="3" '
        'w:left="4" w:header="680" w:footer="680" w:gutter="0"/><w:cols w:space="708"/></w:sectPr>',
    ),
    "section": (
        [
            pages.section(
                base.make("w:sectPr", children=[base.make("w:cols", {"w:space": "708"})]),
                "rId1",
                None,
                "nextPage",
            )
        ],
        '<w:sectPr><w:headerReference w:type="default" r:id="rId1"/><w:type w:val="nextPage"/>'
        '<w:cols w:space="708"/></w:sectPr>',
    ),
    "header row": (
        [table.row([], header=True)],
        "<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr></w:tr>",
    ),
    "row that may break": ([table.row([], header=False, whole=False)], "<w:tr/>"),
    "cell": (
        [table.cell(CellLook(500, 2, "restart"), [])],
        '<w:tc><w:tcPr><w:tcW w:w="500" w:type="dxa"/><w:gridSpan w:val="2"/>'
        '<w:vMerge w:val="restart"/></w:tcPr><w:p/></w:tc>',
    ),
    "table": (
        [table.table(TableLook("T", [100, 200], 5, "Kosten", "je Jahr", True, True), [])],
        '<w:tbl><w:tblPr><w:tblStyle w:val="T"/><w:tblW w:w="300" w:type="dxa"/>'
        '<w:tblInd w:w="5" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        '<w:tblLook w:val="04A0" w:firstRow="1" w:lastRow="0" w:firstColumn="1" w:lastColumn="0" '
        'w:noHBand="0" w:noVBand="1"/><w:tblCaption w:val="Kosten"/>'
        '<w:tblDescription w:val="je Jahr"/></w:tblPr>'
        '<w:tblGrid><w:gridCol w:w="100"/><w:gridCol w:w="200"/></w:tblGrid></w:tbl>',
    ),
    "instance": (
        [numbering.instance(7, 2, (1, 5))],
        '<w:num w:numId="7"><w:abstractNumId w:val="2"/><w:lvlOverride w:ilvl="1">'
        '<w:startOverride w:val="5"/></w:lvlOverride></w:num>',
    ),
    "separators": (
        [parts.notes("footnote", {1: [paragraph.paragraph(P())]})],
        '<w:footnotes><w:footnote w:type="separator" w:id="-1"><w:p><w:pPr>'
        '<w:spacing w:after="0"/></w:pPr><w:r><w:separator/></w:r></w:p></w:footnote>'
        '<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:pPr>'
        '<w:spacing w:after="0"/></w:pPr><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>'
        '<w:footnote w:id="1"><w:p/></w:footnote></w:footnotes>',
    ),
    "fonts": (
        [parts.fonts(["Arial"])],
        '<w:fonts><w:font w:name="Arial"><w:charset w:val="00"/></w:font></w:fonts>',
    ),
    "borders": (
        [
            styles.edges(
                "w:pBdr", {"left": styles.Edge("AABBCC", 36, 9), "top": styles.Edge("000000")}
            )
        ],
        '<w:pBdr><w:top w:val="single" w:sz="8" w:space="4" w:color="000000"/>'
        '<w:left w:val="single" w:sz="36" w:space="9" w:color="AABBCC"/></w:pBdr>',
    ),
    "edge of the page": (
        [parts.edge("w:hdr", [paragraph.paragraph(P())])],
        "<w:hdr><w:p/></w:hdr>",
    ),
}


@pytest.mark.parametrize("name", SPECIMENS)
def test_a_function_writes_its_specimen(name: str) -> None:
    made, expected = SPECIMENS[name]
    assert short(*made) == expected


def test_a_decorative_picture_says_so_and_a_described_one_does_not() -> None:
    bare = short(drawing.picture(drawing.Picture("rId1", 10, 20, "", "Bild 1")))
    told = short(drawing.picture(drawing.Picture("rId1", 10, 20, "Plan", "Bild 1", svg="rId2")))
    assert '<adec:decorative val="1"/>' in bare
    assert 'descr="Plan"' in told
    assert "decorative" not in told
    assert '<asvg:svgBlip r:embed="rId2"/>' in told


def test_a_level_of_numbering_has_text_indent_and_no_style_for_lists() -> None:
    made = short(numbering.scheme(3, "X", [Level("decimal", "%1.", 425, 425)]))
    assert (
        '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:suff w:val="tab"/>'
        '<w:lvlText w:val="%1."/><w:lvlJc w:val="left"/>'
        '<w:pPr><w:ind w:left="425" w:hanging="425"/></w:pPr></w:lvl>' in made
    )


def test_ids_count_up_and_pair_the_ends_of_nested_bookmarks() -> None:
    inner = line.bookmark("innen")
    root = base.make("w:p", children=[*line.bookmark("aussen", inner)])
    paragraph.number_ids(root, 5)
    assert [(item.tag.rpartition("}")[2], item.get(base.qualified("w:id"))) for item in root] == [
        ("bookmarkStart", "5"),
        ("bookmarkStart", "6"),
        ("bookmarkEnd", "6"),
        ("bookmarkEnd", "5"),
    ]


def test_page_numbers_are_filled_in_where_the_bookmark_is_known() -> None:
    known = line.field("PAGEREF da \\h", [line.text_run("0", PLAIN)], PLAIN)
    unknown = line.field("PAGEREF fort \\h", [line.text_run("0", PLAIN)], PLAIN)
    root = base.make("w:p", children=[*known, *unknown])
    line.fill_page_numbers(root, {"da": 12})
    assert [item.text for item in root.iter(base.qualified("w:t"))] == ["12", "0"]


def test_paragraphs_of_a_box_stay_together_and_keep_distance_behind() -> None:
    pair = [paragraph.paragraph(P("B")), paragraph.paragraph(P("B"))]
    first, last = boxes.join(pair, titled=False)
    assert short(first) == (
        '<w:p><w:pPr><w:pStyle w:val="B"/><w:keepNext/><w:spacing w:before="100"/></w:pPr></w:p>'
    )
    assert short(last) == (
        '<w:p><w:pPr><w:pStyle w:val="B"/><w:spacing w:before="80" w:after="140"/></w:pPr></w:p>'
    )


@pytest.mark.parametrize("letters", ["\x00", "\x0b", "\ud800", "\ufffe", "\x1f"])
def test_letters_that_xml_cannot_carry_are_dropped(letters: str) -> None:
    assert short(line.text_run(f"a{letters}b", PLAIN)) == RUN.format("ab")
