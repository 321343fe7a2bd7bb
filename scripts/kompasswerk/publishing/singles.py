"""Pages of the website as Word and PDF files of their own, laid beside it."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import partial
from hashlib import sha256
from pathlib import Path

from ..buch import blocks as b
from ..buch.assemble import titled
from ..buch.excerpt import excerpt
from ..buch.library import Library
from ..buch.library_builder import read_library
from ..buch.place import anchor
from ..buch.placing import replace_file
from ..model.arten import ARTEN, ROLES
from ..reading.files import Loaded
from ..sphinx_ext.werkzeuge import FOLDER, FORMATS
from .build import WORKSHOP, BuildError
from .executors import Workers, carried_out
from .leaves import library_file, template_for
from .making import Werkstatt, library_of, written

LIST = "dateien-{digest}.json"


@dataclass(frozen=True)
class Einzeln:
    """One page to write: its document, and where its files lie without their ending."""

    docname: str
    ziel: Path


def write_singles(
    root: Path, loaded: Loaded, workers: Workers, say: Callable[[str], None]
) -> tuple[Path, Path]:
    """Write every page of the kinds that texts link to; return their folder and their list.

    The folder is made anew, so it holds no file of a page that is gone. The list is a JSON
    file: document → ending → bytes; its name changes with what it says, so that Sphinx writes
    pages again when sizes change. :class:`BuildError` if a page cannot be written.
    """
    path = library_file(root, strict=True)
    library = read_library(path)
    out = root / WORKSHOP / FOLDER
    shutil.rmtree(out, ignore_errors=True)
    werkstatt = Werkstatt(
        *(path, path.stat().st_mtime_ns, template_for(root, library)),
        formats=tuple(FORMATS),
    )
    jobs = [Einzeln(name, out / name) for name in documents(loaded) if name in library.leaves]
    sizes: dict[str, dict[str, int]] = {}
    for job, result in carried_out(partial(write_single, werkstatt), jobs, workers):
        if isinstance(result, Exception):
            say(f"{job.docname}: Word und PDF sind nicht fertig geworden. {result}")
            raise BuildError(FOLDER)
        sizes[job.docname] = result
    text = json.dumps(sizes, sort_keys=True, indent=1)
    digest = sha256(text.encode()).hexdigest()[:12]
    listing = root / WORKSHOP / LIST.format(digest=digest)
    for old in listing.parent.glob(LIST.format(digest="*")):
        old.unlink()
    listing.write_text(text, encoding="utf-8")
    return out, listing


def documents(loaded: Loaded) -> Iterable[str]:
    """Yield the documents of all pages that are an object of their own, sorted by path."""
    kinds = tuple(ARTEN[art].page for art in ROLES.values())
    return (page.path.removesuffix(".md") for page in loaded.bestand.seiten if type(page) in kinds)


def write_single(werkstatt: Werkstatt, job: Einzeln) -> dict[str, int]:
    """Write the files of one page, in whatever process; return their sizes by ending."""
    library = library_of(werkstatt)
    book = single(library, job.docname)
    sizes = {}
    for ending in werkstatt.formats:
        blob = written(book, ending, werkstatt, library)
        replace_file(job.ziel.with_name(f"{job.ziel.name}.{ending}"), blob)
        sizes[ending] = len(blob)
    return sizes


def single(library: Library, docname: str) -> b.Book:
    """Return a page as a book of one chapter, which says at its end where it is from."""
    found = excerpt(library, [docname])
    (leaf,) = found.leaves
    title = library.title
    line = b.Paragraph(
        (b.Text(" · ".join(filter(None, (title.title, title.edition, leaf.web)))),), "note"
    )
    part = b.Part((), (*found.pages[docname], line))
    return replace(
        titled(title, leaf.title, (part,), found.notes),
        contents_depth=0,
        pages=(b.Page(docname, leaf.title, anchor(docname)),),
        sheets=(leaf.sheet,) if leaf.sheet is not None else (),
    )
