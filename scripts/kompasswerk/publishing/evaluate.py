"""The command ``auswerten``: what towns have sent back, as a report in four formats."""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path

from ..auswertung.book import book
from ..auswertung.build import build_report
from ..auswertung.page import page
from ..auswertung.report import Chart, Report
from ..auswertung.workbook import workbook
from ..buch.placing import replace_file
from ..docx.write import write_docx
from ..formular.collecting import Collected
from ..formular.merge import UNKNOWN
from ..formular.towns import InvitedError, Places, read_invited
from ..model.gestaltung import Gestaltung
from ..pdf.write import write_pdf
from ..reading.blaetter import read_sheets
from ..reading.files import Loaded, load_bestand
from ..reading.gestaltung import read_gestaltung
from .arguments import day
from .build import OUTPUT
from .towns import files_by_town, merged

DONE, FINDINGS, WRONG_USE = 0, 1, 2
FOLDER = "auswertung"
TEMPLATE, TOKENS = "_templates/word/kompass.docx", "_templates/gestaltung.yaml"
NOTHING = "In „{}“ liegen keine Antworten als JSON."
NO_TOWN = "Von keiner Datei steht fest, aus welcher Stadt sie kommt. Es gibt keinen Bericht."
Runner = Callable[[Callable[[Path], int], argparse.Namespace], int]


@dataclass(frozen=True)
class Order:
    """What to evaluate: a folder of answers, the day of the report, the list of invited towns."""

    ordner: Path
    stichtag: date
    eingeladen: Path | None = None


def add_evaluate(
    commands: argparse._SubParsersAction[argparse.ArgumentParser], in_project: Runner
) -> None:
    """Add the command ``auswerten``."""
    parser = commands.add_parser("auswerten", help="Bericht über die Antworten der Städte")
    parser.add_argument("ordner", type=Path, help="Ordner mit den Ergebnissen von „einlesen“")
    parser.add_argument(
        "--stichtag", type=day, required=True, metavar="JJJJ-MM-TT", help="Datum des Berichts"
    )
    parser.add_argument(
        "--eingeladen", type=Path, metavar="CSV", help="eingeladene Städte, Spalte ags oder stadt"
    )
    parser.add_argument("--wurzel", type=Path, metavar="DIR", help="Projektordner")
    parser.set_defaults(command=partial(_run, in_project))


def _run(in_project: Runner, options: argparse.Namespace) -> int:
    # Paths are meant from where the command was typed, not from the project's folder.
    invited = options.eingeladen.resolve() if options.eingeladen else None
    order = Order(options.ordner.resolve(), options.stichtag, invited)
    return in_project(partial(auswerten, order=order), options)


def auswerten(root: Path, *, order: Order) -> int:
    """Write the report in all formats and say where it lies; findings are files left out."""
    if not order.ordner.is_dir():
        print(
            f"Den Ordner „{order.ordner}“ gibt es nicht. Bitte den Namen prüfen.", file=sys.stderr
        )
        return WRONG_USE
    loaded = load_bestand(root)
    places = Places.of(loaded.bestand, loaded.vocabulary)
    try:
        invited = read_invited(order.eingeladen, places) if order.eingeladen else None
    except InvitedError as error:
        print(error, file=sys.stderr)
        return WRONG_USE
    collected, refused = collect(order.ordner, loaded, places)
    for message in (*refused, *collected.hinweise):
        print(message, file=sys.stderr)
    if not collected.files:
        print(NO_TOWN if collected.unsettled else NOTHING.format(order.ordner), file=sys.stderr)
        return WRONG_USE
    gestaltung = read_gestaltung(root / TOKENS)
    report = build_report(collected, loaded.bestand, order.stichtag, gestaltung.farben, invited)
    for path in write_report(report, root, gestaltung):
        print(path.relative_to(root).as_posix())
    return FINDINGS if refused else DONE


def collect(folder: Path, loaded: Loaded, places: Places) -> tuple[Collected, tuple[str, ...]]:
    """Return the shared answers of all files of a folder, and a sentence for each left out.

    That is one that cannot be read, or whose town is not settled.
    """
    sheets = read_sheets(loaded)
    collected = Collected({sheet.slug: sheet for sheet in sheets}, places)
    refused: list[str] = []
    found = files_by_town(folder, sheets, places, refused.append)
    unsettled = found.pop(UNKNOWN, [])
    collected.unsettled = len(unsettled)
    refused += [f"Nicht gezählt: {each.datei}: {each.origin.zweifel}" for each in unsettled]
    for files in found.values():
        hints = {e.origin.hinweis: e.datei for e in reversed(files) if e.origin.hinweis}
        collected.hinweise += [f"Bitte prüfen: {datei}: {hint}" for hint, datei in hints.items()]
        for town in merged(files, sheets):
            collected.add(town.ruecklauf, len(town.dateien))
    return collected, tuple(refused)


def write_report(report: Report, root: Path, gestaltung: Gestaltung) -> Iterator[Path]:
    """Write page, Word file, PDF and spreadsheet; yield each path once it is in place."""
    folder = root / OUTPUT / FOLDER
    name = f"auswertung-{report.stichtag.isoformat()}"
    replace_file(folder / f"{name}.html", page(report, gestaltung).encode())
    yield folder / f"{name}.html"
    replace_file(folder / f"{name}.xlsx", workbook(report))
    yield folder / f"{name}.xlsx"
    moment = datetime(report.stichtag.year, report.stichtag.month, report.stichtag.day, tzinfo=UTC)
    with tempfile.TemporaryDirectory() as work:
        made = book(report, dict(_drawings(report, Path(work))))
        target = folder / f"{name}.docx"
        write_docx(made, target, template=root / TEMPLATE, gestaltung=gestaltung, timestamp=moment)
        yield target
        target = folder / f"{name}.pdf"
        seconds = int(moment.timestamp())
        write_pdf(made, target, gestaltung=gestaltung, timestamp=seconds)
        yield target


def _drawings(report: Report, folder: Path) -> Iterator[tuple[str, Path]]:
    for topic in report.topics:
        for part in topic.parts:
            if isinstance(part, Chart):
                path = folder / f"{part.key}.svg"
                path.write_text(part.svg, encoding="utf-8")
                yield part.key, path
