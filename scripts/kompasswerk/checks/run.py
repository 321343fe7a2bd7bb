"""All rules over all pages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import PurePosixPath

from ..model.arten import ARTEN
from ..model.findings import Finding
from ..model.seiten import Bestand
from ..reading.blaetter import read_sheets
from ..reading.files import START_PAGE, Loaded
from ..reading.markdown import read_body
from ..reading.pages import LoadedPage
from ..reading.rules import READING_RULES, Rule
from . import (
    angaben,
    bestand,
    bilder,
    buendnis,
    datenschutz,
    formular,
    freigabe,
    gliederung,
    kurzinfo,
    objektpfad,
    orte,
    quellen,
    readability,
    teaser,
    umbenannt,
    verweise,
    wording,
)
from .registry import PageRule, Stock, StockRule, Subject

_MODULES = (
    angaben,
    quellen,
    gliederung,
    verweise,
    bilder,
    datenschutz,
    formular,
    freigabe,
    readability,
    wording,
    bestand,
    umbenannt,
    orte,
    objektpfad,
    buendnis,
    teaser,
    kurzinfo,
)
_DECLARED: list[object] = [value for module in _MODULES for value in vars(module).values()]
PAGE_RULES = tuple(rule for rule in _DECLARED if isinstance(rule, PageRule))
STOCK_RULES = tuple(rule for rule in _DECLARED if isinstance(rule, StockRule))
ALL_RULES: tuple[Rule, ...] = (
    *READING_RULES,
    *(declared.rule for declared in PAGE_RULES),
    *(declared.rule for declared in STOCK_RULES),
)


def check(loaded: Loaded, today: date) -> tuple[Finding, ...]:
    """Return every finding of reading and of all rules, sorted; ``today`` decides what is due."""
    stock = _stock(loaded, today)
    findings = list(loaded.findings)
    for page in loaded.pages:
        findings.extend(check_page(page, stock))
    for rule in STOCK_RULES:
        findings.extend(rule.findings(stock))
    return tuple(sorted(set(findings)))


def check_single(loaded: Loaded, page: LoadedPage, today: date) -> tuple[Finding, ...]:
    """Return every finding about one page that takes the place of the one with its path.

    ``loaded`` may not have such a page yet.
    """
    pages = [*(each for each in loaded.pages if each.path != page.path), page]
    others = sorted(pages, key=lambda each: each.path)
    content = tuple(each.page for each in others if each.page is not None)
    stock = _stock(replace(loaded, pages=tuple(others), bestand=Bestand(content)), today)
    findings = [*page.findings, *check_page(page, stock)]
    for rule in STOCK_RULES:
        findings += [each for each in rule.findings(stock) if each.path == page.path]
    return tuple(sorted(set(findings)))


def check_page(page: LoadedPage, stock: Stock) -> Iterator[Finding]:
    """Yield what the page rules find; nothing for a file whose front matter is unreadable."""
    if page.art is None:
        return
    subject = Subject(page, read_body(page.body, page.body_line))
    for rule in PAGE_RULES:
        yield from rule.findings(subject, stock)


def _stock(loaded: Loaded, today: date) -> Stock:
    return Stock(
        root=loaded.root,
        today=today,
        vocabulary=loaded.vocabulary,
        pages=loaded.pages,
        slugs={art: tuple(_slugs(loaded, art)) for art in ARTEN},
        terms=tuple(_terms(loaded)),
        documents=tuple(_documents(loaded)),
        sheets=read_sheets(loaded),
        renamed=loaded.renamed,
        moved=loaded.moved,
        orte=loaded.orte,
        objektpfad=loaded.objektpfad,
        buendnis=loaded.buendnis,
        teaser=loaded.teaser,
        kurzinfo=loaded.kurzinfo,
    )


def _slugs(loaded: Loaded, art: str) -> Iterator[str]:
    """Yield the slugs of a kind; a file that tells no kind counts for that of its folder."""
    for page in loaded.pages:
        folder = str(PurePosixPath(page.path).parent)
        if (page.art is None and folder == ARTEN[art].folder) or (
            page.art is not None and page.art.key == art
        ):
            yield page.slug


def _terms(loaded: Loaded) -> Iterator[str]:
    for page in loaded.pages:
        for entry in page.entries:
            if entry.field.key == "begriff" and isinstance(entry.value, str):
                yield entry.value


def _documents(loaded: Loaded) -> Iterator[str]:
    yield START_PAGE.removesuffix(".md")
    yield from (page.path.removesuffix(".md") for page in loaded.pages)
