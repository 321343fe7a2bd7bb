"""Sheets that stand in a file twice: somebody copied one for a second building."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import Protocol

from ..formular.answers import Fundstueck
from ..model.formular import Stelle
from ..reading.refused import RefusedFileError
from .known import LONGEST_HEADING, Known, question
from .oxml.told import Grid, Para

MOST = 200
_NUMBERS = ("zweite", "dritte", "vierte", "fünfte")


class Reading(Protocol):
    """What reads one copy of each sheet."""

    def take(self, block: Para | Grid, sheet: str) -> str:
        """Read a block; if it is none of this copy, return the sheet to which it belongs.

        ``sheet`` is the one that the block names.
        """

    @property
    def sheets(self) -> set[str]:
        """The sheets of which some field has stood there so far."""

    def stood(self, field: Stelle) -> bool:
        """Return whether a field has stood there before, filled in or not."""

    def fields_in(self, block: Para | Grid, sheet: str) -> set[Stelle]:
        """Return the fields that stand in a block as if it were the first of a sheet."""

    def all_found(self) -> Iterator[Fundstueck]:
        """Yield all answers and all else that is somebody's own."""


class Copies:
    """Gives each block to the reading of its copy; ``first`` reads all that stands there once.

    A copy begins where a sheet is named again and its fields follow again, or where a table asks
    again what most of its rows have asked before. It ends where another sheet begins. Raises
    :class:`RefusedFileError` for more than :data:`MOST` copies in the ``file``.
    """

    def __init__(
        self, file: str, known: Known, first: Reading, another: Callable[[str], Reading]
    ) -> None:
        self._file = file
        self._known = known
        self._first = self._current = first
        self._another = another
        self._sheet = ""
        self._copies: list[tuple[str, Reading]] = []
        self._wanted = ""
        self._waiting: list[tuple[Para | Grid, str]] = []

    def _take(self, block: Para | Grid) -> None:
        sheet = self._named(block) if isinstance(block, Para) and not block.boxed else ""
        if not sheet and not self._wanted:
            self._give(block, "")
            return
        if sheet:
            self._release()
            if sheet != self._sheet:
                self._current, self._sheet = self._first, ""
            if sheet in self._current.sheets:
                self._wanted = sheet
        if not self._wanted:
            self._give(block, sheet)
            return
        self._waiting.append((block, sheet))
        fields = self._current.fields_in(block, self._wanted)
        if fields:
            if any(each.blatt == self._wanted and self._current.stood(each) for each in fields):
                self._open(self._wanted)
            self._release()

    def found(self) -> Iterator[Fundstueck]:
        """Yield all that stands in the copies, once no block is left."""
        counted: Counter[str] = Counter()
        for sheet, reading in self._copies:
            number = _NUMBERS[min(counted[sheet], len(_NUMBERS) - 1)]
            counted[sheet] += 1
            known = self._known.sheets.get(sheet)
            where = f"{number} Ausfertigung von Blatt „{known.titel if known else sheet}“"
            for each in reading.all_found():
                yield Fundstueck(f"{where}, {each.ort}", each.text)

    def take_all(self, blocks: Iterable[Para | Grid]) -> None:
        """Read all blocks of a file."""
        for block in blocks:
            self._take(block)
        self._release()

    def _named(self, para: Para) -> str:
        text = para.text
        short = 0 < len(text) <= LONGEST_HEADING
        return self._known.sheet_named(question(text)) if short else ""

    def _release(self) -> None:
        """Read what waited until it was clear whether a copy begins."""
        waiting, self._waiting, self._wanted = self._waiting, [], ""
        for block, sheet in waiting:
            self._give(block, sheet)

    def _give(self, block: Para | Grid, named: str) -> None:
        refused = self._current.take(block, named)
        if refused and self._current is not self._first:
            self._current, self._sheet = self._first, ""
            refused = self._first.take(block, named)
        if refused:
            self._open(refused)
            self._current.take(block, named)

    def _open(self, sheet: str) -> None:
        if len(self._copies) == MOST:
            raise RefusedFileError(
                f"„{self._file}“ hat mehr als {MOST} kopierte Blätter. "
                "Bitte schicken Sie je Gebäude eine eigene Datei."
            )
        self._current, self._sheet = self._another(sheet), sheet
        self._copies.append((sheet, self._current))
