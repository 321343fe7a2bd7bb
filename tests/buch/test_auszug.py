"""Chosen pages beside each other: links, numbers, what is left out."""

from __future__ import annotations

from pathlib import Path

from kompasswerk.buch import blocks as b
from kompasswerk.buch.assemble import Title
from kompasswerk.buch.excerpt import dead_links, excerpt, lowered, without
from kompasswerk.buch.library import Leaf, Library, Looks
from kompasswerk.reading.gestaltung import read_gestaltung


def link(docname: str, name: str = "") -> b.InternalLink:
    return b.InternalLink((b.Text("dort"),), f"{docname}:{name}", page=True)


def leaf(docname: str, *children: b.Block, web: str = "", captions: bool = False, **more) -> Leaf:
    section = b.Section(1, (b.Text(docname),), children, (f"{docname}:",), starts_page=True)
    return Leaf(docname, docname, (section,), more.get("notes", {}), frozenset(), captions, web=web)


def library(*leaves: Leaf) -> Library:
    return Library(Title("Buch"), {each.docname: each for each in leaves}, Looks(read_gestaltung()))


def body(found, docname):
    return found.pages[docname][0].children


def test_links_to_chosen_pages_stay_and_unchanged_pages_are_the_same_objects():
    pages = library(leaf("a", b.Paragraph((link("b"),))), leaf("b"))
    found = excerpt(pages, ("b", "a"))
    assert [each.docname for each in found.leaves] == ["b", "a"]
    assert found.pages["a"] is pages.leaves["a"].blocks


def test_links_to_other_pages_become_addresses_or_plain_text():
    text = b.Paragraph((link("netz", "stelle"), b.Text(" und "), link("ohne")))
    pages = library(leaf("a", text), leaf("netz", web="https://k.example/netz.html"), leaf("ohne"))
    assert body(excerpt(pages, ("a",)), "a") == (
        b.Paragraph(
            (
                b.ExternalLink((b.Text("dort"),), "https://k.example/netz.html#stelle"),
                b.Text(" und "),
                b.Text("dort"),
            )
        ),
    )


def test_links_deep_inside_of_boxes_tables_and_notes_are_found_too():
    cell = b.Cell((b.Paragraph((b.Span((link("fort"),), b.Mark.STRONG),)),))
    card = b.Card((b.Text("Karte"),), (), link=link("fort"))
    kept = b.Card((b.Text("Karte"),), (), link=link("a"))
    pages = library(
        leaf(
            "a",
            b.Table((b.Row((cell,)),), (1,)),
            b.FactBox((), ((((b.Text("Wo"),)), (b.Paragraph((link("fort"),)),)),)),
            b.Grid((card, kept)),
            notes={"a:n": (b.Paragraph((link("fort"),)),)},
        ),
        leaf("fort"),
    )
    found = excerpt(pages, ("a",))
    table, facts, grid = body(found, "a")
    assert table.rows[0].cells[0].children == (
        b.Paragraph((b.Span((b.Text("dort"),), b.Mark.STRONG),)),
    )
    assert facts.rows[0][1] == (b.Paragraph((b.Text("dort"),)),)
    assert [each.link for each in grid.items] == [None, link("a")]
    assert found.notes == {"a:n": (b.Paragraph((b.Text("dort"),)),)}


def test_page_numbers_of_other_pages_and_mentions_are_left_out():
    mentions = b.Group((b.Paragraph((b.Text("Wird erwähnt in"),)),), "erwaehnungen")
    pages = library(leaf("a", b.Paragraph((b.PageReference("fort:"),)), mentions), leaf("fort"))
    assert body(excerpt(pages, ("a",)), "a") == (b.Paragraph(()),)


def test_figures_and_tables_are_counted_through_the_book():
    def figure(number: str) -> b.Figure:
        return b.Figure(Path("bild.svg"), "Bild", (b.Text("Bild"),), number=number)

    table = b.Table((), (1,), number="1")
    pages = library(
        leaf("a", figure("1"), table, captions=True),
        leaf("b", b.Group((figure("1"), figure("2"))), captions=True),
    )
    found = excerpt(pages, ("b", "a"))
    assert [each.number for each in body(found, "b")[0].children] == ["1", "2"]
    assert [each.number for each in body(found, "a")] == ["3", "1"]


def test_chapters_become_sections_that_follow_each_other():
    inner = b.Section(2, (b.Text("Innen"),), ())
    (section,) = lowered(leaf("a", inner).blocks)
    assert (section.level, section.starts_page, section.anchors) == (2, False, ("a:",))
    assert section.children[0].level == 3


def test_blocks_of_a_kind_can_be_left_out_at_any_depth():
    (section,) = without(b.NextStep, leaf("a", b.Group((b.NextStep((), ()), b.Rule()))).blocks)
    assert section.children == (b.Group((b.Rule(),)),)


def test_a_dead_link_is_named():
    section = b.Section(
        1, (), (b.Paragraph((link("a"), link("fort"), b.NoteReference("n"))),), ("a:",)
    )
    book = b.Book("Buch", (b.Part((), (section,)),))
    assert sorted(dead_links(book)) == ["fort:", "n"]
    whole = b.Book("Buch", (b.Part((), (section,), anchors=("fort:",)),), notes={"n": ()})
    assert list(dead_links(whole)) == []
