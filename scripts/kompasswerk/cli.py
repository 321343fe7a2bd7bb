"""The German commands; each delegates to a package and returns an exit code.

0: done. 1: findings that need mending. 2: wrong use, or a file that cannot be written.
130: interrupted.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from . import __version__
from .checks.field_table import field_tables
from .checks.report import as_json, as_sarif, as_text
from .checks.run import check
from .checks.select import PathError, select
from .checks.table import rule_table
from .model.findings import Severity
from .publishing.arguments import Arguments
from .publishing.commands import Command as ProjectCommand, add_commands
from .publishing.stoerung import in_german
from .reading.files import LISTEN, load_bestand
from .reading.new_page import KINDS, NewPageError, new_page

DONE, FINDINGS, WRONG_USE, INTERRUPTED = 0, 1, 2, 130
NO_PROJECT = "Hier ist kein Kompass. Bitte im Projektordner starten oder --wurzel angeben."
Command = Callable[[argparse.Namespace], int]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code; argparse exits by itself with 2 on wrong use."""
    # Windows consoles without UTF-8 would otherwise fail on the quotation marks of a message.
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    options = _parser().parse_args(arguments)
    command: Command = options.command
    try:
        return _finished(command(options))
    except KeyboardInterrupt:
        print("Abgebrochen. Fertige Ausgaben bleiben, wie sie waren.", file=sys.stderr)
        return INTERRUPTED
    except BrokenPipeError:  # the reader, such as „head“, has had enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return INTERRUPTED
    except OSError as error:
        return _complain(in_german(error))


def pruefen(options: argparse.Namespace) -> int:
    """Check all pages, or those that are named, and report."""
    root = _root(options.wurzel)
    if root is None:
        return _complain(NO_PROJECT)
    today = date.today()
    try:
        selection = select(options.pfad, root)
    except PathError as error:
        return _complain(str(error))
    loaded = load_bestand(root, selection.extra)
    findings = [finding for finding in check(loaded, today) if selection.has(finding.path)]
    pages = sum(selection.has(page.path) for page in loaded.pages)
    print(as_json(findings) if options.json else as_text(findings, pages))
    if options.sarif is not None:
        options.sarif.write_text(as_sarif(findings, __version__) + "\n", encoding="utf-8")
    failed = any(finding.severity is Severity.ERROR for finding in findings)
    return FINDINGS if failed else DONE


def regeln(options: argparse.Namespace) -> int:
    """Print the table of all rules."""
    print(rule_table(), end="")
    return DONE


def felder(options: argparse.Namespace) -> int:
    """Print the tables of all keys."""
    print(field_tables(), end="")
    return DONE


def neu(options: argparse.Namespace) -> int:
    """Make a new page from its template."""
    root = _root(options.wurzel)
    if root is None:
        return _complain(NO_PROJECT)
    try:
        path = new_page(root, options.art, options.slug, date.today())
    except NewPageError as error:
        return _complain(str(error))
    print(f"{path.relative_to(root).as_posix()} ist angelegt. Bitte ausfüllen und prüfen.")
    return DONE


def in_project(command: ProjectCommand, options: argparse.Namespace) -> int:
    """Run a command in the project's folder; wrong use if there is none."""
    root = _root(options.wurzel)
    return _complain(NO_PROJECT) if root is None else command(root)


def _parser() -> argparse.ArgumentParser:
    parser: argparse.ArgumentParser = Arguments(
        prog="kompasswerk", description="Werkzeug für den Kompass."
    )
    parser.add_argument(
        "--version", action="version", version=__version__, help="die Fassung nennen"
    )
    commands = parser.add_subparsers(required=True, metavar="BEFEHL", title="Befehle")
    one = commands.add_parser("pruefen", help="alle Inhalte prüfen")
    one.add_argument("pfad", nargs="*", type=Path, help="nur diese Dateien oder Ordner")
    one.add_argument("--json", action="store_true", help="Ergebnis als JSON")
    one.add_argument("--sarif", type=Path, metavar="DATEI", help="Ergebnis auch als SARIF")
    one.add_argument("--wurzel", type=Path, metavar="DIR", help="Projektordner")
    one.set_defaults(command=pruefen)
    two = commands.add_parser("regeln", help="Tabelle aller Regeln ausgeben")
    two.set_defaults(command=regeln)
    three = commands.add_parser("neu", help="neue Seite aus der Vorlage anlegen")
    three.add_argument("art", choices=KINDS)
    three.add_argument("slug", help="Dateiname ohne .md, zum Beispiel blank-jena")
    three.add_argument("--wurzel", type=Path, metavar="DIR", help="Projektordner")
    three.set_defaults(command=neu)
    four = commands.add_parser("felder", help="Tabellen aller Angaben ausgeben")
    four.set_defaults(command=felder)
    add_commands(commands, in_project)
    return parser


def _root(given: Path | None) -> Path | None:
    """Return the project's folder: the given one, or the nearest one upwards from here."""
    here = (given or Path.cwd()).resolve()
    candidates = (here,) if given is not None else (here, *here.parents)
    return next((folder for folder in candidates if (folder / LISTEN).is_file()), None)


def _finished(code: int) -> int:
    """Return the code once everything said has reached its reader."""
    sys.stdout.flush()
    return code


def _complain(message: str) -> int:
    print(message, file=sys.stderr)
    return WRONG_USE


if __name__ == "__main__":
    sys.exit(main())
