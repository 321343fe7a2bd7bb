"""Which pages a town gets, why, and why not: expectations written by hand."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from kleines_handbuch import case, entry, handbook, programme, sheet, tool

from kompasswerk.formular.cases import merkmale
from kompasswerk.formular.choice import Kandidat, pick
from kompasswerk.formular.profile import Profil
from kompasswerk.formular.selection import choose
from kompasswerk.model.aehnlich import reason

TOWN = Profil("Pößneck", "grosse-kleinstadt", einwohner=11960, stunden=Decimal(10))
SHOPS = Profil(
    *("Pößneck", "grosse-kleinstadt"),
    einwohner=11960,
    lage=("ladenleerstand",),
    gebaeude=("ladenlokal",),
    stunden=Decimal(10),
)


def chosen(profil, title, **pages):
    group = next(g for g in choose(profil, handbook(**pages)).gruppen if g.titel == title)
    return [(each.seite.slug, each.grund) for each in group.gewaehlt]


def left_out(profil, title, **pages):
    group = next(g for g in choose(profil, handbook(**pages)).gruppen if g.titel == title)
    return {each.seite.slug: each.grund for each in group.weggelassen}


def test_the_groups_come_in_the_order_of_the_book():
    assert [each.titel for each in choose(SHOPS, handbook()).gruppen] == [
        "Ihr Einstieg",
        "Schritte",
        "Instrumente",
        "Fälle aus anderen Städten",
        "Arbeitsblätter",
        "Briefe und Vorlagen",
        "Förderprogramme",
    ]


def test_steps_begin_where_the_situation_does_and_keep_their_order():
    # Step 6 has an instrument and a sheet that the entry page names; then comes step 3.
    assert chosen(SHOPS, "Schritte") == [
        ("gebiet", "Hier beginnen Sie, wie Ihr Einstieg es sagt."),
        ("bestand", "Folgt auf den Beginn."),
        ("nutzungen", "Ihr Einstieg führt dorthin."),
    ]
    assert left_out(SHOPS, "Schritte")["auftrag"] == "Liegt vor Ihrem Beginn."
    assert left_out(SHOPS, "Schritte")["bericht"] == (
        "Kommt später: Bei 10 Wochenstunden sind 3 Schritte im Buch."
    )


@pytest.mark.parametrize(
    ("changes", "steps", "why"),
    [
        ({}, ["auftrag", "gebiet", "bestand"], "Hier beginnen Sie."),
        (
            {"beginn": 5, "frage": 8},
            ["ansprechen", "nutzungen", "umsetzen"],
            "Hier beginnen Sie: Frage 8 im Selbstcheck.",
        ),
        ({"beginn": 8}, ["bericht"], "Hier beginnen Sie, wie von Ihnen gewählt."),
    ],
)
def test_the_selbstcheck_says_the_first_step(changes, steps, why):
    found = chosen(Profil("Pößneck", "grosse-kleinstadt", **changes), "Schritte")
    assert [slug for slug, _ in found] == steps
    assert found[0][1] == why


def test_with_few_hours_the_book_is_shorter_and_has_no_laborious_cases():
    few = Profil("Pößneck", "grosse-kleinstadt", stunden=Decimal(3))
    cases = (case("leicht", aufwand="gering"), case("schwer", aufwand="hoch"))
    assert [slug for slug, _ in chosen(few, "Schritte")] == ["auftrag", "gebiet"]
    assert [slug for slug, _ in chosen(few, "Fälle aus anderen Städten", faelle=cases)] == [
        "leicht"
    ]
    assert left_out(few, "Fälle aus anderen Städten", faelle=cases) == {
        "schwer": "Aufwand hoch, Sie haben weniger als 5 Wochenstunden."
    }


def test_an_instrument_must_fit_size_building_and_steps():
    pages = (
        tool("passt"),
        tool("gross", geeignet_fuer=("grossstadt",)),
        tool("brache", gebaeudetyp=("brache",)),
        tool("spaeter", schritte=("bericht",)),
        tool("fuer-alle", gebaeudetyp=(), geeignet_fuer=()),
    )
    assert chosen(SHOPS, "Instrumente", instrumente=pages) == [
        ("passt", "Passt zu: Ladenlokal. Gehört zu Schritt 6."),
        ("fuer-alle", "Gehört zu Schritt 6."),
    ]
    assert left_out(SHOPS, "Instrumente", instrumente=pages) == {
        "gross": "Nicht für Ihre Größe.",
        "brache": "Andere Gebäude.",
        "spaeter": "Gehört zu anderen Schritten.",
    }


def test_a_case_says_what_is_alike_and_what_is_not():
    alike = case("gera", eigentum=("privat",))
    town = Profil("Pößneck", "grosse-kleinstadt", gebaeude=("ladenlokal",), eigentum=("privat",))
    assert reason(alike, merkmale(town), handbook().vocabulary) == (
        "Ähnlich: 12.000\u00a0Einwohner, Ladenlokal, Eigentum privat, Thüringen. Aufwand mittel."
    )
    other = case(
        "gent",
        land="Belgien",
        einwohner=None,
        gebaeudetyp=("schule",),
        akteure=("kommune", "hochschule"),
        aufwand=None,
    )
    assert reason(other, merkmale(town), handbook().vocabulary) == (
        "Anders: Einwohnerzahl nicht genannt, Schule und Bildung, Belgien, "
        "beteiligt waren Hochschulen."
    )


def test_cases_are_ranked_by_likeness_and_one_place_comes_once():
    pages = (
        case("aehnlich"),
        case("gross", einwohner=300000, land="Bayern"),
        case("fern", land="Bayern", einwohner=13000),
        case("schwach", beleg="niedrig"),
        case("noch-einer", ort="Aehnlich", beleg="mittel"),
        case("eigen", ort="Pößneck"),
        case("schule", gebaeudetyp=("schule",)),
    )
    found = chosen(SHOPS, "Fälle aus anderen Städten", faelle=pages)
    assert [slug for slug, _ in found] == ["aehnlich", "fern", "schwach"]
    assert left_out(SHOPS, "Fälle aus anderen Städten", faelle=pages) == {
        "gross": "Passt auch, andere passen besser.",
        "noch-einer": "Ein anderer Fall von dort passt besser.",
        "eigen": "Ihr eigener Fall.",
        "schule": "Andere Gebäude.",
    }


def test_a_second_building_of_the_town_comes_before_a_better_case_for_the_first():
    both = Profil("Pößneck", "grosse-kleinstadt", gebaeude=("ladenlokal", "schule"))
    pages = (
        case("eins"),
        case("zwei"),
        case("drei"),
        case("vier", gebaeudetyp=("schule",), land="Bayern", einwohner=300000, beleg="niedrig"),
    )
    found = [slug for slug, _ in chosen(both, "Fälle aus anderen Städten", faelle=pages)]
    assert found == ["drei", "vier", "eins"]


def test_sheets_of_the_steps_come_with_self_check_and_trial_log():
    assert chosen(SHOPS, "Arbeitsblätter") == [
        ("selbstcheck", "Zeigt, wo Sie stehen."),
        ("bogen", "Gehört zu Schritt 3."),
        ("erprobungsprotokoll", "Damit sagen Sie, was geholfen hat und was fehlt."),
    ]
    assert chosen(SHOPS, "Briefe und Vorlagen") == [
        ("expose", "Ihr Einstieg nennt es. Gehört zu Schritt 6.")
    ]
    assert left_out(SHOPS, "Arbeitsblätter") == {"auftragsblatt": "Gehört zu Schritt 1."}
    assert left_out(SHOPS, "Briefe und Vorlagen") == {"eigentuemerbrief": "Gehört zu Schritt 5."}


def test_a_sheet_that_the_first_week_needs_comes_before_others_that_the_entry_page_names():
    sheets = tuple(sheet(number, f"blatt-{number}", "nutzungen") for number in range(1, 9))
    named = [("arbeitsblatt", each.slug) for each in sheets]
    page = entry("laeden-stehen-leer", *named)
    first = replace(page, sofort=frozenset({("arbeitsblatt", "blatt-8")}))
    pages = {"blaetter": sheets, "einstiege": {"ladenleerstand": first}}
    found = [slug for slug, _ in chosen(SHOPS, "Arbeitsblätter", **pages)]
    assert found == ["blatt-1", "blatt-2", "blatt-3", "blatt-4", "blatt-8"]


def test_who_has_filled_in_the_selbstcheck_does_not_get_it_again():
    done = Profil("Pößneck", "grosse-kleinstadt", beginn=3, frage=5)
    assert left_out(done, "Arbeitsblätter")["selbstcheck"] == "Haben Sie schon ausgefüllt."


def test_programmes_fit_instruments_or_buildings_and_still_run():
    pages = (
        programme("laeden", zweck=("laden-gruendung",), antragsteller=("betrieb",)),
        programme("umnutzung", instrumente=("zwischennutzung",), status="unklar"),
        programme("vorbei", instrumente=("zwischennutzung",), status="ausgelaufen"),
        programme("wohnen", zweck=("wohnen",)),
    )
    assert chosen(SHOPS, "Förderprogramme", programme=pages) == [
        (
            "umnutzung",
            "Passt zu: Zwischennutzung. Die Kommune kann beantragen. "
            "Nach den Quellen (Januar 2026): Stand unklar.",
        ),
        (
            "laeden",
            "Zweck: Läden und Gründungen. Für die Eigentümerseite oder Dritte. "
            "Nach den Quellen (Januar 2026): läuft.",
        ),
    ]
    assert left_out(SHOPS, "Förderprogramme", programme=pages) == {
        "vorbei": "Ausgelaufen.",
        "wohnen": "Anderer Zweck.",
    }


def test_ties_are_decided_by_path_so_that_the_same_town_gets_the_same_book():
    pages = [case(name) for name in ("c", "a", "b")]
    found = pick("Fälle", [Kandidat(each, 1, "") for each in pages], 2)
    assert [each.seite.slug for each in found.gewaehlt] == ["a", "b"]
    assert [each.seite.slug for each in found.weggelassen] == ["c"]


def test_the_entry_pages_of_other_situations_are_left_out_with_the_reason():
    assert chosen(SHOPS, "Ihr Einstieg") == [("laeden-stehen-leer", "Ihre Lage.")]
    assert left_out(SHOPS, "Ihr Einstieg") == {"problemhaus": "Andere Lage."}
