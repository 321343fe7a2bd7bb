"""Work that a build does beside the rest: in a process of its own where there are several."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, TypeVar

from sphinx.util.parallel import ParallelTasks, SerialTasks, parallel_available

Result = TypeVar("Result")
AT_ONCE = 8
"""Pieces of work that run at the same time; there are fewer."""


class Beside:
    """Starts work at once and hands over its results when it is joined.

    With one process, or where programs cannot fork, work is done when it is started. ``waiting``
    are the documents that show something of it.
    """

    def __init__(self, processes: int) -> None:
        alone = processes < 2 or not parallel_available
        self._tasks = SerialTasks() if alone else ParallelTasks(AT_ONCE)
        self.waiting: set[str] = set()

    def start(
        self,
        work: Callable[[], Result],
        done: Callable[[Result], None],
        waiting: Iterable[str] = (),
    ) -> None:
        """Start work; ``done`` gets what it returns, which must be picklable.

        What the work changes in memory is lost, what it writes to files stays. The documents that
        are ``waiting`` are written after it.
        """
        self.waiting.update(waiting)

        def result(*arguments: Any) -> None:
            done(arguments[-1])

        self._tasks.add_task(work, None, result)

    def join(self) -> None:
        """Wait for all work; raises what any of it raised."""
        self._tasks.join()
