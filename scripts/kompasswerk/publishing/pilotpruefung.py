"""The command ``pilotpruefung``: a pilot's page or form against the alliance's criteria."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterable
from datetime import date
from functools import partial
from pathlib import Path

from ..checks.report import as_line
from ..checks.run import check_single
from ..docx.write import docx_bytes
from ..model.arten import ARTEN
from ..model.findings import Finding
from ..model.seiten import Pilot
from ..pilotpruefung.check import Pruefung, checked
from ..pilotpruefung.page import page as html_page
from ..pilotpruefung.sheet import sheet
from ..reading.files import KRITERIEN, Loaded, load_bestand, load_file
from ..reading.pages import LoadedPage, parse_page
from ..reading.refused import RefusedFileError
from ..redaktion.compare import NotMergeableError
from .beside import put_beside
from .build import OUTPUT
from .fallbogen import looks_of
from .returned import BROKEN, WORD
from .returned_form import read_comparison
from .stoerung import in_german

DONE, FINDINGS, WRONG_USE = 0, 1, 2
FOLDER = "pilotpruefung"
NO_CRITERIA = f"Die Kriterien sind nicht zu lesen. Bitte {KRITERIEN} prüfen: nox -s pruefen."
NO_FILE = "Die Datei „{}“ gibt es nicht. Bitte den Namen prüfen."
NO_KIND = "„{}“ ist weder eine Seite (.md) noch ein Pilotbogen (.docx)."
NO_PILOT = "„{}“ ist kein Pilotprojekt. Eine neue Idee legen Sie so an: nox -s neu -- pilot idee."
TOO_LITTLE = "Für eine Prüfung fehlen Angaben. Bitte zuerst ergänzen:"
Runner = Callable[[Callable[[Path], int], argparse.Namespace], int]


def add_pilotpruefung(
    commands: argparse._SubParsersAction[argparse.ArgumentParser], in_project: Runner
) -> None:
    """Add the command ``pilotpruefung``."""
    parser = commands.add_parser(
        "pilotpruefung", help="ein Pilotprojekt gegen die Kriterien prüfen"
    )
    parser.add_argument("datei", type=Path, help="pilots/idee.md oder ausgefüllter Pilotbogen")
    parser.add_argument("--wurzel", type=Path, metavar="DIR", help="Projektordner")
    parser.set_defaults(
        # The path is meant from where the command was typed, not from the project's folder.
        command=lambda options: in_project(
            partial(pilotpruefung, file=options.datei.absolute()), options
        )
    )


def pilotpruefung(root: Path, *, file: Path, today: date | None = None) -> int:
    """Write page and sheet, print the verdicts, and return the exit code.

    0 if all minimum criteria are met, 1 if not or if nobody can say, 2 for wrong use.
    """
    loaded = load_bestand(root)
    day = today or date.today()
    problem = NO_CRITERIA if loaded.pilotkriterien is None else _problem(file)
    if problem:
        print(problem, file=sys.stderr)
        return WRONG_USE
    try:
        page = read_page(loaded, file, day)
    except RefusedFileError as error:
        print(error, file=sys.stderr)
        return WRONG_USE
    except NotMergeableError as error:
        print(error, file=sys.stderr)
        return FINDINGS
    return _judged(root, loaded, page, day, lined=file.suffix.lower() != WORD)


def _judged(root: Path, loaded: Loaded, page: LoadedPage, day: date, *, lined: bool) -> int:
    """Judge a page; ``lined`` says that its file has lines that people see."""
    findings = check_single(loaded, page, day)
    notes = tuple(_notes(findings))
    if not isinstance(page.page, Pilot):
        said = map(as_line, findings) if lined else notes
        print("\n".join((TOO_LITTLE, *said)), file=sys.stderr)
        return FINDINGS
    pruefung = checked(page, page.page, loaded, day, notes)
    if pruefung is None:
        raise AssertionError(NO_CRITERIA)
    print(as_text(pruefung))
    for path in write(root, pruefung, page.slug, day):
        print(path.relative_to(root).as_posix())
    return DONE if pruefung.erfuellt else FINDINGS


def read_page(loaded: Loaded, file: Path, today: date) -> LoadedPage:
    """Return the page of a pilot that a file is, or that its form would make.

    A page may lie anywhere; one outside the project counts as one of the folder ``pilots``.
    :class:`RefusedFileError` for a file that is damaged, unsafe or no pilot,
    :class:`NotMergeableError` for a form that makes no page.
    """
    page = _of_form(loaded, file, today) if file.suffix.lower() == WORD else _of_page(loaded, file)
    if page.art is not ARTEN["pilot"]:
        raise RefusedFileError(NO_PILOT.format(file.name))
    return page


def _of_form(loaded: Loaded, file: Path, today: date) -> LoadedPage:
    try:
        found = read_comparison(loaded, file, today)
    except (RefusedFileError, NotMergeableError):
        raise
    except OSError as error:
        raise RefusedFileError(in_german(error)) from error
    except Exception as error:  # a damaged file from outside must not end in a traceback
        raise RefusedFileError(BROKEN.format(type(error).__name__)) from error
    return parse_page(found.after, found.path, Path(found.path).stem, loaded.vocabulary)


def _of_page(loaded: Loaded, file: Path) -> LoadedPage:
    if file.resolve().is_relative_to(loaded.root.resolve()):
        return load_file(file.resolve(), loaded.root.resolve(), loaded.vocabulary)
    outside = load_file(file, file.parent, loaded.vocabulary)
    if not outside.head:
        return outside
    text = f"---\n{outside.head}\n---\n{outside.body}"
    return parse_page(text, f"pilots/{file.name}", file.stem, loaded.vocabulary)


def _problem(file: Path) -> str:
    if not file.is_file():
        return NO_FILE.format(file.name)
    return "" if file.suffix.lower() in (".md", WORD) else NO_KIND.format(file.name)


def _notes(findings: Iterable[Finding]) -> Iterable[str]:
    for each in findings:
        yield f"{each.key}: {each.message}" if each.key else each.message


def as_text(pruefung: Pruefung) -> str:
    """Return the verdicts for a screen: one line a criterion, what is missing below it."""
    lines = [pruefung.pilot.titel, "", pruefung.ergebnis, f"{pruefung.zaehlung}.", ""]
    for each in pruefung.befunde:
        lines.append(f"{each.urteil.value:<14}{each.name}")
        lines += [f"{'':<14}{said}" for said in (*each.gruende, *each.fehlt)]
    lines += ["", f"Schon in Thüringen erprobt? {pruefung.erprobt}"]
    lines += [f"Finanzierung: {pruefung.finanzierung}", ""]
    return "\n".join(lines)


def write(root: Path, pruefung: Pruefung, slug: str, day: date) -> Iterable[Path]:
    """Write page and sheet and yield where they lie; files of people stay."""
    looks = looks_of(root)
    folder = root / OUTPUT / FOLDER
    text = html_page(pruefung, looks.gestaltung, day)
    yield put_beside(folder / f"{slug}.html", text.encode("utf-8", "backslashreplace"))
    blob = docx_bytes(
        sheet(pruefung, day), template=looks.template, gestaltung=looks.gestaltung, cover=False
    )
    yield put_beside(folder / f"{slug}.docx", blob)
