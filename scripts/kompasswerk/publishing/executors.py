"""Much work on many processes: a pool on this computer, or a Dask cluster by its address.

Each job is done once: one that was lost with its process is done again, and one that takes
processes down by itself is given up, while the others go on.
"""

from __future__ import annotations

import os
from argparse import ArgumentTypeError
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import (
    FIRST_COMPLETED,
    BrokenExecutor,
    Executor,
    Future,
    ProcessPoolExecutor,
    wait,
)
from dataclasses import dataclass, field
from functools import partial
from multiprocessing import get_context
from typing import Any, Generic, TypeVar

Job = TypeVar("Job")
Result = TypeVar("Result")
AHEAD = 4
"""How many jobs wait for each process; more would only fill memory."""
TRIES = 2
"""How often a job may be alone with a process that dies."""


class ExecutorError(Exception):
    """There is nothing to work on; the message is a German sentence with the way out."""


class LostError(Exception):
    """A job was given up because its process died whenever it ran."""

    def __init__(self) -> None:
        super().__init__("Der Rechenprozess ist dabei mehrmals abgestürzt.")


@dataclass(frozen=True)
class Workers:
    """Where work is done: ``start`` gives an executor, again after one has broken.

    ``end`` lets go of what all of them share.
    """

    start: Callable[[], Executor]
    count: int
    end: Callable[[], object] = lambda: None


def processes(count: int | None = None) -> Workers:
    """Return so many processes of this computer, by default one for each processor."""
    number = count or os.cpu_count() or 1
    # Not forked: what the parent has read would be copied into each process bit by bit.
    pool = partial(ProcessPoolExecutor, number, mp_context=get_context("spawn"))
    return Workers(pool, number)


def dask_cluster(address: str) -> Workers:
    """Return the workers of a Dask cluster, which must see the same folders and programs.

    :class:`ExecutorError` if Dask is missing or nobody answers at the address.
    """
    try:
        from distributed import Client
    except ImportError as error:
        raise ExecutorError(
            "Dask fehlt. Bitte einmal ausführen: pip install 'kompasswerk[dask]'."
        ) from error
    try:
        client = Client(address, timeout=10)
        number = sum(client.nthreads().values())
    except (OSError, TimeoutError, ValueError) as error:
        raise ExecutorError(f"Unter „{address}“ antwortet kein Dask-Cluster.") from error
    return Workers(partial(client.get_executor, pure=False), number or 1, client.close)


def count_of(text: str) -> int:
    """Return a number of processes from the command line, 1 to 1000."""
    if not text.isdecimal() or not 1 <= int(text) <= 1000:
        raise ArgumentTypeError(f"„{text}“ ist keine Anzahl von 1 bis 1000")
    return int(text)


def carried_out(
    work: Callable[[Job], Result], jobs: Iterable[Job], workers: Workers
) -> Iterator[tuple[Job, Result | Exception]]:
    """Yield each job once with its result, or with what it raised, as they get ready.

    Only a few jobs are asked for ahead. Jobs that were lost with a process are done again
    one by one at the end, so that it shows which of them takes processes down.
    """
    run = _Run(work, workers)
    try:
        yield from run.together(jobs)
        yield from run.alone()
    finally:
        for future in run.waiting:
            future.cancel()
        run.executor.shutdown()
        workers.end()


@dataclass
class _Run(Generic[Job, Result]):
    """One call of :func:`carried_out`: its executor and the jobs that were lost."""

    work: Callable[[Job], Result]
    workers: Workers
    lost: list[Job] = field(default_factory=list)
    waiting: dict[Future[Result], Job] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.executor: Any = self.workers.start()

    def together(self, jobs: Iterable[Job]) -> Iterator[tuple[Job, Result | Exception]]:
        source = iter(jobs)
        while True:
            while len(self.waiting) < AHEAD * self.workers.count:
                job = next(source, None)
                if job is None:
                    break
                self._submit(job)
            if not self.waiting:
                return
            yield from self._finished()

    def alone(self) -> Iterator[tuple[Job, Result | Exception]]:
        suspects, self.lost = self.lost, []
        for job in suspects:
            for _ in range(TRIES):
                self._submit(job)
                yield from self._finished()
                if not self.lost:
                    break
                self.lost.clear()
            else:
                yield job, LostError()

    def _submit(self, job: Job) -> None:
        try:
            self.waiting[self.executor.submit(self.work, job)] = job
        except BrokenExecutor:
            self.lost.append(job)
            self._replace()

    def _finished(self) -> Iterator[tuple[Job, Result | Exception]]:
        done, _ = wait(self.waiting, return_when=FIRST_COMPLETED)
        broken = False
        for future in done:
            job, error = self.waiting.pop(future), future.exception()
            if isinstance(error, BrokenExecutor):
                self.lost.append(job)
                broken = True
            elif isinstance(error, Exception):
                yield job, error
            else:
                yield job, future.result()
        if broken:
            self._replace()

    def _replace(self) -> None:
        """Take a new executor for one that has broken; what it had not finished is lost."""
        self.lost += self.waiting.values()
        self.waiting.clear()
        self.executor.shutdown(wait=False)
        self.executor = self.workers.start()
