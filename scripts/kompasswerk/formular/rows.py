"""A table with one row for each answer, typed in from paper: what CSV and XLSX have in common."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from ..model.formular import Blatt, FormKind, Formularfeld
from ..reading.refused import RefusedFileError
from .gathering import Gathering
from .places import Platz, places
from .texts import folded, on_one_line
from .values import JOINT, Roh, shown

PLACE, QUESTION, HINT, ANSWER = COLUMNS = ("stelle", "frage", "hinweis", "antwort")
TOWN = (("stadt", "Name der Stadt oder Gemeinde"), ("ags", "Gemeindeschlüssel, acht Ziffern"))
MOST_ROWS = 20_000
"""Rows that hold anything; all worksheets together have little more than a thousand."""
HEAD_WITHIN = 20
"""The head is looked for in so many first rows."""
Cells = Sequence[Roh]


@dataclass(frozen=True)
class Row:
    """A row of the form that a person fills in; ``feld`` is ``None`` for ``stadt`` and ``ags``."""

    stelle: str
    frage: str
    hinweis: str
    feld: Formularfeld | None = None


def form_rows(sheet: Blatt) -> Iterator[Row]:
    """Yield the rows of the empty form of a sheet, town first."""
    yield from (Row(name, question, "") for name, question in TOWN)
    for each in places(sheet):
        yield Row(str(each.stelle), each.frage, hint(each.feld), each.feld)


def hint(field: Formularfeld) -> str:
    """Return how an answer is written, and what the sheet says as help."""
    ways = {
        FormKind.NUMBER: f"Zahl{f' in {field.einheit}' if field.einheit else ''}",
        FormKind.DATE: "Datum, zum Beispiel 24.12.2026",
        FormKind.YES_NO: "ja oder nein",
        FormKind.CHOICE: f"Eins davon: {JOINT.join(field.werte)}",
        FormKind.CHOICES: f"Auch mehrere, mit „;“ getrennt: {JOINT.join(field.werte)}",
        FormKind.SCALE: "1 bis 5",
    }
    parts = (
        ways.get(field.art, ""),
        field.hilfe,
        "Bitte immer ausfüllen." if field.pflicht else "",
    )
    return " – ".join(filter(None, parts))


def take_rows(
    rows: Iterable[tuple[str, Cells]], sheets: Iterable[Blatt], gathering: Gathering
) -> bool:
    """Take all answers of a table and say whether there are any to take.

    Each row comes with a German word for where it stands. Without a head that names „stelle“
    and „antwort“ all text is listed as found; so is text in other columns, and a question that
    is not the sheet's own.
    """
    asked = {str(each.stelle): each for sheet in sheets for each in places(sheet)}
    head: Mapping[str, int] | None = None
    for number, (where, cells) in enumerate(rows, 1):
        if head is not None:
            _take_row(where, cells, head, asked, gathering)
            continue
        head = _head(cells) if number <= HEAD_WITHIN else None
        if head is None:
            gathering.find(where, tuple(cells))
    return head is not None


def refuse_without_head(name: str) -> RefusedFileError:
    """Return the refusal of a table that is none of ours."""
    return RefusedFileError(
        f"„{name}“ hat keine Zeile mit den Überschriften „stelle“ und „antwort“. "
        "Bitte nehmen Sie die Tabelle zum Arbeitsblatt."
    )


def _head(cells: Cells) -> Mapping[str, int] | None:
    """Return the columns by name, ``None`` if this is not the head."""
    found: dict[str, int] = {}
    for number, cell in enumerate(cells):
        found.setdefault(folded(shown(cell)), number)
    return found if PLACE in found and ANSWER in found else None


def _take_row(
    where: str,
    cells: Cells,
    head: Mapping[str, int],
    asked: Mapping[str, Platz],
    gathering: Gathering,
) -> None:
    def cell(column: str) -> Roh:
        number = head.get(column, len(cells))
        return cells[number] if number < len(cells) else None

    name = on_one_line(shown(cell(PLACE)))
    own = {head[column] for column in (PLACE, ANSWER)}
    if name in dict(TOWN):
        gathering.town(name, cell(ANSWER), where)
        own |= {head[column] for column in (QUESTION, HINT) if column in head}
    elif name:
        split = _split_number(cells, head)
        gathering.take(name, split or cell(ANSWER), where)
        own |= _printed(name, cell, head, asked) | ({head[ANSWER] + 1} if split else set())
    else:
        own.discard(head[ANSWER])
    others = tuple(each for number, each in enumerate(cells) if number not in own)
    gathering.find(f"{where}, außerhalb der Antwort", others)


def _split_number(cells: Cells, head: Mapping[str, int]) -> str:
    """Return „8 | 5“ where a comma has divided a number, so that it is doubted; mostly empty."""
    at = head[ANSWER]
    pair = cells[at : at + 2]
    digits = [each for each in pair if isinstance(each, str) and each.strip().isdecimal()]
    return " | ".join(digits) if len(digits) == 2 and at + 1 not in head.values() else ""


def _printed(
    name: str, cell: Callable[[str], Roh], head: Mapping[str, int], asked: Mapping[str, Platz]
) -> set[int]:
    """Return the columns that say what the form itself says there."""
    place = asked.get(name)
    if place is None:
        return set()
    own = {QUESTION: place.frage, HINT: hint(place.feld)}
    return {
        head[column]
        for column, text in own.items()
        if column in head and folded(shown(cell(column))) == folded(text)
    }
