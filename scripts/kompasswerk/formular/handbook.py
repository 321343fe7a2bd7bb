"""What choosing pages for a town knows of the handbook: pages, and what entry pages name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from ..model.arten import ROLES
from ..model.records import Gemeinde
from ..model.seiten import (
    Arbeitsblatt,
    Bestand,
    Fall,
    Gemeindeliste,
    Instrument,
    Programm,
    Schritt,
    Seite,
)
from ..model.vocabulary import Vocabulary
from ..reading.body import Body, Role
from ..reading.files import Loaded
from ..reading.markdown import read_body
from .profile import LAGEN

Kind = TypeVar("Kind", bound=Seite)

ENTRIES = "kompass/einstiege"
SHEETS = "kompass/arbeitsblaetter/index.md"
FIRST_WEEK = "In der ersten Woche"
NEXT_STEP = "naechster-schritt"
_ROLE = re.compile(r"\{(?P<name>[a-z]+)\}`(?P<content>[^`]+)`")
FEW_SHEETS = "Wenn Sie wenig Zeit haben"
"""The section of the page of all sheets that names those for towns with few hours."""


@dataclass(frozen=True)
class Einstieg:
    """The page of a situation and what it names: pages by kind of page and slug.

    ``sofort`` are those that are needed first: in the first week and for the next step.
    """

    seite: Seite
    nennt: frozenset[tuple[str, str]]
    sofort: frozenset[tuple[str, str]] = frozenset()


@dataclass(frozen=True)
class Handbuch:
    """The pages that may go into a workbook, each kind in the order of the handbook.

    ``einstiege`` are the entry pages by the key of their situation; ``wenige`` are the sheets
    that the editors name for towns with little time.
    """

    vocabulary: Vocabulary
    gemeinden: tuple[Gemeinde, ...]
    schritte: tuple[Schritt, ...]
    instrumente: tuple[Instrument, ...]
    faelle: tuple[Fall, ...]
    blaetter: tuple[Arbeitsblatt, ...]
    programme: tuple[Programm, ...]
    einstiege: Mapping[str, Einstieg]
    wenige: frozenset[str]

    def labels(self, name: str, keys: tuple[str, ...]) -> str:
        """Return the German names of values of a closed list, joined by commas."""
        return ", ".join(self.vocabulary.label(name, key) for key in keys)


def read_handbook(loaded: Loaded) -> Handbuch:
    """Return what the pages of a project say; a situation without an entry page is left out."""
    told = (each for each in loaded.pages if tells_choice(each.path))
    bodies = {each.path: read_body(each.body, each.body_line) for each in told}
    return handbook_of(loaded.bestand, loaded.vocabulary, bodies)


def tells_choice(path: str) -> bool:
    """Return whether the text of a page, not only its front matter, says what to choose."""
    return path.startswith(ENTRIES) or path == SHEETS


def handbook_of(bestand: Bestand, vocabulary: Vocabulary, bodies: Mapping[str, Body]) -> Handbuch:
    """Return what pages say; ``bodies`` are the texts of those that tell what to choose."""
    pages = {seite.path: seite for seite in bestand.seiten}
    return Handbuch(
        vocabulary,
        tuple(
            each
            for page in bestand.of(Gemeindeliste)
            if isinstance(page, Gemeindeliste)
            for each in page.gemeinden
        ),
        tuple(sorted(_all(bestand, Schritt), key=lambda each: each.nummer)),
        _all(bestand, Instrument),
        _all(bestand, Fall),
        tuple(sorted(_all(bestand, Arbeitsblatt), key=lambda each: each.nummer)),
        _all(bestand, Programm),
        {
            lage.key: _entry(pages[path], bodies[path])
            for lage in LAGEN
            for path in [f"{ENTRIES}/{lage.seite}.md"]
            if path in pages and path in bodies
        },
        frozenset(slug for _, slug in _named(bodies.get(SHEETS, Body()), FEW_SHEETS)),
    )


def _entry(page: Seite, body: Body) -> Einstieg:
    steps = (each for each in body.directives if each.name == NEXT_STEP)
    said = " ".join(text for each in steps for text in each.options.values())
    next_step = (Role(match["name"], match["content"], 0) for match in _ROLE.finditer(said))
    first = _named(body, FIRST_WEEK) | _pages(next_step)
    return Einstieg(page, _named(body) | first, first)


def _all(bestand: Bestand, kind: type[Kind]) -> tuple[Kind, ...]:
    return tuple(each for each in bestand.of(kind) if isinstance(each, kind))


def _named(body: Body, section: str | None = None) -> frozenset[tuple[str, str]]:
    """Return kind and slug of the pages that a text names, or only one section of it."""
    return _pages(
        role for role in body.roles if section is None or body.section_at(role.line) == section
    )


def _pages(roles: Iterable[Role]) -> frozenset[tuple[str, str]]:
    return frozenset((ROLES[role.name], role.target) for role in roles if role.name in ROLES)
