"""The commands about language: rechtschreibung and lesbarkeit."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

from ..checks.readability import readings
from ..checks.spelling import OWN_WORDS, SpellingError, hunspell, own_words, unknown_words
from ..reading.files import load_bestand

DONE, FINDINGS, WRONG_USE = 0, 1, 2
Runner = Callable[[Callable[[Path], int], argparse.Namespace], int]


def add_language(
    commands: argparse._SubParsersAction[argparse.ArgumentParser], in_project: Runner
) -> None:
    """Add both commands; ``in_project`` finds the project and runs one there."""
    for name, command, text in (
        ("rechtschreibung", rechtschreibung, "unbekannte Wörter in allen Inhalten nennen"),
        ("lesbarkeit", lesbarkeit, "wie leicht sich jede Seite liest (LIX)"),
    ):
        parser = commands.add_parser(name, help=text)
        parser.add_argument("--wurzel", type=Path, metavar="DIR", help="Projektordner")
        parser.set_defaults(command=partial(in_project, command))


def rechtschreibung(root: Path) -> int:
    """Print every unknown word with its first place and how often it stands."""
    pages = load_bestand(root).pages
    try:
        unknown = unknown_words(pages, own_words(root), hunspell)
    except SpellingError as error:
        print(error, file=sys.stderr)
        return WRONG_USE
    for each in unknown:
        more = f" ({each.count}-mal)" if each.count > 1 else ""
        print(f"{each.path}:{each.line}: „{each.word}“ ist unbekannt{more}.")
    if unknown:
        print(f"{len(unknown)} unbekannte Wörter. Bitte berichtigen oder in {OWN_WORDS} aufnehmen.")
        return FINDINGS
    print(f"{len(pages)} Seiten geprüft: keine unbekannten Wörter.")
    return DONE


def lesbarkeit(root: Path) -> int:
    """Print LIX, words and path of every page, hardest first."""
    print(" LIX  Wörter  Seite")
    for path, found in readings(load_bestand(root).pages):
        print(f"{found.lix:4.0f}  {found.words:6}  {path}")
    return DONE
