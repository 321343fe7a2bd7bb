"""A comparison into the project: the page, and new pictures beside it."""

from __future__ import annotations

from pathlib import Path

from ..buch.placing import replace_file
from .compare import Comparison, NotMergeableError

_OUTSIDE = "Der Ordner „{}“ führt aus dem Projekt hinaus. Bitte durch einen echten Ordner ersetzen."


def take_over(root: Path, found: Comparison) -> None:
    """Write what a form changes; a new page or picture never takes the place of another file.

    :class:`NotMergeableError`, before anything is written, for a folder that is a way out of the
    project.
    """
    target = root / found.path
    for folder in {target.parent, *((target.parent / name).parent for name in found.files)}:
        if not folder.resolve().is_relative_to(root.resolve()):
            raise NotMergeableError(_OUTSIDE.format(folder.relative_to(root).as_posix()))
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
