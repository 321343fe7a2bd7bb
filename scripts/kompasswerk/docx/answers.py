"""What Word shows where an answer is written: which control, with which hint."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum, auto
from hashlib import sha256

from ..buch.blocks import Answer, Block, Paragraph, Text
from ..formular.texts import cleaned, on_one_line
from ..formular.values import read_value, show_value
from ..model.formular import FormKind, Formularfeld, Stelle

YES_NO = ("ja", "nein")
FEW, ON_ONE_LINE = 5, 32
"""So many values have a box each, and so many more as their letters fit on one line."""
_MARK = 10


class Control(Enum):
    """A kind of content control."""

    TEXT = auto()
    LINES = auto()
    DATE = auto()
    LIST = auto()
    BOXES = auto()


@dataclass(frozen=True)
class Shown:
    """A control, the hint in it (empty for boxes), its values, the unit behind it."""

    control: Control
    hint: str = ""
    values: tuple[str, ...] = ()
    unit: str = ""


@dataclass(frozen=True)
class Said:
    """What stands in a control already: ``text``, empty if nothing does.

    ``day`` is the ISO day of a date and ``ticked`` are the values of boxes, both empty for an
    answer that does not fit its field: its text then stands beside the boxes.
    """

    text: str = ""
    day: str = ""
    ticked: tuple[str, ...] = ()


_PLAIN = {
    FormKind.TEXT: (Control.TEXT, "Bitte eintragen", "eintragen"),
    FormKind.LONG_TEXT: (Control.LINES, "Bitte eintragen", "eintragen"),
    FormKind.NUMBER: (Control.TEXT, "Zahl eintragen", "Zahl"),
    FormKind.DATE: (Control.DATE, "TT.MM.JJJJ", "TT.MM.JJJJ"),
}
_CHOOSE = ("Bitte wählen", "wählen")


def shown(answer: Answer) -> Shown:
    """Return what stands for an answer; in a row of a table it takes less room."""
    field = answer.field
    in_row = in_a_row(answer)
    if field.art in _PLAIN:
        control, *hints = _PLAIN[field.art]
        return Shown(control, hints[in_row], unit="" if in_row else field.einheit)
    values = YES_NO if field.art is FormKind.YES_NO else tuple(dict.fromkeys(field.werte))
    if _has_boxes(field, in_row=in_row):
        return Shown(Control.BOXES, values=values)
    return Shown(Control.LIST, _CHOOSE[in_row], values)


def said(answer: Answer, look: Shown, text: str) -> Said:
    """Return what a control shows of an answer whose text is known."""
    value, doubt = read_value(answer.field, text)
    if doubt or value is None:
        several = look.control in (Control.LINES, Control.BOXES)
        return Said(cleaned(text) if several else on_one_line(text))
    shows = show_value(answer.field, value)
    if look.control is Control.BOXES:
        return Said(shows, ticked=value if isinstance(value, tuple) else (shows,))
    return Said(shows, value.isoformat() if isinstance(value, date) else "")


def _has_boxes(field: Formularfeld, *, in_row: bool) -> bool:
    if field.art in (FormKind.YES_NO, FormKind.CHOICES):
        return True
    # A list leaves no doubt which value was meant; boxes show all values and survive everywhere.
    few = len(field.werte) <= FEW or sum(map(len, field.werte)) <= ON_ONE_LINE
    return few and not in_row


def in_a_row(answer: Answer) -> bool:
    """Return whether an answer belongs to a row of a table whose rows repeat."""
    place = Stelle.read(answer.place)
    return place is not None and place.zeile > 0


def answer_mark(place: str) -> str:
    """Return the bookmark around an answer (decision 0019)."""
    return f"F_{sha256(place.encode()).hexdigest()[:_MARK]}"


def room_for(answer: Answer) -> tuple[Block, ...]:
    """Return what a cell must have room for: what is written by people is not known."""
    look = shown(answer)
    if look.control is Control.BOXES:
        return answer.children
    widest = max(look.values, key=len, default="")
    text = {Control.LIST: widest, Control.DATE: look.hint}.get(look.control, look.unit)
    return (Paragraph((Text(text),)),) if text else ()
