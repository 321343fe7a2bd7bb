"""What a returned form changes of a page, and the page as it becomes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from difflib import unified_diff

from ..checks.run import check_single
from ..docx.returned_text import Comment
from ..model.findings import Finding, Severity
from ..reading.files import Loaded
from ..reading.pages import LoadedPage, parse_page
from .body_edit import TextChange, merged
from .felder_bogen import KEY, Bogen, Bogenfeld
from .form_file import mark_of, read_raw
from .head_edit import UNORDERED, edited, same
from .labels import label_of
from .pictures import FOLDER, kept
from .read_form import Loss, Returned
from .stand.texte import with_open_points
from .werte import Raw, Row, Values, name_of, rows_of, shown, values_of

_ERRORS = "„{}“ hat selbst Fehler oder ungewöhnliche Zeichen. Bitte zuerst beheben: nox -s pruefen."
_CHANGED = (
    "Die Seite wurde geändert, seit der Bogen ausgegeben wurde. Was nur im Bogen neu ist, wird "
    "übernommen. Was an beiden Orten neu ist, bleibt, wie es in der Datei steht."
)
_UNKNOWN = (
    "Die Seite wurde geändert, seit der Bogen ausgegeben wurde, und der Bogen kennt seinen alten "
    "Stand nicht mehr. Verglichen ist mit der Seite von heute: Bitte jede Zeile ansehen."
)


class NotMergeableError(Exception):
    """A page that cannot take changes; the message is a German sentence."""


@dataclass(frozen=True)
class FieldChange:
    """A question whose answer the form changed, as people read it; empty for no answer.

    ``now`` is what the file says by now where that contradicts; then nothing is changed. It is
    ``None`` where there is no conflict.
    """

    label: str
    old: str
    new: str
    now: str | None = None


@dataclass(frozen=True)
class Problem:
    """What the checks find, with the place of the form that it concerns."""

    label: str
    message: str
    severity: Severity


@dataclass(frozen=True)
class Comparison:
    """What a form changes of the page ``path``; ``before`` is empty for a new page.

    ``files`` are new pictures by path from the page's folder.
    """

    path: str
    title: str
    before: str
    after: str
    fields: tuple[FieldChange, ...] = ()
    texts: tuple[TextChange, ...] = ()
    problems: tuple[Problem, ...] = ()
    comments: tuple[Comment, ...] = ()
    lost: tuple[Loss, ...] = ()
    remarks: tuple[str, ...] = ()
    files: Mapping[str, bytes] = field(default_factory=dict)

    @property
    def conflicts(self) -> int:
        """How many changes are not made since the file contradicts."""
        fields = sum(each.now is not None for each in self.fields)
        return fields + sum(each.now is not None for each in self.texts)

    @property
    def errors(self) -> int:
        """How many errors the page would have that it has not by now."""
        return sum(each.severity is Severity.ERROR for each in self.problems)

    @property
    def patch(self) -> str:
        """The change as a unified patch, empty if there is none."""
        name = f"b/{self.path}"
        old = self.before.splitlines(keepends=True)
        source = f"a/{self.path}" if old else "/dev/null"
        lines = unified_diff(old, self.after.splitlines(keepends=True), source, name)
        return "".join(line if line.endswith("\n") else f"{line}\n" for line in lines)


def compared(
    loaded: Loaded, page: LoadedPage, back: Returned, bogen: Bogen, today: date
) -> Comparison:
    """Return what a form changes of a page that exists.

    :class:`NotMergeableError` if the file is such that its lines could not be kept.
    """
    raw = read_raw(loaded.root / page.path)
    text = raw.replace("\r\n", "\n")
    _must_be_sound(page, text)
    remarks, base = _base(page, back, raw, loaded)
    taken = _names(loaded, page)
    pictures = kept(back.pieces, page.slug, taken)
    now = _values(page, bogen)
    before = _values(base, bogen)
    fields, values = merged_fields(bogen, before, back.values, now)
    body, texts = merged(base.body, pictures.pieces, page.body)
    head = edited(page.head, bogen, now, values)
    after = with_open_points(f"---\n{head}\n---\n{body}", back.comments)
    after = after.replace("\n", "\r\n") if "\r\n" in raw else after
    new = parse_page(after, page.path, page.slug, loaded.vocabulary)
    return Comparison(
        path=page.path,
        title=page.page.titel if page.page else page.slug,
        before=raw,
        after=after,
        fields=fields,
        texts=texts,
        problems=()
        if after == raw
        else tuple(_new_problems(loaded, page, new, bogen, pictures.files, today)),
        comments=back.comments,
        lost=back.lost,
        remarks=(*remarks, *pictures.remarks, *_also(back)),
        files=pictures.files,
    )


def _must_be_sound(page: LoadedPage, text: str) -> None:
    sound = page.page is not None and text == f"---\n{page.head}\n---\n{page.body}"
    if not sound or any(each.severity is Severity.ERROR for each in page.findings):
        raise NotMergeableError(_ERRORS.format(page.path))


def _base(
    page: LoadedPage, back: Returned, raw: str, loaded: Loaded
) -> tuple[tuple[str, ...], LoadedPage]:
    """Return the page as it was when the form was made, and what is to be said of it."""
    source = back.source
    if source.mark == mark_of(raw):
        return (), page
    if mark_of(source.text) != source.mark:
        return (_UNKNOWN,), page
    old = parse_page(source.text, page.path, page.slug, loaded.vocabulary)
    return (_CHANGED,), old if old.page is not None else page


def _values(page: LoadedPage, bogen: Bogen) -> dict[str, Raw]:
    return {} if page.page is None else values_of(page.page, bogen)


def _names(loaded: Loaded, page: LoadedPage) -> list[str]:
    folder = (loaded.root / page.path).parent / FOLDER
    return [path.name for path in folder.iterdir()] if folder.is_dir() else []


# ---------------------------------------------------------------- fields


def merged_fields(
    bogen: Bogen, old: Values, new: Values, now: Values
) -> tuple[tuple[FieldChange, ...], dict[str, Raw]]:
    """Return what ``new`` changes of ``old``, and the values as they become.

    ``now`` is what the file says by now: what it says otherwise than ``old`` stays.
    """
    changes: list[FieldChange] = []
    values = dict(now)
    for each in bogen.felder:
        key, kind = each.form.key, each.field.kind
        if key not in new or same(old, new, key, kind) or same(now, new, key, kind):
            continue
        conflict = not same(old, now, key, kind)
        said = in_order(now.get(key, ""), new[key]) if kind in UNORDERED else new[key]
        changes += _changes(each, old.get(key, ""), said, now.get(key, ""), conflict)
        if not conflict:
            values[key] = said
    return tuple(changes), values


def in_order(now: Raw, new: Raw) -> Raw:
    """Return choices in the order that the file has them, new ones behind."""
    if not isinstance(new, tuple):
        return new
    kept = [each for each in now if each in new]
    rest = [each for each in new if each not in kept]
    return tuple(map(str, (*kept, *rest)))


def _changes(
    question: Bogenfeld, old: Raw, new: Raw, now: Raw, conflict: bool
) -> Iterator[FieldChange]:
    if question.value is not None:
        said = [shown(question.value, raw) for raw in (old, new, now)]
        yield FieldChange(question.form.label, said[0], said[1], said[2] if conflict else None)
        return
    if conflict:
        whole = ["\n".join(_row(question, row) for row in rows_of(raw)) for raw in (old, new, now)]
        yield FieldChange(question.form.label, *whole)
        return
    yield from _row_changes(question, rows_of(old), rows_of(new))


def _row_changes(
    question: Bogenfeld, old: Sequence[Row], new: Sequence[Row]
) -> Iterator[FieldChange]:
    """Yield each row that differs; rows with a key meet by it, others by their number."""
    one, two = _named(question, old), _named(question, new)
    for name in dict.fromkeys((*two, *one)):
        before, after = one.get(name, ()), two.get(name, ())
        if before != after:
            label = f"{question.form.label}, {name}"
            yield FieldChange(label, _row(question, before), _row(question, after))


def _named(question: Bogenfeld, rows: Sequence[Row]) -> dict[str, Row]:
    first = question.columns[0]
    named = {}
    for number, row in enumerate(rows, 1):
        key = dict(row).get(KEY, "")
        named[shown(first, key) if key else f"Zeile {number}"] = row
    return named


def _row(question: Bogenfeld, row: Row) -> str:
    said = dict(row)
    return "; ".join(
        f"{column.form.label}: {shown(column, said[name_of(column)])}"
        for column in question.columns
        if name_of(column) in said and name_of(column) != KEY
    )


# ---------------------------------------------------------------- checks


def _new_problems(
    loaded: Loaded,
    old: LoadedPage,
    new: LoadedPage,
    bogen: Bogen,
    files: Mapping[str, bytes],
    today: date,
) -> Iterator[Problem]:
    known = {(each.key, each.message) for each in check_single(loaded, old, today)}
    for each in check_single(loaded, new, today):
        if (each.key, each.message) not in known:
            yield from problems_of([each], bogen, files)


def problems_of(
    findings: Sequence[Finding], bogen: Bogen, files: Mapping[str, bytes]
) -> Iterator[Problem]:
    """Yield findings by the places of the form; pictures that are still to be written exist."""
    for each in findings:
        if each.rule == "bild-datei" and any(name in each.message for name in files):
            continue
        yield Problem(label_of(each.key, bogen), each.message, each.severity)


def _also(back: Returned) -> Iterator[str]:
    if back.missing:
        names = ", ".join(f"„{each}“" for each in back.missing)
        yield f"Im Bogen fehlen Felder; sie bleiben, wie sie auf der Seite stehen: {names}."
    yield from back.beside
