"""Answers of all towns by question: only what is shared, one file at a time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from ..model.formular import IDENTIFYING, Blatt, FormKind, Stelle
from .answers import Antwort, Ruecklauf, Wert
from .questions import place_of
from .redaction import without_private
from .towns import TOWN_FIELD, Places, Town, town_of

NAMING = "erprobungsprotokoll.nennen"
OPEN = frozenset({FormKind.TEXT, FormKind.LONG_TEXT})
Row = dict[str, Wert]


@dataclass
class Collected:
    """Shared answers of towns; a town is the number of its place in ``towns``.

    ``values`` are by the key of the question, ``rows`` by sheet and table whose rows are alike.
    ``files`` counts what was read, ``doubtful`` answers that do not fit their field and count
    nowhere, ``older`` files whose sheets had other fields, ``unsettled`` files of which nobody
    knows the town. ``hinweise`` are German sentences on towns that somebody should look at.
    """

    sheets: Mapping[str, Blatt]
    places: Places
    towns: list[Town] = field(default_factory=list)
    values: dict[str, dict[int, Wert]] = field(default_factory=dict)
    rows: dict[tuple[str, str], dict[int, dict[int, Row]]] = field(default_factory=dict)
    files: int = 0
    doubtful: int = 0
    older: int = 0
    unsettled: int = 0
    hinweise: list[str] = field(default_factory=list)
    numbers: dict[str, int] = field(default_factory=dict)
    versions: dict[str, str] = field(init=False)

    def __post_init__(self) -> None:
        """Work out the versions of the sheets once for all files."""
        self.versions = {slug: sheet.version for slug, sheet in self.sheets.items()}

    def add(self, returned: Ruecklauf, files: int = 1) -> None:
        """Take the shared answers that a town has sent in so many files.

        Where a town has answered before, that stays.
        """
        town = self._number(town_of(returned, self.sheets, self.places))
        private = [each.text for each in returned.antworten if self._private(each)]
        self.files += files
        known = (self.versions.get(slug, said) == said for slug, said in returned.versionen)
        self.older += not all(known)
        before = {key for key, towns in self.rows.items() if town in towns}
        for answer in returned.antworten:
            if not self._shared(answer.stelle):
                continue
            if answer.wert is None or answer.zweifel:
                self.doubtful += 1
            else:
                self._take(town, answer.stelle, self._cleaned(answer, private), before)

    @property
    def unlisted(self) -> int:
        """How many towns the list of municipalities does not have."""
        return sum(town.key not in self.places.by_ags for town in self.towns)

    def named(self) -> tuple[str, ...]:
        """Return the names of towns that agree to be named, sorted."""
        said = self.values.get(NAMING, {})
        return tuple(sorted(self.towns[each].name for each in said if said[each] == "ja"))

    def _cleaned(self, answer: Antwort, private: list[str]) -> Wert:
        """Return the value of an answer, an open one without what is private in its file."""
        sheet = self.sheets[answer.stelle.blatt]
        field = sheet.field(answer.stelle)
        if field is None or field.art not in OPEN or not isinstance(answer.wert, str):
            return answer.wert
        return without_private(answer.wert, private)

    def _number(self, town: Town) -> int:
        number = self.numbers.setdefault(town.key, len(self.towns))
        if number == len(self.towns):
            self.towns.append(town)
        elif self.towns[number].size == self.places.classes[-1]:
            self.towns[number] = replace(self.towns[number], size=town.size)
        return number

    def _shared(self, place: Stelle) -> bool:
        sheet = self.sheets.get(place.blatt)
        return sheet is not None and sheet.shared(place) and place.key not in IDENTIFYING

    def _private(self, answer: Antwort) -> bool:
        sheet = self.sheets.get(answer.stelle.blatt)
        field = sheet.field(answer.stelle) if sheet else None
        # Names of towns are taken out by themselves, wherever they stand.
        is_text = (field is None or field.art in OPEN) and answer.stelle.key != TOWN_FIELD
        return is_text and not self._shared(answer.stelle)

    def _take(self, town: int, place: Stelle, wert: Wert, before: set[tuple[str, str]]) -> None:
        question = place_of(place, self.sheets[place.blatt])
        table = (place.blatt, place.key)
        if question.zeile or not question.spalte:
            self.values.setdefault(str(question), {}).setdefault(town, wert)
        elif table not in before:
            rows = self.rows.setdefault(table, {}).setdefault(town, {})
            rows.setdefault(place.zeile, {})[place.spalte] = wert

    def listed(self, blatt: str, key: str) -> Iterator[tuple[int, Row]]:
        """Yield the rows of a table, each with its town, in order of towns and rows."""
        for town, rows in sorted(self.rows.get((blatt, key), {}).items()):
            yield from ((town, rows[number]) for number in sorted(rows))
