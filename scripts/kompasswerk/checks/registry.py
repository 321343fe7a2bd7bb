"""What a rule is: an id, a German title and help, and one function that finds."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from ..model.buendnis import Buendnis
from ..model.findings import Finding, Severity
from ..model.formular import Blatt
from ..model.kurzinfo import Kurzinfos
from ..model.orte import Orte
from ..model.teaser import Teaser
from ..model.umbenannt import Umbenennung, Umzug
from ..model.vocabulary import Vocabulary
from ..reading.body import Body
from ..reading.files import LoadedObjektpfad
from ..reading.pages import LoadedPage
from ..reading.rules import Rule


@dataclass(frozen=True)
class Subject:
    """The page that a rule looks at, with its text taken apart."""

    loaded: LoadedPage
    body: Body


@dataclass(frozen=True)
class Stock:
    """Everything that a page may refer to.

    ``slugs`` are by kind of page, also of files that could not be read. ``terms`` are the
    glossary's terms, ``documents`` the paths of all pages without ``.md``. ``sheets`` are the
    worksheets with their fields, ``renamed`` fields and ``moved`` pages that
    had another name, ``orte`` the places of the map, ``objektpfad`` the rules of „Was tun mit
    diesem Haus?“, ``buendnis`` the alliance's data, ``teaser`` those of both banks,
    ``kurzinfo`` the hand-outs.
    """

    root: Path
    today: date
    vocabulary: Vocabulary
    pages: tuple[LoadedPage, ...]
    slugs: Mapping[str, tuple[str, ...]]
    terms: tuple[str, ...]
    documents: tuple[str, ...]
    sheets: tuple[Blatt, ...]
    renamed: tuple[Umbenennung, ...]
    moved: tuple[Umzug, ...]
    orte: Orte
    objektpfad: LoadedObjektpfad
    buendnis: Buendnis
    teaser: tuple[Teaser, ...] = ()
    kurzinfo: Kurzinfos | None = None


@dataclass(frozen=True)
class Found:
    """What a rule has to say; ``path`` only where a rule looks at many files."""

    line: int
    key: str
    message: str
    path: str = ""


PageCheck = Callable[[Subject, Stock], Iterator[Found]]
StockCheck = Callable[[Stock], Iterator[Found]]


@dataclass(frozen=True)
class PageRule:
    """A rule about one page."""

    rule: Rule
    check: PageCheck

    def findings(self, subject: Subject, stock: Stock) -> Iterator[Finding]:
        """Yield what the rule finds on the page."""
        for found in self.check(subject, stock):
            yield _finding(found, self.rule, subject.loaded.path)


@dataclass(frozen=True)
class StockRule:
    """A rule about all pages together."""

    rule: Rule
    check: StockCheck

    def findings(self, stock: Stock) -> Iterator[Finding]:
        """Yield what the rule finds in the stock."""
        for found in self.check(stock):
            yield _finding(found, self.rule, found.path)


def page_rule(
    name: str, title: str, severity: Severity = Severity.ERROR
) -> Callable[[PageCheck], PageRule]:
    """Return a decorator that makes a rule of a function; its German docstring is the help."""
    return lambda check: PageRule(Rule(name, title, _help(check), severity), check)


def stock_rule(
    name: str, title: str, severity: Severity = Severity.ERROR
) -> Callable[[StockCheck], StockRule]:
    """Return a decorator like ``page_rule`` for a rule about all pages together."""
    return lambda check: StockRule(Rule(name, title, _help(check), severity), check)


def _help(check: Callable[..., object]) -> str:
    return " ".join((inspect.getdoc(check) or "").split())


def _finding(found: Found, rule: Rule, path: str) -> Finding:
    return Finding(path, found.line, found.key, found.message, rule.id, rule.severity)
