"""One returned file: read, its protocol and answers written; and which files of a folder count."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from ..buch.placing import replace_file
from ..docx.filled import read_filled
from ..formular.answers import Ruecklauf
from ..formular.files import READERS, read_file
from ..formular.json_file import write_json
from ..formular.origin import origin_of
from ..formular.protokoll import protocol, refusal, source_mark
from ..formular.towns import Places
from ..model.formular import Blatt
from ..reading.files import relative
from ..reading.refused import RefusedFileError
from ..redaktion.felder_bogen import kind_named
from .stoerung import in_german

WORD = ".docx"
PROTOCOL, ANSWERS = ".protokoll.html", ".antworten.json"
LONGEST_NAME = 120
_AS_DOCX = "Bitte in Word oder LibreOffice öffnen und als .docx speichern."
_BY_HAND = "Bitte tippen Sie die Antworten in die Tabelle ab, die „nox -s tabelle“ anlegt."
REMEDIES: Mapping[str, str] = {
    **dict.fromkeys((".doc", ".docm", ".dotx", ".dotm", ".odt", ".ott", ".rtf"), _AS_DOCX),
    ".pages": "Bitte in Pages als Word-Datei (.docx) exportieren.",
    **dict.fromkeys((".pdf", ".png", ".jpg", ".jpeg", ".tif", ".tiff", ".heic"), _BY_HAND),
    **dict.fromkeys((".xls", ".xlsm", ".ods"), "Bitte als .xlsx speichern."),
    **dict.fromkeys((".zip", ".7z", ".rar"), "Bitte entpacken Sie die Datei."),
    **dict.fromkeys((".eml", ".msg"), "Bitte speichern Sie den Anhang der E-Mail."),
}
OTHER = "Diese Art von Datei bringt keine Antworten zurück. Bitte als .docx speichern."
FORM = "Das ist ein Bogen der Redaktion. Bitte einzeln einlesen: nox -s einlesen -- DATEI.docx"
LINK = "Das ist eine Verknüpfung. Bitte legen Sie die Datei selbst in den Ordner."
LINKED_FOLDER = "Das ist ein verknüpfter Ordner. Bitte legen Sie den Ordner selbst hierher."
NO_FILE = "Das ist keine gewöhnliche Datei und enthält keine Antworten."
TOO_MUCH = (
    "Das Lesen dauert zu lange oder braucht zu viel Speicher. Bitte lassen Sie sich die Datei noch "
    "einmal schicken oder tippen Sie die Antworten ab."
)
BROKEN = "Die Datei ließ sich nicht lesen ({}). Bitte melden Sie das mit der Datei."


@dataclass(frozen=True)
class Job:
    """A file to read: where it lies, its name below the folder, where results go."""

    path: Path
    quelle: str
    ziel: Path


@dataclass(frozen=True)
class Result:
    """What came of one file; counts are 0 for a file that was refused.

    ``abgelehnt`` is the reason, empty for a file that was read; ``protokoll`` is its protocol.
    ``stadtfrage`` is what must be settled about its town, mostly empty.
    """

    quelle: str
    protokoll: Path
    abgelehnt: str = ""
    stadt: str = ""
    antworten: int = 0
    zweifelhaft: int = 0
    leer: int = 0
    fehlend: int = 0
    fundstuecke: int = 0
    stadtfrage: str = ""


def jobs_in(folder: Path, ziel: Path) -> Iterator[Job]:
    """Yield the files below a folder, sorted; hidden ones and our own results are left out.

    A linked folder comes as one file, since nobody should miss what is in it.
    """
    found: list[Path] = []
    for where, folders, files in os.walk(folder):
        linked = [name for name in folders if (Path(where) / name).is_symlink()]
        folders[:] = [name for name in folders if not name.startswith(".") and name not in linked]
        names = (name for name in (*files, *linked) if not name.startswith((".", "~$")))
        found += [Path(where) / name for name in names]
    for path in sorted(found, key=lambda path: relative(path, folder)):
        if path.name.lower() not in ("thumbs.db", "desktop.ini") and not is_result(path):
            yield Job(path, relative(path, folder), ziel)


def read_job(job: Job, sheets: Sequence[Blatt], places: Places) -> Result:
    """Read a file, write protocol and answers, and return what came of it.

    ``OSError`` only where results cannot be written.
    """
    try:
        ruecklauf = read_return(job.path, sheets)
    except RefusedFileError as error:
        return refuse(job, str(error))
    except OSError as error:
        return refuse(job, in_german(error))
    except (MemoryError, RecursionError):
        return refuse(job, TOO_MUCH)
    except Exception as error:  # one file must not cost the others; its protocol says so
        return refuse(job, BROKEN.format(type(error).__name__))
    place = _free_place(job)
    replace_file(place.with_name(place.name + ANSWERS), write_json(ruecklauf))
    page = place.with_name(place.name + PROTOCOL)
    origin = origin_of(ruecklauf, places)
    replace_file(page, _encoded(protocol(ruecklauf, sheets, job.quelle, origin)))
    return Result(
        job.quelle,
        page,
        stadt=ruecklauf.stadt,
        antworten=len(ruecklauf.antworten),
        zweifelhaft=sum(bool(each.zweifel) for each in ruecklauf.antworten),
        leer=len(ruecklauf.leer),
        fehlend=len(ruecklauf.fehlend),
        fundstuecke=len(ruecklauf.fundstuecke),
        stadtfrage=origin.zweifel,
    )


def refuse(job: Job, reason: str) -> Result:
    """Write the protocol of a file that is not read; answers of an earlier run are taken away."""
    place = _free_place(job)
    page = place.with_name(place.name + PROTOCOL)
    replace_file(page, _encoded(refusal(job.quelle, reason)))
    place.with_name(place.name + ANSWERS).unlink(missing_ok=True)
    return Result(job.quelle, page, abgelehnt=reason)


def read_return(path: Path, sheets: Sequence[Blatt]) -> Ruecklauf:
    """Return what a file of any kind brought back.

    :class:`RefusedFileError` with a German sentence for a file that is not safe or of another
    kind. ``OSError`` for one that cannot be read.
    """
    if path.is_symlink():
        raise RefusedFileError(LINKED_FOLDER if path.is_dir() else LINK)
    if path.exists() and not path.is_file():  # a pipe or a device: reading would never end
        raise RefusedFileError(NO_FILE)
    ending = path.suffix.lower()
    if ending == WORD:
        found = read_filled(path, sheets)
        if any(kind_named(name) for name in dict(found.versionen)):
            raise RefusedFileError(FORM)
        return found
    if ending not in READERS:
        raise RefusedFileError(REMEDIES.get(ending, OTHER))
    return read_file(path, sheets)


def _free_place(job: Job) -> Path:
    """Return the path of the results without endings: never one that holds something else."""
    name = Path(job.quelle).name
    if len(name.encode()) > LONGEST_NAME:
        name = f"{name[: LONGEST_NAME // 4]}-{sha256(name.encode()).hexdigest()[:8]}"
    folder = job.ziel / Path(job.quelle).parent
    number, place = 1, folder / name
    while not _is_ours(place, job.quelle):
        number += 1
        place = folder / f"{name} ({number})"
    return place


def forget_others(ziel: Path, kept: Iterable[Path]) -> None:
    """Take away our own results whose files are no longer there; all others stay."""
    stay = {page.resolve() for page in kept}
    for page in sorted(ziel.rglob(f"*{PROTOCOL}")):
        if page.resolve() not in stay and is_result(page):
            page.with_name(page.name.removesuffix(PROTOCOL) + ANSWERS).unlink(missing_ok=True)
            page.unlink()


def _is_ours(place: Path, quelle: str) -> bool:
    """Whether results may lie here: nothing is there, or an earlier protocol of this file."""
    page, answers = (place.with_name(place.name + ending) for ending in (PROTOCOL, ANSWERS))
    if not page.exists():
        return not answers.exists()
    return source_mark(quelle) in _begin(page)


def is_result(path: Path) -> bool:
    """Whether a file is a protocol of ours or lies beside one as its answers."""
    for ending in (PROTOCOL, ANSWERS):
        if path.name.endswith(ending):
            page = path.with_name(path.name.removesuffix(ending) + PROTOCOL)
            return page.is_file() and source_mark("")[:-2] in _begin(page)
    return False


def _begin(page: Path) -> str:
    try:
        with page.open(encoding="utf-8", errors="replace") as stream:
            return stream.read(4096)
    except OSError:
        return ""


def _encoded(text: str) -> bytes:
    return text.encode("utf-8", "backslashreplace")
