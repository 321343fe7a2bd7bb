"""The state of one page on one day: what is there, what is due, what comes next, whom to ask."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from ...checks.freigabe import FEWEST
from ...model import german
from ...model.arten import ARTEN
from ...model.seiten import Pilot, Seite
from ...model.vocabulary import Vocabulary
from .fristen import LINK_MONTHS, WEEK_DAYS, due, months_since, review_missed
from .texte import Textstand
from .vollstaendig import Umfang, extent

KINDS = ("fall", "pilot", "instrument", "programm")
"""Kinds of pages whose state is kept, in this order."""
STEPS = "zustaendig"
"""The closed list of next steps: ``name`` is whom to ask, ``erklaerung`` what to do."""
NOTHING_DUE = "nichts"


@dataclass(frozen=True)
class Eintrag:
    """One row. ``seite`` is the document without ``.md``, ``quellen_gesehen`` the oldest date.

    ``quellen_gesehen`` is empty if no web source says when it was seen. ``schritt`` is a key of
    the list ``zustaendig``. ``faellig`` is the day of the review; a withdrawn page has none.
    """

    art: str
    seite: str
    titel: str
    freigabe: str
    umfang: Umfang
    quellen: int
    quellen_gesehen: str
    faellig: date | None
    ungeprueft: bool
    offen: tuple[str, ...]
    schritt: str
    fragen: str

    def due_within_a_week(self, day: date) -> bool:
        """Whether the page is due in the seven days from ``day`` on, or is overdue."""
        return self.faellig is not None and self.faellig < day + timedelta(days=WEEK_DAYS)


def entries(
    pages: Iterable[tuple[str, str, Seite, Textstand]], vocabulary: Vocabulary, day: date
) -> tuple[Eintrag, ...]:
    """Return the state of pages, given as kind, document, page and text: by day, kind, title."""
    rows = [entry_of(*page, vocabulary, day) for page in pages]
    return tuple(sorted(rows, key=_urgency))


def _urgency(row: Eintrag) -> tuple[date, int, tuple[str, str]]:
    return row.faellig or date.max, KINDS.index(row.art), german.sort_key(row.titel)


def entry_of(
    art: str, seite: str, page: Seite, text: Textstand, vocabulary: Vocabulary, day: date
) -> Eintrag:
    """Return the state of one page."""
    withdrawn = page.freigabe == "zurueckgezogen"
    step = next(_steps(page, text, day))
    return Eintrag(
        art=art,
        seite=seite,
        titel=page.titel,
        freigabe=page.freigabe,
        umfang=extent(art, page),
        quellen=len(page.quellen),
        quellen_gesehen=min((q.gesehen for q in page.quellen if q.gesehen), default=""),
        faellig=None if withdrawn else due(page),
        ungeprueft=not withdrawn and review_missed(page, day),
        offen=text.offen,
        schritt=step,
        fragen=_whom(page, step, vocabulary),
    )


def _steps(page: Seite, text: Textstand, day: date) -> Iterator[str]:
    """Yield what is to be done with a page, the most urgent first, at last nothing."""
    if page.freigabe == "zurueckgezogen":
        yield NOTHING_DUE
    if due(page) < day + timedelta(days=WEEK_DAYS):
        yield "pruefen"
    if text.offen:
        yield "offene-punkte"
    if len(page.quellen) < FEWEST and not getattr(page, "ausnahme", None):
        yield "zweite-quelle"
    if any(q.gesehen and months_since(q.gesehen, day) > LINK_MONTHS for q in page.quellen):
        yield "quellen-ansehen"
    if page.freigabe == "entwurf":
        yield "vorlegen"
    if page.freigabe == "in-pruefung":
        yield "entscheiden"
    yield NOTHING_DUE


def _whom(page: Seite, step: str, vocabulary: Vocabulary) -> str:
    """Return functions, never persons: who does the step, and who knows the subject."""
    if step == NOTHING_DUE:
        return ""
    first = vocabulary.label(STEPS, step)
    if isinstance(page, Pilot):
        return f"{first}; AG {vocabulary.label('ag', page.ag)}"
    contact = getattr(page, "kontakt", None)
    asks = step in ("pruefen", "offene-punkte", "zweite-quelle", "quellen-ansehen")
    return f"{first}; {contact.stelle}" if contact and asks else first


def step_words(step: str, vocabulary: Vocabulary) -> str:
    """Return the next step as people read it."""
    choice = vocabulary.choice(STEPS, step)
    return choice.erklaerung if choice else step


def kind_words(art: str) -> str:
    """Return the German name of a kind of page."""
    return ARTEN[art].label
