"""Files of the project to pages: bounded, inside the root, one finding for each obstacle."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from ..model.buendnis import Buendnis
from ..model.findings import Finding
from ..model.kurzinfo import Kurzinfos
from ..model.objektpfad import Objektpfad
from ..model.orte import Orte
from ..model.pilotkriterien import Pilotkriterien
from ..model.seiten import Bestand, Seite
from ..model.teaser import Teaser
from ..model.umbenannt import Umbenannt, Umbenennung, Umzug
from ..model.vocabulary import Vocabulary
from .buendnis import joined, read_buendnis
from .kurzinfo import read_kurzinfo
from .notes import Entry, Notes, Place
from .objektpfad import read_objektpfad
from .orte import read_orte
from .pages import LoadedPage, parse_page
from .pilotkriterien import read_criteria
from .split import LARGEST, clean, decode, without_tabs
from .teaser import read_teasers
from .umbenannt import read_renamed
from .vocabulary import read_vocabulary

T = TypeVar("T")
FOLDERS = ("bestpractice", "kompass", "pilots")
START_PAGE = "index.md"
LISTEN = "kompass/listen.yaml"
RENAMED = "kompass/umbenannt.yaml"
ORTE = "kompass/orte.yaml"
OBJEKTPFAD = "kompass/objektpfad.yaml"
BUENDNIS = "pilots/buendnis"
KRITERIEN = "pilots/kriterien.yaml"
KURZINFO = "pilots/kurzinfo.yaml"
TEASER = {"fall": "bestpractice/teaser.yaml", "pilot": "pilots/teaser.yaml"}
"""The teaser bank by the kind of page that its teasers lead to."""


@dataclass(frozen=True)
class LoadedObjektpfad:
    """The rules of „Was tun mit diesem Haus?“; ``pfad`` is ``None`` without a file.

    ``entries`` are all values that the rules hold, with their lines.
    """

    pfad: Objektpfad | None = None
    entries: tuple[Entry, ...] = ()
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True)
class Loaded:
    """Everything that the project's files hold: pages in path order, findings sorted.

    ``pages`` also has the files that gave no page; ``bestand`` has the others. ``findings``
    are those of the pages, the closed lists and all files of data together. ``pilotkriterien``
    is ``None`` for a project without them, ``teaser`` are those of both banks.
    """

    root: Path
    bestand: Bestand
    pages: tuple[LoadedPage, ...]
    vocabulary: Vocabulary
    findings: tuple[Finding, ...] = field(default=())
    renamed: tuple[Umbenennung, ...] = ()
    moved: tuple[Umzug, ...] = ()
    orte: Orte = field(default_factory=Orte)
    objektpfad: LoadedObjektpfad = LoadedObjektpfad()
    buendnis: Buendnis = field(default_factory=Buendnis)
    pilotkriterien: Pilotkriterien | None = None
    teaser: tuple[Teaser, ...] = ()
    kurzinfo: Kurzinfos | None = None


def load_page(path: Path, root: Path, vocabulary: Vocabulary) -> tuple[Seite | None, list[Finding]]:
    """Return one page and its findings, sorted; the page is ``None`` only if it cannot be built.

    Never raises: a file that is missing or unreadable is a finding too.
    """
    loaded = load_file(path, root, vocabulary)
    return loaded.page, list(loaded.findings)


def load_file(path: Path, root: Path, vocabulary: Vocabulary) -> LoadedPage:
    """Return one file with body and lines; never raises."""
    name = relative(path, root)
    notes = Notes()
    text = _read_text(path, root, Place(name), notes)
    if text is None:
        return LoadedPage(path=name, slug=path.stem, findings=tuple(notes.findings))
    return parse_page(text, name, Path(name).stem, vocabulary)


def unreadable(path: Path, root: Path) -> tuple[Finding, ...]:
    """Return what keeps a file from being text at all; empty for a file that can be read.

    Never raises: missing, outside ``root``, too large, no UTF-8, a name that is no Unicode.
    """
    notes = Notes()
    place = Place(relative(path, root))
    if str(path).encode("utf-8", "ignore").decode("utf-8") != str(path):
        notes.report(place, "datei", "Der Dateiname ist nicht lesbar. Bitte umbenennen.")
    else:
        _read_text(path, root, place, notes)
    return tuple(notes.findings)


def load_vocabulary(path: Path, root: Path | None = None) -> tuple[Vocabulary, list[Finding]]:
    """Return the closed lists and what is wrong with them; never raises.

    Findings name the file relative to ``root``, or by its last two parts without one.
    """
    base = root or path.parent.parent
    notes = Notes()
    place = Place(relative(path, base))
    text = _read_text(path, base, place, notes)
    if text is None:
        return Vocabulary(), notes.findings
    yaml_text = without_tabs(clean(text, place, notes), place, notes)
    vocabulary = read_vocabulary(yaml_text, place, notes)
    return vocabulary, sorted(notes.findings)


def load_renamed(root: Path) -> tuple[Umbenannt, list[Finding]]:
    """Return the renamed fields and pages and what is wrong with the list; never raises.

    A project without the file has renamed nothing.
    """
    renamed, findings = load_data(root, RENAMED, read_renamed, Vocabulary())
    return renamed or Umbenannt(), findings


def load_orte(root: Path) -> tuple[Orte, list[Finding]]:
    """Return where the places of the cases lie and what is wrong with them; never raises.

    A project without the file knows no places and asks for none.
    """
    orte, findings = load_data(root, ORTE, read_orte, Vocabulary())
    return orte or Orte(), findings


def load_objektpfad(root: Path, vocabulary: Vocabulary) -> LoadedObjektpfad:
    """Return the rules of „Was tun mit diesem Haus?“ and what is wrong with them; never raises."""
    notes = Notes()
    pfad = _read_data(root, OBJEKTPFAD, read_objektpfad, vocabulary, notes)
    return LoadedObjektpfad(pfad, tuple(notes.entries), tuple(sorted(notes.findings)))


def load_buendnis(root: Path, vocabulary: Vocabulary) -> tuple[Buendnis, list[Finding]]:
    """Return the alliance's data and what is wrong with them; never raises.

    All YAML files of the folder count together; a project without them has no data.
    """
    notes = Notes()
    names = (relative(path, root) for path in buendnis_files(root))
    parts = (_read_data(root, name, read_buendnis, vocabulary, notes) for name in names)
    return joined(tuple(part for part in parts if part is not None)), sorted(notes.findings)


def buendnis_files(root: Path) -> list[Path]:
    """Return the files of the alliance's data, sorted by name."""
    return sorted((root / BUENDNIS).glob("*.yaml"))


def load_data(
    root: Path, name: str, read: Callable[[str, Place, Notes], T], vocabulary: Vocabulary
) -> tuple[T | None, list[Finding]]:
    """Return what ``read`` makes of a data file of the project, and what is wrong with it.

    ``None`` without the file, which a project need not have, and where it is unreadable.
    """
    notes = Notes()
    found = _read_data(root, name, read, vocabulary, notes)
    return found, sorted(notes.findings)


def _read_data(
    root: Path,
    name: str,
    read: Callable[[str, Place, Notes], T],
    vocabulary: Vocabulary,
    notes: Notes,
) -> T | None:
    place = Place(name, vocabulary=vocabulary)
    path = root / name
    there = path.exists() or path.is_symlink()  # a link to nowhere is told, not passed over
    text = _read_text(path, root, place, notes) if there else None
    if text is None:
        return None
    return read(without_tabs(clean(text, place, notes), place, notes), place, notes)


def load_teasers(root: Path, vocabulary: Vocabulary) -> tuple[tuple[Teaser, ...], list[Finding]]:
    """Return the teasers of both banks in their order, and what is wrong with them."""
    teasers: list[Teaser] = []
    findings: list[Finding] = []
    for name in TEASER.values():
        found, more = load_data(root, name, read_teasers, vocabulary)
        findings.extend(more)
        teasers.extend(found or ())
    return tuple(teasers), findings


def load_bestand(root: Path, extra: Iterable[Path] = ()) -> Loaded:
    """Return all pages of the project with every finding of every file.

    ``extra`` are files outside the content folders that are read as well.
    """
    vocabulary, findings = load_vocabulary(root / LISTEN, root)
    renamed, more = load_renamed(root)
    findings.extend(more)
    orte, more = load_orte(root)
    findings.extend(more)
    objektpfad = load_objektpfad(root, vocabulary)
    findings.extend(objektpfad.findings)
    buendnis, more = load_buendnis(root, vocabulary)
    findings.extend(more)
    criteria, more = load_data(root, KRITERIEN, read_criteria, vocabulary)
    findings.extend(more)
    kurzinfo, more = load_data(root, KURZINFO, read_kurzinfo, vocabulary)
    findings.extend(more)
    teasers, more = load_teasers(root, vocabulary)
    findings.extend(more)
    paths = sorted({*content_files(root), *extra}, key=lambda path: relative(path, root))
    pages = tuple(load_file(path, root, vocabulary) for path in paths)
    for page in pages:
        findings.extend(page.findings)
    return Loaded(
        root=root,
        bestand=Bestand(tuple(page.page for page in pages if page.page is not None)),
        pages=pages,
        vocabulary=vocabulary,
        findings=tuple(sorted(findings)),
        renamed=renamed.felder,
        moved=renamed.seiten,
        orte=orte,
        objektpfad=objektpfad,
        buendnis=buendnis,
        pilotkriterien=criteria,
        teaser=teasers,
        kurzinfo=kurzinfo,
    )


def content_files(root: Path) -> list[Path]:
    """Return every ``.md`` file of the content folders, sorted by path.

    The start page is not among them: it is only the table of contents.
    """
    files = [path for folder in FOLDERS for path in _markdown_below(root / folder)]
    return sorted(files, key=lambda path: relative(path, root))


def relative(path: Path, root: Path) -> str:
    """Return the path as findings name it; undecodable bytes of file names become escapes."""
    try:
        name = path.relative_to(root).as_posix()
    except ValueError:
        name = path.as_posix()
    return name.encode("utf-8", "backslashreplace").decode("utf-8")


def _markdown_below(folder: Path) -> Iterator[Path]:
    # os.walk does not follow links to folders: no circles, no way out of the project.
    for where, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith((".", "_"))]
        for name in files:
            if name.lower().endswith(".md") and not name.startswith("."):
                yield Path(where) / name


def _read_text(path: Path, root: Path, place: Place, notes: Notes) -> str | None:
    problem = _file_problem(path, root)
    data = b""
    if problem is None:
        try:
            with path.open("rb") as file:
                data = file.read(LARGEST + 1)
        except OSError as error:
            problem = f"Die Datei ist nicht lesbar ({error.strerror}). Bitte die Rechte prüfen."
    if len(data) > LARGEST:
        problem = _TOO_LARGE
    if problem is not None:
        notes.report(place, "datei", problem)
        return None
    return decode(data, place, notes)


_TOO_LARGE = "Die Datei ist größer als 1 MB. Bitte aufteilen; Bilder gehören in eigene Dateien."


def _file_problem(path: Path, root: Path) -> str | None:
    try:
        if not path.resolve().is_relative_to(root.resolve()):
            return "Die Datei liegt außerhalb des Projekts. Bitte eine echte Datei ablegen."
        if not path.is_file():
            return "Die Datei gibt es nicht oder sie ist keine Datei. Bitte den Namen prüfen."
        return _TOO_LARGE if path.stat().st_size > LARGEST else None
    except (OSError, RuntimeError, ValueError):
        return "Die Datei ist nicht erreichbar. Bitte Namen und Verknüpfung prüfen."
