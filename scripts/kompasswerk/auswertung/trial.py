"""Chapters about the trial: instruments, and what towns say of the Kompass and its sheets."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ..formular.evaluation import Choices, Numbers, Result, Texts
from ..formular.privacy import Hidden
from ..formular.topics import HELPED, OTHER_TOOLS, TRIAL, WORKED, Tool, Used
from ..model.formular import SCALE_STEPS
from .charts import Bar, Colours, plain, stacked
from .fields import in_words
from .report import Chart, Heading, Part, Quotes, Table, Topic, answered, shown

BELOW = "Alle Zahlen stehen in der Tabelle darunter."
SCALES = ("verstaendlich", "machbar", "nuetzlich")
CHOSEN = ("schritte", "form", "weiter", "fall")
OPEN = ("geholfen", "fehlt", "veraendert", "unterstuetzung")
TOOL_HEAD = ("Instrument", "Städte", "bewertet", *WORKED)
SHEET_HEAD = ("Blatt", "Städte", "Minuten im Mittel", "bewertet", *HELPED)


def tools_topic(tools: Sequence[Tool]) -> Topic:
    """Return which instruments towns used and how they worked."""
    rows = tuple((each.name, each.n, each.rated, *each.results) for each in tools)
    parts: list[Part] = [
        "Jede Stadt zählt bei einem Instrument einmal. Die Namen sind die des Handbuchs; was dort "
        f"nicht steht, zählt unter „{OTHER_TOOLS}“.",
        Table("Eingesetzte Instrumente", TOOL_HEAD, rows, widths=(34, 12, 15, 13, 13, 13)),
    ]
    parts += [Quotes(f"Rat zu „{each.name}“", each.advice) for each in tools if each.advice]
    return Topic("instrumente", "Was haben die Städte eingesetzt?", "Instrumente", tuple(parts))


def trial_topic(results: Mapping[str, Result], used: Sequence[Used], colours: Colours) -> Topic:
    """Return how towns judge the Kompass, what they miss, and how each sheet did."""
    own = {key.removeprefix(f"{TRIAL}."): result for key, result in results.items()}
    parts = [*_scales(own, colours), *_chosen(own), *_open(own), *_sheets(used, colours)]
    return Topic("erprobung", "Was sagen die Städte zum Kompass?", "Erprobung", tuple(parts))


def _scales(results: Mapping[str, Result], colours: Colours) -> Iterator[Part]:
    found = [results.get(key) for key in SCALES]
    scales = [each for each in found if isinstance(each, Choices)]
    yield "Die Städte vergeben 1 bis 5 Punkte; 5 ist das Beste."
    known = [each for each in scales if isinstance(each.n, int) and each.n]
    if known:
        yield Chart("urteil", "Wie die Städte den Kompass beurteilen", *_judged(known, colours))
    rows = tuple((each.frage.label, each.n, *each.table.rows, each.mean) for each in scales)
    head = ("Frage", "Städte", *SCALE_STEPS, "Mittel")
    yield Table("Urteil über den Kompass", head, rows, widths=(35, 12, 8, 8, 8, 8, 8, 13))


def _judged(scales: Sequence[Choices], colours: Colours) -> tuple[str, str]:
    """Return a drawing of all points and its text, or of the means where no points are shown."""
    if all(isinstance(each, Hidden) for scale in scales for each in scale.table.rows):
        means = [(each.frage.label, each.mean) for each in scales]
        return plain(means, colours), f"Balken für drei Fragen: Punkte im Mittel. {BELOW}"
    bars = [Bar(each.frage.label, each.n, each.table.rows) for each in scales]
    said = "wie viele Städte 1, 2, 3, 4 oder 5 Punkte geben"
    return stacked(bars, SCALE_STEPS, colours), f"Balken für drei Fragen: {said}. {BELOW}"


def _chosen(results: Mapping[str, Result]) -> Iterator[Part]:
    found = [results.get(key) for key in CHOSEN]
    choices = [each for each in found if isinstance(each, Choices) and each.n != 0]
    rows = tuple((each.frage.label, each.n, in_words(each)) for each in choices)
    yield Table("So haben die Städte gearbeitet", ("Frage", "Städte", "Antworten"), rows)
    hours = results.get("stunden")
    if isinstance(hours, Numbers):
        figures = hours.summary
        row = (hours.frage.feld.einheit, hours.n, figures.mean, figures.median)
        head = ("Zeit für Leerstand", "Städte", "Mittel", "Median")
        yield Table("Zeit der Städte", head, (row,), widths=(40, 20, 20, 20))


def _open(results: Mapping[str, Result]) -> Iterator[Part]:
    yield Heading("In eigenen Worten")
    for result in (results.get(key) for key in OPEN):
        if isinstance(result, Texts) and result.answers:
            yield Quotes(f"{result.frage.label} ({shown(result.n)} Städte)", result.answers)
        elif isinstance(result, Texts):
            yield f"{result.frage.label} – {answered(result.n)}"


def _sheets(used: Sequence[Used], colours: Colours) -> Iterator[Part]:
    yield Heading("Die Blätter im Einzelnen")
    names = [f"{each.blatt.nummer} {each.blatt.titel}" for each in used]
    if used:
        minutes = [(name, each.minutes.mean) for name, each in zip(names, used, strict=True)]
        alt = (
            "Balken für jedes benutzte Blatt: wie viele Minuten die Städte im Mittel gebraucht "
            f"haben. {BELOW}"
        )
        yield Chart("minuten", "Minuten je Blatt", plain(minutes, colours), alt)
    rows = tuple(
        (name, each.n, each.minutes.mean, each.rated, *each.helped)
        for name, each in zip(names, used, strict=True)
    )
    yield "„Geholfen“ beantworten die Städte mit ja, etwas oder nein."
    yield Table("Benutzte Blätter", SHEET_HEAD, rows, widths=(34, 11, 15, 13, 9, 9, 9))
    for name, each in zip(names, used, strict=True):
        if each.wishes:
            yield Quotes(f"Was bei Blatt {name} anders sein sollte", each.wishes)
