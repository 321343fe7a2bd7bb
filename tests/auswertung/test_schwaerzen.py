"""What is taken out of open answers: contacts, addresses, names of places and of their people."""

from __future__ import annotations

import pytest

from kompasswerk.formular.place_names import called
from kompasswerk.formular.redaction import without_private, without_towns
from kompasswerk.formular.towns import names


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Das Haus Breite Straße 12 a steht leer", "Das Haus [entfernt] steht leer"),
        ("Ruf 03647 / 50 12 34 an", "Ruf [entfernt] an"),
        ("erika.m@stadt.de hilft", "[entfernt] hilft"),
        ("Frau ERIKA MUSTER sagt nein", "Frau [entfernt] sagt nein"),
        ("In 12 Monaten 3 Läden mehr", "In 12 Monaten 3 Läden mehr"),
    ],
)
def test_contacts_and_private_answers_are_taken_out(text, left):
    assert without_private(text, ["Erika Muster", "Laden", "ja"]) == left


@pytest.mark.parametrize(
    "address",
    [
        *("Markt 12", "am markt 12", "Am Anger 5", "An der Stadtmauer 3", "Topfmarkt 2a"),
        *("Steinweg 3", "bahnhofstraße 7", "Goethestr. 5", "Ebertstraße 2/4", "Marktplatz 3"),
        *("Am Alten Tor 2", "in der oberen Vorstadt 9", "Unter den Linden 4", "Rosental 4b"),
        *("Kirchplatz Nr. 5", "Platz der Republik 4", "Straße des 17. Juni 4", "07381 Pößneck"),
        *("Bahnhofstraße 12-14", "Sperlingsruh 7", "Johann-Sebastian-Bach-Straße 12 B"),
    ],
)
def test_addresses_are_taken_out_with_or_without_a_word_for_street(address):
    assert without_private(f"Leer: {address}, seit Mai.", []) == "Leer: [entfernt], seit Mai."


@pytest.mark.parametrize(
    "text",
    [
        "Blatt 6 hat geholfen, Blatt 7 auch. Schritt 3, Seite 12: gut.",
        "3 Läden sind neu. Etwa 30. Nur 5, sonst nichts.",
        "Am Montag 14 Uhr, im Jahr 2026, in der Woche 2.",
        "Am 5. Mai standen im Durchschnitt 12 Wohnungen leer.",
        "Zum Beispiel 5 Läden. Markt 3.500 Euro. Note 2,5 im Mittel.",
        "1. Zählen\n2. Gespräche\n3. Angebot",
    ],
)
def test_numbers_of_other_things_stay(text):
    assert without_private(text, []) == text


@pytest.mark.parametrize("text", ["Am " * 4000, "Straße der Am Bo " * 800, "A" * 9000])
def test_long_texts_do_not_last(text):
    assert without_private(text, []) == text


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Pößneck", ["Pößneck", "PÖSSNECK", "Poessnecks", "Pößnecker", "Pößneckerinnen"]),
        ("Jena", ["Jenaer", "Jenenser", "jenaisch"]),
        ("Gera", ["Geraer", "Geraerin"]),
        ("Erfurt", ["Erfurter", "Erfurts"]),
        ("Weimar", ["Weimarer", "weimarische"]),
        ("Meiningen", ["Meininger", "Meiningens"]),
        ("Greußen", ["Greußener", "Greußer", "Greussen"]),
        ("Sondershausen", ["Sondershäuser", "Sondershaeuserin"]),
        ("Rudolstadt", ["Rudolstädter", "Rudolstadts"]),
        ("Bleicherode", ["Bleicheroder", "Bleicheröder"]),
        ("Bad Berka", ["Bad Berka", "Bad-Berkaer", "Berkaer"]),
        ("Neustadt an der Orla", ["Neustadt", "Neustädter", "Neustadt an der Orla"]),
        ("Mühlhausen/Thüringen", ["Mühlhausen", "Mühlhäuser"]),
        ("Zeulenroda-Triebes", ["Zeulenrodaer", "Triebeser", "Zeulenroda-Triebes"]),
    ],
)
def test_people_and_adjectives_name_a_town_too(name, words):
    known = tuple(called(name))
    assert [without_towns(f"Die {word} Läden", known) for word in words] == [
        "Die [Stadt] Läden"
    ] * len(words)


def test_parts_of_other_words_stay():
    known = tuple(each for name in ("Gera", "Suhl", "Weida") for each in called(name))
    text = "Geraten, suhlen und Weidenkörbe, gerade im Geratal"
    assert without_towns(text, known) == text


def test_towns_parts_of_towns_and_districts_of_the_handbook_are_known(places):
    known = tuple(names(places, ()))
    said = "Tannrodaer, Weimarer und Schleizer im Saale-Orla-Kreis"
    assert without_towns(said, known) == "[Stadt], [Stadt] und [Stadt] im [Stadt]"
