"""From which town a file comes: what its book, its fields and the list of municipalities say.

Who answers is never guessed: a file that names two towns, none, or one in a spelling close to a
listed town counts for nobody until a person has settled it. Otherwise three files of one town
could pass for three towns, behind which single answers are no longer hidden.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches

from ..model.records import Gemeinde
from ..reading.wording import quoted
from .answers import Ruecklauf
from .towns import TOWN_FIELD, Places, plain_name

NEAR, FAR = 0.8, 0.72
"""How alike two names are: one of them misspelled, or perhaps meant."""
SETTLE = "Bis zur Klärung zählt die Datei zu keiner Stadt."
NOBODY = f"Die Datei nennt keine Stadt. {SETTLE} Bitte Namen oder Gemeindeschlüssel eintragen."
OUTSIDE = "Sie zählt als eigene Stadt. Bitte prüfen Sie, wie sie geschrieben ist."


@dataclass(frozen=True)
class Origin:
    """Name and official key of a town, empty where nobody knows them.

    ``zweifel`` is a German sentence that says why the file counts for no town, ``hinweis`` one
    on a town that counts and should be looked at; both are mostly empty.
    """

    stadt: str = ""
    ags: str = ""
    zweifel: str = ""
    hinweis: str = ""


def origin_of(returned: Ruecklauf, places: Places) -> Origin:
    """Return the town that a file comes from, or the doubt that must be settled before."""
    said = dict(_said(returned))
    listed = places.by_ags.get(returned.ags)
    found = [places.known(returned.ags, name) for name in said.values()]
    owner = listed or next((each for each in found if each is not None), None)
    if owner is None:
        return _outside(returned, said, places)
    others = [name for plain, name in said.items() if not _same(plain, name, owner, places)]
    if others:
        key = f" (Gemeindeschlüssel {owner.ags})" if listed else ""
        return Origin(zweifel=_several([f"{quoted(owner.name)}{key}", *map(quoted, others)]))
    if listed is None and returned.ags:
        note = f"Der Gemeindeschlüssel {returned.ags} gehört nicht zu {quoted(owner.name)}."
        return Origin(owner.name, owner.ags, hinweis=f"{note} Gezählt ist die Datei dort.")
    return Origin(owner.name, owner.ags)


def similar(name: str, others: Mapping[str, str]) -> str:
    """Return which of other names, by their plain form, this one may be misspelled for."""
    found = get_close_matches(plain_name(name), others, n=1, cutoff=NEAR)
    return others[found[0]] if found else ""


def alike(name: str, other: str) -> str:
    """Return the doubt on two towns outside of the list whose names are nearly the same."""
    return f"{quoted(name)} und {quoted(other)} sind fast gleich geschrieben. {SETTLE}"


def _said(returned: Ruecklauf) -> Iterator[tuple[str, str]]:
    """Yield the names of towns that a file holds, each with its plain form, the book's first."""
    fields = (each.text for each in returned.antworten if each.stelle.key == TOWN_FIELD)
    for name in (returned.stadt, *fields):
        plain = plain_name(name)
        if plain:
            yield plain, name.strip()


def _same(plain: str, name: str, owner: Gemeinde, places: Places) -> bool:
    """Whether a name means a town that is known otherwise; then it may be misspelled."""
    known = places.known("", name)
    if known is not None:
        return known == owner
    own = plain_name(owner.name)
    within = f" {own} " in f" {plain} "
    return within or bool(get_close_matches(plain, [own], n=1, cutoff=NEAR))


def _outside(returned: Ruecklauf, said: Mapping[str, str], places: Places) -> Origin:
    """Return a town that the list does not know, unless it may be a misspelled one."""
    names = list(said.values())
    if not names:
        return Origin(ags=returned.ags) if returned.ags else Origin(zweifel=NOBODY)
    if len(names) > 1:
        return Origin(zweifel=_several(list(map(quoted, names))))
    if not places.by_ags:  # a project without a list has nothing to compare with
        return Origin(names[0], returned.ags)
    unlisted = f"{quoted(names[0])} steht nicht in der Gemeindeliste."
    near = _meant(next(iter(said)), places, NEAR)
    if near and not returned.ags:
        return Origin(zweifel=f"{unlisted} Meinen Sie {quoted(near)}? {SETTLE}")
    far = _meant(next(iter(said)), places, FAR)
    hint = f" Meinen Sie {quoted(far)}?" if far and not returned.ags else ""
    return Origin(names[0], returned.ags, hinweis=f"{unlisted}{hint} {OUTSIDE}")


def _meant(plain: str, places: Places, cutoff: float) -> str:
    """Return the listed town that a name is like, or that it contains or begins; else nothing."""
    listed = {plain_name(each.name): each.name for each in places.by_ags.values()}
    for own, name in listed.items():
        if f" {own} " in f" {plain} " or own.startswith(f"{plain} "):
            return name
    found = get_close_matches(plain, listed, n=1, cutoff=cutoff)
    return listed[found[0]] if found else ""


def _several(names: list[str]) -> str:
    return f"Die Datei nennt verschiedene Städte: {' und '.join(names)}. {SETTLE}"
