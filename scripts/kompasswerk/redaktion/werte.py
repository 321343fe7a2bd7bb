"""Values of a page as people write them in its form, and back to what the file says.

A *raw* value is the text of a scalar as the file has it (``2026-11``, ``44649``, a key of a
closed list), a tuple of them for a list, or a tuple of rows; empty means that there is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal

from ..formular.answers import Antwort
from ..formular.days import show_day
from ..formular.texts import cleaned, folded, on_one_line
from ..model.felder import Kind
from ..model.formular import FormKind, Stelle
from ..model.german import number
from ..model.seiten import Seite
from .felder_bogen import KEY, Angabe, Bogen, Bogenfeld

Row = tuple[tuple[str, str], ...]
"""Keys and raw values of a record, in the order of its description, without empty ones."""
Raw = str | tuple[str, ...] | tuple[Row, ...]
Values = Mapping[str, Raw]
"""Raw values by key of the form's question; what is empty may be missing."""
_JOINT = "; "
_LIST_KINDS = (Kind.CHOICES, Kind.REFERENCES, Kind.TEXTS)
_MONTH = re.compile(r"(\d{4})-(\d{2})")
_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_TYPED_MONTH = re.compile(r"(\d{1,2})\s*[./]\s*(\d{4})")
_TYPED_DAY = re.compile(r"(\d{1,2})\.\s*(\d{1,2})\.\s*(\d{4})")

# ---------------------------------------------------------------- what a page says


def values_of(page: Seite, bogen: Bogen) -> dict[str, Raw]:
    """Return what a page says, by question of its form."""
    return {each.form.key: _of_page(getattr(page, each.field.key), each) for each in bogen.felder}


def _of_page(value: object, question: Bogenfeld) -> Raw:
    if question.columns:
        records: Iterable[object] = value if isinstance(value, tuple) else ()
        return tuple(_row_of(record, question) for record in records)
    if question.part:
        return "" if value is None else _raw(getattr(value, question.part))
    return tuple(map(str, value)) if isinstance(value, tuple) else _raw(value)


def _row_of(record: object, question: Bogenfeld) -> Row:
    values = (
        (each.form.key if each.form.key == KEY else each.field.key, _raw(_get(record, each)))
        for each in question.columns
    )
    return tuple((key, raw) for key, raw in values if raw)


def _get(record: object, column: Angabe) -> object:
    return getattr(record, column.field.key)


def _raw(value: object) -> str:
    if value is None:
        return ""
    return _digits(value) if isinstance(value, Decimal) else on_one_line(str(value))


def _digits(value: Decimal) -> str:
    """Return a number without zeros behind its last decimal, as people read it back."""
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


# ---------------------------------------------------------------- into the form


def answers_for(values: Values, bogen: Bogen) -> Iterator[tuple[Stelle, str]]:
    """Yield what stands in the form, by place."""
    slug = bogen.blatt.slug
    for each in bogen.felder:
        raw = values.get(each.form.key, "")
        if not each.columns:
            text = shown(each.value, raw) if each.value else ""
            if text:
                yield Stelle(slug, each.form.key), text
            continue
        for row, cells in _placed(raw, each):
            for key, text in cells:
                yield Stelle(slug, each.form.key, row, key), text


def _placed(raw: Raw, question: Bogenfeld) -> Iterator[tuple[int, list[tuple[str, str]]]]:
    """Yield the number of each row with the texts of its columns."""
    given = list(question.columns[0].names) if question.form.vorgaben else []
    for number_, row in enumerate(rows_of(raw), 1):
        said = dict(row)
        place = number_
        if given:
            key = said.pop(KEY, "")
            if key not in given:
                continue
            place = given.index(key) + 1
        yield (
            place,
            [
                (column.form.key, shown(column, said[name]))
                for column in question.columns
                if (name := name_of(column)) in said
            ],
        )


def name_of(column: Angabe) -> str:
    """Return under which key a row keeps the value of a column."""
    return KEY if column.form.key == KEY else column.field.key


def rows_of(raw: Raw) -> tuple[Row, ...]:
    """Return the rows of a table; none for any other value."""
    return tuple(each for each in raw if isinstance(each, tuple)) if isinstance(raw, tuple) else ()


def shown(angabe: Angabe, raw: Raw) -> str:
    """Return a raw value as the form shows it, in German."""
    if isinstance(raw, tuple):
        names = [angabe.names.get(str(each), str(each)) for each in raw]
        return ("\n" if angabe.field.kind is Kind.TEXTS else _JOINT).join(names)
    kind = angabe.field.kind
    if kind is Kind.NUMBER and re.fullmatch(r"-?\d{1,15}(\.\d+)?", raw):
        return number(Decimal(raw) if "." in raw else int(raw))
    if kind in (Kind.DATE, Kind.APPROXIMATE_DATE):
        return _german_day(raw)
    return angabe.names.get(raw, raw)


def _german_day(raw: str) -> str:
    month = _MONTH.fullmatch(raw)
    if month:
        return f"{int(month[2])}/{month[1]}"
    try:
        return show_day(date.fromisoformat(raw)) if _DAY.fullmatch(raw) else raw
    except ValueError:
        return raw


# ---------------------------------------------------------------- out of the form


def values_from(answers: Iterable[Antwort], bogen: Bogen) -> dict[str, Raw]:
    """Return what a returned form says, by question; what fits no field stays the text it is.

    The checks of pages then say what is wrong with it.
    """
    said = {each.stelle: each for each in answers if each.stelle.blatt == bogen.blatt.slug}
    values: dict[str, Raw] = {}
    for each in bogen.felder:
        if each.value is not None:
            answer = said.get(Stelle(bogen.blatt.slug, each.form.key))
            values[each.form.key] = _read(each.value, answer)
        else:
            values[each.form.key] = tuple(_rows(each, said, bogen.blatt.slug))
    return values


def _rows(question: Bogenfeld, said: Mapping[Stelle, Antwort], slug: str) -> Iterator[Row]:
    numbers = sorted({place.zeile for place in said if place.key == question.form.key})
    given = list(question.columns[0].names) if question.form.vorgaben else []
    for row in numbers:
        cells = []
        for column in question.columns:
            answer = said.get(Stelle(slug, question.form.key, row, column.form.key))
            raw = _read(column, answer)
            if raw and isinstance(raw, str):
                cells.append((name_of(column), raw))
        if given and cells and row <= len(given):
            cells = [(KEY, given[row - 1]), *(cell for cell in cells if cell[0] != KEY)]
        if cells:
            yield tuple(cells)


def _read(angabe: Angabe, answer: Antwort | None) -> Raw:
    several = angabe.field.kind in _LIST_KINDS
    if answer is None:
        return () if several else ""
    return _several(angabe, answer) if several else _one(angabe, answer)


def _one(angabe: Angabe, answer: Antwort) -> str:
    text = on_one_line(answer.text)
    if angabe.form.art is FormKind.NUMBER and isinstance(answer.wert, Decimal | int):
        return _digits(Decimal(answer.wert))
    if isinstance(answer.wert, date):
        return answer.wert.isoformat()
    if isinstance(answer.wert, bool):
        return "ja" if answer.wert else "nein"
    if angabe.field.kind is Kind.APPROXIMATE_DATE:
        return _iso(text)
    return _key(angabe, answer.wert if isinstance(answer.wert, str) else text)


def _several(angabe: Angabe, answer: Antwort) -> tuple[str, ...]:
    parts: Iterable[str]
    if angabe.field.kind is Kind.TEXTS:
        parts = cleaned(answer.text).split("\n")
    elif isinstance(answer.wert, tuple) and not answer.zweifel:
        parts = answer.wert
    else:
        parts = re.split(r"[;\n]", answer.text)
    found = (_key(angabe, on_one_line(part)) for part in parts)
    return tuple(dict.fromkeys(filter(None, found)))


def _key(angabe: Angabe, text: str) -> str:
    """Return the key of a name; a text that names nothing stays as it is."""
    if text in angabe.names:
        return text
    plain = folded(text)
    return next((key for key, name in angabe.names.items() if folded(name) == plain), text)


def _iso(text: str) -> str:
    day, month = _TYPED_DAY.fullmatch(text), _TYPED_MONTH.fullmatch(text)
    if day:
        return f"{day[3]}-{int(day[2]):02}-{int(day[1]):02}"
    return f"{month[2]}-{int(month[1]):02}" if month else text
