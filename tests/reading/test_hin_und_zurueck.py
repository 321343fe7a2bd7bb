"""A page written and read again is the same page."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st
from page_strategies import VOCABULARY, pages

from kompasswerk.model.arten import ARTEN
from kompasswerk.model.records import Einwohner, Kosten, Quelle, Zeitraum
from kompasswerk.model.seiten import Arbeitsblatt, Fall
from kompasswerk.reading.dump import dump_page
from kompasswerk.reading.files import load_bestand
from kompasswerk.reading.pages import parse_page

ROOT = Path(__file__).parents[2]
FALL = Fall(
    slug="a",
    path="bestpractice/a.md",
    titel="Laden: auf Zeit",
    kurz="Kurz.",
    teaser="It's ja",
    ort="Jena",
    land="Thüringen",
    einwohner=Einwohner(wert=12000, stand="2024", quelle="q1"),
    ansatz=("zwischennutzung", "no"),
    gebaeudetyp=("ladenlokal",),
    akteure=("kommune",),
    zeitraum=Zeitraum(beginn=2020),
    kosten=(Kosten(wert=Decimal("12.125"), was="Miete, Strom"), Kosten(wert=5, was="Rest")),
    beleg="hoch",
    freigabe="entwurf",
    stand="2026-11-22",
    quellen=(Quelle(kennung="q1", titel="2024", herausgeber="Stadt", url="https://a.example"),),
)


@pytest.mark.parametrize("art", ARTEN.values(), ids=lambda art: art.key)
@given(data=st.data())
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
def test_dump_then_load_is_identity_for_every_kind(art, data):
    page = data.draw(pages(art))
    loaded = parse_page(dump_page(page), page.path, page.slug, VOCABULARY)
    assert loaded.findings == ()
    assert loaded.page == page


def test_every_page_of_the_handbook_survives_dump_and_load():
    loaded = load_bestand(ROOT)
    for page in loaded.bestand.seiten:
        again = parse_page(dump_page(page), page.path, page.slug, loaded.vocabulary)
        assert again.page == page


def test_the_front_matter_looks_as_an_editor_would_write_it():
    assert dump_page(FALL) == (
        "---\n"
        "art: fall\n"
        "titel: 'Laden: auf Zeit'\n"
        "kurz: Kurz.\n"
        "teaser: 'It''s ja'\n"
        "ort: Jena\n"
        "land: Thüringen\n"
        "einwohner: {wert: 12000, stand: 2024, quelle: q1}\n"
        "ansatz: [zwischennutzung, 'no']\n"
        "gebaeudetyp: [ladenlokal]\n"
        "akteure: [kommune]\n"
        "zeitraum: {beginn: 2020}\n"
        "kosten:\n"
        "  - {wert: 12.1250, was: 'Miete, Strom'}\n"
        "  - {wert: 5, was: Rest}\n"
        "beleg: hoch\n"
        "freigabe: entwurf\n"
        "stand: 2026-11-22\n"
        "quellen:\n"
        "  q1: {titel: '2024', herausgeber: Stadt, url: 'https://a.example'}\n"
        "---\n"
    )


def test_values_equal_to_the_default_are_left_out():
    page = Arbeitsblatt(
        slug="a",
        path="kompass/arbeitsblaetter/a.md",
        titel="A",
        freigabe="entwurf",
        stand="2026-11-22",
        nummer=1,
        schritt="x",
        teilen="nein",
    )
    assert "teilen" not in dump_page(page)
