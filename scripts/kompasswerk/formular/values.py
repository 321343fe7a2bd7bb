"""What a town wrote into a field, as a checked value, and back.

A doubt does not always cost the value: „ca. 12“ is 12 with a doubt, „12–15“ no number at all.
Nobody loses a word either way, since an answer keeps its text.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime, time
from decimal import Decimal

from ..model.formular import SCALE_STEPS, FormKind, Formularfeld
from ..model.german import number_or_year
from ..reading.wording import quoted
from .answers import Wert
from .choices import read_choice, read_choices
from .days import FIRST_YEAR, LAST_YEAR, read_day, show_day
from .numbers import MOST_DIGITS, read_number
from .texts import cleaned, on_one_line

YES, NO = "ja", "nein"
JOINT = "; "
LONGEST = 1_000
"""Letters of an answer that is no free text."""
_FREE = frozenset({FormKind.TEXT, FormKind.LONG_TEXT})
_OTHER_WORDS = {"j": YES, "n": NO, "wahr": YES, "falsch": NO, "true": YES, "false": NO}
_OTHER_WORDS |= {"yes": YES, "no": NO}
Read = tuple[Wert, str]


class NoAnswer(str):
    """What a spreadsheet computes or complains about: a formula or an error, nobody's answer."""

    __slots__ = ()


Roh = str | int | float | Decimal | bool | date | time | None
"""What a cell of a spreadsheet or a JSON value can be."""


def read_value(field: Formularfeld, text: str) -> Read:
    """Return the value of a text and a German doubt, empty if there is none.

    ``field`` is no table. ``(None, "")`` means that there is no answer: an empty text, or boxes
    of which none is ticked. What :func:`show_value` shows reads as the same value.
    """
    if not cleaned(text):
        return None, ""
    if len(text) > LONGEST and field.art not in _FREE:
        return None, f"{quoted(text[:LONGEST])} ist länger als eine Antwort auf diese Frage."
    return _READERS[field.art](field, text)


def read_raw(field: Formularfeld, raw: Roh) -> tuple[str, Wert, str]:
    """Return text, value and doubt of what a program stored.

    A value of the field's own type is taken as it is, any other is read as the text that a
    person would have written for it; the text of an ISO day is the German one.
    """
    text = shown(raw)
    if isinstance(raw, NoAnswer):
        return text, None, f"{quoted(text)} ist gerechnet. Bitte das Ergebnis selbst eintragen."
    own = _own(field, raw)
    if own is not None:
        return text, own, ""
    wert, doubt = read_value(field, text)
    iso = isinstance(wert, date) and text == wert.isoformat()
    return show_value(field, wert) if iso else text, wert, doubt


def show_value(field: Formularfeld, wert: Wert) -> str:
    """Return a value as people write it in German, empty for ``None``.

    Choices are joined by „; “ and numbers come without their unit: the form shows it.
    """
    if isinstance(wert, tuple):
        return JOINT.join(wert)
    return shown(wert)


def shown(raw: Roh) -> str:
    """Return what a program stored as a person would write it, without hidden characters."""
    if raw is None:
        return ""
    if isinstance(raw, bool):
        return YES if raw else NO
    if isinstance(raw, str):
        return cleaned(raw)
    if isinstance(raw, date | time):
        return _moment(raw)
    # Spreadsheets show fifteen digits; the rest is what floating point adds.
    exact = Decimal(f"{raw:.15g}") if isinstance(raw, float) else Decimal(raw)
    return number_or_year(_short(exact)) if _writable(exact) else str(raw)


def _moment(raw: date | time) -> str:
    if isinstance(raw, time):
        return f"{raw:%H:%M}"
    midnight = not isinstance(raw, datetime) or raw.time() == time()
    return show_day(raw) if midnight else f"{show_day(raw)} {raw:%H:%M}"


def _own(field: Formularfeld, raw: Roh) -> Wert:
    """Return what has the type of its field already, ``None`` for all else."""
    if field.art is FormKind.YES_NO and isinstance(raw, bool):
        return raw
    if field.art is not FormKind.DATE or isinstance(raw, str) or not isinstance(raw, date):
        return None
    day = raw.date() if isinstance(raw, datetime) else raw
    midnight = not isinstance(raw, datetime) or raw.time() == time()
    return day if midnight and FIRST_YEAR <= day.year <= LAST_YEAR else None


def _short(exact: Decimal) -> Decimal:
    """Return a number without zeros behind the comma."""
    whole = exact.to_integral_value()
    return whole if whole == exact else exact.normalize()


def _writable(exact: Decimal) -> bool:
    return exact.is_finite() and abs(exact.adjusted()) <= MOST_DIGITS


def _text(field: Formularfeld, text: str) -> Read:
    return on_one_line(text), ""


def _long_text(field: Formularfeld, text: str) -> Read:
    return cleaned(text), ""


def _number(field: Formularfeld, text: str) -> Read:
    return read_number(text, field.einheit)


def _day(field: Formularfeld, text: str) -> Read:
    return read_day(text)


def _yes_no(field: Formularfeld, text: str) -> Read:
    word = _OTHER_WORDS.get(on_one_line(text).casefold().rstrip("."), text)
    said, doubt = read_choice(word, (YES, NO))
    return (None if said is None else said == YES), doubt


def _choice(field: Formularfeld, text: str) -> Read:
    return read_choice(text, field.werte)


def _choices(field: Formularfeld, text: str) -> Read:
    return read_choices(text, field.werte)


def _scale(field: Formularfeld, text: str) -> Read:
    words = on_one_line(text)
    for behind in (" von 5", "/5", " / 5"):
        words = words.removesuffix(behind)
    said, doubt = read_choice(words, SCALE_STEPS)
    if said is None and doubt:
        return None, f"{quoted(text)} ist keine Stufe von 1 bis 5."
    return said, doubt


_READERS: Mapping[FormKind, Callable[[Formularfeld, str], Read]] = {
    FormKind.TEXT: _text,
    FormKind.LONG_TEXT: _long_text,
    FormKind.NUMBER: _number,
    FormKind.DATE: _day,
    FormKind.YES_NO: _yes_no,
    FormKind.CHOICE: _choice,
    FormKind.CHOICES: _choices,
    FormKind.SCALE: _scale,
}
