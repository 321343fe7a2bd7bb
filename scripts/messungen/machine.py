"""What the figures were measured on, and with which versions."""

from __future__ import annotations

import os
import platform
import subprocess
from pathlib import Path


def machine() -> dict[str, str]:
    """Return processor, cores, memory, operating system and Python; unknown is ``unbekannt``."""
    return {
        "Prozessor": _line("/proc/cpuinfo", "model name") or platform.processor() or "unbekannt",
        "Kerne": str(os.cpu_count() or "unbekannt"),
        "Arbeitsspeicher": _memory(),
        "Betriebssystem": f"{_system()}, Kern {platform.release()}",
        "Python": platform.python_version(),
    }


def _line(file: str, key: str) -> str:
    """Return what follows ``key`` in a file of ``key: value`` lines; empty without it."""
    path = Path(file)
    lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    found = (line for line in lines if line.startswith(key))
    return next(found, ":").replace("=", ":", 1).partition(":")[2].strip().strip('"')


def _memory() -> str:
    kilobytes = _line("/proc/meminfo", "MemTotal").split()
    return f"{int(kilobytes[0]) / 1024**2:.0f} GB" if kilobytes else "unbekannt"


def _system() -> str:
    return _line("/etc/os-release", "PRETTY_NAME") or f"{platform.system()} {platform.version()}"


def said(command: list[str]) -> str:
    """Return the first line that a program prints; empty if it does not run."""
    try:
        done = subprocess.run(  # noqa: S603
            command, capture_output=True, text=True, timeout=120, check=True
        )
    except (OSError, subprocess.SubprocessError):
        return ""
    return next(iter(done.stdout.splitlines()), "").strip()
