"""Run one program in a process of its own; take its time and its peak memory."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from threading import Timer

SCRIPTS = Path(__file__).resolve().parents[1]
LIMIT = 900.0
"""Seconds after which a program is stopped."""
ENOUGH = 20.0
"""A program that takes longer than so many seconds runs once, others three times."""
_PATH = re.compile(r"(?:[A-Za-z]:)?(?:[\\/][\w.+@~-]+)+[\\/]")


Command = list[str | Path]


@dataclass(frozen=True)
class Run:
    """One run: seconds from start to end, megabytes at most, and why it failed (else empty).

    ``peak`` is that of the largest process of those that were started, ``cpu`` the seconds that
    all of them computed; ``None`` where the operating system does not say.
    """

    seconds: float
    peak: float | None = None
    cpu: float | None = None
    error: str = ""


def run(
    command: Command,
    log: Path,
    *,
    folder: Path | None = None,
    env: Mapping[str, str] | None = None,
    limit: float = LIMIT,
) -> Run:
    """Run a program to its end; what it prints goes to ``log``. It never raises for a failure."""
    log.parent.mkdir(parents=True, exist_ok=True)
    start = time.perf_counter()
    with log.open("wb") as out:
        try:
            process = subprocess.Popen(  # noqa: S603
                [str(part) for part in command],
                stdin=subprocess.DEVNULL,
                stdout=out,
                stderr=subprocess.STDOUT,
                cwd=folder,
                env={**os.environ, "PYTHONPATH": str(SCRIPTS), **(env or {})},
                start_new_session=True,
            )
        except OSError as error:
            return Run(0.0, error=shown(f"{command[0]}: {error.strerror}"))
        watch = Timer(limit, stop, (process.pid,))
        watch.start()
        code, peak, cpu = _wait(process)
        late = not watch.is_alive()
        watch.cancel()
    seconds = time.perf_counter() - start
    if late:
        return Run(seconds, peak, cpu, f"nach {limit:.0f} s abgebrochen")
    reason = last_line(log) or f"endet mit {code}"
    return Run(seconds, peak, cpu, reason if code else "")


def _wait(process: subprocess.Popen[bytes]) -> tuple[int, float | None, float | None]:
    """Return exit code, peak memory in megabytes and seconds of computing."""
    if not hasattr(os, "wait4"):
        return process.wait(), None, None
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    unit = 1024 if os.uname().sysname == "Linux" else 1024**2
    return process.returncode, usage.ru_maxrss / unit, usage.ru_utime + usage.ru_stime


def stop(pid: int) -> None:
    """Stop a program that ``run`` started, with all that it started itself."""
    with suppress(OSError):
        if hasattr(os, "killpg"):
            os.killpg(pid, signal.SIGKILL)
        else:
            os.kill(pid, signal.SIGTERM)


def last_line(log: Path) -> str:
    """Return the last line of a log that says something, without folders of this machine."""
    text = log.read_text(encoding="utf-8", errors="replace") if log.exists() else ""
    lines = [line.strip() for line in text.splitlines() if line.strip(" =~^-|")]
    telling = [line for line in lines if re.search(r"error|exception|fehler", line, re.IGNORECASE)]
    return shown((telling or lines or [""])[-1])


def shown(text: str) -> str:
    """Return a message as it may be published: short, and without folders of this machine."""
    plain = _PATH.sub("…/", re.sub(r"\x1b\[[0-9;]*m", "", text))
    return plain if len(plain) <= 140 else plain[:139] + "…"


def repeated(once: Callable[[], Run], times: int = 3) -> Run:
    """Return the fastest run of ``times``, the least disturbed; only one if it is slow or fails."""
    runs = [once()]
    while len(runs) < times and not runs[-1].error and runs[0].seconds <= ENOUGH:
        runs.append(once())
    failed = next((each for each in runs if each.error), None)
    return failed or min(runs, key=lambda each: each.seconds)
