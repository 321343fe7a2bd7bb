"""Design tokens: one set of colours, sizes and distances for website, Word and PDF."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Gestaltung:
    """The tokens of ``_templates/gestaltung.yaml``.

    ``farben`` are ``#rrggbb``, ``groessen`` points, ``abstaende`` millimetres, ``schrift``
    font names or, for ``web`` and ``fest``, CSS font lists. ``farben_dunkel`` are the same
    colours for a dark screen; empty means that there is no dark screen.
    """

    farben: Mapping[str, str]
    schrift: Mapping[str, str]
    groessen: Mapping[str, float]
    abstaende: Mapping[str, float]
    farben_dunkel: Mapping[str, str] = field(default_factory=dict)
