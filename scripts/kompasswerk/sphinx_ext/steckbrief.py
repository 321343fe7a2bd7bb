"""The fact box: what the front matter says, field by field, in the order of the description."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from docutils import nodes as n
from sphinx import addnodes

from ..model import german
from ..model.arten import ARTEN
from ..model.felder import Field, Kind
from ..model.records import (
    Einwohner,
    Foerderung,
    Indikator,
    Kontakt,
    Kosten,
    Standort,
    Status,
    Wirkung,
    Zeitraum,
)
from ..model.seiten import Fall, Schritt, Seite
from ..model.vocabulary import Vocabulary
from .nodes import blaetter, marke, steckbrief, steckbrief_name, steckbrief_wert, steckbrief_zeile
from .quellen import citation

NOT_SHOWN = {
    "titel",
    "kurz",
    "teaser",
    "bilder",
    "quellen",
    "kriterien",
    "freigabe",
    "stand",
    "pruefen_bis",
    "ausnahme",
    "begriffe",
    "nummer",
    "platz",
}
"""Keys that the page shows elsewhere or not at all; approval and date come last as one row."""


@dataclass(frozen=True)
class Context:
    """What a formatter needs besides the value."""

    docname: str
    page: Seite
    vocabulary: Vocabulary


def fact_box(context: Context, art: str) -> steckbrief:
    """Return the fact box of a page; fields without a value have no row."""
    box = steckbrief(art=art)
    for field in ARTEN[art].fields:
        if field.key in NOT_SHOWN:
            continue
        value = getattr(context.page, field.key)
        if value not in (None, ()):
            box += row(field.key, field.label, [*_blocks(context, field, value)])
        if field.key == "einwohner" and isinstance(context.page, Fall):
            box += _size_class(context, context.page)
        if field.key == "ziel" and isinstance(context.page, Schritt):
            sheets = blaetter(docname=context.docname, schritt=context.page.slug)
            box += row("blaetter", "Arbeitsblätter", [sheets])
    box += _approval(context)
    return box


def row(key: str, label: str, blocks: list[n.Node]) -> steckbrief_zeile:
    """Return one labelled row of a fact box."""
    line = steckbrief_zeile(key=key)
    line += steckbrief_name(label, label)
    wert = steckbrief_wert()
    wert += blocks
    line += wert
    return line


def paragraph(*children: n.Node | str) -> n.paragraph:
    """Return a paragraph of nodes and strings."""
    return n.paragraph("", "", *(n.Text(c) if isinstance(c, str) else c for c in children))


def page_link(context_docname: str, role: str, slug: str) -> addnodes.pending_xref:
    """Return a link to an object that shows its title once it is resolved."""
    node = addnodes.pending_xref(
        "",
        n.inline(slug, slug),
        refdomain="kompass",
        reftype=role,
        reftarget=slug,
        refexplicit=False,
        refwarn=True,
        refdoc=context_docname,
    )
    node.source, node.line = context_docname, 1
    return node


def doc_link(docname: str, other: str, words: str = "") -> addnodes.pending_xref:
    """Return a link from one document to another; it shows that one's title, or ``words``."""
    return addnodes.pending_xref(
        "",
        n.inline(other, words or other),
        refdomain="std",
        reftype="doc",
        reftarget=f"/{other}",
        refexplicit=bool(words),
        refwarn=True,
        refdoc=docname,
    )


def _size_class(context: Context, fall: Fall) -> steckbrief_zeile:
    count = fall.einwohner.wert if fall.einwohner else None
    size = context.vocabulary.groessenklasse(count)
    text = size.name if size else "offen, Einwohnerzahl nicht belegt"
    return row("groessenklasse", "Größenklasse", [paragraph(text)])


def _approval(context: Context) -> steckbrief_zeile:
    page = context.page
    state = context.vocabulary.label("freigabe", page.freigabe)
    return row("freigabe", "Stand", [paragraph(f"{german.date(page.stand)}, {state}")])


def _blocks(context: Context, field: Field, value: Any) -> Iterator[n.Node]:
    if field.kind is Kind.RECORD:
        yield paragraph(*_record(context, value))
    elif field.kind is Kind.RECORDS:
        yield from _lines([[*_record(context, item)] for item in value])
    elif field.kind is Kind.CHOICES:
        yield paragraph(*_marks(context, field, value))
    elif field.kind is Kind.CHOICE:
        yield paragraph(marke_of(context.vocabulary, str(field.choices), value))
    elif field.refers_to:
        slugs = value if isinstance(value, tuple) else (value,)
        yield from _lines([[page_link(context.docname, field.refers_to, s)] for s in slugs])
    elif field.kind is Kind.TEXTS:
        yield from _lines([[n.Text(text)] for text in value])
    elif field.key == "adresse":
        yield paragraph(n.reference(value, value, refuri=value))
    elif field.key == "dauer":
        yield paragraph(f"{german.number(value)} Minuten")
    else:
        yield paragraph(german.number(value) if field.kind is Kind.NUMBER else str(value))


def _marks(context: Context, field: Field, keys: tuple[str, ...]) -> Iterator[n.Node]:
    for i, key in enumerate(keys):
        if i:
            yield n.Text(", ")
        yield marke_of(context.vocabulary, str(field.choices), key)


def marke_of(vocabulary: Vocabulary, name: str, key: str) -> marke:
    """Return a value of a closed list as a label."""
    label = vocabulary.label(name, key)
    return marke(label, label, wert=key, liste=name)


def _lines(lines: list[list[n.Node]]) -> Iterator[n.Node]:
    if len(lines) == 1:
        yield paragraph(*lines[0])
        return
    listing = n.bullet_list(bullet="-")
    for line in lines:
        listing += n.list_item("", paragraph(*line))
    yield listing


def _record(context: Context, record: Any) -> Iterator[n.Node]:
    yield from FORMATS[type(record)](context, record)
    kennung = getattr(record, "quelle", None)
    cited = citation(context.docname, context.page, kennung) if kennung else None
    if cited is not None:
        yield n.Text(german.NO_BREAK)
        yield cited


def _dated(text: str, stand: str | None) -> n.Text:
    return n.Text(f"{text} (Stand {german.date(stand)})" if stand else text)


def _einwohner(context: Context, record: Einwohner) -> Iterator[n.Node]:
    yield _dated(german.number(record.wert or 0), record.stand)


def _zeitraum(context: Context, record: Zeitraum) -> Iterator[n.Node]:
    text = german.years(record.beginn, record.ende, record.laufend == "ja")
    yield n.Text(text or "nicht belegt")


def _kosten(context: Context, record: Kosten) -> Iterator[n.Node]:
    yield _dated(f"{german.amount(record.wert, record.einheit)}: {record.was}", record.stand)


def _foerderung(context: Context, record: Foerderung) -> Iterator[n.Node]:
    text = record.name
    if record.betrag is not None:
        text += f": {german.amount(record.betrag, 'EUR')}"
    yield _dated(text, record.stand)


def _wirkung(context: Context, record: Wirkung) -> Iterator[n.Node]:
    after = german.amount(record.nachher, record.einheit)
    if record.vorher is not None:
        after = f"vorher {german.number(record.vorher)}, nachher {after}"
    yield _dated(f"{record.kennzahl}: {after}", record.stand)


def _kontakt(context: Context, record: Kontakt) -> Iterator[n.Node]:
    if record.web:
        yield n.reference(record.stelle, record.stelle, refuri=record.web)
    else:
        yield n.Text(record.stelle)


def _status(context: Context, record: Status) -> Iterator[n.Node]:
    yield marke_of(context.vocabulary, "pilotstatus", record.stufe)
    yield _dated(f": {record.text}", record.stand)


def _standort(context: Context, record: Standort) -> Iterator[n.Node]:
    yield n.Text(f"{record.ort}: {record.termin}" if record.termin else record.ort)


def _indikator(context: Context, record: Indikator) -> Iterator[n.Node]:
    parts = [
        _measured("vorher", record.vorher, record.vorher_stand, record.einheit),
        _measured("Ziel", record.ziel, record.bis, record.einheit, "bis"),
        _measured("zuletzt", record.ist, record.stand, record.einheit),
    ]
    said = ", ".join(filter(None, parts))
    yield n.Text(f"{record.kennzahl}: {said or 'noch ohne Werte'}")


def _measured(
    name: str, value: int | Decimal | None, day: str | None, unit: str | None, when: str = "Stand"
) -> str:
    if value is None:
        return ""
    dated = f" ({when} {german.date(day)})" if day else ""
    return f"{name} {german.amount(value, unit)}{dated}"


FORMATS: dict[type, Callable[[Context, Any], Iterator[n.Node]]] = {
    Einwohner: _einwohner,
    Zeitraum: _zeitraum,
    Kosten: _kosten,
    Foerderung: _foerderung,
    Wirkung: _wirkung,
    Kontakt: _kontakt,
    Status: _status,
    Standort: _standort,
    Indikator: _indikator,
}
"""One formatter for each record that a fact box can show."""
