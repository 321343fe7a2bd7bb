"""The website as it becomes, built in the background after each save."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path("_build/redaktion")
_FAILED = "Die Vorschau ließ sich nicht bauen. Bitte zuerst die roten Befunde beheben."


@dataclass(frozen=True)
class State:
    """Whether a build runs, how many have ended, and what is to be said; empty if all is well."""

    baut: bool
    runde: int
    meldung: str = ""


class Preview:
    """Builds one after the other; who asks during a build gets another one after it.

    ``build`` returns a German sentence if it failed, and is told to ``stop`` at the end.
    """

    def __init__(self, build: Callable[[], str], stop: Callable[[], None] = lambda: None) -> None:
        self._build, self._stop = build, stop
        self._asked, self._ended = threading.Event(), False
        self._state = State(baut=False, runde=0)
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()

    def ask(self) -> None:
        """Ask for a build."""
        self._state = State(True, self._state.runde, self._state.meldung)
        self._asked.set()

    def state(self) -> State:
        """Return how things stand."""
        return self._state

    def close(self) -> None:
        """Break off what runs."""
        self._ended = True
        self._asked.set()
        self._stop()
        self._thread.join(timeout=5)

    def _run(self) -> None:
        while True:
            self._asked.wait()
            if self._ended:
                return
            self._asked.clear()
            message = self._build()
            self._state = State(self._asked.is_set(), self._state.runde + 1, message)


class SphinxRun:
    """Runs Sphinx for a project into its own folder, apart from all other outputs."""

    def __init__(self, root: Path) -> None:
        self.root, self.site = root, root / FOLDER / "html"
        self._process: subprocess.Popen[bytes] | None = None

    def build(self) -> str:
        """Build what has changed; return a German sentence if that failed."""
        command = [sys.executable, "-m", "sphinx", "-b", "html", "-q", "-j", "auto"]
        command += ["-d", str(self.root / FOLDER / "gelesen"), str(self.root), str(self.site)]
        self._process = subprocess.Popen(  # noqa: S603 - our own program with our own folders
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,  # so that its own helpers end with it
        )
        return _FAILED if self._process.wait() else ""

    def stop(self) -> None:
        """End the program that runs, if one does, with all that it has started."""
        if self._process is None or self._process.poll() is not None:
            return
        if sys.platform == "win32":
            self._process.terminate()
        else:
            os.killpg(self._process.pid, signal.SIGTERM)
