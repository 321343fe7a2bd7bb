"""Our own nodes of meaning → blocks."""

from __future__ import annotations

from docutils import nodes

from ..sphinx_ext import nodes as own
from . import blocks as b
from .flow import Blocks, contents, flow
from .inline import inline, inlines_of, source_note
from .place import Place

Rows = tuple[tuple[tuple[b.Inline, ...], tuple[b.Block, ...]], ...]


@flow.register
def _(node: own.steckbrief, place: Place) -> Blocks:
    return (b.FactBox((b.Text("Steckbrief"),), _rows(node, place), place.anchors(node)),)


@flow.register
def _(node: own.naechster_schritt, place: Place) -> Blocks:
    return (b.NextStep((b.Text("Nächster Schritt"),), _rows(node, place)),)


def _rows(node: nodes.Element, place: Place) -> Rows:
    return tuple(
        (
            inlines_of(row.children[0].children, place),
            contents(row.children[1].children, place.compact()),
        )
        for row in node.children
    )


@flow.register
def _(node: own.leitsatz, place: Place) -> Blocks:
    return (b.Paragraph(inlines_of(node.children, place), "lead"),)


@flow.register
def _(node: own.karten, place: Place) -> Blocks:
    cards = tuple(block for child in node.children for block in flow(child, place.compact()))
    return (b.Grid(cards),)


@flow.register
def _(node: own.karte, place: Place) -> Blocks:
    title, *rest = node.children
    return (b.Card(inlines_of(title.children, place), contents(rest, place)),)


@flow.register
def _(node: own.quellenliste, place: Place) -> Blocks:
    # Sources that the page cites are footnotes of the book; only the others stay a list.
    root = node.document or node
    cited = {
        verweis["kennung"]
        for verweis in root.findall(own.quellenverweis)
        if verweis["docname"] == node["docname"]
    }
    rest = [entry for entry in _entries(node) if entry["kennung"] not in cited]
    if not rest:
        return ()
    items = tuple(
        b.ListItem(contents(entry.children, place), anchors=place.anchors(entry)) for entry in rest
    )
    return (
        b.Paragraph((b.Text("Weitere Quellen"),), "rubric"),
        b.ListBlock(b.ListStyle.BULLET, items),
    )


def source_notes(document: nodes.document, place: Place) -> dict[str, Blocks]:
    """Return the sources of a document as notes by note id."""
    return {
        source_note(listing["docname"], entry["kennung"]): tuple(
            b.Paragraph(inline(child, place.compact()), "note") for child in entry.children
        )
        for listing in document.findall(own.quellenliste)
        for entry in _entries(listing)
    }


def _entries(listing: own.quellenliste) -> list[own.quelleneintrag]:
    return [child for child in listing.children if isinstance(child, own.quelleneintrag)]


@flow.register
def _(node: own.eingabe, place: Place) -> Blocks:
    written = contents(node.children, place)
    return (b.Answer(node["feld"], node["stelle"], node["titel"], written),)


@flow.register
def _(node: own.suchfeld, place: Place) -> Blocks:
    return ()
