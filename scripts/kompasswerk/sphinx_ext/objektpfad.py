"""The rules of „Was tun mit diesem Haus?“ as lists and tables, for every output.

In the browser a script turns them into a form; Word, PDF and readers without scripts have these.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from docutils import nodes as n
from docutils.parsers.rst import directives
from sphinx.util.docutils import SphinxDirective

from ..formular.handbook import Handbuch
from ..formular.objektpfad import Antworten, precondition
from ..model.objektpfad import QUESTIONS, Mittel, Objektpfad, Regel, objects
from ..model.seiten import Fall
from ..model.vocabulary import Vocabulary
from ..reading.files import OBJEKTPFAD
from .handbuch import answers_in, handbook_in, rules_in
from .nodes import objektpfad
from .steckbrief import page_link, paragraph
from .tabelle import Cell, table, text

if TYPE_CHECKING:
    from docutils.nodes import Node

    from .domain import KompassDomain

NAMES = {"gebaeude": "Gebäude", "lage": "Eigentümerseite", "zustand": "Zustand"}
ASKED = {
    "gebaeude": "Was für ein Gebäude ist es?",
    "lage": "Wie steht es um die Eigentümerseite, also um alle, denen es gehört?",
    "zustand": "In welchem Zustand ist es?",
}
"""The three questions as readers are asked."""
ALL, OTHERWISE, ALWAYS = "alle", "in allen anderen Fällen", "Immer."
MOST_CASES = 4
NO_CASE = "Noch kein Fall passt genau. Wir suchen Beispiele."


class ObjektpfadDirective(SphinxDirective):
    """``{objektpfad} anrufe`` shows a part of the rules; the argument is a key of ``PARTS``."""

    required_arguments = 1

    def run(self) -> list[Node]:
        """Return the placeholder; an unknown part is an error of the directive."""
        part = directives.choice(self.arguments[0], tuple(PARTS))
        self.env.note_dependency(OBJEKTPFAD)
        return [objektpfad(docname=self.env.current_document.docname, teil=part)]


@dataclass(frozen=True)
class View:
    """The rules as seen from the page ``docname``."""

    docname: str
    pfad: Objektpfad
    handbuch: Handbuch
    antworten: Antworten

    @property
    def vocabulary(self) -> Vocabulary:
        """The closed lists."""
        return self.handbuch.vocabulary

    def link(self, role: str, slug: str) -> n.Node:
        """Return a link that shows the title of the page."""
        return page_link(self.docname, role, slug)


def resolve_objektpfad(node: objektpfad, domain: KompassDomain) -> list[n.Node]:
    """Return the nodes of a part."""
    view = View(node["docname"], rules_in(domain), handbook_in(domain), answers_in(domain))
    return PARTS[node["teil"]](view)


def _questions(view: View) -> list[n.Node]:
    """Return the questions with their answers; scripts put the form in their place."""
    result = n.definition_list()
    for name, liste in QUESTIONS.items():
        answers = n.bullet_list(bullet="-")
        for choice in view.vocabulary.lists.get(liste, ()):
            line = paragraph(n.strong("", choice.name), f": {choice.erklaerung}")
            answers += n.list_item("", line)
        term = n.term("", ASKED[name])
        result += n.definition_list_item("", term, n.definition("", answers))
    return [n.container("", result, classes=["objektfragen"])]


def _calls(view: View) -> list[n.Node]:
    rows = [
        [
            _when(rule, view),
            [
                paragraph(n.strong("", rule.wen)),
                paragraph(f"„{rule.sagen}“"),
                paragraph(rule.grund),
                *([paragraph(f"Danach: {rule.danach}")] if rule.danach else []),
            ],
        ]
        for rule in view.pfad.anrufe
    ]
    return [_rules("Wen Sie anrufen und was Sie sagen", rows)]


def _tools(view: View) -> list[n.Node]:
    rows = []
    for rule in view.pfad.instrumente:
        pairs = [(view.link("instrument", each.instrument), _why(each)) for each in rule.mittel]
        rows.append([_when(rule, view), [_list(pairs)]])
    return [_rules("Instrumente, vom milden zum harten", rows)]


def _why(mittel: Mittel) -> str:
    """Return the reason, after the word that says whether an instrument must never be missing."""
    return f"{ALWAYS} {mittel.grund}" if mittel.immer else mittel.grund


def _pages_of_tools(view: View) -> list[n.Node]:
    """Return for which buildings each instrument is meant, and what it needs."""
    named = {each.instrument for rule in view.pfad.instrumente for each in rule.mittel}
    pages = sorted(
        (each for each in view.handbuch.instrumente if each.slug in named),
        key=lambda each: each.titel.casefold(),
    )
    rows = [
        [
            [view.link("instrument", each.slug)],
            text(view.handbuch.labels("gebaeudetyp", each.gebaeudetyp) or ALL),
            text(view.handbuch.labels("eigentuemerlage", each.eigentuemerlage) or ALL),
            text(precondition(each)),
        ]
        for each in pages
    ]
    header = [
        text(one)
        for one in (
            "Instrument",
            "Gebäude",
            "Eigentümerseite",
            "Voraussetzung bei rechtlichen Mitteln",
        )
    ]
    return [table(header, rows, (18, 24, 22, 36), stub_columns=1)]


def _gaps(view: View) -> list[n.Node]:
    return [
        _rules("Warum nichts passt", [[_when(r, view), text(r.text)] for r in view.pfad.luecken])
    ]


def _cases(view: View) -> list[n.Node]:
    """Return for each kind of building the cases that fit in most situations."""
    often: dict[str, Counter[Fall]] = {}
    for each in objects(view.vocabulary):
        counted = often.setdefault(each.gebaeude, Counter())
        for found in view.antworten.on(each).faelle:
            if found.passt and isinstance(found.fall.seite, Fall):
                counted[found.fall.seite] += 1
    rows = [
        [text(view.vocabulary.label("gebaeudetyp", key)), _links_to(counted, view)]
        for key, counted in often.items()
    ]
    return [table([text("Gebäude"), text("Fälle")], rows, (28, 72), stub_columns=1)]


def _links_to(counted: Counter[Fall], view: View) -> Cell:
    best = sorted(counted, key=lambda fall: (-counted[fall], fall.path))[:MOST_CASES]
    if not best:
        return text(NO_CASE)
    return [_list([(view.link("fall", fall.slug), f"{fall.ort}, {fall.land}") for fall in best])]


def _letters(view: View) -> list[n.Node]:
    rows = []
    for rule in view.pfad.briefe:
        gap = [paragraph(rule.luecke)] if rule.luecke else []
        line = paragraph(view.link("blatt", rule.blatt), f": {rule.grund}")
        rows.append([_when(rule, view), [*gap, line]])
    return [_rules("Brief oder Vorlage", rows)]


def _sheets(view: View) -> list[n.Node]:
    rows = []
    for rule in view.pfad.blaetter:
        pairs = [(view.link("blatt", each.blatt), each.grund) for each in rule.nehmen]
        rows.append([_when(rule, view), [_list(pairs)]])
    return [_rules("Arbeitsblätter", rows)]


def _list(pairs: Iterable[tuple[n.Node, str]]) -> n.bullet_list:
    listing = n.bullet_list(bullet="-")
    for link, words in pairs:
        listing += n.list_item("", paragraph(link, f": {words}"))
    return listing


def _when(rule: Regel, view: View) -> Cell:
    """Return a line for each question that matters to a rule."""
    lines = [
        paragraph(n.strong("", f"{NAMES[name]}: "), view.handbuch.labels(liste, keys))
        for name, liste in QUESTIONS.items()
        if (keys := getattr(rule, name))
    ]
    return lines or text(OTHERWISE)


def _rules(title: str, rows: list[list[Cell]]) -> n.table:
    return table([text("Wann"), text(title)], rows, (32, 68), classes=("regeln",))


PARTS: Mapping[str, Callable[[View], list[n.Node]]] = {
    "fragen": _questions,
    "anrufe": _calls,
    "instrumente": _tools,
    "voraussetzungen": _pages_of_tools,
    "luecken": _gaps,
    "faelle": _cases,
    "briefe": _letters,
    "blaetter": _sheets,
}
"""Part of the rules → its nodes."""
