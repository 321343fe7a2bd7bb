"""The parts of the delivery by themselves: citation, addresses, card, description, CITATION.cff."""

from __future__ import annotations

import json
from io import BytesIO

import pytest
import yaml
from echtes_handbuch import ROOT
from PIL import Image

from kompasswerk.auslieferung.addresses import Address
from kompasswerk.auslieferung.cards import card
from kompasswerk.auslieferung.citing import citation
from kompasswerk.auslieferung.described import Described, shortened
from kompasswerk.auslieferung.linked_data import Work, json_ld
from kompasswerk.auslieferung.missing import rooted
from kompasswerk.model.records import Begriff
from kompasswerk.model.seiten import Arbeitsblatt, Glossar, Seite

WORK = Work("Kompass", "Die Redaktion", "Die Redaktion")
BASE = Address.of("https://kompass.example/html")
NOWHERE = Address.of("")


def described(page: Seite, art: str = "seite") -> Described:
    docname = f"kompass/{page.slug}"
    return Described(docname, f"{docname}.html", page.ueberschrift, "", art, page)


def seite(titel: str = "Recht & Gesetz_1") -> Seite:
    return Seite(slug="recht", path="r.md", titel=titel, freigabe="entwurf", stand="2026-11-22")


def test_a_page_is_cited_as_a_sentence():
    cited = citation(described(seite()), WORK, "Entwurf 1", BASE)
    assert cited is not None
    assert cited.text == (
        "Die Redaktion: Recht & Gesetz_1. In: Kompass, Entwurf 1. Stand: 22.\u00a0November 2026. "
        "https://kompass.example/html/kompass/recht.html"
    )


def test_bibtex_protects_what_latex_would_take_for_commands():
    cited = citation(described(seite()), WORK, "Entwurf 1", NOWHERE)
    assert cited is not None
    assert cited.bibtex == (
        "@misc{kompass-recht,\n"
        "  author = {{Die Redaktion}},\n"
        "  title = {Recht \\& Gesetz\\_1},\n"
        "  howpublished = {Kompass, Entwurf 1},\n"
        "  year = {2026},\n"
        "  note = {Stand: 2026-11-22}\n"
        "}"
    )


def test_csl_json_is_what_reference_managers_read():
    cited = citation(described(seite("Recht")), WORK, "Entwurf 1", BASE)
    assert cited is not None
    assert json.loads(cited.csl) == [
        {
            "id": "kompass-recht",
            "type": "webpage",
            "title": "Recht",
            "container-title": "Kompass",
            "author": [{"literal": "Die Redaktion"}],
            "issued": {"date-parts": [[2026, 11, 22]]},
            "language": "de-DE",
            "URL": "https://kompass.example/html/kompass/recht.html",
        }
    ]


def test_a_page_without_a_date_is_not_cited():
    assert citation(Described("index", "index.html", "Start", "", "", None), WORK, "", BASE) is None


def test_a_glossary_is_a_set_of_terms_and_a_sheet_says_how_long_it_takes():
    terms = (Begriff(begriff="Brache", definition="…", synonyme=("Brachfläche",)),)
    page = Glossar(
        slug="g", path="g.md", titel="Glossar", freigabe="frei", stand="2026", begriffe=terms
    )
    facts = json.loads(json_ld(described(page, "glossar"), WORK, NOWHERE))
    assert facts["@type"] == "DefinedTermSet"
    assert facts["creativeWorkStatus"] == "Published"
    assert facts["hasDefinedTerm"] == [
        {"@type": "DefinedTerm", "name": "Brache", "alternateName": ["Brachfläche"]}
    ]
    sheet = Arbeitsblatt(slug="b", path="b.md", titel="Blatt", freigabe="entwurf", stand="2026-11",
                         nummer=1, schritt="s", dauer=45)  # fmt: skip
    facts = json.loads(json_ld(described(sheet, "arbeitsblatt"), WORK, NOWHERE))
    assert (facts["@type"], facts["timeRequired"]) == ("LearningResource", "PT45M")


@pytest.mark.parametrize(
    ("setting", "full", "root"),
    [
        ("", "", "/"),
        ("https://kompass.example", "https://kompass.example/a%20b.html", "/"),
        ("https://kompass.example/x/", "https://kompass.example/x/a%20b.html", "/x/"),
    ],
)
def test_an_address_with_and_without_its_slash(setting, full, root):
    address = Address.of(setting)
    assert (address.absolute("a b.html"), address.root) == (full, root)


def test_a_long_description_is_cut_after_a_word():
    assert shortened("kurz") == "kurz"
    cut = shortened("Wort " * 80)
    assert len(cut) <= 300
    assert cut.endswith("Wort…")


@pytest.mark.parametrize("title", ["Haus", "Sehr langer Titel über ein Haus " * 8, "x" * 200, ""])
def test_a_card_has_its_size_and_the_same_bytes_each_time(title):
    one, two = (card(title, "Fall", "Kompass", "#0b4f6c") for _ in range(2))
    assert one == two
    picture = Image.open(BytesIO(one)).convert("RGB")
    assert picture.size == (1200, 630)
    assert picture.getpixel((5, 5)) == (0x0B, 0x4F, 0x6C)
    assert picture.getpixel((1199, 300)) == (0x0B, 0x4F, 0x6C)  # nothing runs over the edge


def test_only_relative_addresses_are_moved_to_the_top():
    html = '<a href="a.html#b"></a><a href="#c"></a><a href="https://x/"></a><a href="/d"></a>'
    assert rooted(html, "/k/") == (
        '<a href="/k/a.html#b"></a><a href="#c"></a><a href="https://x/"></a><a href="/d"></a>'
    )
    assert rooted('<html data-content_root="./">', "/k/") == '<html data-content_root="/k/">'


def test_the_citation_file_has_what_its_format_needs_and_agrees_with_the_settings():
    cff = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    settings: dict = {}
    exec((ROOT / "conf.py").read_text(encoding="utf-8"), settings)  # noqa: S102 - our own file
    assert cff["cff-version"] == "1.2.0"
    assert {"message", "title", "authors"} <= set(cff)
    assert cff["type"] in {"software", "dataset"}  # no others in version 1.2.0
    assert cff["title"].startswith(settings["project"])
    assert cff["authors"] == [{"name": settings["author"]}]
    assert cff["version"] == settings["book_edition"]["number"]
    assert cff["date-released"] == settings["book_edition"]["date"]
    assert cff["license"] == "CC-BY-4.0"
