"""Workbooks for all towns: how many a second, and whether memory stays flat.

``nox -s messen -- --arbeitsbuecher`` runs this in our own environment. It reads the pages once
and prints one line for each number: files a second with as many processes as there are
processors, seconds of computing for one file, and peak memory of a process after more and more.
"""

from __future__ import annotations

import os
import resource
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import partial
from itertools import islice
from pathlib import Path

from kompasswerk.formular.handbook import Handbuch, read_handbook
from kompasswerk.formular.profile import LAGEN, Profil
from kompasswerk.publishing.arbeitsbuch import Wish, orders, workshop
from kompasswerk.publishing.executors import carried_out, processes
from kompasswerk.publishing.making import Werkstatt, make
from kompasswerk.reading.files import load_bestand

ROUNDS = (32, 96, 288)
UNIT = 1024 if sys.platform == "linux" else 1024**2


def main(arguments: Sequence[str]) -> int:
    """Measure the project in a folder; always 0."""
    root = Path(arguments[0]).resolve()
    handbuch = read_handbook(load_bestand(root))
    start = time.perf_counter()
    werkstatt = workshop(root, Wish({}, all_towns=True, formats=("docx",)), handbuch)
    _say(f"Seiten lesen: {time.perf_counter() - start:.1f} s")
    _many(werkstatt, handbuch)
    _one_after_another(werkstatt, handbuch)
    return 0


def _many(werkstatt: Werkstatt, handbuch: Handbuch) -> None:
    workers = processes()
    with tempfile.TemporaryDirectory() as folder:
        jobs = orders(tuple(towns(handbuch, len(handbuch.gemeinden))), handbuch, Path(folder))
        start = time.perf_counter()
        done = len(list(carried_out(partial(make, werkstatt), jobs, workers)))
        seconds = time.perf_counter() - start
    rate = f"{done / seconds:.1f} je Sekunde"
    _say(f"{done} Arbeitsbücher mit {workers.count} Prozessen: {seconds:.1f} s, {rate}")


def _one_after_another(werkstatt: Werkstatt, handbuch: Handbuch) -> None:
    with tempfile.TemporaryDirectory() as folder:
        jobs = orders(tuple(towns(handbuch, ROUNDS[-1])), handbuch, Path(folder))
        make(werkstatt, next(jobs))
        start, done = time.process_time(), 1
        for until in ROUNDS:
            for job in islice(jobs, until - done):
                make(werkstatt, job)
            spent, done = time.process_time() - start, until
            peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / UNIT
            _say(f"{done} in einem Prozess: {spent / (done - 1):.2f} s je Buch, {peak:.0f} MB")


def towns(handbuch: Handbuch, count: int) -> Iterator[Profil]:
    """Yield so many profiles: the towns of the list in turn, with changing situations."""
    for number in range(count):
        town = handbuch.gemeinden[number % len(handbuch.gemeinden)]
        size = handbuch.vocabulary.groessenklasse(town.einwohner)
        lage = LAGEN[number % len(LAGEN)].key
        profil = Profil(town.name, size.key if size else "", town.ags, town.einwohner, (lage,))
        yield replace(profil, gebaeude=("ladenlokal", "wohnhaus"), stunden=Decimal(10))


def _say(line: str) -> None:
    sys.stdout.write(f"{line}, Last {os.getloadavg()[0]:.1f}\n".replace(".", ","))
    sys.stdout.flush()


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
