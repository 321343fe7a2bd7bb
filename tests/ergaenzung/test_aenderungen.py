"""Which pages differ between two editions, and how a page says so."""

from __future__ import annotations

import pytest
from alle_bausteine import p

from kompasswerk.buch import blocks as b
from kompasswerk.ergaenzung.changes import Change, Kind, changes
from kompasswerk.ergaenzung.handbook import NoEditionError, read_handbook
from kompasswerk.ergaenzung.note import counted, note
from kompasswerk.pdf.write import write_pdf
from kompasswerk.reading.gestaltung import read_gestaltung


def test_only_what_reads_differently_counts_as_changed(old, new):
    assert changes(old, new) == (
        Change(Kind.NEW, "neu", "Neues", lines=61),
        Change(Kind.CHANGED, "plan", "Plan", ("Ziele", "Mittel"), 4),
        Change(Kind.GONE, "alt", "Altes", lines=2),
    )


def test_an_edition_does_not_differ_from_itself(new):
    assert changes(new, new) == ()


def test_a_file_says_which_edition_it_is(old):
    head = old.manifest
    assert (head.number, head.state, head.date, head.line) == (
        "1", "Entwurf", "2026-05-01", "Entwurf 1, 1. Mai 2026",
    )  # fmt: skip
    assert list(old.titles) == ["start", "plan", "alt", "weg", "recht"]


def test_a_file_without_edition_is_refused_with_advice(write):
    plain = b.Book(
        "Fremd", (b.Part((), (b.Section(1, (b.Text("Eins"),), (p("x"),)),)),), number="9"
    )
    with pytest.raises(NoEditionError, match=r"nennt keine Ausgabe und keine Seiten.+Git-Tags"):
        read_handbook(write(plain))


@pytest.mark.parametrize(
    ("kinds", "sentence"),
    [
        ("N", "Sie enthält 1 neues Kapitel."),
        ("NNC", "Sie enthält 2 neue und 1 geändertes Kapitel."),
        ("CCG", "Sie enthält 2 geänderte Kapitel; 1 entfällt."),
        ("NGG", "Sie enthält 1 neues Kapitel; 2 entfallen."),
        ("G", "1 Kapitel entfällt."),
        ("GG", "2 Kapitel entfallen."),
    ],
)
def test_the_numbers_make_a_german_sentence(kinds, sentence):
    named = {"N": Kind.NEW, "C": Kind.CHANGED, "G": Kind.GONE}
    assert counted([Change(named[each], "x", "X") for each in kinds]) == sentence


def many(count: int) -> list[Change]:
    """Changes with long titles and section names."""
    title = "Ein Kapitel mit einem Titel, der über zwei Zeilen der Tabelle läuft"
    sections = tuple(f"Was müssen Sie vor dem Beginn wissen, Teil {n}?" for n in range(5))
    return [Change(Kind.CHANGED, f"k{n}", f"{title} ({n})", sections, n) for n in range(count)]


@pytest.mark.parametrize("count", [1, 14, 30, 400])
def test_the_note_stays_on_one_page_however_much_has_changed(count, tmp_path):
    page = note(many(count), "Entwurf 1, 1. Mai 2026", "Ausgabe 2, 2. Mai 2026", "a.docx")
    targets = b.Paragraph(tuple(b.Anchor(f"k{n}:") for n in range(count)), "anchor")
    rest = b.Section(1, (b.Text("Rest"),), (targets,), starts_page=True)
    book = b.Book("Buch", (b.Part((), (page, rest)),), contents_depth=0)
    result = write_pdf(book, tmp_path / "a.pdf", gestaltung=read_gestaltung(None), cover=False)
    assert result.pages == 2


def test_the_note_says_where_a_chapter_differs_and_leads_there():
    page = note(
        [
            Change(Kind.CHANGED, "plan", "Plan", ("A", "B", "C"), 5),
            Change(Kind.CHANGED, "rand", "Rand", (), 1),
            Change(Kind.GONE, "alt", "Altes"),
            Change(Kind.NEW, "neu", "Neues"),
        ],
        "alt",
        "neu",
        "a.docx",
    )
    (found,) = (block for block in page.children if isinstance(block, b.Table))
    rows = [[cell.children[0].children[0] for cell in row.cells] for row in found.rows[1:]]

    def link(title: str, name: str) -> b.InternalLink:
        return b.InternalLink((b.Text(title),), f"{name}:")

    assert rows == [
        [link("Neues", "neu"), b.Text("neu"), b.Text("ganzes Kapitel")],
        [b.Text("Altes"), b.Text("entfallen"), b.Text("ganzes Kapitel")],
        [link("Plan", "plan"), b.Text("geändert"), b.Text("„A“, „B“ und 1 weitere")],
        [link("Rand", "rand"), b.Text("geändert"), b.Text("am Anfang")],
    ]
