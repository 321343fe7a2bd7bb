"""Days as people write them in German: „24.12.2026“, „24. Dezember 2026“."""

from __future__ import annotations

import re
from datetime import date

from ..model.german import MONTHS
from ..reading.wording import quoted
from .texts import folded, on_one_line

FIRST_YEAR, LAST_YEAR = 1900, 2100
_TURN = 70
"""Years of two digits from here on belong to the last century."""
_WEEKDAY = re.compile(
    r"(?:mo|di|mi|do|fr|sa|so|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|"
    r"sonntag)\.?,?\s+(?:den\s+|dem\s+)?|(?:am|den|dem)\s+"
)
_ISO = re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})(?:[t ]00:00(?::00)?)?")
_DIGITS = re.compile(
    r"(?P<day>\d{1,2})\s?(?P<sign>[./-])\s?(?P<month>\d{1,2})\s?(?P=sign)\s?(?P<year>\d{4}|\d{2})"
)
_WORDS = re.compile(r"(?P<day>\d{1,2})\.?\s?(?P<name>[a-z]{3,9})\.?\s?(?P<year>\d{4}|\d{2})")
_NAMES = {folded(name): number for number, name in enumerate(MONTHS, 1)}
_NAMES |= {"jaenner": 1, "feber": 2, "mrz": 3, "sept": 9}


def read_day(text: str) -> tuple[date | None, str]:
    """Return the day that a text names and a German doubt, empty if there is none.

    ``None`` where no day of a plausible year is meant („12/2026“, „Herbst“, „31.2.2026“).
    """
    plain = folded(on_one_line(text))
    weekday = _WEEKDAY.match(plain)
    plain = plain[weekday.end() :] if weekday else plain
    match = _ISO.fullmatch(plain) or _DIGITS.fullmatch(plain) or _WORDS.fullmatch(plain)
    month = _month(match) if match else None
    if match is None or month is None:
        return None, f"{quoted(text)} nennt keinen Tag. Gemeint ist etwa „24.12.2026“."
    try:
        day = date(_year(match["year"]), month, int(match["day"]))
    except ValueError:
        return None, f"Den Tag {quoted(text)} gibt es nicht."
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        return None, f"{quoted(text)} liegt nicht zwischen {FIRST_YEAR} und {LAST_YEAR}."
    sign = match.groupdict().get("sign") or "."
    return day, "" if sign == "." else f"{quoted(text)} ist als {show_day(day)} gelesen."


def show_day(day: date) -> str:
    """Return a day as forms show it: „24.12.2026“."""
    return f"{day.day:02}.{day.month:02}.{day.year:04}"


def _month(match: re.Match[str]) -> int | None:
    groups = match.groupdict()
    if "month" in groups:
        return int(groups["month"])
    name = groups["name"]
    if name in _NAMES:
        return _NAMES[name]
    begun = {number for full, number in _NAMES.items() if full.startswith(name)}
    return begun.pop() if len(begun) == 1 else None


def _year(digits: str) -> int:
    if len(digits) == 4:
        return int(digits)
    return int(digits) + (1900 if int(digits) >= _TURN else 2000)
