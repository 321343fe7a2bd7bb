"""The commands that make and check outputs: handbuch, vorschau, links."""

from __future__ import annotations

import argparse
import subprocess
import sys
from datetime import date
from pathlib import Path

from ..checks.report import as_text
from ..checks.run import check
from ..model.findings import Severity
from ..reading.files import load_bestand
from .build import WORKSHOP, BuildError
from .handbook import build_handbook, product_table
from .links import check_links

DONE, FINDINGS = 0, 1


def add_commands(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the commands of this module to the command line."""
    for name, command, text in (
        ("handbuch", handbuch, "Website, PDF, Word und ZIP bauen"),
        ("vorschau", vorschau, "Website beim Schreiben ansehen"),
        ("links", links, "Links ins Netz prüfen"),
    ):
        parser = commands.add_parser(name, help=text)
        parser.add_argument("--wurzel", type=Path, metavar="DIR", help="Projektordner")
        parser.set_defaults(command=command)


def handbuch(root: Path) -> int:
    """Check all content, then build everything and say what was made."""
    loaded = load_bestand(root)
    findings = check(loaded, date.today())
    if findings:
        print(as_text(findings, len(loaded.pages)))
    if any(finding.severity is Severity.ERROR for finding in findings):
        print("Das Handbuch wird erst gebaut, wenn die Fehler behoben sind.", file=sys.stderr)
        return FINDINGS
    try:
        products = build_handbook(root, loaded.bestand, lambda text: print(text, flush=True))
    except BuildError as error:
        print(f"Der Bau von „{error}“ ist gescheitert; die letzte Ausgabe bleibt.", file=sys.stderr)
        return FINDINGS
    print(product_table(products, root))
    return DONE


def vorschau(root: Path) -> int:
    """Serve the website on this computer and rebuild it on every save; ends with Ctrl+C."""
    command = [sys.executable, "-m", "sphinx_autobuild", str(root), str(root / WORKSHOP / "vorschau")]
    command += ["--host", "127.0.0.1", "--port", "0", "--open-browser"]
    for pattern in ("_build/*", ".git/*", ".nox/*", ".venv/*", "*/.~lock.*"):
        command += ["--ignore", str(root / pattern)]
    try:
        return subprocess.run(command, check=False).returncode  # noqa: S603
    except KeyboardInterrupt:
        return DONE


def links(root: Path) -> int:
    """Ask every address on the web and write a report."""
    report = check_links(root)
    print(report.text())
    return FINDINGS if report.broken else DONE
