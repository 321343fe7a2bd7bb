"""What the desk can do: list, open, check and save pages, take pictures and Word forms."""

from __future__ import annotations

import tempfile
import threading
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from secrets import token_hex

from docutils.nodes import make_id

from ...model.arten import ARTEN, Art
from ...model.findings import Finding
from ...reading.files import Loaded
from ...reading.pages import LoadedPage
from ..compare import Comparison, NotMergeableError
from ..felder_bogen import KINDS, Bogen, bogen_of
from ..form_file import read_raw
from ..pictures import FOLDER, RefusedPictureError, free_name, made_anew
from ..take_over import take_over
from ..texts import texts_for
from .befunde import Befund, befunde_of
from .edit import Edit, Result, applied, opened, said_in
from .head_values import values_in
from .preview import Preview
from .sections import sections_of

MOST_PENDING, MOST_PAGES = 12, 5
"""So many pictures of a page wait to be saved, on so many pages."""
_UNKNOWN = "Diese Seite gibt es nicht (mehr): {}"
_MANY = "Es warten schon {} Bilder. Bitte speichern Sie zuerst die Seite."
_CHANGED = "Die Seite hat sich seit dem Vergleich geändert. Bitte lesen Sie den Bogen noch einmal."
_GONE = "Dieser Vergleich ist nicht mehr da. Bitte lesen Sie den Bogen noch einmal."


@dataclass(frozen=True)
class Works:
    """What the desk lets others do for it.

    ``load`` reads all pages, ``form`` and ``compare`` make and read Word forms, ``explain`` says
    in German why a file cannot be read or written.
    """

    load: Callable[[], Loaded]
    form: Callable[[Loaded, Art, LoadedPage | None], bytes]
    compare: Callable[[Loaded, Path], Comparison]
    today: Callable[[], date]
    explain: Callable[[OSError], str]


@dataclass(frozen=True)
class Opened:
    """A page as the browser gets it; ``text`` is its file, empty for a new page.

    ``ganz`` says that nothing is missing without which the website cannot show it as its kind.
    """

    art: Art
    path: str
    titel: str
    ganz: bool
    text: str
    fragen: Mapping[str, object]
    abschnitte: tuple[Mapping[str, object], ...]
    befunde: tuple[Befund, ...]

    def data(self) -> dict[str, object]:
        """Return it as the browser's scripts read it."""
        found = [asdict(each) for each in self.befunde]
        own = {key: value for key, value in vars(self).items() if key not in ("art", "befunde")}
        return {**own, "art": self.art.key, "befunde": found}


class Desk:
    """One project on the desk; all writing happens one after the other."""

    def __init__(self, root: Path, works: Works, preview: Preview) -> None:
        self.root, self.works, self.preview = root, works, preview
        self._lock = threading.Lock()
        self._pending: dict[str, dict[str, bytes]] = {}
        self._comparisons: dict[str, Comparison] = {}

    def pages(self) -> Iterator[tuple[Art, list[LoadedPage]]]:
        """Yield each kind of page with its pages by title."""
        loaded = self.works.load()
        for key in KINDS:
            found = [each for each in loaded.pages if each.art is ARTEN[key]]
            yield ARTEN[key], sorted(found, key=lambda each: title_of(each).casefold())

    def open(self, path: str) -> Opened:
        """Return a page of the project; :class:`NotMergeableError` if it cannot be edited."""
        loaded = self.works.load()
        raw = read_raw(self.root / _page(loaded, path).path)
        page = opened(raw, path, loaded.vocabulary)
        return self._opened(loaded, self.art(path), page, raw)

    def empty(self, art: Art) -> Opened:
        """Return a new page, which no file holds yet."""
        return self._opened(self.works.load(), art, LoadedPage("", "", art), "")

    def art(self, path: str) -> Art:
        """Return the kind of a page of the project."""
        return _page(self.works.load(), path).art or ARTEN[KINDS[0]]

    def findings(self, path: str) -> tuple[Finding, ...]:
        """Return what reading finds in a file, also in one that cannot be edited here."""
        loaded = self.works.load()
        return next((each.findings for each in loaded.pages if each.path == path), ())

    def bogen(self, art: Art) -> Bogen:
        """Return the questions of a kind of page."""
        loaded = self.works.load()
        return bogen_of(art, loaded.vocabulary, loaded.bestand)

    def check(self, art: Art, edit: Edit) -> list[Befund]:
        """Return the findings of a page as it would become; nothing is written."""
        with self._lock:
            loaded = self.works.load()
            bogen = self._bogen(loaded, art, edit)
            found = applied(loaded, bogen, edit, self._now(loaded, edit), self.works.today())
            pending = self._pending.get(edit.path, {})
            return befunde_of(loaded, found.page, bogen, self.works.today(), pending)

    def save(self, art: Art, edit: Edit, *, despite: bool = False) -> Result:
        """Write a page and its new pictures, and ask for a preview.

        With contradictions nothing is written unless ``despite`` says that the file is right.
        """
        with self._lock:
            loaded = self.works.load()
            bogen = self._bogen(loaded, art, edit)
            found = applied(loaded, bogen, edit, self._now(loaded, edit), self.works.today())
            if (found.fields or found.texts) and not despite:
                return found
            waiting = self._pending.get(edit.path, {})
            files = {name: blob for name, blob in waiting.items() if name in found.after}
            take_over(self.root, Comparison(found.path, "", found.before, found.after, files=files))
            self._pending.pop(edit.path, None)
        self.preview.ask()
        return found

    def add_picture(self, path: str, blob: bytes) -> str:
        """Keep a picture until its page is saved; return how the page names it.

        :class:`..pictures.RefusedPictureError` for what is no picture or too large.
        """
        slug = Path(_page(self.works.load(), path).path).stem
        ending, made = made_anew(blob)
        with self._lock:
            waiting = self._pending.setdefault(path, {})
            if len(waiting) >= MOST_PENDING:
                raise RefusedPictureError(_MANY.format(MOST_PENDING))
            while len(self._pending) > MOST_PAGES:  # whose save never came
                self._pending.pop(next(each for each in self._pending if each != path))
            folder = (self.root / path).parent / FOLDER
            there = [each.name for each in folder.iterdir()] if folder.is_dir() else []
            name = f"{FOLDER}/{free_name(slug, ending, (*there, *waiting))}"
            waiting[name] = made
        return name

    def form(self, art: Art, path: str = "") -> bytes:
        """Return the Word form of a page, of a new one for an empty path."""
        loaded = self.works.load()
        return self.works.form(loaded, art, _page(loaded, path) if path else None)

    def read_form(self, blob: bytes) -> tuple[str, Comparison]:
        """Return what a Word form changes, and the key under which it waits to be taken over.

        Raises what reading a form from outside raises.
        """
        with tempfile.TemporaryDirectory(prefix="kompass-bogen-") as folder:
            file = Path(folder) / "bogen.docx"
            file.write_bytes(blob)
            found = self.works.compare(self.works.load(), file)
        key = token_hex(8)
        self._comparisons = {key: found}
        return key, found

    def take_form(self, key: str) -> str:
        """Write what a form changes and return the path of its page."""
        with self._lock:
            found = self._comparisons.pop(key, None)
            if found is None:
                raise NotMergeableError(_GONE)
            target = self.root / found.path
            if (read_raw(target) if target.exists() else "") != found.before:
                raise NotMergeableError(_CHANGED)
            take_over(self.root, found)
        self.preview.ask()
        return found.path

    def _opened(self, loaded: Loaded, art: Art, page: LoadedPage, raw: str) -> Opened:
        bogen = bogen_of(art, loaded.vocabulary, loaded.bestand)
        values = values_in(page.head, bogen)
        helps = texts_for(art, page.page, loaded, None, self.root).helps
        found = befunde_of(loaded, page, bogen, self.works.today()) if raw else []
        sections = tuple(
            {
                "ueberschrift": each.heading,
                "text": each.text,
                "hilfe": list(helps.get(each.heading, ())),
                "anker": make_id(each.heading),
            }
            for each in sections_of(page.body, art.headings)
        )
        return Opened(
            art, page.path, title_of(page), page.page is not None, raw,
            said_in(values, bogen), sections, tuple(found),
        )  # fmt: skip

    def _bogen(self, loaded: Loaded, art: Art, edit: Edit) -> Bogen:
        """Return the questions of a page that exists, those of a kind for a new one."""
        kind = _page(loaded, edit.path).art if edit.base else None
        return bogen_of(kind or art, loaded.vocabulary, loaded.bestand)

    def _now(self, loaded: Loaded, edit: Edit) -> str:
        """Return the text of the file that is edited; only pages of the project have one."""
        return read_raw(self.root / _page(loaded, edit.path).path) if edit.base else ""


def title_of(page: LoadedPage) -> str:
    """Return the title of a page, the name of its file if nobody can read it."""
    said = next((str(each.value) for each in page.entries if each.key == "titel"), "")
    return said or page.slug


def _page(loaded: Loaded, path: str) -> LoadedPage:
    """Return the page of a path: one that the project has, and never any other file."""
    found = next((each for each in loaded.pages if each.path == path), None)
    if found is None or found.art is None or found.art.key not in KINDS:
        raise NotMergeableError(_UNKNOWN.format(path))
    return found
