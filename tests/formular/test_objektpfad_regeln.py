"""„Was tun mit diesem Haus?“: what must be true of every answer by the rules of the handbook."""

from __future__ import annotations

import re
from typing import NamedTuple

import pytest
from kleines_handbuch import ROOT

from kompasswerk.formular.handbook import read_handbook
from kompasswerk.formular.objektpfad import Antwort, Antworten
from kompasswerk.model.objektpfad import Objekt, objects
from kompasswerk.reading.files import load_bestand

SECURE = {
    "Untere Bauaufsichtsbehörde",
    "Bauamt im eigenen Haus, dann die untere Bauaufsicht",
    "Ordnungsamt der Stadt",
}
TALK = {"eigentuemeransprache", "leerstandslotsen"}
FORCE = {
    *("bauaufsicht", "denkmalrecht", "ersatzvornahme", "modernisierungsgebot", "rueckbaugebot"),
    *("baugebot", "enteignung", "zwangsversteigerung", "vorkaufsrecht"),
}
OPEN_GROUND = ("strasse-platz", "brache")


class Known(NamedTuple):
    """A building and what the handbook answers."""

    objekt: Objekt
    antwort: Antwort

    @property
    def tools(self):
        return [each.mittel.instrument for each in self.antwort.mittel]

    @property
    def sheets(self):
        return [each.blatt for each in self.antwort.blaetter]

    @property
    def texts(self):
        """All that the answer itself says, without the pages that it names."""
        call, letter = self.antwort.anruf, self.antwort.brief
        reasons = [each.mittel.grund for each in self.antwort.mittel]
        sheets = [each.grund for each in self.antwort.blaetter]
        said = [call.wen, call.sagen, call.grund, call.danach or "", letter.grund]
        return " ".join([*said, letter.luecke or "", *reasons, *sheets, self.antwort.luecke])


@pytest.fixture(scope="module")
def answers():
    """Return the answers by the rules of the handbook."""
    loaded = load_bestand(ROOT)
    return Antworten(loaded.objektpfad.pfad, read_handbook(loaded))


@pytest.fixture(scope="module")
def every(answers):
    """Return all buildings with their answers."""
    return [Known(each, answers.on(each)) for each in objects(answers.handbuch.vocabulary)]


def test_every_building_of_the_handbook_gets_a_whole_answer(every):
    assert len(every) == 14 * 7 * 5
    for _, answer in every:
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
            ("brache", "kommune", "gefahr"),
            "Ordnungsamt der Stadt",
            ["bauaufsicht", "konzeptvergabe", "innenentwicklungskonzept"],
            "beschlussvorlage",
        ),
        (
            ("wohnhaus", "will-verkaufen", "gefahr"),
            "Untere Bauaufsichtsbehörde",
            ["bauaufsicht", "eigentuemeransprache", "zwischenerwerb"],
            "eigentuemerbrief",
        ),
        (
            ("sonstiges", "kann-will-nicht", "sanierungsbeduerftig"),
            "Die Eigentümerseite",
            ["eigentuemeransprache", "denkmalrecht", "enteignung"],
            "eigentuemerbrief",
        ),
        (
            ("bahnhof", "kann-will-nicht", "sanierungsbeduerftig"),
            "Die Eigentümerseite",
            ["eigentuemeransprache", "sanierungsgebiet", "denkmalrecht"],
            "eigentuemerbrief",
        ),
        (
            ("brache", "kann-will-nicht", "unbekannt"),
            "Die Eigentümerseite",
            ["eigentuemeransprache", "grundsteuer-c", "baugebot"],
            "eigentuemerbrief",
        ),
    ],
)
def test_some_buildings_get_what_an_official_would_say(answers, objekt, call, tools, letter):
    answer = answers.on(Objekt(*objekt))
    assert answer.anruf.wen == call
    assert [each.mittel.instrument for each in answer.mittel] == tools
    assert answer.brief.blatt == letter


def test_at_danger_the_first_call_and_the_first_instrument_keep_people_safe(every):
    for known in every:
        if known.objekt.zustand != "gefahr":
            continue
        call = known.antwort.anruf
        assert call.wen in SECURE, known.objekt
        assert "absperren" in call.sagen + call.grund, known.objekt
        assert known.tools[0] == "bauaufsicht", known.objekt


def test_only_at_danger_the_building_authority_is_an_answer(every):
    calm = [known for known in every if known.objekt.zustand != "gefahr"]
    assert not [known.objekt for known in calm if "bauaufsicht" in known.tools]


def test_whom_nobody_reaches_nobody_is_told_to_call(every):
    for known in every:
        if known.objekt.lage != "nicht-erreichbar":
            continue
        call = known.antwort.anruf
        assert "Eigentümerseite" not in f"{call.wen} {call.danach}", known.objekt
        assert not re.search("Sprechen Sie|anrufen und", known.texts), known.objekt
        assert "eigentuemeransprache" not in known.tools, known.objekt
        assert "eigentuemergespraech" not in known.sheets, known.objekt


def test_the_town_as_owner_is_not_asked_who_owns_it_nor_sent_to_talk_to_the_owner(every):
    for known in every:
        if known.objekt.lage != "kommune":
            continue
        assert not re.search("[Ww]em .*gehör|Eigentümerseite", known.texts), known.objekt
        assert not {"eigentuemeransprache", "herrenlose-grundstuecke"} & {*known.tools}
        assert "eigentuemergespraech" not in known.sheets, known.objekt


def test_where_nobody_acts_talk_comes_before_force(every):
    for known in every:
        if known.objekt.lage not in ("kann-will-nicht", "uneinig", "nicht-erreichbar"):
            continue
        danger = known.objekt.zustand == "gefahr"
        tools = known.tools[1:] if danger else known.tools
        talk = [place for place, slug in enumerate(tools) if slug in TALK]
        force = [place for place, slug in enumerate(tools) if slug in FORCE]
        if danger and known.objekt.lage == "nicht-erreichbar":
            assert not talk, known.objekt
        elif force:
            assert talk, known.objekt
            assert talk[0] < force[0], known.objekt


def test_who_is_willing_is_forced_to_nothing(every):
    """Denkmalrecht is there for its grants; at danger the authority that secures comes first."""
    for known in every:
        if known.objekt.lage not in ("will-und-kann", "will-kann-nicht", "kommune"):
            continue
        allowed = {"denkmalrecht"} if known.objekt.lage == "will-kann-nicht" else set()
        tools = known.tools[1:] if known.objekt.zustand == "gefahr" else known.tools
        assert not FORCE & {*tools} - allowed, known.objekt
        assert "denkmalrecht" not in tools[:-1], known.objekt


def test_means_against_decay_are_not_proposed_for_a_sound_building(every):
    decay = {"modernisierungsgebot", "rueckbaugebot", "ersatzvornahme", "enteignung"}
    sound = [each for each in every if each.objekt.zustand in ("nutzbar", "kleine-arbeiten")]
    assert not [known.objekt for known in sound if decay & {*known.tools}]
    unwilling = [each for each in sound if each.objekt.lage != "will-kann-nicht"]
    assert not [known.objekt for known in unwilling if "denkmalrecht" in known.tools]


def test_who_sells_a_dangerous_building_is_told_of_the_right_of_first_refusal(every):
    for known in every:
        selling = known.objekt.lage == "will-verkaufen" and known.objekt.zustand == "gefahr"
        if selling and known.objekt.gebaeude != "strasse-platz":
            assert "Vorkaufsrecht" in known.antwort.anruf.danach, known.objekt


def test_on_open_ground_nobody_is_asked_for_keys_and_rooms(every):
    for known in every:
        if known.objekt.gebaeude in OPEN_GROUND:
            words = "Gebäude|Räume|Schlüssel|einzieht"
            assert not re.search(words, known.antwort.anruf.sagen), known.objekt
            assert "zwischennutzung-pruefen" not in known.sheets, known.objekt
