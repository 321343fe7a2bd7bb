"""The basket („Merkzettel“): pages that somebody has collected on the website, as a file.

``{"format": "kompass-korb", "ausgabe": "1", "seiten": ["bestpractice/blank-jena", …]}``
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from ..model.arten import ARTEN
from ..model.seiten import Bestand, Seite
from ..reading.refused import RefusedFileError
from ..reading.wording import nearest, quoted
from .choice import Auswahl, Gewaehlt, Gruppe
from .fitting import BLAETTER, INSTRUMENTE, PROGRAMME
from .json_file import read_pairs
from .profile import Profil
from .selection import EINSTIEG
from .steps import TITEL as SCHRITTE

FORMAT = "kompass-korb"
LARGEST = 200_000
MOST_PAGES = 500
GROUPS: Mapping[str, str] = {
    "schritt": SCHRITTE,
    "instrument": INSTRUMENTE,
    "fall": "Fälle",
    "pilot": "Pilotprojekte",
    "arbeitsblatt": BLAETTER,
    "programm": PROGRAMME,
}
"""Kinds of page that can be collected and the titles of their groups, in the order of a book."""
REASON = "Von Ihnen gemerkt."
NO_TEXT = "kein Text"
"""What stands for an entry that is no name at all, and so names no page."""
NOBODY = Profil("", "")
"""For whom a workbook is that names no town."""
_NAME = re.compile(r"[a-z0-9-]+(?:/[a-z0-9-]+)*")


@dataclass(frozen=True)
class Korb:
    """What was collected: names of pages without ending, each once, in the order of the file.

    ``ausgabe`` is the number of the edition that the pages were collected in, empty if the
    file does not say.
    """

    datei: str
    seiten: tuple[str, ...]
    ausgabe: str = ""


def read_korb(path: Path) -> Korb:
    """Return the basket in a file; :class:`RefusedFileError` for any other file.

    Nothing is believed: names of pages are looked up later and never become paths of files.
    """
    name = path.name
    try:
        with path.open("rb") as stream:
            blob = stream.read(LARGEST + 1)
    except OSError as error:
        raise RefusedFileError(
            f"„{name}“ ist nicht lesbar. Bitte Pfad und Namen prüfen."
        ) from error
    if len(blob) > LARGEST:
        raise RefusedFileError(f"„{name}“ ist zu groß für einen Merkzettel.")
    content = dict(read_pairs(name, blob))
    pages = content.get("seiten")
    if content.get("format") != FORMAT or type(pages) is not list:
        raise RefusedFileError(
            f"„{name}“ ist kein Merkzettel aus dem Kompass. "
            "Bitte auf der Seite „Merkzettel“ noch einmal als Datei sichern."
        )
    if len(pages) > MOST_PAGES:
        raise RefusedFileError(f"„{name}“ nennt mehr als {MOST_PAGES} Seiten.")
    ausgabe = content.get("ausgabe")
    return Korb(
        name,
        tuple(dict.fromkeys(page if isinstance(page, str) else NO_TEXT for page in pages)),
        ausgabe if isinstance(ausgabe, str) else "",
    )


def found_groups(korb: Korb, bestand: Bestand) -> tuple[tuple[Gruppe, ...], tuple[str, ...]]:
    """Return the collected pages by kind, and a German sentence for each that there is not.

    Where pages are missing, the last sentence names the edition of the file.
    Groups come in the order of a book, those without a page left out; within a group pages
    keep the order of the basket.
    """
    known = {seite.path.removesuffix(".md"): seite for seite in bestand.seiten}
    able = {name: seite for name, seite in known.items() if _art(seite) in GROUPS}
    found = [Gewaehlt(able[name], REASON) for name in korb.seiten if name in able]
    groups = (
        Gruppe(title, tuple(each for each in found if _art(each.seite) == art))
        for art, title in GROUPS.items()
    )
    problems = [
        f"{korb.datei}: {_missing(name, known, able)}" for name in korb.seiten if name not in able
    ]
    if problems and korb.ausgabe:
        problems.append(f"Gemerkt wurde in Ausgabe {quoted(korb.ausgabe)} des Kompasses.")
    return tuple(group for group in groups if group.gewaehlt), tuple(problems)


def _art(seite: Seite) -> str:
    return next(art.key for art in ARTEN.values() if art.page is type(seite))


def _missing(name: str, known: Mapping[str, Seite], able: Iterable[str]) -> str:
    if not _NAME.fullmatch(name):
        return f"{quoted(name)} ist keine Seite des Kompasses."
    if name in known:
        return f"{quoted(name)} lässt sich nicht merken. Möglich sind {', '.join(GROUPS.values())}."
    slug = name.rpartition("/")[2]
    moved = next((other for other in able if other.rpartition("/")[2] == slug), None)
    if moved is not None:
        return f"{quoted(name)} steht jetzt unter {quoted(moved)}. Bitte neu merken."
    near = nearest(name, able, cutoff=0.75)
    hint = f"Meinen Sie {quoted(near)}? " if near else ""
    return f"{quoted(name)} gibt es nicht. {hint}Bitte neu merken und die Datei neu sichern."


def collected(profil: Profil, gruppen: tuple[Gruppe, ...]) -> Auswahl:
    """Return a workbook of exactly these pages, for a town or for :data:`NOBODY`."""
    return Auswahl(profil, (Gruppe(EINSTIEG), *gruppen), gemerkt=True)
