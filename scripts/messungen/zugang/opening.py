"""Opening pages in the Chromium of the system, in a state."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright

from .pages import DARK, FORCED, PageType, State

QUIET = (
    "--no-sandbox",  # may run as root, for instance in a container
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)
HEIGHT = 900
_IN_PAGE = (Path(__file__).parent / "seite.js").read_text(encoding="utf-8")


def chromium() -> str:
    """Return the path of the program; raises ``FileNotFoundError`` with the line that helps."""
    program = shutil.which("chromium") or shutil.which("chromium-browser")
    if program is None:
        message = "Chromium fehlt. Auf Debian und Ubuntu: sudo apt-get install -y chromium"
        raise FileNotFoundError(message)
    return program


@contextmanager
def opened_browser() -> Iterator[Browser]:
    """Give a browser that asks no other host."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=list(QUIET))
        yield browser
        browser.close()


@contextmanager
def opened_page(browser: Browser, home: str, kind: PageType, width: int = 1280) -> Iterator[Page]:
    """Give a page that shows what it has to, in a system that asks for little motion.

    ``home`` is the address of the website's folder, without a slash at its end.
    """
    with new_page(browser, width) as page:
        page.goto(f"{home}/{kind.address}")
        page.wait_for_selector(kind.shows)
        yield page


@contextmanager
def new_page(browser: Browser, width: int = 1280) -> Iterator[Page]:
    """Give an empty page; what is measured there may not depend on its rules for scripts."""
    size = {"width": width, "height": HEIGHT}
    with browser.new_context(viewport=size, reduced_motion="reduce", bypass_csp=True) as context:
        yield context.new_page()


def bring_into(page: Page, state: State) -> None:
    """Change width and colours of a page that is open."""
    page.set_viewport_size({"width": state.width, "height": HEIGHT})
    page.emulate_media(
        color_scheme="dark" if state.scheme == DARK else "light",
        forced_colors="active" if state.scheme == FORCED else "none",
    )


def wait_for(page: Page, condition: str) -> None:
    """Wait until a condition in JavaScript holds; ``TimeoutError`` after ten seconds.

    Playwright's own way compiles a text in the page, which our pages forbid.
    """
    for _ in range(200):
        if page.evaluate(f"Boolean({condition})"):
            return
        page.wait_for_timeout(50)
    raise TimeoutError(condition)


def ask(page: Page, name: str) -> Any:
    """Return what a function of ``seite.js`` says about the page."""
    return page.evaluate(f"{_IN_PAGE}.{name}()")
