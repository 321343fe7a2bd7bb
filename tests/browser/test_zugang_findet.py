"""The checks of access find what is wrong: a page with one mistake of each kind."""

from __future__ import annotations

import json

import pytest

from messungen.zugang.axe import run_axe
from messungen.zugang.checks import check_page
from messungen.zugang.german import check_german
from messungen.zugang.keyboard import walk
from messungen.zugang.lighthouse import Scores, check_scores, read_report
from messungen.zugang.opening import opened_page
from messungen.zugang.pages import PageType
from messungen.zugang.serving import served
from messungen.zugang.weight import Weight, check_weight, weigh

pytestmark = pytest.mark.xdist_group("browser")

WRONG = """<!doctype html><html lang="en"><head><title>Probe</title><style>
.fest { height: 1.2em; overflow: hidden; width: 9em }
.breit { width: 900px }
.unruhig { transition: color 1s }
.blind:focus { outline: none }
.kopf { position: fixed; inset: 0 0 auto 0; height: 60px; background: white }
.winzig a { display: inline-block; width: 9px; height: 9px; overflow: clip }
</style></head><body>
<a class="blind" href="#a">Erster</a>
<main role="main"><h1>Eins</h1><h3>Drei</h3>
<p class="fest">Ein Satz, der in zwei Wörtern passt</p>
<p class="breit">Breit</p><p class="unruhig">Unruhig</p>
<details><summary>Mehr</summary><p class="zu">Zugeklappt</p></details>
<button aria-label="Close menu"></button>
<p class="winzig"><a href="#b">.</a><a href="#c">.</a></p>
</main><nav><a href="#n">Nirgends</a></nav>
<div class="kopf">Kopf</div><style>@media print { .zu { display: none } }</style>
<script src="_static/klein.js"></script>
</body></html>"""


@pytest.fixture(scope="module")
def wrong(tmp_path_factory):
    """Return the folder of a website with one page."""
    folder = tmp_path_factory.mktemp("falsch")
    (folder / "index.html").write_text(WRONG, encoding="utf-8")
    (folder / "_static").mkdir()
    script = 'const mehr = _("Load more"); const weiter = _("Next topic");'
    (folder / "_static/klein.js").write_text(script, encoding="utf-8")
    translated = 'addTranslations({ messages: {\n "Next topic": "Weiter",\n } });'
    (folder / "_static/translations.js").write_text(translated, encoding="utf-8")
    return folder


@pytest.fixture
def opened(browser, wrong):
    with opened_page(browser, f"file://{wrong}", PageType("Probe", "index.html")) as page:
        yield page


def found(findings, rule):
    return [each.place for each in findings if each.rule == rule]


def test_axe_is_asked_for_the_size_of_targets_and_for_best_practice(opened):
    rules = {each.rule for each in run_axe(opened, "Probe")}
    assert {"axe target-size", "axe heading-order"} <= rules


def test_each_mistake_of_the_page_is_named(opened):
    findings = check_page(opened, "Probe")
    assert found(findings, "Gliederung") == ["html ohne lang=de", "Ebene übersprungen: Drei"]
    assert found(findings, "Bereiche") == ["Navigation ohne Namen", "0 Füße"]
    assert found(findings, "Bewegung") == ['<p class="unruhig"></p>']
    assert found(findings, "Druck") == ['<p class="zu"></p>']
    assert '<p class="fest"></p>' in found(findings, "Textabstand")
    narrow = [each for each in findings if each.rule == "Breite"]
    assert {each.page for each in narrow} == {"Probe (390 px)", "Probe (320 px)"}


def test_a_walk_by_keyboard_sees_a_missing_skip_link_and_hidden_focus(opened):
    findings = list(walk(opened, "Probe"))
    assert len(found(findings, "Sprunglink")) == 1
    assert found(findings, "Fokus unsichtbar") == ['<a class="blind" href="#a"></a>']
    assert found(findings, "Fokus verdeckt") == ['<a class="blind" href="#a"></a>']
    assert found(findings, "Tastatur") == []


def test_what_is_higher_than_the_window_is_not_hidden_while_a_part_is_seen(browser, tmp_path):
    head = '<div style="position: fixed; inset: 0 0 auto 0; height: 60px; background: white"></div>'
    high = '<p tabindex="0" style="height: 9000px; margin-top: 70px">Hoch</p>'
    (tmp_path / "hoch.html").write_text(f"<h1>Hoch</h1>{high}{head}", encoding="utf-8")
    with opened_page(browser, f"file://{tmp_path}", PageType("Hoch", "hoch.html")) as page:
        assert found(walk(page, "Hoch"), "Fokus verdeckt") == []


def test_a_page_that_keeps_the_focus_is_a_trap(browser, tmp_path):
    keep = "onkeydown=\"if (event.key === 'Tab') { event.preventDefault(); neu() }\""
    text = f"""<h1>Falle</h1><div {keep}><button>Auf</button></div><script>
    const neu = () => {{ const knopf = document.createElement("button");
      document.querySelector("div").replaceChildren(knopf); knopf.focus(); }}</script>"""
    (tmp_path / "falle.html").write_text(text, encoding="utf-8")
    with opened_page(browser, f"file://{tmp_path}", PageType("Falle", "falle.html")) as page:
        assert len(found(walk(page, "Falle"), "Tastaturfalle")) == 1


def test_english_is_found_in_names_of_controls_and_in_scripts(wrong):
    findings = check_german(wrong)
    assert [(each.page, each.place) for each in findings] == [
        ("index.html", "Close menu"),
        ("_static/klein.js", "Load more"),
    ]


def test_the_server_shows_the_page_of_the_website_for_what_is_missing(browser, tmp_path):
    (tmp_path / "404.html").write_text("<h1>Gibt es nicht</h1>", encoding="utf-8")
    with served(tmp_path) as home, browser.new_context() as context:
        page = context.new_page()
        answer = page.goto(f"{home}/gibt/es/nicht.html")
        assert answer.status == 404
        assert page.locator("h1").text_content() == "Gibt es nicht"


def test_a_page_weighs_what_travels_and_too_much_is_a_finding(browser, wrong):
    with served(wrong) as home:
        weight = weigh(browser, home, wrong, "index.html")
    assert 0.5 < weight.kilobytes < 1.5
    assert weight.requests in {2, 3}  # page, script, and the sign that browsers ask for
    assert list(check_weight(Weight(120.0, 300.0, 20), "Probe")) == []
    assert [each.place for each in check_weight(Weight(120.6, 0.0, 20), "Probe")] == [
        "121 kB gz, erlaubt sind 120"
    ]


REPORT = """{"categories": {
  "performance": {"score": 0.994, "auditRefs": [{"id": "lcp", "weight": 25}]},
  "accessibility": {"score": 1, "auditRefs": []},
  "best-practices": {"score": 1, "auditRefs": []},
  "seo": {"score": 0.9, "auditRefs": [{"id": "meta", "weight": 1}, {"id": "gut", "weight": 1}]}},
 "audits": {"lcp": {"score": 0.95, "title": "Größtes Element", "displayValue": "2 s"},
  "meta": {"score": 0, "title": "Beschreibung fehlt"}, "gut": {"score": 1, "title": "Gut"}}}"""


def test_what_takes_points_off_in_lighthouse_is_the_remedy():
    scores = read_report(json.loads(REPORT))
    assert scores == Scores((99, 100, 100, 90), ("seo: Beschreibung fehlt",))
    assert [str(each) for each in check_scores(scores, "Start (Telefon)")] == [
        "Start (Telefon): Lighthouse: seo 90, verlangt sind 98. Abhilfe: seo: Beschreibung fehlt"
    ]
