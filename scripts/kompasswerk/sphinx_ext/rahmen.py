"""What the frame of a page shows of other pages: the way, its neighbours, similar cases."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ..model.seiten import Fall, Schritt, Seite
from ..model.verwandtschaft import Verwandtschaft
from .source import domain_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from docutils import nodes as n
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

    from .domain import KompassDomain

BASE_LETTERS = str.maketrans({"ä": "a", "ö": "o", "ü": "u", "ß": "ss"})


@dataclass(frozen=True)
class Gattung:
    """What readers call the pages of a kind beside this one, and where all of them are listed."""

    zurueck: str
    weiter: str
    alle: str
    uebersicht: str


GATTUNGEN = {
    "fall": Gattung("Vorheriger Fall", "Nächster Fall", "Alle Fälle", "bestpractice/index"),
    "pilot": Gattung(
        *("Vorheriges Pilotprojekt", "Nächstes Pilotprojekt"), "Alle Pilotprojekte", "pilots/index"
    ),
    "instrument": Gattung(
        *("Vorheriges Instrument", "Nächstes Instrument"),
        *("Alle Instrumente", "kompass/instrumente/index"),
    ),
    "programm": Gattung(
        *("Vorheriges Programm", "Nächstes Programm"),
        *("Alle Förderprogramme", "kompass/foerderung/index"),
    ),
    "arbeitsblatt": Gattung(
        *("Vorheriges Blatt", "Nächstes Blatt"),
        *("Alle Arbeitsblätter", "kompass/arbeitsblaetter/index"),
    ),
    "schritt": Gattung("Vorheriger Schritt", "Nächster Schritt", "Alle Schritte", "kompass/index"),
}
"""Kind of page → its words; pages of other kinds follow the order of the handbook."""


@dataclass(frozen=True)
class Verweis:
    """A page to go to: where and in which words; ``name`` is its document."""

    name: str
    link: str
    titel: str


@dataclass(frozen=True)
class Nachbarn:
    """The pages beside one of its kind, ``None`` at the ends; ``stelle`` counts from 1."""

    gattung: Gattung
    zurueck: Verweis | None
    weiter: Verweis | None
    alle: Verweis | None
    stelle: int
    anzahl: int


@dataclass(frozen=True)
class Station:
    """A step on the way; ``hier`` is this very page, ``vorbei`` one before it."""

    nummer: int
    verweis: Verweis
    hier: bool
    vorbei: bool


@dataclass(frozen=True)
class Aehnlich:
    """A similar case and why it is similar."""

    verweis: Verweis
    ort: str
    grund: str


def setup_rahmen(app: Sphinx) -> None:
    """Give every page template what its frame shows."""
    app.connect("env-updated", know_kin)
    app.connect("html-page-context", add_context)


def know_kin(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """Find out who is like whom before processes that write pages begin, each with its share."""
    if app.builder.format == "html":
        domain_of(env).once(_kin)
    return []


def add_context(
    app: Sphinx,
    pagename: str,
    template: str,
    context: dict[str, Any],
    doctree: n.document | None,
) -> None:
    """Put ``kompass_nachbarn``, ``kompass_weg`` and ``kompass_aehnlich`` into the context."""
    domain = domain_of(app.env)
    page = domain.page(pagename)

    def lead(docname: str) -> Verweis:
        link = app.builder.get_relative_uri(pagename, docname)
        return Verweis(docname, link, _title(app.env, domain, docname))

    context["kompass_nachbarn"] = _neighbours(domain, pagename, lead)
    context["kompass_weg"] = tuple(way(domain, page, lead)) if page else ()
    context["kompass_aehnlich"] = (
        tuple(_similar(domain, page, lead)) if isinstance(page, Fall) else ()
    )


def _neighbours(
    domain: KompassDomain, docname: str, lead: Callable[[str], Verweis]
) -> Nachbarn | None:
    art = domain.art(docname) or ""
    gattung = GATTUNGEN.get(art)
    if gattung is None:
        return None
    order = in_order(domain, art)
    here = domain.once(lambda _: _places(order), ("places", art))[docname]
    known = gattung.uebersicht in domain.env.all_docs
    return Nachbarn(
        gattung,
        lead(order[here - 1]) if here else None,
        lead(order[here + 1]) if here + 1 < len(order) else None,
        lead(gattung.uebersicht) if known else None,
        here + 1,
        len(order),
    )


def _similar(
    domain: KompassDomain, page: Fall, lead: Callable[[str], Verweis]
) -> Iterator[Aehnlich]:
    for case, why in domain.once(_kin).similar(page):
        docname = domain.docname_of("fall", case.slug)
        if docname:
            yield Aehnlich(lead(docname), f"{case.ort}, {case.land}", why)


def in_order(domain: KompassDomain, art: str) -> list[str]:
    """Return the documents of a kind by number where pages have one, else by title."""

    def ordered(domain: KompassDomain) -> list[str]:
        pages = sorted(domain.pages(art), key=lambda pair: (*_rank(pair[1]), pair[0]))
        return [docname for docname, _ in pages]

    return domain.once(ordered, ("in order", art))


def _places(order: list[str]) -> dict[str, int]:
    return {docname: place for place, docname in enumerate(order)}


def _kin(domain: KompassDomain) -> Verwandtschaft:
    cases = (case for _, case in domain.pages("fall") if isinstance(case, Fall))
    return Verwandtschaft(cases, domain.vocabulary)


def _rank(page: Seite) -> tuple[int, str]:
    return getattr(page, "nummer", 0), page.titel.casefold().translate(BASE_LETTERS)


def way(domain: KompassDomain, page: Seite, lead: Callable[[str], Verweis]) -> Iterator[Station]:
    """Yield the steps in order for the page of a step; nothing for other pages."""
    if not isinstance(page, Schritt):
        return
    for docname in in_order(domain, "schritt"):
        step = domain.page(docname)
        if isinstance(step, Schritt):
            verweis = Verweis(docname, lead(docname).link, step.titel)
            past = step.nummer < page.nummer
            yield Station(step.nummer, verweis, step.nummer == page.nummer, past)


def _title(env: BuildEnvironment, domain: KompassDomain, docname: str) -> str:
    page = domain.page(docname)
    return page.ueberschrift if page else env.titles[docname].astext()
