"""Results of single questions as rows of tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from ..formular.evaluation import Choices, Numbers, Result, Texts
from ..formular.privacy import Hidden
from ..formular.questions import Frage
from ..formular.statistics import share
from ..model.german import NO_BREAK
from .report import Heading, Part, Quotes, Table, Topic, Value, Where, answered, percent, shown

CHOICES_HEAD = ("Frage", "Städte", "Antworten")
NUMBERS_HEAD = ("Frage", "Einheit", "Städte", "Mittel", "Median", "Kleinste", "Größte")
DATA_HEAD = ("Blatt", "Stelle", "Frage", "Antwort", "Städte", "Anteil")
NUMBERS_DATA = (
    *("Blatt", "Stelle", "Frage", "Einheit", "Städte", "Summe", "Mittel", "Median"),
    *("Mittel der drei kleinsten", "Mittel der drei größten"),
)
ASKED = "Gefragt"
MOST_SILENT = 4
"""More questions without an answer are only counted."""


def fields_topic(results: Sequence[Result], groups: Sequence[str]) -> Topic:
    """Return the chapter with every shared question; its sheet of data is by value."""
    parts: list[Part] = [
        "Hier steht jede Frage, deren Antworten die Städte weitergeben. „Kleinste“ und „Größte“ "
        "sind das Mittel der drei kleinsten und der drei größten Angaben.",
    ]
    for sheet in dict.fromkeys(each.frage.blatt for each in results):
        own = [each for each in results if each.frage.blatt == sheet]
        parts += [Heading(f"Blatt {sheet.nummer}: {sheet.titel}"), *_sheet(own)]
    every = (*parts, *_data(results, groups))
    return Topic("felder", "Alle Fragen", "Alle Fragen", every, annex=True)


def _sheet(results: Sequence[Result]) -> Iterator[Part]:
    title = results[0].frage.blatt.titel
    said = [each for each in results if each.n != 0]
    choices = [each for each in said if isinstance(each, Choices)]
    numbers = [each for each in said if isinstance(each, Numbers)]
    if choices:
        rows = tuple((each.frage.label, each.n, in_words(each)) for each in choices)
        yield Table(f"{title}: Auswahl", CHOICES_HEAD, rows, Where.TEXT, (40, 12, 48))
    if numbers:
        rows_of_numbers = tuple(_number_row(each) for each in numbers)
        widths = (32, 16, 11, 12, 12, 12, 12)
        yield Table(f"{title}: Zahlen", NUMBERS_HEAD, rows_of_numbers, Where.TEXT, widths)
    for each in (each for each in said if isinstance(each, Texts)):
        if each.answers:
            yield Quotes(f"{each.frage.label} ({shown(each.n)} Städte)", each.answers)
        else:
            yield f"{each.frage.label} – {answered(each.n)}"
    silent = [f"„{each.frage.label}“" for each in results if each.n == 0]
    if 0 < len(silent) <= MOST_SILENT:
        yield f"Ohne Antwort: {', '.join(silent)}."
    elif silent:
        yield f"Auf {len(silent)} weitere Fragen dieses Blatts hat keine Stadt geantwortet."


def in_words(result: Choices) -> str:
    """Return each value with its number: „ja 12 · teilweise 5 · nein unter 3“."""
    if not isinstance(result.n, int) or not result.n:
        return "–"
    counted = zip(result.werte, result.table.rows, strict=True)
    words = [f"{wert}:{NO_BREAK}{shown(count).replace(' ', NO_BREAK)}" for wert, count in counted]
    if result.mean is not None:
        words.append(f"Mittel:{NO_BREAK}{shown(result.mean).replace(' ', NO_BREAK)}")
    return " · ".join(words)


def _number_row(result: Numbers) -> tuple[Value, ...]:
    all_of = result.summary
    values = (all_of.mean, all_of.median, all_of.low, all_of.high)
    answered = result.n != 0
    return (
        result.frage.label,
        result.frage.feld.einheit or None,
        result.n,
        *(value if answered else None for value in values),
    )


def _data(results: Iterable[Result], groups: Sequence[str]) -> Iterator[Table]:
    several = list(results)
    choices = [each for each in several if isinstance(each, Choices)]
    rows = tuple(row for each in choices for row in _choice_rows(each, len(groups)))
    yield Table("Auswahl", (*DATA_HEAD, *groups), rows, Where.DATA)
    numbers = [each for each in several if isinstance(each, Numbers)]
    heads = tuple(f"{group}: {what}" for group in groups for what in ("Städte", "Mittel"))
    rows = tuple(_number_data(each) for each in numbers)
    yield Table("Zahlen", (*NUMBERS_DATA, *heads), rows, Where.DATA)
    texts = [each for each in several if isinstance(each, Texts)]
    rows = tuple((*_place(each.frage), each.n, one) for each in texts for one in each.answers)
    yield Table("Offene Antworten", (*DATA_HEAD[:3], "Städte", "Antwort"), rows, Where.DATA)


def _choice_rows(result: Choices, groups: int) -> Iterator[tuple[Value, ...]]:
    table = result.table
    yield (*_place(result.frage), ASKED, table.total, None, *(table.columns or (0,) * groups))
    if table.total not in (0, Hidden.FEW):
        for wert, count, cells in zip(result.werte, table.rows, table.cells, strict=True):
            part = percent(share(count, table.total))
            yield (*_place(result.frage), wert, count, part, *cells)


def _number_data(result: Numbers) -> tuple[Value, ...]:
    all_of = result.summary
    values = (all_of.total, all_of.mean, all_of.median, all_of.low, all_of.high)
    return (
        *_place(result.frage),
        result.frage.feld.einheit or None,
        result.n,
        *(value if result.n != 0 else None for value in values),
        *(each for pair in all_of.groups for each in pair),
    )


def _place(frage: Frage) -> tuple[Value, ...]:
    return frage.blatt.titel, frage.key.replace("[0]", ""), frage.label
