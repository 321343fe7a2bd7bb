"""A sheet that somebody copied within a workbook is read apart from the first."""

from __future__ import annotations

import re
from pathlib import Path

import arbeitsbuch as buch
import pytest

from kompasswerk.docx.filled import read_filled
from kompasswerk.formular.answers import Ruecklauf
from kompasswerk.reading.refused import RefusedFileError

FIRST = {
    "bewertung.stadt": "Jena",
    "bewertung.datum": "1.2.2026",
    "bewertung.gebaeude[1].objekt": "A1",
}
SECOND = "zweite Ausfertigung von Blatt „Bewertung und Priorisierung“, "


def section(said: dict[str, buch.Said], *, titled: bool = True) -> str:
    """Return the text of the sheet „Bewertung“ in the middle of a document."""
    xml = buch.Workbook((buch.BEWERTUNG,), said).document(said)
    start = xml.index(buch.paragraph("Arbeitsblatt 8: Bewertung und Priorisierung"))
    return xml[start if titled else xml.index("<w:tbl>") : xml.index("<w:sectPr/>")]


def read(tmp_path: Path, *copies: str, after: str = "", **how: object) -> Ruecklauf:
    def change(xml: str) -> str:
        return xml.replace("<w:sectPr/>", "".join(copies) + after + "<w:sectPr/>")

    path = buch.Workbook(change=change, said=FIRST, **how).save(tmp_path / "zurück.docx")
    return read_filled(path, buch.SHEETS)


def texts(ruecklauf: Ruecklauf) -> dict[str, str]:
    return {str(each.stelle): each.text for each in ruecklauf.antworten}


def found(ruecklauf: Ruecklauf) -> list[tuple[str, str]]:
    return [(each.ort, each.text) for each in ruecklauf.fundstuecke]


def test_a_second_copy_is_listed_whole_and_not_mixed_into_the_first(tmp_path):
    second = {
        "bewertung.stadt": "Jena",
        "bewertung.datum": "3.4.2026",
        "bewertung.gebaeude[1].objekt": "B1",
    }
    ruecklauf = read(tmp_path, section(second))
    assert texts(ruecklauf) == FIRST
    assert found(ruecklauf) == [
        (f"{SECOND}Stadt oder Gemeinde", "Jena"),
        (f"{SECOND}Ausgefüllt am", "3.4.2026"),
        (f"{SECOND}Bewertung: Nr. (Zeile 1)", "B1"),
    ]


def test_a_copy_without_its_heading_is_known_by_its_questions(tmp_path):
    second = {"bewertung.stadt": "Gera", "bewertung.gebaeude[2].objekt": "B2"}
    ruecklauf = read(tmp_path, section(second, titled=False))
    assert texts(ruecklauf) == FIRST
    assert found(ruecklauf) == [
        (f"{SECOND}Stadt oder Gemeinde", "Gera"),
        (f"{SECOND}Bewertung: Nr. (Zeile 2)", "B2"),
    ]


def test_a_third_copy_is_one_of_its_own(tmp_path):
    copies = [section({"bewertung.stadt": town}) for town in ("Gera", "Weida")]
    third = SECOND.replace("zweite", "dritte")
    assert found(read(tmp_path, *copies)) == [
        (f"{SECOND}Stadt oder Gemeinde", "Gera"),
        (f"{third}Stadt oder Gemeinde", "Weida"),
    ]


def test_own_words_in_a_copy_are_listed_and_shipped_ones_are_not(tmp_path):
    words = buch.paragraph("Das Haus nebenan.")
    ruecklauf = read(tmp_path, section({}).replace("<w:tbl>", words + "<w:tbl>", 1))
    assert found(ruecklauf) == [
        (
            f"{SECOND}im Text unter „Arbeitsblatt 8: Bewertung und Priorisierung“",
            "Das Haus nebenan.",
        )
    ]


@pytest.mark.parametrize("lost", [buch.without_tags, lambda xml: xml])
def test_a_sheet_that_is_only_named_again_goes_on(lost, tmp_path):
    """Its rows after the name stay rows of the first copy."""

    def named(xml: str) -> str:
        table = xml.index("<w:tbl>", xml.index("Arbeitsblatt 8"))
        name = buch.paragraph("weiter mit Bewertung und Priorisierung")
        return lost(xml[:table] + name + xml[table:])

    path = buch.Workbook(change=named, said=FIRST).save(tmp_path / "zurück.docx")
    ruecklauf = read_filled(path, buch.SHEETS)
    assert texts(ruecklauf) == FIRST
    assert [each.text for each in ruecklauf.fundstuecke] == [
        "weiter mit Bewertung und Priorisierung"
    ]


def test_copies_are_known_too_where_a_program_lost_all_marks(tmp_path):
    def lose(xml: str) -> str:
        copy = section({"bewertung.stadt": "Gera"})
        both = xml.replace("<w:sectPr/>", copy + "<w:sectPr/>")
        return buch.without_bookmarks(buch.without_controls(both))

    path = buch.Workbook(change=lose, said=FIRST).save(tmp_path / "zurück.docx")
    ruecklauf = read_filled(path, buch.SHEETS)
    assert texts(ruecklauf) == FIRST
    assert found(ruecklauf) == [(f"{SECOND}Stadt oder Gemeinde", "Gera")]


def test_what_follows_a_copy_is_read_as_the_first_again(tmp_path):
    """Sheets may be copied and moved about: the other sheet comes behind the copy."""

    def change(xml: str) -> str:
        title = buch.paragraph("Arbeitsblatt 1: Selbstcheck")
        start = xml.index(title)
        end = xml.index(buch.paragraph("Arbeitsblatt 8: Bewertung und Priorisierung"))
        moved = xml[start:end]
        rest = xml[:start] + xml[end:]
        copy = section({"bewertung.stadt": "Gera"})
        return re.sub("<w:sectPr/>", lambda _: copy + moved + "<w:sectPr/>", rest)

    said = {**FIRST, "selbstcheck.stadt": "Jena"}
    path = buch.Workbook(change=change, said=said).save(tmp_path / "zurück.docx")
    ruecklauf = read_filled(path, buch.SHEETS)
    assert texts(ruecklauf) == said
    assert found(ruecklauf) == [(f"{SECOND}Stadt oder Gemeinde", "Gera")]


def test_more_copies_than_any_town_makes_are_refused(tmp_path):
    one = section({}, titled=False)
    with pytest.raises(RefusedFileError, match="mehr als 200 kopierte Blätter"):
        read(tmp_path, *[one] * 201)
