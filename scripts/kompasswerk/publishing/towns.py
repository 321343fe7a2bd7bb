"""All towns of a folder of answers, one after the other, each with its files merged."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from ..formular.answers import Ruecklauf
from ..formular.files import read_file
from ..formular.merge import NAMED_HERE, UNKNOWN, Stadtstand, merge_towns, town_keys
from ..model.formular import Blatt
from ..reading.refused import RefusedFileError

ENDING = ".json"


def towns_in(
    folder: Path, sheets: Sequence[Blatt], refused: Callable[[str], object]
) -> Iterator[Stadtstand]:
    """Yield each town of the answers below a folder, by its key; files of nobody come last.

    Files are read twice, so that only those of one town fill memory. ``refused`` is told of each
    file that is left out, with a German sentence.
    """
    names: list[Ruecklauf] = []
    paths: list[Path] = []
    for path in sorted(folder.rglob(f"*{ENDING}")):
        try:
            names.append(_only_name(read_file(path, sheets)))
            paths.append(path)
        except RefusedFileError as error:
            refused(f"Nicht gelesen: {error}")
    of_town: dict[str, list[tuple[Path, Ruecklauf]]] = {}
    for key, path, name in zip(town_keys(names), paths, names, strict=True):
        of_town.setdefault(key, []).append((path, name))
    for key in sorted(of_town, key=lambda key: (key == UNKNOWN, key)):
        files = [_known(read_file(path, sheets), name, key) for path, name in of_town[key]]
        yield from merge_towns(files, sheets)


def _only_name(returned: Ruecklauf) -> Ruecklauf:
    """Return what tells whose file it is, without its answers."""
    return replace(returned, antworten=tuple(returned.of(*NAMED_HERE)), leer=(), fundstuecke=())


def _known(returned: Ruecklauf, name: Ruecklauf, key: str) -> Ruecklauf:
    """Return a file with the AGS that another file of its town has."""
    return replace(returned, ags=key) if key.isdigit() and not name.ags else returned
