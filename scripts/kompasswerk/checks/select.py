"""Which files a report is about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from ..reading.files import START_PAGE, content_files, relative


class PathError(Exception):
    """A path that cannot be checked; the message is German."""


@dataclass(frozen=True)
class Selection:
    """Files and folders relative to the root; none means all. ``extra`` are files elsewhere."""

    names: tuple[str, ...] = ()
    extra: tuple[Path, ...] = ()

    def has(self, path: str) -> bool:
        """Whether a finding's path belongs to the selection."""
        if not self.names:
            return True
        return any(name in {".", path} or path.startswith(f"{name}/") for name in self.names)


def select(paths: Sequence[Path], root: Path) -> Selection:
    """Return the selection of these paths; ``PathError`` if one is missing or outside ``root``."""
    known = set(content_files(root)) if paths else set()
    names, extra = [], []
    for path in paths:
        full = path.resolve()
        if not full.exists():
            raise PathError(f"{path} gibt es nicht. Bitte den Pfad prüfen.")
        if not full.is_relative_to(root):
            raise PathError(f"{path} liegt außerhalb des Projekts {root}.")
        names.append(relative(full, root))
        is_page = full.suffix.lower() == ".md" and full != root / START_PAGE
        if is_page and full not in known:
            extra.append(full)
    return Selection(tuple(names), tuple(extra))
