"""All towns of a folder of answers, one after the other, each with its files merged."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from ..formular.answers import Ruecklauf
from ..formular.files import read_file
from ..formular.merge import UNKNOWN, Stadtstand, merge_towns, town_keys
from ..formular.towns import Places, town_of
from ..model.formular import Blatt
from ..reading.refused import RefusedFileError

ENDING = ".json"


@dataclass(frozen=True)
class File:
    """A file of answers and whose it is; ``stadt`` and ``ags`` are empty if nobody knows."""

    path: Path
    stadt: str
    ags: str


def files_by_town(
    folder: Path, sheets: Sequence[Blatt], places: Places, refused: Callable[[str], object]
) -> dict[str, list[File]]:
    """Return the answers below a folder by the key of their town; those of nobody come last.

    ``refused`` is told of each file that is left out, with a German sentence.
    """
    known = {sheet.slug: sheet for sheet in sheets}
    files, named = [], []
    for path in sorted(folder.rglob(f"*{ENDING}")):
        try:
            returned = read_file(path, sheets)
        except RefusedFileError as error:
            refused(f"Nicht gelesen: {error}")
            continue
        town = town_of(returned, known, places)
        ags = town.key if town.key in places.by_ags else returned.ags
        files.append(File(path, town.name, ags))
        named.append(Ruecklauf(returned.datei, town.name, ags))
    found: dict[str, list[File]] = {}
    for key, file in zip(town_keys(named), files, strict=True):
        found.setdefault(key, []).append(file)
    return {key: found[key] for key in sorted(found, key=lambda key: (key == UNKNOWN, key))}


def merged(files: Sequence[File], sheets: Sequence[Blatt]) -> tuple[Stadtstand, ...]:
    """Return what the files of one town say together, or each file of nobody by itself.

    They are read again, so that only those of one town fill memory.
    """
    said = (replace(read_file(each.path, sheets), stadt=each.stadt, ags=each.ags) for each in files)
    return merge_towns(said, sheets)
