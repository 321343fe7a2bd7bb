"""Reading order, parts, numbers, notes and index of a whole book."""

from __future__ import annotations

import pytest
from beispiele import projekt

from kompasswerk.buch import blocks as b
from kompasswerk.buch.assemble import Title, assemble
from kompasswerk.buch.notes import walk
from kompasswerk.model import german


@pytest.fixture
def book(build):
    def make(files: dict[str, str], start: str = "index") -> b.Book:
        built = build(files, builder="probe", extensions=("probe_builder",))
        return assemble(built.app.builder, start, Title("Probe"))

    return make


def text_of(inlines: tuple[b.Inline, ...]) -> str:
    return "".join(part.text for part in inlines if isinstance(part, b.Text))


def headings(blocks: tuple[b.Block, ...], depth: int) -> list[tuple[int, str | None, str]]:
    found = []
    for block in blocks:
        if isinstance(block, b.Section) and block.level <= depth:
            found.append((block.level, block.number, text_of(block.title)))
            found += headings(block.children, depth)
    return found


def test_captions_become_parts_and_pages_below_one_page_become_chapters(book):
    files = projekt()
    files["index.md"] = (
        "# Probe\n\n```{toctree}\n:caption: Beispiele\nbestpractice/index\n```\n\n"
        "```{toctree}\n:caption: Schritte\nkompass/schritte/bestand-erfassen\n```\n"
    )
    made = book(files)
    assert [text_of(part.title) for part in made.parts] == ["", "Beispiele", "Schritte"]
    assert headings(made.parts[1].children, 1) == [
        (1, None, "Fälle"),
        (1, None, "Laden auf Zeit"),
    ]
    assert headings(made.parts[2].children, 1) == [(1, None, "Schritt 3: Bestand erfassen")]


def test_a_single_page_is_a_book_whose_links_elsewhere_are_plain_text(book):
    made = book(projekt(), "kompass/schritte/bestand-erfassen")
    (part,) = made.parts
    assert headings(part.children, 1) == [(1, None, "Schritt 3: Bestand erfassen")]
    items = list(walk(made.parts))
    assert not [item for item in items if isinstance(item, b.InternalLink)]
    assert "Laden auf Zeit" in [item.text for item in items if isinstance(item, b.Text)]


def test_numbered_toctrees_keep_sphinx_numbers(book):
    files = {
        "index.md": "# A\n\n```{toctree}\n:numbered:\neins\nzwei\n```\n",
        "eins.md": "# Eins\n\n## Innen\n\nx\n",
        "zwei.md": "# Zwei\n\nx\n",
    }
    (part,) = book(files).parts
    assert headings(part.children, 2) == [
        (1, None, "A"),
        (1, "1", "Eins"),
        (2, "1.1", "Innen"),
        (1, "2", "Zwei"),
    ]


def test_a_source_cited_twice_is_one_note(book):
    made = book(projekt())
    ids = [name for name in made.notes if name.startswith("bestpractice/laden-auf-zeit:")]
    assert ids == [
        "bestpractice/laden-auf-zeit:quelle-q1",
        "bestpractice/laden-auf-zeit:quelle-q2",
    ]
    (note,) = made.notes[ids[1]]
    assert text_of(note.children) == "Stadt Musterstadt: „Haushalt“, 2020, Seite 3."


def test_figures_and_tables_count_through_the_book(book):
    table = "```{list-table} Zahlen\n* - a\n```\n\n"
    files = {
        "index.md": "# A\n\n```{toctree}\neins\nzwei\n```\n",
        "eins.md": f"# Eins\n\n{table}",
        "zwei.md": f"# Zwei\n\n{table}{table}",
    }
    (part,) = book(files).parts
    numbers = [
        block.number
        for chapter in part.children[1:]
        for block in chapter.children
        if isinstance(block, b.Table)
    ]
    assert numbers == ["1", "2", "3"]


def test_links_lead_to_anchors_that_exist(book):
    made = book(projekt())
    items = [*walk(made.parts), *walk(tuple(made.notes.values()))]
    targets = {item.anchor for item in items if isinstance(item, b.InternalLink)}
    anchors = {a for item in items for a in getattr(item, "anchors", ())}
    assert targets
    assert targets <= anchors


def test_index_entries_are_sorted_as_germans_do():
    words = ["Zug", "Äpfel", "Apfel", "Öl", "ofen", "Straße", "Strasse"]
    assert sorted(words, key=german.sort_key) == [
        "Apfel", "Äpfel", "ofen", "Öl", "Strasse", "Straße", "Zug",
    ]  # fmt: skip


def test_the_first_page_says_what_searches_see(book):
    files = projekt()
    files["index.md"] = (
        "# Probe\n\n```{eval-rst}\n.. meta::\n   :keywords: Leerstand, Ortsmitte\n"
        "   :description: Ein Buch.\n```\n\n```{toctree}\nbestpractice/index\n```\n"
    )
    made = book(files)
    assert made.keywords == ("Leerstand", "Ortsmitte")
    assert made.description == "Ein Buch."
