"""Read the design tokens."""

from __future__ import annotations

from pathlib import Path

import yaml

from ..model.gestaltung import Gestaltung


def read_gestaltung(path: Path) -> Gestaltung:
    """Return the tokens of a YAML file; ``KeyError`` if a group is missing.

    Only ``farben_dunkel`` may be left out.
    """
    data = yaml.safe_load(path.read_text(encoding="utf-8"))
    return Gestaltung(
        farben=data["farben"],
        schrift=data["schrift"],
        groessen={key: float(value) for key, value in data["groessen"].items()},
        abstaende={key: float(value) for key, value in data["abstaende"].items()},
        farben_dunkel=data.get("farben_dunkel", {}),
    )
