"""Work for other processes, in a module of its own so that these can import it."""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path


def note(folder: Path, number: int) -> int:
    """Leave a file and return the number ten times as large; 13 fails."""
    if number == 13:
        raise ValueError("dreizehn")
    (folder / str(number)).write_text(str(os.getpid()))
    return number * 10


def slowly(folder: Path, number: int) -> int:
    """As ``note``, but long enough that a worker can be killed on the way."""
    time.sleep(0.05)
    return note(folder, number)


def die_once(folder: Path, number: int) -> int:
    """As ``note``, but the first process that gets a 3 dies of it."""
    mark = folder / "gestorben"
    if number == 3 and not mark.exists():
        mark.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return note(folder, number)


def die_always(folder: Path, number: int) -> int:
    """As ``note``, but every process that gets a 3 dies of it."""
    if number == 3:
        os.kill(os.getpid(), signal.SIGKILL)
    return note(folder, number)


def sleeps(number: int) -> int:
    """Return the number; 3 takes a minute."""
    if number == 3:
        time.sleep(60)
    return number


def dies(number: int) -> int:
    """Return the number; 3 ends the process."""
    if number == 3:
        os._exit(1)
    return number


def fills(number: int) -> int:
    """Return the number, -1 where memory is not enough: 3 asks for a gigabyte."""
    try:
        return len(bytearray(2**30 if number == 3 else 10)) and number
    except MemoryError:
        return -1
