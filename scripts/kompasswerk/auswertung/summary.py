"""The main results as sentences: each is there only if the numbers in it may be shown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal

from ..formular.evaluation import Choices, Result
from ..formular.privacy import Count, Hidden
from ..formular.selbstcheck_fragen import SHEET as CHECK, STEPS
from ..formular.statistics import share
from ..formular.topics import OTHER_TOOLS, TRIAL, Change, Tool, Used, Vacancy
from ..model.german import number
from .report import Share, shown, towns
from .topics import BEGIN

Results = Mapping[str, Result]
SHOWN_ONLY = "Soweit Zahlen gezeigt werden: Am häufigsten"


def steps_sentences(results: Results, titles: Mapping[int, str]) -> Iterator[str]:
    """Yield what most and fewest towns have, and where most begin."""
    found = [
        (result.count("ja"), step, result)
        for step, keys in STEPS.items()
        for key in keys
        if isinstance(result := results.get(f"{CHECK}.{key}"), Choices)
    ]
    asked = [(yes, step, each) for yes, step, each in found if isinstance(yes, int) and each.n]
    known = [(yes, each.n, step, each) for yes, step, each in asked if isinstance(each.n, int)]
    if len(known) > 1:
        best = max(known, key=lambda each: Decimal(each[0]) / each[1])
        worst = min(known, key=lambda each: Decimal(each[0]) / each[1])
        every = all(isinstance(count, int) for count, _, _ in found)
        if best[0]:
            # Of few towns two may be a greater share than the greatest that is shown.
            often = "Am häufigsten" if every else SHOWN_ONLY
            yield f"{often} antworten die Städte mit ja auf {_yes(best, titles)}."
        elif every:
            yield "Keine Frage des Selbstchecks beantwortet eine Stadt mit ja."
        else:
            yield "Was die Städte am häufigsten schon haben, ist gesperrt."
        if every and best[0]:
            yield f"Am seltensten antworten sie mit ja auf {_yes(worst, titles)}."
    begin = results.get(BEGIN)
    if isinstance(begin, Choices):
        counted = zip(begin.table.rows, begin.werte, strict=True)
        firsts = [(count, wert) for count, wert in counted if isinstance(count, int) and count]
        if firsts:
            most = max(count for count, _ in firsts)
            (first, *more) = [wert for count, wert in firsts if count == most]
            if not more:
                step = _step(int(first), titles)
                often = _as_far(begin.table.rows)
                yield f"{often} beginnen die Städte mit {step}: {towns(most)} von {shown(begin.n)}."


def _as_far(counts: Iterable[Count]) -> str:
    """Return „am häufigsten“, with a reserve if a hidden number could be greater."""
    if Hidden.KEPT in counts:
        return SHOWN_ONLY
    return "Am häufigsten"


def _step(step: int, titles: Mapping[int, str]) -> str:
    title = titles.get(step)
    return f"Schritt {step} „{title}“" if title else f"Schritt {step}"


def _yes(found: tuple[int, int, int, Choices], titles: Mapping[int, str]) -> str:
    yes, n, step, result = found
    question = result.frage.label.partition(" ")[2]
    return f"„{question}“: {number(yes)} von {number(n)}, {_step(step, titles)}"


def vacancy_sentences(vacancy: Vacancy, changes: Sequence[Change]) -> Iterator[str]:
    """Yield how much is empty, for how long, and what has changed."""
    empty, long_empty = vacancy.empty, vacancy.long_empty
    if _numbers(empty.part, empty.whole, empty.percent) and empty.n:
        where = f"In {shown(empty.n)} Städten" if isinstance(empty.n, int) else "In den Städten"
        yield (
            f"{where} stehen {shown(empty.part)} von {shown(empty.whole)} "
            f"Einheiten leer, das sind {_per_cent(empty.percent)}."
        )
    if _numbers(long_empty.percent) and long_empty.n:
        yield (
            f"{_per_cent(long_empty.percent)} der leeren Einheiten stehen länger als zwölf Monate "
            "leer."
        )
    for change in changes:
        before, now = change.before.total, change.now.total
        counted = isinstance(change.n, int) and change.n
        if "Leere Einheiten" in change.label and _numbers(before, now) and counted:
            yield (
                f"{shown(change.n)} Städte haben zweimal gleich gezählt: Dort standen erst "
                f"{shown(before)} und heute {shown(now)} Einheiten leer."
            )


def trial_sentences(results: Results, tools: Sequence[Tool], used: Sequence[Used]) -> Iterator[str]:
    """Yield how towns judge the Kompass, which sheet and which instrument they used most."""
    judged = {
        word: result.mean
        for key, word in (
            ("verstaendlich", "verständlich"),
            ("machbar", "machbar"),
            ("nuetzlich", "nützlich"),
        )
        if isinstance(result := results.get(f"{TRIAL}.{key}"), Choices)
    }
    words = [f"{w}: {shown(mean)}" for w, mean in judged.items() if isinstance(mean, Decimal)]
    if words:
        yield f"Punkte für den Kompass im Mittel (5 ist das Beste): {', '.join(words)}."
    sheets = [(each.n, each.blatt.titel) for each in used if isinstance(each.n, int)]
    if sheets:
        most, title = max(sheets, key=lambda each: each[0])
        yield f"Am häufigsten nennen die Städte das Blatt „{title}“ ({towns(most)})."
    named = [each for each in tools if isinstance(each.n, int) and each.name != OTHER_TOOLS]
    if named:
        tool = named[0]
        good = tool.results[0]
        worked = f", davon {number(good)} mit gutem Ergebnis" if isinstance(good, int) else ""
        yield f"Das häufigste Instrument ist „{tool.name}“: {shown(tool.n)} Städte{worked}."


def hidden_sentence(hidden: int, numbers: int) -> str:
    """Return how much is hidden and why."""
    if not hidden:
        return "Keine Zahl musste gesperrt werden."
    part = share(hidden, numbers)
    return (
        f"{number(hidden)} von {number(numbers)} Zahlen ({_per_cent(part)}) sind gesperrt, weil "
        "sie weniger als drei Städte betreffen oder solche Zahlen verraten würden."
    )


def _numbers(*figures: object) -> bool:
    return all(isinstance(each, Decimal) for each in figures)


def _per_cent(figure: object) -> str:
    return shown(Share(figure)) if isinstance(figure, Decimal) else ""
