"""Web sources and figures whose date is older than a limit: the list of what to renew."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from ...model import german
from ...model.arten import ARTEN
from ...model.felder import Field, Kind
from ...model.seiten import Seite
from .fristen import FIGURE_MONTHS, LINK_MONTHS, months_since
from .linkstand import Dead

DEAD, LINK, FIGURE = "Toter Link", "Link", "Zahl"


@dataclass(frozen=True)
class Altes:
    """One thing to renew: its page, what it is, since when it stands, how many months that is.

    ``stand`` is empty and ``monate`` ``None`` for a web source of which nobody wrote when it
    was seen.
    """

    seite: str
    titel: str
    art: str
    was: str
    stand: str
    monate: int | None
    adresse: str = ""


def outdated(
    pages: Iterable[tuple[str, str, Seite]],
    day: date,
    *,
    dead: Mapping[str, Dead] | None = None,
    links: int = LINK_MONTHS,
    figures: int = FIGURE_MONTHS,
) -> tuple[Altes, ...]:
    """Return what is older than so many months, given kind, document and page, and dead links.

    ``dead`` is what the check of links has noted, by address.
    Sorted by kind, dead links first, and by age, the oldest first; what has no date comes before
    all others.
    """
    found = [
        each
        for art, seite, page in pages
        if page.freigabe != "zurueckgezogen"
        for each in (
            *_dead(seite, page, day, dead or {}),
            *_links(seite, page, day, links),
            *_figures(art, seite, page, day, figures),
        )
    ]
    return tuple(sorted(found, key=_age))


def _age(each: Altes) -> tuple[int, str, str, str]:
    return (DEAD, LINK, FIGURE).index(each.art), each.stand, each.seite, each.was


def _dead(seite: str, page: Seite, day: date, dead: Mapping[str, Dead]) -> Iterator[Altes]:
    for source in page.quellen:
        known = dead.get(source.url or "")
        if known is not None:
            copy = f", Kopie im Webarchiv vom {german.date(known.archiv)}" if known.archiv else ""
            what = f"{source.kennung}: {source.titel}{copy}"
            age = months_since(known.seit, day)
            yield Altes(seite, page.titel, DEAD, what, known.seit, age, source.url or "")


def _links(seite: str, page: Seite, day: date, limit: int) -> Iterator[Altes]:
    for source in page.quellen:
        if source.url is None:
            continue
        age = months_since(source.gesehen, day) if source.gesehen else None
        if age is None or age > limit:
            what = f"{source.kennung}: {source.titel}"
            yield Altes(seite, page.titel, LINK, what, source.gesehen or "", age, source.url)


def _figures(art: str, seite: str, page: Seite, day: date, limit: int) -> Iterator[Altes]:
    for label, said in _dated(ARTEN[art].fields, page):
        age = months_since(said, day)
        if age > limit:
            yield Altes(seite, page.titel, FIGURE, label, said, age)


def _dated(fields: Iterable[Field], page: Seite) -> Iterator[tuple[str, str]]:
    """Yield name and date of each figure, as the descriptions of the fields tell."""
    for field in fields:
        value = getattr(page, field.key)
        if field.kind is Kind.APPROXIMATE_DATE and isinstance(value, str):
            yield field.label, value
        if field.record is None or all(part.key != "stand" for part in field.fields):
            continue
        for record in value if isinstance(value, tuple) else filter(None, (value,)):
            if record.stand:
                yield f"{field.label}: {_name(field, record)}", record.stand


def _name(field: Field, record: object) -> str:
    """Return what tells one record of a field from the others: its text, else its number."""
    texts = (part.key for part in field.fields if _is_text(part))
    value = getattr(record, next(texts, field.fields[0].key))
    return german.number(value) if isinstance(value, int | Decimal) else str(value)


def _is_text(part: Field) -> bool:
    return part.kind is Kind.TEXT and part.refers_to is None
