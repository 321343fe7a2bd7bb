"""Whose answers these are: towns of the list of municipalities, and those that were invited."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from ..model.formular import IDENTIFYING, Blatt
from ..model.records import Gemeinde
from ..model.seiten import Bestand, Fall, Gemeindeliste
from ..model.vocabulary import Vocabulary
from .answers import Antwort, Ruecklauf
from .place_names import BIG_CITIES, called
from .texts import folded

NO_CLASS = "ohne Angabe"
CLASS_FIELDS = ("selbstcheck.groessenklasse", "erprobungsprotokoll.groesse")
LARGEST_LIST = 2**20
_OFFICE = (
    r"(?:(?:kreis|land)?stadt|(?:land|einheits|markt)?gemeinde|markt|rathaus|magistrat|"
    r"(?:stadt|gemeinde)?verwaltung|verwaltungsgemeinschaft|vg|[a-z]+amt|fachbereich|fachdienst|"
    r"wirtschaftsfoerderung|stadt(?:planung|entwicklung|marketing)|buergermeister(?:in)?)"
)
_AROUND = re.compile(
    rf"^\s(?:\d{{5}}\s)?(?:(?:die|der|das|unsere)\s)?(?:{_OFFICE}\s(?:(?:der|von|in)\s)?)*"
    rf"|\s{_OFFICE}\s$"
)
HERE = "Thüringen"
LAND = 2
"""So many digits of an official key stand for the Land."""
TOWN_FIELD = "stadt"
_NO_PLACE = re.compile(r"\b(?:Ortsteil|Landkreis|Stadt)\b")


class InvitedError(Exception):
    """The list of invited towns cannot be read; the message is a German sentence."""


@dataclass(frozen=True)
class Places:
    """The municipalities that the handbook knows, and its size classes in order.

    ``others`` are names of further places in Thuringia, parts of towns among them.
    """

    by_ags: Mapping[str, Gemeinde]
    vocabulary: Vocabulary
    others: tuple[str, ...] = ()

    @classmethod
    def of(cls, bestand: Bestand, vocabulary: Vocabulary) -> Places:
        """Return the towns of all lists of the project."""
        lists = (page for page in bestand.of(Gemeindeliste) if isinstance(page, Gemeindeliste))
        listed = {each.ags: each for page in lists for each in page.gemeinden}
        cases = (page for page in bestand.of(Fall) if isinstance(page, Fall))
        others = {o for case in cases if case.land == HERE for o in _places_in(case.ort)}
        return cls(listed, vocabulary, tuple(sorted(others)))

    @property
    def classes(self) -> tuple[str, ...]:
        """Names of the size classes from small to large, last that of towns without one."""
        known = (each.name for each in self.vocabulary.lists.get("groessenklasse", ()))
        return (*known, NO_CLASS)

    def known(self, ags: str, name: str) -> Gemeinde | None:
        """Return the municipality with this official key, or else with this name."""
        if ags in self.by_ags:
            return self.by_ags[ags]
        wanted = plain_name(name)
        found = [each for each in self.by_ags.values() if plain_name(each.name) == wanted]
        # A key of another Land means a namesake there.
        here = len(found) == 1 and (not ags or found[0].ags[:LAND] == ags[:LAND])
        return found[0] if here else None

    def size(self, gemeinde: Gemeinde | None, answers: Iterable[Antwort]) -> str:
        """Return the name of a town's size class: from the list, or else as it says itself."""
        choice = self.vocabulary.groessenklasse(gemeinde.einwohner) if gemeinde else None
        if choice is not None:
            return choice.name
        said = {str(each.stelle): each.wert for each in answers}
        named = (said.get(field) for field in CLASS_FIELDS)
        return next((str(each) for each in named if each in self.classes), NO_CLASS)


def _places_in(text: str) -> Iterator[str]:
    """Yield the names in what a case says of its place: „Bad Berka (Ortsteil Tannroda)“."""
    for part in re.split(r"[(),/;]|\bund\b", text):
        name = _NO_PLACE.sub("", part).strip()
        if name[:1].isupper() and name != HERE and not name.endswith("Kreis"):
            yield name


@dataclass(frozen=True)
class Town:
    """A town that has answered; ``key`` is its official key, else its name, else its file."""

    key: str
    name: str
    size: str


def town_of(returned: Ruecklauf, sheets: Mapping[str, Blatt], places: Places) -> Town:
    """Return the town that a file comes from."""
    said = (each.text for each in returned.antworten if each.stelle.key == TOWN_FIELD)
    name = (returned.stadt or next(said, "")).strip()
    gemeinde = places.known(returned.ags, name)
    if gemeinde is not None:
        return Town(gemeinde.ags, gemeinde.name, places.size(gemeinde, ()))
    shared = [
        each
        for each in returned.antworten
        if each.stelle.blatt in sheets and sheets[each.stelle.blatt].shared(each.stelle)
    ]
    key = returned.ags or plain_name(name) or returned.datei
    return Town(key, name, places.size(None, shared))


def plain_name(name: str) -> str:
    """Return a town's name without what people add to it or leave out: „Bauamt“, the river."""
    words = re.sub(r"\s*(/|\(|,).*$", "", folded(name)).replace("-", " ")
    return " ".join(_AROUND.sub(" ", f" {words} ").split())


def names(places: Places, towns: Iterable[Town]) -> Iterator[str]:
    """Yield the names by which texts may name a town or its district, the longest first."""
    full = {each.name for each in places.by_ags.values()} | {each.name for each in towns}
    short = {said for each in (*full, *BIG_CITIES, *places.others) for said in called(each)}
    districts = {each.kreis for each in places.by_ags.values()}
    found = (each for each in short | districts if len(each) > 2)
    yield from sorted(found, key=lambda name: (-len(name), name))


def read_invited(path: Path, places: Places) -> frozenset[str]:
    """Return the keys of invited towns from a CSV with a column ``ags`` or ``stadt``.

    Columns are divided by semicolons, commas or tabs. :class:`InvitedError` for other files.
    """
    try:
        if path.stat().st_size > LARGEST_LIST:
            raise InvitedError(f"„{path.name}“ ist größer als 1 MB. Bitte nur die Liste nehmen.")
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise InvitedError(
            f"„{path.name}“ ist nicht als UTF-8 gespeichert. In Excel: „CSV UTF-8“."
        ) from error
    except OSError as error:
        raise InvitedError(f"„{path}“ ist nicht lesbar. Bitte den Namen prüfen.") from error
    first = text.partition("\n")[0]
    divider = max(";,\t", key=first.count)
    lines = csv.DictReader(text.splitlines(), delimiter=divider)
    heads = {head.strip().casefold(): head for head in lines.fieldnames or () if head}
    if not IDENTIFYING.isdisjoint(heads) or "ags" in heads:
        ags, name = heads.get("ags"), heads.get("stadt")
        return frozenset(_keys(lines, ags, name, places))
    raise InvitedError(f"„{path.name}“ braucht in der ersten Zeile „ags“ oder „stadt“.")


def _keys(
    lines: Iterable[Mapping[str, str | None]], ags: str | None, name: str | None, places: Places
) -> Iterator[str]:
    for line in lines:
        number = (line.get(ags) or "").strip() if ags else ""
        called = (line.get(name) or "").strip() if name else ""
        gemeinde = places.known(number, called)
        key = gemeinde.ags if gemeinde else number or plain_name(called)
        if key:
            yield key
