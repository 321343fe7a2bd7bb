"""The search in a real browser: what it finds, by keyboard, from a folder, for everyone."""

from __future__ import annotations

import json
import re
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from urllib.parse import unquote

import pytest
import yaml
from axe_playwright_python.sync_playwright import Axe
from echtes_handbuch import ROOT
from playwright.sync_api import expect

from kompasswerk.suche.sprache import PIECE, folded, normal, stem
from kompasswerk.suche.website import SCRIPTS
from messungen.zugang.opening import wait_for

# One worker opens one site and one browser for all of these.
pytestmark = pytest.mark.xdist_group("browser")

WORDS = yaml.safe_load((ROOT / "tests/suche/woerter.yaml").read_text(encoding="utf-8"))
QUERIES = yaml.safe_load((ROOT / "tests/suche/anfragen.yaml").read_text(encoding="utf-8"))
CASES = [(query, pages) for group in QUERIES.values() for query, pages in group.items()]
RANKED = """(fragen) => fragen.map((frage) => {
  const fund = KompassSuche.suche(frage);
  return fund.treffer.slice(0, 10).map((eines) => fund.zeige(eines).adresse);
})"""


@pytest.fixture
def scripts(page):
    """Return a page with the scripts of the search and nothing else."""
    for script in SCRIPTS[:-1]:
        page.add_script_tag(path=script)
    return page


@pytest.fixture
def search(page, site):
    """Return a function that opens the search from a folder, with a query."""

    def run(query: str = ""):
        page.goto(f"file://{site}/search.html" + (f"?q={query}" if query else ""))
        wait_for(page, "KompassSuche.istBereit()")
        return page

    return run


def titles(page) -> list[str]:
    return page.locator(".suche-titel a").all_inner_texts()


def test_the_browser_folds_as_python_does(scripts):
    made = scripts.evaluate("(w) => w.map((x) => KompassSprache.falte(x.normalize('NFC')))",
                            list(WORDS["falten"]))  # fmt: skip
    assert dict(zip(WORDS["falten"], made, strict=True)) == WORDS["falten"]


def test_the_browser_finds_the_same_forms_alike(scripts):
    stems = "(w) => w.map((x) => KompassSprache.stamm(KompassSprache.falte(x)))"
    for forms in WORDS["gleich"]:
        assert len(set(scripts.evaluate(stems, forms))) == 1, forms
    for words in WORDS["verschieden"]:
        assert len(set(scripts.evaluate(stems, words))) == len(words), words


def test_the_browser_takes_the_same_compounds_apart(scripts):
    given = WORDS["zerlegen"]
    made = scripts.evaluate(
        """({lexikon, ganz, woerter}) => {
          const zerlege = KompassSprache.zerleger(new Set(lexikon), new Set(ganz));
          return Object.fromEntries(Object.keys(woerter).map((wort) => [wort, zerlege(wort)]));
        }""",
        given,
    )
    assert made == given["woerter"]


def test_both_sides_agree_on_every_word_of_the_handbook(scripts, site):
    pages = [path.read_text(encoding="utf-8") for path in sorted(site.rglob("*.html"))]
    words = sorted({piece for text in pages for piece in PIECE.findall(normal(text))})
    made = scripts.evaluate(
        "(w) => w.map((x) => [KompassSprache.falte(x), "
        "KompassSprache.stamm(KompassSprache.falte(x))])",
        words,
    )
    differing = {
        word: pair
        for word, pair in zip(words, made, strict=True)
        if pair != [folded(word), stem(folded(word))]
    }
    assert differing == {}


def test_what_people_look_for_is_among_the_first_five(search):
    found = search().evaluate(RANKED, [query for query, _ in CASES])
    ranks = {query: rank(addresses, wanted)
             for (query, wanted), addresses in zip(CASES, found, strict=True)}  # fmt: skip
    missed = [query for query, place in ranks.items() if not 0 < place <= 5]
    assert len(CASES) >= 120
    assert 1 - len(missed) / len(ranks) >= 0.95, missed
    assert sum(1 / place for place in ranks.values() if place) / len(ranks) >= 0.85


def rank(addresses: list[str], wanted: list[str]) -> int:
    """Return the place of the first wanted page, 0 for none."""
    for place, address in enumerate(addresses, start=1):
        page = address.replace(".html", "")
        if page in wanted or page.partition("#")[0] in wanted:
            return place
    return 0


def test_the_key_leads_from_any_page_to_a_result_and_its_section(page, site):
    page.goto(f"file://{site}/kompass/glossar.html")
    page.keyboard.press("/")
    page.keyboard.type("Vorkaufsrecht Satzung")
    page.keyboard.press("Enter")
    expect(page.locator("#kompass-suchstand")).to_contain_text(
        "Treffer für „Vorkaufsrecht Satzung“."
    )
    page.get_by_role("searchbox", name="Suchwort").focus()
    page.keyboard.press("ArrowDown")
    link = page.locator(".suche-titel a").first
    expect(link).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(link).not_to_be_focused()
    page.keyboard.press("Escape")
    expect(page.get_by_role("searchbox", name="Suchwort")).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/vorkaufsrecht.html**")


def test_the_key_types_a_slash_where_someone_is_typing(search):
    page = search()
    page.get_by_role("searchbox", name="Suchwort").press_sequentially("24/7")
    expect(page.get_by_role("searchbox", name="Suchwort")).to_have_value("24/7")


def test_results_change_while_typing_and_the_address_leads_back(search):
    page = search()
    field = page.get_by_role("searchbox", name="Suchwort")
    field.press_sequentially("Leerstandskat")
    expect(page.locator(".suche-titel a").first).to_contain_text("Leerstandskataster")
    field.fill("Erbbaurecht")
    expect(page.locator(".suche-titel a").first).to_contain_text("Erbbaurecht")
    field.fill("")
    assert titles(page) == []


def test_a_result_shows_kind_section_and_marked_words(search):
    page = search("Bruchteilsgemeinschaft Erben")
    first = page.locator(".suche-liste li").first
    expect(first.locator("mark").first).to_be_visible()
    expect(first.locator(".suche-art")).not_to_be_empty()
    addresses = page.locator(".suche-titel a").evaluate_all("(l) => l.map((a) => a.href)")
    jumps = [address for address in addresses if "#" in address]
    assert jumps
    page.goto(jumps[0])
    anchor = unquote(jumps[0].partition("#")[2])
    assert page.evaluate("(a) => document.getElementById(a) !== null", anchor)


def test_what_only_shares_a_part_with_the_query_is_not_marked(search):
    page = search("Vorkaufsrecht")
    marked = {word.strip() for word in page.locator("mark").all_inner_texts()}
    assert "Vorkaufsrecht" in marked
    assert not [word for word in marked if "recht" in word and "orkauf" not in word]


def test_results_are_grouped_by_kind_and_more_can_be_shown(search):
    page = search("Zwischennutzung")
    expect(page.get_by_role("heading", name="Weitere Fälle")).to_be_visible()
    groups = page.get_by_role("heading", level=2).all_inner_texts()
    assert groups[0] == "Beste Treffer"
    assert {"Weitere Fälle", "Weitere Instrumente", "Weitere Schritte"} <= set(groups)
    before = len(titles(page))
    page.get_by_role("button", name="Weitere Fälle").press("Enter")
    assert len(titles(page)) > before
    assert page.evaluate("document.activeElement.closest('.suche-gruppe h2, section') !== null")


def test_a_typing_error_is_mended_and_said(search):
    page = search("Zwangsversteigrung")
    expect(page.locator(".suche-meinte")).to_contain_text(
        "„Zwangsversteigrung“ steht nicht im Handbuch. Gezeigt wird: Zwangsversteigerung"
    )
    expect(page.locator(".suche-titel a").first).to_have_text("Zwangsversteigerung")
    page.locator(".suche-meinte a").press("Enter")
    expect(page.locator("#kompass-suchstand")).to_contain_text("„Zwangsversteigerung“")


def test_a_word_of_which_only_the_end_is_known_is_searched_by_it_and_said(search):
    said = search("Schuhladen").locator(".suche-meinte")
    expect(said).to_have_text("„Schuhladen“ steht nicht im Handbuch. Gezeigt wird: Läden")


@pytest.mark.parametrize("query", ["Nießbrauch", "Solar"])
def test_a_noun_is_no_verb_and_no_adverb(search, query):
    expect(search(query).locator("#kompass-suchstand")).to_contain_text("Kein Treffer")


def test_capitals_are_an_abbreviation(search):
    expect(search("LEG").locator("#kompass-treffer mark").first).to_have_text("LEG")


def test_nothing_found_says_so_and_what_to_do(search):
    page = search("Qqxwvz")
    expect(page.locator("#kompass-suchstand")).to_have_text(
        "Kein Treffer für „Qqxwvz“. Versuchen Sie ein anderes Wort oder sehen Sie im Katalog nach."
    )


@pytest.mark.parametrize(
    "query", ["<img src=x onerror=alert(1)>", "__proto__", "constructor", "§", "%", "a"]
)
def test_strange_queries_stay_text(search, query):
    page = search()
    page.get_by_role("searchbox", name="Suchwort").fill(query)
    expect(page.locator("#kompass-suchstand")).to_contain_text(f"„{query}“")
    assert page.locator("#kompass-treffer img").count() == 0


def test_the_index_is_loaded_at_first_use_from_a_server_too(page, site):
    handler = partial(SimpleHTTPRequestHandler, directory=str(site))
    handler.log_message = lambda *_: None
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    Thread(target=server.serve_forever, daemon=True).start()
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"http://127.0.0.1:{server.server_port}/index.html", wait_until="networkidle")
    assert not [url for url in asked if "suche/verzeichnis" in url]
    page.keyboard.press("/")
    page.keyboard.type("Jena")
    page.keyboard.press("Enter")
    expect(page.locator(".suche-titel a").first).to_be_visible()
    server.shutdown()
    assert len([url for url in asked if "suche/verzeichnis" in url]) == 1


@pytest.mark.parametrize("width", [1280, 390, 320])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_wrong_with_results(browser, site, width, scheme):
    settings = {"viewport": {"width": width, "height": 900}, "color_scheme": scheme}
    with browser.new_context(reduced_motion="reduce", **settings) as context:
        page = context.new_page()
        page.goto(f"file://{site}/search.html?q=Zwischennutzng Laden")
        expect(page.locator(".suche-meinte")).to_be_visible()
        expect(page.locator("#kompass-suchstand")).not_to_be_empty()
        result = Axe().run(page, options={"resultTypes": ["violations"]}).response
        wide = page.evaluate("document.documentElement.scrollWidth")
    assert [(v["id"], n["html"][:200]) for v in result["violations"] for n in v["nodes"]] == []
    assert wide <= width


def test_a_phone_has_the_search_in_its_head(page, site):
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto(f"file://{site}/kompass/glossar.html")
    page.get_by_role("link", name="Suche", exact=True).press("Enter")
    expect(page.get_by_role("searchbox", name="Suchwort")).to_be_focused()


def test_without_scripts_the_page_leads_to_the_catalogue(browser, site):
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"file://{site}/search.html?q=Jena")
        page.get_by_role("link", name="Katalog der Fälle").click()
        expect(page).to_have_url(f"file://{site}/bestpractice/index.html")


def test_our_scripts_stay_small():
    scripts = sorted((ROOT / "scripts/kompasswerk/suche/browser").glob("*.js"))
    text = "\n".join(script.read_text(encoding="utf-8") for script in scripts)
    code = re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)
    assert len([line for line in code.splitlines() if line.strip()]) < 500


def test_the_index_is_small_enough_for_a_slow_line(site):
    import gzip

    index = (site / "_static/suche/verzeichnis.js").read_bytes()
    assert len(gzip.compress(index, 9)) < 400_000
    assert json.loads(index.decode().removeprefix("KompassSuche.lade(").removesuffix(");\n"))
