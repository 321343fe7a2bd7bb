"""Facets: what pages hold, how values are called and ordered, and who gets to filter."""

from __future__ import annotations

import json
import re

import pytest
from docutils import nodes
from katalogfaelle import pages

from kompasswerk.sphinx_ext.geldgeber import levels_of

CATALOGUE = "bestpractice/index"


@pytest.fixture
def built(build):
    return build(pages())


def data(html: str) -> dict:
    found = re.search(r'<script type="application/json" class="katalog-daten">(.+?)</script>', html)
    assert found
    return json.loads(found[1])


def offered(html: str, key: str) -> list[tuple[str, int]]:
    """Return the values of a facet as readers see them, with their numbers."""
    found = re.search(rf'<div class="facette" data-facette="{key}">(.+?)</fieldset>', html)
    assert found
    names = re.findall(r'<span class="wort">(.+?)</span>', found[1])
    return list(zip(names, map(int, re.findall(r'"anzahl">(\d+)<', found[1])), strict=True))


@pytest.mark.parametrize(
    ("key", "values"),
    [
        ("gebaeudetyp", [("Ladenlokal", 2), ("Wohn- und Geschäftshaus", 3), ("Bahnhof", 1)]),
        ("groessenklasse",
         [("große Kleinstadt", 2), ("kleine Mittelstadt", 2), ("nicht belegt", 1)]),
        ("land", [("Brandenburg", 1), ("Hessen", 1), ("Sachsen-Anhalt", 1), ("Thüringen", 2)]),
        ("beginn", [("2020 bis 2024", 1), ("2015 bis 2019", 1), ("2010 bis 2014", 1),
                    ("2005 bis 2009", 1), ("nicht belegt", 1)]),
        ("foerderung", [("keine genannt", 5)]),
        ("schritte", [("3. Bestand erfassen", 5)]),
    ],
)  # fmt: skip
def test_a_facet_offers_what_pages_hold_in_the_order_of_its_list(built, key, values):
    assert offered(built.html(CATALOGUE), key) == values


def test_browsers_get_the_pages_of_every_value_and_every_order(built):
    found = data(built.html(CATALOGUE))
    # By title: Ärztehaus, Bibliothek, Läden, Markt, Offene Tür.
    assert found["seiten"] == [f"bestpractice/fall-{number}" for number in range(1, 6)]
    assert found["facetten"]["gebaeudetyp"] == {
        "ladenlokal": [2, 3],
        "wohnhaus": [0, 3, 4],
        "bahnhof": [1],
    }
    # Altena, Luckenwalde, Pößneck, Weida, Zeitz.
    assert found["sortierungen"]["ort"] == [2, 1, 3, 4, 0]


def test_every_view_of_a_catalogue_names_its_pages(built):
    html = built.html(CATALOGUE)
    assert re.findall(r'<article class="karte" data-seite="bestpractice/fall-(\d)"', html) == [
        *"12345"
    ]
    assert re.findall(r'<tr data-seite="bestpractice/fall-(\d)"', html) == [*"12345"]
    assert 'href="#katalog-fall-matrix">' in html


def test_other_formats_than_the_website_get_the_table_alone(build):
    doctree = build(pages(), "dummy").doctree(CATALOGUE)
    cases, matrix = doctree.findall(nodes.table)
    assert [row[0].astext() for row in cases.findall(nodes.row)] == [
        "Fall", "Ärztehaus", "Bibliothek der Bücher", "Läden auf Zeit", "Markt der Ideen",
        "Offene Tür",
    ]  # fmt: skip
    assert "matrix" in matrix["classes"]


def test_a_name_of_a_value_cannot_break_out_of_the_page(build):
    files = pages()
    name = "bestpractice/fall-1.md"
    files[name] = files[name].replace("land: Sachsen-Anhalt", "land: '</script><b>&\"'")
    html = build(files).html(CATALOGUE)
    assert data(html)["facetten"]["land"]['</script><b>&"'] == [0]
    assert "</script><b>" not in html


@pytest.mark.parametrize(
    ("name", "levels"),
    [
        ("Bundesprogramm Zukunftsfähige Innenstädte und Zentren", ("bund",)),
        ("Freistaat Thüringen, Ministerium für Infrastruktur", ("land",)),
        ("Städtebauförderung (60 Prozent)", ("bund", "land")),
        ("Experimentelle Städtebauförderung des TMIL (Freistaat Thüringen)", ("land",)),
        ("LEADER Aktionsgruppe Saalfeld-Rudolstadt", ("eu",)),
        ("Freistaat Thüringen (TMIL) aus EFRE-Mitteln", ("land", "eu")),
        ("Deutsche Bundesstiftung Umwelt (Modellobjekt)", ("andere",)),
        ("Landkreis Gotha", ("andere",)),
        ("Bayerische Landesstiftung", ("andere",)),
        ("Umweltministerium des Saarlandes, Abrissprogramm", ("land",)),
    ],
)
def test_the_name_of_a_funding_tells_who_pays(name, levels):
    assert levels_of([name]) == levels


def test_funding_without_a_name_that_tells_a_level_counts_once_as_another():
    assert levels_of(["Sto-Stiftung", "Landkreis Gotha", "LEADER"]) == ("andere", "eu")
    assert levels_of([]) == ()
