"""The catalogue: cases that fulfil conditions, as cards and as a sortable table."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar

from docutils import nodes as n
from docutils.parsers.rst import directives
from sphinx.util.docutils import SphinxDirective

from ..model import german
from ..model.arten import ARTEN
from ..model.seiten import Fall
from ..model.vocabulary import Vocabulary
from ..reading.conditions import DERIVED, FORMS, read_conditions
from .nodes import karte, karte_titel, karten, katalog
from .source import domain_of
from .steckbrief import marke_of, page_link, paragraph
from .tabelle import table, text
from .warnings import Kind, warn

if TYPE_CHECKING:
    from docutils.nodes import Node

    from .domain import KompassDomain

Conditions = Mapping[str, tuple[str, ...]]


class KatalogDirective(SphinxDirective):
    """``{katalog}`` with ``:wo: ansatz=zwischennutzung|umnutzung; land=Thüringen``."""

    option_spec: ClassVar = {
        "wo": directives.unchanged,
        "als": lambda value: directives.choice(value, FORMS),
    }

    def run(self) -> list[Node]:
        """Return the placeholder; conditions on unknown fields are named and left out."""
        docname = self.env.current_document.docname
        vocabulary = domain_of(self.env).vocabulary
        conditions, problems = read_conditions(self.options.get("wo", ""), vocabulary)
        for problem in problems:
            warn(Kind.OPTION, problem, self.get_location())
        node = katalog(docname=docname, bedingungen=conditions)
        node["als"] = self.options.get("als", "beides")
        self.set_source_info(node)
        return [node]


def fulfils(fall: Fall, conditions: Conditions, vocabulary: Vocabulary) -> bool:
    """Return whether a case holds one of the wanted values in every named field."""
    return all(
        set(wanted) & set(values_of(fall, key, vocabulary)) for key, wanted in conditions.items()
    )


def values_of(fall: Fall, key: str, vocabulary: Vocabulary) -> tuple[str, ...]:
    """Return what a case holds in a field, as strings; the size class is derived."""
    if key == DERIVED:
        size = vocabulary.groessenklasse(fall.einwohner.wert if fall.einwohner else None)
        return (size.key,) if size else ()
    value = getattr(fall, key)
    if isinstance(value, tuple):
        return tuple(str(item) for item in value)
    return () if value is None else (str(value),)


def resolve_katalog(node: katalog, domain: KompassDomain) -> list[n.Node]:
    """Return the cards and the table that a placeholder stands for."""
    faelle = [
        (docname, page)
        for docname, page in domain.pages("fall")
        if isinstance(page, Fall) and fulfils(page, node["bedingungen"], domain.vocabulary)
    ]
    faelle.sort(key=lambda pair: (pair[1].titel.casefold(), pair[0]))
    if not faelle:
        return [paragraph("Zu dieser Auswahl gibt es noch keinen Fall. Wir suchen Beispiele.")]
    result: list[n.Node] = []
    if node["als"] in ("karten", "beides"):
        cards = karten()
        cards += [_card(node["docname"], fall, domain.vocabulary) for _, fall in faelle]
        result.append(cards)
    if node["als"] in ("tabelle", "beides"):
        result.append(_table(node["docname"], [fall for _, fall in faelle], domain.vocabulary))
    return result


def _card(docname: str, fall: Fall, vocabulary: Vocabulary) -> karte:
    card = karte(art="fall")
    title = karte_titel()
    title += page_link(docname, "fall", fall.slug)
    card += title
    card += paragraph(f"{fall.ort}, {fall.land}{_size(fall, vocabulary, ' · ')}")
    card += paragraph(fall.teaser)
    card += paragraph(*_labels(vocabulary, "ansatz", fall.ansatz))
    return card


def _size(fall: Fall, vocabulary: Vocabulary, before: str = "") -> str:
    size = vocabulary.groessenklasse(fall.einwohner.wert if fall.einwohner else None)
    return f"{before}{size.name}" if size else ""


def _labels(vocabulary: Vocabulary, name: str, keys: tuple[str, ...]) -> list[n.Node | str]:
    labels: list[n.Node | str] = []
    for i, key in enumerate(keys):
        labels += [", "] if i else []
        labels.append(marke_of(vocabulary, name, key))
    return labels


def _table(docname: str, faelle: list[Fall], vocabulary: Vocabulary) -> n.table:
    labels = {field.key: field.label for field in ARTEN["fall"].fields}
    header = ["Fall", labels["ort"], "Größenklasse", labels["ansatz"], labels["gebaeudetyp"]]
    rows: list[list[list[n.Node]]] = [
        [
            [page_link(docname, "fall", fall.slug)],
            text(f"{fall.ort} ({german.number(fall.einwohner.wert)})")
            if fall.einwohner and fall.einwohner.wert
            else text(fall.ort),
            text(_size(fall, vocabulary) or "offen"),
            text(_names(vocabulary, "ansatz", fall.ansatz)),
            text(_names(vocabulary, "gebaeudetyp", fall.gebaeudetyp)),
        ]
        for fall in faelle
    ]
    return table(
        [text(label) for label in header],
        rows,
        (26, 18, 16, 22, 18),
        classes=("sortierbar", "katalog"),
        stub_columns=1,
    )


def _names(vocabulary: Vocabulary, name: str, keys: tuple[str, ...]) -> str:
    return ", ".join(vocabulary.label(name, key) for key in keys)
