"""Design tokens: one set of colours, sizes and distances for website, Word and PDF."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Gestaltung:
    """The tokens of ``_templates/gestaltung.yaml``.

    ``farben`` are ``#rrggbb``, ``groessen`` points, ``abstaende`` millimetres, ``schrift``
    font names or, for ``web`` and ``fest``, CSS font lists.
    """

    farben: Mapping[str, str]
    schrift: Mapping[str, str]
    groessen: Mapping[str, float]
    abstaende: Mapping[str, float]
