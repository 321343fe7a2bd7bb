"""The indicators of a pilot: baseline, aim, last value and days, and what of SMART they lack."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from ..model import german
from ..model.records import Indikator, Number


@dataclass(frozen=True)
class Messung:
    """One indicator in words: baseline, aim and last value, empty where nobody said them.

    ``fehlt`` is what it lacks to be specific, measurable and terminated; ``faellig`` says that
    the day of its aim has passed without a value of that day or later.
    """

    kennzahl: str
    vorher: str
    ziel: str
    ist: str
    fehlt: tuple[str, ...]
    faellig: bool

    @property
    def messbar(self) -> bool:
        """Whether there is a value from before and one to reach."""
        return bool(self.vorher and self.ziel)

    @property
    def vollstaendig(self) -> bool:
        """Whether nothing is missing that a field can show."""
        return not self.fehlt


def measured(indicator: Indikator, today: date) -> Messung:
    """Return an indicator as people read it, with what is missing."""
    late = indicator.bis is not None and _last(indicator.bis) < today.isoformat()
    return Messung(
        kennzahl=indicator.kennzahl,
        vorher=_value(indicator.vorher, indicator.einheit, indicator.vorher_stand, "am"),
        ziel=_value(indicator.ziel, indicator.einheit, indicator.bis, "bis"),
        ist=_value(indicator.ist, indicator.einheit, indicator.stand, "am"),
        fehlt=tuple(_missing(indicator)),
        faellig=late and (indicator.ist is None or (indicator.stand or "") < (indicator.bis or "")),
    )


def _missing(indicator: Indikator) -> Iterator[str]:
    if not indicator.einheit:
        yield "Einheit"
    if indicator.vorher is None:
        yield "Ausgangswert"
    elif not indicator.vorher_stand:
        yield "Tag des Ausgangswerts"
    if indicator.ziel is None:
        yield "Ziel"
    elif not indicator.bis:
        yield "Tag, bis zu dem das Ziel erreicht ist"
    if indicator.ist is not None and not indicator.stand:
        yield "Tag der letzten Messung"


def _value(value: Number | None, unit: str | None, day: str | None, when: str) -> str:
    if value is None:
        return ""
    dated = f" ({when} {german.date(day)})" if day and len(day) == 10 else ""
    dated = dated or (f" ({german.date(day)})" if day else "")
    return f"{german.amount(value, unit)}{dated}"


def _last(day: str) -> str:
    """Return the last day of a year or month; comparing texts is enough."""
    return {4: f"{day}-12-31", 7: f"{day}-31"}.get(len(day), day)
