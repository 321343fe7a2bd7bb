"""All towns of a folder of answers, one after the other, each with its files merged."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from ..formular.answers import Ruecklauf
from ..formular.files import read_file
from ..formular.merge import UNKNOWN, Stadtstand, merge_towns, town_keys
from ..formular.towns import Places, town_of
from ..model.formular import Blatt
from ..reading.refused import RefusedFileError

ENDING = ".json"


def towns_in(
    folder: Path, sheets: Sequence[Blatt], places: Places, refused: Callable[[str], object]
) -> Iterator[Stadtstand]:
    """Yield each town of the answers below a folder, by its key; files of nobody come last.

    Files are read twice, so that only those of one town fill memory. ``refused`` is told of each
    file that is left out, with a German sentence.
    """
    known = {sheet.slug: sheet for sheet in sheets}
    named: dict[Path, Ruecklauf] = {}
    for path in sorted(folder.rglob(f"*{ENDING}")):
        try:
            returned = read_file(path, sheets)
        except RefusedFileError as error:
            refused(f"Nicht gelesen: {error}")
            continue
        town = town_of(returned, known, places)
        ags = town.key if town.key in places.by_ags else returned.ags
        named[path] = Ruecklauf(returned.datei, town.name, ags)
    of_town: dict[str, list[Path]] = {}
    for key, path in zip(town_keys(list(named.values())), named, strict=True):
        of_town.setdefault(key, []).append(path)
    for key in sorted(of_town, key=lambda key: (key == UNKNOWN, key)):
        files = (
            replace(read_file(path, sheets), stadt=named[path].stadt, ags=named[path].ags)
            for path in of_town[key]
        )
        yield from merge_towns(files, sheets)
