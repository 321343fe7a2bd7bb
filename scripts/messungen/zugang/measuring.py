"""All checks on all types of page; each gives its findings under one of the names below."""

from __future__ import annotations

import sys
from collections.abc import Collection
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser

from . import axe, lighthouse
from .checks import check_page
from .findings import Finding
from .german import check_german
from .keyboard import walk
from .lighthouse import Scores
from .nu import check_html
from .opening import bring_into, opened_browser, opened_page
from .pages import GRID, PAGES, PageType
from .programs import Programs
from .serving import served
from .weight import Weight, check_weight, weigh

AXE, NU, KEYBOARD, PAGE, GERMAN, LIGHTHOUSE, WEIGHT = (
    "axe", "nu", "tastatur", "seite", "deutsch", "lighthouse", "gewicht",
)  # fmt: skip
KEYBOARD_WIDTHS = (1280, 390)


@dataclass
class Measured:
    """What a run has found, by check and by type of page."""

    kinds: list[PageType]
    pages: int
    chromium: str = ""
    findings: dict[str, list[Finding]] = field(default_factory=dict)
    scores: dict[tuple[str, str], Scores] = field(default_factory=dict)
    """By name of the type and by form."""
    weights: dict[str, Weight] = field(default_factory=dict)

    def all_findings(self) -> list[Finding]:
        """Return the findings of all checks in the order of the checks."""
        return [each for found in self.findings.values() for each in found]


def measure(site: Path, programs: Programs, names: Collection[str] = ()) -> Measured:
    """Check a finished website; what is being done goes to standard output.

    ``names`` are the types of page to look at; none means all. Raises ``RuntimeError`` if a page
    of a type is missing or if a program fails.
    """
    kinds = [each for each in _there(site) if not names or each.name in names]
    done = Measured(kinds, sum(1 for _ in site.rglob("*.html")))
    for name in (AXE, NU, KEYBOARD, PAGE, GERMAN, LIGHTHOUSE, WEIGHT):
        done.findings[name] = []
    _tell("Nu HTML Checker und deutsche Wörter, alle Seiten")
    done.findings[NU] = check_html(programs.nu, site)
    done.findings[GERMAN] = check_german(site)
    german = axe.read_locale(programs.axe_german)
    with served(site) as home, opened_browser() as browser:
        done.chromium = browser.version
        for kind in done.kinds:
            _tell(f"{kind.name}: axe, Tastatur, Druck, Gewicht")
            _look(browser, home, kind, done, german)
            done.weights[kind.name] = weigh(browser, home, site, kind.loaded or kind.address)
            done.findings[WEIGHT] += check_weight(done.weights[kind.name], kind.name)
    with served(site) as home:  # Lighthouse starts a Chromium of its own; two would disturb it
        for kind in done.kinds:
            _score(programs.lighthouse, home, kind, done)
    return done


def _there(site: Path) -> list[PageType]:
    kinds = list(PAGES)
    missing = [each.address for each in kinds if not (site / each.file).is_file()]
    if missing:
        message = (
            f"In der Website fehlt {', '.join(missing)}. Bitte nennen Sie in "
            "scripts/messungen/zugang/pages.py eine andere Seite dieser Art."
        )
        raise RuntimeError(message)
    return kinds


def _look(
    browser: Browser, home: str, kind: PageType, done: Measured, german: dict[str, Any]
) -> None:
    with opened_page(browser, home, kind) as page:
        for state in GRID:
            bring_into(page, state)
            done.findings[AXE] += axe.run_axe(page, f"{kind.name} ({state})", german)
        bring_into(page, GRID[0])
        done.findings[PAGE] += check_page(page, kind.name)
    for width in KEYBOARD_WIDTHS:
        with opened_page(browser, home, kind, width) as page:
            done.findings[KEYBOARD] += walk(page, f"{kind.name} ({width} px)")


def _score(program: Path, home: str, kind: PageType, done: Measured) -> None:
    url = f"{home}/{kind.loaded or kind.address}"
    for form in lighthouse.FORMS:
        name = f"{kind.name} ({form})"
        _tell(f"{name}: Lighthouse")
        scores = lighthouse.score(program, url, form, listed=kind.listed)
        done.scores[kind.name, form] = scores
        done.findings[LIGHTHOUSE] += lighthouse.check_scores(scores, name)


def _tell(what: str) -> None:
    sys.stdout.write(f"{what} …\n")
    sys.stdout.flush()
