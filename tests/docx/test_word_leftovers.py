"""Nothing that somebody wrote into a workbook vanishes, wherever it stands."""

from __future__ import annotations

from pathlib import Path

import arbeitsbuch as buch
import pytest
from lxml import etree

from kompasswerk.docx.filled import read_filled
from kompasswerk.docx.leftovers import NOT_COMPARED
from kompasswerk.formular.answers import Ruecklauf

W = f'xmlns:w="{buch.W}"'
BOX = (
    '<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><w:txbxContent>'
    "{0}</w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent>{0}"
    "</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"
)


def read(tmp_path: Path, old: str = "", new: str = "", **how: object) -> Ruecklauf:
    def change(xml: str) -> str:
        assert old in xml
        return xml.replace(old, new, 1)

    path = buch.Workbook(change=change, **how).save(tmp_path / "zurück.docx")
    return read_filled(path, buch.SHEETS)


def found(ruecklauf: Ruecklauf) -> list[tuple[str, str]]:
    return [(each.ort, each.text) for each in ruecklauf.fundstuecke]


UNDER = "unter „Arbeitsblatt 1: Selbstcheck“"
ADDED = {
    "a paragraph": (
        "<w:tbl>",
        buch.paragraph("Bitte anrufen!") + "<w:tbl>",
        [(f"im Text {UNDER}", "Bitte anrufen!")],
    ),
    "words in our own": (
        "aus.</w:t>",
        "aus. Gern.</w:t>",
        [(f"im Text {UNDER}", "So füllen Sie das Blatt „Selbstcheck“ aus. Gern.")],
    ),
    "a cell beside a question": (
        ">Nur eins.<",
        ">Nur eins. Oder zwei?<",
        [(f"in einer Tabelle zum Ausfüllen {UNDER}", "Nur eins. Oder zwei?")],
    ),
    "a text box": (
        "<w:tbl>",
        BOX.format(buch.paragraph("am Rand")) + "<w:tbl>",
        [(f"im Textfeld {UNDER}", "am Rand")],
    ),
    "a short word that we use elsewhere": (
        "<w:tbl>",
        buch.paragraph("hoch") + "<w:tbl>",
        [(f"im Text {UNDER}", "hoch")],
    ),
    "a table": (
        "<w:tbl>",
        buch.table([buch.row(buch.paragraph("Haus"), buch.paragraph("3"))]) + "<w:tbl>",
        [(f"in einer Tabelle {UNDER}", "Haus"), (f"in einer Tabelle {UNDER}", "3")],
    ),
    "a box of our text ticked": (
        "Dieses Arbeitsbuch",
        "☒ Dieses Arbeitsbuch",
        [("im Text", "☒ Dieses Arbeitsbuch gehört Ihnen.")],
    ),
    "a deletion": (
        "Ihnen.</w:t></w:r>",
        'Ihnen.</w:t></w:r><w:del w:author="B"><w:r><w:delText>weg</w:delText></w:r></w:del>',
        [("im Text", "gelöscht (Änderungen nachverfolgen): weg")],
    ),
    "an insertion": (
        "Ihnen.</w:t></w:r>",
        f'Ihnen.</w:t></w:r><w:ins w:author="B">{buch.run(" Und uns.")}</w:ins>',
        [("im Text", "Dieses Arbeitsbuch gehört Ihnen. Und uns.")],
    ),
}


@pytest.mark.parametrize("case", ADDED)
def test_text_outside_of_fields_is_listed_with_its_place(case, tmp_path):
    old, new, expected = ADDED[case]
    ruecklauf = read(tmp_path, old, new)
    assert found(ruecklauf) == expected
    assert ruecklauf.antworten == ()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (
            "Ihnen.</w:t></w:r>",
            "Ihnen.</w:t></w:r><w:del><w:r><w:delText>Nur eins.</w:delText></w:r></w:del>",
        ),
        ("Dieses Arbeitsbuch", "Dieses\u00a0Arbeits\u00adbuch"),
        ("</w:body>", "<w:p/></w:body>"),
    ],
    ids=["a deletion of our own", "other spaces", "an empty paragraph"],
)
def test_what_nobody_wrote_is_not_listed(old, new, tmp_path):
    assert found(read(tmp_path, old, new)) == []


def test_words_beside_a_number_and_beside_boxes_are_kept(tmp_path):
    said = {"selbstcheck.stunden": "3", "selbstcheck.bereit": "ja"}
    ruecklauf = read(tmp_path, "\u00a0nein ", "\u00a0nein, erst ab Mai ", said=said)
    assert found(ruecklauf) == [("neben der Antwort auf „Fangen Sie an?“", "erst ab Mai")]
    ruecklauf = read(
        tmp_path, "\u00a0Stunden je Woche", "\u00a0Stunden je Woche (ab Mai)", said=said
    )
    assert found(ruecklauf) == [
        ("neben der Antwort auf „Wie viel Zeit haben Sie?“", "Stunden je Woche (ab Mai)")
    ]


def test_a_second_answer_to_one_question_is_listed(tmp_path):
    second = buch.answer(
        buch.Stelle("selbstcheck", "stadt"),
        "Stadt oder Gemeinde",
        buch.SELBSTCHECK.felder[0],
        {"selbstcheck.stadt": "Gera"},
    )
    ruecklauf = read(
        tmp_path, "</w:body>", f"{second}</w:body>", said={"selbstcheck.stadt": "Jena"}
    )
    assert [each.text for each in ruecklauf.antworten] == ["Jena"]
    assert found(ruecklauf) == [("zweite Antwort auf „Stadt oder Gemeinde“", "Gera")]


def test_an_answer_moved_out_of_its_table_is_still_read(tmp_path):
    moved = buch.answer(
        buch.Stelle("selbstcheck", "stadt"),
        "Stadt oder Gemeinde",
        buch.SELBSTCHECK.felder[0],
        {"selbstcheck.stadt": "Gera"},
    )
    ruecklauf = read(tmp_path, "</w:body>", f"{moved}</w:body>")
    assert [each.text for each in ruecklauf.antworten] == ["Gera"]
    assert found(ruecklauf) == []


def test_a_picture_in_a_field_is_pointed_out(tmp_path):
    blip = '<w:r><w:drawing><a:blip xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"/></w:drawing></w:r>'
    ruecklauf = read(tmp_path, buch.run("\u00a0Stunden je Woche"), blip)
    assert found(ruecklauf) == [("neben der Antwort auf „Wie viel Zeit haben Sie?“", "(Bild)")]


def test_comments_footers_and_notes_are_read(tmp_path):
    said, note = buch.paragraph("Stimmt nicht."), buch.paragraph("siehe Akte")
    comment = f'<w:comment w:author="Frau B">{said}</w:comment>'
    parts = {
        "word/comments.xml": f"<w:comments {W}>{comment}</w:comments>",
        "word/footer1.xml": f"<w:ftr {W}>{buch.paragraph('bis Freitag')}</w:ftr>",
        "word/footnotes.xml": f"<w:footnotes {W}><w:footnote>{note}</w:footnote></w:footnotes>",
    }
    ruecklauf = read(tmp_path, parts={name: text.encode() for name, text in parts.items()})
    assert found(ruecklauf) == [
        ("Kommentar von Frau B", "Stimmt nicht."),
        ("Fußzeile", "bis Freitag"),
        ("Fußnote", "siehe Akte"),
    ]


def test_without_the_list_of_shipped_text_all_of_it_is_listed_and_the_reason_said(tmp_path):
    ruecklauf = read(tmp_path, ">Nur eins.<", ">Nur eins. Oder zwei?<", manifest=False)
    first, second, *rest = found(ruecklauf)
    assert first == ("ganze Datei", NOT_COMPARED)
    assert second == (f"in einer Tabelle zum Ausfüllen {UNDER}", "Nur eins. Oder zwei?")
    assert ("im Text", "Dieses Arbeitsbuch gehört Ihnen.") in rest


def test_properties_tell_town_and_sheets_where_the_manifest_is_lost(tmp_path):
    from kompasswerk.docx.oxml.custom_properties import properties_part

    said = {
        "kompass-stadt": "Gera",
        "kompass-ausgabe": "1",
        "kompass-blatt-selbstcheck": "8788a9e5",
    }
    ruecklauf = read(
        tmp_path,
        manifest=False,
        parts={"docProps/custom.xml": properties_part(said)},
        sheets=(buch.SELBSTCHECK,),
    )
    assert (ruecklauf.stadt, ruecklauf.ausgabe) == ("Gera", "1")
    assert ruecklauf.versionen == (("selbstcheck", "8788a9e5"),)
    assert ruecklauf.fehlend == ()


def test_fingerprints_in_properties_do_where_the_manifest_is_lost(tmp_path):
    from kompasswerk.docx.oxml.custom_properties import properties_part
    from kompasswerk.docx.oxml.form_manifest import properties_of, read_form_manifest

    manifest = read_form_manifest([etree.fromstring(buch.Workbook().manifest_part())])
    assert manifest is not None
    said = properties_of(manifest)
    assert max(map(len, said.values())) <= 255
    lost = {"manifest": False, "parts": {"docProps/custom.xml": properties_part(said)}}
    assert found(read(tmp_path, "", "", **lost)) == []
    changed = read(tmp_path, ">Nur eins.<", ">Nur eins. Oder zwei?<", **lost)
    assert found(changed) == [(f"in einer Tabelle zum Ausfüllen {UNDER}", "Nur eins. Oder zwei?")]
