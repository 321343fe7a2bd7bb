"""The website as a strict server or an unpacked ZIP delivers it: nothing is refused, all works."""

from __future__ import annotations

import re
import shutil
import zipfile
from html.parser import HTMLParser
from pathlib import Path

import pytest
from playwright.sync_api import expect
from strenger_server import headers_of_apache, headers_of_nginx, strict_server

from kompasswerk.publishing.bundle import write_bundle

pytestmark = pytest.mark.xdist_group("browser")

KINDS = [
    "index.html",
    "bestpractice/index.html",
    "bestpractice/blank-jena.html",
    "pilots/index.html",
    "pilots/wanderbaumallee.html",
    "kompass/schritte/bestand-erfassen.html",
    "kompass/instrumente/zwischennutzung.html",
    "kompass/foerderung/index.html",
    "kompass/arbeitsblaetter/selbstcheck.html",
    "kompass/glossar.html",
    "404.html",
]
"""One page of each kind."""
DATA = {"application/ld+json", "application/json"}
LISTEN = """
window.verstoesse = [];
document.addEventListener("securitypolicyviolation", (e) =>
  window.verstoesse.push(`${e.violatedDirective} ${e.blockedURI} ${e.sample}`));
"""


class Inline(HTMLParser):
    """Collects what a strict policy would refuse or what would leave the site."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.policy = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.policy += given.get("http-equiv") == "Content-Security-Policy"
        self.found += [f"<{tag} {name}>" for name in given if name == "style" or name[:2] == "on"]
        if tag == "style" or (tag == "script" and not (given.get("src") or given["type"] in DATA)):
            self.found.append(f"<{tag}>")
        loads = [given.get("src") or "", given.get("srcset") or "", given.get("data") or ""]
        if tag == "link" and given.get("rel") in {"stylesheet", "icon", "preload", "manifest"}:
            loads.append(given.get("href") or "")
        self.found += [f"<{tag}> {url}" for url in loads if url.startswith(("http", "//"))]
        if (given.get("href") or "").startswith("javascript:") or tag in {"iframe", "base"}:
            self.found.append(f"<{tag}>")


def test_no_page_holds_inline_code_or_loads_from_elsewhere(site):
    pages = sorted(site.rglob("*.html"))
    assert len(pages) > 200
    found = {}
    for path in pages:
        parser = Inline()
        parser.feed(path.read_text(encoding="utf-8"))
        assert parser.policy == 1, path
        if parser.found:
            found[path.name] = parser.found
    assert found == {}


@pytest.fixture
def watched(page):
    """Return an empty page and the messages of its console; it counts refusals."""
    page.add_init_script(LISTEN)
    messages: list[str] = []
    page.on("console", lambda message: messages.append(message.text))
    return page, messages


def refused(page) -> list[str]:
    return page.evaluate("() => window.verstoesse")


def test_a_strict_server_has_nothing_to_refuse(watched, site):
    page, messages = watched
    with strict_server(site) as home:
        for address in KINDS:
            page.goto(home + address, wait_until="networkidle")
            seen = list(messages)
            assert (address, seen, refused(page)) == (address, [], [])
            messages.clear()


def test_robots_are_allowed_to_read_what_is_for_them(watched, site):
    """Lighthouse asks for it from within the page, under the page's own policy."""
    page, _ = watched
    with strict_server(site) as home:
        page.goto(f"{home}index.html")
        answer = page.evaluate("async () => (await fetch('/robots.txt')).text()")
        assert answer.startswith("User-agent: *\n")
        assert refused(page) == []


def test_every_page_says_in_a_sentence_what_it_is_about(site):
    silent = [
        path.relative_to(site).as_posix()
        for path in sorted(site.rglob("*.html"))
        if not re.search(r'<meta name="description" content="[^"]{20,}', path.read_text("utf-8"))
    ]
    assert silent == []


def test_search_and_form_work_behind_strict_headers(watched, site):
    page, messages = watched
    with strict_server(site) as home:
        page.goto(f"{home}index.html")
        page.get_by_role("searchbox", name="Suchwort").first.fill("Leerstandskataster")
        page.get_by_role("searchbox", name="Suchwort").first.press("Enter")
        expect(page.locator("#kompass-treffer a").first).to_be_visible()
        seen = list(messages)
        assert (seen, refused(page)) == ([], [])
        messages.clear()
        page.goto(f"{home}kompass/arbeitsblaetter/auftrag.html")
        page.locator("article textarea, article input[type=text]").first.fill("Bauamt")
        with page.expect_download():
            page.get_by_role("button", name="Als Datei sichern").first.click()
        seen = list(messages)
        assert (seen, refused(page)) == ([], [])


def test_both_snippets_name_the_same_headers():
    assert headers_of_apache() == headers_of_nginx()
    assert set(headers_of_nginx()) == {
        "Content-Security-Policy",
        "X-Content-Type-Options",
        "Referrer-Policy",
        "Cross-Origin-Opener-Policy",
        "Cross-Origin-Resource-Policy",
        "Permissions-Policy",
    }


def test_a_missing_address_at_any_depth_shows_a_page_that_leads_on(watched, site):
    page, _ = watched
    with strict_server(site) as home:
        answer = page.goto(f"{home}gibt/es/nicht.html")
        assert answer is not None
        assert answer.status == 404
        expect(page.get_by_role("heading", level=1)).to_have_text("Diese Seite gibt es nicht")
        assert "Source Sans" in page.evaluate("() => getComputedStyle(document.body).fontFamily")
        page.locator("article").get_by_role("link", name="Instrumente").click()
        expect(page.get_by_role("heading", level=1)).to_contain_text("Instrumente")
        page.goto(f"{home}gibt/es/nicht.html")
        page.locator("article").get_by_role("searchbox").fill("Brache")
        page.locator("article").get_by_role("searchbox").press("Enter")
        expect(page.locator("#kompass-treffer a").first).to_be_visible()


@pytest.fixture(scope="module")
def unpacked(site, tmp_path_factory) -> Path:
    """The offline copy as somebody unpacks it who has one already."""
    folder = tmp_path_factory.mktemp("zip")
    shutil.copytree(site, folder / "ausgabe/html")
    write_bundle(folder / "ausgabe", folder / "kompass.zip")
    with zipfile.ZipFile(folder / "kompass.zip") as bundle:
        names = bundle.namelist()
        bundle.extractall(folder / "Kompass Leerstand (1)")
    # Windows allows 260 letters in all; half of them may be the folder of somebody else.
    assert max(map(len, names)) < 120
    assert not [name for name in names if set(name) & set('<>:"|?*\\') or not name.isascii()]
    return folder / "Kompass Leerstand (1)"


def test_the_unpacked_zip_works_with_the_network_off(page, unpacked):
    page.context.set_offline(True)
    page.goto((unpacked / "start.html").as_uri())
    expect(page.get_by_role("heading", level=1)).to_have_text("Kompass Leerstand#")
    page.get_by_role("searchbox", name="Suchwort").first.fill("Zwischennutzung")
    page.get_by_role("searchbox", name="Suchwort").first.press("Enter")
    expect(page.locator("#kompass-treffer a").first).to_be_visible()
    page.locator("#kompass-treffer a").first.click()
    expect(page.get_by_role("heading", level=1)).to_be_visible()


def test_forms_facets_basket_and_terms_work_in_the_unpacked_zip(page, unpacked):
    page.context.set_offline(True)
    site = unpacked / "html"
    page.goto((site / "kompass/arbeitsblaetter/selbstcheck.html").as_uri())
    page.locator('[name="selbstcheck.stadt"]').fill("Musterstadt")
    page.reload()
    expect(page.locator('[name="selbstcheck.stadt"]')).to_have_value("Musterstadt")

    page.goto((site / "bestpractice/index.html").as_uri())
    status = page.locator(".katalog-steuerung").get_by_role("status")
    expect(status).to_have_text("89 Fälle")
    page.get_by_role("button", name="Land", exact=True).click()
    page.get_by_role("group", name="Land", exact=True).get_by_label("Thüringen").check()
    expect(status).to_have_text(re.compile(r"^\d+ von 89 Fällen$"))
    page.locator(".karte:visible .merken button").first.click()
    page.goto((site / "merkzettel.html").as_uri())
    expect(page.locator(".merkzettel-liste li")).to_have_count(1)

    page.goto((site / "kompass/schritte/bewerten.html").as_uri())
    page.get_by_role("link", name="leeren Häuser").first.hover()
    expect(page.locator(".begriff-vorschau")).to_contain_text("Leerstand")


def test_a_page_says_how_to_cite_it_and_marks_links_that_leave(page, site):
    page.goto((site / "bestpractice/blank-jena.html").as_uri())
    page.get_by_text("So zitieren Sie diese Seite").click()
    expect(page.locator(".zitat")).to_have_text(
        "Redaktion des Kompass Leerstand: Blank – Agentur für Zwischennutzung. In: Kompass "
        "Leerstand, Entwurf 1, 22. November 2026. Stand: 27. November 2026."
    )
    link = page.get_by_role("link", name="JenaWirtschaft").or_(
        page.get_by_role("link", name="„Neuer Sinn für leere Räume“")
    )
    expect(link.first).to_have_attribute("rel", "external noopener")
    expect(link.first).to_have_accessible_name("„Neuer Sinn für leere Räume“ (externer Link)")
