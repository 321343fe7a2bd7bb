"""What a report asks of several questions together: steps, vacancies, instruments, sheets."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from ..model.formular import Blatt, Stelle
from .collecting import Collected, Row
from .evaluation import Evaluation, decimals, open_answers, several_of, sums
from .privacy import Count, row
from .statistics import Groups, Ratio, Summary, ratio, summary

REGISTER, CHANGE, TRIAL = "leerstandskataster-blatt", "wirkung-messen", "erprobungsprotokoll"
UNITS = "gebiet-und-ziele.einheit"
MIXED, NO_UNIT = "mehrere Arten", "ohne Angabe"
HELPED = ("ja", "etwas", "nein")
WORKED = ("gut", "etwas", "nicht")
OTHER_TOOLS = "andere"
ALL_TOWNS = "alle"
Rows = dict[int, list[Row]]
"""The rows of towns on one sheet or instrument: all of them count."""


@dataclass(frozen=True)
class Vacancy:
    """Units without use as a share of all units, by size class and by what towns count.

    ``long_empty`` are those empty for over a year as a share of the empty ones.
    """

    empty: Ratio
    long_empty: Ratio
    kinds: Groups
    by_kind: Ratio


def vacancy(evaluation: Evaluation) -> Vacancy:
    """Return the sums of the sheet „Leerstandskataster“ over towns that gave both numbers."""
    empty, all_units = (_numbers(evaluation, key) for key in ("leer", "gesamt"))
    long_empty = _numbers(evaluation, "lange-leer")
    kinds = _kinds(evaluation)
    return Vacancy(
        _ratio(evaluation, ("leere Einheiten", "alle Einheiten"), (empty, all_units)),
        _ratio(evaluation, ("lange leer", "leere Einheiten"), (long_empty, empty)),
        kinds,
        ratio(
            ("leere Einheiten", "alle Einheiten"),
            _pairs(empty, all_units),
            kinds,
            evaluation.published,
        ),
    )


@dataclass(frozen=True)
class Change:
    """A number at the first count and now, over towns that counted alike both times."""

    label: str
    n: Count
    before: Summary
    now: Summary


def changes(evaluation: Evaluation, sheet: Blatt) -> tuple[Change, ...]:
    """Return what changed, in the order of the sheet „Wirkung messen“.

    Towns count that gave both numbers and say that area and rules stayed the same.
    """
    table = next((each for each in sheet.felder if each.key == "zahlen"), None)
    alike = evaluation.collected.values.get(f"{CHANGE}.gleich", {})
    found = []
    for number, label in enumerate(table.vorgaben if table else (), 1):
        keys = [str(Stelle(CHANGE, "zahlen", number, column)) for column in ("start", "heute")]
        start, now = ({**evaluation.collected.values.get(key, {})} for key in keys)
        both = [t for t in start if t in now and alike.get(t) is True]
        sides = [decimals({t: (side[t],) for t in both}) for side in (start, now)]
        before, after = (
            evaluation.numbers(key, side) for key, side in zip(keys, sides, strict=True)
        )
        found.append(Change(label, before.n, before, after))
    return tuple(found)


@dataclass(frozen=True)
class Tool:
    """An instrument that towns used; ``results`` has a row for each of :data:`WORKED`."""

    name: str
    n: Count
    results: tuple[Count, ...]
    rated: Count
    advice: tuple[str, ...]


def tools(
    collected: Collected, titles: Mapping[str, str], names: tuple[str, ...]
) -> tuple[Tool, ...]:
    """Return the instruments that towns used, the most used first, all others as the last.

    ``titles`` are the instruments of the handbook by slug, ``names`` those of towns.
    """
    by_tool: dict[str, Rows] = {}
    words = {_plain(each): title for slug, title in titles.items() for each in (slug, title)}
    for town, cells in collected.listed(TRIAL, "mittel"):
        name = words.get(_plain(str(cells.get("mittel", ""))), OTHER_TOOLS)
        if cells.get("mittel"):
            by_tool.setdefault(name, {}).setdefault(town, []).append(cells)
    found = [_tool(name, towns, names) for name, towns in by_tool.items()]
    return tuple(sorted(found, key=_most_used))


def _most_used(tool: Tool) -> tuple[bool, int, str]:
    # By what is shown: the order must not tell one town from two.
    return tool.name == OTHER_TOOLS, -tool.n if isinstance(tool.n, int) else 0, tool.name


@dataclass(frozen=True)
class Used:
    """What towns say of one worksheet; ``helped`` has a number for each of :data:`HELPED`."""

    blatt: Blatt
    n: Count
    minutes: Summary
    helped: tuple[Count, ...]
    rated: Count
    wishes: tuple[str, ...]


def used_sheets(
    evaluation: Evaluation, sheets: Sequence[Blatt], names: tuple[str, ...]
) -> tuple[Used, ...]:
    """Return the sheets that towns used, in order of their numbers."""
    by_number: dict[int, Rows] = {}
    for town, cells in evaluation.collected.listed(TRIAL, "blaetter"):
        number = cells.get("nr")
        if isinstance(number, Decimal) and number == number.to_integral_value():
            by_number.setdefault(int(number), {}).setdefault(town, []).append(cells)
    known = {sheet.nummer: sheet for sheet in sheets}
    return tuple(
        _used(evaluation, known[number], by_number[number], names)
        for number in sorted(by_number.keys() & known.keys())
    )


def _used(evaluation: Evaluation, sheet: Blatt, rows: Rows, names: tuple[str, ...]) -> Used:
    helped, rated = _rated(rows, "nutzen", HELPED)
    minutes = sums({town: tuple(c.get("minuten") for c in cells) for town, cells in rows.items()})
    everyone = Groups((ALL_TOWNS,), (frozenset(rows),))
    key = f"{TRIAL}.blaetter.minuten {sheet.nummer}"
    wishes = _texts(rows, "aendern", names)
    spent = summary(key, minutes, everyone, evaluation.published)
    return Used(sheet, _alone(len(rows)), spent, helped, rated, wishes)


def _tool(name: str, rows: Rows, names: tuple[str, ...]) -> Tool:
    results, rated = _rated(rows, "ergebnis", WORKED)
    return Tool(name, _alone(len(rows)), results, rated, _texts(rows, "lehre", names))


def _alone(towns: int) -> Count:
    return row([towns])[0][0]


def _rated(rows: Rows, column: str, werte: Sequence[str]) -> tuple[tuple[Count, ...], Count]:
    """Return how many towns said each value, and how many said any."""
    said = {
        town: frozenset(str(each[column]) for each in cells if each.get(column) in werte)
        for town, cells in rows.items()
    }
    given = {town: values for town, values in said.items() if values}
    if all(len(values) == 1 for values in given.values()):
        return row([sum(wert in values for values in given.values()) for wert in werte])
    table = several_of(werte, given, Groups((ALL_TOWNS,), (frozenset(given),)))
    return table.rows, table.total


def _texts(rows: Rows, column: str, names: tuple[str, ...]) -> tuple[str, ...]:
    given = {
        town: [str(each[column]) for each in cells if each.get(column)]
        for town, cells in rows.items()
    }
    return open_answers({town: said for town, said in given.items() if said}, names)[1]


def _numbers(evaluation: Evaluation, key: str) -> dict[int, Decimal]:
    values = evaluation.collected.values.get(f"{REGISTER}.{key}", {})
    return decimals({town: (wert,) for town, wert in values.items()})


def _pairs(
    parts: Mapping[int, Decimal], wholes: Mapping[int, Decimal]
) -> dict[int, tuple[Decimal, Decimal]]:
    return {
        town: (part, wholes[town])
        for town, part in parts.items()
        if town in wholes and 0 <= part <= wholes[town]
    }


def _ratio(
    evaluation: Evaluation,
    quantities: tuple[str, str],
    numbers: tuple[Mapping[int, Decimal], Mapping[int, Decimal]],
) -> Ratio:
    return ratio(quantities, _pairs(*numbers), evaluation.sizes, evaluation.published)


def _kinds(evaluation: Evaluation) -> Groups:
    """Return towns by the one kind of unit that they count."""
    said = evaluation.collected.values.get(UNITS, {})
    group_of = dict.fromkeys(range(len(evaluation.collected.towns)), NO_UNIT)
    for town, wert in said.items():
        if isinstance(wert, tuple) and wert:
            group_of[town] = wert[0] if len(wert) == 1 else MIXED
    kinds = sorted({*group_of.values()} - {MIXED, NO_UNIT})
    return Groups.of((*kinds, MIXED, NO_UNIT), group_of)


def _plain(text: str) -> str:
    return re.sub(r"[\W_]+", " ", text.casefold()).strip()
