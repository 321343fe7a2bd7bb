"""The command ``vergleichen``: the finished files hold everything that the pages say."""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..vergleich.run import Result

DONE, FINDINGS, WRONG_USE = 0, 1, 2
BUILDERS = ("docx", "pdf")
Runner = Callable[[Callable[[Path], int], argparse.Namespace], int]


def add_compare(
    commands: argparse._SubParsersAction[argparse.ArgumentParser], in_project: Runner
) -> None:
    """Add the command; ``in_project`` runs it on this project unless a source is named."""
    parser = commands.add_parser("vergleichen", help="Word und PDF mit den Seiten vergleichen")
    parser.add_argument("--wurzel", type=Path, metavar="DIR", help="Projektordner")
    parser.add_argument(
        "--quelle", type=Path, metavar="DIR", help="anderes Sphinx-Projekt (Ordner mit conf.py)"
    )
    parser.add_argument("--nur", choices=BUILDERS, help="nur eines der beiden Formate")
    parser.set_defaults(command=partial(_run, in_project))


def _run(in_project: Runner, options: argparse.Namespace) -> int:
    builders = (options.nur,) if options.nur else BUILDERS
    if options.quelle is None:
        return in_project(partial(vergleichen, builders=builders), options)
    if not (options.quelle / "conf.py").is_file():
        print(f"In „{options.quelle}“ liegt keine conf.py.", file=sys.stderr)
        return WRONG_USE
    return vergleichen(options.quelle.resolve(), builders=builders)


def vergleichen(source: Path, *, builders: Iterable[str] = BUILDERS) -> int:
    """Build the books of the project in ``source``, compare them and print what is amiss."""
    try:
        from ..vergleich.run import CompareError, compare_project
    except ImportError:
        print(
            "Für den Vergleich fehlt ein Baustein. Bitte: pip install 'kompasswerk[vergleich]'",
            file=sys.stderr,
        )
        return WRONG_USE
    with tempfile.TemporaryDirectory() as work:
        try:
            results = list(compare_project(source, Path(work), tuple(builders)))
        except CompareError as error:
            print(error, file=sys.stderr)
            return FINDINGS
    for result in results:
        print(report(result))
    return FINDINGS if any(result.findings for result in results) else DONE


def report(result: Result) -> str:
    """Return the faults of one file, one a line, or the sentence that there are none."""
    if not result.findings:
        return f"{result.name}: nichts fehlt; {result.pieces} Textstücke an ihrem Platz."
    lines = [f"{result.name}: {len(result.findings)} Abweichungen"]
    return "\n".join([*lines, *(f"  {finding}" for finding in result.findings)])
