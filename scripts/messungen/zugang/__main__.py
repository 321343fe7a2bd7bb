"""``nox -s zugang``: build the website, measure it, write data and report.

Returns 0 without findings, 1 with findings, 2 if used wrongly or if a program is missing.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

from playwright.sync_api import Error

from ..environments import ROOT
from .measuring import measure
from .pages import PAGES
from .programs import MissingProgramError, installed
from .result import as_data, as_report

WORK = ROOT / "_build/zugang"
RESULTS = Path(__file__).parents[1]


def main(arguments: list[str]) -> int:
    """Measure as the arguments say."""
    options = _options(arguments)
    try:
        programs = installed(WORK / "npm")
        site: Path = options.website or built()
        done = measure(site.resolve(), programs, options.seiten)
    except (MissingProgramError, FileNotFoundError, RuntimeError, Error) as error:
        sys.stderr.write(f"Die Messung ist abgebrochen. {error}\n")
        return 2
    data = as_data(done, options.tag)
    text = json.dumps(data, ensure_ascii=False, indent=2) + "\n"
    (options.ziel / "zugang.json").write_text(text, encoding="utf-8")
    (options.ziel / "zugang.md").write_text(as_report(data), encoding="utf-8")
    for finding in done.all_findings():
        sys.stdout.write(f"{finding}\n")
    count = len(done.all_findings())
    sys.stdout.write(f"{count} Befunde. Die Ergebnisse liegen in {options.ziel}.\n")
    return 1 if count else 0


def built() -> Path:
    """Build the website of this project; return its folder."""
    out = WORK / "website"
    command = [sys.executable, "-m", "sphinx", "-b", "html", "-q", "-d", str(WORK / "gelesen")]
    done = subprocess.run([*command, str(ROOT), str(out)], check=False)  # noqa: S603
    if done.returncode:
        message = "Die Website ließ sich nicht bauen; die Meldungen von Sphinx stehen darüber."
        raise RuntimeError(message)
    return out


def _options(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="nox -s zugang --", description=__doc__)
    parser.add_argument("--tag", type=_day, default=_today(), help="Tag der Messung: 2026-11-28")
    parser.add_argument("--website", type=_site, help="Ordner einer Website, die schon gebaut ist")
    names = [each.name for each in PAGES]
    parser.add_argument("--seiten", nargs="+", metavar="ART", choices=names, default=[],
                        help=f"nur diese Seitenarten: {', '.join(names)}")  # fmt: skip
    parser.add_argument("--ziel", type=_folder, help="Ordner für die Ergebnisse")
    options = parser.parse_args(arguments)
    # The handbook shows the last measurement of all types; a part goes there only if asked to.
    options.ziel = options.ziel or (WORK if options.seiten else RESULTS)
    return options


def _today() -> str:
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    moment = datetime.fromtimestamp(int(epoch), UTC) if epoch else datetime.now(UTC)
    return f"{moment:%Y-%m-%d}"


def _day(text: str) -> str:
    try:
        if re.fullmatch(r"\d{4}-\d\d-\d\d", text):
            return f"{datetime.strptime(text, '%Y-%m-%d').replace(tzinfo=UTC):%Y-%m-%d}"
    except ValueError:
        pass
    raise argparse.ArgumentTypeError(f"„{text}“ ist kein Tag wie 2026-11-28")


def _folder(text: str) -> Path:
    if not Path(text).is_dir():
        raise argparse.ArgumentTypeError(f"Den Ordner „{text}“ gibt es nicht")
    return Path(text)


def _site(text: str) -> Path:
    if not (Path(text) / "index.html").is_file():
        raise argparse.ArgumentTypeError(f"In „{text}“ liegt keine index.html")
    return Path(text)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
