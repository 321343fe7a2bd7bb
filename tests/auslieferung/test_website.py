"""What a small project delivers: head, cards, feed, site map, signposts, page for missing ones."""

from __future__ import annotations

import json
import re
from io import BytesIO

import pytest
from beispiele import fall, projekt
from echtes_handbuch import ROOT
from lxml.etree import fromstring
from PIL import Image

BASE = "https://kompass.example/html/"
FALL = "bestpractice/laden-auf-zeit"
MOVED = {"kompass/umbenannt.yaml": "bestpractice/alter-laden: bestpractice/laden-auf-zeit\n"}
ATOM = "{http://www.w3.org/2005/Atom}"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


@pytest.fixture
def site(build):
    """Return a function that builds a project with the templates of the handbook."""

    def run(files, **settings):
        return build(
            files,
            extensions=("kompasswerk.suche", "kompasswerk.auslieferung"),
            templates_path=[str(ROOT / "_templates/html")],
            html_theme="furo",
            author="Die Redaktion",
            copyright="Die Redaktion",
            release="Entwurf 1",
            **settings,
        )

    return run


def meta(html: str) -> dict[str, str]:
    return dict(re.findall(r'<meta (?:name|property)="([^"]+)" content="([^"]*)"', html))


def data(html: str) -> dict:
    return json.loads(re.search(r'<script type="application/ld\+json">(.*?)</script>', html)[1])


def test_the_head_describes_a_case_with_and_without_an_address(site):
    built = site(projekt())
    head = meta(built.html(FALL))
    assert head["description"] == "Läden werden auf Zeit vermietet."
    assert head["og:title"] == "Laden auf Zeit"
    assert "og:image" not in head
    assert "og:url" not in head
    assert 'rel="canonical"' not in built.html(FALL)
    assert not (built.out / "sitemap.xml").exists()
    assert not (built.out / "_vorschau").exists()
    assert (built.out / "robots.txt").read_text() == "User-agent: *\nAllow: /\n"
    assert built.warnings == ""


@pytest.mark.parametrize(
    ("page", "start"),
    [("search", "Volltextsuche im Kompass"), ("404", "Diese Seite gibt es nicht.")],
)
def test_pages_without_text_of_the_handbook_describe_themselves(site, page, start):
    assert meta(site(projekt()).html(page))["description"].startswith(start)

    built = site(projekt(), out="zwei", html_baseurl=BASE)
    head = meta(built.html(FALL))
    assert head["og:url"] == f"{BASE}{FALL}.html"
    assert head["og:image"] == f"{BASE}_vorschau/{FALL}.png"
    assert head["og:image:alt"] == "Fall: Laden auf Zeit"
    assert f'<link rel="canonical" href="{BASE}{FALL}.html">' in built.html(FALL)
    card = (built.out / f"_vorschau/{FALL}.png").read_bytes()
    assert Image.open(BytesIO(card)).size == (1200, 630)
    assert len(card) < 20_000


def test_a_card_of_a_page_that_is_gone_goes_too(site, tmp_path):
    site({**projekt(), "bestpractice/zwei.md": fall("Zwei")}, html_baseurl=BASE)
    (tmp_path / "projekt/bestpractice/zwei.md").unlink()
    built = site({}, html_baseurl=BASE)
    cards = (built.out / "_vorschau/bestpractice").iterdir()
    assert sorted(path.name for path in cards) == ["index.png", "laden-auf-zeit.png"]


def test_no_text_of_a_page_ends_the_element_of_its_data(site):
    title = "</script><script>alert(1)</script>"
    html = site({**projekt(), f"{FALL}.md": fall(f"'{title}'")}).html(FALL)
    assert data(html)["name"] == title
    assert "<script>alert" not in html


def test_the_data_of_a_case_name_place_time_state_and_sources(site):
    facts = data(site(projekt()).html(FALL))
    assert facts == {
        "@context": "https://schema.org",
        "@type": "Article",
        "name": "Laden auf Zeit",
        "headline": "Laden auf Zeit",
        "description": "Läden werden auf Zeit vermietet.",
        "inLanguage": "de",
        "author": {"@type": "Organization", "name": "Die Redaktion"},
        "license": "https://creativecommons.org/licenses/by/4.0/",
        "copyrightNotice": "Die Redaktion",
        "isPartOf": {"@type": "WebSite", "name": "Probe"},
        "dateModified": "2026-11-22",
        "creativeWorkStatus": "Draft",
        "temporalCoverage": "2020/..",
        "citation": [
            {
                "@type": "CreativeWork",
                "name": "Bericht",
                "publisher": {"@type": "Organization", "name": "Stadt Musterstadt"},
                "datePublished": "2023",
                "url": "https://example.org/a",
            },
            {
                "@type": "CreativeWork",
                "name": "Haushalt",
                "publisher": {"@type": "Organization", "name": "Stadt Musterstadt"},
                "datePublished": "2020",
            },
        ],
        "spatialCoverage": {"@type": "Place", "name": "Musterstadt, Thüringen"},
    }


def test_the_feed_tells_the_newest_case_first_and_names_it_for_ever(site):
    newer = fall("Zwei").replace("stand: 2026-11-22\n", "stand: 2026-11-25\n")
    files = {**projekt(), "bestpractice/zwei.md": newer}
    first = (site(files).out / "neues.atom").read_bytes()
    second = (site(files, out="zwei", html_baseurl=BASE).out / "neues.atom").read_bytes()
    feed, moved = fromstring(first), fromstring(second)
    assert feed.findtext(f"{ATOM}updated") == "2026-11-25T00:00:00Z"
    titles = [entry.findtext(f"{ATOM}title") for entry in feed.iter(f"{ATOM}entry")]
    assert titles == ["Zwei", "Laden auf Zeit"]
    assert [each.text for each in feed.iter(f"{ATOM}id")] == [
        each.text for each in moved.iter(f"{ATOM}id")
    ]
    assert feed.find(f"{ATOM}entry/{ATOM}link").get("href") == "bestpractice/zwei.html"
    assert moved.find(f"{ATOM}entry/{ATOM}link").get("href") == f"{BASE}bestpractice/zwei.html"


def test_the_site_map_lists_pages_and_no_signposts(site):
    built = site({**projekt(), **MOVED}, html_baseurl=BASE)
    entries = fromstring((built.out / "sitemap.xml").read_bytes())
    listed = {
        entry.findtext(f"{SITEMAP}loc"): entry.findtext(f"{SITEMAP}lastmod") for entry in entries
    }
    assert listed == {
        f"{BASE}bestpractice/index.html": None,
        f"{BASE}{FALL}.html": "2026-11-22",
        f"{BASE}index.html": None,
        f"{BASE}kompass/schritte/bestand-erfassen.html": "2026-11-22",
    }
    assert not (built.out / "robots.txt").exists()  # robots only look at the top of a server
    built = site({}, html_baseurl="https://kompass.example")
    assert (built.out / "robots.txt").read_text() == (
        "User-agent: *\nAllow: /\n\nSitemap: https://kompass.example/sitemap.xml\n"
    )


def test_a_moved_page_leaves_a_signpost_that_stays_in_later_builds(site, tmp_path):
    old = {f"{name}.md": text for name, text in [("bestpractice/alter-laden", fall())]}
    files = {name: text for name, text in projekt().items() if name != f"{FALL}.md"}
    site({**files, **old})
    (tmp_path / "projekt/bestpractice/alter-laden.md").rename(tmp_path / f"projekt/{FALL}.md")
    built = site(MOVED)
    assert built.warnings == ""
    edited = {"index.md": projekt()["index.md"] + "\nMehr.\n"}
    for each in (built, site({}), site(edited)):
        html = each.html("bestpractice/alter-laden")
        assert '<meta http-equiv="refresh" content="0; url=laden-auf-zeit.html">' in html
        assert '<meta name="robots" content="noindex">' in html
        assert "Content-Security-Policy" in html
        assert '<a href="laden-auf-zeit.html">Weiter zu „Laden auf Zeit“</a>' in html


def test_an_old_name_in_a_text_is_answered_with_the_new_one(site):
    files = {**projekt(), **MOVED}
    files["kompass/schritte/bestand-erfassen.md"] += "\n{fall}`alter-laden`\n"
    assert "Fall „alter-laden“ heißt jetzt „laden-auf-zeit“." in site(files).warnings


def test_everything_on_the_page_for_missing_addresses_starts_at_the_top(site):
    for base, root in (("", "/"), (BASE, "/html/")):
        html = site(projekt(), out=f"aus{len(base)}", html_baseurl=base).html("404")
        found = re.findall(r'(?:href|src|action)="([^"#?][^"]*)"', html)
        assert len(found) > 10
        assert [link for link in found if not link.startswith((root, "https:"))] == []
        assert '<meta name="robots" content="noindex">' in html
        assert 'rel="canonical"' not in html
