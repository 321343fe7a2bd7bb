"""What is measured of work on many files: files a second, computing for one, memory."""

from __future__ import annotations

import resource
import sys
from dataclasses import dataclass

UNIT = 1024 if sys.platform == "linux" else 1024**2


@dataclass(frozen=True)
class Rate:
    """So many files in so many seconds of the clock, start of the processes included."""

    files: int
    seconds: float
    processes: int


@dataclass(frozen=True)
class Figure:
    """Seconds of computing for one of ``files`` files, and the most memory so far in MB."""

    files: int
    seconds: float
    memory: float


def peak() -> float:
    """Return the most memory that this process has filled so far, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / UNIT
