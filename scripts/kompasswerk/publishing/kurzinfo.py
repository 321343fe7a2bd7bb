"""The command ``kurzinfo``: one page for members of parliament and for each working group."""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

from ..buch.blocks import Book
from ..docx.write import docx_bytes
from ..pdf.write import write_pdf
from ..reading.files import KURZINFO, load_bestand
from ..redaktion.form_file import Looks
from ..teaserbank.handout import handout
from .beside import put_beside
from .build import OUTPUT
from .fallbogen import looks_of

DONE, FINDINGS, WRONG_USE = 0, 1, 2
FOLDER = "kurzinfo"
NO_FILE = f"Die Kurzinfos sind nicht zu lesen. Bitte {KURZINFO} prüfen: nox -s pruefen."
TOO_LONG = f"{{}}: {{}} Seiten statt einer. Bitte in {KURZINFO} kürzen."
Runner = Callable[[Callable[[Path], int], argparse.Namespace], int]


def add_kurzinfo(
    commands: argparse._SubParsersAction[argparse.ArgumentParser], in_project: Runner
) -> None:
    """Add the command ``kurzinfo``."""
    parser = commands.add_parser("kurzinfo", help="eine Seite für Landtag und Arbeitsgruppen")
    parser.add_argument("--wurzel", type=Path, metavar="DIR", help="Projektordner")
    parser.set_defaults(command=partial(in_project, kurzinfo))


def kurzinfo(root: Path, *, today: date | None = None) -> int:
    """Write every hand-out as Word and PDF and say where it lies; 1 if one is too long."""
    loaded = load_bestand(root)
    day = today or date.today()
    if loaded.kurzinfo is None:
        print(NO_FILE, file=sys.stderr)
        return WRONG_USE
    looks = looks_of(root)
    code = DONE
    for sheet in loaded.kurzinfo.kurzinfo:
        book = handout(sheet, loaded, loaded.kurzinfo, day)
        pdf, pages = pdf_of(book, looks)
        word = docx_bytes(book, template=looks.template, gestaltung=looks.gestaltung, cover=False)
        for ending, blob in (("docx", word), ("pdf", pdf)):
            path = put_beside(root / OUTPUT / FOLDER / f"{sheet.kennung}.{ending}", blob)
            print(path.relative_to(root).as_posix())
        if pages > 1:
            print(TOO_LONG.format(sheet.kennung, pages), file=sys.stderr)
            code = FINDINGS
    return code


def pdf_of(book: Book, looks: Looks) -> tuple[bytes, int]:
    """Return a book as PDF, and how many pages it has."""
    with tempfile.TemporaryDirectory(prefix="kompass-kurzinfo-") as folder:
        path = Path(folder) / "blatt.pdf"
        result = write_pdf(book, path, gestaltung=looks.gestaltung, cover=False)
        return path.read_bytes(), result.pages
