"""Every kind of page with its fields and headings: the one description that all else follows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from .felder import Field
from .felder_seiten import (
    ARBEITSBLATT,
    FALL,
    GEMEINDELISTE,
    GLOSSAR,
    INSTRUMENT,
    PILOT,
    PROGRAMM,
    SCHRITT,
    SEITE,
)
from .seiten import (
    Arbeitsblatt,
    Fall,
    Gemeindeliste,
    Glossar,
    Instrument,
    Pilot,
    Programm,
    Schritt,
    Seite,
)


@dataclass(frozen=True)
class Art:
    """One kind of page.

    ``headings`` are the fixed headings of the body in order (empty: free), ``judged`` those
    whose paragraphs are the editors' judgement and need no source. ``sourced`` says whether
    every paragraph below the other fixed headings must name one. ``folder`` is where files
    of this kind live, relative to the project root.
    """

    key: str
    label: str
    page: type[Seite]
    fields: tuple[Field, ...]
    folder: str
    headings: tuple[str, ...] = ()
    judged: tuple[str, ...] = ()
    sourced: bool = False

    def field(self, key: str) -> Field | None:
        """Return the description of one top-level key, ``None`` if the kind has no such key."""
        return next((field for field in self.fields if field.key == key), None)


ARTEN: Mapping[str, Art] = {
    art.key: art
    for art in (
        Art(
            "fall",
            "Fall",
            Fall,
            FALL,
            "bestpractice",
            ("Ausgangslage", "Vorgehen", "Ergebnis", "Hürden und Lehren", "Übertragbarkeit"),
            ("Übertragbarkeit",),
            sourced=True,
        ),
        Art(
            "pilot",
            "Pilotprojekt",
            Pilot,
            PILOT,
            "pilots",
            ("Projektinhalt", "Projektstatus", "Projektumsetzung", "Zielgruppen"),
            sourced=True,
        ),
        Art(
            "instrument",
            "Instrument",
            Instrument,
            INSTRUMENT,
            "kompass/instrumente",
            ("Worum geht es", "So gehen Sie vor", "Vorteile und Risiken", "Recht", "Beispiele"),
            sourced=True,
        ),
        Art(
            "programm",
            "Förderprogramm",
            Programm,
            PROGRAMM,
            "kompass/foerderung",
            (
                "Was wird gefördert",
                "Wer kann beantragen",
                "Wie viel Geld gibt es",
                "Fristen und Stand",
                "Worauf Sie achten",
            ),
            sourced=True,
        ),
        Art("arbeitsblatt", "Arbeitsblatt", Arbeitsblatt, ARBEITSBLATT, "kompass/arbeitsblaetter"),
        Art("schritt", "Schritt", Schritt, SCHRITT, "kompass/schritte"),
        Art("glossar", "Glossar", Glossar, GLOSSAR, "kompass"),
        Art("gemeindeliste", "Gemeindeliste", Gemeindeliste, GEMEINDELISTE, "kompass"),
        Art("seite", "Seite", Seite, SEITE, "kompass"),
    )
}

ROLES: Mapping[str, str] = {
    "fall": "fall",
    "pilot": "pilot",
    "instrument": "instrument",
    "programm": "programm",
    "blatt": "arbeitsblatt",
    "schritt": "schritt",
}
"""The role with which texts link to a kind of page, and that kind."""
