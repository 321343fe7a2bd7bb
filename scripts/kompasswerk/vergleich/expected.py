"""What a book must hold, read from Sphinx's resolved doctrees.

A page becomes pieces: paragraphs, headings, table rows, numbered items, titles of boxes, code.
What an exporter may do otherwise than the page is in ``place_is_free`` and ``INVISIBLE``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx import addnodes
from sphinx.locale import admonitionlabels

from .content import Expected, Piece, letters
from .numbering import written

if TYPE_CHECKING:
    from sphinx.builders import Builder

INVISIBLE = frozenset(
    {
        "comment", "substitution_definition", "system_message", "pending", "meta", "toctree",
        "index", "highlightlang", "tabular_col_spec", "title_reference_target", "colspec",
        "todolist", "autosummary_toc", "sd_icon", "fontawesome", "sd_tab_input", "only",
        "decoration", "docinfo_item", "suchfeld",
    }
)  # fmt: skip
"""Nodes that no reader sees in any output, by class name."""

DRAWN = frozenset({"graphviz", "inheritance_diagram", "mermaid", "plantuml"})
"""Diagrams, which a book prints as their source: what readers of the website see is a picture."""

HIDDEN = "sd-hide-link-text"
FREE_PARTS = ("card-title", "card-header")
"""Parts of a sphinx-design card that a book may order otherwise than the website."""

CUT = "\0"
"""Stands in collected text where an exporter may insert a page number or a note's mark."""


@dataclass
class _Walk:
    """What walking through one document brings together."""

    docname: str
    inside: frozenset[str]
    source: Path
    pieces: list[Piece] = field(default_factory=list)
    anywhere: list[Piece] = field(default_factory=list)
    pictures: Counter[str] = field(default_factory=Counter)
    links: Counter[str] = field(default_factory=Counter)
    inner_links: int = 0
    formulas: list[str] = field(default_factory=list)


def expected_of(builder: Builder, start: str) -> Expected:
    """Return what a book of ``builder`` that begins at document ``start`` must hold."""
    names = tuple(_below(builder, start, set()))
    walks = []
    for docname in names:
        document = builder.env.get_doctree(docname)
        builder.env.apply_post_transforms(document, docname)
        walk = _Walk(docname, frozenset(names), Path(builder.srcdir))
        _visit_all(document.children, walk)
        walks.append(walk)
    return Expected(
        tuple(tuple(walk.pieces) for walk in walks),
        tuple(piece for walk in walks for piece in walk.anywhere),
        sum((walk.pictures for walk in walks), Counter()),
        sum((walk.links for walk in walks), Counter()),
        sum(walk.inner_links for walk in walks),
        tuple(latex for walk in walks for latex in walk.formulas),
    )


def _below(builder: Builder, docname: str, seen: set[str]) -> Iterator[str]:
    if docname in seen or docname not in builder.env.all_docs:
        return
    seen.add(docname)
    yield docname
    for toctree in builder.env.get_doctree(docname).findall(addnodes.toctree):
        for child in toctree["includefiles"]:
            yield from _below(builder, child, seen)


# ---------------------------------------------------------------- blocks


def _visit_all(items: Iterable[nodes.Node], walk: _Walk) -> None:
    for node in items:
        _visit(node, walk)


def _visit(node: nodes.Node, walk: _Walk) -> None:
    """Add the pieces of one node."""
    if type(node).__name__ in INVISIBLE or not isinstance(node, nodes.Element):
        return
    if type(node).__name__ in DRAWN:
        _say(node, node.get("code") or node.get("content") or "", "Quelltext", walk)
        return
    for cls in type(node).__mro__:
        if cls in VISITORS:
            VISITORS[cls](node, walk)
            return
    if _is_line(node):
        _add(node, walk, _kind(node))
    else:
        _mixed(node, walk)


def _mixed(node: nodes.Element, walk: _Walk) -> None:
    """Add what holds blocks, and perhaps loose text between them."""
    loose: list[nodes.Node] = []
    for child in (*node.children, None):
        if child is not None and not _is_block(child) and not isinstance(child, nodes.raw):
            loose.append(child)
            continue
        if loose:
            _say(node, "".join(_text(each, walk) for each in loose), _kind(node), walk)
        loose = []
        if child is not None:
            _visit(child, walk)


def _is_line(node: nodes.Element) -> bool:
    """Return whether a node is a line of text and holds no blocks."""
    if not isinstance(node, nodes.TextElement | nodes.Inline):
        return False
    return not any(_is_block(child) for child in node.children)


def _is_block(node: nodes.Node) -> bool:
    if type(node).__name__ in INVISIBLE:
        return False
    if isinstance(node, nodes.Text | nodes.Inline) or not isinstance(node, nodes.Element):
        return any(_is_block(child) for child in node.children)
    if isinstance(node, nodes.image | nodes.raw | nodes.target | addnodes.index):
        return False
    return isinstance(node, nodes.Body | nodes.Admonition | nodes.Part) or any(
        map(_is_block, node.children)
    )


def _kind(node: nodes.Node) -> str:
    if isinstance(node, nodes.title | nodes.rubric):
        return "Überschrift"
    if isinstance(node, nodes.literal_block | nodes.doctest_block):
        return "Quelltext"
    return "Absatz"


def _add(node: nodes.Element, walk: _Walk, kind: str) -> None:
    _say(node, _text(node, walk), kind, walk)


def _say(node: nodes.Node, text: str, kind: str, walk: _Walk) -> None:
    """Add a piece, unless it has no letters."""
    source, line = _where(node, walk.docname)
    parts = tuple(part for part in map(letters, text.split(CUT)) if part)
    if parts:
        piece = Piece(kind, parts, text.replace(CUT, ""), source, line)
        (walk.anywhere if _place_is_free(node) else walk.pieces).append(piece)


def _place_is_free(node: nodes.Node) -> bool:
    """Return whether an exporter may put this elsewhere: notes, sources, texts of cards' links."""
    around: nodes.Node | None = node
    while around is not None:
        if isinstance(around, nodes.footnote | nodes.sidebar):
            return True
        if type(around).__name__ == "quellenliste":
            return True
        if isinstance(around, nodes.Element) and around.get("design_component") in FREE_PARTS:
            return True
        around = around.parent
    return False


def _where(node: nodes.Node, docname: str) -> tuple[str, int | None]:
    around: nodes.Node | None = node
    while around is not None and not around.line:
        around = around.parent
    return docname, around.line if around is not None else None


# ---------------------------------------------------------------- special blocks


def _image(node: nodes.Element, walk: _Walk) -> None:
    if _is_there(node, walk):
        _count_picture(node, walk)
    else:
        _say(node, node.get("alt", ""), "Alternativtext", walk)


def _is_there(node: nodes.Element, walk: _Walk) -> bool:
    """Return whether the project holds the file of a picture; else only its words are left."""
    files = [node.get("uri", ""), *node.get("candidates", {}).values()]
    return any("://" not in name and (walk.source / name).is_file() for name in files)


def _count_picture(node: nodes.Element, walk: _Walk) -> None:
    if node.get("alt"):
        walk.pictures[letters(node["alt"])] += 1


def _admonition(node: nodes.Element, walk: _Walk) -> None:
    if not isinstance(node.children[0] if node.children else None, nodes.title):
        label = str(admonitionlabels.get(type(node).__name__, ""))
        _say(node, label, "Beschriftung", walk)
    _visit_all(node.children, walk)


def _numbered(node: nodes.Element, walk: _Walk) -> None:
    start, form = node.get("start", 1), node.get("enumtype", "arabic")
    for number, item in enumerate(node.children, start):
        _item(item, written(number, form), walk)


def _item(item: nodes.Node, label: str, walk: _Walk) -> None:
    """Add an item; its number and its first line must stand together."""
    before = len(walk.pieces)
    _visit_all(item.children, walk)
    if len(walk.pieces) > before and label:
        first = walk.pieces[before]
        together = (label + first.parts[0], *first.parts[1:])
        walk.pieces[before] = replace(
            first, parts=together, text=f"{label}. {first.text}", kind="Aufzählung"
        )


def _row(node: nodes.Element, walk: _Walk) -> None:
    """Add a row as one piece, so that swapped cells are out of order."""
    inner = replace(walk, pieces=[])
    _visit_all(node.children, inner)
    walk.inner_links = inner.inner_links
    cells = tuple(inner.pieces)
    if not cells:
        return
    source, line = _where(node, walk.docname)
    parts = tuple(part for cell in cells for part in cell.parts)
    text = " | ".join(cell.text for cell in cells)
    walk.pieces.append(Piece("Tabellenzeile", parts, text, source, line, cells))


def _footnote(node: nodes.Element, walk: _Walk) -> None:
    _visit_all([c for c in node.children if not isinstance(c, nodes.label)], walk)


def _formula(node: nodes.Element, walk: _Walk) -> None:
    walk.formulas.append(letters(node.astext()))


def _raw_block(node: nodes.Element, walk: _Walk) -> None:
    _say(node, _html_words(node), "HTML", walk)


def _section(node: nodes.Element, walk: _Walk) -> None:
    # The sources of our pages become notes; the heading above them goes with them.
    sources = "kompass-quellen" in node["classes"]
    _visit_all(node.children[1:] if sources else node.children, walk)


def _options(node: nodes.Element, walk: _Walk) -> None:
    _add(node, walk, "Absatz")


VISITORS: dict[type, Callable[[nodes.Element, _Walk], None]] = {
    nodes.section: _section,
    nodes.image: _image,
    nodes.admonition: _admonition,
    nodes.Admonition: _admonition,
    nodes.enumerated_list: _numbered,
    nodes.row: _row,
    nodes.footnote: _footnote,
    nodes.math_block: _formula,
    nodes.raw: _raw_block,
    nodes.option_group: _options,
}
"""Node class → how its pieces are added; the nearest base class counts."""


# ---------------------------------------------------------------- lines


def _text(node: nodes.Node, walk: _Walk) -> str:
    """Return the text of a line with cuts; count its links, pictures and formulas."""
    if isinstance(node, nodes.Text):
        return str(node)
    if type(node).__name__ in INVISIBLE or not isinstance(node, nodes.Element):
        return ""
    if isinstance(node, nodes.footnote_reference | nodes.math | nodes.image) or (
        type(node).__name__ == "quellenverweis"
    ):
        return _inline_object(node, walk)
    if isinstance(node, nodes.raw):
        return _html_words(node)
    if HIDDEN in node["classes"]:  # the link over a card says its title again, unseen
        _link(node, walk)
        return ""
    inner = "".join(_text(child, walk) for child in node.children)
    if isinstance(node, nodes.reference) and not inner and "://" in node.get("refuri", ""):
        inner = node["refuri"]  # a link without words shows its address
    if isinstance(node, nodes.abbreviation) and node.get("explanation"):
        inner += f" ({node['explanation']})"
    return inner + CUT if isinstance(node, nodes.reference) and _link(node, walk) else inner


def _inline_object(node: nodes.Element, walk: _Walk) -> str:
    """Count what stands in a line without being text; return what a reader finds in its place."""
    if isinstance(node, nodes.math):
        _formula(node, walk)
    if isinstance(node, nodes.image):
        if not _is_there(node, walk):
            return str(node.get("alt", ""))
        _count_picture(node, walk)
    return CUT


def _link(node: nodes.Element, walk: _Walk) -> bool:
    """Count a link; return whether it leads to another page, where a page number may follow."""
    uri: str = node.get("refuri", "")
    if node.get("refid"):
        walk.inner_links += 1
    elif uri.startswith("#/"):
        target = uri.removeprefix("#/").partition("#")[0]
        walk.inner_links += target in walk.inside
        return True
    elif uri:
        walk.links[uri] += 1
    return False


class _Words(HTMLParser):
    """Collects the text between tags of raw HTML."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Notice scripts and the like."""
        self.silent += tag in ("script", "style", "template", "title")

    def handle_endtag(self, tag: str) -> None:
        """Notice their end."""
        self.silent -= tag in ("script", "style", "template", "title")

    def handle_data(self, data: str) -> None:
        """Keep what is shown."""
        if not self.silent:
            self.found.append(data)


def _html_words(node: nodes.Element) -> str:
    if "html" not in node.get("format", "").split():
        return ""
    parser = _Words()
    parser.feed(node.astext())
    parser.close()
    return " ".join("".join(parser.found).split())
