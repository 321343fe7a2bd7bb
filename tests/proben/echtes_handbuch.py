"""Building the real handbook, or a few pages that look like it, as the command does it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).parents[2]
EPOCH = "1795305600"  # 2026-11-22


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


def build_website(work: Path, files: Mapping[str, str]) -> Path:
    """Build a few pages with settings, lists and look of the handbook; return the website."""
    source = work / "quelle"
    for name, text in files.items():
        path = source / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    shutil.copyfile(ROOT / "conf.py", source / "conf.py")
    shutil.copyfile(ROOT / "kompass/listen.yaml", source / "kompass/listen.yaml")
    shutil.copytree(ROOT / "_templates", source / "_templates")
    return run_builder(source, work, "html")


def tree(folder: Path) -> dict[str, bytes]:
    """Return all files of a website that readers get, by relative path."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.name.startswith(".")
    }
