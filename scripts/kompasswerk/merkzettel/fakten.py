"""The fact box of a case as plain data, so that a browser can put several side by side."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from docutils import nodes as n
from sphinx import addnodes

from ..model.arten import ARTEN, ROLES
from ..sphinx_ext import nodes as k
from ..sphinx_ext.quellen import anchor
from ..sphinx_ext.source import domain_of
from ..sphinx_ext.steckbrief import Context, fact_box

if TYPE_CHECKING:
    from sphinx.builders import Builder
    from sphinx.environment import BuildEnvironment

Piece = str | list[str]
"""Text, or a text with the address that it leads to, from the website's folder."""
Row = list[object]
"""Key, label, then each line as a list of pieces."""


def facts(docname: str, builder: Builder) -> list[Row]:
    """Return the rows of a page's fact box in its order, then where its judgement stands.

    Texts are those that the page itself shows, from the same formatters. Citations are left
    out of the texts and come as ``["[1]", address]``.
    """
    env = builder.env
    domain = domain_of(env)
    page, art = domain.page(docname), domain.art(docname)
    if page is None or art is None:
        return []
    box = fact_box(Context(docname, page, domain.vocabulary), art)
    rows: list[Row] = []
    for row in box.findall(k.steckbrief_zeile):
        label, value = row.children
        rows.append([row["key"], label.astext(), *_lines(value, builder)])
    rows += _judgements(docname, ARTEN[art].judged, builder)
    return rows


def _lines(value: n.Node, builder: Builder) -> Iterator[list[Piece]]:
    for paragraph in value.findall(n.paragraph):
        yield _joined(_pieces(paragraph, builder))


def _pieces(paragraph: n.Element, builder: Builder) -> Iterator[Piece]:
    for child in paragraph.children:
        if isinstance(child, k.quellenverweis):
            source = f"{builder.get_target_uri(child['docname'])}#{anchor(child['kennung'])}"
            yield [child.astext(), source]
        elif isinstance(child, addnodes.pending_xref):
            yield _link(child, builder)
        elif isinstance(child, n.reference):
            yield [child.astext(), child["refuri"]]
        else:
            yield child.astext()


def _link(node: addnodes.pending_xref, builder: Builder) -> Piece:
    """Return the title of a page with its address; the bare name if there is no such page."""
    domain = domain_of(builder.env)
    docname = domain.docname_of(ROLES[node["reftype"]], node["reftarget"])
    page = domain.page(docname) if docname else None
    if docname is None or page is None:
        return str(node["reftarget"])
    return [page.ueberschrift, builder.get_target_uri(docname)]


def _joined(pieces: Iterator[Piece]) -> list[Piece]:
    """Return pieces with neighbouring texts put together, without space before a citation."""
    joined: list[Piece] = []
    for piece in pieces:
        if isinstance(piece, str) and joined and isinstance(joined[-1], str):
            joined[-1] += piece
        else:
            joined.append(piece)
    return [each.rstrip() if isinstance(each, str) else each for each in joined]


def _judgements(docname: str, headings: tuple[str, ...], builder: Builder) -> Iterator[Row]:
    """Yield a row with a link to each section that holds the editors' judgement."""
    for title, name in _sections(docname, builder.env):
        if title in headings:
            link = ["Einschätzung der Redaktion", builder.get_target_uri(docname) + name]
            yield ["einschaetzung", title, [link]]


def _sections(docname: str, env: BuildEnvironment) -> Iterator[tuple[str, str]]:
    for reference in env.tocs[docname].findall(n.reference):
        yield reference.astext(), str(reference.get("anchorname", ""))
