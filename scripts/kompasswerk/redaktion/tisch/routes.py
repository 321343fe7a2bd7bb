"""Which address of the desk does what."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import asdict
from http import HTTPStatus
from pathlib import Path
from typing import Any, ParamSpec

from ...model.arten import ARTEN, Art
from ...model.findings import Severity
from ...reading.gestaltung import read_gestaltung
from ...reading.refused import RefusedFileError
from ...sphinx_ext.gestaltung import STYLESHEET, stylesheet
from ..brackets import with_brackets
from ..compare import Comparison, NotMergeableError
from ..felder_bogen import KINDS, slug_of
from ..form_file import NotReadableError
from ..pictures import RefusedPictureError
from ..report import body_of
from .access import RefusedError
from .desk import Desk
from .edit import Edit, Result
from .pages import ICON, STYLES, edit_page, list_page, message_page
from .server import Answer, Routes, data, file_of, page

BROWSER = Path(__file__).parent / "browser"
STATIC, TOKENS = "_templates/html/static", "_templates/gestaltung.yaml"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_BAD = "Die Anfrage ist unvollständig. Bitte die Seite neu laden."
_DAMAGED = "Die Word-Datei ist beschädigt und lässt sich nicht lesen ({})."
_NOT_BUILT = "Die Vorschau ist noch nicht gebaut."
_FAILURES = (NotMergeableError, NotReadableError, RefusedPictureError, RefusedFileError)
P = ParamSpec("P")


def routes_for(desk: Desk, site: Path, preview: str, end: Callable[[], None]) -> Routes:
    """Return what answers; ``site`` is the built website, ``preview`` its address."""
    own = _Desk(desk, preview, end)
    read = {
        "": own.list,
        "seite": own.edit,
        "neu": own.new,
        "stil": own.style,
        "leerer-bogen": own.empty_form,
        "bogen": own.form,
        "stand": own.state,
    }
    typed = {
        "pruefen": own.check,
        "speichern": own.save,
        "uebernehmen": own.take,
        "ende": own.end,
    }
    files = {"bild": own.picture, "einlesen": own.read_form}
    return Routes(
        read={name: _guarded(find, desk) for name, find in read.items()},
        typed={name: _guarded(find, desk) for name, find in typed.items()},
        files={name: _guarded(find, desk) for name, find in files.items()},
        site=lambda name: _preview(site, name),
    )


def _preview(site: Path, name: str) -> Answer:
    if not site.is_dir():
        return page(message_page(_NOT_BUILT, "Sie erscheint hier, sobald sie fertig ist.", "/"))
    return file_of(site, name or "index.html")


def _guarded(find: Callable[P, Answer], desk: Desk) -> Callable[P, Answer]:
    """Turn what a page or file cannot do into an answer that says so in German."""

    def answered(*given: P.args, **named: P.kwargs) -> Answer:
        try:
            return find(*given, **named)
        except _FAILURES as error:
            raise RefusedError(HTTPStatus.CONFLICT, str(error)) from error
        except OSError as error:
            raise RefusedError(HTTPStatus.CONFLICT, desk.works.explain(error)) from error

    return answered


class _Desk:
    def __init__(self, desk: Desk, preview: str, end: Callable[[], None]) -> None:
        self.desk, self.preview, self._end = desk, preview, end

    # ------------------------------------------------------------ pages

    def list(self, rest: str) -> Answer:
        if rest:
            raise RefusedError(HTTPStatus.NOT_FOUND, "Diese Adresse gibt es nicht.")
        return page(list_page(self.desk.pages(), self.desk.works.load().vocabulary))

    def edit(self, rest: str) -> Answer:
        path, up = f"{rest}.md", "../" * (rest.count("/") + 1)
        try:
            opened = self.desk.open(path)
        except NotMergeableError as error:
            found = self.desk.findings(path)
            return page(message_page(path, str(error), up, (str(each) for each in found)))
        return page(edit_page(opened, self.desk.bogen(opened.art), up=up, preview=self.preview))

    def new(self, rest: str) -> Answer:
        art = _art(rest)
        opened = self.desk.empty(art)
        return page(edit_page(opened, self.desk.bogen(art), up="../", preview=self.preview))

    def style(self, rest: str) -> Answer:
        if rest == STYLESHEET:
            own = self.desk.root / TOKENS
            tokens = read_gestaltung(own) if own.is_file() else read_gestaltung()
            return Answer("text/css", stylesheet(tokens).encode())
        shared = rest in (*STYLES, ICON) and not (BROWSER / rest).is_file()
        return file_of(self.desk.root / STATIC if shared else BROWSER, rest)

    def state(self, rest: str) -> Answer:
        return data(asdict(self.desk.preview.state()))

    # ------------------------------------------------------------ what somebody typed

    def check(self, said: Any) -> Answer:
        art, edit = _edit(said)
        return data({"befunde": [asdict(each) for each in self.desk.check(art, edit)]})

    def save(self, said: Any) -> Answer:
        art, edit = _edit(said)
        despite = said.get("trotzdem") is True
        found = self.desk.save(art, edit, despite=despite)
        contradictions = _contradictions(found)
        if contradictions and not despite:
            return data({"widersprueche": contradictions})
        opened = self.desk.open(found.path)
        return data({**opened.data(), "inzwischen": found.meanwhile})

    def picture(self, rest: str, blob: bytes) -> Answer:
        return data({"datei": self.desk.add_picture(rest, blob)})

    def end(self, said: Any) -> Answer:
        self._end()
        return data({})

    # ------------------------------------------------------------ Word

    def form(self, rest: str) -> Answer:
        path = f"{rest}.md"
        art = self.desk.art(path)
        name = f"{slug_of(art)}-{Path(path).stem}.docx"
        return Answer(WORD, self.desk.form(art, path), name)

    def empty_form(self, rest: str) -> Answer:
        art = _art(rest)
        return Answer(WORD, self.desk.form(art), f"{slug_of(art)}.docx")

    def read_form(self, rest: str, blob: bytes) -> Answer:
        try:
            key, found = self.desk.read_form(blob)
        except (*_FAILURES, OSError):
            raise
        except Exception as error:  # a damaged file from outside must not end in a traceback
            raise RefusedError(
                HTTPStatus.CONFLICT, _DAMAGED.format(type(error).__name__)
            ) from error
        return data(
            {"vergleich": body_of(found), "schluessel": key, "sagt": _verdict(found),
             "moeglich": _may_be_taken(found), "neu": not found.before}
        )  # fmt: skip

    def take(self, said: Any) -> Answer:
        key = said.get("schluessel") if isinstance(said, dict) else None
        path = self.desk.take_form(key if isinstance(key, str) else "")
        return data({"pfad": path.removesuffix(".md")})


def _art(name: str) -> Art:
    if name not in KINDS:
        raise RefusedError(HTTPStatus.NOT_FOUND, "Diese Art von Seite gibt es hier nicht.")
    return ARTEN[name]


def _edit(said: Any) -> tuple[Art, Edit]:
    """Return what the browser sent; :class:`RefusedError` for anything of another shape."""
    sent: dict[str, Any] = said if isinstance(said, dict) else {}
    answers, texts = sent.get("fragen"), sent.get("texte")
    words = [sent.get("art"), sent.get("pfad"), sent.get("grundlage")]
    if not isinstance(answers, dict) or not isinstance(texts, list):
        raise RefusedError(HTTPStatus.BAD_REQUEST, _BAD)
    single = all(isinstance(each, str) for each in (*words, *texts))
    if not single or not all(isinstance(x, str) or _is_table(x) for x in answers.values()):
        raise RefusedError(HTTPStatus.BAD_REQUEST, _BAD)
    art, path, base = map(str, words)
    return _art(art), Edit(path, base, answers, tuple(texts))


def _is_table(value: object) -> bool:
    return isinstance(value, list) and all(
        isinstance(row, Mapping) and all(isinstance(text, str) for text in row.values())
        for row in value
    )


def _contradictions(found: Result) -> list[dict[str, str]]:
    """Return what a person and the file say otherwise, each with its label."""
    fields = [
        {"stelle": each.label, "eingabe": each.new, "datei": each.now or ""}
        for each in found.fields
    ]
    return fields + [
        {
            "stelle": each.heading or "Text",
            "eingabe": with_brackets("\n\n".join(each.new)),
            "datei": with_brackets("\n\n".join(each.now or ())),
        }
        for each in found.texts
    ]


def _may_be_taken(found: Comparison) -> bool:
    """Whether a form may change the project: new pages are drafts and may have errors."""
    return found.after != found.before and (not found.before or not found.errors)


def _verdict(found: Comparison) -> str:
    if found.after == found.before:
        return "Der Bogen ändert nichts."
    errors = sum(each.severity is Severity.ERROR for each in found.problems)
    if not found.before:
        return "Der Bogen ergibt eine neue Seite. Sie können sie anlegen und hier weiterschreiben."
    if errors:
        return "So kann der Bogen nicht übernommen werden. Bitte im Bogen beheben, was unten steht."
    return "Das würde der Bogen ändern."
