"""What somebody has written where an answer belongs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from ..model.formular import FormKind, Formularfeld
from .known import UNKNOWN, choices, squeezed
from .looks import BY_LOOK, chosen_by_look, standing_out
from .oxml.told import TICKED, UNTICKED, Control, Para, Piece

_BOXES = "☐□☑☒✓✔✗✘🗹🗷"
_EMPTY = "☐□"
_BOX = re.compile(f"[{_BOXES}]")
_FONT_TICKS = "\uf050\uf052\uf053\uf054\uf0fc\uf0fd\uf0fe"
"""Ticks of Wingdings where a program keeps them as letters; one of them is ü in its font."""
_TICK = rf"[xX]{{1,3}}|[ü✓✔{_FONT_TICKS}]"
_TICK = rf"[\[(]\s*(?:{_TICK})\s*[\])]|{_TICK}"
_MAY_TICK = re.compile(rf"(?<!\w)(?:{_TICK})(?!\w)")
_AS_SPACE = re.compile("[\u00a0\t]")
_LONG_HINT = 8
"""A placeholder of fewer letters may be the beginning of a word that somebody wrote."""
STILL_HINT = "Word führt das Feld noch als leer."
BEHIND = "Das Kreuz steht hinter der Antwort statt davor."
_SENTENCE_ENDS = (".", "!", "?", ":")


class Written(NamedTuple):
    """What stands at a place: ``text`` is the answer, empty if there is none.

    ``beside`` is text that belongs to no answer, ``day`` the ISO day that Word keeps of a date,
    ``doubt`` a German sentence where Word says otherwise.
    """

    text: str = ""
    beside: str = ""
    day: str = ""
    doubt: str = ""


NOTHING = Written()


def written(paras: Sequence[Para], field: Formularfeld, hint: str) -> Written:
    """Return what stands in the paragraphs of one answer; ``hint`` is its placeholder."""
    pieces = [list(_own_words(para.pieces, hint)) for para in paras]
    if not any(pieces):
        return NOTHING
    # A program that fills in a control may forget to say that it holds no placeholder any more.
    controls = [each.control for line in pieces for each in line if each.control]
    doubt = STILL_HINT if any(each.hint for each in controls) else ""
    if choices(field):
        text, beside, why = _chosen(pieces, field, hint)
        if not text and any(para.asides for para in paras):
            text = chosen_by_look(paras, choices(field))
            why = BY_LOOK
            beside = " ".join(filter(None, (beside, "" if text else standing_out(paras))))
        doubt = " ".join(filter(None, (doubt, why)))
    else:
        text, beside = _typed(pieces, field, hint)
    day = ""
    if field.art is FormKind.DATE:
        day = next((each.day for each in controls if each.day and not each.hint), "")
    return Written(text, beside, day, doubt if text else "")


def _own_words(pieces: Iterable[Piece], hint: str) -> Iterator[Piece]:
    """Yield pieces without placeholders; what a check box shows is its sign alone.

    Where it is known what the placeholder says, other words in its place are somebody's own.
    """
    for piece in pieces:
        control = piece.control
        if control is not None and control.checked is not None:
            yield Piece(_sign(piece.text, control), control)
        elif control is None or not control.hint or (hint and squeezed(piece.text) != hint):
            yield piece


def _sign(text: str, control: Control) -> str:
    shown = text.strip()
    if shown[:1] in tuple(_EMPTY):
        return UNTICKED + shown[1:]
    if not shown:
        return TICKED if control.checked else UNTICKED
    return TICKED + (shown[1:] if len(shown) > 1 else "")


def _typed(pieces: Sequence[Sequence[Piece]], field: Formularfeld, hint: str) -> tuple[str, str]:
    whole = _lines("".join(each.text for each in line) for line in pieces)
    text = _without(whole, hint, field)
    if field is UNKNOWN and _BOX.search(text):
        return _ticked(text), ""
    if field is not UNKNOWN and field.art in (FormKind.TEXT, FormKind.LONG_TEXT):
        return text, ""
    inside = _lines("".join(each.text for each in line if each.control) for line in pieces)
    inside = _without(inside, hint, field)
    if not inside or inside == text:
        return text, ""
    around = _lines("".join(each.text for each in line if not each.control) for line in pieces)
    return inside, _without(around, hint, field)


def _lines(lines: Iterable[str]) -> str:
    text = _AS_SPACE.sub(" ", "\n".join(lines)).replace("\u00ad", "")
    return "\n".join(filter(None, map(str.strip, text.split("\n"))))


def _without(text: str, hint: str, field: Formularfeld) -> str:
    """Return a text without the placeholder and the unit that the form shows."""
    free = field.art in (FormKind.TEXT, FormKind.LONG_TEXT)
    text = _unhinted(text, hint, free=free)
    if squeezed(text) in (field.hilfe, field.einheit):
        return ""
    if not field.einheit:
        return text
    return _unhinted(text.removesuffix(field.einheit).strip(), hint, free=free)


def _unhinted(text: str, hint: str, *, free: bool) -> str:
    """Return a text without the placeholder before or behind it.

    Where one may write what one likes, a sentence may begin with the same words („Bitte eintragen
    lassen“) or another end with them: then they stay.
    """
    if not hint or text == hint:
        return "" if hint else text
    if hint not in text or (free and len(hint) < _LONG_HINT):
        return text
    rest = text.removeprefix(hint)
    if rest != text and not (free and rest[:1].isspace() and rest.strip()[:1].islower()):
        text = rest.strip()
    rest = text.removesuffix(hint).rstrip()
    return text if free and rest.endswith(_SENTENCE_ENDS) else rest


def _chosen(
    pieces: Sequence[Sequence[Piece]], field: Formularfeld, hint: str
) -> tuple[str, str, str]:
    """Return what is ticked or chosen, joined by „; “, what stands beside it, and a doubt.

    Without any tick, what was written behind a box counts as the answer.
    """
    values = choices(field)
    numbers = [_number(each) for line in pieces for each in line for _ in _BOX.findall(each.text)]
    shown = _lines("".join(each.text for each in line) for line in pieces)
    marked = _with_boxes(shown, values)
    before, *parts = _BOX.split(marked)
    if not parts:
        text = _without(shown, hint, field)
        return ("" if _same(text, "".join(values)) else text), "", ""
    signs = _BOX.findall(marked)
    if len(numbers) != len(signs):
        numbers = [0] * len(signs)
    ticked, rest = [], [(_without(before.strip(), hint, field), "")]
    for at, (sign, label) in enumerate(zip(signs, parts, strict=True)):
        value, remains = _label(label, values, numbers[at])
        if value is None and len(parts) == len(values):
            value = values[at]
        if sign not in _EMPTY:
            ticked.append(value or squeezed(label))
        elif value is None:
            remains = squeezed(label)
        rest.append((remains, value or "" if len(parts) == len(values) else ""))
    rest = [(text, value) for text, value in rest if text]
    if any(ticked):
        return "; ".join(filter(None, ticked)), " ".join(text for text, _ in rest), ""
    return _written_behind(rest)


def _written_behind(rest: Sequence[tuple[str, str]]) -> tuple[str, str, str]:
    """Return what was written behind boxes where none is ticked, as :func:`_chosen` does."""
    if len(rest) == 1 and rest[0][1] and _MAY_TICK.fullmatch(rest[0][0]):
        return rest[0][1], "", BEHIND
    text = " ".join(each for each, _ in rest)
    places = ", ".join(f"„{value}“" for _, value in rest if value)
    return text, "", f"Das steht hinter {places}." if places else ""


def _ticked(text: str) -> str:
    """Return what stands behind ticked boxes of a field whose values nobody knows any more."""
    pairs = zip(_BOX.findall(text), _BOX.split(text)[1:], strict=True)
    return "; ".join(squeezed(label) for sign, label in pairs if sign not in _EMPTY)


def _with_boxes(text: str, values: Sequence[str]) -> str:
    """Return a text with a ticked box where somebody wrote an x or the like in place of one."""
    return _crosses(tuple(values)).sub(TICKED, text) if _MAY_TICK.search(text) else text


@lru_cache(maxsize=500)
def _crosses(values: tuple[str, ...]) -> re.Pattern[str]:
    labels = "|".join(map(re.escape, values))
    return re.compile(rf"(?<!\w)(?:{_TICK})(?=\s*(?:{labels})(?!\w))")


def _number(piece: Piece) -> int:
    """Return which value a box stands for as its tag says, from 1; 0 if it does not say."""
    number = piece.control.tag.partition("#")[2] if piece.control else ""
    return int(number) if number.isdecimal() and len(number) < 4 else 0


def _label(text: str, values: Sequence[str], number: int) -> tuple[str | None, str]:
    """Return the value of a box and what else stands behind it."""
    plain = squeezed(text)
    fitting = [value for value in values if _begins(plain, squeezed(value))]
    value = max(fitting, key=len, default=None)
    rest = "" if value is None else plain[len(squeezed(value)) :].strip(" ,;")
    if 1 <= number <= len(values) and values[number - 1] != value:
        return values[number - 1], plain
    return value, rest


def _begins(text: str, value: str) -> bool:
    rest = text[len(value) :]
    return text.casefold().startswith(value.casefold()) and not rest[:1].isalnum()


def _same(one: str, other: str) -> bool:
    return squeezed(one).replace(" ", "") == squeezed(other).replace(" ", "")
