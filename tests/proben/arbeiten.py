"""Work for processes of their own, which import it by name."""

from __future__ import annotations

import os
import time


def double(number: int) -> int:
    """Return twice the number."""
    return 2 * number


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


def lost(number: int) -> int:
    """Return what stands for a task that was lost."""
    return -number
