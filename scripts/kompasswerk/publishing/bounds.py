"""What reading one file from outside may take: a job that needs more costs only its process."""

from __future__ import annotations

import ctypes
import faulthandler
import gc
import os
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from multiprocessing import get_context
from typing import Generic, TypeVar

from .executors import Workers, processes

SECONDS = 10.0
"""What one file may take."""
MEMORY = 300 * 2**20
"""Bytes that one process may fill."""
YOUNG = 20_000
"""So many new objects pass before Python looks which of them are in use."""
_M_MXFAST = 1
"""Option of ``mallopt``: the largest piece that is put aside."""
Job = TypeVar("Job")
Result = TypeVar("Result")


def bounded_processes(count: int | None = None) -> Workers:
    """Return processes of this computer that cannot fill its memory."""
    number = processes(count).count
    spawn = get_context("spawn")
    return Workers(partial(ProcessPoolExecutor, number, spawn, initializer=_begin), number)


@dataclass(frozen=True)
class Bounded(Generic[Job, Result]):
    """Work whose process ends if it takes longer, even inside of a library in C."""

    work: Callable[[Job], Result]
    seconds: float = SECONDS

    def __call__(self, job: Job) -> Result:
        """Return what the work returns."""
        with open(os.devnull, "w") as nowhere:
            faulthandler.dump_traceback_later(self.seconds, exit=True, file=nowhere)
            try:
                return self.work(job)
            finally:
                faulthandler.cancel_dump_traceback_later()


def _begin() -> None:
    """Prepare a process that reads one file after the other."""
    _bound_memory()
    # What a file leaves behind has no cycles; to look for some takes a tenth of the time.
    gc.set_threshold(YOUNG, 20, 20)
    _join_free_memory()


def _join_free_memory() -> None:
    """Let the C library of Linux join small pieces of memory as soon as they are free.

    A document leaves a hundred thousand of them. By default they are put aside and all looked at
    again when the next large piece is freed (decision 0040).
    """
    with suppress(OSError, AttributeError, TypeError):  # another system
        ctypes.CDLL(None).mallopt(_M_MXFAST, 0)


def _bound_memory() -> None:
    try:
        import resource
    except ImportError:  # Windows; there the limits of each reader must do
        return
    _, hard = resource.getrlimit(resource.RLIMIT_DATA)
    resource.setrlimit(resource.RLIMIT_DATA, (MEMORY, hard))
