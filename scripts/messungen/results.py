"""One row for each program and subject."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from .environments import Environment
from .running import Command, run, shown
from .subjects import Subject, plain
from .tools import OUR_EXTENSIONS, Bench, Failed, Tool, read


@dataclass(frozen=True)
class Row:
    """What one program did with one subject.

    Seconds and megabytes are of the measured step; ``cpu`` are its seconds of computing, on all
    cores, ``before`` the seconds of what had to come first (reading, HTML). ``quality`` are the
    counts of ``quality``; ``error`` says why there is nothing to count.
    """

    subject: str
    origin: str
    format: str
    tool: str
    seconds: float | None = None
    inside: float | None = None
    before: float | None = None
    peak: float | None = None
    cpu: float | None = None
    size: int | None = None
    quality: dict[str, int] = field(default_factory=dict)
    error: str = ""


def measured(
    tool: Tool, subject: Subject, work: Path, environments: Callable[[str], Environment]
) -> Row:
    """Let a program work on a subject and check what it made; it never raises for a program."""
    folder = work / plain(subject.name) / plain(f"{tool.format}-{tool.name}")
    bench = Bench(subject, folder, environments)
    folder.mkdir(parents=True, exist_ok=True)
    row = Row(subject.name, subject.origin, tool.format, tool.name)
    try:
        made = tool.make(bench)
        if made.run.error:
            raise Failed(made.run.error)
        files = [file for file in made.files if file.exists()]
        if not files:
            raise Failed("endet ohne Fehler und ohne Datei")
        quality = _checked(bench, tool.format, files)
    except Failed as failed:
        return Row(**{**asdict(row), "error": str(failed)})
    facts: dict[str, Any] = {
        "seconds": made.run.seconds,
        "inside": made.inside,
        "before": made.before.seconds,
    }
    size = sum(file.stat().st_size for file in files)
    facts |= {"peak": made.run.peak, "cpu": made.run.cpu, "size": size, "quality": quality}
    return Row(**{**asdict(row), **facts})


def _checked(bench: Bench, kind: str, files: list[Path]) -> dict[str, int]:
    """Return the counts of finished files; ``Failed`` if they cannot be read."""
    python = bench.program("wir", "python")
    expected = _expected(bench, kind, python)
    log = bench.log("pruefen")
    done = run([python, "-m", "messungen.quality", kind, expected, *files], log)
    if done.error:
        raise Failed(f"unlesbar: {done.error}")
    counts: dict[str, int] = json.loads(log.read_text("utf-8").splitlines()[-1])
    return counts


def _expected(bench: Bench, kind: str, python: Path) -> Path:
    """Return the file with what a book must hold; it is made once for each subject."""
    home = bench.folder.parent / "erwartet"
    target = home / f"{kind}.pickle"
    if not target.exists():
        own = Bench(bench.subject, home, bench.environments)
        home.mkdir(parents=True, exist_ok=True)
        read(own, "wir", OUR_EXTENSIONS)
        command: Command = [
            python,
            "-m",
            "messungen.writing",
            kind,
            bench.subject.source,
            home / "aus",
        ]
        command += [home / "doctrees", "--expected", target]
        done = run(command, own.log("erwartet"), env=OUR_EXTENSIONS)
        if done.error:
            raise Failed(f"was zu erwarten ist, bleibt unbekannt: {shown(done.error)}")
    return target


def stored(rows: list[Row], facts: dict[str, Any], path: Path) -> None:
    """Write rows and the facts about the measurement as JSON."""
    data = {**facts, "Zeilen": [asdict(row) for row in rows]}
    path.write_text(json.dumps(data, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
