"""``nox -s arbeitsbuchmessung``: workbooks out and back, how fast and with how much memory.

What one process computes comes before what all of them reach by the clock: others who use the
computer slow down the clock more.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from datetime import UTC, datetime
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from typing import TypeVar

from kompasswerk.formular.handbook import read_handbook
from kompasswerk.publishing.arbeitsbuch import Wish, workshop
from kompasswerk.reading.blaetter import read_sheets
from kompasswerk.reading.files import LISTEN, load_bestand

from . import returns, workbooks
from .figures import Figure, Rate
from .machine import machine

Result = TypeVar("Result")
ROOT = Path(__file__).parents[2]
REPORT = Path(__file__).parent / "arbeitsbuch.md"
LOAD = 0.5
"""Waiting programs beyond which figures by the clock say little."""


def main(arguments: Sequence[str]) -> int:
    """Measure the project and write the report; 2 for a folder that is none."""
    parser = argparse.ArgumentParser(prog="nox -s arbeitsbuchmessung --", description=__doc__)
    parser.add_argument("ordner", type=Path, nargs="?", default=ROOT, help="Projektordner")
    root = parser.parse_args(arguments).ordner.resolve()
    if not (root / LISTEN).is_file():
        sys.stderr.write(f"„{root}“ ist kein Kompass. Bitte den Projektordner nennen.\n")
        return 2
    REPORT.write_text(report(root), encoding="utf-8")
    sys.stdout.write(f"Die Ergebnisse liegen in {REPORT}.\n")
    return 0


def report(root: Path) -> str:
    """Return all figures as Markdown."""
    loaded = load_bestand(root)
    handbuch, sheets = read_handbook(loaded), read_sheets(loaded)
    load = os.getloadavg()[0]
    werkstatt = workshop(root, Wish({}, all_towns=True, formats=("docx",)), handbuch)
    facts = machine()
    lines = [
        "# Arbeitsbücher hin und zurück: Messergebnisse",
        "",
        f"Gemessen am {datetime.now(UTC):%d.%m.%Y} mit `nox -s arbeitsbuchmessung`.",
        f"Rechner: {facts['Prozessor']}, {facts['Kerne']} Kerne, Python {facts['Python']}.",
        f"Last vor dem Messen: {german(load, 1)} Programme{_warning(load)}",
        "",
        "Ein Arbeitsbuch hat 60 Seiten und 350 Felder; beim Einlesen sind zwei Drittel ausgefüllt.",
        "",
    ]
    made = _by_itself(partial(_all, workbooks.made_alone, werkstatt, handbuch))
    lines += _table("Erzeugen (Word)", made, workbooks.made_together(werkstatt, handbuch))
    with tempfile.TemporaryDirectory() as folder:
        returns.fill(Path(folder), werkstatt, handbuch)
        read = _by_itself(partial(_all, returns.read_alone, Path(folder), sheets))
        lines += _table("Einlesen", read, returns.read_together(Path(folder), sheets))
    return "\n".join(lines)


def _warning(load: float) -> str:
    return "." if load < LOAD else "; andere nutzten den Rechner, die Zeiten sind zu lang."


def _all(measure: Callable[..., Iterator[Figure]], *what: object) -> tuple[Figure, ...]:
    return tuple(measure(*what))


def _by_itself(measure: Callable[[], Result]) -> Result:
    """Return what is measured in a process of its own, whose memory is its own."""
    with ProcessPoolExecutor(1, get_context("spawn")) as pool:
        return pool.submit(measure).result()


def _table(title: str, figures: Sequence[Figure], rate: Rate) -> list[str]:
    """Return a chapter: what one process needs, and what all reach together."""
    rows = (f"| {f.files} | {german(f.seconds, 3)} s | {f.memory:.0f} MB |" for f in figures)
    speed = f"{german(rate.files / rate.seconds, 1)} je Sekunde"
    took = f"{german(rate.seconds, 1)} s, also {speed}, Start der Prozesse eingerechnet."
    return [
        f"## {title}",
        "",
        "| Dateien in einem Prozess | Rechenzeit je Datei | Speicher, Höchstwert |",
        "|---|---|---|",
        *rows,
        "",
        f"{rate.files} Dateien mit {rate.processes} Prozessen: {took}",
        "",
    ]


def german(value: float, digits: int) -> str:
    """Return a number with a comma."""
    return f"{value:.{digits}f}".replace(".", ",")


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
