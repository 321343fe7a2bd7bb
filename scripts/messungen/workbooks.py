"""Workbooks for all towns: how many a second, and whether memory stays flat."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from functools import partial
from itertools import islice
from pathlib import Path

from kompasswerk.formular.handbook import Handbuch
from kompasswerk.formular.profile import LAGEN, Profil
from kompasswerk.publishing.arbeitsbuch import orders
from kompasswerk.publishing.executors import carried_out, processes
from kompasswerk.publishing.making import Werkstatt, make

from .figures import Figure, Rate, peak

ROUNDS = (32, 96, 288)


def made_together(werkstatt: Werkstatt, handbuch: Handbuch) -> Rate:
    """Make one workbook for each town of the list, on all processors, as the command does."""
    workers = processes()
    with tempfile.TemporaryDirectory() as folder:
        jobs = orders(towns(handbuch, len(handbuch.gemeinden)), Path(folder))
        start = time.perf_counter()
        done = len(list(carried_out(partial(make, werkstatt), jobs, workers)))
        return Rate(done, time.perf_counter() - start, workers.count)


def made_alone(werkstatt: Werkstatt, handbuch: Handbuch) -> Iterator[Figure]:
    """Yield what one process needs after more and more workbooks; the first one is not counted."""
    with tempfile.TemporaryDirectory() as folder:
        jobs = orders(towns(handbuch, ROUNDS[-1]), Path(folder))
        make(werkstatt, next(jobs))
        start, done = time.process_time(), 1
        for until in ROUNDS:
            for job in islice(jobs, until - done):
                make(werkstatt, job)
            done = until
            yield Figure(done, (time.process_time() - start) / (done - 1), peak())


def towns(handbuch: Handbuch, count: int) -> Iterator[Profil]:
    """Yield so many profiles: the towns of the list in turn, with changing situations."""
    for number in range(count):
        town = handbuch.gemeinden[number % len(handbuch.gemeinden)]
        size = handbuch.vocabulary.groessenklasse(town.einwohner)
        lage = LAGEN[number % len(LAGEN)].key
        profil = Profil(town.name, size.key if size else "", town.ags, town.einwohner, (lage,))
        yield replace(profil, gebaeude=("ladenlokal", "wohnhaus"), stunden=Decimal(10))
