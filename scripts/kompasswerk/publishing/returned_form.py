"""A returned form of a page: compared with its page, written down, taken over if asked to."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from ..buch.placing import replace_file
from ..docx.returned_text import read_origin
from ..reading.files import Loaded, load_bestand
from ..reading.pages import LoadedPage
from ..reading.refused import RefusedFileError
from ..reading.split import FENCE
from ..redaktion.compare import Comparison, NotMergeableError, compared
from ..redaktion.felder_bogen import bogen_of, kind_named
from ..redaktion.new_file import new_page
from ..redaktion.read_form import read_form
from ..redaktion.report import as_page, as_text
from ..redaktion.take_over import take_over
from ..redaktion.texts import texts_for
from .returned import BROKEN, LINK, REMEDIES, WORD
from .stoerung import in_german

DONE, FINDINGS, WRONG_USE = 0, 1, 2
BESIDE = "-eingelesen"
PAGE, PATCH = "vergleich.html", "aenderung.patch"
NO_FORM = (
    "„{}“ ist kein Bogen der Redaktion. Für ausgefüllte Arbeitsbücher nennen Sie bitte den Ordner."
)
_GONE = "Die Seite „{}“, zu der dieser Bogen gehört, gibt es nicht mehr."
_NOT_MADE = "Noch nicht angelegt: {}. Bitte im Bogen beheben oder mit --uebernehmen anlegen."
_NOT_TAKEN = "Nicht übernommen: {}. Bitte im Bogen beheben und neu einlesen."
_ASK = "Zum Übernehmen: nox -s einlesen -- {} --uebernehmen"


@dataclass(frozen=True)
class Wish:
    """What is to become of a form: ``take`` writes its changes into the project."""

    file: Path
    ziel: Path | None = None
    take: bool = False
    today: date | None = None


def einlesen_bogen(root: Path, *, wish: Wish) -> int:
    """Compare a form with its page, print and write the comparison, and take it over if wished.

    1 if there are errors or contradictions, 2 for a file that is no form.
    """
    loaded = load_bestand(root)
    try:
        found = read_comparison(loaded, wish.file, wish.today or date.today())
    except (RefusedFileError, NotMergeableError) as error:
        print(error, file=sys.stderr)
        return WRONG_USE if isinstance(error, RefusedFileError) else FINDINGS
    except OSError as error:
        print(in_german(error), file=sys.stderr)
        return WRONG_USE
    except Exception as error:  # a damaged file from outside must not end in a traceback
        print(BROKEN.format(type(error).__name__), file=sys.stderr)
        return WRONG_USE
    print(as_text(found))
    print()
    folder = (wish.ziel or wish.file.with_name(wish.file.stem + BESIDE)).resolve()
    replace_file(folder / PAGE, as_page(found).encode("utf-8", "backslashreplace"))
    replace_file(folder / PATCH, found.patch.encode())
    print(f"Vergleich und Patch liegen in {folder}.")
    try:
        return _carried_out(root, found, wish)
    except NotMergeableError as error:
        print(error, file=sys.stderr)
        return FINDINGS


def read_comparison(loaded: Loaded, file: Path, today: date) -> Comparison:
    """Return what a form changes.

    :class:`RefusedFileError` for a file that is unsafe or no form, :class:`NotMergeableError`
    for one whose page cannot take it. ``OSError`` for a file that cannot be read.
    """
    if file.is_symlink():
        raise RefusedFileError(LINK)
    if file.suffix.lower() != WORD:
        raise RefusedFileError(REMEDIES.get(file.suffix.lower(), NO_FORM.format(file.name)))
    source = read_origin(file)
    art = kind_named(source.kind) if source else None
    if source is None or art is None:
        raise RefusedFileError(NO_FORM.format(file.name))
    bogen = bogen_of(art, loaded.vocabulary, loaded.bestand)
    page = _page(loaded, source.path)
    words = texts_for(art, page.page if page else None, loaded, None, loaded.root).words
    bodies = (page.body, source.text.partition(f"\n{FENCE}\n")[2]) if page else ()
    back = read_form(file, source, bogen, words, bodies)
    if page is None:
        return new_page(loaded, back, bogen, today)
    return compared(loaded, page, back, bogen, today)


def _page(loaded: Loaded, path: str) -> LoadedPage | None:
    """Return the page that a form names, ``None`` for the form of a new one.

    Only a page of the project counts: the path in a file from outside leads nowhere else.
    """
    if not path:
        return None
    found = next((each for each in loaded.pages if each.path == path), None)
    if found is None:
        raise NotMergeableError(_GONE.format(path))
    return found


def _carried_out(root: Path, found: Comparison, wish: Wish) -> int:
    """Write what may be written, say so, and return the exit code."""
    new = not found.before
    problems = f"{found.errors} Fehler"
    if found.errors and not (new and wish.take):
        print((_NOT_MADE if new else _NOT_TAKEN).format(problems))
        return FINDINGS
    if new:
        take_over(root, found)
        print(f"Neu angelegt: {found.path} (Entwurf).")
    elif wish.take and found.after != found.before:
        take_over(root, found)
        print(f"Übernommen: {found.path}.")
    elif found.after != found.before:
        print(_ASK.format(os.fspath(wish.file)))
    return FINDINGS if found.conflicts or found.errors else DONE
