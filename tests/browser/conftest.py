"""The real website in a real browser, opened as a folder, as from the offline copy."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from ausfuellblatt import build_sheets
from echtes_handbuch import ROOT, run_builder
from katalogfaelle import build_catalogue
from playwright.sync_api import Browser, Page

from messungen.zugang.opening import opened_browser


@pytest.fixture(scope="session")
def site(tmp_path_factory) -> Path:
    return run_builder(ROOT, tmp_path_factory.mktemp("website"), "html")


@pytest.fixture(scope="session")
def sheets(tmp_path_factory) -> Path:
    """Return the folder with two small worksheets, ``alle-arten`` and ``zweites``."""
    return build_sheets(tmp_path_factory.mktemp("blaetter")) / "kompass/arbeitsblaetter"


@pytest.fixture(scope="session")
def catalogue(tmp_path_factory) -> str:
    """Return the address of a catalogue with five cases, see ``katalogfaelle.CASES``."""
    site = build_catalogue(tmp_path_factory.mktemp("katalog"))
    return f"file://{site}/bestpractice/index.html"


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with opened_browser() as browser:
        yield browser


@pytest.fixture
def page(browser) -> Iterator[Page]:
    """Return an empty page that stops at the first error of a script."""
    errors: list[str] = []
    with browser.new_context(viewport={"width": 1280, "height": 900}) as context:
        page = context.new_page()
        page.on("pageerror", lambda error: errors.append(str(error)))
        yield page
    assert errors == []


@pytest.fixture
def basket(page, site) -> Callable[..., Page]:
    """Return a function that opens the page of the basket with pages in it, as on a stick."""

    def run(*pages: str, address: str = "") -> Page:
        page.goto(f"file://{site}/merkzettel.html")
        page.evaluate("(seiten) => Kompass.korb.setze(seiten)", list(pages))
        if address:
            page.goto("about:blank")
            page.goto(f"file://{site}/merkzettel.html{address}")
        return page

    return run
