"""The command ``einlesen``: a folder of returned workbooks to answers and protocols."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict
from functools import partial
from itertools import chain, count
from pathlib import Path

from ..buch.placing import replace_file
from ..formular.merge import UNKNOWN
from ..formular.protokoll import towns_page
from ..formular.towns import Places
from ..model.formular import Blatt
from ..model.german import number
from ..reading.blaetter import read_sheets
from ..reading.files import load_bestand
from .bounds import Bounded, bounded_processes
from .executors import ExecutorError, Workers, carried_out, count_of, dask_cluster
from .returned import PROTOCOL, TOO_MUCH, Job, Result, forget_others, jobs_in, read_job, refuse
from .returned_form import Wish, einlesen_bogen
from .towns import File, files_by_town, merged

DONE, FINDINGS, WRONG_USE = 0, 1, 2
BESIDE = "-eingelesen"
TOGETHER = f"staedte{PROTOCOL}"
NO_FILES = "In „{}“ liegt keine Datei."
NO_FOLDER = "„{}“ ist kein Ordner. Bitte nennen Sie den Ordner mit den Rückläufen."
ONLY_FORMS = "--uebernehmen gilt nur für einen Bogen. Bitte nennen Sie seine Datei."
WHOLE = "Die Ergebnisse brauchen einen anderen Ordner als die Rückläufe. Bitte --ziel ändern."
STEPS = 100
"""After so many files a log says how far reading is."""
Runner = Callable[[Callable[[Path], int], argparse.Namespace], int]


def add_reading_back(
    commands: argparse._SubParsersAction[argparse.ArgumentParser], in_project: Runner
) -> None:
    """Add the command ``einlesen``."""
    parser = commands.add_parser("einlesen", help="ausgefüllte Arbeitsbücher oder Bögen einlesen")
    parser.add_argument("ordner", type=Path, help="Ordner mit den Rückläufen, oder ein Bogen")
    parser.add_argument("--uebernehmen", action="store_true", help="Bogen: Änderungen schreiben")
    parser.add_argument("--ziel", type=Path, metavar="DIR", help="Ordner für die Ergebnisse")
    parser.add_argument("--json", action="store_true", help="Zusammenfassung als JSON")
    parser.add_argument("--jobs", type=count_of, metavar="N", help="so viele Prozesse")
    parser.add_argument(
        "--dask", default="", metavar="ADRESSE", help="Dask-Cluster statt Prozessen"
    )
    parser.add_argument("--wurzel", type=Path, metavar="DIR", help="Projektordner")
    parser.set_defaults(command=partial(_run, in_project))


def _run(in_project: Runner, options: argparse.Namespace) -> int:
    folder = options.ordner.resolve()
    if options.ordner.is_file():
        wish = Wish(options.ordner.absolute(), options.ziel, options.uebernehmen)
        return in_project(partial(einlesen_bogen, wish=wish), options)
    if options.uebernehmen:
        print(ONLY_FORMS, file=sys.stderr)
        return WRONG_USE
    if not folder.is_dir():
        print(NO_FOLDER.format(options.ordner), file=sys.stderr)
        return WRONG_USE
    ziel = (options.ziel or folder.with_name(folder.name + BESIDE)).resolve()
    if ziel == folder:
        print(WHOLE, file=sys.stderr)
        return WRONG_USE
    try:
        workers = dask_cluster(options.dask) if options.dask else bounded_processes(options.jobs)
    except ExecutorError as error:
        print(error, file=sys.stderr)
        return WRONG_USE
    command = partial(einlesen, folder=folder, ziel=ziel, workers=workers, as_json=options.json)
    return in_project(command, options)


def einlesen(
    root: Path, *, folder: Path, ziel: Path, workers: Workers, as_json: bool = False
) -> int:
    """Read all files of a folder, write their results to ``ziel`` and print a summary.

    1 if a file was refused or an answer is doubtful.
    """
    loaded = load_bestand(root)
    sheets, places = read_sheets(loaded), Places.of(loaded.bestand, loaded.vocabulary)
    jobs = list(jobs_in(folder, ziel))
    if not jobs:
        print(NO_FILES.format(folder), file=sys.stderr)
        return WRONG_USE
    work = Bounded(partial(read_job, sheets=sheets, places=places))
    read = (_settled(job, result) for job, result in carried_out(work, jobs, workers))
    results = sorted(_with_progress(read, len(jobs)), key=lambda result: result.quelle)
    forget_others(ziel, (each.protokoll for each in results))
    found = files_by_town(ziel, sheets, places, lambda _: None)
    together = _write_towns(ziel, found, sheets)
    print(_as_json(results, ziel) if as_json else summary(results, ziel) + together)
    unsettled = found.get(UNKNOWN) or any(each.abgelehnt or each.zweifelhaft for each in results)
    return FINDINGS if unsettled else DONE


def _write_towns(ziel: Path, found: Mapping[str, Sequence[File]], sheets: Sequence[Blatt]) -> str:
    """Write whose town is not settled, and where files of one contradict; say so in lines."""
    several = [files for key, files in found.items() if len(files) > 1 and key != UNKNOWN]
    towns = [town for files in several for town in merged(files, sheets)]
    questions = [
        (each.datei, each.origin.zweifel or each.origin.hinweis)
        for each in (file for files in found.values() for file in files)
        if each.origin.zweifel or each.origin.hinweis
    ]
    if not towns and not questions:
        return ""
    page = _together(ziel)
    text = towns_page(towns, questions, sheets, page.name)
    replace_file(page, text.encode("utf-8", "backslashreplace"))
    lines = ["", *(["Bitte die Stadt klären:"] if questions else [])]
    lines += [f"  {datei}: {question}" for datei, question in questions]
    if towns:
        points = sum(len(each.konflikte) for each in towns)
        lines.append(f"Mehrere Dateien von einer Stadt: {len(towns)}; Widersprüche: {points}.")
    return "\n".join([*lines, f"Bitte ansehen: {page.name}"])


def _together(ziel: Path) -> Path:
    """Return where the page on all towns goes: never where somebody else's file lies.

    The one of the last run is gone by now.
    """
    further = (f"staedte ({again}){PROTOCOL}" for again in count(2))
    return next(ziel / name for name in chain((TOGETHER,), further) if not (ziel / name).exists())


def _settled(job: Job, result: Result | Exception) -> Result:
    """Return a result also for a file that took its process down."""
    return result if isinstance(result, Result) else refuse(job, TOO_MUCH)


def _with_progress(results: Iterator[Result], total: int) -> Iterator[Result]:
    """Yield results and say on the way how many there are: in one line, in a log now and then."""
    live = sys.stderr.isatty()
    for done, result in enumerate(results, 1):
        if live:
            print(f"\r{done} von {total} Dateien", end="", file=sys.stderr, flush=True)
        elif done % STEPS == 0:
            print(f"{done} von {total} Dateien", file=sys.stderr, flush=True)
        yield result
    if live:
        print(file=sys.stderr)


def summary(results: Sequence[Result], ziel: Path) -> str:
    """Return how much was read, what should be looked at, and what was refused and why."""
    read = [each for each in results if not each.abgelehnt]
    answers = number(sum(each.antworten for each in read))
    lines = [f"Gelesen: {number(len(read))} von {_files(len(results))} mit {answers} Antworten."]
    look = [each for each in read if each.zweifelhaft or each.fundstuecke or each.fehlend]
    if look:
        lines += ["", "Bitte ansehen:", *(f"  {each.quelle}: {_points(each)}" for each in look)]
    refused = [each for each in results if each.abgelehnt]
    if refused:
        lines += ["", "Nicht gelesen:"]
        lines += [f"  {each.quelle}: {each.abgelehnt}" for each in refused]
    return "\n".join([*lines, "", f"Protokolle und Antworten liegen in {ziel}."])


def _files(count: int) -> str:
    return "1 Datei" if count == 1 else f"{number(count)} Dateien"


def _points(result: Result) -> str:
    counts = (
        (result.zweifelhaft, "zweifelhafte Antwort", "zweifelhafte Antworten"),
        (result.fundstuecke, "Fundstück außerhalb der Felder", "Fundstücke außerhalb der Felder"),
        (result.fehlend, "fehlendes Feld", "fehlende Felder"),
    )
    return ", ".join(f"{n} {one if n == 1 else many}" for n, one, many in counts if n)


def _as_json(results: Sequence[Result], ziel: Path) -> str:
    files = [
        {**asdict(each), "protokoll": each.protokoll.relative_to(ziel).as_posix()}
        for each in results
    ]
    return json.dumps({"ziel": str(ziel), "dateien": files}, ensure_ascii=False, indent=2)
