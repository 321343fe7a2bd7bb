"""How meaning looks in HTML: plain elements with classes; CSS does the rest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils.nodes import Element, SkipNode
from sphinx.writers.html5 import HTML5Translator

from . import nodes
from .deutsch import setup_deutsch
from .formular_html import setup_formular_html
from .gestaltung import setup_gestaltung
from .karte import setup_karte
from .katalog_web import setup_katalog
from .leitdaten import setup_leitdaten
from .navigation import setup_navigation
from .rahmen import setup_rahmen
from .skripte import setup_skripte
from .vorschau import setup_vorschau
from .werkzeuge import setup_werkzeuge
from .zugang import setup_zugang

if TYPE_CHECKING:
    from collections.abc import Callable

    from sphinx.application import Sphinx

    Visitor = Callable[[HTML5Translator, Element], None]

TAGS: dict[type[Element], tuple[str, str]] = {
    nodes.steckbrief: ("dl", "steckbrief"),
    nodes.steckbrief_name: ("dt", ""),
    nodes.steckbrief_wert: ("dd", ""),
    nodes.leitsatz: ("p", "leitsatz"),
    nodes.quellenliste: ("ol", "quellen"),
    nodes.quelleneintrag: ("li", ""),
    nodes.karten: ("div", "karten"),
    nodes.karte_titel: ("p", "karte-titel"),
    nodes.eingabe: ("div", "eingabe"),
}
"""Node → element and class for everything that needs no more than that."""


def _wrap(tag: str, css: str) -> tuple[Visitor, Visitor]:
    def visit(self: HTML5Translator, node: Element) -> None:
        self.body.append(
            self.starttag(node, tag, "", CLASS=css) if css else self.starttag(node, tag, "")
        )

    def depart(self: HTML5Translator, node: Element) -> None:
        self.body.append(f"</{tag}>\n")

    return visit, depart


def visit_row(self: HTML5Translator, node: Element) -> None:
    """Open one fact; its class is the field's key. What the page shows elsewhere is left out."""
    if node.get("woanders"):
        raise SkipNode
    self.body.append(self.starttag(node, "div", "", CLASS=f"zeile {node['key']}"))


def depart_row(self: HTML5Translator, node: Element) -> None:
    """Close one fact."""
    self.body.append("</div>\n")


def visit_citation(self: HTML5Translator, node: Element) -> None:
    """Write a citation as a link to the source's entry."""
    number, key = node["nummer"], node["kennung"]
    self.body.append(
        f'<a class="quellenverweis" role="doc-noteref" href="#quelle-{key}" '
        f'aria-label="Quelle {number}">{number}</a>'
    )
    raise SkipNode


def visit_next_step(self: HTML5Translator, node: Element) -> None:
    """Open the box with its own heading-like label."""
    self.body.append(
        '<section class="naechster-schritt" aria-label="Nächster Schritt">'
        '<p class="naechster-schritt-titel">Nächster Schritt</p><dl>'
    )


def depart_next_step(self: HTML5Translator, node: Element) -> None:
    """Close the box."""
    self.body.append("</dl></section>\n")


def visit_bar(self: HTML5Translator, node: Element) -> None:
    """Draw the bar; who listens hears the value beside it."""
    self.body.append(
        '<svg class="balken" aria-hidden="true" focusable="false">'
        f'<rect width="{node["anteil"]}%" height="100%"></rect></svg>'
    )
    raise SkipNode


def visit_search(self: HTML5Translator, node: Element) -> None:
    """Write the field that leads to the page of results."""
    target = self.builder.get_relative_uri(self.builder.current_docname, "search")
    self.body.append(
        f'<form class="suchfeld suchfeld-gross" method="get" action="{target}" role="search" '
        'aria-label="Handbuch durchsuchen, große Suche">'
        '<input type="search" name="q" aria-label="Suchwort" aria-keyshortcuts="/" '
        'placeholder="Ort, Haus, Frage" autocomplete="off" spellcheck="false">'
        '<button type="submit">Suchen</button></form>\n'
    )
    raise SkipNode


def visit_card(self: HTML5Translator, node: Element) -> None:
    """Open a card; in a catalogue it says for which page it stands."""
    attributes = {"data-seite": node["seite"]} if "seite" in node else {}
    self.body.append(self.starttag(node, "article", "", CLASS="karte", **attributes))


def depart_card(self: HTML5Translator, node: Element) -> None:
    """Close a card."""
    self.body.append("</article>\n")


def visit_label(self: HTML5Translator, node: Element) -> None:
    """Open a label; its class carries list and key, so that CSS can colour verdicts."""
    self.body.append(self.starttag(node, "span", "", CLASS=f"marke {node['liste']}-{node['wert']}"))


def depart_label(self: HTML5Translator, node: Element) -> None:
    """Close a label."""
    self.body.append("</span>")


def setup_html(app: Sphinx) -> None:
    """Register every node with its HTML, and what the website needs around it."""
    setup_deutsch(app)
    setup_gestaltung(app)
    setup_navigation(app)
    setup_rahmen(app)
    setup_werkzeuge(app)
    setup_vorschau(app)
    setup_skripte(app)
    setup_zugang(app)
    setup_formular_html(app)
    setup_karte(app)
    setup_katalog(app)
    setup_leitdaten(app)
    visitors: dict[type[Element], tuple[Visitor, Visitor | None]] = {
        node: _wrap(tag, css) for node, (tag, css) in TAGS.items()
    }
    visitors[nodes.karte] = (visit_card, depart_card)
    visitors[nodes.steckbrief_zeile] = (visit_row, depart_row)
    visitors[nodes.quellenverweis] = (visit_citation, None)
    visitors[nodes.naechster_schritt] = (visit_next_step, depart_next_step)
    visitors[nodes.balken] = (visit_bar, None)
    visitors[nodes.suchfeld] = (visit_search, None)
    visitors[nodes.marke] = (visit_label, depart_label)
    for node, pair in visitors.items():
        app.add_node(node, html=pair)
    for late in nodes.spaet.__subclasses__():
        app.add_node(late)
