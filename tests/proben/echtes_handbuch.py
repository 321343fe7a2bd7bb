"""Building the real handbook for tests, as the command does it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
EPOCH = "1795305600"  # 2026-11-22
CONTENT = ("conf.py", "index.md", "kompass", "bestpractice", "pilots", "_templates")


def run_builder(source: Path, work: Path, builder: str, *, jobs: str = "1", read: str = "") -> Path:
    """Build with warnings as errors; return the folder that was filled."""
    out = work / builder
    command = [sys.executable, "-m", "sphinx", "-b", builder, "-q", "-W", "--keep-going"]
    command += ["-j", jobs, "-d", str(work / (read or "gelesen")), str(source), str(out)]
    environment = {**os.environ, "SOURCE_DATE_EPOCH": EPOCH, "PYTHONHASHSEED": "0"}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    return out


def tree(folder: Path) -> dict[str, bytes]:
    """Return all files of a website that readers get, by relative path."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.name.startswith(".")
    }
