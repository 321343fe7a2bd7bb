"""How pages become HTML that everyone can use, in German, with the look of the tokens."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from beispiele import fall, projekt

from kompasswerk.model.gestaltung import Gestaltung
from kompasswerk.sphinx_ext.gestaltung import stylesheet
from kompasswerk.sphinx_ext.navigation import View, parts, state

GESTALTUNG = Gestaltung(
    farben={"text": "#111111", "haupt_dunkel": "#222222"},
    schrift={"web": '"Segoe UI", sans-serif'},
    groessen={"text": 10.0, "h1": 22.0},
    abstaende={"absatz": 3.0},
)
LIGHT = """\
/* Aus gestaltung.yaml erzeugt; Änderungen bitte dort. */
body {
  --farbe-text: #111111;
  --farbe-haupt-dunkel: #222222;
  --schrift-web: "Segoe UI", sans-serif;
  --groesse-text: 1.000rem;
  --groesse-h1: 2.200rem;
  --abstand-absatz: 0.850rem;
}
"""
TABLE = "| Kopf | Zahl |\n|---|---|\n| a | 1 |\n"


@pytest.fixture
def page(build):
    """Return a function that shows some Markdown as HTML."""

    def show(text: str) -> str:
        built = build({**projekt(), "text.md": f"# Titel\n\n## Abschnitt\n\n{text}\n"})
        return built.html("text")

    return show


def test_tokens_become_variables_relative_to_the_size_of_text():
    assert stylesheet(GESTALTUNG) == LIGHT


def test_the_dark_screen_follows_reader_and_system_but_never_paper():
    css = stylesheet(replace(GESTALTUNG, farben_dunkel={"text": "#eeeeee"}))
    dark = css.removeprefix(LIGHT)
    assert dark.startswith("@media not print {")
    assert dark.count("--farbe-text: #eeeeee;") == 2
    assert 'body[data-theme="dark"] {' in dark
    assert 'body:not([data-theme="light"]) {' in dark


def test_the_stylesheet_of_a_project_lies_beside_its_pages(build, tmp_path):
    tokens = "farben: {text: '#123456'}\nschrift: {}\ngroessen: {text: 10}\nabstaende: {}\n"
    named = {"kompass_gestaltung": "_templates/gestaltung.yaml"}
    built = build({**projekt(), "_templates/gestaltung.yaml": tokens}, **named)
    css = (built.out / "_static/gestaltung.css").read_text(encoding="utf-8")
    assert "--farbe-text: #123456;" in css
    assert "_static/gestaltung.css" in built.html("index")


def test_a_table_stands_in_a_frame_that_names_it_and_can_be_reached(page):
    html = page(TABLE)
    frame = re.search(r'<div aria-label="([^"]+)" class="table-wrapper[^>]*>', html)
    assert frame
    assert frame[1] == "Tabelle 1: Abschnitt"
    assert 'tabindex="0"' in frame[0]


def test_the_heading_nearest_to_a_table_names_its_frame(page):
    html = page(
        f"{TABLE}\n:::{{rubric}} Näher\n:::\n\n{TABLE}\n:::{{table}} Unterschrift\n\n{TABLE}:::"
    )
    assert re.findall(r'aria-label="(Tabelle [^"]+)"', html) == [
        "Tabelle 1: Abschnitt",
        "Tabelle 2: Näher",
        "Tabelle 3: Unterschrift",
    ]


def test_the_name_of_a_table_is_no_second_id(page):
    assert page(f":::{{table}} Unterschrift\n:name: meine\n\n{TABLE}:::").count('id="meine"') == 1


def test_headers_of_tables_say_what_they_head(page, build):
    assert '<th scope="col" class="head">' in page(TABLE)
    catalogue = build(projekt()).html("bestpractice/index")
    assert '<th scope="row" class="stub">' in catalogue


def test_cells_of_the_catalogue_know_their_column_and_plain_tables_are_left_alone(page, build):
    assert '<td data-spalte="Größenklasse">' in build(projekt()).html("bestpractice/index")
    assert "data-spalte" not in page(TABLE)


def test_tick_boxes_are_text_and_a_done_item_says_so(page):
    html = page("- [ ] offen\n- [x] fertig")
    assert "<input" not in html[html.index("Abschnitt") : html.index("fertig")]
    assert html.count('class="kaestchen" aria-hidden="true"') == 1
    assert html.count('aria-label="erledigt:"') == 1


def test_code_can_be_scrolled_by_keyboard(page):
    assert '<pre tabindex="0">' in page("```python\nx = 1\n```")


def test_captions_of_contents_have_a_level(build):
    assert 'role="heading" aria-level="2"' in build(projekt()).html("index")


@pytest.mark.parametrize(
    ("text", "german"),
    [
        (":::{note}\nAchtung\n:::", '<p class="admonition-title">Hinweis</p>'),
        ("Text", 'title="Link zu diesem Abschnitt"'),
        (":::{versionadded} 2\n:::", "Neu seit Ausgabe 2"),
        (":::{tip}\nSo\n:::", '<p class="admonition-title">Tipp</p>'),
    ],
)
def test_words_that_sphinx_lacks_are_german(page, text, german):
    assert german in page(text)


def test_the_browser_gets_plural_forms_that_work(build):
    words = (build(projekt()).out / "_static/translations.js").read_text(encoding="utf-8")
    assert "PLURAL_EXPR: (n) => (n !== 1 ? 1 : 0)" in words


def test_the_navigation_shows_chapters_and_leaves_cases_to_the_catalogue(build):
    env = build({**projekt(), "bestpractice/zwei.md": fall("Zwei")}).app.env
    [part] = parts(View(env, "index", str, frozenset({"index"})))
    assert part.caption == "Alles"
    assert [(c.docname, c.children) for c in part.chapters] == [
        ("bestpractice/index", ()),
        ("kompass/schritte/bestand-erfassen", ()),
    ]


def test_the_page_itself_and_the_chapters_above_it_are_marked(build):
    env = build(projekt()).app.env
    path = frozenset({"bestpractice/index", "index"})
    [part] = parts(View(env, "bestpractice/index", str, path))
    assert [(c.active, c.open) for c in part.chapters] == [(True, True), (False, False)]


def test_a_page_shows_its_kind_approval_and_date(build):
    env = build(projekt()).app.env
    assert state(env, "bestpractice/laden-auf-zeit") == {
        "typ": "fall",
        "art": "Fall",
        "schluessel": "entwurf",
        "freigabe": "Entwurf",
        "stand": "22.\u00a0November 2026",
    }
    assert state(env, "index") == {}
