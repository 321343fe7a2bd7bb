"""What the website does: it stays at home, finds, sorts and prints."""

from __future__ import annotations

import re
from collections import Counter
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.parse import unquote, urlsplit

import pytest
from echtes_handbuch import ROOT
from playwright.sync_api import expect

from kompasswerk.reading.blaetter import read_sheets
from kompasswerk.reading.files import load_bestand

# One worker opens one site and one browser for all of these.
pytestmark = pytest.mark.xdist_group("browser")

ADDRESSES = ["index.html", "bestpractice/index.html", "search.html?q=Leerstand"]
BESIDE = {"kompass-handbuch.pdf", "kompass-handbuch.docx"}
SMALL = """<!doctype html><html lang="de"><body>
<table class="sortierbar"><thead><tr><th>Ort</th><th>Läden</th></tr></thead><tbody>
<tr><td>Zeitz</td><td>9</td></tr><tr><td>Ärzen</td><td>10</td></tr>
<tr><td>Bleicherode</td><td>2</td></tr>
</tbody></table>
<details id="zu"><summary>Mehr</summary>Text</details>
<details open><summary>Auf</summary>Text</details>
<script src="file://SCRIPT"></script></body></html>"""


@pytest.fixture
def small_page(page, tmp_path):
    """Return a small page with our script, a table and something folded."""
    script = ROOT / "_templates/html/static/kompass.js"
    path = tmp_path / "klein.html"
    path.write_text(SMALL.replace("SCRIPT", str(script)), encoding="utf-8")
    page.goto(f"file://{path}")
    return page


def column(page, number):
    return page.locator(f"tbody tr > :nth-child({number})").all_text_contents()


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_page_from_a_folder_asks_no_other_host(page, site, address):
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"file://{site}/{address}", wait_until="networkidle")
    assert [url for url in asked if not url.startswith(("file:", "data:"))] == []


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_page_from_a_server_asks_no_other_host(page, site, address):
    handler = partial(SimpleHTTPRequestHandler, directory=str(site))
    handler.log_message = lambda *_: None
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    Thread(target=server.serve_forever, daemon=True).start()
    home = f"http://127.0.0.1:{server.server_port}/"
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(home + address, wait_until="networkidle")
    server.shutdown()
    assert [url for url in asked if not url.startswith((home, "data:"))] == []


def test_a_table_is_sorted_by_keyboard_as_germans_sort(small_page):
    head = small_page.get_by_role("columnheader", name="Ort")
    small_page.get_by_role("button", name="Ort").press("Enter")
    expect(head).to_have_attribute("aria-sort", "ascending")
    assert column(small_page, 1) == ["Ärzen", "Bleicherode", "Zeitz"]
    small_page.get_by_role("button", name="Ort").press("Enter")
    expect(head).to_have_attribute("aria-sort", "descending")
    assert column(small_page, 1) == ["Zeitz", "Bleicherode", "Ärzen"]


def test_numbers_are_sorted_by_value_and_only_one_column_says_so(small_page):
    small_page.get_by_role("button", name="Ort").press("Enter")
    small_page.get_by_role("button", name="Läden").press("Enter")
    assert column(small_page, 2) == ["2", "9", "10"]
    assert small_page.locator("[aria-sort]").count() == 1


def test_the_catalogue_of_the_handbook_can_be_sorted(page, site):
    page.goto(f"file://{site}/bestpractice/index.html#ansicht=tabelle")
    page.locator("table.katalog").get_by_role("button", name="Ort").press("Enter")
    places = page.locator("table.katalog tbody tr > :nth-child(2)").all_text_contents()
    assert places[0].startswith("Albstadt")


def test_every_sheet_names_the_version_that_reading_back_expects(texts):
    wanted = {sheet.slug: sheet.version for sheet in read_sheets(load_bestand(ROOT))}
    shown = {
        match[1]: match[2]
        for text in texts.values()
        if (match := re.search(r'data-blatt="([^"]+)" data-version="([^"]+)"', text))
    }
    assert len(shown) == 20
    assert shown == wanted


def test_what_is_folded_opens_for_printing_and_closes_afterwards(small_page):
    small_page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert small_page.locator("details[open]").count() == 2
    small_page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert small_page.locator("#zu[open]").count() == 0


def test_paper_shows_no_side_bars_and_stays_light(browser, site):
    with browser.new_context(color_scheme="dark") as context:
        page = context.new_page()
        page.goto(f"file://{site}/bestpractice/index.html")
        page.emulate_media(media="print")
        for name in ("Kapitel", "Sie sind hier"):
            expect(page.get_by_role("navigation", name=name)).to_be_hidden()
        ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert ground == "rgb(255, 255, 255)"


@pytest.fixture(scope="session")
def texts(site) -> dict[str, str]:
    """Return the HTML of every page by its path in the site."""
    pages = sorted(site.rglob("*.html"))
    return {p.relative_to(site).as_posix(): p.read_text(encoding="utf-8") for p in pages}


def test_no_id_stands_twice_on_a_page(texts):
    twice = {}
    for name, text in texts.items():
        ids = Counter(re.findall(r'\sid="([^"]+)"', text))
        twice |= {f"{name}#{key}": count for key, count in ids.items() if count > 1}
    assert twice == {}


def test_every_link_within_the_site_leads_somewhere(site, texts):
    missing = set()
    for name, text in texts.items():
        for href in re.findall(r'href="([^"#][^"]*)"', text):
            target = urlsplit(href.replace("&amp;", "&"))
            if target.scheme or Path(target.path).name in BESIDE:
                continue
            folder = site if target.path.startswith("/") else (site / name).parent
            path = folder / unquote(target.path).lstrip("/")
            if not path.resolve().is_file():
                missing.add((name, href))
    assert missing == set()


def test_the_chapters_list_no_case_on_any_page(texts):
    for name, text in texts.items():
        chapters = text[text.index('<nav class="kapitel"') :]
        links = re.findall(r'href="([^"]+)"', chapters[: chapters.index("</nav>")])
        # The 43 instruments stand below their overview, the cases in the catalogue alone.
        assert 10 < len(links) < 80, name
        cases = {Path(urlsplit(link).path).name for link in links if "bestpractice/" in link}
        assert cases <= {"index.html"}, name
        assert not any("blank-jena" in link for link in links), name


def test_every_page_has_title_breadcrumb_and_footer(texts):
    for name, text in texts.items():
        assert "Kompass Leerstand</title>" in text, name
        assert 'aria-label="Sie sind hier"' in text, name
        for word in ("Impressum", "Datenschutz", "Barrierefreiheit", "Über das Bündnis"):
            assert f">{word}</a>" in text[text.index('<footer class="fuss">') :], (name, word)
