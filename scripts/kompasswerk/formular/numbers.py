"""Numbers as people write them in German: „1.234,5“, „ca. 12“, „1,2 Mio. Euro“."""

from __future__ import annotations

import re
from decimal import Decimal

from ..model.german import number_or_year
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
    if not _allowed(value, unit):
        return None, f"{quoted(text)} liegt nicht im Bereich {unit}."
    if not _same_unit(said, unit):
        return _other_unit(text, value, said, unit)
    if match["about"] or match["point"] or match["remark"]:
        return value, f"{quoted(text)} ist als {number_or_year(value)} gelesen."
    return value, ""


def _factor(unit: str) -> tuple[int, str]:
    """Return what „Tsd.“ or „Mio.“ multiplies by, and the unit behind it."""
    match = _TIMES.match(unit.casefold())
    if match is None:
        return 1, unit
    return _FACTORS[match["word"][:2]], unit[match.end() :]


def _allowed(value: Decimal, unit: str) -> bool:
    bounds = _RANGE.fullmatch(unit)
    return bounds is None or int(bounds[1]) <= value <= int(bounds[2])


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
