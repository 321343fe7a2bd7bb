"""What is checked on an open page besides axe: one function for each question."""

from __future__ import annotations

from collections.abc import Iterator

from playwright.sync_api import Page

from .findings import Finding
from .opening import HEIGHT, ask
from .pages import WIDTHS

SPACING = """* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
  word-spacing: 0.16em !important; }
p { margin-bottom: 2em !important; }"""
"""What WCAG 1.4.12 lets readers set."""


def check_structure(page: Page, name: str) -> Iterator[Finding]:
    """Language, title, one ``h1``, no level skipped; landmarks, each with a name of its own."""
    for place in ask(page, "gliederung"):
        yield Finding(name, "Gliederung", place, "Überschriften der Reihe nach, html lang=de")
    for place in ask(page, "bereiche"):
        yield Finding(name, "Bereiche", place, "jedem Bereich einen eigenen deutschen Namen geben")


def check_width(page: Page, name: str) -> Iterator[Finding]:
    """Nothing is wider than the window (WCAG 1.4.10)."""
    for place in ask(page, "ueberbreite"):
        yield Finding(
            name, "Breite", place, "umbrechen lassen oder in einen rollenden Rahmen setzen"
        )


def check_motion(page: Page, name: str) -> Iterator[Finding]:
    """Nothing moves where the system asks for little motion."""
    for place in ask(page, "bewegung"):
        yield Finding(name, "Bewegung", place, "unter prefers-reduced-motion abschalten")


def check_spacing(page: Page, name: str) -> Iterator[Finding]:
    """Nothing gets lost when readers widen lines, letters and words (WCAG 1.4.12).

    Changes the page for good: the last check of a page.
    """
    page.add_style_tag(content=SPACING)
    for place in [*ask(page, "abgeschnitten"), *ask(page, "ueberbreite")]:
        yield Finding(name, "Textabstand", place, "keine feste Höhe, kein overflow: hidden")


def check_print(page: Page, name: str) -> Iterator[Finding]:
    """Everything folded is open on paper."""
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    for place in ask(page, "zugeklappt"):
        yield Finding(name, "Druck", place, "in druck.css oder vor dem Drucken öffnen")
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    page.emulate_media(media="screen")


def check_page(page: Page, name: str) -> list[Finding]:
    """Run all checks; the page is wide at first and narrow, with wide letters, at the end."""
    found: list[Finding] = []
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": HEIGHT})
        found += list(check_width(page, f"{name} ({width} px)"))
    for check in (check_structure, check_motion, check_print, check_spacing):
        found += list(check(page, name))
    return found
