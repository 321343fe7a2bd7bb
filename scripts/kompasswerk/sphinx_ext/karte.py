"""The map of the cases: points over the outlines of the states, and a list that says the same."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from docutils import nodes as n
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util.docutils import SphinxDirective

from ..karte import zeichnung
from ..karte.lage import Eintrag
from ..karte.umriss import THUERINGEN, read_umriss
from ..model.seiten import Fall
from .nodes import fallkarte, karte_spaet, seiteneintrag
from .steckbrief import page_link, paragraph

if TYPE_CHECKING:
    from docutils.nodes import Node
    from sphinx.application import Sphinx
    from sphinx.writers.html5 import HTML5Translator

    from .domain import KompassDomain

Faelle = Sequence[tuple[str, Fall]]
"""Cases with their documents."""

OUTLINE = ("Natural Earth", "https://www.naturalearthdata.com/", "gemeinfrei, vereinfacht")


class KarteDirective(SphinxDirective):
    """``{karte}`` has no options: it shows all cases."""

    def run(self) -> list[Node]:
        """Return the placeholder."""
        return [karte_spaet(docname=self.env.current_document.docname)]


class DrawnMaps(SphinxPostTransform):
    """A website draws its maps; all else has the list, which says the same."""

    formats = ("html",)
    default_priority = 4

    def run(self, **kwargs: object) -> None:
        """Mark every map of the document."""
        for node in self.document.findall(karte_spaet):
            node["gezeichnet"] = True


def resolve_karte(node: karte_spaet, domain: KompassDomain) -> list[n.Node]:
    """Return the map of all cases, or the list alone where no map is drawn."""
    faelle = [(name, page) for name, page in domain.pages("fall") if isinstance(page, Fall)]
    if not faelle:
        return [paragraph("Es gibt noch keinen Fall. Wir suchen Beispiele.")]
    if node.get("gezeichnet"):
        return karte_der_faelle(node["docname"], faelle, domain)
    return [_list(node["docname"], faelle, n.list_item)]


def karte_der_faelle(docname: str, faelle: Faelle, domain: KompassDomain) -> list[n.Node]:
    """Return one node with the map of these cases and the equal list, for HTML alone.

    ``docname`` is the page that shows it. Points and entries of the list bear ``data-seite``
    and may be hidden by the attribute ``hidden``; a place without visible cases disappears.
    Points are SVG elements, so a script sets it with ``toggleAttribute("hidden", …)``.
    """
    states = read_umriss().laender
    eintraege = [
        (fall.land, Eintrag(name, fall.titel, domain.orte.punkte(fall.ort, fall.land)))
        for name, fall in faelle
    ]
    drawn = [(land, each) for land, each in eintraege if land in states and each.punkte]
    node = fallkarte(
        docname=docname,
        thueringen=[each for land, each in drawn if land == THUERINGEN],
        deutschland=[each for land, each in drawn if land != THUERINGEN],
    )
    node += _credit(domain)
    node += _list(docname, faelle, seiteneintrag)
    return [node]


def _credit(domain: KompassDomain) -> n.paragraph:
    """Return what the map shows and where it comes from; attribution is what the licences ask."""
    name, address, state = OUTLINE
    credit = paragraph(
        "Jeder Punkt ist ein Fall. Wo mehrere Fälle dicht beieinander liegen, sind die Punkte "
        "auseinandergerückt; eine Linie führt zum Ort. Fälle aus anderen Staaten und Vorhaben "
        "ohne einzelnen Ort stehen nur in der Liste. Umrisse: "
    )
    credit += n.reference("", name, refuri=address, internal=False)
    credit += n.Text(f" ({state}). ")
    orte = domain.orte
    if orte.quelle:
        credit += n.Text("Lage der Orte: ")
        credit += n.reference("", orte.quelle, refuri=orte.adresse, internal=False)
        credit += n.Text(f" ({orte.lizenz}), auf einen Kilometer gerundet.")
    credit["classes"].append("fallkarte-quelle")
    return credit


def _list(docname: str, faelle: Faelle, item: type[n.list_item]) -> n.definition_list:
    """Return the cases by state and place: Thuringia, the other states, the rest."""
    by_land: dict[str, list[tuple[str, Fall]]] = defaultdict(list)
    for name, fall in faelle:
        by_land[fall.land].append((name, fall))
    states = read_umriss().laender
    result = n.definition_list(classes=["fallkarte-liste"])
    for land in sorted(by_land, key=lambda land: (land != THUERINGEN, land not in states, land)):
        entries = n.bullet_list(bullet="-", classes=["fallkarte-land"])
        entries += _entries(docname, by_land[land], item)
        result += n.definition_list_item("", n.term(land, land), n.definition("", entries))
    return result


def _entries(docname: str, faelle: Faelle, item: type[n.list_item]) -> Iterator[n.list_item]:
    for name, fall in sorted(faelle, key=lambda pair: (pair[1].ort, pair[1].titel, pair[0])):
        line = paragraph(f"{fall.ort}: ", page_link(docname, "fall", fall.slug))
        yield item("", line, seite=name)


# -- HTML --------------------------------------------------------------------------------------


def visit_fallkarte(self: HTML5Translator, node: n.Element) -> None:
    """Write both drawings, each with what it shows as its name; what they lack is left out."""

    def address(seite: str) -> str:
        return str(self.builder.get_relative_uri(node["docname"], seite))

    maps = (
        (zeichnung.thueringen, node["thueringen"], THUERINGEN),
        (zeichnung.deutschland, node["deutschland"], "Andere Bundesländer"),
    )
    self.body.append('<div class="fallkarte">\n<div class="fallkarte-bilder">\n')
    for draw, entries, name in maps:
        if entries:
            label = f"Karte: {name}. Die Liste darunter nennt dieselben Fälle."
            self.body.append(f"<figure><figcaption>{name}</figcaption>\n")
            self.body.append(draw(entries, label, address))
            self.body.append("</figure>\n")
    self.body.append("</div>\n")


def depart_fallkarte(self: HTML5Translator, node: n.Element) -> None:
    """Close the map."""
    self.body.append("</div>\n")


def visit_seiteneintrag(self: HTML5Translator, node: n.Element) -> None:
    """Open an entry that stands for a page."""
    self.body.append(self.starttag(node, "li", "", **{"data-seite": node["seite"]}))


def depart_seiteneintrag(self: HTML5Translator, node: n.Element) -> None:
    """Close the entry."""
    self.body.append("</li>\n")


def setup_karte(app: Sphinx) -> None:
    """Register the directive, and the map's nodes with their HTML."""
    app.add_directive("karte", KarteDirective)
    app.add_post_transform(DrawnMaps)
    app.add_node(fallkarte, html=(visit_fallkarte, depart_fallkarte))
    app.add_node(seiteneintrag, html=(visit_seiteneintrag, depart_seiteneintrag))
