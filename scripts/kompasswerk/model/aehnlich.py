"""What a case has in common with a town or with another case, and in what it differs.

Towns of workbooks and pages of cases ask the same; so both get the same words.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from .german import NO_BREAK, number, sentences
from .seiten import Fall
from .vocabulary import Vocabulary

HOME = "Thüringen"
PARTNERS = ("hochschule", "wohnungsunternehmen", "genossenschaft", "stiftung", "kirche", "verein")
"""Actors that not every town has; a case with one of them differs from a town without."""
SIZE_POINTS = {0: 3, 1: 1}
"""Points by how many size classes two towns are apart."""


@dataclass(frozen=True, kw_only=True)
class Merkmale:
    """What cases are compared with: keys of closed lists; empty means unknown."""

    groessenklasse: str = ""
    land: str = ""
    ansatz: tuple[str, ...] = ()
    gebaeudetyp: tuple[str, ...] = ()
    eigentum: tuple[str, ...] = ()
    akteure: tuple[str, ...] = ()


def people(case: Fall) -> int | None:
    """Return how many people live where the case happened, ``None`` if the page does not say."""
    return case.einwohner.wert if case.einwohner else None


def merkmale_of(case: Fall, vocabulary: Vocabulary) -> Merkmale:
    """Return what other cases are compared with on the page of this one."""
    size = vocabulary.groessenklasse(people(case))
    return Merkmale(
        groessenklasse=size.key if size else "",
        land=case.land,
        ansatz=case.ansatz,
        gebaeudetyp=case.gebaeudetyp,
        eigentum=case.eigentum,
        akteure=case.akteure,
    )


def size_points(case: Fall, groessenklasse: str, vocabulary: Vocabulary) -> int:
    """Return 3 for a case from a town of this size class, 1 for one of the next, else 0."""
    one, two = size_place(case, vocabulary), vocabulary.size_places.get(groessenklasse)
    return 0 if one is None or two is None else SIZE_POINTS.get(abs(one - two), 0)


def size_place(case: Fall, vocabulary: Vocabulary) -> int | None:
    """Return the place of a case's size class among all, ``None`` if its size is unknown."""
    size = vocabulary.groessenklasse(people(case))
    return vocabulary.size_places[size.key] if size else None


def reason(case: Fall, merkmale: Merkmale, vocabulary: Vocabulary) -> str:
    """Return „Ähnlich: …. Anders: …. Aufwand …“ from what the page itself says."""
    return in_words(case, *likeness(case, merkmale, vocabulary), vocabulary)


def likeness(case: Fall, merkmale: Merkmale, vocabulary: Vocabulary) -> tuple[list[str], list[str]]:
    """Return in words what a case has in common with what is known, and in what it differs.

    What is not known is not compared.
    """
    like: list[str] = []
    unlike: list[str] = []
    for same, words in _compared(case, merkmale, vocabulary):
        (like if same else unlike).append(words)
    return like, unlike


def in_words(case: Fall, like: list[str], unlike: list[str], vocabulary: Vocabulary) -> str:
    """Return what is alike and what is not as sentences, followed by the effort."""
    effort = vocabulary.label("aufwand", case.aufwand) if case.aufwand else ""
    return sentences(
        f"Ähnlich: {', '.join(like)}" if like else "",
        f"Anders: {', '.join(unlike)}" if unlike else "",
        f"Aufwand {effort}" if effort else "",
    )


def _compared(case: Fall, merkmale: Merkmale, vocabulary: Vocabulary) -> Iterator[tuple[bool, str]]:
    """Yield what can be compared: whether it is the same, and in words what the case has."""
    approaches = _shared(case.ansatz, merkmale.ansatz)
    if approaches:
        yield True, _labels(vocabulary, "ansatz", approaches)
    living = people(case)
    size = vocabulary.groessenklasse(living)
    if not merkmale.groessenklasse:
        pass
    elif living is None or size is None:
        yield False, "Einwohnerzahl nicht genannt"
    else:
        yield size.key == merkmale.groessenklasse, f"{number(living)}{NO_BREAK}Einwohner"
    buildings = _shared(case.gebaeudetyp, merkmale.gebaeudetyp)
    if buildings:
        yield True, _labels(vocabulary, "gebaeudetyp", buildings)
    elif merkmale.gebaeudetyp:
        yield False, _labels(vocabulary, "gebaeudetyp", case.gebaeudetyp)
    owners = _shared(case.eigentum, merkmale.eigentum)
    if owners:
        yield True, f"Eigentum {_labels(vocabulary, 'eigentum', owners).lower()}"
    yield case.land == merkmale.land, case.land
    partners = tuple(k for k in PARTNERS if k in case.akteure and k not in merkmale.akteure)
    if partners:
        yield False, f"beteiligt waren {_labels(vocabulary, 'akteure', partners)}"


def _shared(keys: tuple[str, ...], wanted: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(key for key in keys if key in wanted)


def _labels(vocabulary: Vocabulary, name: str, keys: Iterable[str]) -> str:
    return ", ".join(vocabulary.label(name, key) for key in keys)
