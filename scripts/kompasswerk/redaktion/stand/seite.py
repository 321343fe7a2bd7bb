"""The state on pages: tables of the desk, criteria of admission, the mark of an old page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING, ClassVar

from docutils import nodes as n
from docutils.parsers.rst import directives
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util.docutils import SphinxDirective

from ...model import german
from ...model.seiten import Fall
from ...sphinx_ext.domain import KompassDomain
from ...sphinx_ext.source import domain_of
from ...sphinx_ext.steckbrief import doc_link, marke_of, paragraph
from ...sphinx_ext.tabelle import Cell, table, text
from . import tafel
from .aufnahme import CRITERIA, JUDGED, verdicts
from .bestandsstand import Redaktionsstand
from .eintrag import Eintrag, kind_words, step_words
from .textdomain import build_day, pages_in, stand_of, state_of_build
from .woche import FILE as FEED

if TYPE_CHECKING:
    from docutils.nodes import Node

FOLDER, WORKBOOK = "stand", "redaktionsstand.xlsx"
FILES = (
    (WORKBOOK, "Alles als Tabelle für Excel und LibreOffice, mit leeren Angaben und allen Lücken"),
    (FEED, "„Diese Woche fällig“ als Feed (Atom), zum Abonnieren"),
)
"""Files of a website with what they are."""
GAPS_SHOWN = 20
DESK_PAGE = "kompass/redaktionsstand"
"""The page of the desk, which no chapter leads to."""
CLASS = "redaktionsstand"
UNCHECKED = "Seit zwei Jahren nicht geprüft"
ASK = (
    "Diese Seite ist vom {}. Angaben können überholt sein. Bitte fragen Sie nach, bevor Sie sich "
    "darauf stützen."
)


class standliste(n.General, n.Element):  # noqa: N801 - docutils names nodes in lower case
    """Placeholder of the part ``teil`` on the page ``docname``; ``netz`` on a website."""


class RedaktionsstandDirective(SphinxDirective):
    """``{redaktionsstand} seiten``: a part of the state of all pages.

    A page with a part of the desk belongs to the website alone, so no chapter leads to it.
    """

    required_arguments = 1
    option_spec: ClassVar = {}

    def run(self) -> list[Node]:
        """Return the placeholder; an unknown part is an error of the directive."""
        teil = directives.choice(self.arguments[0], tuple(DESK))
        docname = self.env.current_document.docname
        self.env.metadata[docname]["orphan"] = "ja"
        stand_of(self.env).data["seiten"][docname] = True
        return [standliste(docname=docname, teil=teil)]


class AufnahmeDirective(SphinxDirective):
    """``{aufnahme} merkmale`` or ``{aufnahme} urteile``: criteria, and what cases fulfil."""

    required_arguments = 1
    option_spec: ClassVar = {}

    def run(self) -> list[Node]:
        """Return the placeholder; an unknown part is an error of the directive."""
        teil = directives.choice(self.arguments[0], tuple(ADMISSION))
        docname = self.env.current_document.docname
        stand_of(self.env).data["seiten"][docname] = True
        return [standliste(docname=docname, teil=teil)]


class OnWebsite(SphinxPostTransform):
    """Only a website shows the verdicts on all cases; paper counts them."""

    formats = ("html",)
    default_priority = 4

    def run(self, **kwargs: object) -> None:
        """Mark every placeholder of the document."""
        for node in self.document.findall(standliste):
            node["netz"] = True


class StateLists(SphinxPostTransform):
    """Replace each placeholder when all pages are read; mark pages that nobody has reviewed."""

    default_priority = 5

    def run(self, **kwargs: object) -> None:
        """Change the document."""
        domain = domain_of(self.env)
        for node in list(self.document.findall(standliste)):
            made = PARTS[node["teil"]](node, domain, state_of_build(self.env))
            node.replace_self(made)
        self._mark(domain)

    def _mark(self, domain: KompassDomain) -> None:
        docname = self.env.current_document.docname
        section, page = next(iter(self.document.findall(n.section)), None), domain.page(docname)
        if section is not None and page is not None and docname in unchecked(domain):
            words = paragraph(ASK.format(german.date(page.stand)))
            title = n.title(UNCHECKED, UNCHECKED)
            section.insert(1, n.admonition("", title, words, classes=["warning", "ungeprueft"]))


def unchecked(domain: KompassDomain) -> frozenset[str]:
    """Return the documents that nobody has reviewed for two years on the day of the build."""
    return domain.once(_unchecked)


def _unchecked(domain: KompassDomain) -> frozenset[str]:
    rows = state_of_build(domain.env).eintraege
    return frozenset(row.seite for row in rows if row.ungeprueft)


# ---------------------------------------------------------------- the desk


def _pages(node: standliste, domain: KompassDomain, state: Redaktionsstand) -> list[n.Node]:
    heads = ["Seite", "Art", "Freigabe", "Prüfen bis", "Nächster Schritt", "Wen fragen"]
    heads.append("Was da ist")
    rows = [_page(node["docname"], row, state) for row in state.eintraege]
    widths = (23, 13, 10, 11, 14, 13, 16)
    titles = [text(head) for head in heads]
    classes = (CLASS, "filterbar", "stand-seiten")
    return [table(titles, rows, widths, classes=classes, stub_columns=1)]


def _page(docname: str, row: Eintrag, state: Redaktionsstand) -> list[Cell]:
    return [
        [doc_link(docname, row.seite, row.titel)],
        text(kind_words(row.art)),
        [marke_of(state.vocabulary, "freigabe", row.freigabe)],
        _due(row, state.tag),
        text(step_words(row.schritt, state.vocabulary)),
        text(row.fragen or "–"),
        text("; ".join(_there(row))),
    ]


def _there(row: Eintrag) -> Iterator[str]:
    if row.offen:
        yield "1 offener Punkt" if len(row.offen) == 1 else f"{len(row.offen)} offene Punkte"
    yield f"Angaben {row.umfang.prozent}{german.NO_BREAK}%"
    yield f"{row.quellen}{german.NO_BREAK}{'Quelle' if row.quellen == 1 else 'Quellen'}"
    if row.quellen_gesehen:
        yield f"gesehen ab {german.date(row.quellen_gesehen)}"


def _due(row: Eintrag, day: date) -> Cell:
    if row.faellig is None:
        return text("–")
    words = f"{row.faellig:%d.%m.%Y}"
    if row.faellig < day:
        return [n.Text(f"{words} "), n.strong("", "überfällig", classes=["ueberfaellig"])]
    if row.due_within_a_week(day):
        return [n.Text(f"{words} "), n.strong("", "diese Woche")]
    return text(words)


def _renewal(node: standliste, domain: KompassDomain, state: Redaktionsstand) -> list[n.Node]:
    rows: list[list[Cell]] = [
        [
            text(each.art),
            [doc_link(node["docname"], each.seite, each.titel)],
            [n.reference("", each.was, refuri=each.adresse)] if each.adresse else text(each.was),
            text(german.date(each.stand) if each.stand else tafel.NEVER),
        ]
        for each in state.altes
    ]
    if not rows:
        return [paragraph("Zurzeit ist nichts zu erneuern.")]
    heads = [text(head) for head in ("Was", "Seite", "Angabe", "Stand")]
    return [table(heads, rows, (8, 32, 44, 16), classes=(CLASS, "filterbar"))]


def _gaps(node: standliste, domain: KompassDomain, state: Redaktionsstand) -> list[n.Node]:
    made = tafel.gap_table(state.luecken[:GAPS_SHOWN], state.vocabulary)
    rows = [[text(str(cell)) for cell in line] for line in made.zeilen]
    heads = [text(column.titel) for column in made.spalten]
    said = paragraph(
        f"{len(state.luecken)} Verbindungen haben noch keinen Fall. "
        f"{tafel.demand_words(state.nachfrage, state.vocabulary)}"
    )
    return [said, table(heads, rows, (8, 30, 26, 16, 9, 11), classes=(CLASS,))]


def _notes(node: standliste, domain: KompassDomain, state: Redaktionsstand) -> list[n.Node]:
    listing = n.bullet_list(bullet="-")
    for note in state.notes:
        listing += n.list_item("", paragraph(note))
    return [listing]


def _overview(node: standliste, domain: KompassDomain, state: Redaktionsstand) -> list[n.Node]:
    rows = state.eintraege
    counts = (
        (len(rows), "Seite", "Seiten"),
        (sum(row.due_within_a_week(state.tag) for row in rows), "fällig oder überfällig", ""),
        (sum(len(row.offen) for row in rows), "offener Punkt", "offene Punkte"),
        (len(state.altes), "Angabe zu erneuern", "Angaben zu erneuern"),
    )
    said = ", ".join(f"{count} {one if count == 1 else many or one}" for count, one, many in counts)
    day = german.date(state.tag.isoformat())
    overview = paragraph(n.strong("", f"Am {day}:"), f" {said}.")
    if not node.get("netz"):
        return [overview]
    listing = n.bullet_list(bullet="-")
    for name, what in FILES:
        address = f"{'../' * node['docname'].count('/')}{FOLDER}/{name}"
        listing += n.list_item("", paragraph(n.reference("", what, refuri=address, internal=True)))
    return [overview, listing]


# ---------------------------------------------------------------- admission


def _criteria(node: standliste, domain: KompassDomain, state: Redaktionsstand) -> list[n.Node]:
    rows: list[list[Cell]] = [
        [text(choice.name), text(choice.erklaerung), text(_how(choice.key))]
        for choice in state.vocabulary.lists.get(CRITERIA, ())
    ]
    heads = [text(head) for head in ("Merkmal", "Woran wir es erkennen", "Urteil")]
    return [table(heads, rows, (18, 58, 24), stub_columns=1)]


def _how(key: str) -> str:
    return "Einschätzung der Redaktion" if key == JUDGED else "aus den Angaben berechnet"


def _verdicts(node: standliste, domain: KompassDomain, state: Redaktionsstand) -> list[n.Node]:
    choices = state.vocabulary.lists.get(CRITERIA, ())
    day = build_day(domain)
    cases = [
        (docname, page, verdicts(page, said, day))
        for _, docname, page, said in pages_in(domain)
        if isinstance(page, Fall)
    ]
    grades = state.vocabulary.lists.get("erfuellt", ())
    counts = {each.key: Counter(said[each.key] for _, _, said in cases) for each in choices}
    rows: list[list[Cell]] = [
        [text(each.name), *(text(str(counts[each.key][grade.key])) for grade in grades)]
        for each in choices
    ]
    heads = [text("Merkmal"), *(text(grade.name) for grade in grades)]
    widths = (40, *(15 for _ in grades))
    made: list[n.Node] = [table(heads, rows, widths, classes=(CLASS,), stub_columns=1)]
    if node.get("netz"):
        heads = [text("Fall"), *(text(each.name) for each in choices)]
        rows = [
            [
                [doc_link(node["docname"], docname, page.titel)],
                *([marke_of(state.vocabulary, "erfuellt", said[each.key])] for each in choices),
            ]
            for docname, page, said in sorted(
                cases, key=lambda case: german.sort_key(case[1].titel)
            )
        ]
        widths = (40, *(15 for _ in choices))
        made.append(table(heads, rows, widths, classes=(CLASS, "filterbar"), stub_columns=1))
        if DESK_PAGE in stand_of(domain.env).showing():
            link = doc_link(node["docname"], DESK_PAGE)
            made.append(paragraph("Was noch fehlt und was fällig ist, zeigt der ", link, "."))
    return made


Part = Callable[[standliste, KompassDomain, Redaktionsstand], list[n.Node]]
DESK: Mapping[str, Part] = {
    "ueberblick": _overview,
    "seiten": _pages,
    "erneuern": _renewal,
    "gesucht": _gaps,
    "hinweise": _notes,
}
ADMISSION: Mapping[str, Part] = {"merkmale": _criteria, "urteile": _verdicts}
PARTS = {**DESK, **ADMISSION}
"""What each part of a page is made by."""
