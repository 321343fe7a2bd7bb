"""Days: how old something is, when a page is due, and from when on that matters.

A date of the pages is a year, a month or a day. It counts as its last day: nothing is called
older than it surely is.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from functools import cache

from ...model.seiten import Seite

REVIEW_YEARS = 2
"""After so many years every page is reviewed (Redaktionsleitfaden, „Stand und Freigabe“)."""
LINK_MONTHS = 24
"""A web source that was seen longer ago is looked at again (judgement of the editors)."""
FIGURE_MONTHS = 60
"""A figure that is older is renewed or called historic (judgement of the editors)."""
WEEK_DAYS = 7


def last_day(said: str) -> date:
    """Return the last day that a year, month or day means."""
    parts = [int(part) for part in said.split("-")]
    year, month = parts[0], parts[1] if len(parts) > 1 else 12
    return date(year, month, parts[2] if len(parts) > 2 else monthrange(year, month)[1])


@cache  # thousands of sources were seen on the same few days
def months_since(said: str, day: date) -> int:
    """Return the full months between a date and a day; 0 for one in the future."""
    then = last_day(said)
    count = (day.year - then.year) * 12 + day.month - then.month
    if day.day < min(then.day, monthrange(day.year, day.month)[1]):
        count -= 1
    return max(count, 0)


def years_later(said: str, years: int) -> date:
    """Return the day so many years later; 29 February becomes the 28th."""
    then = last_day(said)
    year = then.year + years
    return date(year, then.month, min(then.day, monthrange(year, then.month)[1]))


def review_missed(page: Seite, day: date) -> bool:
    """Whether nobody has worked on a page for two years on that day."""
    return day >= years_later(page.stand, REVIEW_YEARS)


def due(page: Seite) -> date:
    """Return the day until which a page is to be reviewed.

    That is ``pruefen_bis``, but never later than two years after ``stand``.
    """
    latest = years_later(page.stand, REVIEW_YEARS)
    return min(latest, last_day(page.pruefen_bis)) if page.pruefen_bis else latest
