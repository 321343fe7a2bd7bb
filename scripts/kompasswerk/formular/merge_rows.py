"""Which rows of several files are the same row of a table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from ..model.formular import Blatt, Formularfeld, Stelle
from .answers import Antwort, Ruecklauf
from .texts import folded

Table = tuple[str, str]
Cells = dict[str, Antwort]


def same_answer(one: Antwort, other: Antwort) -> bool:
    """Whether two answers have the same value; texts may differ in spelling, as in case."""
    if isinstance(one.wert, str) or one.wert is None or other.wert is None:
        return folded(one.text) == folded(other.text)
    return one.wert == other.wert


@dataclass
class _Merged:
    """The rows of one table so far; ``twice`` are first cells that do not name one row."""

    first: str
    given: int
    twice: frozenset[str]
    rows: dict[int, Cells] = field(default_factory=dict)

    def head(self, cells: Cells) -> str:
        """Return what names a row by itself, empty if nothing does."""
        answer = cells.get(self.first)
        name = folded(answer.text) if answer else ""
        return "" if name in self.twice else name

    def place(self, number: int, cells: Cells, taken: set[int]) -> int:
        """Return the number of the merged row that a row of one file belongs to."""
        if number <= self.given:
            return number
        free = {n: row for n, row in self.rows.items() if n > self.given and n not in taken}
        head = self.head(cells)
        for other, row in free.items():
            if (head and self.head(row) == head) or _alike(cells, row):
                return other
        return number if number not in self.rows else max(self.rows) + 1


class MergedRows:
    """The tables of all files of one town, merged file by file."""

    def __init__(self, files: Iterable[Ruecklauf], sheets: Mapping[str, Blatt]) -> None:
        self._sheets = sheets
        self._twice: dict[Table, set[str]] = {}
        self._tables: dict[Table, _Merged] = {}
        for file in files:
            for table, rows in _tables(file).items():
                first = self._first(table)
                heads = Counter(
                    folded(cells[first].text) for cells in rows.values() if first in cells
                )
                again = {name for name, count in heads.items() if count > 1}
                self._twice.setdefault(table, set()).update(again)

    def places(self, file: Ruecklauf) -> Mapping[Stelle, Stelle]:
        """Return where the cells of a file belong in the merged tables, and keep them there."""
        moved: dict[Stelle, Stelle] = {}
        for table, rows in _tables(file).items():
            merged = self._merged(table)
            taken: set[int] = set()
            for number, cells in rows.items():
                new = merged.place(number, cells, taken)
                taken.add(new)
                merged.rows.setdefault(new, {}).update(cells)
                for answer in cells.values():
                    moved[answer.stelle] = answer.stelle._replace(zeile=new)
        return moved

    def _merged(self, table: Table) -> _Merged:
        described = self._field(table)
        given = len(described.vorgaben) if described else 0
        twice = frozenset(self._twice.get(table, ()))
        return self._tables.setdefault(table, _Merged(self._first(table), given, twice))

    def _first(self, table: Table) -> str:
        described = self._field(table)
        return described.spalten[0].key if described else ""

    def _field(self, table: Table) -> Formularfeld | None:
        sheet = self._sheets.get(table[0])
        fields = sheet.felder if sheet else ()
        return next((each for each in fields if each.key == table[1] and each.spalten), None)


def _tables(file: Ruecklauf) -> Mapping[Table, Mapping[int, Cells]]:
    """Return the rows of each table of a file by number, in order."""
    found: dict[Table, dict[int, Cells]] = {}
    for answer in sorted(_cells(file), key=lambda each: each.stelle):
        place = answer.stelle
        rows = found.setdefault((place.blatt, place.key), {})
        rows.setdefault(place.zeile, {})[place.spalte] = answer
    return found


def _cells(file: Ruecklauf) -> Iterator[Antwort]:
    return (each for each in file.antworten if each.stelle.spalte)


def _alike(one: Cells, other: Cells) -> bool:
    return one.keys() == other.keys() and all(
        same_answer(answer, other[column]) for column, answer in one.items()
    )
