"""The descriptions fit the dataclasses, and the small helpers do what they say."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from kompasswerk.model.arten import ARTEN
from kompasswerk.model.felder import Kind
from kompasswerk.model.findings import Finding
from kompasswerk.model.seiten import Bestand, Glossar, Schritt, Seite
from kompasswerk.reading.files import load_vocabulary

ROOT = Path(__file__).parents[2]
VOCABULARY, FINDINGS = load_vocabulary(ROOT / "kompass/listen.yaml")
RECORDS = (Kind.RECORD, Kind.RECORDS, Kind.KEYED_RECORDS)
# Given by the file, not by its front matter; the key of a keyed record stands before it.
NOT_FIELDS = {"slug", "path", "kennung"}


def described_and_held(fields, kind):
    held = {field.name for field in dataclasses.fields(kind)} - NOT_FIELDS
    return {field.key for field in fields}, held


@pytest.mark.parametrize("art", ARTEN.values(), ids=lambda art: art.key)
def test_every_field_of_a_page_is_described_once(art):
    described, held = described_and_held(art.fields, art.page)
    assert described == held
    assert len(described) == len(art.fields)


@pytest.mark.parametrize("art", ARTEN.values(), ids=lambda art: art.key)
def test_every_field_of_a_record_is_described_once(art):
    for field in art.fields:
        assert (field.record is not None) == (field.kind in RECORDS)
        if field.record is not None:
            described, held = described_and_held(field.fields, field.record)
            assert described == held


@pytest.mark.parametrize("art", ARTEN.values(), ids=lambda art: art.key)
def test_what_a_dataclass_cannot_do_without_is_required(art):
    needed = {
        field.name for field in dataclasses.fields(art.page) if field.default is dataclasses.MISSING
    }
    assert needed - NOT_FIELDS <= {field.key for field in art.fields if field.required}


def test_the_real_lists_are_complete():
    assert FINDINGS == []


@pytest.mark.parametrize(
    ("einwohner", "expected"),
    [(None, None), (1, "landgemeinde"), (4999, "landgemeinde"), (5000, "kleine-kleinstadt"),
     (9999, "kleine-kleinstadt"), (10000, "grosse-kleinstadt"), (19999, "grosse-kleinstadt"),
     (20000, "kleine-mittelstadt"), (49999, "kleine-mittelstadt"), (50000, "grosse-mittelstadt"),
     (99999, "grosse-mittelstadt"), (100000, "grossstadt"), (4000000, "grossstadt")],
)  # fmt: skip
def test_the_size_class_follows_from_the_inhabitants(einwohner, expected):
    found = VOCABULARY.groessenklasse(einwohner)
    assert (found.key if found else None) == expected


def test_a_list_gives_names_and_keeps_unknown_keys():
    assert VOCABULARY.label("aufwand", "gering") == "gering"
    assert VOCABULARY.label("aufwand", "unbekannt") == "unbekannt"
    assert VOCABULARY.choice("aufwand", "unbekannt") is None
    assert VOCABULARY.keys("gibt-es-nicht") == ()


def test_findings_sort_by_path_line_and_key():
    findings = [
        Finding("b.md", 1, "", "x", "r"),
        Finding("a.md", 10, "", "x", "r"),
        Finding("a.md", 9, "z", "x", "r"),
        Finding("a.md", 9, "b", "x", "r"),
    ]
    assert [str(found) for found in sorted(findings)] == [
        "a.md:9: b: x",
        "a.md:9: z: x",
        "a.md:10: x",
        "b.md:1: x",
    ]


def test_the_stock_finds_pages_of_exactly_one_kind():
    common = {"titel": "T", "freigabe": "entwurf", "stand": "2026-11-22"}
    page = Seite(slug="a", path="kompass/a.md", **common)
    glossary = Glossar(slug="a", path="kompass/b.md", begriffe=(), **common)
    stock = Bestand((page, glossary))
    assert list(stock.of(Seite)) == [page]
    assert stock.find(Glossar, "a") is glossary
    assert stock.find(Schritt, "a") is None
