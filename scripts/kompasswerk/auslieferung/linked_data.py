"""A page in the words of schema.org, as JSON-LD: what it is, from when, after which sources.

A type is only used where it is true: a step is a way to do something, the glossary a set of
terms, the list of municipalities a set of data; everything else is an article or a web page.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from ..model.records import Quelle, Zeitraum
from ..model.seiten import Arbeitsblatt, Fall, Glossar, Seite
from .addresses import Address
from .described import Described

TYPES: Mapping[str, str] = {
    "fall": "Article",
    "pilot": "Article",
    "instrument": "Article",
    "programm": "Article",
    "schritt": "HowTo",
    "arbeitsblatt": "LearningResource",
    "glossar": "DefinedTermSet",
    "gemeindeliste": "Dataset",
}
PLAIN = "WebPage"
LICENSE = "https://creativecommons.org/licenses/by/4.0/"
"""As decision 0001 proposes; ``copyrightNotice`` says that it is a proposal."""
_ESCAPED = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026"}
"""So no text of a page can end the script element that holds the data."""


@dataclass(frozen=True)
class Work:
    """The handbook that a page is part of."""

    name: str
    author: str
    notice: str


def json_ld(described: Described, work: Work, address: Address) -> str:
    """Return the data of a page, safe inside of a script element, keys in a fixed order."""
    facts = {key: value for key, value in _facts(described, work, address) if value}
    text = json.dumps(facts, ensure_ascii=False, separators=(",", ":"))
    return "".join(_ESCAPED.get(letter, letter) for letter in text)


def _facts(described: Described, work: Work, address: Address) -> Iterator[tuple[str, Any]]:
    url = address.absolute(described.uri)
    author = {"@type": "Organization", "name": work.author}
    yield "@context", "https://schema.org"
    yield "@type", TYPES.get(described.art, PLAIN)
    yield "@id", url
    yield "url", url
    yield "name", described.title
    yield "headline", described.title if TYPES.get(described.art) == "Article" else ""
    yield "description", described.description
    yield "inLanguage", "de"
    yield "author", author
    yield "license", LICENSE
    yield "copyrightNotice", work.notice
    yield "isPartOf", {"@type": "WebSite", "name": work.name} | _url(address.absolute(""))
    if described.page is not None:
        yield from _of_page(described.page)
    if described.place:
        yield "spatialCoverage", {"@type": "Place", "name": described.place}


def _of_page(page: Seite) -> Iterator[tuple[str, Any]]:
    yield "dateModified", page.stand
    yield "creativeWorkStatus", "Draft" if page.freigabe == "entwurf" else "Published"
    if isinstance(page, Fall):
        yield "temporalCoverage", _years(page.zeitraum)
    if isinstance(page, Arbeitsblatt) and page.dauer:
        yield "timeRequired", f"PT{page.dauer}M"
    if isinstance(page, Glossar):
        yield "hasDefinedTerm", [_term(each.begriff, each.synonyme) for each in page.begriffe]
    yield "citation", [_source(quelle) for quelle in page.quellen]


def _years(span: Zeitraum) -> str:
    """Return a span of years as ISO 8601, empty where no source says when it ended or goes on."""
    if not span.beginn or not (span.ende or span.laufend == "ja"):
        return ""
    return f"{span.beginn}/{span.ende or '..'}"


def _term(name: str, synonyms: tuple[str, ...]) -> dict[str, Any]:
    term: dict[str, Any] = {"@type": "DefinedTerm", "name": name}
    return term | ({"alternateName": list(synonyms)} if synonyms else {})


def _source(quelle: Quelle) -> dict[str, Any]:
    source: dict[str, Any] = {"@type": "CreativeWork", "name": quelle.titel}
    source["publisher"] = {"@type": "Organization", "name": quelle.herausgeber}
    if quelle.jahr:
        source["datePublished"] = str(quelle.jahr)
    return source | _url(quelle.url or "")


def _url(address: str) -> dict[str, str]:
    return {"url": address} if address else {}
