"""The rules of „Was tun mit diesem Haus?“: building × owner situation × condition → answer."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from typing import TypeVar

from .seiten import Instrument
from .vocabulary import Vocabulary

SHOWN = 3
"""How many instruments and cases an answer has."""
QUESTIONS = {"gebaeude": "gebaeudetyp", "lage": "eigentuemerlage", "zustand": "zustand"}
"""The three questions in order, each with the closed list of its answers."""


@dataclass(frozen=True)
class Objekt:
    """A building as far as the three questions ask for it; each answer is a key of its list."""

    gebaeude: str
    lage: str
    zustand: str


@dataclass(frozen=True, kw_only=True)
class Regel:
    """A rule that applies to the named buildings, situations, conditions; empty means to all.

    ``zeile`` is the line of the file where it begins.
    """

    gebaeude: tuple[str, ...] = ()
    lage: tuple[str, ...] = ()
    zustand: tuple[str, ...] = ()
    zeile: int = 0

    def applies(self, objekt: Objekt) -> bool:
        """Return whether the rule is about this building."""
        return all(
            not getattr(self, name) or getattr(objekt, name) in getattr(self, name)
            for name in QUESTIONS
        )


@dataclass(frozen=True, kw_only=True)
class Anruf(Regel):
    """The first call: ``wen``, what to ``sagen``, why, what comes ``danach``, and a page."""

    wen: str
    sagen: str
    grund: str
    danach: str | None = None
    instrument: str | None = None


@dataclass(frozen=True)
class Mittel:
    """An instrument by its slug, and why it is recommended.

    ``immer``: it is shown even where its page names other buildings or another owner situation.
    """

    instrument: str
    grund: str
    immer: bool = False


@dataclass(frozen=True, kw_only=True)
class Mittelregel(Regel):
    """Instruments in the order in which a town tries them, mild ones first."""

    mittel: tuple[Mittel, ...]


@dataclass(frozen=True, kw_only=True)
class Brief(Regel):
    """The letter that fits; with ``luecke`` none does, and ``blatt`` is the nearest."""

    blatt: str
    grund: str
    luecke: str | None = None


@dataclass(frozen=True)
class Blattwahl:
    """A worksheet by its slug, and why it is recommended."""

    blatt: str
    grund: str


@dataclass(frozen=True, kw_only=True)
class Blattregel(Regel):
    """The worksheets to take, in the order in which they are filled in."""

    nehmen: tuple[Blattwahl, ...]


@dataclass(frozen=True, kw_only=True)
class Luecke(Regel):
    """Says that no instrument fits, and why; the nearest ones are shown all the same."""

    text: str


AnyRule = TypeVar("AnyRule", bound=Regel)


@dataclass(frozen=True)
class Objektpfad:
    """All rules, each kind in the order of the file: the first that applies counts."""

    anrufe: tuple[Anruf, ...] = ()
    instrumente: tuple[Mittelregel, ...] = ()
    briefe: tuple[Brief, ...] = ()
    blaetter: tuple[Blattregel, ...] = ()
    luecken: tuple[Luecke, ...] = ()


def first(rules: Sequence[AnyRule], objekt: Objekt) -> AnyRule | None:
    """Return the rule that counts for a building, ``None`` if none applies."""
    return next((rule for rule in rules if rule.applies(objekt)), None)


@dataclass(frozen=True)
class Wahl:
    """A recommended instrument; ``anders`` is in which questions its page names other answers."""

    mittel: Mittel
    anders: tuple[str, ...] = ()

    @property
    def passt(self) -> bool:
        """Whether the page of the instrument names building and owner situation."""
        return not self.anders


def chosen(
    rules: Sequence[Mittelregel], pages: Mapping[str, Instrument], objekt: Objekt
) -> tuple[Wahl, ...]:
    """Return at most three instruments in the order of the rule, from mild to hard.

    Those that must never be missing are chosen first, then those whose pages fit, then the
    nearest. ``pages`` are the instruments by slug; what is not among them is left out.
    """
    rule = first(rules, objekt)
    known = [each for each in rule.mittel if each.instrument in pages] if rule else []
    found = [Wahl(each, tuple(_unlike(pages[each.instrument], objekt))) for each in known]
    best = sorted(found, key=lambda each: (not each.mittel.immer, len(each.anders)))[:SHOWN]
    return tuple(each for each in found if each in best)


def _unlike(page: Instrument, objekt: Objekt) -> Iterator[str]:
    """Yield the questions to which a page gives other answers; an empty list means all."""
    if page.gebaeudetyp and objekt.gebaeude not in page.gebaeudetyp:
        yield "gebaeude"
    if page.eigentuemerlage and objekt.lage not in page.eigentuemerlage:
        yield "lage"


def objects(vocabulary: Vocabulary) -> Iterator[Objekt]:
    """Yield every combination of answers, in the order of the lists."""
    for answers in product(*(vocabulary.keys(name) for name in QUESTIONS.values())):
        yield Objekt(*answers)
