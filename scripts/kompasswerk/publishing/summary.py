"""What a run of workbooks says while it works, and leaves beside them: a table and digests."""

from __future__ import annotations

import csv
import io
import json
import time
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TextIO

from ..buch.placing import replace_file
from .making import Fertig

TABLE, DIGESTS = "uebersicht.csv", "uebersicht.json"
COLUMNS = ("ags", "stadt", "datei", "seiten_des_handbuchs", "bytes", "zustand")
EVERY = 10.0
"""Seconds between two lines of progress where these cannot replace each other."""


@dataclass
class Progress:
    """„12 von 96 Arbeitsbüchern, 5,2 je Sekunde“: one line on a terminal, else one at times."""

    total: int
    stream: TextIO
    done: int = 0
    start: float = field(default_factory=time.monotonic)
    said: float = 0.0

    def step(self) -> None:
        """Count one more and say so if it is time."""
        self.done += 1
        now = time.monotonic()
        if self.stream.isatty():
            self.stream.write(f"\r{self.line(now)}")
        elif now - self.said >= EVERY:
            self.stream.write(f"{self.line(now)}\n")
            self.said = now
        self.stream.flush()

    def end(self) -> None:
        """Say how many there were."""
        self.stream.write(f"\r{self.line(time.monotonic())}\n")
        self.stream.flush()

    def line(self, now: float) -> str:
        """Return how far it is at a time of the monotonic clock."""
        rate = self.done / max(now - self.start, 0.001)
        return f"{self.done} von {self.total} Arbeitsbüchern, {rate:.1f} je Sekunde".replace(
            ".", ","
        )


def write_summary(done: Iterable[Fertig], folder: Path) -> None:
    """Write the table of what was made, and the digests of all files ever made in a folder."""
    ordered = sorted(done, key=lambda each: (each.ags, each.stadt))
    stream = io.StringIO()
    writer = csv.writer(stream, delimiter=";", lineterminator="\r\n")
    writer.writerow(COLUMNS)
    known = digests(folder)
    for each in ordered:
        for file in each.dateien:
            known[file.pfad.name] = file.digest
            facts = (file.pfad.name, each.kapitel, file.size, file.zustand.value)
            writer.writerow((each.ags, each.stadt, *facts))
    replace_file(folder / TABLE, stream.getvalue().encode("utf-8-sig"))
    text = json.dumps(
        {"format": "kompass-arbeitsbuecher", "dateien": known}, indent=1, sort_keys=True
    )
    replace_file(folder / DIGESTS, text.encode())


def digests(folder: Path) -> dict[str, str]:
    """Return the digests that earlier runs have noted by file name; empty without a record."""
    try:
        data = json.loads((folder / DIGESTS).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    files = data.get("dateien") if isinstance(data, dict) else None
    pairs = files.items() if isinstance(files, dict) else ()
    return {name: value for name, value in pairs if isinstance(value, str)}
