"""What a page gets from its front matter, and what readers see of it."""

from __future__ import annotations

import pytest
from beispiele import fall, projekt


@pytest.fixture
def site(build):
    return build(projekt())


def test_a_complete_project_builds_without_a_warning(site):
    assert site.warnings == ""


def test_the_title_comes_from_the_front_matter(site):
    assert "<h1>Laden auf Zeit" in site.html("bestpractice/laden-auf-zeit")


def test_steps_show_their_number_in_title_and_links(site):
    assert "<h1>Schritt 3: Bestand erfassen" in site.html("kompass/schritte/bestand-erfassen")
    assert "Schritt 3: Bestand erfassen</span></a>" in site.html("bestpractice/laden-auf-zeit")


@pytest.mark.parametrize(
    "text",
    [
        "12.345 (Stand 31.\u00a0Dezember 2024)",
        "große Kleinstadt",
        "seit 2020",
        "44.649\u00a0Euro: halbe Stelle (Stand 2020)",
        "22.\u00a0November 2026, Entwurf",
    ],
)
def test_the_fact_box_says_it_in_german(site, text):
    assert text in site.html("bestpractice/laden-auf-zeit").replace("&#160;", "\u00a0").replace(
        "&nbsp;", "\u00a0"
    )


def test_paper_names_the_effect_in_the_fact_box(site):
    read = site.app.env.get_doctree("bestpractice/laden-auf-zeit").astext()
    assert "leere Läden: vorher 20, nachher 15\u00a0Läden (Stand 2023)" in read


def test_sources_are_numbered_with_anchors_that_do_not_depend_on_order(site):
    html = site.html("bestpractice/laden-auf-zeit")
    assert '<li id="quelle-q1">' in html
    assert '<li id="quelle-q2">' in html
    assert 'href="#quelle-q2" aria-label="Quelle 2">2</a>' in html


def test_citations_follow_the_full_stop_and_are_kept_apart(site):
    html = site.html("bestpractice/laden-auf-zeit")
    cited = html[html.index("<p>Eine Stelle vermittelt.") :].partition("</p>")[0]
    assert cited.startswith("<p>Eine Stelle vermittelt.<a ")
    assert '>1</a><sup>,</sup><a class="quellenverweis"' in cited


def test_transferability_is_marked_as_a_judgement_of_the_editors(site):
    html = site.html("bestpractice/laden-auf-zeit")
    box = html[html.index("einschaetzung") :]
    assert box.index("Einschätzung der Redaktion") < box.index("Für kleine Städte gut geeignet.")


def test_pages_say_who_mentions_them(site):
    case = site.html("bestpractice/laden-auf-zeit")
    step = site.html("kompass/schritte/bestand-erfassen")
    assert "Schritt 3: Bestand erfassen" in case[case.index("Wird erwähnt in") :]
    assert "Laden auf Zeit" in step[step.index("Wird erwähnt in") :]


def test_special_characters_in_a_title_stay_text(build):
    files = projekt()
    files["bestpractice/laden-auf-zeit.md"] = fall(titel="'A*b* {c} <d> `e` „f“ 100 % #1'")
    built = build(files)
    assert built.warnings == ""
    assert built.doctree("bestpractice/laden-auf-zeit").next_node().next_node().astext() == (
        "A*b* {c} <d> `e` „f“ 100 % #1"
    )


def test_a_missing_target_is_one_warning_with_near_names(build):
    files = projekt()
    files["kompass/schritte/bestand-erfassen.md"] += "\n{fall}`laden-auf-zeitt`\n"
    warnings = build(files).warnings.strip().splitlines()
    assert len(warnings) == 1
    assert "Fall „laden-auf-zeitt“ gibt es nicht. Ähnlich heißen: laden-auf-zeit." in warnings[0]
    assert "bestand-erfassen.md:19" in warnings[0]


def test_an_unknown_source_is_named_with_its_line(build):
    files = projekt()
    files["bestpractice/laden-auf-zeit.md"] = fall().replace("{quelle}`q1,q2`", "{quelle}`q9`")
    warnings = build(files).warnings
    assert "laden-auf-zeit.md:33" in warnings
    assert "Quelle „q9“ steht nicht unter „quellen“." in warnings


def test_a_mistake_in_the_front_matter_is_a_warning_at_its_line(build):
    files = projekt()
    files["bestpractice/laden-auf-zeit.md"] = fall().replace("ansatz: [", "ansatz: [umnutzng, ")
    warnings = build(files).warnings
    assert "laden-auf-zeit.md:9" in warnings
    assert "umnutzng" in warnings


def test_a_next_step_without_a_deadline_is_named(build):
    files = projekt()
    page = files["kompass/schritte/bestand-erfassen.md"]
    files["kompass/schritte/bestand-erfassen.md"] = page.replace(":bis: in zwei Wochen\n", "")
    assert "fehlt „:bis:“" in build(files).warnings
