"""The text of a page to pieces and back, and three texts to one."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings, strategies as st

from kompasswerk.reading.files import load_bestand
from kompasswerk.redaktion.body_edit import TextChange, merged
from kompasswerk.redaktion.felder_bogen import KINDS
from kompasswerk.redaktion.from_myst import blocks_of, piece_of
from kompasswerk.redaktion.pieces import (
    Fixed,
    Grid,
    Heading,
    Item,
    Items,
    Look,
    Para,
    Run,
    runs_of,
)
from kompasswerk.redaktion.to_myst import written

ROOT = Path(__file__).parents[2]
STRONG, EM = Look(strong=True), Look(emphasis=True)


def plain(text):
    return (Run(text),)


@pytest.mark.parametrize(
    ("source", "piece"),
    [
        ("Ein *kurzer* Satz.", Para((Run("Ein "), Run("kurzer", EM), Run(" Satz.")))),
        ("Satz {quelle}`q1,q2`", Para(plain("Satz [q1, q2]"))),
        ("Siehe {fall}`blank-jena`.", Para(plain("Siehe [Fall: blank-jena]."))),
        ("{term}`Leere <leerstand>`", Para(plain("[Begriff: Leere <leerstand>]"))),
        ("[hier](https://example.org)", Para((Run("hier", Look(url="https://example.org")),))),
        ("zwei\nZeilen", Para(plain("zwei Zeilen"))),
        ("Bruch\\\nhier", Para(plain("Bruch\nhier"))),
        ("### Kopf", Heading(3, plain("Kopf"))),
        (
            "- a\n  1. b\n- **c**",
            Items((
                Item(0, False, plain("a")),
                Item(1, True, plain("b")),
                Item(0, False, (Run("c", STRONG),)),
            )),
        ),
        ("| a | b |\n|---|---|\n| c | |", Grid(((plain("a"), plain("b")), (plain("c"), ())))),
        (":::{katalog}\n:::", Fixed(":::{katalog}\n:::")),
        ("![Haus](bilder/haus.jpg)", Fixed("![Haus](bilder/haus.jpg)")),
        ("3. drei", Fixed("3. drei")),
        ("Ein [q1] als Text", Fixed("Ein [q1] als Text")),
        ("Ein {unbekannt}`x`", Fixed("Ein {unbekannt}`x`")),
    ],
)  # fmt: skip
def test_a_block_becomes_a_piece(source, piece):
    assert [block.piece for block in blocks_of(source)] == [piece]


def test_a_box_can_be_edited_between_its_ends():
    source = ":::{einschaetzung}\n- Ein Punkt\n:::"
    assert [(each.piece, each.start, each.end) for each in blocks_of(source)] == [
        (Fixed(":::{einschaetzung}"), 0, 1),
        (Items((Item(0, False, plain("Ein Punkt")),)), 1, 2),
        (Fixed(":::"), 2, 3),
    ]


def test_every_line_of_every_page_is_in_one_block_and_comes_back():
    """Identity for all cases, pilots and instruments of the project."""
    seen = 0
    for page in load_bestand(ROOT).pages:
        if page.art is None or page.art.key not in KINDS:
            continue
        blocks = blocks_of(page.body)
        lines = page.body.split("\n")
        covered = {n for block in blocks for n in range(block.start, block.end)}
        assert {n for n, line in enumerate(lines) if line.strip()} <= covered
        body, changes = merged(page.body, [block.piece for block in blocks], page.body)
        assert (body, changes) == (page.body, ())
        seen += 1
    assert seen > 120


LETTERS = st.text("abä1. *_[]`<>{}|#-+:\\&!()$~^%=\u00a0„“", min_size=1, max_size=12)
LOOKS = st.builds(
    Look, st.booleans(), st.booleans(), st.just(False), st.sampled_from(("", "https://a.example/b"))
)
RUNS = st.lists(st.builds(Run, LETTERS, LOOKS), min_size=1, max_size=4).map(runs_of).filter(len)
PLAIN = LETTERS.map(lambda text: runs_of([Run(text)])).filter(len)


@settings(max_examples=200, deadline=None)
@given(PLAIN)
def test_any_signs_that_somebody_types_come_back(runs):
    piece = Para(runs)
    assert piece_of(written(piece, piece_of)) == piece


@settings(max_examples=60, deadline=None)
@given(st.lists(st.one_of(RUNS.map(Para), PLAIN.map(lambda r: Heading(3, r))), max_size=5))
def test_generated_texts_are_identical_after_their_way(pieces):
    body = "\n" + "\n\n".join(written(piece, piece_of) for piece in pieces) + "\n"
    found = [block.piece for block in blocks_of(body)]
    assert merged(body, found, body) == (body, ())


BASE = "\nEins.\n\n\nZwei.\n\n* Drei\n\nVier.\n"


def pieces(body):
    return [block.piece for block in blocks_of(body)]


def test_a_changed_paragraph_leaves_all_other_lines():
    body, changes = merged(BASE, pieces(BASE.replace("Zwei.", "Zwei neu.")), BASE)
    assert body == "\nEins.\n\n\nZwei neu.\n\n* Drei\n\nVier.\n"
    assert changes == (TextChange("", ("Zwei.",), ("Zwei neu.",)),)


def test_a_paragraph_that_is_moved_keeps_its_letters():
    body, _ = merged(BASE, pieces("* Drei\n\nEins.\n\nZwei.\n\nVier.\n"), BASE)
    assert "* Drei\n\nEins." in body


def test_new_and_deleted_paragraphs_have_one_empty_line_around():
    body, _ = merged(BASE, pieces("Eins.\n\nNeu.\n\n* Drei\n\nVier.\n\nNoch eins."), BASE)
    assert body == "\nEins.\n\n\nNeu.\n\n* Drei\n\nVier.\n\nNoch eins.\n"
    body, _ = merged(BASE, pieces("Eins.\n\nVier.\n"), BASE)
    assert body == "\nEins.\n\nVier.\n"
    body, _ = merged(BASE, pieces("Neu.\n\n" + BASE), BASE)
    assert body == "\nNeu.\n\n" + BASE[1:]


def test_what_only_the_file_changed_stays():
    now = BASE.replace("Vier.", "Vier, von Hand.")
    body, changes = merged(BASE, pieces(BASE.replace("Eins.", "Eins, im Bogen.")), now)
    assert body == "\nEins, im Bogen.\n\n\nZwei.\n\n* Drei\n\nVier, von Hand.\n"
    assert [change.now for change in changes] == [None]


def test_what_both_changed_is_a_conflict_and_stays_as_the_file_has_it():
    now = BASE.replace("Zwei.", "Zwei, von Hand.")
    body, changes = merged(BASE, pieces(BASE.replace("Zwei.", "Zwei, im Bogen.")), now)
    assert body == now
    assert changes == (TextChange("", ("Zwei.",), ("Zwei, im Bogen.",), ("Zwei, von Hand.",)),)


def test_the_same_change_on_both_sides_is_no_conflict():
    now = BASE.replace("Zwei.", "Zwei neu.")
    assert merged(BASE, pieces(now), now) == (now, ())
