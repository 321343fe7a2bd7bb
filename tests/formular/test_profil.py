"""What people say of a town, from the command line or a file, and what is wrong with it."""

from __future__ import annotations

import json
from decimal import Decimal

import pytest
from kleines_handbuch import TOWNS, handbook

from kompasswerk.formular.profile import Angabe, Profil, ProfilError, read_profil
from kompasswerk.formular.profile_files import first_gap, read_profile_file

HANDBOOK = handbook()


def said(**words):
    return {
        name: Angabe(tuple([text] if name == "stunden" else text.split(",")), f"--{name}")
        for name, text in words.items()
    }


def profil(**words):
    return read_profil(said(**words), TOWNS, HANDBOOK.vocabulary)


def test_a_name_in_letters_of_two_signs_is_the_same():
    assert profil(stadt="Po\u0308ßneck", ags="16075085").stadt == "Pößneck"


def test_a_town_of_the_list_brings_its_key_and_its_size():
    assert profil(stadt="pößneck") == Profil(
        "Pößneck", "grosse-kleinstadt", ags="16075085", einwohner=11960
    )


@pytest.mark.parametrize("words", [{"stadt": "Saalfeld"}, {"ags": "16073077"}])
def test_a_town_is_found_by_its_short_name_and_by_its_key(words):
    found = profil(**words)
    assert (found.stadt, found.groessenklasse) == ("Saalfeld/Saale", "kleine-mittelstadt")


def test_a_town_outside_of_the_list_needs_only_its_inhabitants():
    assert profil(stadt="Altena", einwohner="16.621") == Profil(
        "Altena", "grosse-kleinstadt", einwohner=16621
    )


def test_everything_else_is_understood_by_key_and_by_name_in_the_order_of_the_lists():
    found = profil(
        stadt="Pößneck",
        lage="Läden stehen leer,problemhaus",
        gebaeude="Fachwerkhaus,ladenlokal",
        eigentum="privat",
        akteure="hochschule",
        stunden="7,5",
        beginn="3",
    )
    assert found.lage == ("problemhaus", "ladenleerstand")
    assert found.gebaeude == ("ladenlokal", "fachwerkhaus")
    assert (found.eigentum, found.akteure) == (("privat",), ("hochschule",))
    assert (found.stunden, found.beginn) == (Decimal("7.5"), 3)


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (
            {"stadt": "Pösneck"},
            "--stadt: „Pösneck“ steht nicht in der Gemeindeliste. Meinen Sie: Pößneck? "
            "Für eine andere Gemeinde nennen Sie bitte die Einwohnerzahl (einwohner).",
        ),
        ({}, "Die Stadt fehlt. Bitte nennen: --stadt Pößneck."),
        (
            {"stadt": "Pößneck", "lage": "problemhäuser"},
            "--lage: „problemhäuser“ ist unbekannt. Meinen Sie „problemhaus“?",
        ),
        (
            {"stadt": "Pößneck", "gebaeude": "ladenlokl"},
            "--gebaeude: „ladenlokl“ ist unbekannt. Meinen Sie „ladenlokal“?",
        ),
        (
            {"stadt": "Pößneck", "stunden": "viele"},
            "--stunden: „viele“ sind keine Wochenstunden. Bitte so: 10.",
        ),
        (
            {"stadt": "Pößneck", "stunden": "200"},
            "--stunden: Eine Woche hat nur 168 Stunden, nicht 200. Bitte so: 10.",
        ),
        (
            {"stadt": "Pößneck", "ags": "1607508"},
            "--ags: „1607508“ ist kein Gemeindeschlüssel. Bitte acht Ziffern, etwa 16075085.",
        ),
        (
            {"stadt": "Altena", "ags": "16075085"},
            "--ags: Der Gemeindeschlüssel 16075085 gehört zu „Pößneck“, nicht zu „Altena“. Bitte "
            "eines von beiden weglassen.",
        ),
        (
            {"ags": "16099999"},
            "Der Gemeindeschlüssel 16099999 steht nicht in der Gemeindeliste. Bitte nennen Sie "
            "auch Namen (stadt) und Einwohnerzahl (einwohner).",
        ),
        (
            {"stadt": "Altena", "einwohner": "rund 16000"},
            "--einwohner: „rund 16000“ ist keine Einwohnerzahl. Bitte so: 12000.",
        ),
        ({"stadt": "Pößneck", "beginn": "9"}, "--beginn: „9“ ist kein Schritt. Bitte 1 bis 8."),
    ],
)
def test_a_wrong_word_is_named_with_what_was_meant(words, message):
    with pytest.raises(ProfilError) as error:
        profil(**words)
    assert str(error.value) == message


def test_all_faults_are_said_at_once():
    with pytest.raises(ProfilError) as error:
        profil(stadt="Pößneck", stunden="x", beginn="0")
    assert str(error.value).count("\n") == 1


def test_a_yaml_file_says_the_same_as_the_command_line(tmp_path):
    path = tmp_path / "stadt.yaml"
    path.write_text("stadt: Pößneck\nlage: [problemhaus]\nstunden: 10\n", encoding="utf-8")
    assert read_profile_file(path) == {
        "stadt": Angabe(("Pößneck",), "stadt.yaml:1: stadt"),
        "lage": Angabe(("problemhaus",), "stadt.yaml:2: lage"),
        "stunden": Angabe(("10",), "stadt.yaml:3: stunden"),
    }


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        (
            "stadt.yaml",
            b"stadt: Jena\nlagen: x\n",
            "stadt.yaml:2: lagen: Diese Angabe gibt es nicht. Meinen Sie „lage“?",
        ),
        (
            "stadt.yaml",
            b"stadt: {name: Jena}\n",
            "stadt.yaml:1: stadt: Bitte ein Wort oder eine Liste von Wörtern.",
        ),
        (
            "stadt.yaml",
            b"- Jena\n",
            "stadt.yaml: Hier stehen keine Angaben. Bitte so: stadt: Pößneck.",
        ),
        (
            "stadt.yaml",
            b"stadt: 'Jena\n",
            "stadt.yaml:1: Ein Anführungszeichen wird nicht geschlossen. "
            "Bitte am Ende des Textes ergänzen.",
        ),
        (
            "stadt.yaml",
            b"stadt: J\xe4na\n",
            "stadt.yaml:1: Das Zeichen 0xE4 ist kein UTF-8. Bitte die Datei als UTF-8 speichern.",
        ),
        (
            "check.json",
            b"[" * 3000,
            "„check.json“ ist zu tief verschachtelt.",
        ),
        (
            "check.json",
            b'{"format": "anderes", "antworten": {}}',
            "„check.json“ enthält keine Antworten aus dem Kompass.",
        ),
        ("fehlt.yaml", None, "fehlt.yaml: Die Datei ist nicht lesbar. Bitte prüfen."),
    ],
)
def test_a_file_that_is_no_profile_is_refused_with_place_and_way_out(tmp_path, name, data, message):
    path = tmp_path / name
    if data is not None:
        path.write_bytes(data)
    with pytest.raises(ProfilError) as error:
        read_profile_file(path)
    assert str(error.value) == message


def test_a_file_of_many_megabytes_is_not_read(tmp_path):
    path = tmp_path / "gross.json"
    path.write_bytes(b" " * 1_000_001)
    with pytest.raises(ProfilError, match="größer als 1 MB"):
        read_profile_file(path)


def saved(tmp_path, **answers):
    path = tmp_path / "selbstcheck.json"
    own = {f"selbstcheck.{key}": value for key, value in answers.items()}
    data = {"format": "kompass-antworten", "version": 1, "antworten": {**own, "auftrag.wer": "x"}}
    path.write_text(json.dumps(data), encoding="utf-8")
    return read_profile_file(path)


def test_saved_answers_of_the_selbstcheck_are_a_profile(tmp_path):
    answers = saved(
        tmp_path,
        stadt="Pößneck",
        groessenklasse="große Kleinstadt",
        stunden=7.5,
        lage="Läden stehen leer",
        auftrag="ja",
        zustaendig="teilweise",
        liste="nein",
    )
    assert read_profil(answers, TOWNS, HANDBOOK.vocabulary) == Profil(
        "Pößneck",
        "grosse-kleinstadt",
        ags="16075085",
        einwohner=11960,
        lage=("ladenleerstand",),
        stunden=Decimal("7.5"),
        beginn=3,
        frage=5,
    )


def test_the_step_that_a_town_has_chosen_itself_counts_more_than_its_answers(tmp_path):
    answers = saved(tmp_path, stadt="Pößneck", beginn="6", auftrag="nein")
    found = read_profil(answers, TOWNS, HANDBOOK.vocabulary)
    assert (found.beginn, found.frage) == (6, 0)


@pytest.mark.parametrize(
    ("answers", "question"),
    [
        ({}, 0),
        ({"auftrag": "ja", "bericht": "ja"}, 0),
        ({"auftrag": "teilweise", "bericht": "nein"}, 14),
        ({"auftrag": "ja", "ziele": "teilweise", "geld": "teilweise"}, 4),
    ],
)
def test_the_first_no_counts_and_without_one_the_first_partly(answers, question):
    assert first_gap(answers) == question
