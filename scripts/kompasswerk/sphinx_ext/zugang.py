"""HTML that everyone can use, where Sphinx, MyST and the theme leave gaps.

Wide tables and code can be scrolled by keyboard, tick boxes of lists are text, headers of
tables say what they head, captions of contents have a level.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from docutils import nodes as n
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.writers.html5 import HTML5Translator

if TYPE_CHECKING:
    from sphinx.application import Sphinx

STACKED = {"katalog", "pilotstand", "kriterien", "formular"}
"""Classes of tables whose rows a phone shows one below the other, each cell with its label."""
AFTER_THEME = 510
"""Furo wraps tables at 500 and copies their ids, so that each would stand there twice."""


class tabellenrahmen(n.General, n.Element):  # noqa: N801 - docutils names nodes in lower case
    """A table that scrolls sideways within its frame; ``name`` says which table it is."""


def setup_zugang(app: Sphinx) -> None:
    """Register transforms, frame and translator."""
    app.set_translator("html", KompassTranslator)
    app.add_node(tabellenrahmen, html=(visit_frame, depart_frame))
    app.add_post_transform(TableFrames)
    app.add_post_transform(TickBoxes)


class TableFrames(SphinxPostTransform):
    """Put every table into a frame that can be reached and scrolled by keyboard."""

    formats = ("html",)
    default_priority = AFTER_THEME

    def run(self, **kwargs: object) -> None:
        """Replace the theme's frame, or wrap the table where there is none."""
        for number, table in enumerate(list(self.document.findall(n.table)), start=1):
            outer = table.parent
            wrapped = isinstance(outer, n.container) and "table-wrapper" in outer["classes"]
            old = outer if wrapped else table
            frame = tabellenrahmen(name=f"Tabelle {number}: {table_name(table)}")
            frame["classes"] = [f"rahmen-{name}" for name in table["classes"] if name.isalpha()]
            old.parent.replace(old, frame)  # replace_self would copy the ids to the frame
            frame += table


class TickBoxes(SphinxPostTransform):
    """Turn MyST's tick boxes, which have no label, into signs that are read as text."""

    formats = ("html",)
    default_priority = AFTER_THEME

    def run(self, **kwargs: object) -> None:
        """Replace each box."""
        for raw in list(self.document.findall(n.raw)):
            if "task-list-item-checkbox" in raw.astext():
                done = "checked" in raw.astext().replace("checkbox", "")
                raw.replace_self(n.raw("", tick_box(done), format="html"))


def tick_box(done: bool) -> str:
    """Return the sign for an open or a done item; only the latter is worth reading aloud."""
    if done:
        return '<span class="kaestchen erledigt" role="img" aria-label="erledigt:"></span> '
    return '<span class="kaestchen" aria-hidden="true"></span> '


def table_name(table: n.table) -> str:
    """Return the caption of a table, else the heading above it."""
    for title in table.findall(n.title):
        return title.astext()
    return next((heading.astext() for heading in _headings_above(table)), "ohne Titel")


def _headings_above(node: n.Node) -> Iterator[n.Element]:
    """Yield rubrics before and titles above a node, the nearest first."""
    while node.parent is not None:
        before = node.parent.children[: node.parent.index(node)]
        yield from (child for child in reversed(before) if isinstance(child, n.rubric | n.title))
        node = node.parent


def column_label(entry: n.entry) -> str:
    """Return the header above a cell of a table that phones show as stacked rows, else ``""``.

    Our own tables have neither spans nor more than one header row.
    """
    row = entry.parent
    group = row.parent.parent
    if not STACKED & set(group.parent["classes"]) or isinstance(row.parent, n.thead):
        return ""
    heads = next(iter(group.findall(n.thead))).findall(n.entry)
    return [head.astext() for head in heads][row.index(entry)]


def visit_frame(self: HTML5Translator, node: n.Element) -> None:
    """Open the frame; it is a tab stop, as a scrolling region has to be."""
    self.body.append(
        self.starttag(
            node,
            "div",
            CLASS="table-wrapper container",
            role="group",
            tabindex="0",
            **{"aria-label": node["name"]},
        )
    )


def depart_frame(self: HTML5Translator, node: n.Element) -> None:
    """Close the frame."""
    self.body.append("</div>\n")


class KompassTranslator(HTML5Translator):
    """Sphinx's HTML with what keyboards and screen readers need."""

    def visit_literal_block(self, node: n.literal_block) -> None:
        """Make code a tab stop, as it scrolls sideways."""
        start = len(self.body)
        try:
            super().visit_literal_block(node)
        finally:
            for i in range(start, len(self.body)):
                self.body[i] = self.body[i].replace("<pre", '<pre tabindex="0"', 1)

    def visit_row(self, node: n.Element) -> None:
        """Let a row say for which page it stands, if it does."""
        super().visit_row(node)
        if "seite" in node:
            row = f'<tr data-seite="{self.attval(node["seite"])}"'
            self.body[-1] = self.body[-1].replace("<tr", row, 1)

    def visit_entry(self, node: n.entry) -> None:
        """Say whether a header heads its column or its row, and what a cell's column is."""
        label = column_label(node)
        super().visit_entry(node)
        scope = "col" if isinstance(node.parent.parent, n.thead) else "row"
        cell = self.body[-1].replace("<th", f'<th scope="{scope}"', 1)
        if label:
            cell = cell.replace("<td", f'<td data-spalte="{self.attval(label)}"', 1)
        self.body[-1] = cell

    def visit_title(self, node: n.title) -> None:
        """Give captions of contents, which Sphinx calls headings, their level."""
        start = len(self.body)
        super().visit_title(node)
        for i in range(start, len(self.body)):
            self.body[i] = self.body[i].replace('role="heading"', 'role="heading" aria-level="2"')
