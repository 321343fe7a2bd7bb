"""Several files of one town become one, with a list of what contradicts.

How answers meet: the same value from several offices is one answer. Different values are a
conflict: the answer keeps all texts and has no value, so that nobody counts it by accident.

How rows of tables meet: a row whose first cell is printed is the same row everywhere. Of the
others, those belong together whose first column says the same, if no file says it twice; then
cells meet like fields. Else only rows that are alike in all columns are one; every further row
comes below, in the order of the files.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from ..model.formular import Blatt, Stelle
from .answers import Antwort, Fundstueck, Ruecklauf
from .merge_rows import MergedRows, same_answer
from .places import by_slug
from .towns import plain_name

UNKNOWN = "unbekannt"
CONTRADICTION = "Die Rückläufe widersprechen sich."
NAMED_HERE = ("selbstcheck", "stadt")
"""The field whose answer names the town where the workbook itself does not."""
_BETWEEN = " / "


@dataclass(frozen=True)
class Konflikt:
    """Different answers to one question: which file said what, in the order of the files."""

    stelle: Stelle
    aussagen: tuple[tuple[str, Antwort], ...]


@dataclass(frozen=True)
class Stadtstand:
    """All that a town has sent, merged; ``dateien`` are the names of its files, in order."""

    schluessel: str
    ruecklauf: Ruecklauf
    dateien: tuple[str, ...]
    konflikte: tuple[Konflikt, ...] = ()


def merge_towns(returned: Iterable[Ruecklauf], sheets: Iterable[Blatt]) -> tuple[Stadtstand, ...]:
    """Return one stand for each town, sorted by key; files of nobody known stay apart.

    A town is known by its AGS, else by its name; a name that comes once with an AGS is that
    town everywhere. Files without either have the key „unbekannt“ and are not merged: nobody
    knows whether they belong together.
    """
    files = sorted(returned, key=lambda each: each.datei)
    keys = town_keys(files)
    known = by_slug(sheets)
    towns: dict[str, list[Ruecklauf]] = {}
    for file, key in zip(files, keys, strict=True):
        towns.setdefault(key, []).append(file)
    unknown = towns.pop(UNKNOWN, [])
    merged = [_merged(key, towns[key], known) for key in sorted(towns)]
    return (*merged, *(Stadtstand(UNKNOWN, file, (file.datei,)) for file in unknown))


def town_keys(files: Sequence[Ruecklauf]) -> list[str]:
    """Return whose each file is: an AGS, else a name in one spelling, else „unbekannt“."""
    by_name: dict[str, set[str]] = {}
    for file in files:
        if file.ags and _name(file):
            by_name.setdefault(_name(file), set()).add(file.ags)
    keys = []
    for file in files:
        name = _name(file)
        same = by_name.get(name, set())
        ags = file.ags or (next(iter(same)) if len(same) == 1 else "")
        keys.append(ags or name or UNKNOWN)
    return keys


def _name(file: Ruecklauf) -> str:
    """Return the town's name in one spelling, empty if the file names none."""
    answered = next((each.text for each in file.of(*NAMED_HERE)), "")
    return plain_name(file.stadt or answered)


def _merged(key: str, files: Sequence[Ruecklauf], sheets: Mapping[str, Blatt]) -> Stadtstand:
    said: dict[Stelle, list[tuple[str, Antwort]]] = {}
    rows = MergedRows(files, sheets)
    for file in files:
        moved = rows.places(file)
        for answer in file.antworten:
            place = moved.get(answer.stelle, answer.stelle)
            said.setdefault(place, []).append((file.datei, replace(answer, stelle=place)))
    answers = {place: _agreed([answer for _, answer in each]) for place, each in said.items()}
    conflicts = [
        Konflikt(place, tuple(said[place]))
        for place, answer in answers.items()
        if answer.zweifel == CONTRADICTION
    ]
    names = tuple(file.datei for file in files)
    return Stadtstand(key, _together(files, answers), names, tuple(conflicts))


def _agreed(answers: Sequence[Antwort]) -> Antwort:
    """Return the one answer that all give, without doubt if one of them has none."""
    first = min(answers, key=lambda each: bool(each.zweifel))
    if all(same_answer(first, each) for each in answers):
        return first
    texts = dict.fromkeys(each.text for each in answers)
    return replace(first, text=_BETWEEN.join(texts), wert=None, zweifel=CONTRADICTION)


def _together(files: Sequence[Ruecklauf], answers: Mapping[Stelle, Antwort]) -> Ruecklauf:
    """Return the merged file; a field is missing only where every file lacks it."""
    empty = dict.fromkeys(place for file in files for place in file.leer)
    missing = dict.fromkeys(place for file in files for place in file.fehlend)
    versions = dict.fromkeys(pair for file in files for pair in file.versionen)
    return Ruecklauf(
        ", ".join(file.datei for file in files),
        stadt=next((file.stadt for file in files if file.stadt), ""),
        ags=next((file.ags for file in files if file.ags), ""),
        ausgabe=", ".join(dict.fromkeys(file.ausgabe for file in files if file.ausgabe)),
        antworten=tuple(answers.values()),
        leer=tuple(place for place in empty if place not in answers),
        fehlend=tuple(place for place in missing if place not in answers and place not in empty),
        fundstuecke=tuple(_found(files)),
        versionen=tuple(versions),
    )


def _found(files: Iterable[Ruecklauf]) -> Iterator[Fundstueck]:
    for file in files:
        for each in file.fundstuecke:
            yield Fundstueck(f"{file.datei}: {each.ort}", each.text)
