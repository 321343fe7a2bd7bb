"""What is asked on worksheets and may leave the town."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ..model.formular import IDENTIFYING, Blatt, FormKind, Formularfeld, Stelle


@dataclass(frozen=True)
class Frage:
    """A shared question.

    ``stelle`` has the row only where the sheet prints what each row is about. ``listed`` says
    that a town may answer it several times, in rows that are alike.
    """

    stelle: Stelle
    feld: Formularfeld
    label: str
    blatt: Blatt
    listed: bool = False

    @property
    def key(self) -> str:
        """The written form of its place; rows that are alike share it."""
        return str(self.stelle)


def questions(sheets: Iterable[Blatt]) -> tuple[Frage, ...]:
    """Return all questions that are shared, in the order of sheets and fields."""
    return tuple(each for sheet in sheets for each in _of(sheet))


def place_of(answer: Stelle, sheet: Blatt) -> Stelle:
    """Return the place of the question that an answer belongs to."""
    table = next((each for each in sheet.felder if each.key == answer.key), None)
    if table is None or answer.zeile <= len(table.vorgaben):
        return answer
    return Stelle(answer.blatt, answer.key, 0, answer.spalte)


def _of(sheet: Blatt) -> Iterator[Frage]:
    for field in sheet.felder:
        if field.art is FormKind.TABLE:
            yield from _columns(sheet, field)
        elif sheet.shared(Stelle(sheet.slug, field.key)) and field.key not in IDENTIFYING:
            yield Frage(Stelle(sheet.slug, field.key), field, field.label, sheet)


def _columns(sheet: Blatt, table: Formularfeld) -> Iterator[Frage]:
    for number, given in enumerate(table.vorgaben, 1):
        head = given.partition(" – ")[0]
        for column in table.spalten[1:]:
            place = Stelle(sheet.slug, table.key, number, column.key)
            if sheet.shared(place):
                yield Frage(place, column, f"{head}: {column.label}", sheet)
    for column in () if table.vorgaben else table.spalten:
        place = Stelle(sheet.slug, table.key, 0, column.key)
        if sheet.shared(place):
            label = f"{table.label.rstrip('?')}: {column.label}"
            yield Frage(place, column, label, sheet, listed=True)
