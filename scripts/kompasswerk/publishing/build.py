"""Run Sphinx for each output and put the results in place, all or nothing per output.

Builders work in ``_build/werkstatt``; only a finished result replaces the last good one in
``_build/ausgabe``. An interrupted build leaves that untouched.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

WORKSHOP = Path("_build/werkstatt")
OUTPUT = Path("_build/ausgabe")
SITE = "html"
READ = "gelesen"


class BuildError(Exception):
    """A builder ended with an error; its messages have been shown already."""


@dataclass(frozen=True)
class Job:
    """One run of Sphinx: which builder, whether warnings count as errors, settings „name=value“.

    ``read`` is the folder of read pages in the workshop.
    """

    builder: str
    strict: bool = True
    jobs: str = "auto"
    settings: tuple[str, ...] = ()
    read: str = READ


def run_sphinx(root: Path, job: Job) -> Path:
    """Return the folder that a builder has filled; raise :class:`BuildError` if it failed.

    All builders share one set of read pages, so that the second need not read again.
    """
    outdir = root / WORKSHOP / job.builder
    command = [sys.executable, "-m", "sphinx", "-b", job.builder, "-j", job.jobs]
    command += ["-q", "-d", str(root / WORKSHOP / job.read), str(root), str(outdir)]
    command += ["-W", "--keep-going"] if job.strict else []
    command += [part for each in job.settings for part in ("-D", each)]
    environment = {**os.environ, "PYTHONHASHSEED": "0"}
    if subprocess.run(command, env=environment, check=False).returncode:  # noqa: S603
        raise BuildError(job.builder)
    return outdir


def run_side_by_side(root: Path, builders: Sequence[str]) -> Mapping[str, Path]:
    """Return the folders that builders have filled, side by side, each with read pages of its own.

    :class:`BuildError` of the first that failed, once all have ended.
    """
    jobs = [Job(builder, read=f"{READ}-{builder}") for builder in builders]
    for job in jobs:
        shutil.rmtree(root / WORKSHOP / job.read, ignore_errors=True)
        shutil.copytree(root / WORKSHOP / READ, root / WORKSHOP / job.read)
    with ThreadPoolExecutor(len(jobs)) as threads:
        running = {job.builder: threads.submit(run_sphinx, root, job) for job in jobs}
    return {builder: each.result() for builder, each in running.items()}


def replace_folder(source: Path, target: Path, *, ignore: Sequence[str] = ()) -> None:
    """Make ``target`` a copy of ``source``; at no time is there a half-copied ``target``."""
    new, old = target.with_name(f"{target.name}.neu"), target.with_name(f"{target.name}.alt")
    target.parent.mkdir(parents=True, exist_ok=True)
    if old.exists() and not target.exists():  # broken off between the two renamings below
        old.rename(target)
    for leftover in (new, old):
        shutil.rmtree(leftover, ignore_errors=True)
    shutil.copytree(source, new, ignore=shutil.ignore_patterns(*ignore))
    if target.exists():
        target.rename(old)
    new.rename(target)
    shutil.rmtree(old, ignore_errors=True)


def replace_file(source: Path, target: Path) -> None:
    """Make ``target`` a copy of ``source``; readers see the old file or the new one."""
    target.parent.mkdir(parents=True, exist_ok=True)
    beside = target.with_name(f".{target.name}.neu")
    shutil.copyfile(source, beside)
    beside.replace(target)
