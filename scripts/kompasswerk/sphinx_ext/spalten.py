"""Tables of pages: the columns of each kind, for every output format."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ..model import german
from ..model.arten import ARTEN
from ..model.seiten import Fall, Seite
from ..model.vocabulary import Vocabulary
from .facetten import size_class
from .steckbrief import page_link
from .tabelle import Cell, table, text

if TYPE_CHECKING:
    from docutils import nodes as n

Entries = Sequence[tuple[str, Seite]]
"""Pages with their documents, in the order in which readers see them."""


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
    """One column: title, share of the width, cell."""

    title: str
    width: int
    cell: Callable[[Any, Context], Cell]


@dataclass(frozen=True)
class Overview:
    """The pages of a kind: their order, the class of their table, what stands in each column."""

    order: Callable[[Any], tuple[Any, ...]]
    css: str
    columns: tuple[Column, ...]


def by_title(page: Seite) -> tuple[Any, ...]:
    """Return what orders pages by title as Germans sort; equal titles by their address."""
    return (*german.sort_key(page.titel), page.slug)


def _minutes(sheet: Any, context: Context) -> Cell:
    return text(f"{sheet.dauer} Minuten" if sheet.dauer else "")


def _town(fall: Fall, context: Context) -> Cell:
    count = fall.einwohner.wert if fall.einwohner else None
    return text(f"{fall.ort} ({german.number(count)})" if count else fall.ort)


def _size(fall: Fall, context: Context) -> Cell:
    size = size_class(fall, context.vocabulary)
    return text(size.name if size else "offen")


def _label(key: str) -> str:
    field = ARTEN["fall"].field(key)
    return field.label if field else key


OVERVIEWS: Mapping[str, Overview] = {
    "fall": Overview(
        by_title,
        "katalog",
        (
            Column("Fall", 26, lambda p, c: c.link("fall", p.slug)),
            Column(_label("ort"), 18, _town),
            Column("Größenklasse", 16, _size),
            Column(_label("ansatz"), 22, lambda p, c: c.names("ansatz", *p.ansatz)),
            Column(_label("gebaeudetyp"), 18, lambda p, c: c.names("gebaeudetyp", *p.gebaeudetyp)),
        ),
    ),
    "instrument": Overview(
        by_title,
        "uebersicht",
        (
            Column("Instrument", 26, lambda p, c: c.link("instrument", p.slug)),
            Column("Art", 15, lambda p, c: c.names("kategorie", p.kategorie)),
            Column("Worum es geht", 59, lambda p, c: text(p.kurz)),
        ),
    ),
    "arbeitsblatt": Overview(
        lambda page: (page.nummer,),
        "uebersicht",
        (
            Column("Blatt", 30, lambda p, c: c.link("blatt", p.slug)),
            Column("Schritt", 30, lambda p, c: c.link("schritt", p.schritt)),
            Column("Wer", 26, lambda p, c: text(p.wer or "")),
            Column("Dauer", 14, _minutes),
        ),
    ),
    "programm": Overview(
        by_title,
        "uebersicht",
        (
            Column("Programm", 22, lambda p, c: c.link("programm", p.slug)),
            Column("Zweck", 19, lambda p, c: c.names("foerderzweck", *p.zweck)),
            Column("Wer", 17, lambda p, c: c.names("antragsteller", *p.antragsteller)),
            Column("Wie viel", 20, lambda p, c: text(p.satz)),
            Column("Status", 11, lambda p, c: c.names("programmstatus", p.status)),
            Column("Stand", 11, lambda p, c: text(german.date(p.informationsstand))),
        ),
    ),
}


def overview_table(docname: str, art: str, entries: Entries, vocabulary: Vocabulary) -> n.table:
    """Return the table of pages of a kind; each row knows its page."""
    overview = OVERVIEWS[art]
    context = Context(docname, vocabulary)
    return table(
        [text(column.title) for column in overview.columns],
        [[column.cell(page, context) for column in overview.columns] for _, page in entries],
        [column.width for column in overview.columns],
        classes=("sortierbar", overview.css),
        stub_columns=1,
        seiten=[seite for seite, _ in entries],
    )
