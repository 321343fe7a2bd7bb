"""What a pilot project is checked against, as ``pilots/kriterien.yaml`` says."""

from __future__ import annotations

from dataclasses import dataclass

YES, NO, OPEN = "ja", "nein", "offen"


@dataclass(frozen=True, kw_only=True)
class Pruefkriterium:
    """One criterion of the closed list ``kriterium``.

    ``mindest`` says whether the alliance asks for it of every pilot: ``ja``, ``nein`` or
    ``offen`` where that is not settled. ``fehlt`` is what to do where it is not met.
    """

    kennung: str
    mindest: str
    fehlt: str


@dataclass(frozen=True, kw_only=True)
class Pilotkriterien:
    """All criteria in the order of the file, where they come from, and the towns meant.

    ``stadtgroessen`` are keys of the closed list ``groessenklasse``.
    """

    quelle: str
    stadtgroessen: tuple[str, ...]
    kriterien: tuple[Pruefkriterium, ...]
