"""The command ``ergaenzung``: what has changed since an older edition, as files to send out."""

from __future__ import annotations

import argparse
import io
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

from ..buch.blocks import Book, Part
from ..buch.placing import replace_file
from ..ergaenzung.changes import Change, Kind, changes
from ..ergaenzung.handbook import Handbook, NoEditionError, read_handbook
from ..ergaenzung.note import counted, note
from ..ergaenzung.redline import RedlineError, tracked
from ..reading.refused import RefusedFileError
from .build import OUTPUT, BuildError, Job, run_sphinx
from .extract import Selection, write_pages

DONE, FINDINGS, WRONG_USE = 0, 1, 2
BUILDERS = ("docx", "pdf")
FOLDER = "ergaenzung"
Runner = Callable[[Callable[[Path], int], argparse.Namespace], int]


class OldEditionError(Exception):
    """The older edition cannot be had; the message is a German sentence."""


@dataclass(frozen=True)
class Supplement:
    """What goes into a supplement: both editions and what differs."""

    old: Handbook
    new: Handbook
    changes: tuple[Change, ...]

    @property
    def pages(self) -> tuple[str, ...]:
        """The pages that it holds, in reading order."""
        return tuple(change.name for change in self.changes if change.kind is not Kind.GONE)

    @property
    def name(self) -> str:
        """Which editions it leads between, as part of a file name."""
        numbers = (self.old.manifest.number, self.new.manifest.number)
        kept = ("".join(c if c.isalnum() or c in ".-" else "-" for c in each) for each in numbers)
        return "-auf-".join(each.strip(".-") or "ohne-nummer" for each in kept)


def add_supplement(
    commands: argparse._SubParsersAction[argparse.ArgumentParser], in_project: Runner
) -> None:
    """Add the command ``ergaenzung``."""
    parser = commands.add_parser("ergaenzung", help="Änderungen seit einer älteren Ausgabe")
    parser.add_argument("alt", help="ältere Ausgabe: Word-Datei (.docx) oder Git-Tag")
    parser.add_argument("--wurzel", type=Path, metavar="DIR", help="Projektordner")
    parser.set_defaults(
        command=lambda options: in_project(partial(ergaenzung, alt=options.alt), options)
    )


def ergaenzung(root: Path, *, alt: str) -> int:
    """Write supplement and Word copy with tracked changes, and say where they lie."""
    try:
        old = old_edition(root, alt)
        new = read_handbook(_book(run_sphinx(root, Job("docx", strict=False))))
        found = Supplement(old, new, changes(old, new))
        if not found.changes:
            print("Seit dieser Ausgabe hat sich kein Kapitel geändert.")
            return DONE
        for path in write_supplement(root, found):
            print(path.relative_to(root).as_posix())
    except (OldEditionError, RefusedFileError, NoEditionError) as error:
        print(error, file=sys.stderr)
        return WRONG_USE
    except (BuildError, RedlineError) as error:
        print(f"Die Ergänzung ist nicht fertig geworden: {error}", file=sys.stderr)
        return FINDINGS
    print(counted(found.changes))
    if old.manifest.number == new.manifest.number:
        print(
            f"Hinweis: Beide Ausgaben tragen die Nummer {new.manifest.number}. Bitte erhöhen Sie "
            "die Nummer in conf.py (book_edition), bevor Sie die Ergänzung verschicken."
        )
    return DONE


def old_edition(root: Path, named: str) -> Handbook:
    """Return the older edition from a Word file, or built from what a Git tag holds."""
    path = Path(named)
    if path.suffix.lower() in (".docx", ".docm", ".doc"):
        if not path.is_file():
            raise OldEditionError(f"Die Datei „{named}“ gibt es nicht.")
        return read_handbook(path)
    with tempfile.TemporaryDirectory() as folder:
        _check_out(root, named, Path(folder))
        try:
            return read_handbook(_book(run_sphinx(Path(folder), Job("docx", strict=False))))
        except BuildError as error:
            raise OldEditionError(
                f"Der Stand „{named}“ lässt sich mit diesem Programm nicht mehr bauen. "
                "Bitte nehmen Sie die Word-Datei der alten Ausgabe."
            ) from error


def _check_out(root: Path, tag: str, folder: Path) -> None:
    """Put the files of a Git tag into a folder."""
    command = ["git", "-C", str(root), "archive", "--format=tar", "--end-of-options", tag]
    try:
        done = subprocess.run(command, capture_output=True, check=False)  # noqa: S603
    except FileNotFoundError as error:
        raise OldEditionError("Das Programm Git fehlt. Bitte nennen Sie eine .docx.") from error
    if done.returncode:
        raise OldEditionError(
            f"„{tag}“ ist weder eine Word-Datei noch ein Git-Tag. Alle Tags zeigt: git tag"
        )
    with tarfile.open(fileobj=io.BytesIO(done.stdout)) as archive:
        archive.extractall(folder, filter="data")


def _book(folder: Path) -> Path:
    """Return the Word book that a builder has put into a folder; the largest of several."""
    books = sorted(folder.glob("*.docx"), key=lambda path: (-path.stat().st_size, path.name))
    if not books:
        raise OldEditionError("Der Bau hat keine Word-Datei ergeben.")
    return books[0]


def write_supplement(root: Path, supplement: Supplement) -> list[Path]:
    """Write the supplement as Word and PDF and the tracked copy; return where they lie."""
    target = root / OUTPUT / FOLDER
    redline = f"aenderungen-{supplement.name}.docx"
    blob = tracked(supplement.old, supplement.new, "Redaktion")
    dress = partial(_dress, supplement, redline)
    selection = Selection(FOLDER, partial(_choose, supplement), dress)
    written = []
    for builder in BUILDERS:
        made = write_pages(root, selection, builder)
        path = target / f"ergaenzung-{supplement.name}.{builder}"
        replace_file(path, made.read_bytes())
        written.append(path)
    replace_file(target / redline, blob)
    return [*written, target / redline]


def _choose(
    supplement: Supplement, app: Sphinx, env: BuildEnvironment
) -> tuple[str, Sequence[str]]:
    """Return name and pages of the supplement; the start page where it has none."""
    return FOLDER, supplement.pages or (str(app.config.root_doc),)


def _dress(supplement: Supplement, redline: str, app: Sphinx, book: Book) -> Book:
    """Put the note on what is new before the pages; contents would only repeat it."""
    old, new = supplement.old.manifest.line, supplement.new.manifest.line
    first = Part((), (note(supplement.changes, old, new, redline),))
    return replace(
        book,
        subtitle=f"Ergänzung zu „{old}“",
        parts=(first, *(book.parts if supplement.pages else ())),
        contents_depth=0,
    )
