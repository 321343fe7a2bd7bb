"""Index, lists of figures and tables, endnotes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import page
import pikepdf

from kompasswerk.buch import blocks as b
from kompasswerk.pdf.write import PdfResult

from . import lesen
from .books import PICTURES, book, p, row, section, t

Write = Callable[..., PdfResult]

INDEX = b.IndexList(
    (
        (("Ämter", "Bauamt"), ("a",)),
        (("Brache",), ()),
        (("Leerstand",), ("a", "z")),
    ),
    {("Brache",): (("Leerstand", False),), ("Leerstand",): (("Zwischennutzung", True),)},
)


def text_of(path: Path) -> str:
    assert page.validate_pdf(path, profile="ua1").failures == []
    return lesen.letters(" ".join(lesen.pages(path)))


def test_the_index_names_pages_and_points_to_other_entries(write: Write) -> None:
    places = p(b.IndexEntry(("Leerstand",), "a"), "Ort"), p("x", b.Anchor("z"))
    result = write(book(section(1, "Eins", *places), section(1, "Stichwörter", INDEX)), cover=False)

    assert "ÄmterBauamt,1Brache,sieheLeerstandLeerstand,1,sieheauchZwischennutzung" in text_of(
        result.path
    )


def test_a_long_index_has_letters(write: Write) -> None:
    words = ("Abriss", "Ämter", *(f"Brache {number}" for number in range(25)))
    entries = b.IndexList(tuple(((word,), ("a",)) for word in words))
    result = write(book(section(1, "Register", p("x", b.Anchor("a")), entries)))

    text = text_of(result.path)
    assert "AAbriss,1Ämter,1BBrache0,1Brache1,1" in text


def test_figures_and_tables_are_listed_with_their_pages(write: Write) -> None:
    figure = b.Figure(
        PICTURES / "markt.png",
        "Der Markt",
        caption=(b.Text("Der Markt"), b.NoteReference("n")),
        number="1",
    )
    table = b.Table((row("a"), row("b")), (1,), 1, caption=t("Gemeinden"), number="1")
    chapters = section(1, "Eins", figure), section(1, "Zwei", table)
    whole = book(*chapters, notes={"n": (p("Die Note"),)}, lists=("figures", "tables"))
    result = write(whole)

    text = text_of(result.path)
    assert "AbbildungenAbbildung1DerMarkt" in text
    assert "TabellenTabelle1Gemeinden" in text
    assert text.count("DieNote") == 1
    assert (0, "Abbildungen") in lesen.outline(result.path)


def test_notes_may_stand_at_the_end_and_cite_others(write: Write) -> None:
    notes = {
        "a": (p("Note A", b.NoteReference("b")),),
        "b": (p("Note B", b.NoteReference("b")),),
    }
    cited = p("Eins", b.NoteReference("a"), " zwei", b.NoteReference("a"))
    result = write(book(section(1, "Text", cited), notes=notes, notes_at="end"))

    text = text_of(result.path)
    assert "Eins1zwei1" in text
    assert "Anmerkungen1NoteA22NoteB" in text


def test_a_link_in_a_heading_leads_on_and_the_contents_lead_to_the_heading(write: Write) -> None:
    title = (
        b.ExternalLink(t("26.1.0"), "https://example.org/26"),
        *t(" und "),
        b.InternalLink(t("Ende"), "ende"),
        b.Anchor("mitten"),
    )
    rest = section(1, "Schluss", p(b.InternalLink(t("zurück"), "mitten")), anchors=("ende",))
    result = write(book(b.Section(1, title, (p("Text."),), ("eins",)), rest), cover=True)

    assert result.warnings == ()
    assert (0, "26.1.0 und Ende") in lesen.outline(result.path)
    with pikepdf.open(result.path) as pdf:
        links = [note for sheet in pdf.pages for note in sheet.get("/Annots", [])]
        addresses = [str(note.A.URI) for note in links if "/A" in note and "/URI" in note.A]
    assert addresses == ["https://example.org/26"]
    assert page.validate_pdf(result.path, profile="ua1").failures == []
