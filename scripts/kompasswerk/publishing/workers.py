"""Many files at once on any executor; a file that takes too long or too much stops only itself."""

from __future__ import annotations

import faulthandler
import os
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import (
    FIRST_COMPLETED,
    BrokenExecutor,
    Executor,
    Future,
    ProcessPoolExecutor,
    wait,
)
from functools import partial
from itertools import islice
from multiprocessing import get_context
from typing import TypeVar

SECONDS = 10.0
"""What one file may take."""
MEMORY = 300 * 2**20
"""Bytes that one worker may fill."""
WAITING = 4
"""So many files for each worker are under way; more would only fill memory."""
Task = TypeVar("Task")
Done = TypeVar("Done")


def run_all(
    tasks: Iterable[Task],
    work: Callable[[Task], Done],
    lost: Callable[[Task], Done],
    executor: Executor | None = None,
) -> Iterator[Done]:
    """Yield what ``work`` returns for each task, as they are finished.

    Without an executor it runs in processes of its own, which are bounded in time and memory; a
    task that breaks its bounds yields ``lost``. A given executor keeps its own bounds.
    """
    waiting = iter(tasks)
    if executor is not None:
        for task, future in _in_flight(waiting, work, executor, WAITING * 2):
            yield lost(task) if isinstance(future.exception(), BrokenExecutor) else future.result()
        yield from map(lost, waiting)
        return
    left = True
    while left:
        broken: list[Task] = []
        workers = os.cpu_count() or 1
        with _pool(workers) as pool:
            bounded = partial(_bounded, work, SECONDS)
            for task, future in _in_flight(waiting, bounded, pool, WAITING * workers):
                if isinstance(future.exception(), BrokenExecutor):
                    broken.append(task)
                else:
                    yield future.result()
        left = bool(broken)
        # Which of them broke the pool shows when each has a process to itself.
        for task in broken:
            yield _alone(task, work, lost)


def _alone(task: Task, work: Callable[[Task], Done], lost: Callable[[Task], Done]) -> Done:
    with _pool(1) as pool:
        try:
            return pool.submit(_bounded, work, SECONDS, task).result()
        except BrokenExecutor:
            return lost(task)


def _in_flight(
    waiting: Iterator[Task], work: Callable[[Task], Done], executor: Executor, most: int
) -> Iterator[tuple[Task, Future[Done]]]:
    """Yield finished tasks; after a break only those that had begun, the others keep waiting."""
    running: dict[Future[Done], Task] = {}
    broken = False
    while True:
        for task in islice(waiting, 0 if broken else most - len(running)):
            try:
                running[executor.submit(work, task)] = task
            except BrokenExecutor as error:
                broken = True
                failed: Future[Done] = Future()
                failed.set_exception(error)
                running[failed] = task
                break
        if not running:
            return
        finished, _ = wait(running, return_when=FIRST_COMPLETED)
        for future in finished:
            broken = broken or isinstance(future.exception(), BrokenExecutor)
            yield running.pop(future), future


def _pool(workers: int) -> ProcessPoolExecutor:
    # A fresh process knows nothing of what the calling one has filled its memory with.
    return ProcessPoolExecutor(workers, get_context("spawn"), initializer=_bound_memory)


def _bounded(work: Callable[[Task], Done], seconds: float, task: Task) -> Done:
    """Do a task; the process ends if it takes longer, even inside of a library in C."""
    with open(os.devnull, "w") as nowhere:
        faulthandler.dump_traceback_later(seconds, exit=True, file=nowhere)
        try:
            return work(task)
        finally:
            faulthandler.cancel_dump_traceback_later()


def _bound_memory() -> None:
    try:
        import resource
    except ImportError:  # Windows; there the limits of each reader must do
        return
    _, hard = resource.getrlimit(resource.RLIMIT_DATA)
    resource.setrlimit(resource.RLIMIT_DATA, (MEMORY, hard))
