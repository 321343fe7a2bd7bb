"""Notes and anchors, settled in the order of the text."""

from __future__ import annotations

from kompasswerk.buch import blocks as b
from kompasswerk.pdf.marks import anchor_labels, anchor_mark, close_notes, note_mark, settle

from .books import book, p, section


def test_a_note_is_set_where_it_is_cited_first_and_named_later() -> None:
    source = f"a{note_mark('n')} b{note_mark('n')}"

    assert settle(source, {"n": "Text"}) == (
        'a#sym.wj#[#footnote[Text]#label("kompass-note-1")]'
        ' b#sym.wj#footnote(label("kompass-note-1"))'
    )


def test_an_anchor_is_defined_where_it_stands_first() -> None:
    source = f"{anchor_mark('a')} {anchor_mark('a')}"

    assert settle(source, {}) == 'label("a") none'


def test_anchors_of_one_block_share_a_label() -> None:
    labels = anchor_labels(book(section(1, "Kapitel", anchors=("kapitel", "schritt 1"))))

    assert labels == {"kapitel": "kapitel", "schritt 1": "kapitel"}


def test_anchors_that_are_no_addresses_get_a_label_of_their_own() -> None:
    labels = anchor_labels(book(p(anchors=("größe",)), p(anchors=("kompass-ende",))))

    assert labels == {"größe": "kompass-anker-0", "kompass-ende": "kompass-anker-1"}


def test_notes_stand_close_to_their_word_with_commas_between() -> None:
    one, two = b.NoteReference("1"), b.NoteReference("2")
    nodes = (b.Text("Wort "), one, b.Text(" "), two, b.Text(" weiter "), b.Text(" "), one)

    assert list(close_notes(nodes)) == [
        b.Text("Wort"),
        one,
        b.Span((b.Text("\u2060,"),), b.Mark.SUPERSCRIPT),
        two,
        b.Text(" weiter "),
        one,
    ]
