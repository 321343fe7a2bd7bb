"""What somebody has typed on the desk, and the file as it becomes by it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import yaml

from ...formular.answers import Antwort, Erkannt
from ...formular.values import read_value
from ...model.formular import Formularfeld, Stelle
from ...model.vocabulary import Vocabulary
from ...reading.extents import extents_of
from ...reading.files import Loaded
from ...reading.notes import Notes, Place
from ...reading.pages import LoadedPage, parse_page
from ...reading.split import clean
from ..body_edit import TextChange, merged
from ..compare import FieldChange, NotMergeableError, in_order, merged_fields
from ..felder_bogen import KEY, Bogen, Bogenfeld
from ..from_myst import blocks_of
from ..head_edit import UNORDERED, edited
from ..new_file import draft, free_path
from ..werte import Raw, name_of, rows_of, shown, values_from
from .head_values import values_in
from .sections import joined, sections_of

Cells = Mapping[str, str]
"""Texts of a row by column."""
Said = str | Sequence[Cells]
"""What stands in the controls of a question: a text, or the rows of a table."""
_LAST_ROW = 9_999
_BROKEN = (
    "Diese Seite lässt sich hier nicht bearbeiten: Der Kopf der Datei ist beschädigt oder sie "
    "enthält ungewöhnliche Zeichen. Die Meldungen unten sagen, was in der Datei zu beheben ist."
)
_OTHER_FORM = (
    "Das Formular passt nicht mehr zur Datei. Bitte laden Sie die Seite neu; Ihre Eingaben stehen "
    "noch im Fenster, kopieren Sie sie vorher heraus."
)


@dataclass(frozen=True)
class Edit:
    """What the browser sends: ``base`` is the file's text when it was opened, empty for new.

    ``texts`` are those of the sections in order.
    """

    path: str
    base: str
    answers: Mapping[str, Said]
    texts: tuple[str, ...]


@dataclass(frozen=True)
class Result:
    """The file as it becomes.

    ``fields`` and ``texts`` are changes that contradict what the file says by now; they are not
    in ``after``. ``meanwhile`` says that the file has changed since it was opened.
    """

    path: str
    before: str
    after: str
    page: LoadedPage
    fields: tuple[FieldChange, ...] = ()
    texts: tuple[TextChange, ...] = ()
    meanwhile: bool = False


def said_in(values: Mapping[str, Raw], bogen: Bogen) -> dict[str, Said]:
    """Return what the controls show for raw values; a choice shows only what can be chosen."""
    return {each.form.key: _said(values.get(each.form.key, ""), each) for each in bogen.felder}


def _said(raw: Raw, question: Bogenfeld) -> Said:
    if question.value is not None:
        return shown(question.value, raw)
    rows = [dict(row) for row in rows_of(raw)]
    if question.form.vorgaben:  # a row for each given key, in their order
        known = {row.get(KEY): row for row in rows}
        rows = [known.get(key, {}) | {KEY: ""} for key in question.columns[0].names]
    return [
        {
            column.form.key: shown(column, row[name_of(column)])
            for column in question.columns
            if row.get(name_of(column))
        }
        for row in rows
    ]


def opened(raw: str, path: str, vocabulary: Vocabulary) -> LoadedPage:
    """Return a page whose lines can be kept; :class:`NotMergeableError` for any other."""
    text = raw.replace("\r\n", "\n")
    page = parse_page(text, path, path.rpartition("/")[2].removesuffix(".md"), vocabulary)
    try:
        extents_of(page.head)
    except yaml.YAMLError as error:
        raise NotMergeableError(_BROKEN) from error
    if page.art is None or text != f"---\n{page.head}\n---\n{page.body}":
        raise NotMergeableError(_BROKEN)
    return page


def applied(loaded: Loaded, bogen: Bogen, edit: Edit, now: str, today: date) -> Result:
    """Return the page with what was typed; nothing is written.

    ``now`` is the text of the file by now. A question whose controls still show what they showed
    keeps its value to the letter. :class:`NotMergeableError` where the page cannot take it.
    """
    if not edit.base:
        return _new(loaded, bogen, edit, today)
    base = opened(edit.base, edit.path, loaded.vocabulary)
    values = _values(bogen, values_in(base.head, bogen), edit.answers)
    body = _body(base.body, bogen, edit.texts)
    if now.replace("\r\n", "\n") == edit.base.replace("\r\n", "\n"):
        old = values_in(base.head, bogen)
        return _result(loaded, edit.path, now, edited(base.head, bogen, old, values), body)
    page = opened(now, edit.path, loaded.vocabulary)
    current = values_in(page.head, bogen)
    fields, values = merged_fields(bogen, values_in(base.head, bogen), values, current)
    pieces = [block.piece for block in blocks_of(body)]
    text, texts = merged(base.body, pieces, page.body)
    head = edited(page.head, bogen, current, values)
    return _result(
        loaded, edit.path, now, head, text, meanwhile=True,
        fields=tuple(each for each in fields if each.now is not None),
        texts=tuple(each for each in texts if each.now is not None),
    )  # fmt: skip


def _new(loaded: Loaded, bogen: Bogen, edit: Edit, today: date) -> Result:
    values = _values(bogen, {}, edit.answers)
    path = free_path(loaded, bogen, values)
    text = draft(bogen, values, "\n" + _body("", bogen, edit.texts), today)
    page = parse_page(text, path, path.rpartition("/")[2].removesuffix(".md"), loaded.vocabulary)
    return Result(path, "", text, page)


def _result(loaded: Loaded, path: str, now: str, head: str, body: str, **more: object) -> Result:
    text = f"---\n{head}\n---\n{body}"
    after = text.replace("\n", "\r\n") if "\r\n" in now else text
    page = parse_page(text, path, path.rpartition("/")[2].removesuffix(".md"), loaded.vocabulary)
    return Result(path, now, after, page, **more)  # type: ignore[arg-type]


def _body(body: str, bogen: Bogen, texts: Sequence[str]) -> str:
    sections = sections_of(body, bogen.art.headings)
    if len(sections) != len(texts):
        raise NotMergeableError(_OTHER_FORM)
    clear = (clean(text, Place(""), Notes()) for text in texts)
    return joined(each.saying(text) for each, text in zip(sections, clear, strict=True))


def _values(bogen: Bogen, old: Mapping[str, Raw], answers: Mapping[str, Said]) -> dict[str, Raw]:
    """Return raw values: the old one where the controls show the same as before."""
    before = said_in(old, bogen)
    new = values_from(_antworten(bogen, answers), bogen)
    values = dict(old)
    for each in bogen.felder:
        key = each.form.key
        if key in answers and _plain(answers[key]) != _plain(before[key]):
            unordered = each.field.kind in UNORDERED
            values[key] = in_order(old.get(key, ""), new[key]) if unordered else new[key]
    return values


def _plain(said: Said) -> object:
    """Return what counts of controls: line ends and empty rows at the end do not."""
    if isinstance(said, str):
        return said.replace("\r\n", "\n").strip()
    rows = [{key: text.strip() for key, text in row.items() if text.strip()} for row in said]
    while rows and not rows[-1]:
        rows.pop()
    return rows


def _antworten(bogen: Bogen, answers: Mapping[str, Said]) -> Iterator[Antwort]:
    for question in bogen.felder:
        said = answers.get(question.form.key, "")
        if isinstance(said, str):
            if not question.columns:
                yield from _antwort(bogen, question.form, said)
            continue
        for number, row in enumerate(said[:_LAST_ROW], 1):
            for column in question.columns:
                text = row.get(column.form.key, "")
                yield from _antwort(bogen, column.form, text, (question.form.key, number))


def _antwort(
    bogen: Bogen, form: Formularfeld, text: str, row: tuple[str, int] | None = None
) -> Iterable[Antwort]:
    if not text.strip():
        return ()
    place = Stelle(bogen.blatt.slug, form.key)
    if row is not None:
        place = Stelle(bogen.blatt.slug, row[0], row[1], form.key)
    wert, doubt = read_value(form, text)
    return (Antwort(place, text, wert, Erkannt.JSON, doubt),)
