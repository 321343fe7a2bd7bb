"""The command ``uebertragen``: answers of an older edition for the workbook of this one."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

from sphinx.config import Config
from sphinx.errors import ConfigError
from sphinx.util.tags import Tags

from ..buch.edition import read_edition
from ..formular.answers import Ruecklauf
from ..formular.json_file import write_json
from ..formular.transfer import annex, transfer, with_old_names
from ..reading.blaetter import read_sheets
from ..reading.files import load_bestand
from ..reading.refused import RefusedFileError
from .beside import put_beside
from .build import OUTPUT, BuildError
from .refilled import refilled
from .returned import read_return

DONE, FINDINGS, WRONG_USE = 0, 1, 2
FOLDER = "uebertragen"
SETTING = "book_edition"
NO_PAGES = "Die Word-Datei fehlt: Die Seiten lassen sich nicht lesen. Bitte zuerst prüfen."
Runner = Callable[[Callable[[Path], int], argparse.Namespace], int]


def add_transfer(
    commands: argparse._SubParsersAction[argparse.ArgumentParser], in_project: Runner
) -> None:
    """Add the command ``uebertragen``."""
    parser = commands.add_parser(
        "uebertragen", help="Antworten einer älteren Ausgabe in die neue übernehmen"
    )
    parser.add_argument("datei", type=Path, help="zurückgeschickte Datei")
    parser.add_argument("--wurzel", type=Path, metavar="DIR", help="Projektordner")
    parser.set_defaults(
        command=lambda options: in_project(partial(uebertragen, file=options.datei), options)
    )


def uebertragen(root: Path, *, file: Path) -> int:
    """Write the answers for this edition, sheets filled with them, and what has no place there.

    Findings if there is something to look at.
    """
    loaded = load_bestand(root)
    sheets = read_sheets(loaded)
    try:
        old = read_return(file, with_old_names(sheets, loaded.renamed))
        edition = current_edition(root)
    except (RefusedFileError, ConfigError) as error:
        print(error, file=sys.stderr)
        return WRONG_USE
    moved = transfer(old, sheets, loaded.renamed, edition)
    folder = root / OUTPUT / FOLDER
    answers = put_beside(folder / f"{file.stem}.json", write_json(moved.ruecklauf))
    count = len(moved.ruecklauf.antworten)
    print(f"{count} {'Antwort' if count == 1 else 'Antworten'} in {_shown(answers, root)}")
    code = _in_word(moved.ruecklauf, answers.with_suffix(".docx"), root)
    text = annex(moved, sheets)
    if not text:
        return code
    notes = put_beside(answers.with_name(f"{answers.stem}-anhang.md"), text.encode())
    print(f"Bitte ansehen: {_shown(notes, root)}")
    return FINDINGS


def _in_word(ruecklauf: Ruecklauf, target: Path, root: Path) -> int:
    """Write the filled sheets and return the exit code."""
    try:
        made = refilled(root, ruecklauf)
    except BuildError:
        print(NO_PAGES, file=sys.stderr)
        return FINDINGS
    print(f"Ausgefüllt in Word: {_shown(put_beside(target, made.blob), root)}")
    if not made.left_out:
        return DONE
    which = "1 Antwort steht" if made.left_out == 1 else f"{made.left_out} Antworten stehen"
    print(f"{which} nur in der JSON-Datei: Auf dem Blatt ist kein Platz dafür.")
    return FINDINGS


def current_edition(root: Path) -> str:
    """Return the number of the edition that ``conf.py`` names, empty if it names none.

    ``ConfigError`` for a file that cannot be read.
    """
    config = Config.read(root, overrides={}, tags=Tags())
    config.add(SETTING, None, "env", ())
    edition = read_edition(config[SETTING])
    return edition.number if edition else ""


def _shown(path: Path, root: Path) -> str:
    return path.relative_to(root).as_posix()
