"""Whose answers these are, and who was invited."""

from __future__ import annotations

import pytest
from antworten import put

from kompasswerk.formular.towns import InvitedError, plain_name, read_invited
from kompasswerk.publishing.evaluate import collect

POESSNECK, SUHL = "16075085", "16054000"


def test_a_town_counts_once_whatever_it_calls_itself(tmp_path, loaded, places):
    put(tmp_path, "a", {"selbstcheck.auftrag": "ja"}, ags=POESSNECK)
    put(tmp_path, "b", {"selbstcheck.auftrag": "ja", "selbstcheck.ziele": "ja"}, stadt="Pößneck")
    put(tmp_path, "c", {"selbstcheck.stadt": "Stadt Pößneck", "selbstcheck.liste": "nein"})
    found, _ = collect(tmp_path, loaded, places)
    assert [(town.name, town.size) for town in found.towns] == [("Pößneck", "große Kleinstadt")]
    assert found.values["selbstcheck.auftrag"] == {0: "ja"}
    assert found.values["selbstcheck.ziele"] == {0: "ja"}
    assert found.values["selbstcheck.liste"] == {0: "nein"}


def test_where_offices_contradict_each_other_nobody_counts(tmp_path, loaded, places):
    put(tmp_path, "a", {"selbstcheck.auftrag": "ja"}, ags=POESSNECK)
    put(tmp_path, "b", {"selbstcheck.auftrag": "nein"}, stadt="Pößneck")
    found, _ = collect(tmp_path, loaded, places)
    assert ("selbstcheck.auftrag" in found.values, found.doubtful, found.files) == (False, 1, 2)


def test_a_town_outside_the_list_has_the_size_it_says(tmp_path, loaded, places):
    put(tmp_path, "a", {"selbstcheck.groessenklasse": "Großstadt"}, stadt="Musterstadt")
    found, refused = collect(tmp_path, loaded, places)
    assert [(town.name, town.size) for town in found.towns] == [("Musterstadt", "Großstadt")]
    assert (refused, found.unlisted) == ((), 1)
    assert found.hinweise == [
        "Bitte prüfen: a.json: „Musterstadt“ steht nicht in der Gemeindeliste. Sie zählt als "
        "eigene Stadt. Bitte prüfen Sie, wie sie geschrieben ist."
    ]


def test_files_of_nobody_are_no_towns(tmp_path, loaded, places):
    for name in "abc":
        put(tmp_path, name, {"selbstcheck.auftrag": "ja"})
    found, refused = collect(tmp_path, loaded, places)
    assert (found.towns, found.files, found.unsettled) == ([], 0, 3)
    assert refused[0].startswith("Nicht gezählt: a.json: Die Datei nennt keine Stadt.")


def test_a_misspelled_town_is_neither_a_new_one_nor_merged(tmp_path, loaded, places):
    put(tmp_path, "a", {"selbstcheck.auftrag": "ja"}, ags=POESSNECK)
    put(tmp_path, "b", {"selbstcheck.ziele": "ja"}, stadt="Pösneck")
    found, refused = collect(tmp_path, loaded, places)
    assert ([town.name for town in found.towns], found.unsettled) == (["Pößneck"], 1)
    assert "selbstcheck.ziele" not in found.values
    assert refused == (
        "Nicht gezählt: b.json: „Pösneck“ steht nicht in der Gemeindeliste. Meinen Sie „Pößneck“? "
        "Bis zur Klärung zählt die Datei zu keiner Stadt.",
    )


def test_of_two_nearly_equal_towns_outside_the_list_one_counts(tmp_path, loaded, places):
    put(tmp_path, "a", {"selbstcheck.auftrag": "ja"}, stadt="Kronach")
    put(tmp_path, "b", {"selbstcheck.auftrag": "ja"}, stadt="Kronnach")
    found, refused = collect(tmp_path, loaded, places)
    assert [town.name for town in found.towns] == ["Kronach"]
    assert "„Kronnach“ und „Kronach“ sind fast gleich geschrieben." in refused[0]


def test_a_town_in_the_book_of_another_counts_for_neither(tmp_path, loaded, places):
    put(tmp_path, "a", {"selbstcheck.stadt": "Schleiz"}, stadt="Pößneck", ags=POESSNECK)
    found, refused = collect(tmp_path, loaded, places)
    assert (found.towns, found.unsettled) == ([], 1)
    assert refused == (
        "Nicht gezählt: a.json: Die Datei nennt verschiedene Städte: „Pößneck“ (Gemeindeschlüssel "
        "16075085) und „Schleiz“. Bis zur Klärung zählt die Datei zu keiner Stadt.",
    )


def test_rows_of_a_second_file_come_below_and_do_not_mix_with_the_first(tmp_path, loaded, places):
    row = "erprobungsprotokoll.mittel[1]"
    put(tmp_path, "a", {f"{row}.mittel": "Zwischennutzung"}, ags=SUHL)
    put(tmp_path, "b", {f"{row}.mittel": "Vorkaufsrecht", f"{row}.ergebnis": "gut"}, ags=SUHL)
    found, _ = collect(tmp_path, loaded, places)
    rows = [cells for _, cells in found.listed("erprobungsprotokoll", "mittel")]
    assert rows == [
        {"mittel": "Zwischennutzung"},
        {"mittel": "Vorkaufsrecht", "ergebnis": "gut"},
    ]


def test_what_does_not_fit_its_field_is_counted_as_doubtful(tmp_path, loaded, places):
    put(tmp_path, "a", {"selbstcheck.auftrag": "vielleicht", "selbstcheck.ziele": "ja"}, ags=SUHL)
    found, _ = collect(tmp_path, loaded, places)
    assert (found.doubtful, "selbstcheck.auftrag" in found.values) == (1, False)


def test_a_doubtful_number_does_not_count_though_it_can_be_read(tmp_path, loaded, places):
    put(tmp_path, "a", {"erprobungsprotokoll.stunden": "etwa 8"}, ags=SUHL)
    found, _ = collect(tmp_path, loaded, places)
    assert (found.doubtful, "erprobungsprotokoll.stunden" in found.values) == (1, False)


def test_a_choice_stays_though_a_private_answer_says_the_same(tmp_path, loaded, places):
    size, private = "kleine Kleinstadt", "gebiet-und-ziele.definition"
    put(tmp_path, "a", {"selbstcheck.groessenklasse": size, private: size}, ags=SUHL)
    found, _ = collect(tmp_path, loaded, places)
    assert found.values["selbstcheck.groessenklasse"] == {0: size}


def test_other_fields_on_a_sheet_are_noticed(tmp_path, loaded, places):
    put(tmp_path, "a", {}, ags=SUHL, blaetter={"selbstcheck": "00000000"})
    found, _ = collect(tmp_path, loaded, places)
    assert found.older == 1


@pytest.mark.parametrize(
    ("written", "other"),
    [
        ("Stadt Pößneck", "PÖSSNECK"),
        ("Mühlhausen/Thüringen", "Mühlhausen"),
        (" Kreisstadt Greiz ", "greiz"),
        ("Bauamt Pößneck", "Pößneck"),
        ("Stadtverwaltung Pößneck", "Pößneck"),
        ("Stadtverwaltung der Stadt Pößneck", "Pößneck"),
        ("07381 Pößneck, Rathaus", "Pößneck"),
        ("Pößneck Bauamt", "Po\u0308ßneck"),
        ("Landgemeinde Am Ettersberg", "Am Ettersberg"),
        ("Gemeinde Amt Wachsenburg", "Amt Wachsenburg"),
    ],
)
def test_names_are_compared_without_what_people_add(written, other):
    assert plain_name(written) == plain_name(other)


def test_a_name_that_begins_like_stadt_stays_whole():
    assert plain_name("Stadtilm") == "stadtilm"


@pytest.mark.parametrize(
    "text",
    [
        "Stadt;Kreis\nPößneck;SOK\nSuhl;\n",
        "ags,stadt\n16075085,\n16054000,Suhl\n",
        "\ufeffAGS\n16075085\n16054000\n\n",
    ],
)
def test_invited_towns_by_key_or_name(tmp_path, places, text):
    path = tmp_path / "liste.csv"
    path.write_text(text, encoding="utf-8")
    assert read_invited(path, places) == {POESSNECK, SUHL}


def test_a_list_without_heads_is_refused_with_a_way_out(tmp_path, places):
    path = tmp_path / "liste.csv"
    path.write_text("Pößneck\nSuhl\n", encoding="utf-8")
    with pytest.raises(InvitedError, match="„ags“ oder „stadt“"):
        read_invited(path, places)
    path.write_bytes("stadt\nPößneck\n".encode("cp1252"))
    with pytest.raises(InvitedError, match="CSV UTF-8"):
        read_invited(path, places)
