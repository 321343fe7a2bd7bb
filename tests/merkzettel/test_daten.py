"""What the scripts of the basket are told: pages, and the facts of each case."""

from __future__ import annotations

import json
import shutil

import pytest
from beispiele import fall, projekt
from echtes_handbuch import ROOT

CASE, STEP = "bestpractice/laden-auf-zeit", "kompass/schritte/bestand-erfassen"
PAGES, FACTS = "_static/merkzettel/seiten.js", "_static/merkzettel/faelle/laden-auf-zeit.js"


@pytest.fixture
def website(build, tmp_path):
    """Return a function that builds a small website with the basket's page."""
    templates = tmp_path / "vorlagen"
    templates.mkdir()
    shutil.copyfile(ROOT / "_templates/html/merkzettel.html", templates / "merkzettel.html")
    (templates / "page.html").write_text("{% block regular_scripts %}{% endblock %}"
        "{% block htmltitle %}{% endblock %}{% block content %}{{ body }}{% endblock %}"
        "{% block site_meta %}{% endblock %}", encoding="utf-8")  # fmt: skip

    def run(**more):
        built = build(
            {**projekt(), **more.pop("files", {})},
            extensions=("kompasswerk.merkzettel",),
            templates_path=[str(templates)],
            **more,
        )
        assert built.warnings == ""
        return built.out

    return run


def pages(out):
    text = (out / PAGES).read_text(encoding="utf-8")
    return json.loads(text.removeprefix('"use strict";\n\nKompass.seiten = ').rstrip(";\n"))


def test_the_list_has_kind_title_sentence_and_address_in_the_order_of_a_book(website):
    found = pages(website())
    assert list(found) == [STEP, CASE]
    assert found[STEP] == [
        *("schritt", "Schritt 3: Bestand erfassen", "Sie wissen, was leer steht."),
        f"{STEP}.html",
    ]
    assert found[CASE] == [
        *("fall", "Laden auf Zeit", "Läden werden auf Zeit vermietet."),
        f"{CASE}.html",
    ]


def test_facts_say_what_the_fact_box_says_with_sources_and_links(website):
    text = (website() / FACTS).read_text(encoding="utf-8")
    before = f'Kompass.vergleich.nimm("{CASE}", '
    rows = {key: lines for key, _, *lines in json.loads(text.removeprefix(before).rstrip(");\n"))}
    first, second = (["[1]", f"{CASE}.html#quelle-q1"], ["[2]", f"{CASE}.html#quelle-q2"])
    assert rows["ort"] == [["Musterstadt"]]
    assert rows["einwohner"] == [["12.345 (Stand 31.\u00a0Dezember 2024)", first]]
    assert rows["groessenklasse"] == [["große Kleinstadt"]]
    assert rows["ansatz"] == [["Zwischennutzung"]]
    assert rows["zeitraum"] == [["seit 2020", first]]
    assert rows["kosten"] == [["44.649\u00a0Euro: halbe Stelle (Stand 2020)", second]]
    assert rows["wirkung"] == [
        ["leere Läden: vorher 20, nachher 15\u00a0Läden (Stand 2023)", second]
    ]
    assert rows["schritte"] == [[["Schritt 3: Bestand erfassen", f"{STEP}.html"]]]
    assert rows["einschaetzung"] == [
        ["Für kleine Städte gut geeignet."],
        [["Einschätzung der Redaktion", f"{CASE}.html#ubertragbarkeit"]],
    ]
    assert "foerderung" not in rows


def test_of_a_judgement_by_size_of_town_only_the_verdicts_are_compared(website):
    by_size = (
        "- **Kleine Kleinstadt (unter 10.000): nein.** Eine halbe Stelle ist zu viel.\n"
        "- **Kleine Mittelstadt: gut,** wenn es Vereine gibt.\n\n**Das braucht Ihre Stadt:** Geld."
    )
    case = fall("Laden auf Zeit").replace("Für kleine Städte gut geeignet.", by_size)
    text = (website(files={f"{CASE}.md": case}) / FACTS).read_text(encoding="utf-8")
    before = f'Kompass.vergleich.nimm("{CASE}", '
    *_, last = json.loads(text.removeprefix(before).rstrip(");\n"))
    assert last[1:4] == [
        *("Übertragbarkeit", ["Kleine Kleinstadt (unter 10.000): nein"]),
        ["Kleine Mittelstadt: gut"],
    ]


def test_two_processes_write_the_same_bytes_as_one(website):
    one = website()
    other = website(out="zwei", jobs=2)
    for name in (PAGES, FACTS, "merkzettel.html"):
        assert (one / name).read_bytes() == (other / name).read_bytes()


def test_a_change_gives_the_data_another_address_and_a_deleted_case_leaves_none(website, tmp_path):
    again = f"{CASE}-wieder"
    one = website(files={f"{again}.md": fall("Wieder")})
    before = (one / "merkzettel.html").read_text(encoding="utf-8")
    assert (one / "_static/merkzettel/faelle/laden-auf-zeit-wieder.js").is_file()
    (tmp_path / "projekt" / f"{again}.md").unlink()
    assert list(pages(website())) == [STEP, CASE]
    assert not (one / "_static/merkzettel/faelle/laden-auf-zeit-wieder.js").exists()
    assert (one / "merkzettel.html").read_text(encoding="utf-8") != before


def test_a_quotation_mark_in_a_title_does_not_end_the_script(website):
    assert pages(website(files={f"{CASE}.md": fall("""'Ein "Laden"'""")}))[CASE][1] == 'Ein "Laden"'
