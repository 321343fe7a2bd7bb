"""How German texts write numbers and dates."""

from __future__ import annotations

from decimal import Decimal

MONTHS = (
    "Januar",
    "Februar",
    "März",
    "April",
    "Mai",
    "Juni",
    "Juli",
    "August",
    "September",
    "Oktober",
    "November",
    "Dezember",
)
NO_BREAK = "\u00a0"
_LIKE = str.maketrans("äöüàáâéèêíóôú", "aouaaaeeeioou")


def sort_key(text: str) -> tuple[str, str]:
    """Return the sort key of a text after DIN 5007-1; the text itself breaks ties."""
    return text.casefold().translate(_LIKE), text


def number(value: int | Decimal) -> str:
    """Return a number with decimal comma and points between thousands.

    As the texts of the handbook write them: „5.000“ beside „10.000“. A year is no number here.
    """
    sign = "−" if value < 0 else ""
    whole, _, fraction = format(abs(Decimal(value)), "f").partition(".")
    if len(whole) > 3:
        whole = f"{int(whole):,}".replace(",", ".")
    return f"{sign}{whole},{fraction}" if fraction else f"{sign}{whole}"


def number_or_year(value: int | Decimal) -> str:
    """Return a number of which is not known whether it is a year: four digits stay together."""
    whole = value == int(value) and 1000 <= value <= 9999
    return f"{value:.0f}" if whole else number(value)


def amount(value: int | Decimal, unit: str | None) -> str:
    """Return a number with its unit behind a no-break space; EUR reads „Euro“."""
    if not unit:
        return number(value)
    return f"{number(value)}{NO_BREAK}{'Euro' if unit == 'EUR' else unit}"


def date(value: str) -> str:
    """Return an ISO day, month or year as German text: „22. November 2026“, „November 2026“."""
    parts = value.split("-")
    if len(parts) == 1:
        return value
    month = MONTHS[int(parts[1]) - 1]
    if len(parts) == 2:
        return f"{month} {parts[0]}"
    return f"{int(parts[2])}.{NO_BREAK}{month} {parts[0]}"


def years(begin: int | None, end: int | None, running: bool) -> str | None:
    """Return a span of years, ``None`` if neither is known.

    „seit 2020“ needs a source that says so (``running``); a begin alone reads „ab 2020“.
    """
    if begin and end:
        return str(begin) if begin == end else f"{begin} bis {end}"
    if begin:
        return f"seit {begin}" if running else f"ab {begin}"
    return f"bis {end}" if end else None


def sentences(*parts: str) -> str:
    """Return the parts that say something as sentences of one line."""
    return " ".join(f"{part.rstrip('.')}." for part in parts if part)


def size(count: int) -> str:
    """Return a number of bytes as „48 kB“ or „1,2 MB“, with 1000 bytes to the kB."""
    if count >= 1_000_000:
        return f"{count / 1_000_000:.1f}{NO_BREAK}MB".replace(".", ",")
    return f"{max(1, round(count / 1000))}{NO_BREAK}kB"
