"""The text of a page taken apart, with the right lines."""

from __future__ import annotations

import pytest

from kompasswerk.reading.body import Block, BlockKind, Heading, Link, Picture, Role
from kompasswerk.reading.directives import take_options
from kompasswerk.reading.markdown import read_body


def test_headings_know_level_text_and_line():
    body = read_body("## A *b*\n\nText\n\n### C\n", 10)
    assert body.headings == (Heading(2, "A b", 10), Heading(3, "C", 14))
    assert [body.section_at(line) for line in (9, 10, 15)] == ["", "A b", "A b"]


def test_roles_know_their_line_inside_a_paragraph():
    body = read_body("eins\nzwei {fall}`x` {quelle}`q1,\u00a0q2`\ndrei {term}`Häuser <Haus>`", 5)
    assert body.roles == (
        Role("fall", "x", 6),
        Role("quelle", "q1,\u00a0q2", 6),
        Role("term", "Häuser <Haus>", 7),
    )
    assert [role.target for role in body.roles] == ["x", "q1,\u00a0q2", "Haus"]
    assert body.roles[1].sources == ("q1", "q2")


def test_code_is_no_role():
    assert read_body("`` {fall}`x` ``\n\n```\n{fall}`y`\n```", 1).roles == ()


def test_roles_in_boxes_lists_tables_options_and_notes_are_found_in_their_lines():
    text = (
        ":::{note} Titel {fall}`a`\n:class: x\n\nText {fall}`b`\n:::\n\n"
        "- Punkt\n  {fall}`c`\n\n| k |\n| - |\n| {fall}`d` |\n\n"
        ":::{naechster-schritt}\n:was: Siehe {fall}`e`.\n:::\n\n"
        "> {fall}`f`\n\nText[^1]\n\n[^1]: {fall}`g`\n"
    )
    found = {role.content: role.line for role in read_body(text, 1).roles}
    assert found == {"a": 1, "b": 4, "c": 8, "d": 12, "e": 14, "f": 18, "g": 22}


def test_boxes_in_boxes_keep_their_lines():
    text = "::::{grid} 2\n:::{grid-item-card} Titel\n:link: x\nText {fall}`a`\n:::\n::::\n"
    assert read_body(text, 100).roles == (Role("fall", "a", 103),)


def test_links_and_pictures_are_found_even_if_dangerous():
    body = read_body("[a](javascript:x) ![Haus](h.png){width=50%}\n<https://a.example>", 3)
    assert body.links == (Link("javascript:x", 3), Link("https://a.example", 4))
    assert body.pictures == (Picture("h.png", "Haus", 3),)


@pytest.mark.parametrize(
    ("text", "picture"),
    [
        ("```{figure} a.png\n:alt: Haus\n\nUnten\n```", Picture("a.png", "Haus", 1)),
        ("```{figure} a.png\n---\nalt: Haus\n---\n```", Picture("a.png", "Haus", 1)),
        (":::{image} a.png\n:::", Picture("a.png", None, 1)),
        (":::{card} T\n:img-top: a.png\n:img-alt: Haus\n:::", Picture("a.png", "Haus", 1)),
    ],
)
def test_pictures_of_directives_are_found(text, picture):
    assert read_body(text, 1).pictures == (picture,)


def test_html_is_found_and_comments_are_not():
    assert read_body("a <b>x</b>\n\n<!-- y -->\n\n<div>\n</div>", 1).html == (1, 1, 5)


def test_neighbours_stand_in_one_flow_and_boxes_in_their_own():
    body = read_body("## A\n\nText\n\n:::{note}\nHinweis\n:::\n\n- a\n\n% b\n", 1)
    kinds = [[(block.kind.value, block.line) for block in flow] for flow in body.flows]
    assert kinds == [
        [("heading", 1), ("paragraph", 3), ("directive", 5), ("list", 9)],
        [("paragraph", 6)],
    ]
    assert {block.section for flow in body.flows for block in flow[1:]} <= {"A"}


@pytest.mark.parametrize(
    ("text", "introduces", "opens"),
    [
        ("So geht es:", True, False),
        ("So geht es: {quelle}`q1`", True, False),
        ("So geht es.", False, False),
        ("{quelle}`q1`", False, True),
        ("Quellen: {quelle}`q1`", True, True),
        ("Die Quelle: {quelle}`q1`", True, False),
    ],
)
def test_blocks_know_whether_they_introduce_or_open_with_a_source(text, introduces, opens):
    block = Block(BlockKind.PARAGRAPH, 1, text=text)
    assert (block.introduces, block.opens_with_source) == (introduces, opens)


@pytest.mark.parametrize(
    ("content", "options", "rest", "lines"),
    [
        ("Text", {}, "Text", 0),
        (":a: b\n:c:\nText", {"a": "b", "c": ""}, "Text", 2),
        (":a: b\n  weiter\n\nText", {"a": "b weiter"}, "\nText", 2),
        ("---\na: b\n---\nText", {"a": "b"}, "Text", 3),
        ("---\na: b\nText", {"a": "b"}, "Text", 2),
    ],
)
def test_options_are_taken_from_the_top(content, options, rest, lines):
    assert take_options(content) == (options, rest, lines)
