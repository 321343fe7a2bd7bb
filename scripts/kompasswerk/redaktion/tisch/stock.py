"""All pages of the project, read anew only after a file has changed."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

from ...reading.files import Loaded, content_files, load_bestand

LISTS = "kompass"
Mark = tuple[tuple[str, int, int], ...]


class Stock:
    """The pages of a project, as its files are when somebody asks."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._lock = threading.Lock()
        self._mark: Mark | None = None
        self._loaded: Loaded | None = None

    def load(self) -> Loaded:
        """Return all pages."""
        with self._lock:
            mark = tuple(self._marks())
            if self._loaded is None or mark != self._mark:
                self._mark, self._loaded = mark, load_bestand(self.root)
            return self._loaded

    def _marks(self) -> Iterator[tuple[str, int, int]]:
        """Yield time and size of each page and each list."""
        for path in (*content_files(self.root), *sorted((self.root / LISTS).glob("*.yaml"))):
            try:
                stat = path.stat()
            except OSError:
                continue
            yield str(path), stat.st_mtime_ns, stat.st_size
