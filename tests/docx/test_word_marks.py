"""Answers that people give by other means than a tick, and what they take back."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import arbeitsbuch as buch
import pytest

from kompasswerk.docx.cells import BEHIND
from kompasswerk.docx.filled import read_filled
from kompasswerk.docx.looks import BY_LOOK
from kompasswerk.formular.answers import Ruecklauf

STRIKE, COLOUR = "<w:strike/>", '<w:highlight w:val="yellow"/>'
BESIDE = "neben der Antwort auf „{}“"
TIME, BEGIN, MISSING = "Wie viel Zeit haben Sie?", "Fangen Sie an?", "Was fehlt?"
BLIP = (
    '<w:p><w:r><w:drawing><a:blip xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"/>'
    "</w:drawing></w:r></w:p>"
)


def read(tmp_path: Path, *changes: tuple[str, str], **how: object) -> Ruecklauf:
    def change(xml: str) -> str:
        for old, new in changes:
            assert old in xml, old
            xml = xml.replace(old, new, 1)
        return xml

    return read_filled(
        buch.Workbook(change=change, **how).save(tmp_path / "zurück.docx"), buch.SHEETS
    )


def found(ruecklauf: Ruecklauf) -> list[tuple[str, str]]:
    return [(each.ort, each.text) for each in ruecklauf.fundstuecke]


def answers(ruecklauf: Ruecklauf) -> list[tuple[str, object, str]]:
    return [(each.text, each.wert, each.zweifel) for each in ruecklauf.antworten]


def looking(text: str, look: str) -> tuple[str, str]:
    plain = buch.run(text)
    return plain, plain.replace("<w:r>", f"<w:r><w:rPr>{look}</w:rPr>")


def box(value: str, sign: str) -> tuple[str, str]:
    """Return a change of the box before a value of „Fangen Sie an?“ into a sign without control."""
    number = ("ja", "nein").index(value) + 1
    state = '<w14:checkbox><w14:checked w14:val="0"/></w14:checkbox>'
    control = buch.sdt(f"selbstcheck.bereit#{number}", f"{BEGIN}: {value}", state, buch.run("☐"))
    return control, buch.run(sign)


def test_a_number_that_is_struck_out_is_listed_beside_its_correction(tmp_path):
    old, struck = looking("8", STRIKE)
    read_back = read(tmp_path, (old, struck + buch.run("5")), said={"selbstcheck.stunden": "8"})
    assert answers(read_back) == [("5", Decimal(5), "")]
    assert found(read_back) == [(BESIDE.format(TIME), "durchgestrichen: 8")]


def test_an_answer_that_is_struck_out_is_empty_and_listed(tmp_path):
    read_back = read(tmp_path, looking("Jena", STRIKE), said={"selbstcheck.stadt": "Jena"})
    assert answers(read_back) == []
    assert found(read_back) == [(BESIDE.format("Stadt oder Gemeinde"), "durchgestrichen: Jena")]


@pytest.mark.parametrize(
    ("changes", "answer", "listed"),
    [
        ([looking("\u00a0ja ", STRIKE)], [("nein", False, BY_LOOK)], ["durchgestrichen: ja"]),
        ([looking("\u00a0nein ", COLOUR)], [("nein", False, BY_LOOK)], []),
        (
            [looking("\u00a0ja ", STRIKE), looking("\u00a0nein ", STRIKE)],
            [],
            ["durchgestrichen: ja nein"],
        ),
        (
            [looking("\u00a0ja ", COLOUR), looking("\u00a0nein ", COLOUR)],
            [],
            ["farbig markiert: ja nein"],
        ),
    ],
    ids=["one left", "one coloured", "none left", "all coloured"],
)
def test_a_choice_by_striking_out_or_colouring_is_taken_with_a_doubt(
    changes, answer, listed, tmp_path
):
    read_back = read(tmp_path, *changes)
    assert answers(read_back) == answer
    assert found(read_back) == [(BESIDE.format(BEGIN), each) for each in listed]


def test_several_coloured_values_are_taken_where_several_may_be(tmp_path):
    read_back = read(
        tmp_path, looking("\u00a0Geld ", COLOUR), looking("\u00a0Wissen ", '<w:u w:val="single"/>')
    )
    assert answers(read_back) == [("Geld; Wissen", ("Geld", "Wissen"), BY_LOOK)]


@pytest.mark.parametrize("sign", ["x", "XX", "[x]", "[ X ]", "(x)", "✓", "ü", "\uf0fc", "[✔]"])
def test_signs_in_place_of_a_box_are_ticks(sign, tmp_path):
    assert answers(read(tmp_path, box("ja", sign))) == [("ja", True, "")]


@pytest.mark.parametrize(
    ("written", "answer"),
    [
        ("x", ("ja", True, BEHIND)),
        (
            "&lt;--- das hier",
            ("<--- das hier", None, "„<--- das hier“ steht nicht zur Wahl. Das steht hinter „ja“."),
        ),
    ],
)
def test_what_stands_behind_a_box_is_read_with_its_place(written, answer, tmp_path):
    read_back = read(tmp_path, ("\u00a0ja ", f"\u00a0ja {written} "))
    (text, value, doubt) = answers(read_back)[0]
    assert (text, value) == answer[:2]
    assert doubt.endswith(answer[2].rpartition("Wahl. ")[2])


@pytest.mark.parametrize(
    ("place", "typed", "text"),
    [
        ("stunden", "8 Zahl eintragen", "8"),
        ("stunden", "8Zahl eintragen", "8"),
        ("stunden", "Zahl eintragen8", "8"),
        ("notiz", "Bitte eintragen Markt 7", "Markt 7"),
        ("notiz", "Bitte eintragenmarkt", "markt"),
        ("notiz", "Markt 7Bitte eintragen", "Markt 7"),
        ("notiz", "Bitte eintragen lassen beim Bauamt", "Bitte eintragen lassen beim Bauamt"),
        ("notiz", "Frau A fragen. Bitte eintragen", "Frau A fragen. Bitte eintragen"),
    ],
)
def test_a_placeholder_before_or_behind_an_answer_is_none_of_it(place, typed, text, tmp_path):
    assert [
        each.text for each in read(tmp_path, said={f"selbstcheck.{place}": typed}).antworten
    ] == [text]


def test_an_answer_deleted_with_tracking_is_listed(tmp_path):
    gone = '<w:del w:author="B"><w:r><w:delText>Jena</w:delText></w:r></w:del>'
    read_back = read(tmp_path, (buch.run("Jena"), gone), said={"selbstcheck.stadt": "Jena"})
    assert answers(read_back) == []
    assert found(read_back) == [
        (BESIDE.format("Stadt oder Gemeinde"), "gelöscht (Änderungen nachverfolgen): Jena")
    ]


def test_a_placeholder_deleted_with_tracking_is_not_listed(tmp_path):
    gone = '<w:del w:author="B"><w:r><w:delText>Bitte eintragen</w:delText></w:r></w:del>'
    read_back = read(tmp_path, (buch.run("Bitte eintragen"), gone + buch.run("Jena")))
    assert [each[0] for each in answers(read_back)] == ["Jena"]
    assert found(read_back) == []


def test_a_picture_in_the_text_is_listed_and_one_that_was_shipped_is_not(tmp_path):
    class Illustrated(buch.Workbook):
        def document(self, said):
            return super().document(said).replace("<w:tbl>", self.picture + "<w:tbl>", 1)

        picture = (
            '<w:p><w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/'
            'drawingml/2006/wordprocessingDrawing"><wp:docPr descr="Schaubild"/>'
            f"{BLIP[len('<w:p><w:r><w:drawing>') : -len('</w:drawing></w:r></w:p>')]}</wp:inline>"
            "</w:drawing></w:r></w:p>"
        )

    def change(xml: str) -> str:
        return xml.replace("</w:body>", BLIP + "</w:body>")

    shipped = Illustrated().save(tmp_path / "a.docx")
    assert found(read_filled(shipped, buch.SHEETS)) == []
    pasted = Illustrated(change=change).save(tmp_path / "b.docx")
    assert [each.text for each in read_filled(pasted, buch.SHEETS).fundstuecke] == ["(Bild)"]
