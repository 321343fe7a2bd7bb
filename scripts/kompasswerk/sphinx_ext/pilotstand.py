"""The six places for pilot projects: two for each working group, empty ones included."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes as n
from sphinx.util.docutils import SphinxDirective

from ..model import german
from ..model.seiten import Pilot
from ..model.vocabulary import Choice
from .nodes import pilotstand
from .quellen import citation
from .steckbrief import Context, marke_of, page_link, paragraph
from .tabelle import table, text

if TYPE_CHECKING:
    from docutils.nodes import Node

    from .domain import KompassDomain

PLACES_PER_GROUP = 2
OPEN = "noch frei: Vorschläge gesucht"
Pilots = dict[tuple[str, int], Pilot]


class PilotstandDirective(SphinxDirective):
    """``{pilotstand}`` has no options."""

    def run(self) -> list[Node]:
        """Return the placeholder."""
        docname = self.env.current_document.docname
        return [pilotstand(docname=docname)]


def resolve_pilotstand(node: pilotstand, domain: KompassDomain) -> list[n.Node]:
    """Return the table of places and, for each known pilot, its criteria."""
    pilots: Pilots = {
        (page.ag, page.platz): page for _, page in domain.pages("pilot") if isinstance(page, Pilot)
    }
    context_docname = node["docname"]
    rows = [
        _place(context_docname, domain, group, place, pilots.get((group.key, place)))
        for group in domain.vocabulary.lists.get("ag", ())
        for place in range(1, PLACES_PER_GROUP + 1)
    ]
    header = [
        text(label) for label in ("Arbeitsgruppe", "Platz", "Pilotprojekt", "Status", "Standorte")
    ]
    result: list[n.Node] = [table(header, rows, (18, 7, 22, 28, 25), classes=("pilotstand",))]
    for key in sorted(pilots):
        pilot = pilots[key]
        result.append(n.rubric("", f"Kriterien: {pilot.titel}"))
        result.append(
            _criteria(Context(context_docname, pilot, domain.vocabulary), pilot, cite=False)
        )
    return result


def criteria_section(context: Context, pilot: Pilot) -> n.section:
    """Return the section „Kriterien“ of a pilot's own page, with its sources."""
    section = n.section(ids=["kriterien"], names=["kriterien"])
    section += n.title("Kriterien", "Kriterien")
    section += paragraph(
        "Die Kriterien stammen aus dem Bericht zur Bündnisarbeit 2023. "
        "Das Urteil ist eine Einschätzung der Redaktion."
    )
    section += _criteria(context, pilot, cite=True)
    return section


def _place(
    docname: str, domain: KompassDomain, group: Choice, place: int, pilot: Pilot | None
) -> list[list[n.Node]]:
    first = [text(group.abkuerzung or group.name), text(str(place))]
    if pilot is None:
        return [*first, [n.inline(OPEN, OPEN, classes=["gesucht"])], text("offen"), text("offen")]
    latest = pilot.status[-1]
    status: list[n.Node] = [marke_of(domain.vocabulary, "pilotstatus", latest.stufe)]
    when = f" (Stand {german.date(latest.stand)})" if latest.stand else ""
    status.append(n.Text(f": {latest.text}{when}"))
    sites = n.bullet_list(bullet="-", classes=["standorte"])
    for site in pilot.standorte:
        line = f"{site.ort}: {site.termin}" if site.termin else site.ort
        sites += n.list_item("", paragraph(line))
    places: list[n.Node] = [sites] if pilot.standorte else text("offen")
    return [*first, [page_link(docname, "pilot", pilot.slug)], status, places]


def _criteria(context: Context, pilot: Pilot, *, cite: bool) -> n.table:
    by_key = {kriterium.kennung: kriterium for kriterium in pilot.kriterien}
    rows: list[list[list[n.Node]]] = []
    for choice in context.vocabulary.lists.get("kriterium", ()):
        verdict = by_key.get(choice.key)
        erfuellt = verdict.erfuellt if verdict else "offen"
        reason: list[n.Node] = text(verdict.grund if verdict else "Noch nicht beurteilt.")
        kennung = verdict.quelle if verdict and cite else None
        cited = citation(context.docname, pilot, kennung) if kennung else None
        if cited is not None:
            reason += [n.Text(german.NO_BREAK), cited]
        rows.append(
            [text(choice.name), [marke_of(context.vocabulary, "erfuellt", erfuellt)], reason]
        )
    header = [text(label) for label in ("Kriterium", "Erfüllt", "Begründung")]
    return table(header, rows, (27, 13, 60), classes=("kriterien",), stub_columns=1)
