"""Read the design tokens."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import yaml

from ..model.gestaltung import Gestaltung
from .nodes import LOADER

DEFAULT = Path(__file__).with_name("gestaltung.yaml")
"""The look of a project that has none of its own."""


def read_gestaltung(path: Path | None = None) -> Gestaltung:
    """Return the tokens of a YAML file, or the package's own without a path.

    A file may name only what it changes; the rest is the package's. Without ``farben_dunkel``
    there is no dark screen. ``OSError`` if the file cannot be read, ``ValueError`` with a
    German sentence if it does not hold groups of tokens.
    """
    default, own = _groups(DEFAULT), _groups(path) if path else {}
    both = {name: {**default.get(name, {}), **own.get(name, {})} for name in (*default, *own)}
    return Gestaltung(
        farben=both["farben"],
        schrift=both["schrift"],
        groessen={key: float(value) for key, value in both["groessen"].items()},
        abstaende={key: float(value) for key, value in both["abstaende"].items()},
        farben_dunkel=both.get("farben_dunkel", {}),
    )


def _groups(path: Path) -> Mapping[str, Mapping[str, str]]:
    text = path.read_text(encoding="utf-8")
    data = yaml.load(text, Loader=LOADER) or {}  # noqa: S506 - it is safe
    if not isinstance(data, dict) or not all(isinstance(group, dict) for group in data.values()):
        raise ValueError(f"{path.name}: Jede Gruppe braucht Einträge wie „text: '#1b2a33'“.")
    return data
