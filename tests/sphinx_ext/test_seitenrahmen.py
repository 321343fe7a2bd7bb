"""What stands around and in front of the text of a page on the website."""

from __future__ import annotations

import json
import re
from html import unescape
from urllib.parse import parse_qs, urlsplit

import pytest
from beispiele import fall, projekt
from docutils import nodes
from echtes_handbuch import ROOT

from kompasswerk.sphinx_ext.rahmen import in_order
from kompasswerk.sphinx_ext.source import domain_of
from kompasswerk.sphinx_ext.werkzeuge import mail

CASE, STEP = "bestpractice/laden-auf-zeit", "kompass/schritte/bestand-erfassen"
SHEET = """---
art: arbeitsblatt
titel: Rundgang
kurz: Zählen Sie.
nummer: 2
schritt: bestand-erfassen
freigabe: entwurf
stand: 2026-11-22
---

:::{feld} stadt
:label: Stadt
:::
"""
PILOT = """---
art: pilot
titel: Bank
kurz: Eine Bank.
ag: wulis
platz: 1
status:
  - {stufe: umsetzung, text: Läuft., stand: 2026-05}
standorte:
  - {ort: Gotha, termin: Mai 2026}
freigabe: entwurf
stand: 2026-11-22
---

## Projektinhalt
"""
START = """# Probe

Ein Satz.

:::{suchfeld}
:::

:::{seitenkarten}
:als: tueren
bestpractice/umbau
bestpractice/umba
:::

:::{weg}
:::

:::{neueste}
:anzahl: 2
:::
"""


@pytest.fixture
def site(build):
    """Return a function that builds a project with the look of the handbook."""

    def run(files=(), **settings):
        pages = {
            **projekt(),
            "bestpractice/umbau.md": fall("Umbau").replace("ort: Musterstadt", "ort: Anderswo"),
            "kompass/schritte/auftrag.md": "---\nart: schritt\ntitel: Auftrag\nnummer: 1\n"
            "ziel: Ein Beschluss\nfreigabe: entwurf\nstand: 2026-11-22\n---\n",
            "kompass/arbeitsblaetter/rundgang.md": SHEET,
            **dict(files),
        }
        look = {"html_theme": "furo", "templates_path": [str(ROOT / "_templates/html")]}
        return build(pages, extensions=("kompasswerk.suche",), **look, **settings)

    return run


def part(html: str, begin: str, end: str) -> str:
    """Return what readers read between two pieces of HTML, with single blanks."""
    piece = html[html.index(begin) :]
    text = re.sub(r"<[^>]+>", " ", piece[: piece.index(end)])
    return " ".join(unescape(text).split())


def test_a_case_leads_to_its_neighbours_by_title_and_says_where_it_stands(site):
    html = site().html(CASE)
    text = part(html, '<nav class="blaettern"', "</nav>")
    assert text == "1 von 2 Alle Fälle Nächster Fall → Umbau"


def test_pages_of_a_kind_stand_in_the_order_of_their_numbers_then_of_german_titles(build):
    pages = {"ae": "Ärzte", "z": "Zelt", "b": "Bahn"}
    files = {f"bestpractice/{name}.md": fall(title) for name, title in pages.items()}
    env = build({"index.md": "# Probe\n", **files}).app.env
    order = [name.rpartition("/")[2] for name in in_order(domain_of(env), "fall")]
    assert order == ["ae", "b", "z"]


def test_a_step_shows_the_way_its_result_and_its_sheets(site):
    html = site().html(STEP)
    assert part(html, '<nav class="schrittweg"', "</nav>") == (
        "Schritt 3 von 3 1 Auftrag 3 Bestand erfassen"
    )
    assert html.count('aria-current="step"') == 1
    box = part(html, '<dl class="steckbrief">', "</dl>")
    assert box.startswith("Ziel Eine Liste Arbeitsblätter Blatt 2: Rundgang")


def test_a_case_shows_similar_cases_with_the_reason(site):
    text = part(site().html(CASE), '<section class="aehnlich"', "</section>")
    assert text == (
        "Ähnliche Fälle Umbau Anderswo, Thüringen "
        "Ähnlich: Zwischennutzung, 12.345 Einwohner, Ladenlokal, Thüringen."
    )


def test_an_effect_is_drawn_before_the_fact_box_with_bars_to_scale(site):
    html = site().html(CASE)
    drawn = html[html.index("bild-wirkung") : html.index('<dl class="steckbrief">')]
    assert re.findall(r'<rect width="([\d.]+)%"', drawn) == ["100.0", "75.0"]
    words = " ".join(unescape(re.sub(r"<[^>]+>", " ", drawn)).split())
    assert "vorher 20 nachher 15 Läden Leere Läden (Stand 2023)" in words
    assert "leere Läden" not in html[html.index('<dl class="steckbrief">') :]


def test_a_pilot_shows_how_far_it_is_and_where(site):
    html = site({"pilots/bank.md": PILOT}).html("pilots/bank")
    stages = re.findall(r'<li class="(vorbei|jetzt|kommt)">', html)
    assert stages == ["vorbei", "vorbei", "vorbei", "jetzt", "kommt"]
    assert part(html, "bild-status", "</ul>").endswith(
        "Läuft. (Stand Mai 2026) Standorte Gotha Mai 2026"
    )


def test_files_are_offered_where_the_build_has_made_them(site, tmp_path):
    listing = tmp_path / "dateien.json"
    listing.write_text(json.dumps({CASE: {"docx": 17_249, "pdf": 92_480}}), encoding="utf-8")
    html = site(kompass_dateien=str(listing)).html(CASE)
    assert 'href="../dateien/bestpractice/laden-auf-zeit.docx" download' in html
    assert "Word (17 kB) PDF (92 kB)" in part(html, 'class="seitenwerkzeuge"', "<button")
    assert "dateien/" not in site().html(STEP)


def test_an_error_is_reported_by_a_mail_that_names_the_page(site):
    context = {"kompass_fehler_an": "hinweise@example.org"}
    html = site(html_context=context, html_baseurl="https://example.org/k").html(CASE)
    target = urlsplit(unescape(re.search(r'href="(mailto:[^"]+)"', html)[1]))
    said = parse_qs(target.query)
    assert target.path == "hinweise@example.org"
    assert said["subject"] == ["Hinweis zur Seite „Laden auf Zeit“"]
    assert (
        "Laden auf Zeit\r\nhttps://example.org/k/bestpractice/laden-auf-zeit.html"
        in (said["body"][0])
    )
    assert 'data-adresse="https://example.org/k/bestpractice/laden-auf-zeit.html"' in html


def test_without_an_address_for_mails_the_page_names_who_to_tell(site):
    html = site().html(CASE)
    assert "mailto:" not in html
    assert "Geschäftsstelle des Bündnisses" in part(html, 'class="seitenende"', "</div>")


def test_a_mail_holds_nothing_that_ends_its_address_early():
    assert (
        mail("a@b.de", "A & B?", "#1\r\n") == "mailto:a@b.de?subject=A%20%26%20B%3F&body=%231%0D%0A"
    )
    assert mail("", "A", "B") == ""


def test_scripts_of_forms_come_only_to_pages_with_a_form(site):
    files = {"formular": ["formular.js", "formular.css"], "start": ["start.css"]}
    built = site(kompass_nur_wo=files)
    wanted = {"kompass/arbeitsblaetter/rundgang": {"formular.js", "formular.css"}}
    wanted |= {"index": {"start.css"}, CASE: set()}
    for name, expected in wanted.items():
        html = built.html(name)
        found = {each for each in ("formular.js", "formular.css", "start.css") if each in html}
        assert found == expected, name
        assert "sphinx-design" not in html


def test_catalogue_and_map_bring_their_own_files(site):
    files = {"katalog": ["katalog.js"], "karte": ["fallkarte.css"]}
    page = "# Fälle\n\n:::{{katalog}}\n:als: {}\n:::\n"
    built = site({"bestpractice/index.md": page.format("facetten")}, kompass_nur_wo=files)
    assert {"katalog.js", "fallkarte.css"} <= set(
        re.findall(r"[a-z]+\.(?:js|css)", built.html("bestpractice/index"))
    )
    assert "katalog.js" not in built.html(CASE)
    plain = site({"bestpractice/index.md": page.format("tabelle")}, kompass_nur_wo=files)
    assert "katalog.js" not in plain.html("bestpractice/index")


def test_the_start_page_is_made_from_its_pages(site):
    built = site({"index.md": START})
    document = built.doctree("index")
    (way,) = document.findall(nodes.enumerated_list)
    assert [[p.astext() for p in item.children] for item in way.children] == [
        ["Auftrag", "Ein Beschluss"],
        ["Bestand erfassen", "Eine Liste"],
    ]
    html = built.html("index")
    assert part(html, '<div class="tueren karten">', "</div>") == (
        "Umbau Läden werden auf Zeit vermietet."
    )
    assert html.count('role="search"') == 2
    newest = part(html, '<div class="neueste karten">', "</div>")
    assert newest.startswith("Laden auf Zeit Musterstadt, Thüringen")
    assert newest.endswith("Stand: 22. November 2026")
    assert "Die Seite „bestpractice/umba“ gibt es nicht. Ähnlich heißen: bestpractice/umbau" in (
        built.warnings
    )


def test_a_preview_holds_every_term_by_its_anchor(site):
    glossary = (
        "---\nart: glossar\ntitel: Glossar\nbegriffe:\n"
        "  - {begriff: Bau-Turbo, definition: 'Regel „bis 2030“.'}\n"
        "freigabe: entwurf\nstand: 2026-11-22\n---\n\n:::{begriffe}\n:::\n"
    )
    built = site({"kompass/glossar.md": glossary})
    script = (built.out / "_static/begriffe.js").read_text(encoding="utf-8")
    assert script == (
        "globalThis.Kompass ??= {};\n"
        'Kompass.begriffe = {"term-Bau-Turbo":["Bau-Turbo","Regel „bis 2030“."]};\n'
    )
    assert re.search(r'data-begriffe="\.\./_static/begriffe\.js\?v=[0-9a-f]{8}"', built.html(CASE))
