"""``nox -s messen``: measure all programs on all subjects and write the results."""

from __future__ import annotations

import argparse
import sys
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path
from typing import Any

from .environments import ROOT, Environment, environment
from .machine import machine
from .report import report
from .results import Row, measured, stored
from .subjects import DEFAULT, HANDBOOK_NAME, LARGER, prepared
from .tools import TOOLS, Tool, version

HERE = Path(__file__).parent
WORK = ROOT / "_build/messungen"
SHORT = (HANDBOOK_NAME,)


def main(arguments: list[str]) -> int:
    """Measure as the arguments say; always 0, because a program that fails is a result."""
    options = _options(arguments)
    given = dict(options.quelle)
    names = options.projekte or (SHORT if options.kurz else DEFAULT)
    work = WORK / "arbeit"

    @lru_cache
    def own_environment(name: str) -> Environment:
        return environment(name, WORK / "umgebungen")

    rows: list[Row] = []
    for name in names:
        subject = prepared(name, WORK / "quellen", given.get(name))
        for tool in _tools(options.werkzeuge, name):
            rows.append(measured(tool, subject, work, own_environment))
            _tell(rows[-1])
    facts = _facts({tool.name: version(tool, own_environment(tool.environment)) for tool in TOOLS})
    folder: Path = options.ziel
    stored(rows, facts, folder / "ergebnisse.json")
    method = (HERE / "verfahren.md").read_text(encoding="utf-8")
    (folder / "ergebnisse.md").write_text(report(rows, facts, method), encoding="utf-8")
    sys.stdout.write(f"Die Ergebnisse liegen in {folder}.\n")
    return 0


def _tools(wanted: list[str], subject: str) -> list[Tool]:
    """Return the programs for a subject; the larger sets are for ours alone."""
    chosen = [tool for tool in TOOLS if not wanted or tool.name in wanted]
    return [tool for tool in chosen if tool.name == "wir"] if subject in LARGER else chosen


def _facts(versions: dict[str, str]) -> dict[str, Any]:
    day = datetime.now(UTC).strftime("%d.%m.%Y")
    return {"Datum": day, "Rechner": machine(), "Versionen": versions}


def _tell(row: Row) -> None:
    what = row.error or f"{row.seconds:.2f} s, {row.peak or 0:.0f} MB, {row.quality}"
    sys.stdout.write(f"{row.subject} | {row.format} | {row.tool} | {what}\n")
    sys.stdout.flush()


def _options(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="nox -s messen --", description=__doc__)
    parser.add_argument("--kurz", action="store_true", help="nur das Handbuch")
    parser.add_argument("--projekte", nargs="+", metavar="NAME", help=f"aus: {', '.join(DEFAULT)}")
    names = list(dict.fromkeys(tool.name for tool in TOOLS))
    parser.add_argument("--werkzeuge", nargs="+", metavar="NAME", choices=names, default=[],
                        help=f"aus: {', '.join(names)}")  # fmt: skip
    parser.add_argument(
        "--quelle",
        action="append",
        type=_source,
        default=[],
        metavar="NAME=ORDNER",
        help="echte Quellen: Ordner mit conf.py in einem Klon",
    )
    parser.add_argument("--ziel", type=Path, default=HERE, help="Ordner für die Ergebnisse")
    options = parser.parse_args(arguments)
    known = {*DEFAULT, *dict(options.quelle)}
    unknown = [name for name in options.projekte or () if name not in known]
    if unknown:
        parser.error(f"Unbekannt: {', '.join(unknown)}; mit --quelle NAME=ORDNER geht es.")
    return options


def _source(text: str) -> tuple[str, Path]:
    name, _, folder = text.partition("=")
    path = Path(folder).resolve()
    if not name or not (path / "conf.py").exists():
        raise argparse.ArgumentTypeError(f"„{text}“: erwartet NAME=ORDNER mit conf.py darin")
    return name, path


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
