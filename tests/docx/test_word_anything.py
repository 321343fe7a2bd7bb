"""Whatever stands in whatever: the file is sound and no word is lost."""

from __future__ import annotations

import re
import tempfile
from dataclasses import fields, is_dataclass
from pathlib import Path
from zipfile import ZipFile

from alle_bausteine import PICTURES
from hypothesis import HealthCheck, given, settings, strategies as st

from kompasswerk.buch import blocks as b
from kompasswerk.docx.audit import audit
from kompasswerk.docx.oxml.base import clean, find_all, parse
from kompasswerk.docx.write import write_docx

TEMPLATE = Path(__file__).parents[2] / "_templates" / "word" / "kompass.docx"
WORDS = st.text(min_size=1, max_size=12)
TEXTS = st.builds(b.Text, WORDS)
SIMPLE = st.one_of(
    TEXTS,
    st.just(b.LineBreak()),
    st.builds(b.CheckBox, st.booleans()),
    st.builds(b.NoteReference, st.sampled_from(["n1", "n2", "fehlt"])),
    st.builds(b.Anchor, st.sampled_from(["a", "b c", "ä"])),
    st.builds(b.PageReference, st.sampled_from(["a", "fehlt"])),
    st.builds(b.IndexEntry, st.just(("Haus", 'leer: "ja"')), st.just("ix")),
    st.builds(b.InlineMath, WORDS),
    st.just(b.InlineImage(PICTURES / "kachel.png", "Bild")),
)


def _links(children: st.SearchStrategy[b.Inline]) -> st.SearchStrategy[b.Inline]:
    inner = st.lists(children, max_size=3).map(tuple)
    return st.one_of(
        st.builds(b.Span, inner, st.sampled_from(list(b.Mark))),
        st.builds(b.ExternalLink, inner, st.just("https://x.de/?a=1&b=2")),
        st.builds(b.InternalLink, inner, st.sampled_from(["a", "kapitel", "fehlt"]), st.booleans()),
    )


INLINES = st.lists(st.recursive(SIMPLE, _links, max_leaves=4), max_size=4).map(tuple)
LEAVES = st.one_of(
    st.builds(b.Paragraph, INLINES, st.sampled_from(["body", "lead", "rubric", "note", "line"])),
    st.builds(b.CodeBlock, st.text(max_size=20), st.none(), INLINES),
    st.builds(b.MathBlock, WORDS, st.sampled_from([None, "1"])),
    st.just(b.Rule()),
    st.just(b.Figure(PICTURES / "plan.svg", "Plan", (b.Text("Bildtext"),), number="3.2")),
)


def _nested(children: st.SearchStrategy[b.Block]) -> st.SearchStrategy[b.Block]:
    inner = st.lists(children, max_size=3).map(tuple)
    items = st.lists(
        st.builds(b.ListItem, inner, st.sampled_from([None, True, False])), max_size=3
    ).map(tuple)
    cells = st.lists(
        st.builds(b.Cell, inner, st.integers(1, 3), st.integers(1, 3)), max_size=3
    ).map(tuple)
    rows = st.lists(st.builds(b.Row, cells), max_size=3).map(tuple)
    facts = st.lists(st.tuples(INLINES, inner), max_size=2).map(tuple)
    definition = st.builds(b.Definition, st.tuples(st.tuples(INLINES, st.just(()))), inner)
    return st.one_of(
        st.builds(b.ListBlock, st.sampled_from(list(b.ListStyle)), items, st.integers(1, 9)),
        st.builds(b.Table, rows, st.just((1, 2)), st.integers(0, 2), st.integers(0, 1), INLINES),
        st.builds(b.Admonition, st.sampled_from(["note", "editors", "neu"]), INLINES, inner),
        st.builds(b.Quote, inner, INLINES),
        st.builds(b.Card, INLINES, inner),
        st.builds(b.Titled, INLINES, inner, st.just("tab")),
        st.builds(b.Group, inner),
        st.builds(b.FactBox, INLINES, facts),
        st.builds(b.NextStep, INLINES, facts),
        st.builds(
            b.DefinitionList,
            st.lists(definition, max_size=2).map(tuple),
            st.sampled_from(["fields", "glossary"]),
        ),
    )


BLOCKS = st.lists(st.recursive(LEAVES, _nested, max_leaves=8), max_size=5).map(tuple)
NOTES = st.fixed_dictionaries({"n1": BLOCKS, "n2": st.just((b.Paragraph((b.Text("zwei"),)),))})


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(BLOCKS, NOTES)
def test_any_nesting_of_blocks_gives_a_sound_file(blocks, notes) -> None:
    chapter = b.Section(1, (b.Text("Kapitel"),), blocks, ("kapitel",), "1", starts_page=True)
    book = b.Book("Buch", (b.Part((), (chapter,)),), notes=notes)
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "buch.docx"
        write_docx(book, target, template=TEMPLATE, pages={})
        assert audit(target) == []
        with ZipFile(target) as archive:
            body = parse(archive.read("word/document.xml"))
    found = "".join(item.text or "" for item in find_all(body, "//w:t | //m:t | //w:instrText"))
    assert [text for text in visible(blocks) if text not in found] == []


def visible(item: object) -> list[str]:
    """Return the letters that blocks say, as XML can carry them, without blanks at line ends."""
    if isinstance(item, b.Text):
        lines = item.text.splitlines()
        return [word for line in lines for word in re.split(r"[\s\x00-\x1f\xad]+", clean(line))]
    if isinstance(item, tuple):
        return [text for child in item for text in visible(child)]
    if is_dataclass(item):
        return [text for one in fields(item) for text in visible(getattr(item, one.name))]
    return []
