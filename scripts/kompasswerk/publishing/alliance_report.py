"""The command ``bericht``: the alliance's report over a period, as page, Word file and PDF."""

from __future__ import annotations

import argparse
import hashlib
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path

from ..bericht.book import build_book
from ..bericht.handbook import Handbook, Returned
from ..bericht.page import page
from ..bericht.parts import TEILE
from ..bericht.texts import Text, made_ready, read_texts
from ..bericht.written import left_as_they_are
from ..buch.blocks import Book
from ..buch.placing import replace_file
from ..checks.run import check
from ..docx.write import write_docx
from ..formular.merge import UNKNOWN
from ..formular.towns import Places
from ..model.buendnis import Spanne
from ..pdf.write import write_pdf
from ..reading.blaetter import read_sheets
from ..reading.files import BUENDNIS, LISTEN, Loaded, load_bestand
from .alliance_texts import take_texts
from .arguments import day
from .beside import put_beside
from .build import OUTPUT, WORKSHOP
from .fallbogen import edition_of, looks_of
from .towns import files_by_town

DONE, FINDINGS, WRONG_USE = 0, 1, 2
FOLDER = "bericht"
FROM_WORD = "einlesen, was in Word über „Aus den Daten berechnet“ steht"
FORMATS = ("html", "docx", "pdf")
Runner = Callable[[Callable[[Path], int], argparse.Namespace], int]


@dataclass(frozen=True)
class Order:
    """What to report on; ``ruecklauf`` is a folder of answers, ``nur`` one of the formats."""

    period: Spanne
    ruecklauf: Path | None = None
    nur: str | None = None


def add_report(
    commands: argparse._SubParsersAction[argparse.ArgumentParser], in_project: Runner
) -> None:
    """Add the command ``bericht``."""
    parser = commands.add_parser("bericht", help="Bericht zur Bündnisarbeit")
    parser.add_argument(
        "--stichtag", type=day, required=True, metavar="JJJJ-MM-TT", help="letzter Tag"
    )
    parser.add_argument(
        "--seit", type=day, metavar="JJJJ-MM-TT", help="erster Tag; ohne Angabe der 1. Januar"
    )
    parser.add_argument(
        "--ruecklauf", type=Path, metavar="ORDNER", help="Ergebnisse von „einlesen“ mitzählen"
    )
    parser.add_argument("--nur", choices=FORMATS, help="nur eines der drei Formate")
    parser.add_argument(
        "--aus-word",
        type=Path,
        metavar="DATEI",
        help=FROM_WORD,
    )
    parser.add_argument(
        "--uebernehmen", action="store_true", help="mit --aus-word: geänderte Texte ersetzen"
    )
    parser.add_argument("--wurzel", type=Path, metavar="DIR", help="Projektordner")
    parser.set_defaults(command=partial(_run, in_project))


def _run(in_project: Runner, options: argparse.Namespace) -> int:
    seit = options.seit or date(options.stichtag.year, 1, 1)
    if seit > options.stichtag:
        print(
            f"--seit {seit} liegt nach --stichtag {options.stichtag}. Bitte beide Tage prüfen.",
            file=sys.stderr,
        )
        return WRONG_USE
    # Paths are meant from where the command was typed, not from the project's folder.
    folder = options.ruecklauf.resolve() if options.ruecklauf else None
    if folder is not None and not folder.is_dir():
        print(f"Den Ordner „{folder}“ gibt es nicht. Bitte den Namen prüfen.", file=sys.stderr)
        return WRONG_USE
    if options.aus_word is not None:
        file = options.aus_word.absolute()
        take = partial(take_texts, file=file, stichtag=options.stichtag, take=options.uebernehmen)
        return in_project(take, options)
    order = Order(Spanne(seit, options.stichtag), folder, options.nur)
    return in_project(partial(bericht, order=order), options)


def bericht(root: Path, *, order: Order) -> int:
    """Write the report and say where it lies, and which texts are still to be written.

    1 for data with errors, of which no report is made, and for texts or answers left out.
    """
    loaded = load_bestand(root)
    stichtag = order.period.bis
    found = check(loaded, stichtag)
    wrong = [each for each in found if each.path.startswith((BUENDNIS, LISTEN))]
    if wrong:
        print(*wrong, sep="\n", file=sys.stderr)
        print("Der Bericht entsteht, sobald die Daten stimmen.", file=sys.stderr)
        return FINDINGS
    for path in made_ready(root, stichtag):
        print(f"Angelegt: {path.relative_to(root).as_posix()}")
    texts, unread = read_texts(root, stichtag)
    refused = [str(each) for each in unread]
    refused += [line for each in texts.values() for line in left_as_they_are(each)]
    returned = _returned(order.ruecklauf, loaded, refused) if order.ruecklauf else None
    handbook = Handbook(loaded.bestand, edition_of(root), returned)
    book = build_book(loaded.buendnis, loaded.vocabulary, order.period, handbook, texts)
    for path in write_report(book, root, order):
        print(path.relative_to(root).as_posix())
    _say_open(texts)
    for line in refused:
        print(line, file=sys.stderr)
    return FINDINGS if refused else DONE


def write_report(book: Book, root: Path, order: Order) -> Iterator[Path]:
    """Write the asked formats; yield each path once it is in place."""
    day_of = order.period.bis
    moment = datetime(day_of.year, day_of.month, day_of.day, tzinfo=UTC)
    looks = looks_of(root)
    design, folder = looks.gestaltung, root / OUTPUT / FOLDER
    name = f"bericht-{order.period.von.isoformat()}-bis-{day_of.isoformat()}"
    with tempfile.TemporaryDirectory() as work:
        made = Path(work) / "bericht"
        for ending in FORMATS if order.nur is None else (order.nur,):
            if ending == "html":
                made.write_text(page(book, design), encoding="utf-8")
            elif ending == "docx":
                write_docx(book, made, template=looks.template, gestaltung=design, timestamp=moment)
            else:
                write_pdf(book, made, gestaltung=design, timestamp=int(moment.timestamp()))
            yield _put(folder / f"{name}.{ending}", made.read_bytes(), root)


def _put(target: Path, blob: bytes, root: Path) -> Path:
    """Replace what an earlier run has made; a file that a person has changed stays."""
    record = root / WORKSHOP / FOLDER / f"{target.name}.sha256"
    known = record.read_text(encoding="ascii") if record.is_file() else ""
    if target.is_file() and hashlib.sha256(target.read_bytes()).hexdigest() != known:
        return put_beside(target, blob)
    replace_file(target, blob)
    replace_file(record, hashlib.sha256(blob).hexdigest().encode())
    return target


def _returned(folder: Path, loaded: Loaded, refused: list[str]) -> Returned:
    places = Places.of(loaded.bestand, loaded.vocabulary)
    found = files_by_town(folder, read_sheets(loaded), places, refused.append)
    return Returned(sum(key != UNKNOWN for key in found), sum(map(len, found.values())))


def _say_open(texts: dict[str, Text]) -> None:
    gaps = [texts[each.key].path for each in TEILE if each.needed and not texts[each.key].body]
    carried = [each.path for each in texts.values() if each.carried]
    for said, paths in (("Noch zu schreiben", gaps), ("Aus dem letzten Bericht", carried)):
        if paths:
            print(f"{said}:", *paths, sep="\n  ")
