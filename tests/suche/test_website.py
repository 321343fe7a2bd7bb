"""What of a page can be found, and that the index is never stale."""

from __future__ import annotations

import json

import pytest
from beispiele import fall, projekt

from kompasswerk.suche.abschnitte import Abschnitt, Feld
from kompasswerk.suche.sprache import cut
from kompasswerk.suche.woerter import Suchwoerter, read_suchwoerter

GLOSSAR = """\
---
art: glossar
titel: Glossar
freigabe: entwurf
stand: 2026-11-22
begriffe:
  - {begriff: Problemimmobilie, definition: Ein Haus verfällt., synonyme: [Schrottimmobilie]}
---

:::{begriffe}
:::
"""
INDEX = "_static/suche/verzeichnis.js"


@pytest.fixture
def site(build):
    """Return a function that builds a project with the search."""

    def run(files, **settings):
        return build(files, extensions=("kompasswerk.suche",), **settings)

    return run


def data(built) -> dict:
    text = (built.out / INDEX).read_text(encoding="utf-8")
    return json.loads(text.removeprefix("KompassSuche.lade(").removesuffix(");\n"))


def sections(built, docname) -> tuple[Abschnitt, ...]:
    return built.app.env.domains["suche"].data["abschnitte"][docname]


def test_a_case_is_found_by_title_lead_facts_and_sections(site):
    top, first, *_ = sections(site(projekt()), "bestpractice/laden-auf-zeit")
    texts = dict(top.texte)
    assert texts[Feld.TITEL] == cut("Laden auf Zeit")
    assert texts[Feld.LEITSATZ] == cut("Läden werden auf Zeit vermietet.")
    assert texts[Feld.FAKTEN].startswith("Musterstadt · Thüringen")
    assert "Entwurf" not in texts[Feld.FAKTEN]
    assert first == Abschnitt(
        "ausgangslage",
        ((Feld.UEBERSCHRIFT, "Ausgangslage"), (Feld.TEXT, cut("Viele Läden standen leer."))),
    )


def test_sources_are_not_found(site):
    built = site(projekt())
    assert "Bericht" not in str(sections(built, "bestpractice/laden-auf-zeit"))
    assert "\nBericht" not in data(built)["formen"]


def test_between_sources_no_comma_is_left(site):
    text = fall() + "\n## Ergebnis\n\nZehn Läden sind voll. {quelle}`q1,q1,q1`\n"
    built = site(projekt() | {"bestpractice/laden-auf-zeit.md": text})
    *_, result, _ = sections(built, "bestpractice/laden-auf-zeit")
    assert result.texte[-1] == (Feld.TEXT, cut("Zehn Läden sind voll."))


def test_a_link_is_found_by_the_title_it_shows_even_after_that_has_changed(site):
    site(projekt())
    built = site({"bestpractice/laden-auf-zeit.md": fall("Werkstatt am Markt")})
    assert "Werkstatt" in data(built)["formen"]
    assert "\ue000" not in data(built)["formen"]
    assert data(built) == data(site({}, out="neu"))


def test_a_term_is_found_at_its_own_place_with_its_synonyms(site):
    built = site(projekt() | {"glossar.md": GLOSSAR})
    index = data(built)
    place = index["seiten"].index(["glossar.html", "begriff", ""])
    assert index["anker"][place] == ["term-Problemimmobilie"]
    assert index["synonyme"] == {
        "problemimmobili": ["schrottimmobili"],
        "schrottimmobili": ["problemimmobili"],
    }


def test_sphinx_makes_no_index_and_the_page_is_ours(site):
    built = site(projekt())
    assert not (built.out / "searchindex.js").exists()
    assert (built.out / "search.html").exists()
    assert (built.out / "_static/suche/german-stemmer.js").exists()


def test_other_builders_get_no_search(site):
    assert not (site(projekt(), builder="dummy").out / "_static").exists()


def test_an_edit_and_a_deleted_page_give_the_index_of_a_full_build(site, tmp_path):
    site(projekt() | {"bestpractice/zwei.md": fall("Zwei Höfe")})
    (tmp_path / "projekt/bestpractice/zwei.md").unlink()
    built = site({"bestpractice/laden-auf-zeit.md": fall().replace("Fünf", "Sechs")})
    full = site({}, out="neu", jobs=2)
    assert (built.out / INDEX).read_bytes() == (full.out / INDEX).read_bytes()
    assert built.html("search") == full.html("search")
    assert "Höfe" not in data(built)["formen"]


def test_a_new_everyday_word_makes_a_new_index(site):
    site(projekt() | {"kompass/suchwoerter.yaml": "alltag: {Shop: [Laden]}\n"})
    built = site({"kompass/suchwoerter.yaml": "alltag: {Butike: [Laden]}\n"})
    assert data(built)["synonyme"] == {"butik": ["lad"]}


def test_a_bad_list_of_words_is_a_warning_with_line_and_remedy(site):
    built = site(projekt() | {"kompass/suchwoerter.yaml": "teile: Haus\nandere: [x]\n"})
    file = "kompass/suchwoerter.yaml"
    assert f"{file}:1: WARNING: Hier steht eine Liste, zum Beispiel [Haus, Hof]." in built.warnings
    unknown = "„andere“ ist unbekannt. Möglich: teile, ganz oder alltag."
    assert f"{file}:2: WARNING: {unknown}" in built.warnings


@pytest.mark.parametrize("content", [b"\xff\xfe", b"teile: [", b"- a", b"&a [*a]", b""])
def test_rubbish_is_a_finding_and_never_an_error(tmp_path, content):
    path = tmp_path / "suchwoerter.yaml"
    path.write_bytes(content)
    words, problems = read_suchwoerter(path)
    assert words == Suchwoerter()
    assert bool(problems) == bool(content)


def test_a_project_without_the_file_has_no_words(tmp_path):
    assert read_suchwoerter(tmp_path / "fehlt.yaml") == (Suchwoerter(), [])
