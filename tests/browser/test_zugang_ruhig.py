"""Nothing moves once it is seen: what scripts add has its place before they run.

Scripts wait until the page is painted without them, as on a slow line. What Chromium then counts as
a shift of the layout is what Lighthouse takes points off for.
"""

from __future__ import annotations

import pytest

from messungen.zugang.opening import wait_for
from messungen.zugang.serving import served

pytestmark = pytest.mark.xdist_group("browser")

EARLY = "zuerst.js"
"""How scripts end that run before anything is painted."""
DESK, PHONE = (1350, 940), (412, 823)
"""Windows of Lighthouse."""
MOVED = """() => new Promise((tell) => {
  const seen = new PerformanceObserver((list) => {
    seen.disconnect();
    const name = ({ node }) => node?.className || node?.id;
    tell(list.getEntries().map((each) =>
      `${each.value.toFixed(4)} ${each.sources.map(name).join(", ")}`));
  });
  seen.observe({ type: "layout-shift", buffered: true });
  setTimeout(() => tell([]), 300);
})"""
PAINTED = "performance.getEntriesByName('first-contentful-paint').length"
COLLECTED = "() => localStorage.setItem('kompass-korb', '[\"bestpractice/blank-jena\"]')"


@pytest.fixture(scope="module")
def home(site):
    with served(site) as address:
        yield address


def moved(browser, address: str, size: tuple[int, int]) -> list[str]:
    """Return each shift of the layout with the elements that moved."""
    width, height = size
    with browser.new_context(viewport={"width": width, "height": height}) as context:
        page = context.new_page()
        held: list = []
        page.route(
            lambda url: ".js" in url and EARLY not in url,
            lambda route: route.continue_() if held is None else held.append(route),
        )
        page.goto(address, wait_until="commit")
        wait_for(page, PAINTED)
        waiting, held = held, None
        for route in waiting:
            route.continue_()
        page.wait_for_load_state("load")
        found: list[str] = page.evaluate(MOVED)
    return found


@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
@pytest.mark.parametrize(
    "address",
    [
        "bestpractice/goldschmiede-eisenach.html",
        "bestpractice/index.html",
        "kompass/arbeitsblaetter/auftrag.html",
        "kompass/foerderung/staedtebaufoerderung.html",
        "kompass/glossar.html",
        "merkzettel.html",
    ],
)
def test_scripts_move_nothing(browser, home, address, size):
    assert moved(browser, f"{home}/{address}", size) == []


def test_the_text_is_as_wide_before_the_list_of_the_page_has_arrived(page, site):
    page.set_viewport_size({"width": 1400, "height": 900})
    page.goto(f"file://{site}/kompass/arbeitsblaetter/auftrag.html")
    wide = "document.querySelector('article').getBoundingClientRect().width"
    whole = page.evaluate(wide)
    page.evaluate("document.querySelector('.toc-drawer').remove()")
    assert page.evaluate(wide) == whole


def test_who_has_collected_pages_never_sees_an_empty_list(browser, home):
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(f"{home}/merkzettel.html")
        empty = page.locator(".merkzettel-leer")
        assert empty.is_visible()
        page.evaluate(COLLECTED)
        page.route("**/merkzettel.js*", lambda route: route.abort())
        page.reload()
        assert not empty.is_visible()
