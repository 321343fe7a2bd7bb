"""What the Selbstcheck proposes is what the workbook of the same town holds."""

from __future__ import annotations

from decimal import Decimal

import pytest
from kleines_handbuch import ROOT, case, handbook

from kompasswerk.formular.handbook import read_handbook
from kompasswerk.formular.profile import Profil
from kompasswerk.formular.selbstcheck import Vorschlaege, why_first
from kompasswerk.formular.selection import choose
from kompasswerk.reading.files import load_bestand

TOWNS = [
    Profil("Pößneck", "grosse-kleinstadt", lage=("problemhaus",), beginn=5, frage=8),
    Profil("Mühlhausen/Thüringen", "kleine-mittelstadt", lage=("ladenleerstand",)),
    Profil("Kahla", "kleine-kleinstadt", stunden=Decimal(3), beginn=1, frage=1),
    Profil("Jena", "grossstadt", stunden=Decimal("7.5"), lage=("wir-fangen-an",), beginn=8),
    Profil("Sebnitz", "kleine-kleinstadt", stunden=Decimal(39), lage=("problemhaus",), beginn=7),
]


@pytest.fixture(scope="module")
def real():
    pages = read_handbook(load_bestand(ROOT))
    return pages, Vorschlaege(pages)


def slugs(chosen):
    return [each.seite.slug for each in chosen]


@pytest.mark.parametrize("town", TOWNS, ids=lambda town: town.stadt)
def test_pages_and_reasons_are_those_of_the_workbook(real, town):
    pages, proposals = real
    found = proposals.on(town)
    own = next((place for place in found.statt if town.stadt.partition("/")[0] in place), "")
    cases = found.statt.get(own, found.faelle)
    groups = {each.titel: each.gewaehlt for each in choose(town, pages).gruppen}
    assert slugs(found.schritte) == slugs(groups["Schritte"])
    assert found.instrumente == groups["Instrumente"]
    assert cases == groups["Fälle aus anderen Städten"]
    assert found.blaetter == groups["Arbeitsblätter"] + groups["Briefe und Vorlagen"]


def test_a_town_with_a_case_of_its_own_gets_another_one_instead():
    pages = handbook(faelle=(case("gera"), case("jena"), case("apolda"), case("weida")))
    found = Vorschlaege(pages).on(Profil("", "grosse-kleinstadt"))
    assert slugs(found.faelle) == ["apolda", "gera", "jena"]
    assert slugs(found.statt["Gera"]) == ["apolda", "jena", "weida"]


def test_the_first_step_is_justified_by_the_question_or_by_the_town_itself():
    said = list(why_first(handbook()))
    assert len(said) == 15
    assert said[0] == "Hier beginnen Sie, wie von Ihnen gewählt."
    assert said[9] == "Hier beginnen Sie: Frage 9 im Selbstcheck."
