"""Doctrees become blocks: what a page says is what the book says."""

from __future__ import annotations

import string
from pathlib import Path

import pytest
import worte
from beispiele import projekt
from docutils import nodes
from docutils.utils import new_document
from hypothesis import given, strategies as st

from kompasswerk.buch import blocks as b
from kompasswerk.buch.from_doctree import blocks_of
from kompasswerk.buch.place import Place, Project
from kompasswerk.sphinx_ext import nodes as own


def convert(*children: nodes.Node, docname: str = "a") -> tuple[tuple[b.Block, ...], list[str]]:
    document = new_document("a.md")
    document += list(children)
    warnings: list[str] = []
    project = Project(
        Path(), frozenset({"a", "b"}), lambda remark, node: warnings.append(remark.text("de"))
    )
    return blocks_of(document, Place(project, docname)), warnings


def paragraph(*children: nodes.Node) -> nodes.paragraph:
    return nodes.paragraph("", "", *children)


def inlines(*children: nodes.Node) -> tuple[b.Inline, ...]:
    (block,), _ = convert(paragraph(*children))
    assert isinstance(block, b.Paragraph)
    return block.children


@pytest.mark.parametrize(
    ("node", "expected"),
    [
        (nodes.emphasis("", "x"), b.Span((b.Text("x"),), b.Mark.EMPHASIS)),
        (nodes.strong("", "x"), b.Span((b.Text("x"),), b.Mark.STRONG)),
        (nodes.literal("", "x"), b.Span((b.Text("x"),), b.Mark.CODE)),
        (nodes.inline("", "x", classes=["kbd"]), b.Span((b.Text("x"),), b.Mark.KEYBOARD)),
        (nodes.inline("", "x", classes=["lang-en"]), b.Span((b.Text("x"),), None, "en")),
        (nodes.inline("", "x", classes=["language-fr"]), b.Span((b.Text("x"),), None, "fr")),
        (nodes.literal("", "x", classes=["language-sql"]), b.Span((b.Text("x"),), b.Mark.CODE)),
        (own.marke("x", "x"), b.Span((b.Text("x"),), b.Mark.LABEL)),
        (
            nodes.reference("", "x", refuri="https://x.de"),
            b.ExternalLink((b.Text("x"),), "https://x.de"),
        ),
        (
            nodes.reference("", "", refuri="https://x.de"),
            b.ExternalLink((b.Text("https://x.de"),), "https://x.de"),
        ),
        (nodes.reference("", "x", refid="y"), b.InternalLink((b.Text("x"),), "a:y")),
        (
            nodes.reference("", "x", refuri="#/b#y"),
            b.InternalLink((b.Text("x"),), "b:y", page=True),
        ),
        (nodes.reference("", "x", refuri="#/fremd"), b.Text("x")),
        (nodes.footnote_reference("", "1", refid="f1"), b.NoteReference("a:f1")),
        (nodes.math("", "x^2"), b.InlineMath("x^2")),
        (nodes.raw("", "<br>", format="html"), b.LineBreak()),
    ],
)
def test_inline_nodes(node, expected):
    assert inlines(nodes.Text("v "), node)[1:] == (expected,)


def test_a_block_in_another_language_says_so_to_the_words_in_it():
    around = nodes.container("", paragraph(nodes.Text("Bonjour")), classes=["language-fr"])
    (found,), _ = convert(around)
    if isinstance(found, b.Group):
        (found,) = found.children
    assert found == b.Paragraph((b.Span((b.Text("Bonjour"),), None, "fr"),))


def test_struck_out_text_keeps_its_meaning():
    opening, closing = (nodes.raw("", tag, format="html") for tag in ("<s>", "</s>"))
    assert inlines(opening, nodes.Text("alt"), closing, nodes.Text(" neu")) == (
        b.Span((b.Text("alt"),), b.Mark.STRIKE),
        b.Text(" neu"),
    )


def test_an_abbreviation_is_spelt_out():
    node = nodes.abbreviation("", "AG", explanation="Arbeitsgruppe")
    assert inlines(node) == (b.Text("AG"), b.Text(" (Arbeitsgruppe)"))


def test_an_unknown_node_keeps_its_text_and_is_named():
    class strange(nodes.General, nodes.Element):
        pass

    blocks, warnings = convert(strange("", paragraph(nodes.Text("bleibt"))))
    assert blocks == (b.Paragraph((b.Text("bleibt"),)),)
    assert warnings == ["Unbekanntes Element „strange“; nur sein Text bleibt."]


@pytest.mark.parametrize(
    ("html", "words"),
    [
        ("<div>Ein <b>Haus</b><br>am&nbsp;Markt</div>", "Ein Haus am Markt"),
        ("<script>alert(1)</script><p>Haus</p>", "Haus"),
    ],
)
def test_raw_html_keeps_its_words_and_is_named(html, words):
    blocks, warnings = convert(nodes.raw("", html, format="html"))
    assert blocks == (b.Paragraph((b.Text(words),)),)
    assert warnings == ["HTML kommt nur als Text an. Bitte Markdown schreiben."]


@pytest.mark.parametrize("html", ["<b>", "</b>", "<!-- Notiz -->", "<style>a{}</style>"])
def test_raw_html_without_words_is_nothing(html):
    assert convert(nodes.raw("", html, format="html")) == ((), [])


def test_the_label_of_a_tab_is_no_unknown_element():
    content = nodes.container("", paragraph(nodes.Text("Inhalt")))
    tab = nodes.container("", nodes.rubric("", "Reiter"), content, design_component="tab-item")
    blocks, warnings = convert(tab)
    body = (b.Paragraph((b.Text("Inhalt"),)),)
    assert blocks == (b.Titled((b.Text("Reiter"),), body, "tab"),)
    assert warnings == []


def test_code_with_links_keeps_them_and_its_spaces():
    link = nodes.reference("", "adresse", refuri="https://x.de")
    (block,), _ = convert(nodes.literal_block("", "", nodes.Text("hole\n    von  "), link))
    assert isinstance(block, b.CodeBlock)
    assert block.text == "hole\n    von  adresse"
    assert block.markup == (
        b.Text("hole"),
        b.LineBreak(),
        b.Text("\xa0\xa0\xa0\xa0von \xa0"),
        b.ExternalLink((b.Text("adresse"),), "https://x.de"),
    )


def test_a_figure_of_something_else_than_a_picture_keeps_both():
    graph = type("graphviz", (nodes.General, nodes.Element), {})(code="digraph {a -> b}")
    figure = nodes.figure("", graph, nodes.caption("", "Die Kette"), ids=["kette"])
    found, _ = convert(figure)
    assert found == (
        b.CodeBlock("digraph {a -> b}"),
        b.Paragraph((b.Text("Die Kette"),), anchors=("a:kette",)),
    )


def test_a_note_that_nobody_cites_stands_where_it_was_written():
    cited = nodes.footnote("", nodes.label("", "1"), paragraph(nodes.Text("x")), backrefs=["r"])
    alone = nodes.footnote("", nodes.label("", "2"), paragraph(nodes.Text("y")))
    found, _ = convert(cited, alone)
    body = (b.Paragraph((b.Text("y"),)),)
    assert found == (b.DefinitionList((b.Definition((((b.Text("2"),), ()),), body),)),)


def test_a_task_list_keeps_its_state():
    def task(state: str) -> nodes.list_item:
        box = nodes.raw("", f'<input type="checkbox" {state}>', format="html")
        return nodes.list_item("", paragraph(box, nodes.Text("Tun")))

    (block,), _ = convert(nodes.bullet_list("", task(""), task('checked="checked"')))
    text = (b.Paragraph((b.Text("Tun"),)),)
    assert block == b.ListBlock(
        b.ListStyle.TASK, (b.ListItem(text, checked=False), b.ListItem(text, checked=True))
    )


def test_a_numbered_list_keeps_start_and_style():
    item = nodes.list_item("", paragraph(nodes.Text("x")))
    (block,), _ = convert(nodes.enumerated_list("", item, enumtype="loweralpha", start=3))
    assert (block.style, block.start) == (b.ListStyle.LOWER_ALPHA, 3)


def test_headings_go_down_to_level_six_and_no_further():
    tree: nodes.Element = paragraph(nodes.Text("unten"))
    for depth in range(8, 0, -1):
        tree = nodes.section("", nodes.title("", f"T{depth}"), tree, ids=[f"t{depth}"])
    (block,), _ = convert(tree)
    levels = []
    while isinstance(block, b.Section):
        levels.append(block.level)
        block = block.children[0]
    assert levels == [1, 2, 3, 4, 5, 6, 6, 6]


def test_a_table_keeps_header_spans_and_row_headers():
    group = nodes.tgroup(cols=2)
    group += [nodes.colspec(colwidth=1, stub=1), nodes.colspec(colwidth=3)]
    head = nodes.entry("", paragraph(nodes.Text("Kopf")), morecols=1)
    group += nodes.thead("", nodes.row("", head))
    cells = [nodes.entry("", paragraph(nodes.Text(text))) for text in ("links", "rechts")]
    group += nodes.tbody("", nodes.row("", *cells))
    (table,), _ = convert(nodes.table("", group))
    assert (table.widths, table.header_rows, table.header_columns) == ((1, 3), 1, 1)
    assert [[(c.columns, c.header) for c in row.cells] for row in table.rows] == [
        [(2, True)],
        [(1, True), (1, False)],
    ]


WORD = st.text(string.ascii_letters + "äöüß", min_size=1, max_size=8)
TEXT = WORD.map(nodes.Text)
INLINE = st.recursive(
    TEXT,
    lambda inner: st.one_of(
        st.builds(
            lambda cls, kids: cls("", "", *kids),
            st.sampled_from(
                [
                    nodes.emphasis,
                    nodes.strong,
                    nodes.superscript,
                    nodes.title_reference,
                    nodes.inline,
                ]
            ),
            st.lists(inner, min_size=1, max_size=3),
        ),
        st.builds(
            lambda kids: nodes.reference("", "", *kids, refuri="https://x.de"),
            st.lists(inner, max_size=2),
        ),
        WORD.map(lambda word: nodes.literal("", word)),
        WORD.map(lambda word: nodes.abbreviation("", word)),
    ),
    max_leaves=6,
)
PARAGRAPH = st.lists(INLINE, min_size=1, max_size=4).map(lambda kids: paragraph(*kids))


def _blocks(inner: st.SearchStrategy[nodes.Node]) -> st.SearchStrategy[nodes.Node]:
    many = st.lists(inner, min_size=1, max_size=3)

    def wrap(cls: type[nodes.Element], **attributes: object) -> st.SearchStrategy[nodes.Node]:
        return many.map(lambda kids: cls("", *kids, **attributes))

    item = many.map(lambda kids: nodes.list_item("", *kids))
    items = st.lists(item, min_size=1, max_size=3)
    return st.one_of(
        wrap(nodes.block_quote),
        wrap(nodes.note),
        wrap(nodes.container),
        wrap(nodes.compound),
        wrap(nodes.sidebar),
        items.map(lambda kids: nodes.bullet_list("", *kids)),
        items.map(lambda kids: nodes.enumerated_list("", *kids)),
        st.builds(lambda t, kids: nodes.section("", nodes.title("", "", t), *kids), TEXT, many),
        st.builds(
            lambda t, kids: nodes.definition_list(
                "",
                nodes.definition_list_item("", nodes.term("", "", t), nodes.definition("", *kids)),
            ),
            TEXT,
            many,
        ),
        WORD.map(lambda word: nodes.literal_block("", word)),
        WORD.map(lambda word: nodes.rubric("", word)),
        WORD.map(lambda word: nodes.line_block("", nodes.line("", word))),
    )


@given(st.lists(st.recursive(PARAGRAPH, _blocks, max_leaves=8), min_size=1, max_size=4))
def test_no_visible_word_is_missing(children):
    document = new_document("a.md")
    document += [child.deepcopy() for child in children]
    expected = worte.of_doctree(document)
    blocks, _ = convert(*(child.deepcopy() for child in children))
    assert not expected - worte.of_book(b.Book("", (b.Part((), blocks),)))


def test_no_word_of_a_real_project_is_missing(build):
    from kompasswerk.buch.assemble import Title, assemble

    built = build(projekt(), builder="probe", extensions=("probe_builder",))
    book = assemble(built.app.builder, "index", Title("Probe"))
    found = worte.of_book(book)
    for docname in built.app.env.all_docs:
        missing = worte.of_doctree(built.doctree(docname)) - found
        assert not missing, docname
