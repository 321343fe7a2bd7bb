"""The whole check of one pilot, from its page."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date

from ..formular.towns import Places
from ..model.pilotkriterien import YES
from ..model.seiten import Pilot
from ..reading.files import Loaded
from ..reading.pages import LoadedPage
from .similar import Aehnlich, similar
from .smart import Messung, measured
from .towns import Standorte, sizes
from .verdict import Befund, Lage, Urteil, minimum_met, verdicts

NO_MONEY = "nicht angegeben"


@dataclass(frozen=True)
class Pruefung:
    """What the check of a pilot has found.

    ``erfuellt`` is whether all minimum criteria are met, ``None`` while nobody can say.
    ``hinweise`` are what the checks of pages find, in German.
    """

    pilot: Pilot
    befunde: tuple[Befund, ...]
    erfuellt: bool | None
    lage: Lage
    finanzierung: str
    quelle: str
    hinweise: tuple[str, ...] = ()

    @property
    def messungen(self) -> tuple[Messung, ...]:
        """The indicators, in the order of the page."""
        return self.lage.messungen

    @property
    def aehnlich(self) -> tuple[Aehnlich, ...]:
        """Cases like the pilot, those of Thüringen first."""
        return self.lage.aehnlich

    @property
    def standorte(self) -> Standorte:
        """The towns of the pilot with their sizes."""
        return self.lage.standorte

    @property
    def zaehlung(self) -> str:
        """How many criteria have which verdict, in words."""
        counts = Counter(each.urteil for each in self.befunde)
        return ", ".join(f"{counts[each]} {each.value}" for each in Urteil if counts[each])

    @property
    def ergebnis(self) -> str:
        """One sentence on the minimum criteria."""
        asked = [each for each in self.befunde if each.mindest == YES]
        if self.erfuellt:
            return "Alle Mindestkriterien sind erfüllt."
        if asked and (self.erfuellt is False or any(_lacking(each) for each in asked)):
            names = ", ".join(each.name for each in asked if _lacking(each))
            return f"Mindestkriterien sind nicht erfüllt oder nicht belegt: {names}."
        return (
            "Ob die Mindestkriterien erfüllt sind, lässt sich nicht sagen: Das Bündnis hat nicht "
            "festgelegt, welche Kriterien Pflicht sind."
        )

    @property
    def erprobt(self) -> str:
        """The answer to „schon in Thüringen erprobt?“ as far as the handbook goes."""
        first = next((each for each in self.befunde if each.kennung == "erstmalig"), None)
        own = [each.fall for each in self.aehnlich if each.eigener]
        words = first.gruende[-1] if first else ""
        if own:
            names = ", ".join(f"„{fall.titel}“" for fall in own)
            words += f" Den Versuch selbst beschreibt der Fall {names}."
        return words


def _lacking(befund: Befund) -> bool:
    return befund.urteil is not Urteil.MET


def checked(
    page: LoadedPage, pilot: Pilot, loaded: Loaded, today: date, notes: tuple[str, ...] = ()
) -> Pruefung | None:
    """Return what is to be said of a pilot, ``None`` for a project without criteria.

    ``today`` decides which measurements are due; ``notes`` are what else there is to say.
    """
    criteria = loaded.pilotkriterien
    if criteria is None:
        return None
    places = Places.of(loaded.bestand, loaded.vocabulary)
    lage = Lage(
        messungen=tuple(measured(each, today) for each in pilot.indikatoren),
        standorte=sizes(pilot.standorte, places, criteria.stadtgroessen),
        aehnlich=similar(pilot, page.body, loaded.pages, loaded.vocabulary),
        vocabulary=loaded.vocabulary,
    )
    befunde = verdicts(pilot, lage, criteria)
    return Pruefung(
        pilot=pilot,
        befunde=befunde,
        erfuellt=minimum_met(befunde),
        lage=lage,
        finanzierung=_money(pilot, lage),
        quelle=criteria.quelle,
        hinweise=notes,
    )


def _money(pilot: Pilot, lage: Lage) -> str:
    state = pilot.finanzierungsstand
    label = lage.vocabulary.label("finanzierungsstand", state) if state else NO_MONEY
    return f"{label}: {pilot.finanzierung}" if pilot.finanzierung else label
