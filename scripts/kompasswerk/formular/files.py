"""Files of answers: the JSON form of decision 0019."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from ..model.formular import Blatt, FormKind, Formularfeld, Stelle
from .answers import Antwort, Erkannt, Ruecklauf, Wert

FORMAT, VERSION = "kompass-antworten", 1
LARGEST = 5 * 2**20


class RefusedFileError(Exception):
    """A file holds no answers that can be read; the message is a German sentence."""


def read_json(path: Path, sheets: Iterable[Blatt]) -> Ruecklauf:
    """Return the answers in a JSON file; places that no sheet has are left out.

    :class:`RefusedFileError` for a file that is too large, broken or of another kind.
    """
    content = _loaded(path)
    by_slug = {sheet.slug: sheet for sheet in sheets}
    answers = content.get("antworten")
    versions = content.get("blaetter")
    return Ruecklauf(
        path.name,
        stadt=_text(content.get("stadt")),
        ags=_text(content.get("ags")),
        ausgabe=_text(content.get("ausgabe")),
        antworten=tuple(_answers(answers if isinstance(answers, dict) else {}, by_slug)),
        versionen=tuple((versions if isinstance(versions, dict) else {}).items()),
    )


def _loaded(path: Path) -> Mapping[str, Any]:
    if path.stat().st_size > LARGEST:
        raise RefusedFileError(f"„{path.name}“ ist größer als {LARGEST // 2**20} MB.")
    try:
        content = json.loads(
            path.read_text(encoding="utf-8-sig"), parse_float=Decimal, parse_int=Decimal
        )
    except (ValueError, ArithmeticError, RecursionError) as error:
        raise RefusedFileError(f"„{path.name}“ ist keine JSON-Datei oder beschädigt.") from error
    known = isinstance(content, dict) and content.get("format") == FORMAT
    if not known or content.get("version") != VERSION:
        raise RefusedFileError(f"„{path.name}“ enthält keine Antworten aus dem Kompass.")
    return dict(content)


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _answers(raw: Mapping[str, Any], sheets: Mapping[str, Blatt]) -> Iterator[Antwort]:
    for name, value in raw.items():
        place = Stelle.read(name)
        sheet = sheets.get(place.blatt) if place else None
        field = sheet.field(place) if sheet and place else None
        if place is None or field is None or value in ("", [], None):
            continue
        read = _value(field, value)
        text = "; ".join(map(str, value)) if isinstance(value, list) else str(value)
        doubt = "" if read is not None else "Die Antwort passt nicht zu ihrem Feld."
        yield Antwort(place, text, read, Erkannt.JSON, doubt)


def _value(field: Formularfeld, value: object) -> Wert:
    match field.art, value:
        case FormKind.NUMBER, Decimal() if value.is_finite():
            return value
        case FormKind.YES_NO, bool():
            return value
        case FormKind.CHOICES, list() if all(each in field.werte for each in value):
            return tuple(value)
        case _, str():
            return _word(field, value)
    return None


def _word(field: Formularfeld, value: str) -> Wert:
    if field.art in (FormKind.CHOICE, FormKind.SCALE):
        return value if value in field.werte else None
    if field.art is FormKind.DATE:
        return _day(value)
    return value.strip() or None if field.art in (FormKind.TEXT, FormKind.LONG_TEXT) else None


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
