"""The text of a scalar to the value that its field's kind asks for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from ..model.records import Number
from .wording import quoted

LONGEST_NUMBER = 15
_WHOLE = re.compile(r"-?(?:0|[1-9][0-9]*)")
_DECIMAL = re.compile(r"-?(?:0|[1-9][0-9]*)\.[0-9]+")
# „1.300.000“, and „1300.000“ too: nobody gives thousands to three decimals.
GROUPED = re.compile(r"-?[1-9][0-9]*(?:\.[0-9]{3})+")
_GERMAN = re.compile(r"(-?[0-9]+(?:[.  '’][0-9]{3})*)(?:,([0-9]+))?")
_DIGITS = re.compile(r"[0-9]+(?:[.,  '’]+[0-9]+)*")
_MONTH_NAMES = (
    *("januar", "februar", "märz", "april", "mai", "juni"),
    *("juli", "august", "september", "oktober", "november", "dezember"),
)
_MONTHS = {name: number for number, name in enumerate(_MONTH_NAMES, 1)}


@dataclass(frozen=True)
class Wrong:
    """A value in the wrong shape: the rule, and the German message with the way out."""

    rule: str
    message: str


def read_number(text: str, *, whole: bool) -> Number | Wrong:
    """Return a number; ``Decimal`` only if it has decimals. ``whole`` refuses decimals."""
    if len(text) <= LONGEST_NUMBER:
        if _WHOLE.fullmatch(text):
            return int(text)
        if GROUPED.fullmatch(text):
            better = text.replace(".", "")
            found = f"{quoted(text)} ist mehrdeutig (Tausender oder Dezimalstellen)."
            return Wrong("zahl", f"{found} Bitte ohne Punkt schreiben: {better}.")
        if _DECIMAL.fullmatch(text) and not whole:
            return Decimal(text)
    return Wrong("zahl", _number_message(text, whole=whole))


def read_year(text: str) -> int | Wrong:
    """Return a year of four digits."""
    if re.fullmatch(r"[12][0-9]{3}", text):
        return int(text)
    return Wrong("jahr", f"{quoted(text)} ist kein Jahr. Bitte vier Ziffern{_year_in(text)}.")


def read_date(text: str, *, approximate: bool) -> str | Wrong:
    """Return an ISO date unchanged; ``approximate`` also takes a month or a year."""
    if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text) and _exists(text):
        return text
    if approximate and re.fullmatch(r"[12][0-9]{3}(?:-(?:0[1-9]|1[0-2]))?", text):
        return text
    shape = "JJJJ, JJJJ-MM oder JJJJ-MM-TT" if approximate else "JJJJ-MM-TT"
    better = _date_in(text, approximate=approximate)
    example = f": {better}" if better else ""
    return Wrong("datum", f"{quoted(text)} ist kein gültiges Datum. Bitte {shape}{example}.")


def read_yes_no(text: str) -> str | Wrong:
    """Return ``ja`` or ``nein``."""
    if text in ("ja", "nein"):
        return text
    return Wrong("ja-nein", f"{quoted(text)} ist nicht erlaubt. Bitte „ja“ oder „nein“ schreiben.")


def _number_message(text: str, *, whole: bool) -> str:
    kind = "keine ganze Zahl" if whole and _DECIMAL.fullmatch(text) else "keine Zahl"
    found = f"{quoted(text)} ist {kind}."
    better = _number_in(text)
    if better is None:
        return f"{found} Bitte nur Ziffern, höchstens {LONGEST_NUMBER}."
    if "." in better:
        if whole:
            return f"{found} Bitte ohne Dezimalstellen schreiben."
        return f"{found} Bitte mit Punkt schreiben: {better}."
    return f"{found} Bitte nur Ziffern: {better}."


def _number_in(text: str) -> str | None:
    """Return the one number that the text holds as we want it written, ``None`` if unclear."""
    sign = "-" if text.startswith(("-", "−")) else ""
    candidates = _DIGITS.findall(text)
    if len(candidates) != 1 or len(text) > 60:
        return None
    match = _GERMAN.fullmatch(candidates[0])
    if match is None:
        return f"{sign}{candidates[0]}" if _DECIMAL.fullmatch(candidates[0]) else None
    whole = re.sub(r"[^0-9]", "", match.group(1)).lstrip("0") or "0"
    if len(whole) > LONGEST_NUMBER:
        return None
    return f"{sign}{whole}.{match.group(2)}" if match.group(2) else f"{sign}{whole}"


def _year_in(text: str) -> str:
    years = re.findall(r"(?<![0-9])[12][0-9]{3}(?![0-9])", text)
    return f": {years[0]}" if len(years) == 1 else ", zum Beispiel 2024"


def _exists(text: str) -> bool:
    try:
        return date.fromisoformat(text).year >= 1000
    except ValueError:
        return False


def _date_in(text: str, *, approximate: bool) -> str | None:
    day = re.fullmatch(r"([0-9]{1,2})\.\s*([0-9]{1,2})\.\s*([0-9]{4})", text)
    if day:
        better = f"{day.group(3)}-{int(day.group(2)):02}-{int(day.group(1)):02}"
        return better if _exists(better) else None
    month = re.fullmatch(r"([0-9]{1,2})[./]([0-9]{4})", text)
    if month and approximate and 1 <= int(month.group(1)) <= 12:
        return f"{month.group(2)}-{int(month.group(1)):02}"
    named = re.fullmatch(r"([A-Za-zä]+)\s+([0-9]{4})", text)
    if named and approximate and named.group(1).lower() in _MONTHS:
        return f"{named.group(2)}-{_MONTHS[named.group(1).lower()]:02}"
    return None
