"""Answers as JSON, as the browser form saves them (decision 0019), read and written."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from typing import Any, NoReturn

from ..model.formular import Blatt
from ..reading.refused import RefusedFileError
from ..reading.wording import quoted
from .answers import Antwort, Erkannt, Ruecklauf
from .gathering import Gathering
from .values import Roh

FORMAT, VERSION = "kompass-antworten", 1
LARGEST = 2 * 2**20
DEEPEST = 8
MOST_ENTRIES = 20_000
LONGEST_NUMBER = 40
WHERE = "JSON-Datei"
_STRING = re.compile(r'"(?:[^"\\]|\\.)*"', re.DOTALL)
_BRACKETS = {"{": 1, "[": 1, "}": -1, "]": -1}


class Pairs(list[tuple[str, Any]]):
    """An object as it stands in the file: keys may come twice."""


def read_json(name: str, blob: bytes, sheets: Iterable[Blatt]) -> Ruecklauf:
    """Return the answers of a JSON file called ``name``.

    :class:`RefusedFileError` for what is too large, too deep, no JSON, or JSON of another kind.
    Everything in it that is no answer to a known field is listed as found.
    """
    gathering = Gathering.of(sheets, Erkannt.JSON)
    for key, value in _of_the_kompass(name, blob):
        if key not in ("format", "version"):
            _take(key, value, gathering)
    return gathering.result(name, complete=False)


def answers_in(name: str, blob: bytes) -> dict[str, Any]:
    """Return what a JSON file says by written place, as it stands there; numbers are decimal.

    :class:`RefusedFileError` as :func:`read_json` raises it.
    """
    answers = dict(_of_the_kompass(name, blob)).get("antworten")
    return dict(answers) if isinstance(answers, Pairs) else {}


def write_json(ruecklauf: Ruecklauf) -> bytes:
    """Return answers as a JSON file in UTF-8, the same bytes for the same answers.

    A doubtful answer keeps its text, so that whoever reads the file doubts it again.
    """
    content = {
        "format": FORMAT,
        "version": VERSION,
        "ausgabe": ruecklauf.ausgabe,
        "stadt": ruecklauf.stadt,
        "ags": ruecklauf.ags,
        "blaetter": dict(ruecklauf.versionen),
        "antworten": {str(each.stelle): _stored(each) for each in ruecklauf.antworten},
    }
    return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode()


def _stored(answer: Antwort) -> object:
    wert = answer.wert
    if wert is None or answer.zweifel:
        return answer.text
    if isinstance(wert, tuple):
        return list(wert)
    if isinstance(wert, date):
        return wert.isoformat()
    if isinstance(wert, Decimal):
        return int(wert) if wert == wert.to_integral_value() else float(wert)
    return wert


def _of_the_kompass(name: str, blob: bytes) -> Pairs:
    pairs = read_pairs(name, blob)
    kind = dict(pairs)
    if kind.get("format") != FORMAT:
        raise RefusedFileError(f"„{name}“ enthält keine Antworten aus dem Kompass.")
    if kind.get("version") != VERSION:
        raise RefusedFileError(
            f"„{name}“ stammt aus einer anderen Fassung des Programms. Bitte öffnen Sie die Datei "
            "im Arbeitsblatt und sichern Sie sie neu."
        )
    return pairs


def read_pairs(name: str, blob: bytes) -> Pairs:
    """Return the object that a JSON file called ``name`` holds; empty if it holds no object.

    :class:`RefusedFileError` for what is too large, too deep, too long, or no JSON.
    """
    if len(blob) > LARGEST:
        raise RefusedFileError(f"„{name}“ ist größer als {LARGEST // 2**20} MB.")
    try:
        text = blob.decode("utf-8-sig")
        _check_shape(name, text)
        content = json.loads(
            text,
            object_pairs_hook=Pairs,
            parse_float=_number,
            parse_int=_number,
            parse_constant=_constant,
        )
    except (UnicodeDecodeError, ValueError, RecursionError) as error:
        raise RefusedFileError(
            f"„{name}“ ist keine JSON-Datei oder ist beschädigt. Bitte lassen Sie sich die Datei "
            "noch einmal schicken."
        ) from error
    return content if isinstance(content, Pairs) else Pairs()


def _check_shape(name: str, text: str) -> None:
    """Refuse what is deep or long before anything is built from it."""
    outside = _STRING.sub("", text)
    depth = 0
    for bracket in filter(_BRACKETS.__contains__, outside):
        depth += _BRACKETS[bracket]
        if depth > DEEPEST:
            raise RefusedFileError(f"„{name}“ ist zu tief verschachtelt.")
    if outside.count(",") > MOST_ENTRIES:
        raise RefusedFileError(f"„{name}“ hat mehr als {MOST_ENTRIES} Einträge.")


def _number(digits: str) -> Decimal | str:
    """Return a number; one that nobody means stays text, since it could fill the memory."""
    number = Decimal(digits)
    small = len(digits) <= LONGEST_NUMBER and abs(number.adjusted()) <= LONGEST_NUMBER
    return number if small else digits


def _constant(name: str) -> NoReturn:
    raise ValueError(name)


def _take(key: str, value: Any, gathering: Gathering) -> None:
    if key == "antworten" and isinstance(value, Pairs):
        for place, answer in value:
            gathering.take(place, _raw(answer), WHERE)
    elif key == "blaetter" and isinstance(value, Pairs):
        for slug, version in value:
            _take_sheet(slug, version, gathering)
    elif key in ("stadt", "ags") and isinstance(value, str):
        gathering.town(key, value, WHERE)
    elif key == "ausgabe" and isinstance(value, str):
        gathering.ausgabe = value
    else:
        gathering.find(f"{WHERE}, {quoted(key)}", tuple(_texts(value)))


def _take_sheet(slug: str, version: Any, gathering: Gathering) -> None:
    if slug not in gathering.sheets or not isinstance(version, str):
        gathering.find(f"{WHERE}, unbekanntes Blatt", (slug, *_texts(version)))
        return
    gathering.slugs[slug] = None
    gathering.versions[slug] = version


def _raw(value: Any) -> Roh | tuple[Roh, ...]:
    """Return a value as one of the kinds that answers have; objects and lists as their texts."""
    return tuple(_texts(value)) if isinstance(value, list) else value


def _texts(value: Any) -> Iterator[Roh]:
    if isinstance(value, Pairs):
        for key, inner in value:
            yield key
            yield from _texts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _texts(inner)
    else:
        yield value
