"""``nox -s baumessung``: how long the website with a thousand cases takes, ours and others'.

Ours builds everything it has, on all cores. MkDocs Material and Zensical build the same pages
in plain Markdown with search and navigation. The time on the clock depends on what else the
machine does; the seconds of computing are what to compare when it is busy.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from .environments import ROOT, Environment, environment
from .faelle import many_cases
from .machine import machine
from .running import Command, Run, run
from .schlicht import plain_project

WORK = ROOT / "_build/messungen/website"
REPORT = Path(__file__).parent / "website.md"
LIMIT = 3600.0
OURS, MKDOCS, ZENSICAL = "wir", "mkdocs-material", "zensical"
EDITED = "bestpractice/blank-jena.md"
EDIT = ("Jena ist keine Stadt mit viel Leerstand.", "Jena hat wenig Leerstand.")


@dataclass(frozen=True)
class Measured:
    """One run: which tool and version, how many cases, a whole build or one edit."""

    tool: str
    cases: int
    task: str
    run: Run


def ours(cases: int, own: Environment) -> Iterator[Measured]:
    """Yield a whole build, one where nothing has changed, and one after an edit."""
    source = many_cases(WORK / f"wir-{cases}", cases)
    out = source.with_name(f"wir-{cases}-aus")
    shutil.rmtree(out, ignore_errors=True)
    command: Command = [own.program("python"), "-m", "sphinx", "-b", "html", "-q", "-j", "auto"]
    command += ["-d", out / "gelesen", source, out / "html"]
    yield from _three(OURS, cases, partial(run, command, WORK / "wir.txt", limit=LIMIT), source)


def others(cases: int, tool: str, own: Environment) -> Iterator[Measured]:
    """Yield the same three of another tool, on the same pages in plain Markdown."""
    source = many_cases(WORK / "vorlage", cases)
    target = WORK / f"{tool}-{cases}"
    shutil.rmtree(target, ignore_errors=True)
    plain_project(source, target)
    programs: Mapping[str, Command] = {
        MKDOCS: [own.program("mkdocs"), "build", "-q"],
        ZENSICAL: [own.program("zensical"), "build", "-f", "zensical.toml"],
    }
    once = partial(run, programs[tool], WORK / f"{tool}.txt", folder=target, limit=LIMIT)
    yield from _three(own.version, cases, once, target / "docs")


def _three(tool: str, cases: int, once: Callable[[], Run], folder: Path) -> Iterator[Measured]:
    yield Measured(tool, cases, "alles", once())
    yield Measured(tool, cases, "nichts geändert", once())
    page = folder / EDITED
    page.write_text(page.read_text(encoding="utf-8").replace(*EDIT), encoding="utf-8")
    yield Measured(tool, cases, "ein Satz geändert", once())


def report(found: Sequence[Measured]) -> str:
    """Return the measurement as Markdown."""
    day = datetime.now(UTC).date().isoformat()
    about = ", ".join(f"{name}: {value}" for name, value in machine().items())
    load = os.getloadavg()[0] if hasattr(os, "getloadavg") else 0.0
    lines = [
        "# Bauzeit der Website",
        "",
        f"Gemessen am {day} mit `nox -s baumessung`. {about}.",
        f"Last der Maschine am Ende: {load:.1f}.",
        "",
        "Zu den Fällen kommen alle anderen Seiten des Handbuchs. Wir bauen alles, was die",
        "Website hat, auf allen Kernen; die anderen bauen dieselben Seiten in schlichtem Markdown",
        "mit Suche und Navigation. „Rechenzeit“ zählt alle Kerne. Auch sie schwankt auf dieser",
        "Maschine bis zur Hälfte; vergleichbar ist, was in einem Lauf gemessen wurde.",
        "",
        "| Werkzeug | Fälle | Auftrag | Uhr | Rechenzeit | Spitze |",
        "|---|---|---|---|---|---|",
    ]
    lines += [_row(each) for each in found]
    return "\n".join(lines) + "\n"


def _row(each: Measured) -> str:
    if each.run.error:
        return f"| {each.tool} | {each.cases} | {each.task} | {each.run.error} | | |"
    cpu = f"{each.run.cpu:.1f} s" if each.run.cpu is not None else "unbekannt"
    peak = f"{each.run.peak:.0f} MB" if each.run.peak is not None else "unbekannt"
    cells = f"{each.run.seconds:.1f} s | {cpu}".replace(".", ",")
    return f"| {each.tool} | {each.cases} | {each.task} | {cells} | {peak} |"


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and write the report; always 0, because a bad result is a result."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--faelle", type=int, default=1000, help="so viele Fälle (1000)")
    parser.add_argument("--viele", type=int, default=5000, help="zweite Zahl, 0: keine (5000)")
    parser.add_argument("--nur-wir", action="store_true", help="ohne die anderen Werkzeuge")
    options = parser.parse_args(arguments)
    own = environment(OURS, WORK.parent)
    # Ours come one after the other: how much longer more pages take shows only on a machine that
    # is equally fast for both.
    found: list[Measured] = []
    for tool in () if options.nur_wir else (MKDOCS, ZENSICAL):
        place = environment(tool, WORK.parent)
        if place.error:
            found.append(Measured(tool, options.faelle, "", Run(0, error=place.error)))
        else:
            found += others(options.faelle, tool, place)
    for cases in filter(None, (options.faelle, options.viele)):
        found += ours(cases, own)
    REPORT.write_text(report(found), encoding="utf-8")
    sys.stdout.write(f"Die Ergebnisse liegen in {REPORT}.\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
