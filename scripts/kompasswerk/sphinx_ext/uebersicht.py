"""Tables of all pages of a kind: instruments, worksheets, funding programmes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar

from docutils.parsers.rst import directives
from sphinx.util.docutils import SphinxDirective

from ..model import german
from ..model.vocabulary import Vocabulary
from .nodes import uebersicht
from .steckbrief import page_link
from .tabelle import Cell, table, text

if TYPE_CHECKING:
    from docutils import nodes as n
    from docutils.nodes import Node

    from .domain import KompassDomain

FILTERED = "filtern-"
"""Beginning of a table's class that names a column (from 1) which readers may filter by."""


@dataclass(frozen=True)
class Context:
    """What a cell needs besides its page."""

    docname: str
    vocabulary: Vocabulary

    def link(self, role: str, slug: str) -> Cell:
        """Return a cell with a link to a page."""
        return [page_link(self.docname, role, slug)]

    def names(self, liste: str, *keys: str) -> Cell:
        """Return a cell with the German names of several values."""
        return text(", ".join(self.vocabulary.label(liste, key) for key in keys))


@dataclass(frozen=True)
class Column:
    """One column: title, share of the width, cell; ``filtered`` offers a choice of its values."""

    title: str
    width: int
    cell: Callable[[Any, Context], Cell]
    filtered: bool = False


@dataclass(frozen=True)
class Overview:
    """The pages of a kind: their order, and what stands in each column."""

    order: Callable[[Any], tuple[Any, ...]]
    columns: tuple[Column, ...]


def _minutes(sheet: Any, context: Context) -> Cell:
    return text(f"{sheet.dauer} Minuten" if sheet.dauer else "")


OVERVIEWS: Mapping[str, Overview] = {
    "instrument": Overview(
        lambda page: (page.titel.casefold(),),
        (
            Column("Instrument", 26, lambda p, c: c.link("instrument", p.slug)),
            Column("Art", 15, lambda p, c: c.names("kategorie", p.kategorie), filtered=True),
            Column("Worum es geht", 59, lambda p, c: text(p.kurz)),
        ),
    ),
    "arbeitsblatt": Overview(
        lambda page: (page.nummer,),
        (
            Column("Blatt", 30, lambda p, c: c.link("blatt", p.slug)),
            Column("Schritt", 30, lambda p, c: c.link("schritt", p.schritt)),
            Column("Wer", 26, lambda p, c: text(p.wer or "")),
            Column("Dauer", 14, _minutes),
        ),
    ),
    "programm": Overview(
        lambda page: (page.titel.casefold(),),
        (
            Column("Programm", 22, lambda p, c: c.link("programm", p.slug)),
            Column("Zweck", 19, lambda p, c: c.names("foerderzweck", *p.zweck), filtered=True),
            Column(
                "Wer",
                17,
                lambda p, c: c.names("antragsteller", *p.antragsteller),
                filtered=True,
            ),
            Column("Wie viel", 20, lambda p, c: text(p.satz)),
            Column("Status", 11, lambda p, c: c.names("programmstatus", p.status), filtered=True),
            Column("Stand", 11, lambda p, c: text(german.date(p.informationsstand))),
        ),
    ),
}


class UebersichtDirective(SphinxDirective):
    """``{uebersicht} instrument``: a table of all pages of a kind."""

    required_arguments = 1
    option_spec: ClassVar = {}

    def run(self) -> list[Node]:
        """Return the placeholder; an unknown kind is an error of the directive."""
        art = directives.choice(self.arguments[0], tuple(OVERVIEWS))
        return [uebersicht(docname=self.env.current_document.docname, art=art)]


def resolve_uebersicht(node: uebersicht, domain: KompassDomain) -> list[n.Node]:
    """Return the table of all pages of the kind, in the order of that kind."""
    overview = OVERVIEWS[node["art"]]
    context = Context(node["docname"], domain.vocabulary)
    pages = sorted((page for _, page in domain.pages(node["art"])), key=overview.order)
    rows = [[column.cell(page, context) for column in overview.columns] for page in pages]
    marks = [
        f"{FILTERED}{place}"
        for place, column in enumerate(overview.columns, start=1)
        if column.filtered
    ]
    return [
        table(
            [text(column.title) for column in overview.columns],
            rows,
            [column.width for column in overview.columns],
            classes=("sortierbar", "uebersicht", *marks),
            stub_columns=1,
        )
    ]
