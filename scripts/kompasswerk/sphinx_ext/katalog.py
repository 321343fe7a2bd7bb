"""``{katalog}``: cases that fulfil conditions, as cards, as a table or with facets."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar

from docutils import nodes as n
from docutils.parsers.rst import directives
from sphinx.util.docutils import SphinxDirective

from ..model.seiten import Fall
from ..model.vocabulary import Vocabulary
from ..reading.conditions import DERIVED, FORMS, read_conditions
from .facetten import size_class
from .karten import short_cards
from .katalog_web import catalogue
from .nodes import katalog
from .source import domain_of
from .spalten import by_title, overview_table
from .steckbrief import paragraph
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
        size = size_class(fall, vocabulary)
        return (size.key,) if size else ()
    value = getattr(fall, key)
    if isinstance(value, tuple):
        return tuple(str(item) for item in value)
    return () if value is None else (str(value),)


def resolve_katalog(node: katalog, domain: KompassDomain) -> list[n.Node]:
    """Return the catalogue, or the cards and the table, that a placeholder stands for."""
    entries = sorted(
        (
            (docname, page)
            for docname, page in domain.pages("fall")
            if isinstance(page, Fall) and fulfils(page, node["bedingungen"], domain.vocabulary)
        ),
        key=lambda entry: by_title(entry[1]),
    )
    docname = node["docname"]
    if not entries:
        return [paragraph("Zu dieser Auswahl gibt es noch keinen Fall. Wir suchen Beispiele.")]
    if node.get("facetten"):
        return [catalogue(docname, "fall", entries, domain)]
    result: list[n.Node] = []
    if node["als"] in ("karten", "beides"):
        result.append(short_cards(docname, (fall for _, fall in entries), domain.vocabulary))
    if node["als"] != "karten":
        result.append(overview_table(docname, "fall", entries, domain.vocabulary))
    return result
