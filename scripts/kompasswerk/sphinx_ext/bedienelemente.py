"""Controls of a form in HTML: what a field of a worksheet becomes in the browser.

The wrapper of each control names the place of the answer and its kind; the scripts of the
website read no more than that. ``id`` of a control is the place of its answer, of one box
``PLACE#2``, of its question ``PLACE-frage``, of help ``PLACE-hilfe``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from ..formular.numbers import bounds_of
from ..model.formular import SCALE_STEPS, FormKind, Formularfeld

YES_NO = ("ja", "nein")
SIDE_BY_SIDE = 5
"""So many choices stand side by side; more are a list that opens."""
DAY = "TT.MM.JJJJ"
DAY_HINT = "hinweis-datum"
"""``id`` of the sentence on each page that says how a day is written."""
LETTERS = {FormKind.TEXT: 12, FormKind.LONG_TEXT: 28}
"""How wide columns are to each other, in letters."""
BOX = "☐"
GAP = "\N{NO-BREAK SPACE}"


@dataclass(frozen=True)
class Place:
    """Where a control stands: its ``stelle`` and, in a table, the name it is read by."""

    stelle: str
    name: str = ""

    @property
    def in_table(self) -> bool:
        """Whether the control has no question beside it."""
        return bool(self.name)


def control(field: Formularfeld, place: Place) -> str:
    """Return the control with its wrapper; empty fields print as lines or boxes to tick."""
    inner = _WRITERS[field.art](field, place)
    return (
        f'<div class="eingabe art-{field.art.value}" data-stelle="{escape(place.stelle)}" '
        f'data-art="{field.art.value}" data-einheit="{escape(field.einheit)}"{_bounds(field)}>'
        f"{inner}</div>\n"
    )


def _bounds(field: Formularfeld) -> str:
    """Return the ends of what a number can be, with a space before each."""
    low, high = bounds_of(field.einheit) if field.art is FormKind.NUMBER else (None, None)
    ends = (("von", low), ("bis", high))
    return "".join(f' data-{name}="{end}"' for name, end in ends if end is not None)


def has_one_control(field: Formularfeld) -> bool:
    """Whether a question can be a label; a group of boxes is named by its question instead."""
    return field.art is not FormKind.CHOICES and not _as_radios(field)


def _as_radios(field: Formularfeld) -> bool:
    values = _values(field)
    return field.art is not FormKind.CHOICES and 0 < len(values) <= SIDE_BY_SIDE


def _values(field: Formularfeld) -> Sequence[str]:
    given = {FormKind.YES_NO: YES_NO, FormKind.SCALE: SCALE_STEPS}
    return given.get(field.art, field.werte)


def _line(field: Formularfeld, place: Place) -> str:
    if place.in_table:  # grows with the text, as a column is narrow
        return _area(field, place)
    return f'<input type="text"{_attributes(field, place)}>'


def _area(field: Formularfeld, place: Place) -> str:
    size = 'rows="4"'
    if place.in_table:
        size = f'rows="1" cols="{LETTERS[field.art]}"'
    return f"<textarea {size}{_attributes(field, place)}></textarea>"


def _number(field: Formularfeld, place: Place) -> str:
    box = f'<input type="text" inputmode="decimal"{_attributes(field, place)}>'
    if place.in_table or not field.einheit:
        return box
    unit = f'<span class="einheit" id="{place.stelle}-einheit">{escape(field.einheit)}</span>'
    return f"{box} {unit}"


def _day(field: Formularfeld, place: Place) -> str:
    return f'<input type="text" placeholder="{DAY}"{_attributes(field, place)}>'


def _one(field: Formularfeld, place: Place) -> str:
    if _as_radios(field) and not place.in_table:
        return _boxes("radio", field, place)
    values = [escape(value) for value in _values(field)]
    options = "".join(f'<option value="{value}">{value}</option>' for value in values)
    first = "–" if place.in_table else "bitte wählen"
    paper = " ".join(f"{BOX}{GAP}{value.replace(' ', GAP)}" for value in values)
    return (
        f'<select{_attributes(field, place)}><option value="">{first}</option>{options}</select>'
        f'<span class="papier" aria-hidden="true">{paper}</span>'
    )


def _several(field: Formularfeld, place: Place) -> str:
    return _boxes("checkbox", field, place)


def _boxes(kind: str, field: Formularfeld, place: Place) -> str:
    name = f'aria-label="{escape(place.name)}"' if place.in_table else _by_question(place)
    role = "group"
    if kind == "radio":
        role = "radiogroup"
        name += ' aria-required="true"' if field.pflicht else ""
    boxes = "".join(
        f'<label><input type="{kind}" name="{place.stelle}" id="{place.stelle}#{number}" '
        f'value="{escape(value)}"> <span>{escape(value)}</span></label> '
        for number, value in enumerate(_values(field), 1)
    )
    return (
        f'<div class="kaestchenreihe" role="{role}" id="{place.stelle}" {name}'
        f"{_described(field, place)}>{boxes}</div>"
    )


def _by_question(place: Place) -> str:
    return f'aria-labelledby="{place.stelle}-frage"'


def _attributes(field: Formularfeld, place: Place) -> str:
    """Return name, label and help of a control, with a space before each."""
    unit = f" ({field.einheit})" if field.einheit else ""
    label = f' aria-label="{escape(place.name + unit)}"' if place.in_table else ""
    required = ' aria-required="true"' if field.pflicht else ""
    return (
        f' name="{place.stelle}" id="{place.stelle}" autocomplete="off"{label}{required}'
        f"{_described(field, place)}"
    )


def _described(field: Formularfeld, place: Place) -> str:
    ids = []
    if not place.in_table:
        ids += [f"{place.stelle}-hilfe"] if field.hilfe else []
        ids += [f"{place.stelle}-einheit"] if field.einheit else []
    ids += [DAY_HINT] if field.art is FormKind.DATE else []
    return f' aria-describedby="{" ".join(ids)}"' if ids else ""


_WRITERS = {
    FormKind.TEXT: _line,
    FormKind.LONG_TEXT: _area,
    FormKind.NUMBER: _number,
    FormKind.DATE: _day,
    FormKind.YES_NO: _one,
    FormKind.CHOICE: _one,
    FormKind.SCALE: _one,
    FormKind.CHOICES: _several,
}
