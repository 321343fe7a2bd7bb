"""For which towns workbooks are made: one, all of the handbook, or those of a list from outside."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from ..buch.builder import file_name
from ..formular.handbook import Handbuch
from ..formular.profile import FIELDS, Angabe, Profil, ProfilError, read_profil
from ..formular.town_list import in_short, read_town_list

OF_ONE_TOWN = FIELDS[:4]
LONGEST = 150
"""Letters of a file's name that every system takes."""


def profiles_of_all(angaben: Mapping[str, Angabe], handbuch: Handbuch) -> Iterator[Profil]:
    """Yield a profile for each municipality of the handbook; the same answers hold for each."""
    for each in handbuch.gemeinden:
        town = {"ags": Angabe((each.ags,), "Gemeindeliste")}
        yield read_profil(_common(angaben) | town, handbuch.gemeinden, handbuch.vocabulary)


def profiles_of_list(
    path: Path, angaben: Mapping[str, Angabe], handbuch: Handbuch
) -> tuple[Profil, ...]:
    """Return a profile for each town of a list, in its order; the same answers hold for each.

    :class:`ProfilError` with all faults, also for two towns whose files would have one name.
    """
    common = _common(angaben)
    read_profil(common | _SOMEBODY, (), handbuch.vocabulary)  # what holds for all is said once
    found: list[Profil] = []
    places: dict[str, str] = {}
    lines, problems = read_town_list(path)
    for line in lines:
        try:
            # Towns of the same name elsewhere are not those of the handbook.
            profil = read_profil({**common, **line.angaben}, (), handbuch.vocabulary)
        except ProfilError as error:
            problems += str(error).splitlines()
            continue
        profil = replace(profil, kreis=line.kreis)
        first = places.setdefault(profil.ags or workbook_name(profil), line.ort)
        if first != line.ort:
            problems.append(f"{line.ort}: {_twice(profil, first)}")
        found.append(profil)
    if problems:
        raise ProfilError(in_short(problems))
    return tuple(found)


_SOMEBODY = {key: Angabe((text,), key) for key, text in (("stadt", "Ort"), ("einwohner", "9000"))}


def _common(angaben: Mapping[str, Angabe]) -> dict[str, Angabe]:
    return {key: each for key, each in angaben.items() if key not in OF_ONE_TOWN}


def _twice(profil: Profil, first: str) -> str:
    if profil.ags:
        return f"Diese Gemeinde steht schon in {first}. Bitte eine der beiden Zeilen löschen."
    return (
        f"„{profil.stadt}“ steht schon in {first}. Bitte unterscheiden Sie beide durch ags "
        "oder kreis."
    )


def workbook_name(profil: Profil) -> str:
    """Return the name of a town's file without ending: key or district tell namesakes apart.

    Empty for nobody in particular.
    """
    district = "" if profil.ags else profil.kreis
    names = [file_name(each) for each in (profil.stadt, district) if each]
    return "-".join(filter(None, (profil.ags, *names)))[:LONGEST]
