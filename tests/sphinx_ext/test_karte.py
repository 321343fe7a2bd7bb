"""``{karte}``: drawing and list on the website, the list alone on paper, never stale."""

from __future__ import annotations

import re

from beispiele import fall, projekt
from docutils import nodes

from kompasswerk.sphinx_ext.nodes import fallkarte

HEAD = "quelle: GeoNames\nlizenz: CC BY 4.0\nadresse: https://www.geonames.org/\norte:\n"
MUSTER = "  - {ort: Musterstadt, land: Thüringen, lat: 50.98, lon: 11.03}\n"
LEIPZIG = "  - {ort: Leipzig, land: Sachsen, lat: 51.34, lon: 12.37}\n"


def with_map() -> dict[str, str]:
    files = projekt()
    files["bestpractice/index.md"] += "\n:::{karte}\n:::\n"
    files["bestpractice/umbau.md"] = fall("Umbau", "umnutzung").replace(
        "ort: Musterstadt\nland: Thüringen", "ort: Leipzig\nland: Sachsen"
    )
    files["kompass/orte.yaml"] = HEAD + MUSTER + LEIPZIG
    return files


def shown(html: str, part: str) -> list[str]:
    return re.findall(rf'<{part} data-seite="([^"]+)"', html)


def test_points_and_list_stand_for_the_same_cases(build):
    html = build(with_map()).html("bestpractice/index")
    both = ["bestpractice/laden-auf-zeit", "bestpractice/umbau"]
    assert shown(html, "a") == both
    assert shown(html, "li") == both
    assert 'href="laden-auf-zeit.html" tabindex="-1"' in html
    assert html.index("<dt>Thüringen") < html.index("<dt>Sachsen")


def test_the_sources_of_lines_and_places_are_named(build):
    html = build(with_map()).html("bestpractice/index")
    assert 'href="https://www.naturalearthdata.com/"' in html
    assert re.search(r'href="https://www.geonames.org/"[^>]*>GeoNames</a> \(CC BY 4.0\)', html)


def test_a_case_without_point_stands_in_the_list_alone(build):
    files = {**with_map(), "kompass/orte.yaml": HEAD + LEIPZIG}
    html = build(files).html("bestpractice/index")
    assert shown(html, "a") == ["bestpractice/umbau"]
    assert len(shown(html, "li")) == 2
    assert "<figcaption>Thüringen" not in html


def test_a_moved_place_moves_the_point_in_the_next_build(build):
    files = with_map()
    before = build(files).html("bestpractice/index")
    moved = files["kompass/orte.yaml"].replace("lat: 50.98", "lat: 51.20")
    after = build({"kompass/orte.yaml": moved}).html("bestpractice/index")
    assert before != after


def test_what_is_wrong_with_the_list_is_a_warning_with_its_line(build):
    files = {**with_map(), "kompass/orte.yaml": HEAD + MUSTER + MUSTER + LEIPZIG}
    warnings = build(files).warnings
    assert "orte.yaml:6: WARNING: Der Ort steht schon in Zeile 5." in warnings


def test_paper_has_the_list_without_the_drawing(build):
    built = build(with_map(), "probe", extensions=("probe_builder",))
    doctree = built.doctree("bestpractice/index")
    terms = [term.astext() for term in doctree.findall(nodes.term)]
    assert terms[:2] == ["Thüringen", "Sachsen"]
    assert list(doctree.findall(fallkarte)) == []
    assert built.warnings == ""
