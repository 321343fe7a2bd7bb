"""Filled workbooks come back whole, whatever the program that saved them has lost."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path

import arbeitsbuch as buch
import pytest

from kompasswerk.docx.filled import read_filled
from kompasswerk.formular.answers import Erkannt, Ruecklauf
from kompasswerk.model.formular import Stelle

SAID: dict[str, buch.Said] = {
    "selbstcheck.stadt": "Pößneck",
    "selbstcheck.datum": "24. Dezember 2026",
    "selbstcheck.stunden": "3,5",
    "selbstcheck.lage": "Läden stehen leer",
    "selbstcheck.klasse": "c",
    "selbstcheck.bedarf": ("Geld", "Wissen"),
    "selbstcheck.bereit": "nein",
    "selbstcheck.note": "4",
    "selbstcheck.notiz": "Erstens.\nZweitens.",
    "bewertung.stadt": "Pößneck",
    "bewertung.gebaeude[1].objekt": "12",
    "bewertung.gebaeude[1].druck": "hoch",
    "bewertung.gebaeude[1].dabei": "ja",
    "bewertung.gebaeude[1].kosten": "1.250,50",
    "bewertung.gebaeude[5].objekt": "77",
    "bewertung.gebaeude[5].druck": "gering",
    "bewertung.gebaeude[5].dabei": "nein",
    "bewertung.gebaeude[5].wieder": "1.2.2027",
    "bewertung.runde[2].wer": "Frau A",
    "bewertung.runde[3].amt": "IT",
}
VALUES = {
    "selbstcheck.stadt": "Pößneck",
    "selbstcheck.datum": date(2026, 12, 24),
    "selbstcheck.stunden": Decimal("3.5"),
    "selbstcheck.lage": "Läden stehen leer",
    "selbstcheck.klasse": "c",
    "selbstcheck.bedarf": ("Geld", "Wissen"),
    "selbstcheck.bereit": False,
    "selbstcheck.note": "4",
    "selbstcheck.notiz": "Erstens.\nZweitens.",
    "bewertung.stadt": "Pößneck",
    "bewertung.gebaeude[1].objekt": "12",
    "bewertung.gebaeude[1].druck": "hoch",
    "bewertung.gebaeude[1].dabei": True,
    "bewertung.gebaeude[1].kosten": Decimal("1250.50"),
    "bewertung.gebaeude[5].objekt": "77",
    "bewertung.gebaeude[5].druck": "gering",
    "bewertung.gebaeude[5].dabei": False,
    "bewertung.gebaeude[5].wieder": date(2027, 2, 1),
    "bewertung.runde[2].wer": "Frau A",
    "bewertung.runde[3].amt": "IT",
}


def in_turn(*losses: Callable[[str], str]) -> Callable[[str], str]:
    def change(xml: str) -> str:
        for loss in losses:
            xml = loss(xml)
        return xml

    return change


LOSSES = {
    "nothing": (in_turn(), {Erkannt.TAG}),
    "tags": (buch.without_tags, {Erkannt.BOOKMARK, Erkannt.TITLE}),
    "tags, bookmarks": (in_turn(buch.without_tags, buch.without_bookmarks), {Erkannt.TITLE}),
    "tags, bookmarks, titles": (
        in_turn(buch.without_tags, buch.without_bookmarks, buch.without_titles),
        {Erkannt.PLACE},
    ),
    "boxes": (
        in_turn(buch.without_boxes, buch.without_tags),
        {Erkannt.BOOKMARK, Erkannt.TITLE, Erkannt.PLACE},
    ),
    "repeating rows": (buch.without_repeating, {Erkannt.TAG}),
    "lists": (buch.without_lists, {Erkannt.TAG, Erkannt.BOOKMARK, Erkannt.PLACE}),
    "controls": (buch.without_controls, {Erkannt.BOOKMARK, Erkannt.PLACE}),
    "everything": (in_turn(buch.without_controls, buch.without_bookmarks), {Erkannt.PLACE}),
}


def read(tmp_path: Path, **how: object) -> Ruecklauf:
    path = buch.Workbook(**how).save(tmp_path / "zurück.docx")
    return read_filled(path, buch.SHEETS)


def values(ruecklauf: Ruecklauf) -> dict[str, object]:
    return {str(each.stelle): each.wert for each in ruecklauf.antworten}


def instead(old: str, new: str) -> Callable[[str], str]:
    """Return a change of the first ``old``, which must be there."""

    def change(xml: str) -> str:
        assert old in xml
        return xml.replace(old, new, 1)

    return change


@pytest.mark.parametrize("manifest", [True, False], ids=["manifest", "no manifest"])
@pytest.mark.parametrize("loss", LOSSES)
def test_every_value_is_read_whatever_is_lost(loss, manifest, tmp_path):
    change, marks = LOSSES[loss]
    more = {"bewertung.gebaeude": 2}
    ruecklauf = read(tmp_path, said=SAID, more=more, change=change, manifest=manifest)
    assert values(ruecklauf) == VALUES
    assert {each.erkannt for each in ruecklauf.antworten} == marks
    assert [each.zweifel for each in ruecklauf.antworten if each.zweifel] == []
    assert ruecklauf.fehlend == ()
    assert manifest is False or ruecklauf.fundstuecke == ()


def test_an_empty_workbook_has_only_empty_fields(tmp_path):
    ruecklauf = read(tmp_path)
    assert (ruecklauf.antworten, ruecklauf.fundstuecke, ruecklauf.fehlend) == ((), (), ())
    assert len(ruecklauf.leer) == 13
    assert Stelle("bewertung", "gebaeude") in ruecklauf.leer
    assert (ruecklauf.stadt, ruecklauf.ags, ruecklauf.ausgabe) == ("Pößneck", "16075085", "1")
    assert dict(ruecklauf.versionen) == {sheet.slug: sheet.version for sheet in buch.SHEETS}


def test_cells_are_empty_one_by_one_where_their_row_has_answers(tmp_path):
    said = {"bewertung.gebaeude[2].objekt": "12"}
    empty = {str(each) for each in read(tmp_path, said=said).leer}
    assert "bewertung.gebaeude[2].druck" in empty
    assert "bewertung.gebaeude[1].druck" not in empty
    assert "bewertung.gebaeude" not in empty


@pytest.mark.parametrize(
    ("typed", "value", "doubt"),
    [
        ("12 Stunden je Woche", Decimal(12), ""),
        ("viele", None, "„viele“ ist keine einzelne Zahl."),
        ("120,5", Decimal("120.5"), ""),
    ],
)
def test_numbers_are_read_as_people_type_them(typed, value, doubt, tmp_path):
    (answer,) = read(tmp_path, said={"selbstcheck.stunden": typed}).antworten
    assert (answer.wert, answer.zweifel) == (value, doubt)


def test_a_box_ticked_in_another_way_counts(tmp_path):
    for sign in ("☑", "✓", "X"):
        change = instead(
            '<w:t xml:space="preserve">☐</w:t></w:r></w:sdtContent></w:sdt>'
            '<w:r><w:t xml:space="preserve">\u00a0ja ',
            f"<w:t>{sign}</w:t></w:r></w:sdtContent></w:sdt>"
            '<w:r><w:t xml:space="preserve">\u00a0ja ',
        )
        (answer,) = read(tmp_path, change=change).antworten
        assert (str(answer.stelle), answer.wert) == ("selbstcheck.bereit", True)


def test_two_ticks_where_one_is_asked_are_a_doubt(tmp_path):
    said = {"selbstcheck.lage": ("Wir fangen an", "Läden stehen leer")}
    (answer,) = read(tmp_path, said=said).antworten
    assert answer.text == "Wir fangen an; Läden stehen leer"
    assert answer.wert is None
    assert answer.zweifel


def test_a_day_that_only_the_control_knows_is_taken_from_it(tmp_path):
    change = instead("<w:date/>", '<w:date w:fullDate="2026-12-24T00:00:00Z"/>')
    said = {"selbstcheck.datum": "Do 24/12 26"}
    (answer,) = read(tmp_path, said=said, change=change).antworten
    assert (answer.text, answer.wert, answer.zweifel) == ("Do 24/12 26", date(2026, 12, 24), "")


def test_text_where_a_placeholder_should_be_is_read_with_a_doubt(tmp_path):
    change = instead(">Bitte eintragen<", ">Neustadt<")
    (answer,) = read(tmp_path, change=change).antworten
    assert answer.text == "Neustadt"
    assert answer.zweifel == "Word führt das Feld noch als leer."


def test_answers_go_on_in_further_paragraphs_of_their_cell(tmp_path):
    said = {"selbstcheck.notiz": "Erstens."}
    end = '</w:sdtContent></w:sdt><w:bookmarkEnd w:id="7"/></w:p>'
    change = instead(
        f"Erstens.</w:t></w:r>{end}", f"Erstens.</w:t></w:r>{end}{buch.paragraph('Zweitens.')}"
    )
    ruecklauf = read(tmp_path, said=said, change=change)
    assert values(ruecklauf) == {"selbstcheck.notiz": "Erstens.\nZweitens."}
    assert ruecklauf.fundstuecke == ()


def test_insertions_count_and_deletions_do_not(tmp_path):
    said = {"selbstcheck.stadt": "Jena"}
    gone = '<w:del w:author="B"><w:r><w:delText>Jena</w:delText></w:r></w:del>'
    new = f'<w:ins w:author="B">{buch.run("Gera")}</w:ins>{gone}'
    ruecklauf = read(tmp_path, said=said, change=instead(buch.run("Jena"), new))
    assert values(ruecklauf) == {"selbstcheck.stadt": "Gera"}


def test_a_row_that_was_copied_with_its_bookmarks_lost_gets_the_next_number(tmp_path):
    said = {f"bewertung.gebaeude[{n}].objekt": f"Haus {n}" for n in (1, 2, 3, 4)}
    ruecklauf = read(tmp_path, said=said, more={"bewertung.gebaeude": 1})
    assert values(ruecklauf) == said


def test_a_given_row_keeps_its_number_when_another_is_deleted(tmp_path):
    def without_first(xml: str) -> str:
        begin = xml.rindex("<w:sdt><w:sdtPr><w15:repeatingSectionItem/>", 0, xml.index("Bauamt"))
        end = xml.index("<w:sdt><w:sdtPr><w15:repeatingSectionItem/>", begin + 5)
        return xml[:begin] + xml[end:]

    said = {"bewertung.runde[2].wer": "Frau A"}
    assert values(read(tmp_path, said=said, change=without_first)) == said


def test_a_field_that_was_deleted_is_missing(tmp_path):
    def without_row(xml: str) -> str:
        begin = xml.rindex("<w:tr>", 0, xml.index("Wie gut geht es?"))
        return xml[:begin] + xml[xml.index("</w:tr>", begin) + len("</w:tr>") :]

    assert read(tmp_path, change=without_row).fehlend == (Stelle("selbstcheck", "note"),)


def test_a_field_of_an_older_edition_keeps_its_text(tmp_path):
    old = buch.Blatt("alt", "Altes Blatt", 3, "x", buch.SELBSTCHECK.felder)
    said = {"alt.stadt": "Jena", "alt.bedarf": ("Geld", "Zeit")}
    path = buch.Workbook((old,), said).save(tmp_path / "alt.docx")
    answers = read_filled(path, buch.SHEETS).antworten
    texts = {str(each.stelle): (each.text, each.wert) for each in answers}
    assert texts == {"alt.stadt": ("Jena", None), "alt.bedarf": ("Geld; Zeit", None)}
    assert {each.zweifel for each in answers} == {
        "Dieses Feld gibt es in der heutigen Ausgabe nicht."
    }


def test_the_answer_to_the_same_question_on_another_sheet_stays_apart(tmp_path):
    change = in_turn(buch.without_tags, buch.without_bookmarks)
    said = {"selbstcheck.stadt": "Jena", "bewertung.stadt": "Gera"}
    assert values(read(tmp_path, said=said, change=change, manifest=False)) == said


def test_a_strict_file_gives_the_same_answers(tmp_path):
    def strict(xml: str) -> str:
        return xml.replace(buch.W, "http://purl.oclc.org/ooxml/wordprocessingml/main")

    ruecklauf = read(tmp_path, said=SAID, more={"bewertung.gebaeude": 2}, change=strict)
    assert values(ruecklauf) == VALUES
    assert ruecklauf.fundstuecke == ()
