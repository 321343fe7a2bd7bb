"""Answers of one file on their way to a ``Ruecklauf``: each finds its field, or is listed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from ..model.formular import Blatt, Stelle
from ..reading.wording import LONGEST_QUOTE, quoted
from .answers import Antwort, Erkannt, Fundstueck, Ruecklauf
from .merge_rows import same_answer
from .places import by_slug, places
from .texts import cleaned, on_one_line
from .values import JOINT, Roh, read_raw, shown

LONGEST_TOWN = 100
TWICE = "Die Datei beantwortet das zweimal und nicht gleich."
AGS_DIGITS = 8


@dataclass
class Gathering:
    """What one file has brought so far.

    ``named`` are the places that the file has at all, ``slugs`` the worksheets it belongs to.
    """

    sheets: dict[str, Blatt]
    erkannt: Erkannt
    stadt: str = ""
    ags: str = ""
    ausgabe: str = ""
    versions: dict[str, str] = field(default_factory=dict)
    answers: dict[Stelle, Antwort] = field(default_factory=dict)
    named: dict[Stelle, None] = field(default_factory=dict)
    slugs: dict[str, None] = field(default_factory=dict)
    found: list[Fundstueck] = field(default_factory=list)

    @classmethod
    def of(cls, sheets: Iterable[Blatt], erkannt: Erkannt) -> Gathering:
        """Return an empty one; answers will be recognised by ``erkannt``."""
        return cls(by_slug(sheets), erkannt)

    def take(self, name: str, raw: Roh | tuple[Roh, ...], where: str) -> None:
        """Take the answer to the place that ``name`` is; ``where`` says in German where it stood.

        What has no field is listed as found. Who answers twice and differently has a doubt: as
        between files, neither answer counts.
        """
        place = Stelle.read(name)
        sheet = self.sheets.get(place.blatt) if place is not None else None
        described = sheet.field(place) if sheet is not None and place is not None else None
        if place is None or described is None:
            self._find_unknown(name, place, raw, where)
            return
        self.named[place] = self.slugs[place.blatt] = None
        plain = JOINT.join(map(shown, raw)) if isinstance(raw, tuple) else raw
        text, wert, doubt = read_raw(described, plain)
        if not text or (wert is None and not doubt):
            return
        answer = Antwort(place, text, wert, self.erkannt, doubt)
        first = self.answers.setdefault(place, answer)
        if not same_answer(first, answer):
            both = f"{first.text} / {text}"
            self.answers[place] = Antwort(place, both, None, self.erkannt, TWICE)

    def _find_unknown(
        self, name: str, place: Stelle | None, raw: Roh | tuple[Roh, ...], where: str
    ) -> None:
        """List an answer without a field; a name that is no place may be all that stands there."""
        parts = raw if isinstance(raw, tuple) else (raw,)
        only = place is None and not any(map(shown, parts))
        whole = (name,) if only or len(name) > LONGEST_QUOTE else ()
        self.find(f"{where}, unbekannte Stelle {quoted(name)}", (*whole, *parts))

    def find(self, where: str, raw: Roh | tuple[Roh, ...]) -> None:
        """List text that has no field; nothing if there is none."""
        parts = raw if isinstance(raw, tuple) else (raw,)
        text = cleaned(JOINT.join(filter(None, map(shown, parts))))
        if text:
            self.found.append(Fundstueck(where, text))

    def town(self, name: str, raw: Roh, where: str) -> None:
        """Take ``stadt`` or ``ags``; what cannot be one is listed as found."""
        text = on_one_line(shown(raw))
        if name == "ags":
            digits = "".join(text.replace(".", "").split())
            # Spreadsheets drop the zero in front.
            number = digits.zfill(AGS_DIGITS) if len(digits) == AGS_DIGITS - 1 else digits
            fits = number.isascii() and number.isdecimal() and len(number) == AGS_DIGITS
            self.ags, kept = (number, fits) if fits and not self.ags else (self.ags, False)
        else:
            fits = 0 < len(text) <= LONGEST_TOWN
            self.stadt, kept = (text, fits) if fits and not self.stadt else (self.stadt, False)
        if not kept:
            self.find(f"{where}, {quoted(name)}", text)

    def result(self, datei: str, *, complete: bool) -> Ruecklauf:
        """Return what came back; ``complete`` says that the file has a line for every place.

        Only then is a place that it does not name missing, else it is empty.
        """
        known = [self.sheets[slug] for slug in self.sheets if slug in self.slugs]
        asked = [each.stelle for sheet in known for each in places(sheet)]
        missing = [place for place in asked if place not in self.named] if complete else []
        gone = set(missing)
        empty = dict.fromkeys(place for place in (*asked, *self.named) if place not in gone)
        order = {place: number for number, place in enumerate(asked)}
        return Ruecklauf(
            datei,
            self.stadt,
            self.ags,
            self.ausgabe,
            antworten=tuple(sorted(self.answers.values(), key=lambda each: _key(each, order))),
            leer=tuple(place for place in empty if place not in self.answers),
            fehlend=tuple(missing),
            fundstuecke=tuple(self.found),
            versionen=tuple(self.versions.items()),
        )


def _key(answer: Antwort, order: dict[Stelle, int]) -> tuple[str, int, Stelle]:
    """Order by sheet and by place on it; rows beyond those of paper come last."""
    return answer.stelle.blatt, order.get(answer.stelle, len(order)), answer.stelle
