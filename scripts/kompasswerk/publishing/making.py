"""Making one workbook, in whatever process: from the library of pages to files in place."""

from __future__ import annotations

import gc
import pickle
import tempfile
from dataclasses import dataclass, field
from enum import Enum
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from ..buch.blocks import Book
from ..buch.cover import has_cover
from ..buch.library import Library
from ..buch.library_builder import read_library
from ..buch.placing import replace_file
from ..docx.layout import LibreOffice
from ..docx.write import docx_bytes
from ..formular.choice import Gruppe
from ..formular.handbook import Handbuch
from ..formular.korb import collected
from ..formular.profile import Profil
from ..formular.selection import choose
from ..pdf.write import write_pdf
from .workbook import workbook


@dataclass(frozen=True)
class Werkstatt:
    """What is the same for all workbooks of a run.

    ``library`` is the file of the library; ``stamp`` changes with it. ``handbook`` is the file
    of :func:`store_handbook`, ``None`` where no pages are chosen. ``formats`` are endings of
    files. ``layout`` counts pages for references in Word; without it they are estimated.
    ``replace`` says that files may be replaced though somebody has changed them.
    """

    library: Path
    stamp: int
    template: Path
    formats: tuple[str, ...] = ("docx",)
    layout: LibreOffice | None = None
    replace: bool = False
    handbook: Path | None = None


@dataclass(frozen=True)
class Auftrag:
    """One workbook: for whom it is, and its place without ending.

    It goes from process to process, so it is small. ``known`` are the digests of what the last
    run has put there, by ending. ``gemerkt`` are pages that somebody has collected; without
    them pages are chosen for the town.
    """

    profil: Profil
    ziel: Path
    known: tuple[tuple[str, str], ...] = ()
    gemerkt: tuple[Gruppe, ...] = ()


class Zustand(Enum):
    """What has become of a file; the value is what the summary says."""

    NEW = "neu"
    SAME = "unverändert"
    KEPT = "nicht ersetzt: jemand hat hineingeschrieben"


@dataclass(frozen=True)
class Datei:
    """A file in place with the digest of what was made for it."""

    pfad: Path
    zustand: Zustand
    digest: str
    size: int


@dataclass(frozen=True)
class Fertig:
    """A finished workbook; ``kapitel`` counts the pages of the handbook in it."""

    stadt: str
    ags: str
    kapitel: int
    dateien: tuple[Datei, ...] = field(default=())


def make(werkstatt: Werkstatt, auftrag: Auftrag) -> Fertig:
    """Make one workbook and put it in place.

    It can be done again at any time: files appear whole or not at all, and one that is there
    already in the same bytes stays. A file that neither this run nor the last one has made
    stays too, because a person may have filled it in.
    """
    library, handbuch = library_of(werkstatt), _handbook(werkstatt.handbook, werkstatt.stamp)
    profil, gemerkt = auftrag.profil, auftrag.gemerkt
    auswahl = collected(profil, gemerkt) if gemerkt else choose(profil, handbuch)
    book = workbook(auswahl, library, handbuch.vocabulary)
    files = []
    for ending in werkstatt.formats:
        target = auftrag.ziel.with_name(f"{auftrag.ziel.name}.{ending}")
        blob = written(book, ending, werkstatt, library)
        digest = sha256(blob).hexdigest()
        known = dict(auftrag.known).get(ending, "")
        state = _put(target, blob, (digest, known), replace=werkstatt.replace)
        files.append(Datei(target, state, digest, len(blob)))
    return Fertig(profil.stadt, profil.ags, len(book.pages), tuple(files))


def library_of(werkstatt: Werkstatt) -> Library:
    """Return the library of a run, read once in each process."""
    return _library(werkstatt.library, werkstatt.stamp)


@lru_cache(maxsize=1)
def _library(path: Path, stamp: int) -> Library:
    """Return the library, read once in each process; ``stamp`` is new for another one."""
    library = read_library(path)
    # A million small objects that stay: without this, every collection would go through them.
    gc.freeze()
    return library


def store_handbook(handbuch: Handbuch, path: Path) -> None:
    """Store what choosing pages needs, for the processes of this run."""
    replace_file(path, pickle.dumps(handbuch))


@lru_cache(maxsize=1)
def _handbook(path: Path | None, stamp: int) -> Handbuch:
    if path is None:
        raise ValueError("Workbooks need the stored handbook.")
    handbuch: Handbuch = pickle.loads(path.read_bytes())  # noqa: S301 - our own file of this run
    return handbuch


def written(book: Book, ending: str, werkstatt: Werkstatt, library: Library) -> bytes:
    """Return a book as the file with this ending; a book of one chapter has no title page."""
    looks = library.looks
    if ending == "docx":
        return docx_bytes(
            book,
            template=werkstatt.template,
            gestaltung=looks.gestaltung,
            cover=has_cover(book),
            layout=werkstatt.layout,
        )
    with tempfile.TemporaryDirectory(prefix="kompass-arbeitsbuch-") as folder:
        path = Path(folder) / "buch.pdf"
        write_pdf(
            book,
            path,
            gestaltung=looks.gestaltung,
            template=looks.pdf_template,
            fonts=looks.pdf_fonts,
        )
        return path.read_bytes()


def _put(target: Path, blob: bytes, ours: tuple[str, str], *, replace: bool) -> Zustand:
    """Put a file in place unless it holds what is not ``ours``, told by digests."""
    if target.exists():
        found = sha256(target.read_bytes()).hexdigest()
        if found == ours[0]:
            return Zustand.SAME
        if found not in ours and not replace:
            return Zustand.KEPT
    replace_file(target, blob)
    return Zustand.NEW
