"""Filled workbooks that come back: how many are read a second, and whether memory stays flat."""

from __future__ import annotations

import itertools
import re
import tempfile
import time
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

from kompasswerk.buch.blocks import Answer, Book
from kompasswerk.buch.filled import filled
from kompasswerk.buch.library_builder import read_library
from kompasswerk.buch.notes import walk
from kompasswerk.docx.opening import MAIN
from kompasswerk.docx.write import write_docx
from kompasswerk.formular.handbook import Handbuch
from kompasswerk.formular.selection import choose
from kompasswerk.formular.towns import Places
from kompasswerk.model.formular import Blatt, FormKind, Formularfeld
from kompasswerk.model.vocabulary import Vocabulary
from kompasswerk.publishing.bounds import Bounded, bounded_processes
from kompasswerk.publishing.executors import carried_out
from kompasswerk.publishing.making import Werkstatt
from kompasswerk.publishing.returned import Job, jobs_in, read_job
from kompasswerk.publishing.workbook import workbook

from .figures import Figure, Rate, peak
from .workbooks import towns

DIFFERENT, TOGETHER = 96, 960
NOWHERE = Places({}, Vocabulary())
ROUNDS = (120, 360, 960)
TEXTS = {
    FormKind.TEXT: "Bauamt, Zimmer 1000",
    FormKind.LONG_TEXT: "Das Haus Nummer 1000 steht leer.\nDas Dach ist dicht.",
    FormKind.NUMBER: "1000",
    FormKind.DATE: "14.03.2026",
}
"""What is written down, other numbers and days in each file."""
_VARIED = re.compile(rb"\b(?:1000|14(?=\.03\.2026))\b")


def fill(folder: Path, werkstatt: Werkstatt, handbuch: Handbuch) -> None:
    """Put filled workbooks of towns into a folder: ten of each town, no two with equal texts."""
    library = read_library(werkstatt.library)
    for number, profil in enumerate(towns(handbuch, DIFFERENT)):
        book = answered(workbook(choose(profil, handbuch), library, handbuch.vocabulary), number)
        first = folder / "vorlage"
        write_docx(book, first, template=werkstatt.template, gestaltung=library.looks.gestaltung)
        for copy in range(number, TOGETHER, DIFFERENT):
            _varied(first, folder / f"{copy:04d}.docx", copy)
        first.unlink()


def answered(book: Book, number: int) -> Book:
    """Return a workbook in which two of three questions have an answer."""
    found = (each for each in walk(book.parts) if isinstance(each, Answer))
    return filled(book, {e.place: said(e.field, n + number) for n, e in enumerate(found) if n % 3})


def said(field: Formularfeld, number: int) -> str:
    """Return what a town may write into a field."""
    if field.art is FormKind.SCALE:
        return str(number % 5 + 1)
    choices = ("ja", "nein") if field.art is FormKind.YES_NO else field.werte
    return choices[number % len(choices)] if choices else TEXTS[field.art]


def _varied(first: Path, target: Path, number: int) -> None:
    """Write a workbook once more, with other numbers and days in its answers."""
    counted = itertools.count(number)

    def other(match: re.Match[bytes]) -> bytes:
        place = next(counted)
        return b"%02d" % (place % 28 + 1) if match[0] == b"14" else b"%d" % (1001 + place)

    with ZipFile(first) as read, ZipFile(target, "w", ZIP_DEFLATED) as written:
        for name in read.namelist():
            part = read.read(name)
            written.writestr(name, _VARIED.sub(other, part) if name == MAIN else part)


def read_together(folder: Path, sheets: Sequence[Blatt]) -> Rate:
    """Read all files on all processors, as the command does."""
    workers = bounded_processes()
    work = Bounded(partial(read_job, sheets=sheets, places=NOWHERE))
    with tempfile.TemporaryDirectory() as results:
        jobs = jobs_in(folder, Path(results))
        start = time.perf_counter()
        done = sum(_read(result) for _, result in carried_out(work, jobs, workers))
        return Rate(done, time.perf_counter() - start, workers.count)


def read_alone(folder: Path, sheets: Sequence[Blatt]) -> Iterator[Figure]:
    """Yield what one process needs after more and more files; the first one is not counted."""
    with tempfile.TemporaryDirectory() as results:
        jobs = iter(list(jobs_in(folder, Path(results))))
        _must_read(next(jobs), sheets)
        start, done = time.process_time(), 1
        for until in ROUNDS:
            while done < until:
                _must_read(next(jobs), sheets)
                done += 1
            yield Figure(done, (time.process_time() - start) / (done - 1), peak())


def _must_read(job: Job, sheets: Sequence[Blatt]) -> None:
    _read(read_job(job, sheets, NOWHERE))


def _read(result: object) -> bool:
    """Whether a file was read with answers; what is refused would make reading look fast."""
    if not getattr(result, "antworten", 0):
        raise RuntimeError(f"not read: {result}")
    return True
