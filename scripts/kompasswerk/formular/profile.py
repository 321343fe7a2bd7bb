"""For whom a workbook is made: the town, its situation, what it has to do with, its hours."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from difflib import get_close_matches

from ..model.records import Gemeinde
from ..model.vocabulary import Vocabulary
from ..reading.wording import quoted, way_out
from .texts import on_one_line
from .towns import plain_name

FIELDS = (
    *("stadt", "ags", "einwohner", "groessenklasse", "lage", "gebaeude"),
    *("stunden", "eigentum", "akteure", "beginn", "frage"),
)
"""What a profile may say, from wherever it comes."""
MOST_HOURS = 168
"""So many hours a week has."""
LAST_STEP = 8
_KEY = re.compile(r"[0-9]{8}")
_THOUSANDS = re.compile(r"\d{1,3}(?:[. \u00a0\u202f]\d{3})+|\d{1,9}")
_HOURS = re.compile(r"\d{1,3}(?:[.,]\d{1,2})?")


@dataclass(frozen=True)
class Lage:
    """A situation that a town is in: what the Selbstcheck calls it, and the page to begin with."""

    key: str
    titel: str
    seite: str


LAGEN = (
    Lage("wir-fangen-an", "Wir fangen an", "wir-fangen-an"),
    Lage("problemhaus", "Wir haben ein Problemhaus", "problemhaus"),
    Lage("ladenleerstand", "Läden stehen leer", "laeden-stehen-leer"),
)


@dataclass(frozen=True)
class Profil:
    """A town as far as a workbook asks for it; ``stadt`` is empty for no town at all.

    ``ags`` is empty and ``einwohner`` ``None`` where nobody knows them; ``groessenklasse`` is
    the key of a size class. ``lage``, ``gebaeude``, ``eigentum`` and ``akteure`` are keys in
    the order of their lists, empty for „does not matter“. ``stunden`` are hours a week,
    ``None`` if nobody said. ``beginn`` is the number of the first step, 0 if the situation
    decides; ``frage`` is the question of the Selbstcheck that led there, 0 for none. ``kreis``
    is the district by which a list tells namesakes apart, mostly empty.
    """

    stadt: str
    groessenklasse: str
    ags: str = ""
    einwohner: int | None = None
    lage: tuple[str, ...] = ()
    gebaeude: tuple[str, ...] = ()
    stunden: Decimal | None = None
    eigentum: tuple[str, ...] = ()
    akteure: tuple[str, ...] = ()
    beginn: int = 0
    frage: int = 0
    kreis: str = ""

    @property
    def lagen(self) -> tuple[Lage, ...]:
        """The situations themselves, in their order."""
        return tuple(each for each in LAGEN if each.key in self.lage)


@dataclass(frozen=True)
class Angabe:
    """What somebody said of one field, and where: „--lage“, „stadt.yaml:3: lage“."""

    werte: tuple[str, ...]
    ort: str


class ProfilError(Exception):
    """A profile that cannot be; the message has a German line for each fault, with its place."""


@dataclass
class _Reading:
    """A profile being read, and what is wrong with it."""

    angaben: Mapping[str, Angabe]
    vocabulary: Vocabulary
    problems: list[str] = field(default_factory=list)

    def wrong(self, name: str, message: str) -> None:
        self.problems.append(f"{self.angaben[name].ort}: {message}")

    def text(self, name: str) -> str:
        """Return the one value of a field, empty if nobody said any."""
        found = self.angaben.get(name)
        return on_one_line(found.werte[0]) if found and found.werte else ""

    def keys(self, name: str, liste: str) -> tuple[str, ...]:
        """Return the keys that the values of a field mean, in the order of their closed list."""
        choices = self.vocabulary.lists.get(liste, ())
        known = {word: one.key for one in choices for word in (one.name, one.key)}
        return self.named(name, known, [one.key for one in choices])

    def named(self, name: str, known: Mapping[str, str], order: Iterable[str]) -> tuple[str, ...]:
        """Return the keys of known words in an order; unknown ones become problems."""
        folded = {word.casefold(): key for word, key in known.items()}
        said = self.angaben[name].werte if name in self.angaben else ()
        found = set()
        for word in map(on_one_line, said):
            key = folded.get(word.casefold())
            if key is not None:
                found.add(key)
            elif word:
                hint = way_out(word, known).replace("Meintest du", "Meinen Sie")
                self.wrong(name, f"{quoted(word)} ist unbekannt. {hint}")
        return tuple(key for key in order if key in found)


def read_profil(
    angaben: Mapping[str, Angabe], gemeinden: Iterable[Gemeinde], vocabulary: Vocabulary
) -> Profil:
    """Return the profile that is meant; :class:`ProfilError` with everything that is wrong.

    The town is looked up in the list of municipalities by key, by name or by the name before
    a slash. For a town outside of it somebody must say how many people live there, or name
    the size class.
    """
    reading = _Reading(angaben, vocabulary)
    profil = _town(reading, tuple(gemeinden))
    titles = {word: one.key for one in LAGEN for word in (one.titel, one.seite, one.key)}
    profil = replace(
        profil,
        lage=reading.named("lage", titles, [one.key for one in LAGEN]),
        gebaeude=reading.keys("gebaeude", "gebaeudetyp"),
        eigentum=reading.keys("eigentum", "eigentum"),
        akteure=reading.keys("akteure", "akteure"),
        stunden=_hours(reading),
        beginn=_step(reading),
        frage=int(reading.text("frage") or 0),
    )
    if reading.problems:
        raise ProfilError("\n".join(reading.problems))
    return profil


def _town(reading: _Reading, gemeinden: tuple[Gemeinde, ...]) -> Profil:
    name, people = reading.text("stadt"), _people(reading)
    given = reading.keys("groessenklasse", "groessenklasse")[:1]
    found = _listed(reading, gemeinden)
    if found is not None:
        name, people = found.name, people or found.einwohner
    size = reading.vocabulary.groessenklasse(people)
    if not name:
        reading.problems.append(_without_name(reading.text("ags")))
    elif size is None and not given and not reading.problems:
        reading.wrong("stadt", _unlisted(name, gemeinden))
    ags = found.ags if found else reading.text("ags")
    return Profil(name, size.key if size else "".join(given), ags, people)


def _listed(reading: _Reading, gemeinden: tuple[Gemeinde, ...]) -> Gemeinde | None:
    name, ags = reading.text("stadt").casefold(), reading.text("ags")
    if ags and not _KEY.fullmatch(ags):
        message = f"{quoted(ags)} ist kein Gemeindeschlüssel. Bitte acht Ziffern, etwa 16075085."
        reading.wrong("ags", message)
    for each in gemeinden:
        names = (each.name, each.name.partition("/")[0])
        if each.ags == ags and name and not _alike(name, each.name):
            reading.wrong(
                "ags",
                f"Der Gemeindeschlüssel {ags} gehört zu {quoted(each.name)}, nicht zu "
                f"{quoted(reading.text('stadt'))}. Bitte eines von beiden weglassen.",
            )
        if each.ags == ags or (not ags and name in (one.casefold() for one in names)):
            return each
    return None


def _alike(name: str, listed: str) -> bool:
    """Whether a name may be another spelling of a listed one: „Neustadt a. d. Orla“."""
    one, other = plain_name(name), plain_name(listed)
    return one.split(" ")[0] in other or bool(get_close_matches(one, [other], cutoff=0.6))


def _without_name(ags: str) -> str:
    if _KEY.fullmatch(ags):
        return (
            f"Der Gemeindeschlüssel {ags} steht nicht in der Gemeindeliste. Bitte nennen Sie auch "
            "Namen (stadt) und Einwohnerzahl (einwohner)."
        )
    return "Die Stadt fehlt. Bitte nennen: --stadt Pößneck."


def _unlisted(name: str, gemeinden: tuple[Gemeinde, ...]) -> str:
    near = get_close_matches(name, [each.name for each in gemeinden], n=3, cutoff=0.6)
    hint = f" Meinen Sie: {', '.join(near)}?" if near else ""
    return (
        f"{quoted(name)} steht nicht in der Gemeindeliste.{hint} "
        "Für eine andere Gemeinde nennen Sie bitte die Einwohnerzahl (einwohner)."
    )


def _people(reading: _Reading) -> int | None:
    text = reading.text("einwohner")
    if not text:
        return None
    if not _THOUSANDS.fullmatch(text):
        reading.wrong("einwohner", f"{quoted(text)} ist keine Einwohnerzahl. Bitte so: 12000.")
        return None
    return int(re.sub(r"\D", "", text))


def _hours(reading: _Reading) -> Decimal | None:
    text = reading.text("stunden")
    if not text:
        return None
    hours = Decimal(text.replace(",", ".")) if _HOURS.fullmatch(text) else None
    if hours is None:
        reading.wrong("stunden", f"{quoted(text)} sind keine Wochenstunden. Bitte so: 10.")
    elif hours > MOST_HOURS:
        message = f"Eine Woche hat nur {MOST_HOURS} Stunden, nicht {text}. Bitte so: 10."
        reading.wrong("stunden", message)
    return hours


def _step(reading: _Reading) -> int:
    text = reading.text("beginn")
    if not text:
        return 0
    if not text.isdecimal() or not 1 <= int(text) <= LAST_STEP:
        reading.wrong("beginn", f"{quoted(text)} ist kein Schritt. Bitte 1 bis {LAST_STEP}.")
        return 0
    return int(text)
