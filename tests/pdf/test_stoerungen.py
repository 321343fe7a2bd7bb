"""Books with faults: a PDF comes out and says what is missing, or nothing is touched."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import page
import pytest

from kompasswerk.buch import blocks as b
from kompasswerk.pdf.errors import PdfError
from kompasswerk.pdf.write import PdfResult

from . import lesen
from .books import PICTURES, book, p, row, section, t

Write = Callable[..., PdfResult]
BROKEN = "ist beschädigt oder enthält Zeichen, die keine Schrift hat"
FOREIGN = '<svg xmlns="http://www.w3.org/2000/svg"><text y="9">漢</text></svg>'.encode()


def text_of(result: PdfResult) -> str:
    assert page.validate_pdf(result.path, profile="ua1").failures == []
    return lesen.letters(" ".join(lesen.pages(result.path)))


def test_a_link_to_nowhere_stays_as_text(write: Write) -> None:
    link = b.InternalLink(t("Schritt 9"), "schritt-9", page=True)
    result = write(
        book(section(1, "Wege", p("Siehe ", link, " auf ", b.PageReference("weg"), ".")))
    )

    assert "SieheSchritt9auf?." in text_of(result)
    assert result.warnings == (
        "Wege: Der Verweis auf „schritt-9“ führt ins Leere; er steht als Text da.",
        "Wege: Die Seitenangabe zu „weg“ führt ins Leere; dort steht „?“.",
    )


def test_an_anchor_given_twice_counts_once(write: Write) -> None:
    twice = (p("Erster", anchors=("hier",)), p("Zweiter", anchors=("hier",)))
    result = write(book(*twice, p(b.InternalLink(t("hin"), "hier"))))

    assert "ErsterZweiterhin" in text_of(result)
    assert result.warnings == (
        ": Die Sprungmarke „hier“ gibt es zweimal; Verweise führen zur ersten.",
    )


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (None, "fehlt"),
        (b"BM6\x00\x00", "ist weder PNG noch JPEG noch SVG"),
        (b"\x89PNG\r\n\x1a\n and then rubbish", BROKEN),
        (b"<svg><oops", BROKEN),
        (FOREIGN, BROKEN),
    ],
)
def test_a_picture_that_cannot_be_shown_is_named(
    write: Write, tmp_path: Path, content: bytes | None, problem: str
) -> None:
    path = tmp_path / "haus.bild"
    if content is not None:
        path.write_bytes(content)
    figure = b.Figure(path, "Ein leeres Haus", caption=t("Das Haus"), number="1")
    good = b.Figure(PICTURES / "markt.png", "Der Markt")
    result = write(book(section(1, "Bilder", figure, good, p(b.InlineImage(path, "klein")))))

    assert "Bildfehlt:EinleeresHaus" in text_of(result)
    assert "Abbildung1:DasHaus" in text_of(result)
    assert result.warnings == (f"Bilder: Bild haus.bild {problem}. Es steht nur sein Text da.",)


def test_a_character_that_no_font_has_is_named_and_replaced(write: Write) -> None:
    result = write(book(section(1, "Zeichen", p("Gut 😀, fertig ✅, 漢 und \ue000."))))

    assert "Gut[U+1F600],fertig☑,[U+6F22]und[U+E000]." in text_of(result)
    assert result.warnings[1] == (
        "Zeichen: Keine Schrift hat das Zeichen U+6F22 (CJK UNIFIED IDEOGRAPH-6F22). "
        "Im PDF steht dafür „[U+6F22]“."
    )
    assert len(result.warnings) == 4


def test_a_formula_that_typst_refuses_stands_as_latex(
    write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kompasswerk.pdf.formulas.ROOTS", "")
    formulas = (b.InlineMath(r"\surd"), " und ", b.InlineMath("a+b"), b.MathBlock("c"))
    result = write(book(section(1, "Formeln", p(*formulas[:3]), formulas[3])))

    assert r"\surd" in "".join(lesen.pages(result.path))
    assert result.warnings == (r"Formeln: Die Formel „\surd“ ist unlesbar; LaTeX steht da.",)


def test_a_note_without_text_is_reported(write: Write) -> None:
    result = write(book(p("Text", b.NoteReference("weg"), ".")))

    assert "Text." in text_of(result)
    assert result.warnings == (": Die Fußnote „weg“ hat keinen Text; sie fehlt im PDF.",)


def test_a_note_may_cite_another_and_even_itself(write: Write) -> None:
    notes = {
        "a": (p("Note a", b.NoteReference("b"), b.NoteReference("a")),),
        "b": (p("Note b"),),
    }
    result = write(book(p("Text", b.NoteReference("a")), notes=notes))

    assert text_of(result).count("Noteb") == 1


def test_skipped_levels_and_headings_in_boxes_are_mended(write: Write) -> None:
    deep = section(3, "Zu tief", section(6, "Viel zu tief"))
    boxed = b.Admonition("note", t("Kasten"), (section(2, "Im Kasten", starts_page=True),))
    result = write(book(deep, boxed, section(1, "", p("Ohne Titel"))))

    assert lesen.outline(result.path)[:3] == [(0, "Zu tief"), (1, "Viel zu tief"), (0, "Im Kasten")]
    assert "OhneTitel" in text_of(result)


def test_rough_tables_are_set_all_the_same(write: Write) -> None:
    ragged = b.Table((row("a", "b", "c"), row("d"), row("e", "f", "g", "h")), ())
    beyond = b.Table(
        (b.Row((b.Cell((p("weit"),), columns=9, rows=9, header=True),)), row("i")), (1, 1), 1
    )
    only_header = b.Table((row("j", "k"),), (1, 1), header_rows=1)
    nested = b.Table((b.Row((b.Cell((ragged,)),)),), (1,))
    result = write(book(ragged, beyond, only_header, nested, b.Table((), ())))

    assert "abcdefghweitijkabcdefgh" in text_of(result)


def test_empty_things_do_no_harm(write: Write) -> None:
    result = write(
        book(
            *(p(), p("   "), b.Grid(()), b.FactBox((), ()), b.IndexList(()), b.Group(())),
            *(b.ListBlock(b.ListStyle.BULLET, ()), b.ListBlock(b.ListStyle.TASK, ())),
            *(b.DefinitionList(()), b.DefinitionList((), "fields"), b.CodeBlock("")),
            *(b.NextStep((), ()), b.Card((), ()), b.Quote(()), b.MathBlock("")),
            p(b.ExternalLink((), ""), b.ExternalLink(t(""), "https://example.org/"), "Ende"),
        )
    )
    assert "Ende" in text_of(result)


def test_links_hold_no_links_and_no_notes(write: Write) -> None:
    inner = b.InternalLink((b.Text("innen"), b.NoteReference("n")), "ziel")
    outer = b.ExternalLink((b.Text("außen "), inner), "https://example.org/")
    result = write(book(p(outer, b.Anchor("ziel")), notes={"n": (p("Die Note"),)}))

    assert "außeninnen1" in text_of(result)


def test_an_error_in_the_template_is_told_in_german_and_nothing_changes(
    write: Write, tmp_path: Path
) -> None:
    template = tmp_path / "vorlage" / "kompass.typ"
    template.parent.mkdir()
    template.write_text('#import "vorgabe.typ": *\n#let rule() = strich()\n', encoding="utf-8")
    target = tmp_path / "buch.pdf"
    target.write_bytes(b"vorher")

    with pytest.raises(
        PdfError, match=r"^Linien: Typst kann das PDF nicht setzen: unknown"
    ) as error:
        write(book(section(1, "Linien", b.Rule())), template=template)

    assert "die bisherige Datei ist unverändert" in str(error.value)
    assert target.read_bytes() == b"vorher"
    assert sorted(each.name for each in tmp_path.iterdir()) == ["buch.pdf", "vorlage"]


def test_a_missing_template_is_named(write: Write, tmp_path: Path) -> None:
    with pytest.raises(PdfError, match=r"fehlt\.typ: Die Vorlage für das PDF fehlt"):
        write(book(p("Text")), template=tmp_path / "fehlt.typ")


def test_a_template_may_change_one_function_of_ours(write: Write, tmp_path: Path) -> None:
    template = tmp_path / "eigene.typ"
    template.write_text('#import "vorgabe.typ": *\n#let rule() = [Strich]\n', encoding="utf-8")

    result = write(book(section(1, "Linien", p("vor"), b.Rule(), p("nach"))), template=template)
    assert "LinienvorStrichnach" in text_of(result)
