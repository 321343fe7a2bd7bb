"""Towns from a list of somebody else, as statistical offices and Excel write them: CSV."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import StringIO
from pathlib import Path

from ..reading.wording import quoted
from .profile import Angabe, ProfilError

LARGEST = 5 * 2**20
MOST_TOWNS = 20_000
LONGEST_NAME = 80
SHOWN = 20
"""So many faults are named; who has more has one cause for all."""
COLUMNS: Mapping[str, tuple[str, ...]] = {
    "name": ("name", "stadt", "gemeinde", "gemeindename"),
    "einwohner": ("einwohner", "einwohnerzahl", "bevölkerung"),
    "ags": ("ags", "gemeindeschlüssel"),
    "kreis": ("kreis", "landkreis"),
}
"""Columns, each with the words by which lists call it."""
NEEDED = ("name", "einwohner")
_KEY = re.compile(r"\d{7,8}")
_WIDE = (b"\xff\xfe", b"\xfe\xff")


@dataclass(frozen=True)
class Zeile:
    """A town of the list: what it says for a profile, where, and the district that it names."""

    angaben: Mapping[str, Angabe]
    ort: str
    kreis: str


def read_town_list(path: Path) -> tuple[tuple[Zeile, ...], list[str]]:
    """Return the towns of a list in its order, and a German line for each that is at fault.

    The first line names the columns ``name`` and ``einwohner``, and ``ags`` and ``kreis`` where
    there are such; others and empty lines are not looked at. Semicolons, commas or tabs divide
    them. Numbers of inhabitants are only handed on: whoever reads the profile
    knows their form. :class:`ProfilError` for a file that is no such list.
    """
    name = path.name
    lines = _rows(name, _text(path))
    columns = _columns(name, next(lines, (1, []))[1])
    found: list[Zeile] = []
    problems: list[str] = []
    for number, cells in lines:
        if len(found) == MOST_TOWNS:
            raise ProfilError(f"{name}: Die Liste hat mehr als {MOST_TOWNS} Gemeinden.")
        said = {key: " ".join(cells[at].split()) for key, at in columns.items() if at < len(cells)}
        if any(said.values()):
            place = f"{name}:{number}"
            wrong = list(_faults(said))
            problems += [f"{place}: {each}" for each in wrong]
            found += [] if wrong else [_town(said, place)]
    if not (found or problems):
        raise ProfilError(f"{name}: Die Liste nennt keine Gemeinde.")
    return tuple(found), problems


def in_short(problems: list[str]) -> str:
    """Return the first faults, one a line, and how many more there are."""
    more = len(problems) - SHOWN
    return "\n".join([*problems[:SHOWN], *([f"… und {more} weitere."] if more > 0 else [])])


def _text(path: Path) -> str:
    """Return the text of a file in UTF-8 or, as Excel saves a plain CSV, in Windows' letters."""
    try:
        with path.open("rb") as stream:
            blob = stream.read(LARGEST + 1)
    except OSError as error:
        raise ProfilError(f"{path.name}: Die Datei ist nicht lesbar. Bitte prüfen.") from error
    if len(blob) > LARGEST:
        raise ProfilError(f"{path.name}: Die Datei ist größer als {LARGEST // 2**20} MB.")
    if blob.startswith(_WIDE) or b"\0" in blob:
        raise ProfilError(
            f"{path.name}: Das ist keine CSV-Datei. In Excel: „Speichern unter“, „CSV UTF-8“."
        )
    try:
        return blob.decode("utf-8-sig")
    except UnicodeDecodeError:
        return blob.decode("cp1252", "replace")


def _rows(name: str, text: str) -> Iterator[tuple[int, list[str]]]:
    """Yield the cells of each line with its number; a broken file ends in a fault."""
    divider = max(";,\t", key=text.partition("\n")[0].count)
    reader = csv.reader(StringIO(text, newline=""), delimiter=divider, strict=True)
    try:
        for cells in reader:
            yield reader.line_num, cells
    except csv.Error as error:
        raise ProfilError(
            f"{name}:{reader.line_num}: Die Zeile ist nicht lesbar. Bitte die Anführungszeichen "
            "prüfen."
        ) from error


def _columns(name: str, heads: list[str]) -> dict[str, int]:
    """Return where the columns stand that count."""
    said = [" ".join(head.split()).casefold() for head in heads]
    found = {
        key: said.index(word)
        for key, words in COLUMNS.items()
        for word in words[::-1]
        if word in said
    }
    missing = [key for key in NEEDED if key not in found]
    if missing:
        raise ProfilError(
            f"{name}:1: Es fehlt: Spalte {' und '.join(map(quoted, missing))}. Die erste Zeile "
            "heißt zum Beispiel: name;einwohner;ags;kreis"
        )
    return found


def _faults(said: Mapping[str, str]) -> Iterator[str]:
    name, people, ags = said.get("name", ""), said.get("einwohner", ""), said.get("ags", "")
    if not any(map(str.isalpha, name)):
        yield "Der Name der Gemeinde fehlt."
    elif len(name) > LONGEST_NAME or not name.isprintable():
        yield "Das ist kein Name einer Gemeinde. Bitte prüfen."
    if not people:
        yield "Die Einwohnerzahl fehlt."
    if ags and not _KEY.fullmatch(ags.replace(" ", "")):
        yield f"{quoted(ags[:40])} ist kein Gemeindeschlüssel. Bitte acht Ziffern, etwa 16075085."


def _town(said: Mapping[str, str], place: str) -> Zeile:
    # Excel takes a key for a number and drops the zero before it.
    ags = said.get("ags", "").replace(" ", "")
    facts = {"stadt": said["name"], "einwohner": said["einwohner"], "ags": ags and ags.zfill(8)}
    angaben = {key: Angabe((text,), place) for key, text in facts.items() if text}
    return Zeile(angaben, place, said.get("kreis", "")[:LONGEST_NAME])
