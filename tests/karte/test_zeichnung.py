"""What is drawn for a few pages."""

from __future__ import annotations

import re
from itertools import combinations
from math import hypot
from xml.etree import ElementTree

from kompasswerk.karte.lage import Eintrag, ausschnitt, stellen
from kompasswerk.karte.umriss import read_umriss
from kompasswerk.karte.zeichnung import deutschland, thueringen
from kompasswerk.model.orte import Punkt

ERFURT, JENA = Punkt("Erfurt", 50.98, 11.04), Punkt("Jena", 50.93, 11.59)
LEIPZIG, DRESDEN = Punkt("Leipzig", 51.34, 12.37), Punkt("Dresden", 51.05, 13.74)
PART = ausschnitt(read_umriss().thueringen, 360)
FINGER = 24


def page(name: str, *punkte: Punkt) -> Eintrag:
    return Eintrag(f"bestpractice/{name}", f"Fall {name}", punkte)


def drawn(svg: str) -> ElementTree.Element:
    return ElementTree.fromstring(svg)  # noqa: S314


def test_each_page_is_a_link_with_its_place_and_title():
    svg = drawn(thueringen([page("eins", ERFURT)], "Karte: Thüringen", lambda seite: f"../{seite}"))
    (link,) = svg.iter("a")
    assert link.attrib == {
        "data-seite": "bestpractice/eins",
        "href": "../bestpractice/eins",
        "tabindex": "-1",
    }
    assert link.findtext("title") == "Erfurt: Fall eins"
    assert svg.attrib["aria-label"] == "Karte: Thüringen"
    assert [text.text for text in svg.iter("text")] == ["Erfurt"]


def test_titles_cannot_break_the_drawing():
    evil = Eintrag('a"><script>', "<b> & „so“", (ERFURT,))
    svg = drawn(thueringen([evil], '"<', lambda seite: seite))
    (link,) = svg.iter("a")
    assert link.attrib["data-seite"] == 'a"><script>'
    assert link.findtext("title") == "Erfurt: <b> & „so“"


def test_a_page_with_two_places_has_two_points_and_none_without():
    svg = deutschland([page("a", LEIPZIG, DRESDEN), page("b")], "x", lambda seite: seite)
    assert re.findall(r"<title>([^<]+)", svg) == ["Dresden: Fall a", "Leipzig: Fall a"]


def test_points_of_one_place_and_of_its_neighbours_can_all_be_hit():
    pages = [page(str(number), ERFURT) for number in range(5)]
    pages += [page(str(number), JENA) for number in range(5, 8)]
    marks = [mark for place in stellen(pages, PART) for mark in place.marken]
    assert len(marks) == len(pages)
    nearest = min(hypot(a.x - b.x, a.y - b.y) for a, b in combinations(marks, 2))
    assert nearest >= FINGER
    assert all(12 <= mark.x <= PART.width - 12 and 12 <= mark.y <= PART.height - 12
               for mark in marks)  # fmt: skip


def test_a_place_is_named_once_and_points_that_moved_lead_back_to_it():
    svg = thueringen([page(str(number), ERFURT) for number in range(3)], "x", lambda seite: seite)
    assert svg.count("<text") == 1
    assert svg.count('class="linie"') == 3


def test_a_name_without_room_is_there_for_a_selection_that_leaves_some():
    crowd = [page(str(n), Punkt(f"Ort {n}", 50.9 + n / 50, 11.0 + n / 100)) for n in range(20)]
    svg = drawn(thueringen(crowd, "x", lambda seite: seite))
    texts = list(svg.iter("text"))
    assert len(texts) == 20
    assert {text.get("class") for text in texts} == {None, "ohne-platz"}
    assert all(re.fullmatch(r"[\d.]+ [\d.]+", place.get("data-ort", "")) for place in svg.iter("g"))


def test_names_never_lie_upon_each_other():
    crowd = [page(str(n), Punkt(f"Ort {n}", 50.9 + n / 50, 11.0 + n / 100)) for n in range(20)]
    named = [place.schrift for place in stellen(crowd, PART) if place.schrift]
    assert 0 < len(named) < len(crowd)
    assert len({(round(x), round(y)) for x, y, _ in named}) == len(named)


def test_the_same_pages_give_the_same_drawing_in_any_order():
    pages = [page("a", ERFURT), page("b", ERFURT), page("c", JENA)]
    assert thueringen(pages, "x", str) == thueringen(pages[::-1], "x", str)


def test_many_points_do_not_take_long():
    crowd = [page(str(number), ERFURT) for number in range(400)]
    assert sum(len(place.marken) for place in stellen(crowd, PART)) == 400
