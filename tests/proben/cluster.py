"""A Dask cluster of two workers, the first of which is killed on the way.

It runs in a process of its own: what other tests have filled this one with would slow down the
start of the cluster until it gives up.
"""

from __future__ import annotations

import os
import pickle
import signal
import subprocess
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from kompasswerk.publishing.executors import carried_out, dask_cluster

BEFORE = 3
"""So many jobs are done when the worker is killed."""


def on_a_cluster(work: Callable[[Any], Any], jobs: Iterable[Any], folder: Path) -> list[Any]:
    """Return what ``carried_out`` yields for the jobs; ``folder`` takes two files."""
    order, result = folder / "auftrag.pickle", folder / "ergebnis.pickle"
    order.write_bytes(pickle.dumps((work, tuple(jobs))))
    beside = os.pathsep.join(filter(None, sys.path))
    command = [sys.executable, __file__, str(order), str(result)]
    environment = {**os.environ, "PYTHONPATH": beside}
    done = subprocess.run(
        command, env=environment, capture_output=True, text=True, timeout=300, check=False
    )
    assert done.returncode == 0, done.stderr
    return list(pickle.loads(result.read_bytes()))  # noqa: S301 - a file of our own


def main(order: Path, result: Path) -> None:
    """Do the jobs of a file, kill a worker after some of them, write what came of all."""
    from distributed import Client, LocalCluster

    work, jobs = pickle.loads(order.read_bytes())  # noqa: S301 - a file of our own
    options = {"n_workers": 2, "threads_per_worker": 1, "processes": True}
    with LocalCluster(**options, dashboard_address=None) as started:
        with Client(started.scheduler_address) as client:
            victim, _ = client.run(os.getpid).values()
        done = carried_out(work, jobs, dask_cluster(started.scheduler_address))
        pairs = [next(done) for _ in range(BEFORE)]
        os.kill(victim, signal.SIGKILL)
        pairs += done
    result.write_bytes(pickle.dumps(pairs))


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
