"""The real website in a real browser, opened as a folder, as from the offline copy."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from ausfuellblatt import build_sheets
from echtes_handbuch import ROOT, run_builder
from katalogfaelle import build_catalogue
from playwright.sync_api import Browser, Page, sync_playwright

QUIET = [
    "--no-sandbox",  # the tests may run as root, for instance in a container
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]


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
    program = shutil.which("chromium") or shutil.which("chromium-browser")
    assert program, "Chromium fehlt: apt-get install chromium"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=QUIET)
        yield browser
        browser.close()


@pytest.fixture
def page(browser) -> Iterator[Page]:
    """Return an empty page that stops at the first error of a script."""
    errors: list[str] = []
    with browser.new_context(viewport={"width": 1280, "height": 900}) as context:
        page = context.new_page()
        page.on("pageerror", lambda error: errors.append(str(error)))
        yield page
    assert errors == []
