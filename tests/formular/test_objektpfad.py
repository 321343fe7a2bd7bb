"""„Was tun mit diesem Haus?“: what an answer holds, on a small handbook and on the real one."""

from __future__ import annotations

import pytest
from kleines_handbuch import ROOT, case, handbook, tool

from kompasswerk.formular.handbook import read_handbook
from kompasswerk.formular.objektpfad import Antworten, precondition
from kompasswerk.model.objektpfad import (
    Anruf,
    Brief,
    Luecke,
    Mittel,
    Mittelregel,
    Objekt,
    Objektpfad,
    Wahl,
    chosen,
    first,
    objects,
)
from kompasswerk.reading.files import load_bestand

SHOP = Objekt("ladenlokal", "uneinig", "nutzbar")
PAGES = {
    "alle": tool("alle", gebaeudetyp=()),
    "laden": tool("laden", gebaeudetyp=("ladenlokal",)),
    "fremd": tool("fremd", gebaeudetyp=("schule",)),
    "kommunal": tool("kommunal", gebaeudetyp=(), eigentuemerlage=("kommune",)),
}


def tools_rule(*slugs, **conditions):
    return Mittelregel(mittel=tuple(Mittel(slug, "Darum.") for slug in slugs), **conditions)


def test_the_first_rule_that_applies_counts_and_empty_conditions_mean_all():
    rules = (
        Anruf(wen="A", sagen="?", grund="!", zustand=("gefahr",)),
        Anruf(wen="B", sagen="?", grund="!", gebaeude=("ladenlokal",), lage=("uneinig", "kommune")),
        Anruf(wen="C", sagen="?", grund="!"),
    )
    found = [
        first(rules, each).wen
        for each in (
            Objekt("ladenlokal", "uneinig", "gefahr"),
            SHOP,
            Objekt("schule", "uneinig", "nutzbar"),
        )
    ]
    assert found == ["A", "B", "C"]
    assert first((), SHOP) is None


def test_instruments_whose_pages_fit_come_first_and_the_nearest_say_what_is_different():
    rules = (tools_rule("fremd", "kommunal", "laden", "gibt-es-nicht", "alle"),)
    assert chosen(rules, PAGES, SHOP) == (
        Wahl(Mittel("laden", "Darum.")),
        Wahl(Mittel("alle", "Darum.")),
        Wahl(Mittel("fremd", "Darum."), ("gebaeude",)),
    )
    assert chosen(rules, PAGES, Objekt("schule", "uneinig", "nutzbar"))[2] == Wahl(
        Mittel("kommunal", "Darum."), ("lage",)
    )
    assert chosen((), PAGES, SHOP) == ()


def answers(*cases, luecken=()):
    pfad = Objektpfad(
        instrumente=(tools_rule("laden"),),
        briefe=(Brief(blatt="expose", grund="Darum."),),
        luecken=luecken,
    )
    pages = handbook(faelle=cases, instrumente=tuple(PAGES.values()))
    return Antworten(pfad, pages)


def test_cases_about_the_building_and_an_instrument_come_before_the_nearest():
    found = answers(
        case("andere-mittel"),
        case("passt", instrumente=("laden",), land="Bayern", aufwand="hoch"),
        case("anderes-haus", gebaeudetyp=("schule",), instrumente=("laden",)),
        case("weit-weg", gebaeudetyp=("schule",), land="Bayern"),
    ).on(SHOP)
    assert [(each.fall.seite.slug, each.passt) for each in found.faelle] == [
        ("passt", True),
        ("andere-mittel", False),
        ("anderes-haus", False),
    ]
    assert [each.fall.grund for each in found.faelle] == [
        "Ähnlich: Ladenlokal, Laden. Anders: Bayern. Aufwand hoch.",
        "Ähnlich: Ladenlokal, Thüringen. Anders: andere Instrumente. Aufwand mittel.",
        "Ähnlich: Thüringen, Laden. Anders: Schule und Bildung. Aufwand mittel.",
    ]


def test_a_place_comes_once_even_among_the_nearest():
    cases = (
        case("eins", ort="Gera", instrumente=("laden",)),
        case("zwei", ort="Gera", instrumente=("laden",)),
        case("drei", ort="Gera"),
        case("vier"),
    )
    found = [each.fall.seite.slug for each in answers(*cases).on(SHOP).faelle]
    assert found == ["eins", "vier"]


def test_where_no_instrument_fits_the_answer_says_why_and_shows_the_nearest():
    gap = Luecke(text="Für Schulen gibt es nichts.", gebaeude=("schule",))
    known = answers(case("gera"), luecken=(gap,))
    school = known.on(Objekt("schule", "uneinig", "nutzbar"))
    assert school.luecke == "Für Schulen gibt es nichts."
    assert [(each.mittel.instrument, each.anders) for each in school.mittel] == [
        ("laden", ("gebaeude",))
    ]
    assert [each.passt for each in school.faelle] == [False]
    assert known.on(SHOP).luecke == ""
    assert (school.anruf, school.blaetter) == (None, ())


def test_only_legal_instruments_name_what_must_be_there_before():
    legal = tool("gebot", kategorie="rechtlich", voraussetzungen="Ein Mangel.")
    assert precondition(legal) == "Ein Mangel."
    assert precondition(tool("rat", voraussetzungen="Ein Topf.")) == ""


@pytest.fixture(scope="module")
def real():
    loaded = load_bestand(ROOT)
    return loaded.vocabulary, Antworten(loaded.objektpfad.pfad, read_handbook(loaded))


def test_every_building_of_the_handbook_gets_a_whole_answer(real):
    vocabulary, known = real
    every = list(objects(vocabulary))
    assert len(every) == 14 * 7 * 5
    for each in every:
        answer = known.on(each)
        assert answer.anruf
        assert answer.brief
        assert len(answer.mittel) == len(answer.faelle) == len(answer.blaetter) == 3
        assert bool(answer.luecke) == (not any(wahl.passt for wahl in answer.mittel))


@pytest.mark.parametrize(
    ("objekt", "call", "tools", "letter"),
    [
        (
            ("wohnhaus", "nicht-erreichbar", "gefahr"),
            "Untere Bauaufsichtsbehörde",
            ["bauaufsicht", "denkmalrecht", "herrenlose-grundstuecke"],
            "eigentuemerbrief",
        ),
        (
            ("ladenlokal", "will-und-kann", "nutzbar"),
            "Die Eigentümerseite",
            ["immobilienportal", "zwischennutzung", "coworking"],
            "expose",
        ),
        (
            ("schule", "kommune", "sanierungsbeduerftig"),
            "Liegenschaften oder Kämmerei im eigenen Haus",
            ["machbarkeitsstudie", "konzeptvergabe", "erbbaurecht"],
            "beschlussvorlage",
        ),
        (
            ("brache", "kann-will-nicht", "unbekannt"),
            "Die Eigentümerseite",
            ["leerstandskataster", "grundsteuer-c", "baugebot"],
            "eigentuemerbrief",
        ),
    ],
)
def test_some_buildings_get_what_an_official_would_say(real, objekt, call, tools, letter):
    answer = real[1].on(Objekt(*objekt))
    assert answer.anruf.wen == call
    assert [each.mittel.instrument for each in answer.mittel] == tools
    assert answer.brief.blatt == letter


def test_at_danger_the_building_authority_is_called_or_whoever_secures_public_ground(real):
    vocabulary, known = real
    called = {known.on(each).anruf.wen for each in objects(vocabulary) if each.zustand == "gefahr"}
    assert called == {
        "Untere Bauaufsichtsbehörde",
        "Bauamt im eigenen Haus, dann die untere Bauaufsicht",
        "Ordnungsamt der Stadt",
    }


def test_hard_means_are_never_the_first_advice_without_danger_unless_it_is_a_vacant_lot(real):
    hard = {"modernisierungsgebot", "rueckbaugebot", "baugebot", "enteignung", "ersatzvornahme"}
    hard |= {"zwangsversteigerung", "vorkaufsrecht"}
    vocabulary, known = real
    assert not [
        each
        for each in objects(vocabulary)
        if (best := known.on(each).mittel[0]).passt and best.mittel.instrument in hard
    ]
