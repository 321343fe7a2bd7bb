"""The commands that make and check outputs: handbuch, vorschau, links."""

from __future__ import annotations

import argparse
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

from ..checks.report import as_text
from ..checks.run import check
from ..docx.template import build_template
from ..model.findings import Severity
from ..reading.files import load_bestand
from ..reading.gestaltung import read_gestaltung
from ..redaktion.stand.linkstand import DamagedStateError
from .alliance_report import add_report
from .arbeitsbuch import add_workbook
from .build import WORKSHOP, BuildError
from .compare import add_compare
from .evaluate import add_evaluate
from .extract import add_extract
from .fallbogen import add_fallbogen
from .forms import add_forms
from .handbook import build_handbook, product_table
from .kurzinfo import add_kurzinfo
from .language import add_language
from .letters import add_letters
from .links import NoNetworkError, check_links
from .pilotpruefung import add_pilotpruefung
from .reading_back import add_reading_back
from .redaktion import add_redaktion
from .stand import add_state
from .supplement import add_supplement
from .teaser import add_teaser
from .transfer import add_transfer

DONE, FINDINGS = 0, 1


Command = Callable[[Path], int]
Runner = Callable[[Command, argparse.Namespace], int]


def add_commands(
    commands: argparse._SubParsersAction[argparse.ArgumentParser], in_project: Runner
) -> None:
    """Add the commands of this module; ``in_project`` finds the project and runs one there."""
    for name, command, text in (
        ("handbuch", handbuch, "Website, PDF, Word und ZIP bauen"),
        ("vorschau", vorschau, "Website beim Schreiben ansehen"),
        ("links", links, "Links ins Netz prüfen"),
        ("wordvorlage", wordvorlage, "Word-Vorlage aus der Gestaltung neu erzeugen"),
    ):
        parser = commands.add_parser(name, help=text)
        parser.add_argument("--wurzel", type=Path, metavar="DIR", help="Projektordner")
        parser.set_defaults(command=partial(in_project, command))
    add_compare(commands, in_project)
    add_extract(commands, in_project)
    add_supplement(commands, in_project)
    add_workbook(commands, in_project)
    add_language(commands, in_project)
    add_forms(commands, in_project)
    add_fallbogen(commands, in_project)
    add_redaktion(commands, in_project)
    add_pilotpruefung(commands, in_project)
    add_teaser(commands, in_project)
    add_kurzinfo(commands, in_project)
    add_transfer(commands, in_project)
    add_letters(commands, in_project)
    add_reading_back(commands, in_project)
    add_evaluate(commands, in_project)
    add_report(commands, in_project)
    add_state(commands, in_project)


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
        products = build_handbook(root, loaded, lambda text: print(text, flush=True))
    except BuildError as error:
        print(f"Der Bau von „{error}“ ist gescheitert; die letzte Ausgabe bleibt.", file=sys.stderr)
        return FINDINGS
    print(product_table(products, root))
    return DONE


def vorschau(root: Path) -> int:
    """Serve the website on this computer and rebuild it on every save; ends with Ctrl+C."""
    command = [
        sys.executable,
        "-m",
        "sphinx_autobuild",
        str(root),
        str(root / WORKSHOP / "vorschau"),
    ]
    command += ["--host", "127.0.0.1", "--port", "0", "--open-browser"]
    for pattern in ("_build/*", ".git/*", ".nox/*", ".venv/*", "*/.~lock.*"):
        command += ["--ignore", str(root / pattern)]
    try:
        return subprocess.run(command, check=False).returncode  # noqa: S603
    except KeyboardInterrupt:
        return DONE


def wordvorlage(root: Path) -> int:
    """Make the Word template anew from the design tokens."""
    gestaltung = read_gestaltung(root / "_templates/gestaltung.yaml")
    target = root / "_templates/word/kompass.docx"
    build_template(gestaltung, target)
    print(f"{target.relative_to(root).as_posix()} ist neu erzeugt.")
    return DONE


def links(root: Path) -> int:
    """Ask every address on the web and write a report; dead addresses are no failure."""
    print("Alle Adressen werden gefragt; das dauert einige Minuten …", flush=True)
    try:
        report = check_links(root, date.today())
    except BuildError:
        print("Die Seiten lassen sich nicht lesen. Bitte zuerst prüfen.", file=sys.stderr)
        return FINDINGS
    except (DamagedStateError, NoNetworkError) as error:
        print(error, file=sys.stderr)
        return FINDINGS
    print(report.text())
    return DONE
