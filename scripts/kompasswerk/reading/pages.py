"""One page from its text: the entry for Sphinx, for the checks and for everything read back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from ..model.arten import ARTEN, Art
from ..model.findings import Finding
from ..model.seiten import Seite
from ..model.vocabulary import Vocabulary
from .addresses import is_slug, slug_problem
from .fields import read_fields
from .head import read_head
from .nodes import Node, Pairs
from .notes import Entry, Notes, Place
from .shapes import built
from .split import split
from .values import text_of
from .wording import quoted, way_out

INDEX = "index"


@dataclass(frozen=True)
class LoadedPage:
    """A page as far as it could be read.

    ``page`` is ``None`` only if a value is missing that no page can do without; ``art`` is
    ``None`` if neither the file nor its folder tells it. ``findings`` are sorted. ``body``
    starts in line ``body_line`` of the file. ``lines`` leads from a key path
    (``quellen.q1.url``, ``kosten.2.wert``: list positions count from 1) to its line, also
    where the value is wrong; it is empty if the front matter could not be read at all.
    ``entries`` are the values that were understood, ``head`` is the front matter's text.
    """

    path: str
    slug: str
    art: Art | None = None
    page: Seite | None = None
    findings: tuple[Finding, ...] = ()
    head: str = ""
    body: str = ""
    body_line: int = 1
    lines: Mapping[str, int] = field(default_factory=dict)
    entries: tuple[Entry, ...] = ()

    def line(self, key: str) -> int:
        """Return the line of a key path; of the next longer known path, or else 1."""
        while key and key not in self.lines:
            key = key.rpartition(".")[0]
        return self.lines.get(key, 1)


def parse_page(text: str, path: str, slug: str, vocabulary: Vocabulary) -> LoadedPage:
    """Return the page of one file's text; never raises, whatever the text is.

    ``path`` is relative to the project root with forward slashes.
    """
    notes = Notes()
    place = Place(path, vocabulary=vocabulary)
    if not is_slug(slug):
        notes.report(place, "kennung", f"Dateiname: {slug_problem(slug)}")
    parts = split(text, place, notes)
    pairs = None if parts.head is None else read_head(parts.head, place.on(parts.head_line), notes)
    art = None if pairs is None else _art(pairs, place, notes)
    page = None if pairs is None or art is None else _page(pairs, art, slug, place, notes)
    return LoadedPage(
        path=path,
        slug=slug,
        art=art,
        page=page,
        findings=tuple(sorted(notes.findings)),
        head=parts.head or "",
        body=parts.body,
        body_line=parts.body_line,
        lines=notes.lines,
        entries=tuple(notes.entries),
    )


def _page(pairs: Pairs, art: Art, slug: str, place: Place, notes: Notes) -> Seite | None:
    others = Pairs(tuple(pair for pair in pairs.pairs if pair[0].text != "art"), pairs.line)
    values = read_fields(others, art.fields, art.page, place, notes)
    page: Seite | None = built(art.page, {"slug": slug, "path": place.path, **values})
    return page


def _art(pairs: Pairs, place: Place, notes: Notes) -> Art | None:
    """Return the declared kind, or the folder's kind where the declaration is missing or wrong."""
    found = next(((key, node) for key, node in pairs.pairs if key.text == "art"), None)
    guess = _art_of_folder(place.path)
    if found is None:
        suggestion = guess.key if guess else "seite"
        message = f"Die Angabe fehlt. Bitte ergänzen, zum Beispiel „art: {suggestion}“."
        notes.report(place.at("art", 1), "art", message)
        return guess
    key, node = found
    here = place.at("art", key.line)
    notes.lines["art"] = key.line
    return _declared(node, here, notes) or guess


def _declared(node: Node, place: Place, notes: Notes) -> Art | None:
    name = text_of(node, place, notes, required=True)
    if name is None:
        return None
    art = ARTEN.get(name)
    if art is None:
        notes.report(place, "art", f"{quoted(name)} ist unbekannt. {way_out(name, ARTEN)}")
    elif not _in_place(place.path, art):
        notes.report(place, "ordner", _folder_message(art, place.path))
    return art


def _in_place(path: str, art: Art) -> bool:
    file = PurePosixPath(path)
    if file.stem == INDEX:
        return art.key == "seite"
    folder = PurePosixPath(art.folder)
    free = {folder, PurePosixPath(ARTEN["pilot"].folder)}
    return file.parent == folder or (
        art.key == "seite" and not free.isdisjoint((file.parent, *file.parent.parents))
    )


def _folder_message(art: Art, path: str) -> str:
    if PurePosixPath(path).stem == INDEX:
        return f"index.md ist immer „art: seite“, nicht {quoted(art.key)}. Bitte ändern."
    return f"Dateien mit „art: {art.key}“ gehören in {art.folder}/. Bitte dorthin verschieben."


def _art_of_folder(path: str) -> Art | None:
    file = PurePosixPath(path)
    if file.stem == INDEX:
        return ARTEN["seite"]
    arts = [art for art in ARTEN.values() if PurePosixPath(art.folder) == file.parent]
    return arts[0] if len(arts) == 1 else None
