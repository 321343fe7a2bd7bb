"""A page by keyboard alone: one Tab after the other, until the focus is back at the start."""

from __future__ import annotations

from collections.abc import Iterator

from playwright.sync_api import Page

from .findings import Finding
from .opening import ask

SKIP_LINK = 'href="#kompass-inhalt"'
SPARE = 25
"""So many stops more than counted are no trap yet: frames that scroll, parts that appear."""


def walk(page: Page, name: str) -> Iterator[Finding]:
    """Yield what is wrong with stops: none visible, hidden by sticky parts, missing, a trap."""
    expected = int(ask(page, "haltestellen"))
    stops = 0
    for _ in range(expected + SPARE):
        page.keyboard.press("Tab")
        stop = ask(page, "fokus")
        if stop is None or stop["bekannt"]:
            break
        stops += 1
        if stops == 1 and SKIP_LINK not in stop["stelle"]:
            yield Finding(name, "Sprunglink", stop["stelle"], "„Zum Inhalt springen“ zuerst")
        if not stop["sichtbar"]:
            yield Finding(name, "Fokus unsichtbar", stop["stelle"], ":focus-visible umranden")
        if stop["verdeckt"]:
            yield Finding(name, "Fokus verdeckt", stop["stelle"], "scroll-padding vergrößern")
    else:
        yield Finding(
            name, "Tastaturfalle", f"mehr als {expected + SPARE} Halte", "Runde schließen"
        )
    if stops < expected:
        place = f"{stops} von {expected} Halten erreicht"
        yield Finding(name, "Tastatur", place, "tabindex und hidden prüfen")
