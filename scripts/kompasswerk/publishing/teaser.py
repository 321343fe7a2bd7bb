"""The command ``teaser``: the teaser bank as files for press, newsletter and social media."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from pathlib import Path

from sphinx.config import Config
from sphinx.util.tags import Tags

from ..checks.report import as_line
from ..checks.run import check
from ..reading.files import TEASER, load_bestand
from ..reading.wording import nearest
from ..teaserbank import files
from ..teaserbank.entries import counted, entries
from .beside import put_beside
from .build import OUTPUT

DONE, FINDINGS, WRONG_USE = 0, 1, 2
FOLDER = "teaser"
EXPORTS = {
    "presse.txt": files.press,
    "newsletter.html": files.newsletter_html,
    "newsletter.txt": files.newsletter_text,
    "soziale-medien.csv": files.social,
}
NOT_SOUND = "Ausgegeben wird erst, wenn das behoben ist."
NOTHING = "Dazu gibt es keinen Teaser, der noch nicht verwendet ist."
NO_ADDRESS = (
    "Hinweis: In conf.py fehlt die Webadresse des Handbuchs (html_baseurl). Die Adressen der "
    "Teaser sind deshalb unvollständig."
)
Runner = Callable[[Callable[[Path], int], argparse.Namespace], int]


def add_teaser(
    commands: argparse._SubParsersAction[argparse.ArgumentParser], in_project: Runner
) -> None:
    """Add the command ``teaser``."""
    parser = commands.add_parser("teaser", help="Teaser für Presse, Newsletter, soziale Medien")
    parser.add_argument("seite", nargs="*", help="nur diese, zum Beispiel blank-jena")
    parser.add_argument("--unbenutzt", action="store_true", help="nur noch nicht verwendete")
    parser.add_argument("--wurzel", type=Path, metavar="DIR", help="Projektordner")
    parser.set_defaults(
        command=lambda options: in_project(
            partial(teaser, only=options.seite, unused=options.unbenutzt), options
        )
    )


def teaser(root: Path, *, only: Sequence[str] = (), unused: bool = False) -> int:
    """Write the files and say where they lie and how many teasers there are.

    1 if a teaser claims what its page does not support: then nothing is written. 2 for a page
    without teaser.
    """
    loaded = load_bestand(root)
    known = [each.seite for each in loaded.teaser]
    unknown = next((each for each in only if each not in known), None)
    if unknown is not None:
        near = nearest(unknown, known)
        hint = f" Meinen Sie „{near}“?" if near else ""
        print(f"Zu „{unknown}“ gibt es keinen Teaser.{hint}", file=sys.stderr)
        return WRONG_USE
    wrong = [each for each in check(loaded, date.today()) if each.path in TEASER.values()]
    if wrong:
        print("\n".join([*map(as_line, wrong), NOT_SOUND]), file=sys.stderr)
        return FINDINGS
    base = web_address(root)
    found = [*entries(loaded, base, only, unused=unused)]
    print(counted(loaded))
    if not found:
        print(NOTHING)
        return DONE
    for name, written in EXPORTS.items():
        path = put_beside(root / OUTPUT / FOLDER / name, written(found).encode())
        print(path.relative_to(root).as_posix())
    if not base:
        print(NO_ADDRESS)
    return DONE


def web_address(root: Path) -> str:
    """Return the address of the website with a slash at its end, empty for none."""
    if not (root / "conf.py").is_file():
        return ""
    config = Config.read(root, overrides={}, tags=Tags())
    config.add("html_baseurl", "", "html", ())
    own = str(config.html_baseurl)
    return f"{own.rstrip('/')}/" if own else ""
