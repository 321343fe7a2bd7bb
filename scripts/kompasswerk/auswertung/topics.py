"""Chapters of the report: returns, steps, vacancies, size classes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from ..formular.evaluation import Choices, Numbers, Result
from ..formular.privacy import Count, Hidden, parts_of_known
from ..formular.selbstcheck_fragen import SHEET as CHECK, STEPS
from ..formular.statistics import Groups, Ratio, share
from ..formular.topics import NO_UNIT, Change, Vacancy
from .charts import Bar, Colours, plain, stacked
from .report import Chart, Heading, Part, Table, Topic, Value, percent, shown

HAVING = ("ja", "teilweise", "nein")
BEGIN = f"{CHECK}.beginn"
COMPARED = ("wirkung-messen.stunden", "erprobungsprotokoll.stunden")
COMPARED_CHOICES = {"erprobungsprotokoll.weiter": "ja", "erprobungsprotokoll.fall": "ja"}
Results = Mapping[str, Result]


def returns_topic(sizes: Groups, named: Sequence[str], invited: tuple[str, ...]) -> Topic:
    """Return who has answered: by size class, and by name where at least three agree."""
    total = sum(map(len, sizes.members))
    counts = parts_of_known([len(each) for each in sizes.members])
    rows = tuple(
        (name, count, percent(share(count, total)))
        for name, count in zip(sizes.names, counts, strict=True)
    )
    parts: list[Part] = list(invited)
    parts.append(
        Table(
            "Antworten nach Größenklasse",
            ("Größenklasse", "Städte", "Anteil"),
            (*rows, ("Zusammen", total, percent(Decimal(100)))),
            widths=(50, 25, 25),
        )
    )
    if len(named) >= 3:
        parts.append(
            "Diese Städte haben erlaubt, dass sie genannt werden: " + ", ".join(named) + ". "
            "Welche Antworten von ihnen stammen, sagt der Bericht nicht."
        )
    return Topic("ruecklauf", "Wer hat geantwortet?", "Rücklauf", tuple(parts))


def steps_topic(results: Results, titles: Mapping[int, str], colours: Colours) -> Topic:
    """Return how far towns are with each of the eight steps; ``titles`` are those of steps."""
    asked = {
        step: [each for key in keys if isinstance(each := results.get(f"{CHECK}.{key}"), Choices)]
        for step, keys in STEPS.items()
    }
    bars = [
        Bar(f"{step} {titles.get(step, '')}".strip(), *_together(found))
        for step, found in asked.items()
    ]
    parts: list[Part] = [
        "Der Selbstcheck fragt zu jedem Schritt, was eine Stadt schon hat, meist mit zwei Fragen. "
        "„Teilweise“ heißt: Ein Anfang ist gemacht. Gezählt sind hier Antworten."
    ]
    if any(_some(bar.n) for bar in bars):
        drawn = stacked(bars, HAVING, colours)
        parts.append(Chart("schritte", "Was die Städte schon haben", drawn, STEPS_ALT))
    by_step = tuple((bar.label, bar.n, *bar.parts) for bar in bars)
    parts.append(
        Table("Stand bei den acht Schritten", BY_STEP, by_step, widths=(44, 14, 14, 14, 14))
    )
    rows = tuple(
        (each.frage.label, step, each.n, *(each.count(wert) for wert in HAVING))
        for step, found in asked.items()
        for each in found
    )
    parts.append(
        Table("Die Fragen des Selbstchecks", BY_QUESTION, rows, widths=(40, 12, 12, 12, 12, 12))
    )
    begin = _begin(results.get(BEGIN), titles, colours)
    return Topic("schritte", "Wie weit sind die Städte?", "Schritte", (*parts, *begin))


BY_STEP = ("Schritt", "Antworten", *HAVING)
BY_QUESTION = ("Frage", "Schritt", "Städte", *HAVING)
STEPS_ALT = (
    "Balken für jeden Schritt: wie oft die Städte mit ja, teilweise oder nein antworten. Alle "
    "Zahlen stehen in der Tabelle darunter."
)


def _together(found: Sequence[Choices]) -> tuple[Count, tuple[Count, ...]]:
    """Return the answers to several questions as one number each; hidden if one of them is."""
    sums = tuple(_sum([each.count(wert) for each in found]) for wert in HAVING)
    return _sum([each.n for each in found]), sums


def _sum(counts: Sequence[Count]) -> Count:
    hidden = [each for each in counts if isinstance(each, Hidden)]
    if hidden:
        return hidden[0] if len(counts) == 1 else Hidden.KEPT
    return sum(each for each in counts if isinstance(each, int))


def _begin(result: Result | None, titles: Mapping[int, str], colours: Colours) -> Iterator[Part]:
    if not isinstance(result, Choices):
        return
    named = [f"{wert} {titles.get(int(wert), '')}".strip() for wert in result.werte]
    rows = tuple(
        (name, count, percent(share(count, result.n)))
        for name, count in zip(named, result.table.rows, strict=True)
    )
    yield Heading("Womit die Städte beginnen")
    if _some(result.n):
        alt = "Balken für jeden Schritt: wie viele Städte damit beginnen."
        drawn = plain([(name, count) for name, count, _ in rows], colours)
        yield Chart("beginn", "Mit diesem Schritt beginnen die Städte", drawn, alt)
    asked = f" ({shown(result.n)} Städte)" if _some(result.n) else ""
    yield Table(
        f"Erster Schritt{asked}", ("Schritt", "Städte", "Anteil"), rows, widths=(50, 25, 25)
    )


def vacancy_topic(vacancy: Vacancy, changes: Sequence[Change], sizes: Groups) -> Topic:
    """Return sums of units without use, by size class and by kind, and what has changed."""
    parts: list[Part] = [
        "Gezählt sind Einheiten in den Gebieten, die sich die Städte selbst gewählt haben: Läden, "
        "Wohnungen, Häuser oder Flächen. Die Quote ist die Summe der leeren durch die Summe "
        "aller Einheiten; große Gebiete wiegen also mehr.",
        Table(
            "Leere Einheiten",
            ("Was", "Städte", "Anzahl", "von", "Anteil"),
            (
                _ratio("leer am Stichtag der Stadt", vacancy.empty),
                _ratio("davon länger als zwölf Monate leer", vacancy.long_empty),
            ),
            widths=(40, 15, 15, 15, 15),
        ),
        _by_group("Leerstandsquote nach Größenklasse", "Größenklasse", sizes, vacancy.empty),
        Heading("Nach Art der Einheiten"),
        "Welche Art ein leeres Gebäude hat, geben die Städte nicht weiter. Vergleichen lassen sich "
        "nur Städte, die genau eine Art zählen (Blatt „Gebiet und Ziele“).",
        _kinds(vacancy),
        Heading("Vorher und heute"),
        "Hier zählen Städte, die beide Zahlen nennen und Gebiet und Regeln nicht geändert haben.",
        Table(
            "Erste Zählung und heute",
            ("Kennzahl", "Städte", "Summe vorher", "Summe heute", "Mittel vorher", "Mittel heute"),
            tuple(_change(each) for each in changes if each.n != 0),
            widths=(28, 12, 15, 15, 15, 15),
        ),
    ]
    return Topic("leerstand", "Wie viel steht leer?", "Leerstand", tuple(parts))


def _kinds(vacancy: Vacancy) -> Part:
    if vacancy.kinds.names == (NO_UNIT,):
        return "Bisher hat keine Stadt angegeben, was sie zählt."
    return _by_group("Leerstandsquote nach Art", "Gezählt werden", vacancy.kinds, vacancy.by_kind)


def _ratio(label: str, ratio: Ratio) -> tuple[Value, ...]:
    if ratio.n == 0:
        return label, 0, None, None, None
    return label, ratio.n, ratio.part, ratio.whole, percent(ratio.percent)


def _by_group(name: str, head: str, groups: Groups, ratio: Ratio) -> Table:
    rows = tuple(
        (group, count, percent(figure))
        for group, (count, figure) in zip(groups.names, ratio.groups, strict=True)
    )
    return Table(name, (head, "Städte", "Quote"), rows, widths=(50, 25, 25))


def _change(change: Change) -> tuple[Value, ...]:
    # Shares cannot be added up.
    adds = "%" not in change.label
    sums = (change.before.total, change.now.total) if adds else (None, None)
    return change.label, change.n, *sums, change.before.mean, change.now.mean


def sizes_topic(results: Results, vacancy: Vacancy, sizes: Groups) -> Topic:
    """Return the same questions side by side for the size classes."""
    rows: list[tuple[Value, ...]] = []
    wanted = {f"{CHECK}.{key}": "ja" for keys in STEPS.values() for key in keys}
    for key, wert in (wanted | COMPARED_CHOICES).items():
        result = results.get(key)
        if isinstance(result, Choices) and result.n != 0:
            cells = result.table.cells[result.werte.index(wert)]
            pairs = zip(cells, result.table.columns, strict=True)
            rows.append((f"{result.frage.label} „{wert}“", *(_of(*pair) for pair in pairs)))
    numbers = [results[key] for key in COMPARED if key in results]
    for number in (each for each in numbers if isinstance(each, Numbers) and each.n != 0):
        unit = f"{number.frage.label}, Mittel in {number.frage.feld.einheit}"
        label = f"{unit} (Blatt {number.frage.blatt.nummer})"
        rows.append((label, *(figure for _, figure in number.summary.groups)))
    if vacancy.empty.n != 0:
        shares = (percent(figure) for _, figure in vacancy.empty.groups)
        rows.append(("Leerstandsquote", *shares))
    widths = (40, *(60 // max(len(sizes.names), 1) for _ in sizes.names))
    head = ("Frage", *sizes.names)
    parts = (
        "Die Größenklasse folgt der Einwohnerzahl in der Liste der Gemeinden. Steht eine Stadt "
        "nicht darin, gilt ihre eigene Angabe. „4 von 9“ heißt: Von neun Städten, die "
        "geantwortet haben, sagen vier das Genannte.",
        Table("Städte nach Größenklasse", head, tuple(rows), widths=widths),
    )
    return Topic("groesse", "Kleine und große Städte", "Größenklassen", parts)


def _of(count: Count, answered: Count) -> Value:
    """Return „4 von 9“; what is hidden keeps its sign."""
    if answered == 0:
        return None
    if isinstance(count, Hidden):
        return count
    return f"{count} von {answered}" if isinstance(answered, int) else count


def _some(count: Count) -> bool:
    return isinstance(count, int) and count > 0
