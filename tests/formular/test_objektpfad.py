"""„Was tun mit diesem Haus?“: what an answer holds, on a small handbook."""

from __future__ import annotations

from kleines_handbuch import case, handbook, tool

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
)

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


def test_instruments_keep_the_order_of_the_rule_and_the_nearest_say_what_is_different():
    rules = (tools_rule("fremd", "kommunal", "laden", "gibt-es-nicht", "alle"),)
    assert chosen(rules, PAGES, SHOP) == (
        Wahl(Mittel("fremd", "Darum."), ("gebaeude",)),
        Wahl(Mittel("laden", "Darum.")),
        Wahl(Mittel("alle", "Darum.")),
    )
    assert chosen(rules, PAGES, Objekt("schule", "uneinig", "nutzbar"))[1] == Wahl(
        Mittel("kommunal", "Darum."), ("lage",)
    )
    assert chosen((), PAGES, SHOP) == ()


def test_pages_that_fit_are_chosen_before_the_nearest():
    rules = (tools_rule("fremd", "kommunal", "laden", "alle", "auch-alle"),)
    pages = PAGES | {"auch-alle": tool("auch-alle", gebaeudetyp=())}
    found = [each.mittel.instrument for each in chosen(rules, pages, SHOP)]
    assert found == ["laden", "alle", "auch-alle"]


def test_what_must_never_be_missing_is_chosen_first_and_keeps_its_place():
    never_missing = Mittel("fremd", "Darum.", immer=True)
    others = tuple(Mittel(slug, "Darum.") for slug in ("laden", "alle", "auch-alle"))
    rules = (Mittelregel(mittel=(others[0], never_missing, *others[1:])),)
    pages = PAGES | {"auch-alle": tool("auch-alle", gebaeudetyp=())}
    found = [each.mittel.instrument for each in chosen(rules, pages, SHOP)]
    assert found == ["laden", "fremd", "alle"]


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
