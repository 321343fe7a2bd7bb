"""The check of a pilot as a book of one page, for Word."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from ..buch import blocks as b
from ..model import german
from ..model.pilotkriterien import YES
from . import words as w
from .check import Pruefung

CASES, INDICATORS, LONGEST = 2, 3, 170
"""How many similar cases, indicators and letters have room on the sheet; the page shows all."""


def sheet(pruefung: Pruefung, day: date) -> b.Book:
    """Return the sheet; ``day`` is the day of the check."""
    title = f"{pruefung.pilot.titel}: {w.SUBTITLE}"
    section = b.Section(1, _text(title), tuple(_blocks(pruefung, day)), in_contents=False)
    return b.Book(
        title=title,
        parts=(b.Part((), (section,)),),
        edition=f"Geprüft am {german.date(day.isoformat())}",
        date=day.isoformat(),
        contents_depth=0,
    )


def _blocks(pruefung: Pruefung, day: date) -> Iterator[b.Block]:
    count = f" {len(pruefung.befunde)} Kriterien: {pruefung.zaehlung}."
    yield b.Paragraph((b.Span(_text(pruefung.ergebnis), b.Mark.STRONG), b.Text(count)))
    yield _table(
        ((w.HEADS[0], w.HEADS[1], "Begründung; was fehlt")), _criteria(pruefung), (5, 3, 15)
    )
    rows = [
        (w.TRIED, pruefung.erprobt),
        (w.MONEY, pruefung.finanzierung),
        (w.TOWNS, pruefung.standorte.worte or w.NO_TOWNS),
        (w.INDICATORS, "; ".join([*_indicators(pruefung)][:INDICATORS]) or "keine genannt"),
    ]
    cases = [f"{each.fall.titel} ({each.fall.ort})" for each in pruefung.aehnlich[:CASES]]
    rows.append((w.CASES, "; ".join(cases) or "keine"))
    yield b.FactBox((), tuple((_text(name), (_note(_short(said)),)) for name, said in rows))
    yield _note(f"{german.date(day.isoformat())}. {w.IMPRINT.format(pruefung.quelle)}")


def _criteria(pruefung: Pruefung) -> Iterator[tuple[str, str, str]]:
    for each in pruefung.befunde:
        name = f"{each.name} (Pflicht)" if each.mindest == YES else each.name
        said = [_short(each.gruende[0]), *(f"→ {one}" for one in each.fehlt)]
        yield name, each.urteil.value, " ".join(said)


def _short(text: str) -> str:
    """Return a reason that leaves room for the others, cut between words."""
    if len(text) <= LONGEST:
        return text
    return f"{text[:LONGEST].rsplit(' ', 1)[0]} …"


def _indicators(pruefung: Pruefung) -> Iterator[str]:
    for name, before, aim, now, missing in w.measures(pruefung):
        yield f"{name}: vorher {before}, Ziel {aim}, Ist {now} (fehlt: {missing})"


def _table(heads: Iterable[str], rows: Iterable[Iterable[str]], widths: tuple[int, ...]) -> b.Table:
    first = b.Row(tuple(b.Cell((b.Paragraph(_text(each)),), header=True) for each in heads))
    body = (b.Row(tuple(b.Cell((_note(each),)) for each in row)) for row in rows)
    return b.Table((first, *body), widths, 1)


def _note(text: str) -> b.Paragraph:
    return b.Paragraph(_text(text), "note")


def _text(text: str) -> tuple[b.Inline, ...]:
    return (b.Text(text),)
