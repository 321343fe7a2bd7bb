"""A comparison into the project: the page, and new pictures beside it."""

from __future__ import annotations

from pathlib import Path

from ..buch.placing import replace_file
from .compare import Comparison


def take_over(root: Path, found: Comparison) -> None:
    """Write what a form changes; a new page or picture never takes the place of another file."""
    target = root / found.path
    if not found.before:
        target.parent.mkdir(parents=True, exist_ok=True)
        with target.open("x", encoding="utf-8", newline="") as stream:
            stream.write(found.after)
    elif found.after != found.before:
        replace_file(target, found.after.encode())
    for name, blob in found.files.items():
        place = target.parent / name
        place.parent.mkdir(exist_ok=True)
        with place.open("xb") as stream:
            stream.write(blob)
