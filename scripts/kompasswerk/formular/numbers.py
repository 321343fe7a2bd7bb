"""Numbers as people write them in German: „1.234,5“, „ca. 12“, „1,2 Mio. Euro“."""

from __future__ import annotations

import re
from decimal import Decimal

from ..model.german import number, number_or_year
from ..reading.wording import quoted
from .texts import folded, on_one_line

MOST_DIGITS = 15
_SPACES = r"[ \u00a0\u2009\u202f'’]"
_NUMBER = re.compile(
    r"(?P<about>(?:ca\.?|circa|rund|etwa|ungefähr|knapp|über|gut|mindestens|höchstens|[~≈<>])\s*)?"
    r"(?P<sign>[-−–+])?\s*"
    rf"(?P<whole>\d{{1,3}}(?:\.\d{{3}})+|\d{{1,3}}(?:{_SPACES}\d{{3}})+|\d+)"
    r"(?:,(?P<fraction>\d+)|,[-–]{1,2}|(?P<point>\.\d+))?"
    r"\s*(?P<unit>(?:[^\W\d_]|[%€])(?:[^\d(]|(?<=m)2)*)?(?P<remark>\(.*\))?",
    re.IGNORECASE,
)
_TIMES = re.compile(r"(?P<word>tsd|tausend|mio|million(?:en)?|mrd|milliarden?)(?:\.|\b)\s*")
_FACTORS = {"ta": 10**3, "ts": 10**3, "mi": 10**6, "mr": 10**9}
_RANGE = re.compile(r"(\d+)[–-](\d+)")
_PERCENT = frozenset({"%", "prozent"})
_UNITS = {
    "euro": ("euro", "eur", "€"),
    "quadratmeter": ("quadratmeter", "qm", "m²", "m2"),
    "m²": ("quadratmeter", "qm", "m²", "m2"),
    "stunden": ("stunden", "stunde", "std", "h"),
    "minuten": ("minuten", "minute", "min"),
    "jahre": ("jahre", "jahr", "jahren"),
    "wochen": ("wochen", "woche"),
}
_MOST = {
    ("stunden", "tag"): 24,
    ("stunden", "woche"): 7 * 24,
    ("stunden", "monat"): 31 * 24,
    ("minuten", ""): 7 * 24 * 60,
    ("prozent", ""): 100,
    ("%", ""): 100,
}
"""More than this is not meant; who works longer on a sheet than a week has not counted minutes."""
_PER = re.compile(r"\s*(?:/|\bpro\b|\bje\b|\bim\b|\bin der\b|\bp\.)\s*")
_PERIODS = {"w": "woche", "m": "monat", "j": "jahr", "t": "tag"}


def read_number(text: str, unit: str) -> tuple[Decimal | None, str]:
    """Return the number that a text gives in ``unit`` and a German doubt, empty if there is none.

    ``None`` where no single number of that unit is meant; the doubt says why. Where the number
    is clear although the text says more („ca. 12“, „1.5“), both come back.
    """
    match = _NUMBER.fullmatch(on_one_line(text))
    if match is None:
        return None, f"{quoted(text)} ist keine einzelne Zahl."
    digits = re.sub(r"\D", "", match["whole"])
    fraction = match["fraction"] or (match["point"] or "")[1:]
    if len(digits) + len(fraction) > MOST_DIGITS:
        return None, f"{quoted(text)} hat zu viele Stellen."
    sign = "-" if match["sign"] in ("-", "−", "–") else ""
    value = Decimal(f"{sign}{digits}.{fraction or '0'}") if fraction else Decimal(sign + digits)
    factor, said = _factor(match["unit"] or "")
    value *= factor
    if not _same_unit(said, unit):
        return _other_unit(text, value, said, unit)
    outside = _outside(value, unit)
    if outside:
        return None, f"{quoted(text)} {outside}"
    if match["about"] or match["point"] or match["remark"]:
        return value, f"{quoted(text)} ist als {number_or_year(value)} gelesen."
    return value, ""


def _factor(unit: str) -> tuple[int, str]:
    """Return what „Tsd.“ or „Mio.“ multiplies by, and the unit behind it."""
    match = _TIMES.match(unit.casefold())
    if match is None:
        return 1, unit
    return _FACTORS[match["word"][:2]], unit[match.end() :]


def bounds_of(unit: str) -> tuple[int | None, int | None]:
    """Return the least and the greatest number that can be meant in a unit; ``None`` for no end.

    Amounts of money may be debts, and numbers without a unit anything. All else is counted or
    measured, so it is not below zero; a week has 168 hours, a month 744. The browser's form and
    the JSON Schema follow the same rule.
    """
    given = _RANGE.fullmatch(unit)
    if given:
        return int(given[1]), int(given[2])
    counted, period = _parts(unit)
    if counted in ("euro", ""):
        return None, None
    return 0, _MOST.get((counted, period))


def _outside(value: Decimal, unit: str) -> str:
    """Return the end of a German doubt where a number cannot be meant, empty where it can."""
    low, high = bounds_of(unit)
    if _RANGE.fullmatch(unit) and not (low or 0) <= value <= (high or 0):
        return f"liegt nicht im Bereich {unit}."
    if low is not None and value < low:
        return "ist kleiner als null."
    if high is not None and value > high:
        return f"ist mehr als {number(high)} {unit}."
    return ""


def _same_unit(said: str, unit: str) -> bool:
    """Whether a text names its field's unit, perhaps shorter, or none at all.

    A field without a unit takes per cent: its question says what of.
    """
    if not said.strip(" ."):
        return True
    if not unit:
        return folded(said).strip(" .") in _PERCENT
    written, wanted = _parts(said), _parts(unit)
    return written == wanted or (written[1] == "" and written[0] == wanted[0])


def _parts(unit: str) -> tuple[str, str]:
    """Return what is counted and for which time, both in one spelling."""
    name, *period = _PER.split(folded(unit).rstrip(" ."), maxsplit=1)
    plain = name.rstrip(" .")
    same = next((key for key, names in _UNITS.items() if plain in names), plain)
    first = period[0][:1] if period else ""
    return same, _PERIODS.get(first, period[0] if period else "")


def _other_unit(text: str, value: Decimal, said: str, unit: str) -> tuple[Decimal | None, str]:
    if not unit:
        return value, f"{quoted(text)} ist als {number_or_year(value)} gelesen."
    return None, f"{quoted(text)} nennt {quoted(said)}, gefragt ist „{unit}“."
