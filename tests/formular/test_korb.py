"""A basket from the website: what its file may say, and which pages are meant."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from kleines_handbuch import case, page, programme, sheet, step, tool

from kompasswerk.formular.korb import NOBODY, Korb, collected, found_groups, read_korb
from kompasswerk.model.seiten import Bestand, Seite
from kompasswerk.reading.refused import RefusedFileError

BESTAND = Bestand(
    (
        case("gera"),
        case("jena"),
        page(Seite, "kompass", "impressum"),
        programme("stadtgeld"),
        sheet(2, "auftragsblatt", "auftrag"),
        step(1),
        tool("kataster"),
    )
)


def saved(tmp_path, content):
    path = tmp_path / "korb.json"
    text = content if isinstance(content, str) else json.dumps(content)
    path.write_text(text, encoding="utf-8")
    return path


def test_a_saved_basket_is_read_in_its_order_each_page_once(tmp_path):
    pages = ["bestpractice/jena", "kompass/schritte/auftrag", "bestpractice/jena"]
    path = saved(tmp_path, {"format": "kompass-korb", "ausgabe": "1", "seiten": pages})
    assert read_korb(path) == Korb(
        "korb.json", ("bestpractice/jena", "kompass/schritte/auftrag"), "1"
    )


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("{", "ist keine JSON-Datei oder ist beschädigt"),
        ("[" * 100 + "]" * 100, "ist zu tief verschachtelt"),
        ("[]", "ist kein Merkzettel aus dem Kompass"),
        ({"format": "kompass-antworten", "seiten": []}, "ist kein Merkzettel aus dem Kompass"),
        ({"format": "kompass-korb", "seiten": {"a": 1}}, "ist kein Merkzettel aus dem Kompass"),
        ({"format": "kompass-korb", "seiten": ["a"] * 501}, "nennt mehr als 500 Seiten"),
        (" " * 200_001, "ist zu groß für einen Merkzettel"),
    ],
)
def test_any_other_file_is_refused_with_a_sentence(content, message, tmp_path):
    with pytest.raises(RefusedFileError, match=message):
        read_korb(saved(tmp_path, content))


@pytest.mark.parametrize("name", ["gibt-es-nicht.json", "."])
def test_a_file_that_cannot_be_read_is_refused(name, tmp_path):
    with pytest.raises(RefusedFileError, match="ist nicht lesbar"):
        read_korb(tmp_path / name)


def test_pages_come_by_kind_in_the_order_of_a_book_and_in_a_kind_as_collected():
    names = ("bestpractice/jena", "kompass/arbeitsblaetter/auftragsblatt", "bestpractice/gera")
    names += ("kompass/instrumente/kataster", "kompass/schritte/auftrag")
    groups, problems = found_groups(Korb("k.json", names), BESTAND)
    assert problems == ()
    assert [(group.titel, [each.docname for each in group.gewaehlt]) for group in groups] == [
        ("Schritte", ["kompass/schritte/auftrag"]),
        ("Instrumente", ["kompass/instrumente/kataster"]),
        ("Fälle", ["bestpractice/jena", "bestpractice/gera"]),
        ("Arbeitsblätter", ["kompass/arbeitsblaetter/auftragsblatt"]),
    ]
    assert {each.grund for group in groups for each in group.gewaehlt} == {"Von Ihnen gemerkt."}


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("../../etc/passwd", "„../../etc/passwd“ ist keine Seite des Kompasses."),
        ("bestpractice/gera.md", "„bestpractice/gera.md“ ist keine Seite des Kompasses."),
        ("17", "„17“ gibt es nicht. Bitte neu merken und die Datei neu sichern."),
        ("bestpractice/jenna", "„bestpractice/jenna“ gibt es nicht. Meinen Sie "
         "„bestpractice/jena“? Bitte neu merken und die Datei neu sichern."),
        ("alt/kataster", "„alt/kataster“ steht jetzt unter „kompass/instrumente/kataster“. "
         "Bitte neu merken."),
        ("kompass/impressum", "„kompass/impressum“ lässt sich nicht merken. Möglich sind "
         "Schritte, Instrumente, Fälle, Pilotprojekte, Arbeitsblätter, Förderprogramme."),
    ],
)  # fmt: skip
def test_a_page_that_is_not_there_is_named_with_a_way_out(name, message):
    groups, problems = found_groups(Korb("k.json", (name, "bestpractice/gera")), BESTAND)
    assert problems == (f"k.json: {message}",)
    assert [group.titel for group in groups] == ["Fälle"]


def test_where_pages_are_missing_the_edition_of_the_file_is_named():
    _, problems = found_groups(Korb("k.json", ("bestpractice/gera", "weg"), "3"), BESTAND)
    assert problems == (
        "k.json: „weg“ gibt es nicht. Bitte neu merken und die Datei neu sichern.",
        "Gemerkt wurde in Ausgabe „3“ des Kompasses.",
    )
    assert found_groups(Korb("k.json", ("bestpractice/gera",), "3"), BESTAND)[1] == ()


def test_the_pages_go_into_a_workbook_as_they_are_with_a_town_or_without():
    groups, _ = found_groups(Korb("k.json", ("kompass/schritte/auftrag",)), BESTAND)
    assert collected(NOBODY, groups).docnames == ("kompass/schritte/auftrag",)
    town = replace(NOBODY, stadt="Pößneck")
    assert collected(town, groups).profil.stadt == "Pößneck"
