"""A report from collected answers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from ..formular.collecting import Collected
from ..formular.evaluation import Evaluation
from ..formular.privacy import FEWEST
from ..formular.questions import questions
from ..formular.statistics import Groups, share
from ..formular.topics import Change, Tool, Used, Vacancy, changes, tools, used_sheets, vacancy
from ..formular.towns import names
from ..model import german
from ..model.formular import Blatt
from ..model.seiten import Bestand, Instrument, Schritt
from .charts import Colours
from .fields import fields_topic
from .method import SOURCES, hidden_share, method, towns_in_doubt
from .report import Report, Topic, percent, shown, towns
from .summary import (
    Results,
    hidden_sentence,
    steps_sentences,
    trial_sentences,
    vacancy_sentences,
)
from .topics import returns_topic, sizes_topic, steps_topic, vacancy_topic
from .trial import tools_topic, trial_topic

TITLE = "Kompass Leerstand"
NOT_ASKED = frozenset(
    {"erprobungsprotokoll.blaetter[0].nr", "erprobungsprotokoll.blaetter[0].minuten"}
)
"""Numbers that mean nothing as a sum over rows; the chapter on the trial has them by sheet."""


@dataclass(frozen=True)
class _Found:
    """Everything evaluated, in the order in which it was published."""

    sizes: Groups
    vacancy: Vacancy
    changes: tuple[Change, ...]
    tools: tuple[Tool, ...]
    used: tuple[Used, ...]
    results: Results


def build_report(
    collected: Collected,
    bestand: Bestand,
    stichtag: date,
    colours: Colours,
    invited: frozenset[str] | None = None,
) -> Report:
    """Return the report; ``invited`` are the keys of invited towns, if these are known."""
    sheets = tuple(collected.sheets.values())
    count = len(collected.towns)
    asked = tuple(_invited(collected, invited)) if invited is not None else ()
    if count < FEWEST:
        return _too_few(collected, stichtag)
    found = _evaluated(collected, sheets, bestand)
    titles = {page.nummer: page.titel for page in bestand.of(Schritt) if isinstance(page, Schritt)}
    topics = tuple(_topics(found, collected, titles, colours, asked))
    day = german.date(stichtag.isoformat())
    summary = (
        f"Am Stichtag {day} liegen Antworten aus {german.number(count)} Städten vor.",
        *towns_in_doubt(collected),
        *asked,
        *steps_sentences(found.results, titles),
        *vacancy_sentences(found.vacancy, found.changes),
        *trial_sentences(found.results, found.tools, found.used),
        hidden_sentence(*hidden_share(topics)),
    )
    return Report(TITLE, stichtag, summary, tuple(method(collected, stichtag)), topics, SOURCES)


def _too_few(collected: Collected, stichtag: date) -> Report:
    few = (
        "Es haben weniger als drei Städte geantwortet. Deshalb zeigt dieser Bericht keine "
        "Ergebnisse.",
    )
    return Report(TITLE, stichtag, few, tuple(method(collected, stichtag)), (), SOURCES)


def _evaluated(collected: Collected, sheets: Sequence[Blatt], bestand: Bestand) -> _Found:
    evaluation = Evaluation.of(collected)
    called = tuple(names(collected.places, collected.towns))
    titles = {page.slug: page.titel for page in bestand.of(Instrument)}
    change_sheet = collected.sheets.get("wirkung-messen")
    # First come, first shown: what the chapters need goes before the list of all questions.
    return _Found(
        evaluation.sizes,
        vacancy(evaluation),
        changes(evaluation, change_sheet) if change_sheet else (),
        tools(collected, titles, called),
        used_sheets(evaluation, sheets, called),
        {
            each.key: evaluation.result(each, called)
            for each in questions(sheets)
            if each.key not in NOT_ASKED
        },
    )


def _topics(
    found: _Found,
    collected: Collected,
    titles: Mapping[int, str],
    colours: Colours,
    asked: tuple[str, ...],
) -> Iterator[Topic]:
    yield returns_topic(found.sizes, collected.named(), asked)
    yield steps_topic(found.results, titles, colours)
    yield vacancy_topic(found.vacancy, found.changes, found.sizes)
    yield tools_topic(found.tools)
    yield trial_topic(found.results, found.used, colours)
    yield sizes_topic(found.results, found.vacancy, found.sizes)
    yield fields_topic(tuple(found.results.values()), found.sizes.names)


def _invited(collected: Collected, invited: frozenset[str]) -> Iterator[str]:
    answered = {town.key for town in collected.towns}
    both = len(answered & invited)
    part = shown(percent(share(both, len(invited))))
    yield (
        f"Eingeladen waren {towns(len(invited))}; davon haben {german.number(both)} geantwortet "
        f"({part})."
    )
    others = len(answered - invited)
    if others:
        yield f"Dazu kommen Antworten von Städten, die nicht auf der Liste stehen: {others}."
