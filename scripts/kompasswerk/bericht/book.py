"""The report as a book, for Word, PDF and the page."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date

from ..buch import blocks as b
from ..model import german
from ..model.buendnis import Buendnis, Spanne
from ..model.vocabulary import Vocabulary
from . import alliance, handbook as about
from .alliance import Desk
from .citing import Citing
from .handbook import Handbook
from .parts import TEILE, Teil
from .tables import Tables, paragraph
from .texts import Text
from .written import written

TITLE = "Bericht zur Bündnisarbeit"
SUBTITLE = "Thüringer Aktionsbündnis „Innenstädte mit Zukunft“"
DRAFT = "Entwurf, von keiner Stelle freigegeben. Vor dem Weitergeben zu prüfen."
NOTHING = "Dazu steht bis zum Stichtag nichts in den Daten."
COMPUTED = "computed"
"""Role of the groups that hold what is computed."""


def build_book(
    data: Buendnis,
    vocabulary: Vocabulary,
    period: Spanne,
    handbook: Handbook,
    texts: Mapping[str, Text],
) -> b.Book:
    """Return the report over a period; ``texts`` are what people wrote, by key of the chapter."""
    desk = Desk(data, vocabulary, period, Citing(data.quellen), Tables())
    chapters = tuple(
        b.Section(
            1,
            (b.Text(teil.title),),
            (*written(teil, texts[teil.key]), *_computed(teil, desk, handbook)),
            anchors=(teil.key,),
            number=str(number),
            starts_page=True,
        )
        for number, teil in enumerate(TEILE, 1)
    )
    begin, end = (german.date(each.isoformat()) for each in (period.von, period.bis))
    return b.Book(
        title=TITLE,
        parts=(b.Part((), chapters),),
        subtitle=f"{SUBTITLE}, {begin} bis {end}",
        edition=f"Stand {end}",
        date=period.bis.isoformat(),
        description=f"{SUBTITLE}: Bericht über die Zeit vom {begin} bis {end}",
        imprint=(paragraph(DRAFT),),
    )


def mark(stichtag: date) -> str:
    """Return the line above all that is computed."""
    return f"Aus den Daten berechnet, Stand {german.date(stichtag.isoformat())}."


def is_computed(teil: Teil) -> bool:
    """Whether a chapter has a part that is computed."""
    return teil.key in _CHAPTERS


def _computed(teil: Teil, desk: Desk, handbook: Handbook) -> Iterator[b.Block]:
    if is_computed(teil):
        # What is cited comes before the list of sources: chapters are made in their order.
        found = tuple(_CHAPTERS[teil.key](desk, handbook)) or (paragraph(NOTHING),)
        yield b.Group((paragraph(mark(desk.period.bis), "note"), *found), role=COMPUTED)


def _sources(desk: Desk, _: Handbook) -> Iterator[b.Block]:
    yield desk.citing.list()


def _pilots(desk: Desk, handbook: Handbook) -> Iterator[b.Block]:
    yield from about.pilots(desk, handbook)
    heading = (b.Text("Der Kompass in Zahlen"),)
    yield b.Section(2, heading, tuple(about.numbers(desk, handbook)))


def _imprint(desk: Desk, handbook: Handbook) -> Iterator[b.Block]:
    edition = f", {handbook.edition.line('de')}" if handbook.edition else ""
    yield paragraph(f"Erzeugt mit dem Kompass Leerstand{edition}. {DRAFT}")


_CHAPTERS: dict[str, Callable[[Desk, Handbook], Iterator[b.Block]]] = {
    "mitglieder": lambda desk, _: alliance.members(desk),
    "arbeitsgruppen": lambda desk, _: alliance.groups(desk),
    "buendnisarbeit": lambda desk, _: alliance.meetings(desk),
    "pilotprojekte": _pilots,
    "ansprechstellen": lambda desk, _: alliance.offices(desk),
    "quellen": _sources,
    "impressum": _imprint,
}
