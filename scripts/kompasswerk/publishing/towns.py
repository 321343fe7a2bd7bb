"""All towns of a folder of answers, one after the other, each with its files merged."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from ..formular.answers import Ruecklauf
from ..formular.files import read_file
from ..formular.merge import UNKNOWN, Stadtstand, merge_towns, town_keys
from ..formular.origin import Origin, alike, origin_of, similar
from ..formular.towns import Places, plain_name
from ..model.formular import Blatt
from ..reading.files import relative
from ..reading.refused import RefusedFileError
from .returned import ANSWERS

ENDING = ".json"


@dataclass(frozen=True)
class File:
    """A file of answers, the returned file that it was read from, and whose it is."""

    path: Path
    datei: str
    origin: Origin


def files_by_town(
    folder: Path, sheets: Sequence[Blatt], places: Places, refused: Callable[[str], object]
) -> dict[str, list[File]]:
    """Return the answers below a folder by the key of their town.

    Those whose town is not settled come last, as „unbekannt“. ``refused`` is told of each file
    that is left out, with a German sentence.
    """
    files = []
    for path in sorted(folder.rglob(f"*{ENDING}")):
        try:
            returned = read_file(path, sheets)
        except RefusedFileError as error:
            refused(f"Nicht gelesen: {error}")
            continue
        datei = relative(path, folder).removesuffix(ANSWERS)
        files.append(File(path, datei, origin_of(returned, places)))
    settled = list(_told_apart(files))
    named = [Ruecklauf(each.datei, each.origin.stadt, each.origin.ags) for each in settled]
    found: dict[str, list[File]] = {}
    for key, file in zip(town_keys(named), settled, strict=True):
        found.setdefault(key, []).append(file)
    return {key: found[key] for key in sorted(found, key=lambda key: (key == UNKNOWN, key))}


def _told_apart(files: Iterable[File]) -> Iterator[File]:
    """Yield all files; of towns outside of the list nearly called the same only one is settled."""
    names: dict[str, str] = {}
    for file in files:
        origin = file.origin
        plain = plain_name(origin.stadt)
        if origin.stadt and not origin.ags and plain not in names:
            other = similar(origin.stadt, names)
            if other:
                yield replace(file, origin=Origin(zweifel=alike(origin.stadt, other)))
                continue
            names[plain] = origin.stadt
        yield file


def merged(files: Sequence[File], sheets: Sequence[Blatt]) -> tuple[Stadtstand, ...]:
    """Return what the files of one town say together, or each file of nobody by itself.

    They are read again, so that only those of one town fill memory.
    """
    said = (
        replace(
            read_file(each.path, sheets),
            datei=each.datei,
            stadt=each.origin.stadt,
            ags=each.origin.ags,
        )
        for each in files
    )
    return merge_towns(said, sheets)
